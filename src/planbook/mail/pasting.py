"""The paragraph at the end of a merge's text: plain words that can be pasted into any message."""

from __future__ import annotations

from planbook import forms
from planbook.catalogue import severity_of
from planbook.model import Consolidation, Fate, Severity

_USED = (Fate.MERGED, Fate.UNCHANGED)


def paragraph(quarter: Consolidation) -> str:
    """How the quarter stands, in one paragraph without anybody's name."""
    actions = [(plan, action) for plan in quarter.plans for action in plan.actions]
    meanings = [quarter.meaning(plan, action) for plan, action in actions]
    complete = sum(m.complete for m in meanings)
    overdue = sum(m.is_overdue(quarter.as_of) for m in meanings)
    version = f"version {forms.bare_version(quarter.version)}"
    plans = f"{_counted(len(actions), 'action')} in {_counted(len(quarter.plans), 'plan')}"
    head = f"{quarter.title}, {version}, as of {forms.long_day(quarter.as_of)}: {plans}"
    said = [f"{head}, {complete} complete and {overdue} overdue.", _returns(quarter), _waiting(quarter)]
    return " ".join(" ".join(said).split())


def _returns(quarter: Consolidation) -> str:
    used = sum(r.fate in _USED for r in quarter.returns)
    titles = {p.id: p.title for p in quarter.plans}
    missing = "; ".join(titles.get(plan, plan) for plan in quarter.missing_returns)
    came = f"{_counted(used, 'return')} came in" if used else "no return has come in"
    return f"{came}; still to come: {missing}." if missing else f"{came}; none is missing."


def _waiting(quarter: Consolidation) -> str:
    open_ones = [severity_of(f) for f in quarter.findings if f.decision is None]
    errors = sum(s is Severity.ERROR for s in open_ones)
    warnings = sum(s is Severity.WARNING for s in open_ones)
    if not errors and not warnings:
        return "Nothing waits to be put right."
    return (
        f"{_counted(errors, 'error')} and {_counted(warnings, 'warning')} wait on the exception sheets of the master."
    )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
