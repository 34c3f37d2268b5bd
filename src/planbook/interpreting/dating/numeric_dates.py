"""Dates written in figures alone: `31/3/19`, `30.1.19`, `2019-03-31`, `11/2022`, `31/3`.

Day first, always. What could be something else (a section number, 6/12 for six months) is left alone.
"""

from __future__ import annotations

import re

from planbook.interpreting.dating.mentions import (
    AMBIGUOUS,
    BAD_YEAR,
    IMPOSSIBLE,
    DateMention,
    full_year,
    is_year,
    on_day,
    whole_month,
)

ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?!\2\d)(?:t?(?= ?\d\d:))?")
THREE_PARTS = re.compile(r"(\d{1,2})( ?[./-] ?|[ ])(\d{1,2})( ?[./-] ?|[ ])'?(\d{2,6})(?![0-9a-z])")
GLUED = re.compile(r"(\d{1,2})([./-])(\d{1,2})([./-])(\d{2}|\d{4})(?=[a-z])")
MONTH_YEAR = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{4,6})(?![0-9a-z])(?![./-]\d)")
YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})(?![0-9a-z])(?!-\d)")
DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![0-9a-z])(?!/\d)")

# 6/12 is six months, 4/52 four weeks and 3/7 three days in the notation of the health service.
PARTS_OF_A_YEAR = (7, 12, 52)


def read_figures(low: str, start: int) -> DateMention | None:
    """The date in figures that begins exactly here; None where there is none. Offsets are those of `low`."""
    if low[max(0, start - 1) : start].isdigit() or _continues_figures(low, start):
        return None
    return _iso(low, start) or _three_parts(low, start) or _month_year(low, start) or _year_month(low, start)


def _continues_figures(low: str, start: int) -> bool:
    """`1.31.3.19` and `£2.30.1.19`: a piece of a longer row of figures is no date."""
    return start > 1 and low[start - 1] in "./" and low[start - 2].isdigit()


def _iso(low: str, start: int) -> DateMention | None:
    found = ISO.match(low, start)
    if not found:
        return None
    return on_day(start, found.end(), int(found[4]), int(found[3]), int(found[1]))


def _three_parts(low: str, start: int) -> DateMention | None:
    found = THREE_PARTS.match(low, start) or GLUED.match(low, start)
    if not found:
        return None
    day, first, month, second, year = found.groups()
    first, second = first.strip() or " ", second.strip() or " "
    # "31.03/2019" is a date and "10.30-12" is not: mixed marks, and spaces, need a year of four figures.
    if len(year) != 4 and (first != second or first == " " or (first == "-" and " " in found[0])):
        return None
    if " " in (first, second) and (first != second or len(day) + len(month) != 4):
        return None
    if low[found.end() : found.end() + 1] == second and low[found.end() + 1 : found.end() + 2].isdigit():
        return None
    if len(year) not in (2, 4):
        return DateMention(start, found.end(), None, "day", (BAD_YEAR,)) if first in "/." else None
    both_fit = first == "/" and int(day) <= 12 and int(month) <= 12 and day != month
    return on_day(start, found.end(), int(day), int(month), full_year(year), ("day first",) if both_fit else ())


def _month_year(low: str, start: int) -> DateMention | None:
    found = MONTH_YEAR.match(low, start)
    if not found:
        return None
    month, year = int(found[1]), int(found[3])
    if is_year(year):
        if 1 <= month <= 12:
            return whole_month(start, found.end(), month, year)
        return DateMention(start, found.end(), None, "month", (IMPOSSIBLE,)) if found[2] == "/" else None
    return DateMention(start, found.end(), None, "month", (BAD_YEAR,)) if found[2] == "/" else None


def _year_month(low: str, start: int) -> DateMention | None:
    """`2020-06` can only be a month; `2008-11` may be a run of years, and 2010-11 is a financial year."""
    found = YEAR_MONTH.match(low, start)
    if not found or not is_year(int(found[1])):
        return None
    year, month = int(found[1]), int(found[2])
    if (year + 1) % 100 == month:
        return None
    if year % 100 < month:
        return DateMention(start, found.end(), None, "year", (AMBIGUOUS,))
    if 1 <= month <= 12:
        return whole_month(start, found.end(), month, year)
    return DateMention(start, found.end(), None, "year", (AMBIGUOUS,))


def read_day_and_month(low: str, start: int) -> DateMention | None:
    """`31/3` without a year. Only for a reader who knows from the words round it that a date is meant."""
    found = DAY_MONTH.match(low, start)
    if not found or low[max(0, start - 1) : start].isdigit() or _continues_figures(low, start):
        return None
    day, month = int(found[1]), int(found[2])
    if month in PARTS_OF_A_YEAR or not 1 <= month <= 12 or not 1 <= day <= 31 or day + 1 == month:
        return None
    return on_day(start, found.end(), day, month, None)
