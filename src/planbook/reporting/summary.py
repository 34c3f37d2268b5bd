"""The counts of a quarter: by plan and rating, overdue, silent, returned, open. The door of `reporting/`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from planbook.figures import ExceptionRow, Figures, Key, PlanFigures
from planbook.forms import EXCEPTION_SHEETS, family_sheet
from planbook.model import Consolidation, Fate, Plan
from planbook.reporting.grouping import exception_rows
from planbook.reporting.highlights import highlight_rows
from planbook.reporting.movement import Movement, movement
from planbook.reporting.risks import risk_rows
from planbook.settings import Scale

# What became of a file that was read as a return of a plan.
_READ = frozenset({Fate.MERGED, Fate.UNCHANGED})


def figures(quarter: Consolidation, scale: Scale) -> Figures:
    """A merged quarter, and the scale in force, to everything that the sheets say beyond the plans."""
    exceptions, moved = exception_rows(quarter), movement(quarter, scale)
    overdue = frozenset(key for key, meaning in quarter.meanings.items() if meaning.is_overdue(quarter.as_of))
    no_update = frozenset((f.plan, f.action) for f in quarter.findings if f.code == "U001" and f.action)
    plans = tuple(_of_plan(quarter, plan, exceptions, moved, overdue, no_update) for plan in quarter.plans)
    return Figures(
        codes=_codes(quarter, scale),
        plans=plans,
        total=_total(quarter, plans, exceptions),
        exceptions=exceptions,
        highlights=highlight_rows(quarter, moved, overdue, no_update),
        risks=risk_rows(quarter, scale),
        overdue=overdue,
        no_update=no_update,
        changed=frozenset((c.plan, c.action) for c in quarter.changes),
    )


def _codes(quarter: Consolidation, scale: Scale) -> tuple[str, ...]:
    """The scale's codes, worst first, then whatever else the plans use, in alphabetical order."""
    known = tuple(step.code for step in scale.steps)
    folded = {code.casefold() for code in known}
    others = {m.rating.code for m in quarter.meanings.values() if m.rating.code.casefold() not in folded}
    return known + tuple(sorted(code for code in others if code))


def _of_plan(
    quarter: Consolidation,
    plan: Plan,
    exceptions: tuple[ExceptionRow, ...],
    moved: Movement,
    overdue: frozenset[Key],
    no_update: frozenset[Key],
) -> PlanFigures:
    keys = [(plan.id, action.id) for action in plan.actions]
    return PlanFigures(
        plan=plan.id,
        actions=len(keys),
        ratings=dict(Counter(quarter.meanings[key].rating.code for key in keys)),
        complete=sum(quarter.meanings[key].complete for key in keys),
        better=_among(keys, moved.better),
        worse=_among(keys, moved.worse),
        overdue=_among(keys, overdue),
        no_update=_among(keys, no_update),
        returns=sum(plan.id in record.plans for record in quarter.returns if record.fate in _READ),
        missing=plan.id in quarter.missing_returns,
        open=_open(row for row in exceptions if plan.id in row.plans),
    )


def _among(keys: list[Key], found: frozenset[Key]) -> int:
    return sum(key in found for key in keys)


def _open(rows: Iterable[ExceptionRow]) -> dict[str, int]:
    """Open rows by exception sheet, every sheet named, in the order of the book."""
    counts = Counter(family_sheet(row.code) for row in rows if row.is_open)
    return {sheet: counts[sheet] for sheet in EXCEPTION_SHEETS}


def _total(quarter: Consolidation, plans: tuple[PlanFigures, ...], exceptions: tuple[ExceptionRow, ...]) -> PlanFigures:
    """All plans together. Exceptions are counted anew: one row can be about several plans, or about none."""

    def summed(part: Callable[[PlanFigures], int]) -> int:
        return sum(part(plan) for plan in plans)

    ratings: Counter[str] = Counter()
    for plan in plans:
        ratings.update(plan.ratings)
    return PlanFigures(
        plan="",
        actions=summed(lambda p: p.actions),
        ratings=dict(ratings),
        complete=summed(lambda p: p.complete),
        better=summed(lambda p: p.better),
        worse=summed(lambda p: p.worse),
        overdue=summed(lambda p: p.overdue),
        no_update=summed(lambda p: p.no_update),
        returns=sum(record.fate in _READ for record in quarter.returns),
        missing=bool(quarter.missing_returns),
        open=_open(exceptions),
    )
