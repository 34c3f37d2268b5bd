"""Texts from workbooks and settings as a header, an address or a file name can hold them.

A line break in a header would begin another header, and a mark of writing direction can make a name look like another
one. Nothing from outside goes into a message but through here.
"""

from __future__ import annotations

import re
import unicodedata

_LONGEST_HEADER = 180
_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself, with any ending."""
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,10}")
_BETWEEN = re.compile(r"[,;\s]+")


def one_line(text: str, longest: int = _LONGEST_HEADER) -> str:
    """A text as a header holds it: one line, nothing unseen in it, no lone surrogate, cut where it is longer."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    seen = "".join(" " if c.isspace() else c for c in whole if c.isspace() or unicodedata.category(c)[0] != "C")
    words = " ".join(seen.split())
    return words if len(words) <= longest else words[: longest - 3].rstrip() + "..."


def addresses(text: str) -> tuple[str, ...] | None:
    """The addresses of a setting, commas, semicolons or spaces between; None where one of them is none."""
    found = tuple(part for part in _BETWEEN.split(text.strip(" ,;\t\r\n")) if part)
    good = all(_ADDRESS.fullmatch(part) and ".." not in part and not part.startswith(".") for part in found)
    return found if good else None


def file_name(text: str) -> str:
    """A text as the name of a file on any system, without its ending."""
    words = " ".join(_FORBIDDEN.sub(" ", one_line(text)).split()).lstrip(".~$ ")[:_LONGEST_NAME].rstrip(". ")
    return f"_{words}" if _DEVICES.fullmatch(words) else words or "message"
