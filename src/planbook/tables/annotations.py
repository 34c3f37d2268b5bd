"""What `planbook check --annotate` put into a workbook, taken out again when that workbook comes back.

People put their plan right in the annotated copy and send that. Its list of faults is no plan, and its notes are not
their words; whatever they typed beside them is kept.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planbook import forms
from planbook.catalogue import BY_CODE
from planbook.model import Cell, Sheet, Workbook

_NOTE = re.compile(r"(?:^|\n)\s{0,4}" + forms.CHECK_NOTE_OPENS + r"[A-Z]\d{3}: ")
_TEXTS = frozenset((forms.CHECK_TITLE, forms.CHECK_EXPLAINED, forms.CHECK_NOTHING, *forms.CHECK_HEADINGS))
_CODE = forms.CHECK_HEADINGS.index("Code") + 1


def without_annotations(workbook: Workbook) -> Workbook:
    """The workbook as it would be if nobody had annotated it; itself where nobody has."""
    sheets = [_without_list(sheet) if _is_list(sheet) else _without_notes(sheet) for sheet in workbook.sheets]
    kept = tuple(s for s, was in zip(sheets, workbook.sheets, strict=True) if s.rows or not _is_list(was))
    return workbook if kept == workbook.sheets else replace(workbook, sheets=kept)


def _is_list(sheet: Sheet) -> bool:
    first = sheet.cell(1, 1)
    return first is not None and first.text == forms.CHECK_TITLE


def _without_list(sheet: Sheet) -> Sheet:
    """The cells of the list that are not ours: what somebody typed beside it or below it."""
    rows = {
        row: {c: cell for c, cell in cells.items() if not _is_ours(cell, cells)} for row, cells in sheet.rows.items()
    }
    return replace(sheet, rows={row: cells for row, cells in rows.items() if cells})


def _is_ours(cell: Cell, row: dict[int, Cell]) -> bool:
    listed = _CODE in row and row[_CODE].text in BY_CODE and cell.column <= len(forms.CHECK_HEADINGS)
    return listed or cell.text in _TEXTS


def _without_notes(sheet: Sheet) -> Sheet:
    """The sheet with our part of its notes cut off."""
    noted = [cell for cells in sheet.rows.values() for cell in cells.values() if forms.CHECK_NOTE_OPENS in cell.note]
    if not noted:
        return sheet
    rows = dict(sheet.rows)
    for cell in noted:
        found = _NOTE.search(cell.note)
        if found:
            shorter = cell._replace(note=cell.note[: found.start()].rstrip())
            rows[cell.row] = rows[cell.row] | {cell.column: shorter}
    # A blank cell is only kept for its note: without one it is none.
    return replace(sheet, rows={r: kept for r, cells in rows.items() if (kept := _kept(cells, sheet.rows[r]))})


def _kept(cells: dict[int, Cell], were: dict[int, Cell]) -> dict[int, Cell]:
    return {c: cell for c, cell in cells.items() if cell is were[c] or cell.note or not cell.is_blank or cell.fill}
