"""A date as a text names it, and how one is made of its parts. `dates.py` finds them.

A mention without a `date` says in its flags why there is none: no year, a day that does not exist, month
and day in the American order, a year that is none. Nothing is completed here by guessing.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

IMPOSSIBLE = "impossible date"
MONTH_FIRST = "month/day order"
NO_YEAR = "no year"
BAD_YEAR = "bad year"
AMBIGUOUS = "ambiguous notation"
APPROXIMATE = "approximate"

FAULTS: frozenset[str] = frozenset((IMPOSSIBLE, MONTH_FIRST, BAD_YEAR, AMBIGUOUS))
"""Flags of a date that cannot be read, however much it looks like one."""

EARLIEST, LATEST = 1900, 2099

Day = date
"""The type of a date, where a field is called `date`."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date named in a text. `start` and `end` count characters of the text as it was written."""

    start: int
    end: int
    date: Day | None
    """The last day of what is named: of a month its last day. None where the text does not settle it."""
    precision: str
    """day, week, month, quarter, half, term, season, year, financial year, academic year."""
    flags: tuple[str, ...] = ()
    """In the phrasebook's words: no year, impossible date, month/day order, approximate, spelling ..."""
    suggestion: Day | None = None
    """What may have been meant, where the date cannot be right."""
    month: int = 0
    """Without a year: the month that the date falls in; 0 where not even that is known."""
    day: int = 0
    """Without a year: the day; 0 means the last of the month."""

    @property
    def is_faulty(self) -> bool:
        """Whether this looks like a date and cannot be read as one."""
        return not FAULTS.isdisjoint(self.flags)

    def flagged(self, *flags: str) -> DateMention:
        """The same mention with more flags; none is said twice."""
        return replace(self, flags=tuple(dict.fromkeys(self.flags + flags)))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def full_year(digits: str) -> int:
    """A year of two digits is of this century up to 69, of the last from 70; four are taken as they stand."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def is_year(year: int) -> bool:
    """Whether an action plan can be about this year at all; 202, 1019 and 2190 are slips of the hand."""
    return EARLIEST <= year <= LATEST


def in_year(month: int, day: int, year: int) -> date | None:
    """The day of a month in a year, day 0 being the last; None where that year has no such day."""
    if not month:
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None


def on_day(start: int, end: int, day: int, month: int, year: int | None, flags: tuple[str, ...] = ()) -> DateMention:
    """The mention of a day: a date, or the fault that it has (interpretation.md: day first, never flipped)."""
    if year is not None and not is_year(year):
        return DateMention(start, end, None, "day", (*flags, BAD_YEAR))
    if month > 12 and 1 <= day <= 12:
        swapped = in_year(day, month, year) if year is not None and month <= 31 else None
        return DateMention(start, end, None, "day", (*flags, MONTH_FIRST), swapped)
    if not 1 <= month <= 12:
        return DateMention(start, end, None, "day", (*flags, IMPOSSIBLE))
    longest = calendar.monthrange(2000 if year is None else year, month)[1]
    if not 1 <= day <= longest:
        nearest = None if year is None else date(year, month, longest if day else 1)
        return DateMention(start, end, None, "day", (*flags, IMPOSSIBLE), nearest)
    if year is None:
        return DateMention(start, end, None, "day", (*flags, NO_YEAR), None, month, day)
    return DateMention(start, end, date(year, month, day), "day", flags)


def whole_month(start: int, end: int, month: int, year: int | None, flags: tuple[str, ...] = ()) -> DateMention:
    """The mention of a month: its last day (interpretation.md: precision decides the due date)."""
    if year is None:
        return DateMention(start, end, None, "month", (*flags, NO_YEAR), None, month)
    if not 1 <= month <= 12:
        return DateMention(start, end, None, "month", (*flags, IMPOSSIBLE))
    if not is_year(year):
        return DateMention(start, end, None, "month", (*flags, BAD_YEAR))
    return DateMention(start, end, month_end(year, month), "month", flags)
