"""What earlier decisions mean for a merge: values that were decided, rows that were refused or recognised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planbook.likeness import normalise
from planbook.model import Action, Answer, Answered


@dataclass(frozen=True, slots=True)
class Memory:
    """The answers that were given about one plan."""

    values: frozenset[tuple[str, str, str]] = frozenset()
    """Action, field and the normal form of a value that a return may go on proposing in vain."""
    refused_rows: frozenset[str] = frozenset()
    """Wordings of new rows that were taken out again."""
    same_rows: dict[str, str] = field(default_factory=dict)
    """Wordings of rows that were in doubt, with the id of the action that each is; empty for a new one."""

    def values_of(self, action: str, field_key: str) -> frozenset[str]:
        """The decided values of one field of one action."""
        return frozenset(value for a, f, value in self.values if a == action and f == field_key)

    def refuses(self, action: Action) -> bool:
        """Whether a new row was taken out of the master by decision."""
        return bool(self.refused_rows) and normalise(action.wording) in self.refused_rows

    def known_as(self, action: Action) -> str | None:
        """The id that a row in doubt was decided to be; empty for a new action, None where nothing was decided."""
        return self.same_rows.get(normalise(action.wording)) if self.same_rows else None


def memory_of(answered: Iterable[Answered], plan: str) -> Memory:
    """The answers about one plan."""
    mine = [a for a in answered if a.plan == plan]
    return Memory(
        frozenset((a.action, a.field, a.value) for a in mine if a.kind is Answer.VALUE),
        frozenset(a.value for a in mine if a.kind is Answer.NEW_ROW),
        {a.value: a.action for a in mine if a.kind is Answer.SAME_ROW},
    )
