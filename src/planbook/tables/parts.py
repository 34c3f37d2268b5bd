"""A sheet with several plans or tables on it, cut into parts that are read one by one; every cell keeps its address.

Tables side by side are parts of their columns; tables below each other are parts of one plan, unless each has a
numbered title of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planbook.model import LayoutCell, Sheet
from planbook.tables.blocks import Building
from planbook.tables.heading_rows import HeadingRow, find_heading_rows
from planbook.tables.row_kinds import own_cells
from planbook.tables.titles import number_and_form

_FEWEST = 3
"""Columns that a table beside another one has at least."""


def parts_of(sheet: Sheet) -> list[tuple[Sheet, tuple[HeadingRow, ...]]]:
    """The parts of a sheet with their heading rows, in the order in which people read them."""
    parts = []
    whole = find_heading_rows(sheet)
    for beside in _side_by_side(sheet, whole):
        headings = whole if beside is sheet else find_heading_rows(beside)
        for below in _with_own_titles(beside, headings):
            found = headings if below is beside else find_heading_rows(below)
            if found:
                parts.append((below, found))
    return parts


def _side_by_side(sheet: Sheet, headings: Sequence[HeadingRow]) -> list[Sheet]:
    """The sheet cut between tables that stand beside each other: those whose headings come again, all in one row."""
    cuts = {_cut_of(h) for h in headings}
    if len(cuts) != 1 or None in cuts:
        return [sheet]
    (cut,) = cuts
    assert cut is not None  # noqa: S101 - the line above has looked
    rest = _columns(sheet, cut, 1 << 20)
    return [_columns(sheet, 1, cut - 1), *_side_by_side(rest, find_heading_rows(rest))]


def _cut_of(heading: HeadingRow) -> int | None:
    """The column where the same headings begin again; None where they do not."""
    columns = sorted(heading.texts)
    words = [heading.texts[c].casefold() for c in columns]
    for width in range(_FEWEST, len(words) // 2 + 1):
        if words[:width] == words[width : 2 * width]:
            return columns[width]
    return None


def moved_left(building: Building, columns: int) -> None:
    """Let a table that stood beside another one stand below it: its layout begins in the first column as well."""
    building.rows = [
        replace(r, cells=tuple(LayoutCell(c.left - columns, c.right - columns, c.text) for c in r.cells))
        for r in building.rows
    ]
    building.blocks = [
        replace(b, columns=tuple(replace(c, position=c.position - columns) for c in b.columns)) for b in building.blocks
    ]


def _columns(sheet: Sheet, first: int, last: int) -> Sheet:
    """A view of these columns alone."""
    rows = {r: {c: cell for c, cell in cells.items() if first <= c <= last} for r, cells in sheet.rows.items()}
    merges = tuple(s for s in sheet.merges if first <= s.left <= last)
    return replace(sheet, rows={r: cells for r, cells in rows.items() if cells}, merges=merges)


# ------------------------------------------------------------------ tables with titles of their own


def _with_own_titles(sheet: Sheet, headings: Sequence[HeadingRow]) -> list[Sheet]:
    """The sheet cut above each table that has a numbered title as the first one has, with another number."""
    floors = [0, *(h.bottom for h in headings)]
    starts = [_title_above(sheet, heading, floor) for heading, floor in zip(headings, floors, strict=False)]
    if not starts or starts[0] is None:
        return [sheet]
    form = starts[0][2]
    seen = {starts[0][1]}
    cuts = []
    for start in starts[1:]:
        if start and start[2] == form and start[1] not in seen:
            seen.add(start[1])
            cuts.append(start[0])
    edges = [0, *cuts, max(sheet.rows, default=0) + 1]
    views = [
        replace(sheet, rows={r: cells for r, cells in sheet.rows.items() if top <= r < end})
        for top, end in pairwise(edges)
    ]
    return views if cuts else [sheet]


def _title_above(sheet: Sheet, heading: HeadingRow, floor: int) -> tuple[int, str, str] | None:
    """Row, number and form of the one numbered title between a heading row and what ends above it.

    Below another table it has a blank row above it; rows of several texts are that table's. Right above the first
    heading row, and apart from a title of the sheet, it is a band.
    """
    found = []
    for row in range(heading.top - 1, floor, -1):
        cells = own_cells(sheet.rows.get(row, {}))
        if len(cells) > 1:
            break
        text = " ".join(next(iter(cells.values())).text.split()) if cells else ""
        number, form = number_and_form(text)
        if number:
            found.append((row, number, form))
    if len(found) != 1:
        return None
    row = found[0][0]
    is_close = bool(own_cells(sheet.rows.get(row - 1, {})))
    is_below_title = any(own_cells(cells) for above, cells in sheet.rows.items() if above < row)
    is_band = not floor and row == heading.top - 1 and is_below_title and not is_close
    return None if is_band or (floor and is_close) else found[0]
