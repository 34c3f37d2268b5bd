"""Faults of timescales: the T codes. One fault a cell: an unreadable date is not also overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planbook.checking.context import Subject
from planbook.interpreting.meaning import means_above
from planbook.interpreting.plan_period import complete_year
from planbook.model import Finding, Severity, Timescale, TimescaleKind

Fault = tuple[str, str, str]
"""Code, message, suggestion."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WITHOUT_END = {TimescaleKind.ONGOING, TimescaleKind.EVENT, TimescaleKind.RECURRING}


def check_timescale(subject: Subject) -> Iterator[Finding]:
    """The T code that one action's timescale deserves, and whether it is overdue."""
    if "timescale" not in subject.action.fields:
        return
    meaning = subject.meaning
    severity = Severity.INFO if meaning.complete else None
    fault = timescale_fault(meaning.timescale, subject)
    if fault:
        code, message, suggestion = fault
        value = meaning.timescale.faulty or None
        yield subject.finding(code, "timescale", message, value=value, suggestion=suggestion, severity=severity)
    overdue = meaning.is_overdue(subject.settings.as_of) and not (
        fault and fault[0] in ("T001", "T002", "T003", "T004")
    )
    if overdue and not meaning.on_target:  # on target and late is R007, said once
        assert meaning.due is not None  # noqa: S101 - what is overdue has a date
        yield subject.finding("T006", "timescale", f"It was due on {day(meaning.due)} and is not complete.")


def timescale_fault(timescale: Timescale, subject: Subject) -> Fault | None:
    """The one thing that is wrong with a timescale, standing or held; None where nothing is."""
    text = " ".join(timescale.text.split())[:80]
    suggestion = timescale.suggestion.isoformat() if timescale.suggestion else ""
    notes = set(timescale.notes)
    if timescale.kind is TimescaleKind.NONE:
        return "T001", "No timescale is given." if not text else f"'{text}' gives no timescale.", ""
    if timescale.kind is TimescaleKind.UNREADABLE:
        return _unreadable(timescale, text, suggestion)
    if timescale.kind is TimescaleKind.REFERENCE and timescale.due is None and not timescale.recurrence_months:
        if means_above(timescale):
            return "T008", f"'{text}' refers to the row above, and no date stands there.", ""
        return "T002", f"'{text}' refers elsewhere and names no time.", ""
    if "no year" in notes and timescale.due is None:
        candidate = complete_year(timescale, subject.settings.period_start, subject.settings.period_end)
        return "T009", f"'{text}' names no year.", candidate.isoformat() if candidate else suggestion
    if timescale.suggestion is not None and timescale.kind is TimescaleKind.DATE:
        return (
            "T010",
            f"'{text}' is stored as {day(timescale.due)}; {day(timescale.suggestion)} may be meant.",
            suggestion,
        )
    if timescale.kind in _WITHOUT_END and timescale.due is None:
        return "T005", f"'{text}' has no end date.", ""
    return None


def _unreadable(timescale: Timescale, text: str, suggestion: str) -> Fault:
    notes = set(timescale.notes)
    if "impossible date" in notes:
        return "T003", f"There is no such day as '{timescale.faulty or text}'.", suggestion
    if notes & {"month/day order", "day/month order"}:
        return "T004", f"'{timescale.faulty or text}' reads as month before day; dates are read day first.", suggestion
    return "T002", f"'{text}' names no time.", suggestion


def day(value: date | None) -> str:
    """A date as people write it, whatever the locale: 31 January 2020."""
    if value is None:
        return ""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
