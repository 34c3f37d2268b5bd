"""What the merge works with and gives back. All of it values; what an exception says is not decided here."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from planbook.model import Action, CellCount, Change, Entry, Place, Plan

NOTHING = Entry("", Place(""))
"""What stood in a cell that the plan as issued does not have."""


class Outcome(enum.StrEnum):
    """How a cell of a return ends. A cell with two fields counts once, by the first of these that fits."""

    HELD = "held"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CARRIED = "carried"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Returned:
    """One plan as one file returned it."""

    file: str
    plan: Plan
    base: Plan | None = None
    """What it started from, where that is not what the others started from: it carries this itself."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value of a return that was not taken as it stands, and why: an M code, U003, F007, F008 or F010.

    `ours` is what the master keeps; None where the row or the cell is not in the master at all.
    """

    code: str
    action: str
    field: str
    theirs: Entry
    ours: Entry | None = None
    base: Entry | None = None
    detail: str = ""
    waits: bool = True
    """False where nothing waits for a decision: it is only said."""
    words: str = ""
    """What is to be shown where that is more than `theirs`: every text of a row of which nothing was taken."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The outcome of each cell of one return, by sheet, row and column."""

    file: str
    outcomes: dict[tuple[str, int, int], Outcome]


@dataclass(frozen=True, slots=True)
class MergedPlan:
    """One plan after the merge."""

    plan: Plan
    changes: tuple[Change, ...]
    held: tuple[Held, ...]
    cells: tuple[Cells, ...]
    base_of: dict[str, Action]
    """The action as issued, by the id of the merged one; new actions have none."""
    touched: dict[str, tuple[str, ...]]
    """The files in which an action's row was found, by id."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One field of one action, decided once with every proposal before it."""

    entry: Entry
    outcomes: tuple[tuple[str, Entry, Outcome], ...] = ()
    """File, the return's entry, how its cell ends."""
    held: tuple[Held, ...] = ()
    sources: tuple[Entry, ...] = ()
    """The returns' entries that made the entry what it is; several where an update grew from several."""


def rank(outcome: Outcome) -> int:
    """Order of precedence where a cell holds two fields: held, changed, unchanged."""
    return list(Outcome).index(outcome)


def count(cells: CellCount, outcome: Outcome | None) -> CellCount:
    """The count with one more cell of this outcome; None is a cell that nobody accounted for."""
    name = outcome.value if outcome else "unaccounted"
    values = {
        f: getattr(cells, f) for f in ("read", "layout", "unchanged", "changed", "held", "carried", "unaccounted")
    }
    values["read"] += 1
    values[name] += 1
    return CellCount(**values)
