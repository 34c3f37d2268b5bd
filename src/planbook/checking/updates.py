"""Faults of updates: the U codes that the merge does not raise itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planbook.checking.context import Subject
from planbook.checking.timescales import day
from planbook.interpreting.dates import find_dates
from planbook.likeness import same
from planbook.model import Finding, Update

_LENGTH_IN_MONTHS = {"month": 1, "quarter": 3, "term": 4, "season": 3, "year": 12}


def check_updates(subject: Subject) -> Iterator[Finding]:
    """No update since the last issue (U001), and entries with dates that cannot be (U002)."""
    if "update" not in subject.action.fields:
        return
    if _is_silent(subject):
        yield subject.finding(
            "U001", "update", "Nothing was said about it since the last issue, and it is not complete."
        )
    for update in subject.meaning.updates:
        if "impossible date" in update.flags:
            yield subject.finding("U002", "update", f"There is no such day as '{update.marker}'.", value=update.marker)
        elif "month/day order" in update.flags:
            yield subject.finding(
                "U002", "update", f"'{update.marker}' reads as month before day.", value=update.marker
            )
        elif update.date is not None and _begins(update) > subject.settings.as_of:
            message = f"The entry '{update.marker}' is dated after {day(subject.settings.as_of)}."
            yield subject.finding("U002", "update", message, value=update.marker)


def _is_silent(subject: Subject) -> bool:
    """A plan whose return has not come is F005, once; an update that waits for a decision is an update."""
    if subject.base is None or not subject.returned or subject.meaning.complete or "update" in subject.held_fields:
        return False
    return same(subject.action.text("update"), subject.base.text("update"))


def _begins(update: Update) -> date:
    """The first day that an entry's date can mean: an entry of `Feb 2020` may be written on any day of February."""
    assert update.date is not None  # noqa: S101 - the caller has looked
    precision = next((m.precision for m in find_dates(update.marker) if m.date == update.date), "day")
    months = _LENGTH_IN_MONTHS.get(precision, 0)
    if not months:
        return update.date
    year, month = divmod(update.date.year * 12 + update.date.month - months, 12)
    return date(max(1, year), month + 1, 1)
