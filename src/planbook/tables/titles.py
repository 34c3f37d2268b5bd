"""A plan's title and id, from the rows above its table, or else from its sheet or file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

_NUMBERED = re.compile(
    r"\s*(?:(?:strategic\s+)?(?:priority|plan|objective|theme|aim)\s*)?(\d{1,2})\s*[.):–—-]+\s*(?=\D)", re.I
)
_NAMED = re.compile(r"\s*(?:strategic\s+)?(?:priority|plan|theme)\s+(\d{1,2})\s+(?=\D)", re.I)
_SECTION = re.compile(r"\b(?:objective|aim)\b")
_PLAIN_SHEET = re.compile(r"(?:sheet|tabelle|feuil|blad)\s?\d*|action ?plan|plan|template|actions?", re.I)
_FILE_NUMBER = re.compile(r"\s*(\d{1,2})[\s._-]+(?=[A-Za-z])")


def split_number(title: str) -> tuple[str, str]:
    """The plan's own number and the title without it; an empty number where the title has none."""
    found = _NUMBERED.match(title) or _NAMED.match(title)
    return (found.group(1), title[found.end() :].strip()) if found else ("", title.strip())


def number_and_form(title: str) -> tuple[str, str]:
    """A plan's own number and what stands before it (`priority`); empty for a section: an objective or an aim."""
    found = _NUMBERED.match(title) or _NAMED.match(title)
    form = found.string[: found.start(1)].strip().casefold() if found else ""
    return ("", "") if found is None or _SECTION.search(form) else (found.group(1), form)


def slug(title: str) -> str:
    """A short id from a title, of its first words: `working-with-fathers`."""
    words = re.findall(r"[^\W_]+", title.casefold())
    return "-".join(words[:5])[:40].strip("-") or "plan"


def find_title(lines: Sequence[str], sheet: str, file: str) -> tuple[str, str]:
    """The plan's id and title: the first line above the table that carries a number, else the first one.

    Without any line the sheet's name serves if it says something, else the file's.
    """
    for line in lines:
        number, title = split_number(" ".join(line.split()))
        if number and len(title) <= 200:
            return number, title
    if lines:
        title = " ".join(lines[0].split())
        return slug(title), title
    name = PurePosixPath(file).stem if _PLAIN_SHEET.fullmatch(sheet.strip()) else sheet.strip()
    found = _FILE_NUMBER.match(name)
    if found:
        return found.group(1), name[found.end() :].strip()
    return slug(name), name
