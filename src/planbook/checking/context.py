"""What a check may look at: one action, what it means, what it was at the last issue, and the settings."""

from __future__ import annotations

from dataclasses import dataclass

from planbook.model import Action, Entry, Finding, Meaning, Place, Plan, Rating, Severity
from planbook.settings import Scale, Settings


@dataclass(frozen=True, slots=True)
class Subject:
    """One action under check."""

    plan: Plan
    action: Action
    meaning: Meaning
    settings: Settings
    scale: Scale
    base: Action | None = None
    """The action as issued; None for a new one, and where nothing was issued."""
    base_rating: Rating | None = None
    returned: bool = False
    """Whether some return holds this action."""
    held_fields: frozenset[str] = frozenset()
    """Fields of which a return's value waits for a decision."""

    def finding(
        self,
        code: str,
        field: str,
        message: str,
        *,
        value: str | None = None,
        suggestion: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding about one field of this action, at the cell where it stands."""
        entry = self.action.fields.get(field)
        text = entry.text if entry else ""
        return Finding(
            code,
            self.place_of(field),
            message,
            self.plan.id,
            self.action.id,
            field,
            text if value is None else value,
            suggestion,
            severity,
            master_value=text,
            faulty=value if value and value != text and value in text else "",
        )

    def place_of(self, field: str) -> Place:
        """Where a field stands; the first cell of the row where the plan has no such column."""
        entry: Entry | None = self.action.fields.get(field)
        if entry is None or not entry.place.workbook:
            first = next((e.place for e in self.action.fields.values() if e.place.workbook), self.action.place)
            return first if first.cell else Place(first.workbook, first.sheet, first.row, 1)
        return entry.place
