"""What an issued workbook's file is called: its sub-committee's name, as every file system can have it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
"""Names that Windows keeps for itself, with any ending."""


def file_names(committees: Iterable[str]) -> tuple[str, ...]:
    """A file name for each committee, none of which differs from another by its case alone."""
    taken: set[str] = set()
    names = []
    for committee in committees:
        stem = wanted = _safe(committee)
        count = 1
        while stem.casefold() in taken:
            count += 1
            stem = f"{wanted} {count}"
        taken.add(stem.casefold())
        names.append(f"{stem}.xlsx")
    return tuple(names)


def _safe(name: str) -> str:
    """Only what can be seen, nothing that is a path, nothing at the ends that a system drops."""
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    seen = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    words = " ".join(_FORBIDDEN.sub(" ", seen).split()).lstrip(".~$ ")
    words = words[:_LONGEST].rstrip(". ")
    return f"_{words}" if _DEVICES.fullmatch(words) else words or "Return"
