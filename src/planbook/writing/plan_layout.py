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


def plan_rows(plan: Plan) -> tuple[LayoutRow, ...]:
    """The rows of a plan's sheet. An action that the layout does not name is put at its end, never dropped."""
    rows = plan.layout.rows or _plainest(plan)
    known = {row.action for row in rows if row.kind is RowKind.ACTION}
    left_over = tuple(LayoutRow(RowKind.ACTION, (), a.block, a.id) for a in plan.actions if a.id not in known)
    there = {action.id for action in plan.actions}
    return tuple(row for row in rows if row.kind is not RowKind.ACTION or row.action in there) + left_over


def action_rows(plan: Plan) -> dict[str, int]:
    """The row of each action on its plan's sheet, from 0: where links lead."""
    return {row.action: place for place, row in enumerate(plan_rows(plan)) if row.kind is RowKind.ACTION}


def plan_grid(plan: Plan) -> PlanGrid:
    """Everything that stands on a plan's sheet, in reading order."""
    rows = plan_rows(plan)
    last = _last_column(plan, rows)
    cells: list[PlanCell] = []
    merged_down: dict[int, int] = {}  # column: where in `cells` the cell above stands
    actions = {action.id: action for action in plan.actions}
    narrated: set[int] = set()
    titled = False
    for place, row in enumerate(rows):
        if row.kind is RowKind.ACTION:
            merged_down = _add_action(cells, place, plan, actions[row.action], merged_down)
            continue
        merged_down = {}
        texts = row.cells
        if row.kind is RowKind.NARRATIVE and row.block not in narrated:
            narrated.add(row.block)
            texts = _narrative(plan, row, last)
        for index, cell in enumerate(texts):
            first_title = row.kind is RowKind.TITLE and not titled
            titled = titled or first_title
            label = row.kind is RowKind.NARRATIVE and index == 0 and _is_label(plan, row, cell)
            notes = "section_notes" if row.kind is RowKind.NARRATIVE and not label else ""
            cells.append(
                PlanCell(
                    place,
                    cell.left - 1,
                    place,
                    max(cell.left, cell.right) - 1,
                    row.kind,
                    cell.text,
                    field=notes,
                    label=label,
                    first_title=first_title,
                )
            )
    return PlanGrid(rows, tuple(cells), last)


def _plainest(plan: Plan) -> tuple[LayoutRow, ...]:
    """A layout for a plan that came without one: its title, the headings, its actions."""
    headings = tuple(LayoutCell(c.position, c.position, c.heading) for c in plan.blocks[0].columns)
    head = (LayoutRow(RowKind.TITLE, (LayoutCell(1, 1, plan.title),)), LayoutRow(RowKind.HEADING, headings))
    return head + tuple(LayoutRow(RowKind.ACTION, (), action.block, action.id) for action in plan.actions)


def _last_column(plan: Plan, rows: tuple[LayoutRow, ...]) -> int:
    positions = [column.position for block in plan.blocks for column in block.columns]
    return max(positions + [cell.right for row in rows for cell in row.cells], default=1) - 1


def _narrative(plan: Plan, row: LayoutRow, last: int) -> tuple[LayoutCell, ...]:
    """A narrative row with the block's notes as the merge left them, running to the last column."""
    notes = plan.blocks[row.block].notes if row.block < len(plan.blocks) else None
    if notes is None or not row.cells:
        return row.cells
    if len(row.cells) == 1:
        alone = row.cells[0]
        if notes.is_blank or notes.text in alone.text or alone.right > last:
            return row.cells
        return (alone, LayoutCell(alone.right + 1, last + 1, notes.text))
    label, *others = row.cells
    at = next((i for i, cell in enumerate(others) if cell.left == notes.place.column), 0)
    right = max(others[at].right, last + 1) if at == len(others) - 1 else others[at].right
    others[at] = replace(others[at], text=notes.text, right=right)
    return (label, *others)


def _is_label(plan: Plan, row: LayoutRow, cell: LayoutCell) -> bool:
    """Whether the first text of a narrative row only names it."""
    notes = plan.blocks[row.block].notes if row.block < len(plan.blocks) else None
    return notes is None or notes.is_blank or notes.text not in cell.text


def _add_action(cells: list[PlanCell], place: int, plan: Plan, action: Action, above: dict[int, int]) -> dict[int, int]:
    """Adds the cells of an action's row, or lets the cells above reach down over it; says where each stands."""
    block = plan.blocks[action.block]
    reached: dict[int, int] = {}
    for column in block.columns:
        left = column.position - 1
        anchor = above.get(left)
        if anchor is not None and cells[anchor].field == column.field and _is_inherited(action, column):
            over = cells[anchor]
            cells[anchor] = replace(over, bottom=place, actions=(*over.actions, action.id))
            reached[left] = anchor
        else:
            reached[left] = len(cells)
            cells.append(_action_cell(place, left, action, column))
    return reached


def _is_inherited(action: Action, column: PlanColumn) -> bool:
    entries = [action.fields.get(key) for key in _fields_of(column)]
    there = [entry for entry in entries if entry is not None]
    return bool(there) and all(entry.inherited for entry in there)


def _fields_of(column: PlanColumn) -> tuple[str, ...]:
    return ("rag", "update") if column.field == columns.RAG_AND_UPDATE else (column.field,)


def _action_cell(place: int, left: int, action: Action, column: PlanColumn) -> PlanCell:
    cell = PlanCell(place, left, place, left, RowKind.ACTION, "", field=column.field, actions=(action.id,))
    if column.field == columns.RAG_AND_UPDATE:
        rag, update = action.fields.get("rag"), action.fields.get("update")
        struck = "\n".join(entry.struck for entry in (rag, update) if entry and entry.struck)
        text = combined(rag.text if rag else "", update.text if update else "")
        return replace(cell, text=text, rating=rag.text if rag else "", struck=struck)
    entry = action.fields.get(column.field)
    if entry is None:
        return cell
    return replace(
        cell,
        text=_text_of(action, column, entry),
        rating=entry.text if column.field == "rag" else "",
        struck=entry.struck,
        value=entry.value,
        number_format=entry.number_format,
    )


def _text_of(action: Action, column: PlanColumn, entry: Entry) -> str:
    """A field's words. A number that Excel had damaged is written as it was put right."""
    if column.field == "number" and action.number_note and action.number and not entry.is_blank:
        return action.number
    return entry.text
