"""What a quarter comes to, in figures: the nouns that `reporting/` fills in and `writing/` shows.

They stand here, below both, so that the arithmetic knows no cells and the sheets do no sums.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from planbook.model import Choice, Place, Severity

Key = tuple[str, str]
"""An action: the plan's id and the action's."""


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """One line of the summary: a plan, or all of them together."""

    plan: str
    """The plan's id; empty for all plans together."""
    actions: int = 0
    ratings: dict[str, int] = field(default_factory=dict)
    """How many actions have each code; those without one stand under the empty code."""
    complete: int = 0
    better: int = 0
    worse: int = 0
    overdue: int = 0
    no_update: int = 0
    returns: int = 0
    """Files that were read for this plan."""
    missing: bool = False
    open: dict[str, int] = field(default_factory=dict)
    """Open errors and warnings by exception sheet, counted as the rows that people read."""


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Findings that say the same of one or more cells: one row of an exception sheet."""

    code: str
    severity: Severity
    message: str
    field: str = ""
    plans: tuple[str, ...] = ()
    actions: tuple[Key, ...] = ()
    refs: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    in_master: str = ""
    in_return: str = ""
    suggestion: str = ""
    held: bool = False
    decision: str | None = None
    choices: tuple[Choice, ...] = ()
    """What the drop-down beside it offers."""
    remark: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still asks something of somebody."""
        return self.decision is None and self.severity is not Severity.INFO


class Why(enum.StrEnum):
    """Why an action stands in the highlight report, most pressing first."""

    OVERDUE = "Overdue"
    REOPENED = "Open again"
    WORSE = "Got worse"
    UNDECIDED = "Undecided"
    NO_UPDATE = "No update"
    COMPLETED = "Completed since"


@dataclass(frozen=True, slots=True)
class Highlight:
    """One line of the highlight report: an action, or several of one plan of which the same is true."""

    why: Why
    plan: str
    actions: tuple[str, ...]
    word: str
    """What is to be said of it, in one sentence."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk of a plan with what is done about it, and all the actions that name it."""

    plan: str
    actions: tuple[str, ...]
    risk: str
    mitigation: str
    leads: tuple[str, ...] = ()
    rating: str = ""
    """The lowest rating code among its actions."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that the sheets say beyond the plans themselves."""

    codes: tuple[str, ...]
    """Every rating code to be shown, worst first: those of the scale, then any others in use."""
    plans: tuple[PlanFigures, ...]
    total: PlanFigures
    exceptions: tuple[ExceptionRow, ...] = ()
    """In the order that serves whoever decides: errors first, then as the plans go."""
    highlights: tuple[Highlight, ...] = ()
    risks: tuple[RiskRow, ...] = ()
    overdue: frozenset[Key] = frozenset()
    no_update: frozenset[Key] = frozenset()
    changed: frozenset[Key] = frozenset()
