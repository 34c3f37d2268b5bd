"""What the merge of one plan gathers while it walks along the rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from planbook.merging.nouns import Held, Outcome, rank
from planbook.model import Action, Change, Entry


@dataclass(slots=True)
class Tally:
    """What the merge of one plan gathers while it walks: the one place where something grows."""

    held: list[Held] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    outcomes: dict[str, dict[tuple[str, int, int], Outcome]] = field(default_factory=dict)

    def account(self, file: str, entry: Entry, outcome: Outcome) -> None:
        """Note how a cell ends; a cell with two fields keeps the outcome that ranks first."""
        if entry.inherited:
            return
        cells = self.outcomes.setdefault(file, {})
        key = (entry.place.sheet, entry.place.row, entry.place.column)
        if key not in cells or rank(outcome) < rank(cells[key]):
            cells[key] = outcome

    def account_row(self, file: str, action: Action, outcome: Outcome) -> None:
        """Note that every cell of a row ends alike."""
        for entry in action.fields.values():
            self.account(file, entry, outcome)
