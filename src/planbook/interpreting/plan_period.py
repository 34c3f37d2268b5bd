"""What a date without a year may be, going by the period of the plan: an offer for a person, never a reading."""

from __future__ import annotations

from datetime import date

from planbook.interpreting.dates import find_in
from planbook.interpreting.dating.mentions import NO_YEAR, in_year
from planbook.interpreting.dating.plain import make_plain
from planbook.interpreting.timing.deadlines import dates_with_roles, deadlines_of
from planbook.model import Timescale


def candidate_year(day: int, month: int, start: date | None, end: date | None) -> date | None:
    """The day and month in a year of the plan's period; day 0 is the month's last (T009's suggestion).

    The last that falls in the period, since a plan's deadlines lie towards its end; with a start alone, the
    first on or after it. None where the period has no such day, or nothing is known of it.
    """
    if start is None and end is None:
        return None
    first = start or date(max(1, end.year - 1) if end else 1, 1, 1)
    last = end or date(min(first.year + 4, 9999), 12, 31)
    years = range(first.year, last.year + 1)
    found = [d for d in (in_year(month, day, year) for year in years) if d and first <= d <= last]
    if not found:
        return None
    return found[-1] if end else found[0]


def complete_year(timescale: Timescale, start: date | None, end: date | None) -> date | None:
    """The candidate for a timescale noted `no year`, be it a day, a month, a quarter or a term; else None."""
    if NO_YEAR not in timescale.notes or timescale.due:
        return None
    plain = make_plain(timescale.text)
    deadlines = deadlines_of(dates_with_roles(plain.low, find_in(plain)))
    offered = (
        candidate_year(d.mention.day, d.mention.month, start, end)
        for d in deadlines
        if NO_YEAR in d.mention.flags and d.mention.month
    )
    return max((day for day in offered if day), default=None)
