"""Which plan of the workspace a returned plan is: by what it says, whatever its file is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planbook.likeness import folded, likeness
from planbook.model import Plan

_ENOUGH = 0.3
"""Share of a return's rows that the plan must know; a title or number alone needs less."""


@dataclass(frozen=True, slots=True)
class PlanMatch:
    """The plan that a return is taken to be, and how sure that is (0 to 1)."""

    plan: Plan
    score: float


def match_plan(returned: Plan, plans: Sequence[Plan]) -> PlanMatch | None:
    """The plan of the workspace that a returned plan is; None where none fits."""
    keyed = max(plans, key=lambda plan: _shared_keys(returned, plan), default=None)
    if keyed is not None and _shared_keys(returned, keyed):
        return PlanMatch(keyed, 1.0)
    scored = sorted((PlanMatch(plan, _score(returned, plan)) for plan in plans), key=lambda m: -m.score)
    return scored[0] if scored and scored[0].score >= _ENOUGH else None


def _shared_keys(returned: Plan, plan: Plan) -> int:
    """How many rows carry a key of this plan: nothing else has it."""
    keys = {a.key for a in plan.actions if a.key}
    return sum(a.key in keys for a in returned.actions)


def _score(returned: Plan, plan: Plan) -> float:
    """Shared wordings first, since titles and numbers are what people change; numbers and titles then help."""
    mine, theirs = _wordings(returned), _wordings(plan)
    shared = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    numbers_mine, numbers_theirs = {a.number for a in returned.actions}, {a.number for a in plan.actions}
    numbers = len(numbers_mine & numbers_theirs) / max(1, len(numbers_mine))
    title = 0.5 * likeness(returned.title, plan.title) + (0.5 if returned.id == plan.id else 0.0)
    score = 0.7 * shared + 0.15 * numbers + 0.15 * title
    # A blank or wholly rewritten copy shares no wording: its number, title and numbering must all speak for it.
    return max(score, 0.5 * numbers * title) if shared == 0 else score


def _wordings(plan: Plan) -> frozenset[str]:
    return frozenset(w for a in plan.actions if (w := folded(a.wording)))
