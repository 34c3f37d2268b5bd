"""A plan to the cells of its own familiar sheet: what stands where, what is merged. No look, no workbook.

Two things are not simply copied from the layout. An action's row is made of its fields, since the
merge changed those. And a field that was inherited from the row above is one merged cell with it,
as the sub-committee had it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planbook import columns
from planbook.forms import combined
from planbook.model import Action, CellValue, Entry, LayoutCell, LayoutRow, Plan, PlanColumn, RowKind
from planbook.writing.plan_rows import is_label, last_column, narrative_cells, plan_rows


@dataclass(frozen=True, slots=True)
class PlanCell:
    """One cell of a plan's sheet, or several merged to one. Rows and columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int
    kind: RowKind
    text: str
    field: str = ""
    actions: tuple[str, ...] = ()
    """The actions that share it: more than one where it is merged down."""
    rating: str = ""
    """The part of the text that is the rating, where rating and update share a cell."""
    struck: str = ""
    value: CellValue = None
    number_format: str = ""
    label: bool = False
    """The words that name a narrative row."""
    first_title: bool = False


@dataclass(frozen=True, slots=True)
class PlanGrid:
    """A plan's whole sheet as cells."""

    rows: tuple[LayoutRow, ...]
    cells: tuple[PlanCell, ...]
    last_column: int
    """The last column of the plan's own, from 0; what we add stands right of it."""

    def rows_of(self, kind: RowKind) -> list[int]:
        """The rows of a kind, from the top."""
        return [row for row, line in enumerate(self.rows) if line.kind is kind]


def plan_grid(plan: Plan) -> PlanGrid:
    """Everything that stands on a plan's sheet, in reading order."""
    rows = plan_rows(plan)
    building = _Building(plan, last_column(plan, rows))
    for place, row in enumerate(rows):
        if row.kind is RowKind.ACTION:
            building.add_action(place, row.action)
        else:
            building.add_words(place, row)
    return PlanGrid(rows, building.finished(), building.last)


class _Building:
    """The cells of a sheet while they are put together, row by row from the top."""

    def __init__(self, plan: Plan, last: int) -> None:
        self.plan, self.last = plan, last
        self._actions = {action.id: action for action in plan.actions}
        self._cells: list[PlanCell] = []
        self._below: dict[int, list[str]] = {}  # by the index of a cell: the actions that it reaches down over
        self._open: dict[int, int] = {}  # by column: the index of the cell in the row above
        self._narrated: set[int] = set()
        self._titled = False

    def add_action(self, place: int, action_id: str) -> None:
        """Adds the cells of an action's row, or lets the cells above reach down over it."""
        action = self._actions[action_id]
        reached: dict[int, int] = {}
        for column in self.plan.blocks[action.block].columns:
            left = column.position - 1
            above = self._open.get(left)
            if above is not None and self._cells[above].field == column.field and _is_inherited(action, column):
                self._below.setdefault(above, []).append(action_id)
                reached[left] = above
            else:
                reached[left] = len(self._cells)
                self._cells.append(_action_cell(place, left, action, column))
        self._open = reached

    def add_words(self, place: int, row: LayoutRow) -> None:
        """Adds a row of the layout's own texts. Nothing reaches down past it."""
        self._open = {}
        texts = row.cells
        narrative = row.kind is RowKind.NARRATIVE
        if narrative and row.block not in self._narrated:
            self._narrated.add(row.block)
            texts = narrative_cells(self.plan, row, self.last)
        for index, cell in enumerate(texts):
            label = narrative and index == 0 and is_label(self.plan, row, cell)
            self._cells.append(self._words(place, row.kind, cell, label))

    def _words(self, place: int, kind: RowKind, cell: LayoutCell, label: bool) -> PlanCell:
        first = kind is RowKind.TITLE and not self._titled
        self._titled = self._titled or first
        notes = "section_notes" if kind is RowKind.NARRATIVE and not label else ""
        right = max(cell.left, cell.right) - 1
        return PlanCell(place, cell.left - 1, place, right, kind, cell.text, notes, label=label, first_title=first)

    def finished(self) -> tuple[PlanCell, ...]:
        """All cells, those that reach down with their last row and all their actions."""
        for index, below in self._below.items():
            cell = self._cells[index]
            self._cells[index] = replace(cell, bottom=cell.top + len(below), actions=(*cell.actions, *below))
        return tuple(self._cells)


def _is_inherited(action: Action, column: PlanColumn) -> bool:
    if column.field != columns.RAG_AND_UPDATE:
        entry = action.fields.get(column.field)
        return entry is not None and entry.inherited
    there = [entry for entry in (action.fields.get("rag"), action.fields.get("update")) if entry is not None]
    return bool(there) and all(entry.inherited for entry in there)


def _action_cell(place: int, left: int, action: Action, column: PlanColumn) -> PlanCell:
    if column.field == columns.RAG_AND_UPDATE:
        rag, update = action.fields.get("rag"), action.fields.get("update")
        struck = "\n".join(entry.struck for entry in (rag, update) if entry and entry.struck)
        rating = rag.text if rag else ""
        text = combined(rating, update.text if update else "")
        return PlanCell(place, left, place, left, RowKind.ACTION, text, column.field, (action.id,), rating, struck)
    entry = action.fields.get(column.field)
    if entry is None:
        return PlanCell(place, left, place, left, RowKind.ACTION, "", column.field, (action.id,))
    return PlanCell(
        place,
        left,
        place,
        left,
        RowKind.ACTION,
        _text_of(action, column, entry),
        column.field,
        (action.id,),
        entry.text if column.field == "rag" else "",
        entry.struck,
        entry.value,
        entry.number_format,
    )


def _text_of(action: Action, column: PlanColumn, entry: Entry) -> str:
    """A field's words. A number that Excel had damaged is written as it was put right."""
    if column.field == "number" and action.number_note and action.number and not entry.is_blank:
        return action.number
    return entry.text
