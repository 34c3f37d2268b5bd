"""register.xlsx to a `Register`: who can lead an action, and by what names they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from planbook.errors import SettingsError, UnreadableWorkbook
from planbook.model import Place, Sheet, Workbook
from planbook.reading import read
from planbook.settings import Group, Person, Register

_NOT_ACTIVE = {"no", "n", "false", "0", "left", "inactive", "former"}
_PEOPLE = {"name", "initials", "role", "organisation", "sub-committee", "email", "active"}
_GROUPS = {"name", "also known as", "email"}


def read_register(path: Path, name: str) -> Register:
    """The register in a workbook. SettingsError, naming file and sheet, where it is none."""
    try:
        workbook = read(path.read_bytes(), name)
    except (OSError, UnreadableWorkbook) as fault:
        raise SettingsError(f"{name} cannot be read: {fault}", Place(name)) from fault
    people = tuple(_people(workbook))
    groups = tuple(_groups(workbook))
    if not people and not groups:
        raise SettingsError(
            f"{name} holds neither people nor groups. It needs a sheet People (Name, Initials, Role, Organisation, "
            "Sub-committee, Email, Active) and may have a sheet Groups (Name, Also known as, Email).",
            Place(name),
        )
    return Register(people, groups)


def _people(workbook: Workbook) -> Iterator[Person]:
    for row in _rows(workbook, "People", _PEOPLE):
        yield Person(
            row["name"],
            row.get("initials", ""),
            row.get("role", ""),
            row.get("organisation", ""),
            row.get("sub-committee", ""),
            row.get("email", ""),
            row.get("active", "").casefold() not in _NOT_ACTIVE,
        )


def _groups(workbook: Workbook) -> Iterator[Group]:
    for row in _rows(workbook, "Groups", _GROUPS):
        others = tuple(t.strip() for t in re.split(r"[;\n]", row.get("also known as", "")) if t.strip())
        yield Group(row["name"], others, row.get("email", ""))


def _rows(workbook: Workbook, title: str, wanted: set[str]) -> Iterator[dict[str, str]]:
    """The rows of one sheet by heading, wherever its heading row stands; rows without a name are blank."""
    sheet = next((s for s in workbook.sheets if s.title.strip().casefold() == title.casefold()), None)
    if sheet is None:
        return
    top, columns = _headings(sheet, wanted)
    for number in sorted(r for r in sheet.rows if r > top):
        cells = sheet.rows[number]
        row = {
            heading: " ".join(cells[c].text.split()) if heading != "also known as" else cells[c].text
            for heading, c in columns.items()
            if c in cells
        }
        if row.get("name"):
            yield row


def _headings(sheet: Sheet, wanted: set[str]) -> tuple[int, dict[str, int]]:
    for number, cells in sorted(sheet.rows.items()):
        found = {heading: c for c, cell in cells.items() if (heading := cell.text.strip().casefold()) in wanted}
        if "name" in found:
            return number, found
    return 0, {}
