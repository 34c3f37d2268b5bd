"""Quarters and halves of a year: `Q3 2018/19`, `quarter 2 (2019-20)`, `Q3/Q4`, `first half of 2020`.

The financial year runs from 1 April (interpretation.md), so the third quarter of 2018/19 ends on 31 December
2018. `Q3 2019` names a quarter of a year of either kind, so it is not read: the financial reading is the suggestion.
"""

from __future__ import annotations

import re
from datetime import date

from planbook.interpreting.dating.mentions import AMBIGUOUS, NO_YEAR, DateMention, month_end
from planbook.interpreting.dating.years import Years, years_at

FIGURES = {"1": 1, "2": 2, "3": 3, "4": 4, "one": 1, "two": 2, "three": 3, "four": 4}
PLACES = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}

QUARTER = re.compile(
    r"(?P<calendar>calendar )?(?:(?:q|qtr|qr|quarter)s?[. -]?(?P<number>[1-4]|one|two|three|four)(?![0-9a-z])(?!\.\d)"
    r"(?: ?(?:-|/|&|,|and|to) ?(?P<next>[1-4])(?![0-9a-z/]))?"
    r"|(?P<place>first|second|third|fourth|final|last|1st|2nd|3rd|4th) (?:calendar |financial )?(?:quarter|"
    r"qtr)(?![a-z])"
    r"|(?P<figure>[1-4])q(?![a-z0-9])"
    r"|(?P<end>(?:quarter|qtr)[ -]end(?![a-z])(?!:? ?(?:of )?[a-z]{0,9}\.? ?\d)"
    r"|(?<=end of )quarter(?![a-z])|(?<=end of the )quarter(?![a-z])))"
)
HALF = re.compile(r"(?:h(?P<number>[12])(?![0-9a-z])|(?P<place>first|1st|second|2nd|latter|last) half(?= of))")
OF_YEAR = re.compile(
    r"[ ]?[,:./-]?[ ]?(?:of |in |for )?(?:the )?\(?(?P<financial>financial year|fin\.? year|fin yr|fy|"
    r"f/y)?(?P<calendar>calendar year)? ?"
)
DISTRIBUTIVE = re.compile(r"\b(?:each|every|per|a|same)(?: new| financial)? $")
CLOSING = re.compile(r" ?\)")


def quarter_end(quarter: int, first_year: int) -> date:
    """The last day of a quarter of the financial year that begins in this calendar year."""
    return month_end(first_year + quarter // 4, (3 * quarter) % 12 + 3)


def closed(low: str, start: int, end: int) -> int:
    """Where a period ends that opened a bracket for its year: `Q3 (2018/19)`."""
    closing = CLOSING.match(low, end)
    return closing.end() if closing and "(" in low[start:end] else end


def _year_of(low: str, start: int) -> tuple[Years | None, bool]:
    """The years after a quarter or half, and whether the text calls them calendar."""
    of = OF_YEAR.match(low, start)
    years = years_at(low, of.end()) if of else None
    if years and years.is_short and not years.is_pair and of and not of["financial"] and low[of.end()] != "'":
        return None, False  # "Q3 12 schools", "Q3, 20 March"
    return years, bool(of and of["calendar"])


def read_quarter(low: str, start: int) -> DateMention | None:
    """The quarter that begins exactly here; None where none does."""
    found = QUARTER.match(low, start)
    if not found or (found["end"] and DISTRIBUTIVE.search(low[max(0, start - 16) : start])):
        return None
    if found["end"]:
        return DateMention(start, found.end(), None, "quarter", (NO_YEAR,))
    number = _quarter_number(found)
    years, is_calendar = _year_of(low, found.end())
    flags: tuple[str, ...] = ("range",) if found["next"] else ()
    if not years:
        month = (3 * number) % 12 + 3
        if found["place"] in ("last", "second", "third", "fourth") and DISTRIBUTIVE.search(
            low[max(0, start - 8) : start]
        ):
            return None
        flags = (*flags, NO_YEAR, "financial quarter")
        return DateMention(start, found.end(), None, "quarter", flags, None, month)
    end = closed(low, start, years.end)
    if years.is_pair:
        return DateMention(start, end, quarter_end(number, years.first), "quarter", (*flags, "financial quarter"))
    if is_calendar or found["calendar"] or "calendar" in found[0]:
        return DateMention(start, end, month_end(years.first, 3 * number), "quarter", (*flags, "calendar quarter"))
    return DateMention(start, end, None, "quarter", (*flags, AMBIGUOUS), quarter_end(number, years.first))


def _quarter_number(found: re.Match[str]) -> int:
    figure = found["next"] or found["number"] or found["figure"]
    return FIGURES[figure] if figure else PLACES[found["place"]]


def read_half(low: str, start: int) -> DateMention | None:
    """The half of a year that begins exactly here; None where none does. H1 of a single year may be either kind's."""
    found = HALF.match(low, start)
    years, is_calendar = _year_of(low, found.end()) if found else (None, False)
    if not found or not years:
        return None
    is_first = found["number"] == "1" or found["place"] in ("first", "1st")
    end = closed(low, start, years.end)
    if years.is_pair:
        return DateMention(
            start, end, quarter_end(2 if is_first else 4, years.first), "half", ("financial year assumed",)
        )
    if found["number"] and not is_calendar:
        return DateMention(start, end, None, "half", (AMBIGUOUS,))
    return DateMention(start, end, month_end(years.first, 6 if is_first else 12), "half", ())
