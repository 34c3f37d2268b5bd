"""The exception sheets as people filled them in: one decision a ref, wherever its row was sorted or moved to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planbook import forms
from planbook.likeness import folded
from planbook.model import Cell, CellKind, Choice, Decision, Place, Sheet, Workbook

_BY_WORDS = {folded(choice.value): choice for choice in Choice}


def read_decisions(workbook: Workbook) -> dict[str, Decision]:
    """Every decision and every remark in a master, by ref.

    A row that lists several refs decides them all. Filtered and hidden rows count like any other.
    """
    found: dict[str, Decision] = {}
    for title in forms.EXCEPTION_SHEETS:
        sheet = workbook.sheet(title)
        if sheet is not None:
            found.update((d.ref, d) for d in _of_sheet(workbook.name, sheet))
    return found


def _of_sheet(name: str, sheet: Sheet) -> Iterator[Decision]:
    top, columns = _headings(sheet)
    if forms.DECISION not in columns:
        return
    for number in sorted(r for r in sheet.rows if r > top):
        texts = {heading: _words(sheet.cell(number, c)) for heading, c in columns.items()}
        words, value = texts[forms.DECISION].strip(), texts.get(forms.VALUE, "")
        remark = texts.get(forms.SETTLED_BY, "").strip()
        if not (words or value.strip() or remark):
            continue
        place = Place(name, sheet.title, number, columns[forms.DECISION])
        for ref in re.findall(r"[0-9a-fx]{6,}", texts["Ref"]):
            yield Decision(ref, _BY_WORDS.get(folded(words)), value, remark, place, words)


def _words(cell: Cell | None) -> str:
    """What was typed. A day that Excel made a date of is written out: its own format may put the month first."""
    if cell is None:
        return ""
    value = cell.value
    if cell.kind is CellKind.DATE and isinstance(value, date) and "d" in cell.number_format.lower():
        return forms.long_day(value)
    return cell.text


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]]:
    wanted = {"Ref", *forms.DECIDING_COLUMNS}
    for number, cells in sorted(sheet.rows.items()):
        found = {text: c for c, cell in cells.items() if (text := cell.text.strip()) in wanted}
        if "Ref" in found:
            return number, found
    return 0, {}
