"""One plan with what this run did to it: what its sheet is made from, and what its marks say in words."""

from __future__ import annotations

from dataclasses import dataclass

from planbook import columns, forms
from planbook.figures import Key
from planbook.model import Consolidation, Plan
from planbook.writing.plan_layout import PlanCell, PlanGrid, plan_grid

NOTES = "section_notes"


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What a plan's sheet is made from."""

    plan: Plan
    grid: PlanGrid
    changed: dict[Key, tuple[str, ...]]
    """The fields that this run changed, by action."""
    new: frozenset[str]
    """The actions that nobody has agreed to yet."""
    marks: tuple[str, ...]
    """The headings of the columns that we add: that of new actions only where there are any."""

    narrated: frozenset[int]
    """The blocks whose narrative this run changed."""

    def fields_changed(self, action_id: str) -> tuple[str, ...]:
        """The changed fields of an action, in the order of the changes."""
        return self.changed.get((self.plan.id, action_id), ())

    def words_of(self, action_id: str) -> str:
        """What this run changed of an action, in words; its block's narrative is said in that row."""
        fields = [field for field in self.fields_changed(action_id) if field != NOTES]
        return _said(fields) if fields else ""

    def words_of_narrative(self, block: int) -> str:
        """What this run changed of a narrative row, in words."""
        return _said([NOTES]) if block in self.narrated else ""

    def is_changed(self, cell: PlanCell) -> bool:
        """Whether this run changed what the cell holds."""
        if not cell.field or not self.changed:
            return False
        if cell.field == NOTES:
            return self.grid.rows[cell.top].block in self.narrated
        held = ("rag", "update") if cell.field == columns.RAG_AND_UPDATE else (cell.field,)
        return any(field in held for action in cell.actions for field in self.fields_changed(action))


def plan_sheet(plan: Plan, changed: dict[Key, tuple[str, ...]], version: str) -> PlanSheet:
    """A plan, and the changed fields of all plans, to what its sheet is made from."""
    new = frozenset(action.id for action in plan.actions if not action.agreed)
    marks = (forms.NOT_AGREED_MARK,) if new else ()
    told = frozenset(a.block for a in plan.actions if NOTES in changed.get((plan.id, a.id), ()))
    return PlanSheet(plan, plan_grid(plan), changed, new, (*marks, forms.changed_mark(version)), told)


def _said(fields: list[str]) -> str:
    return "\u25cf " + ", ".join(columns.title_of(field) for field in fields)


def changed_fields(quarter: Consolidation) -> dict[Key, tuple[str, ...]]:
    """The fields that this run changed, by action: what all plan sheets mark."""
    found: dict[Key, dict[str, None]] = {}
    for change in quarter.changes:
        found.setdefault((change.plan, change.action), {})[change.field] = None
    return {key: tuple(fields) for key, fields in found.items()}
