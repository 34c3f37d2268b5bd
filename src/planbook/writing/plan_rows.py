"""The rows of a plan's own sheet: as its layout has them, with nothing forgotten and the narrative as merged."""

from __future__ import annotations

from dataclasses import replace

from planbook.model import Entry, LayoutCell, LayoutRow, Plan, RowKind


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


def last_column(plan: Plan, rows: tuple[LayoutRow, ...]) -> int:
    """The last column of the plan's own, from 0."""
    positions = [column.position for block in plan.blocks for column in block.columns]
    return max(positions + [cell.right for row in rows for cell in row.cells], default=1) - 1


def notes_of_row(plan: Plan, row: LayoutRow) -> Entry | None:
    """The narrative of the block that a row belongs to."""
    return plan.blocks[row.block].notes if row.block < len(plan.blocks) else None


def narrative_cells(plan: Plan, row: LayoutRow, last: int) -> tuple[LayoutCell, ...]:
    """A narrative row with the block's notes as the merge left them, running to the last column."""
    notes = notes_of_row(plan, row)
    if notes is None or not row.cells:
        return row.cells
    if len(row.cells) == 1:
        alone = row.cells[0]
        if alone.right > last or (notes.text in alone.text and not notes.is_blank):
            return row.cells
        return (alone, LayoutCell(alone.right + 1, last + 1, notes.text))
    label, *others = row.cells
    at = next((i for i, cell in enumerate(others) if cell.left == notes.place.column), 0)
    right = max(others[at].right, last + 1) if at == len(others) - 1 else others[at].right
    others[at] = replace(others[at], text=notes.text, right=right)
    return (label, *others)


def is_label(plan: Plan, row: LayoutRow, cell: LayoutCell) -> bool:
    """Whether the first text of a narrative row only names it."""
    notes = notes_of_row(plan, row)
    return notes is None or notes.is_blank or notes.text not in cell.text


def _plainest(plan: Plan) -> tuple[LayoutRow, ...]:
    """A layout for a plan that came without one: its title, the headings, its actions."""
    headings = tuple(LayoutCell(c.position, c.position, c.heading) for block in plan.blocks[:1] for c in block.columns)
    head = (LayoutRow(RowKind.TITLE, (LayoutCell(1, 1, plan.title),)), LayoutRow(RowKind.HEADING, headings))
    return head + tuple(LayoutRow(RowKind.ACTION, (), action.block, action.id) for action in plan.actions)
