"""A date as a spreadsheet counts it, to the day that is meant.

Days are counted from 1900 or, in books that began on a Macintosh, from 1904 (known fault 19).
Excel's 1900 was a leap year: its day 60 never was, and days before it stand one further on. What
is no day that people could have typed (0, 60, below zero, beyond 9999) is None: the number stays.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

FROM_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
FROM_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
LAST_1900 = 2_958_466  # the day after 31 December 9999
LAST_1904 = LAST_1900 - 1462
DAY_THAT_NEVER_WAS = 60
MILLISECONDS_A_DAY = 86_400_000

Moment = date | datetime | time | timedelta


@lru_cache(maxsize=4096)
def moment(serial: float, *, from_1904: bool = False, has_day: bool = True, elapsed: bool = False) -> Moment | None:
    """The moment that a serial number means, or None where it means none.

    `has_day`: the number format shows a day, month or year, so that a number below 1 is no mere
    time. `elapsed`: the format counts hours beyond 24, so that a length of time is meant.
    Whole days come back as `date`, others as `datetime`, to the millisecond.
    """
    if not 0 <= serial < (LAST_1904 if from_1904 else LAST_1900):  # NaN ends here too
        return None
    span = timedelta(milliseconds=round(serial * MILLISECONDS_A_DAY))
    if elapsed:
        return span
    if not has_day and serial < 1 and not span.days:
        return (FROM_1904 + span).time()
    if from_1904:
        return _day_or_moment(FROM_1904, span)
    if span.days == 0 or span.days == DAY_THAT_NEVER_WAS:
        return None
    return _day_or_moment(FROM_1900, span if span.days > DAY_THAT_NEVER_WAS else span + timedelta(days=1))


def _day_or_moment(start: datetime, span: timedelta) -> Moment | None:
    try:
        then = start + span
    except OverflowError:
        return None
    return then.date() if then.time() == time() else then
