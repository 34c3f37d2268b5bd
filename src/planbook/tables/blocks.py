"""One table of a sheet, from its heading row down: its blocks, its actions as raw rows, its layout."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from planbook.interpreting.legend import read_legend
from planbook.model import (
    Action,
    Block,
    Cell,
    Entry,
    LayoutCell,
    LayoutRow,
    Place,
    PlanColumn,
    RowKind,
    Sheet,
    Span,
)
from planbook.settings import Scale
from planbook.tables.columns_found import find_columns
from planbook.tables.fields import entries_of, entry_of
from planbook.tables.heading_rows import HeadingRow
from planbook.tables.row_kinds import RowReader, is_narrative, own_cells


@dataclass(slots=True)
class Building:
    """A plan while it is being read: the one place where something grows."""

    workbook: str
    blocks: list[Block] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    number_cells: list[Cell | None] = field(default_factory=list)
    rows: list[LayoutRow] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    legend: str = ""


def layout_cells(sheet: Sheet, row: int, cells: dict[int, Cell]) -> tuple[LayoutCell, ...]:
    """The texts of a row of the layout, with how far each is merged to the right."""
    right = {s.left: s.right for s in sheet.merges if s.top <= row <= s.bottom}
    return tuple(LayoutCell(c, max(c, right.get(c, c)), cell.text) for c, cell in sorted(cells.items()))


def read_table(
    building: Building, sheet: Sheet, heading: HeadingRow, last: int, section: str, scale: Scale | None
) -> None:
    """Add the table under one heading row, down to row `last`, to what is being built."""
    rows = [r for r in sorted(sheet.rows) if heading.bottom < r <= last]
    columns = find_columns(heading, [sheet.rows[r] for r in rows])
    legend = next((t for t in heading.texts.values() if read_legend([t])), "")
    building.legend = building.legend or legend
    for row in range(heading.top, heading.bottom + 1):
        cells = own_cells(sheet.rows.get(row, {}))
        place = Place(building.workbook, sheet.title, row)
        building.rows.append(
            LayoutRow(RowKind.HEADING, layout_cells(sheet, row, cells), len(building.blocks), place=place)
        )
    building.blocks.append(Block(section, columns))
    _Table(building, sheet, columns, scale).read(rows, heading.bottom)


class _Table:
    def __init__(self, building: Building, sheet: Sheet, columns: tuple[PlanColumn, ...], scale: Scale | None) -> None:
        self._building = building
        self._sheet = sheet
        self._columns = columns
        self._scale = scale
        self._rows = RowReader(sheet, columns)
        self._down = [s for s in sheet.merges if s.bottom > s.top]
        self._anchors = self._anchor_map()
        self._pending: list[LayoutRow] = []

    def _anchor_map(self) -> dict[tuple[int, int], Span]:
        """For each cell of a table's merged area that is not its first: the area."""
        wanted = {c.position for c in self._columns}
        return {
            (row, column): span
            for span in self._down
            for row in range(span.top, min(span.bottom, span.top + 2000) + 1)
            for column in range(span.left, min(span.right, span.left + 60) + 1)
            if column in wanted and (row, column) != (span.top, span.left)
        }

    def read(self, rows: list[int], after: int) -> None:
        previous = after
        outside = False
        for row in rows:
            cells = own_cells(self._sheet.rows[row])
            if not cells:
                continue
            for blank in range(previous + 1, min(row, previous + 4)):
                self._add_row(RowKind.BLANK, blank, {})
            apart = outside or row > previous + 1
            far = outside or row > previous + 2
            kind = self._rows.kind(row, cells, apart=apart, far=far)
            outside = kind is RowKind.TEXT or (apart and kind is RowKind.BAND)
            self._add(kind, row, cells)
            previous = row
        self._close()

    def _add(self, kind: RowKind, row: int, cells: dict[int, Cell]) -> None:
        building = self._building
        if kind is RowKind.ACTION:
            self._flush(RowKind.BAND)
            self._action(row, cells)
        elif kind is RowKind.NARRATIVE and building.blocks[-1].notes is None:
            self._flush(RowKind.BAND)
            self._narrative(row, cells)
        elif kind is RowKind.BAND:
            self._pending.append(self._layout_row(kind, row, cells))
        else:
            self._add_row(RowKind.TEXT if kind is RowKind.NARRATIVE else kind, row, cells)

    def _layout_row(self, kind: RowKind, row: int, cells: dict[int, Cell], action: str = "") -> LayoutRow:
        place = Place(self._building.workbook, self._sheet.title, row)
        return LayoutRow(kind, layout_cells(self._sheet, row, cells), len(self._building.blocks) - 1, action, place)

    def _add_row(self, kind: RowKind, row: int, cells: dict[int, Cell]) -> None:
        target = self._pending if self._pending else self._building.rows
        target.append(self._layout_row(kind, row, cells))

    def _flush(self, kind: RowKind) -> None:
        """Bands open a new block as soon as an action follows them; the last band is its section."""
        bands = [r for r in self._pending if r.kind is RowKind.BAND]
        if not bands:
            return
        building = self._building
        section = " / ".join(c.text for c in bands[-1].cells)
        fresh = not any(a.block == len(building.blocks) - 1 for a in building.actions)
        if fresh and building.blocks[-1].notes is None:
            building.blocks[-1] = replace(building.blocks[-1], section=section)
        else:
            building.blocks.append(Block(section, self._columns))
        index = len(building.blocks) - 1
        building.rows.extend(replace(r, block=index) for r in self._pending)
        self._pending = []

    def _close(self) -> None:
        """Bands that nothing follows are text below the table, or the section of the next one."""
        self._building.rows.extend(self._pending)
        self._pending = []

    def _entries(self, row: int, cells: dict[int, Cell]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for column in self._columns:
            cell = cells.get(column.position) or self._sheet.cell(row, column.position)
            span = self._anchors.get((row, column.position))
            if cell is None and span is not None and span.top < row and column.position == span.left:
                anchor = self._sheet.cell(span.top, span.left)
                place = Place(self._building.workbook, self._sheet.title, span.top, span.left)
                for key, entry in entries_of(anchor, place, column.field, self._scale).items():
                    entries[key] = replace(entry, inherited=True)
                continue
            place = Place(self._building.workbook, self._sheet.title, row, column.position)
            entries.update(entries_of(cell, place, column.field, self._scale))
        return entries

    def _action(self, row: int, cells: dict[int, Cell]) -> None:
        building = self._building
        place = Place(building.workbook, self._sheet.title, row)
        entries = self._entries(row, cells)
        number_column = next((c.position for c in self._columns if c.field == "number"), 0)
        number_cell = cells.get(number_column)
        if "number" in entries and entries["number"].inherited:
            number_cell = None
        building.number_cells.append(number_cell)
        # Until the ids are given, an action is known by its place.
        building.actions.append(Action(str(place), entries, place, len(building.blocks) - 1))
        building.rows.append(self._layout_row(RowKind.ACTION, row, {}, str(place)))

    def _narrative(self, row: int, cells: dict[int, Cell]) -> None:
        """The label stands first, its text in the cell after it; a row with one text has no notes yet."""
        building = self._building
        columns = sorted(cells)
        label = next(c for c in columns if is_narrative({c: cells[c]}))
        rest = [c for c in columns if c != label]
        column = rest[0] if rest else label + 1
        entry = entry_of(cells.get(column), Place(building.workbook, self._sheet.title, row, column))
        building.blocks[-1] = replace(building.blocks[-1], notes=entry)
        building.rows.append(self._layout_row(RowKind.NARRATIVE, row, cells))
