"""What each file in `returns/` is: a return of some plans, the same as another, or nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planbook.likeness import normalise
from planbook.matching.workbooks import match_plan
from planbook.model import Plan, PlanFile


@dataclass(frozen=True, slots=True)
class Recognised:
    """One file and the workspace's plans that it returns: (as returned, as known)."""

    file: PlanFile
    plans: tuple[tuple[Plan, Plan], ...]
    unknown: tuple[Plan, ...] = ()
    """Plans in the file that are none of the workspace's."""
    same_as: str = ""
    """The file that says exactly the same and is used instead."""


def recognise(files: Sequence[PlanFile], known: Sequence[Plan]) -> tuple[Recognised, ...]:
    """Match every returned file with the workspace's plans, whatever it is called.

    The first of several files that say the same, by name, is the one that is used. Without any known plan every
    plan returned is its own first version.
    """
    result: list[Recognised] = []
    first: dict[tuple[str, ...], str] = {}
    for file in sorted(files, key=lambda f: f.name):
        pairs: list[tuple[Plan, Plan]] = []
        unknown: list[Plan] = []
        for plan in file.plans:
            match = match_plan(plan, known) if known else None
            if match is not None:
                pairs.append((plan, match.plan))
            elif known:
                unknown.append(plan)
            else:
                pairs.append((plan, plan))
        words = signature(file)
        result.append(Recognised(file, tuple(pairs), tuple(unknown), first.get(words, "")))
        if pairs:
            first.setdefault(words, file.name)
    return tuple(result)


def signature(file: PlanFile) -> tuple[str, ...]:
    """Everything that a file says, in order, whatever cells it stands in: the same for two copies of one return."""
    words: list[str] = []
    for plan in file.plans:
        words.extend(normalise(c.text) for r in plan.layout.rows for c in r.cells)
        for action in plan.actions:
            words.append(action.id)
            words.extend(
                f"{key}={normalise(e.text)}{e.formula}{normalise(e.note)}" for key, e in sorted(action.fields.items())
            )
    words.extend(normalise(loose.text) for loose in file.loose)
    return tuple(words)
