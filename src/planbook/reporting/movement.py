"""How ratings moved since the last issue: better, worse, completed, open again.

Measured against `Consolidation.base_ratings`, the codes as they were issued. Worse and open again
are the checks' own findings (R008, R009), since those know a plan's own legend, which can run
backwards; better is any other move along the scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from planbook.figures import Key
from planbook.model import Consolidation
from planbook.settings import Scale


@dataclass(frozen=True, slots=True)
class Movement:
    """The actions that moved, by how they moved. What is open again counts as worse too."""

    better: frozenset[Key]
    worse: frozenset[Key]
    reopened: frozenset[Key]
    completed: frozenset[Key]


def movement(quarter: Consolidation, scale: Scale) -> Movement:
    """What a quarter's ratings say against those of the last issue."""
    fell = _keys_with(quarter, "R008")
    reopened = _keys_with(quarter, "R009")
    better, worse, completed = set(), set(fell | reopened), set()
    for plan in quarter.plans:
        for action in plan.actions:
            key, before = (plan.id, action.id), quarter.base_ratings.get((plan.id, action.id), "")
            now = quarter.meanings[key]
            if not before or not now.rating.code or before.casefold() == now.rating.code.casefold():
                continue
            if now.complete and not scale.is_complete(before):
                completed.add(key)
            if key in worse:
                continue
            step = _steps_up(before, now.rating.code, scale)
            if step > 0 or now.complete or (step and plan.legend):
                better.add(key)
            elif step < 0:
                worse.add(key)
    return Movement(frozenset(better), frozenset(worse), frozenset(reopened), frozenset(completed))


def _keys_with(quarter: Consolidation, code: str) -> frozenset[Key]:
    return frozenset((f.plan, f.action) for f in quarter.findings if f.code == code and f.action)


def _steps_up(before: str, now: str, scale: Scale) -> int:
    """How many steps a rating rose; nought where one of the codes is not on the scale."""
    places = {step.code.casefold(): place for place, step in enumerate(scale.steps)}
    first, last = places.get(before.casefold()), places.get(now.casefold())
    return 0 if first is None or last is None else last - first
