"""Dates that Excel holds as dates: the number format tells how much of one was meant.

`mmm-yy` shows a month, so a month is meant, and Excel's 1st is nobody's. `d-mmm` is what Excel makes of a
typed `Mar 19`: a day of this year, where March 2019 may have been meant (interpretation.md).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from planbook.interpreting.dating.mentions import month_end

LOCALE = re.compile(r"\[[^\]]{0,40}\]")
QUOTED = re.compile(r'"[^"]{0,255}"|\\.|_.|\*.')
GENERAL = ("", "general", "@", "standard")

# Excel counts days from 1900 with a 29 February 1900 that never was, so its day 60 is nobody's.
FIRST_DAY = date(1899, 12, 30)
FARTHEST = 15
"""Years between a stored date and the month that was meant by it: no plan is longer."""

PLAUSIBLE_SERIALS = range(36526, 62093)
"""1 January 2000 to 31 December 2069: numbers that may be a date shown as a number."""


def date_precision(number_format: str | None) -> str:
    """What a number format shows of a date: day, month, year, day-month, time, or unknown.

    Comes in: a format code as the workbook has it (`mmm-yy`, `[$-809]dd mmmm yyyy;@`), or None where the
    engine gives none. Weekdays count as nothing by themselves: `dddd` names no day of a year.
    """
    if number_format is None:
        return "unknown"
    code = LOCALE.sub("", QUOTED.sub(" ", number_format.split(";")[0].lower()))
    if code.strip() in GENERAL:
        return "unknown"
    without_times = re.sub(r"h+[^a-z]{0,3}m+|m+[^a-z]{0,3}s+|\[?[hs]+\]?|am/pm|a/p", "", code)
    has_day = re.search(r"(?<!d)d{1,2}(?!d)", without_times) is not None
    has_month, has_year = "m" in without_times, "y" in without_times or "e" in without_times
    if has_month and has_year:
        return "day" if has_day else "month"
    if has_month and has_day:
        return "day-month"
    if has_year:
        return "year"
    if has_month:
        return "month"
    return "time" if re.search(r"[hs]|am/pm", code) and not has_day else "unknown"


def last_of(day: date, precision: str) -> date:
    """The last day of what a format of this precision shows of a date."""
    if precision == "month":
        return month_end(day.year, day.month)
    return date(day.year, 12, 31) if precision == "year" else day


def month_meant(day: date) -> date | None:
    """The month's end that a `d-mmm` date may stand for: `19-Mar` may be March 2019; None where no plan reaches it."""
    year = 2000 + day.day
    return month_end(year, day.month) if abs(year - day.year) <= FARTHEST else None


def serial_day(number: float) -> date | None:
    """The day of an Excel serial number of the 1900 system; None where it is no likely date of a plan."""
    if number != number or int(number) not in PLAUSIBLE_SERIALS:
        return None
    return FIRST_DAY + timedelta(days=int(number))


def day_of(value: date | datetime) -> date:
    """The day of a stored date, its time of day left out."""
    return value.date() if isinstance(value, datetime) else value
