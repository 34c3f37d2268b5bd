"""Quarters, halves and whole years: `Q3 2018/19`, `quarter 2`, `FY 17/18`, `academic year 2019/20`, `2021`.

The financial year runs from 1 April and the academic year ends on 31 August (interpretation.md). A pair of
years alone is the financial year, and says so. `Q3 2019` names a quarter of a year that may be either
kind, so it is not read: the financial reading is the suggestion.
"""

from __future__ import annotations

import re
from datetime import date

from planbook.interpreting.mentions import AMBIGUOUS, NO_YEAR, DateMention, month_end
from planbook.interpreting.years import Years, years_at

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
FINANCIAL = r"(?:financial|fin\.?|fiscal|budget) (?:year|yr)|f\.?/?y\.?(?:e(?![a-z]))?|year[ -]?end(?:ing)?(?![a-z])"
ACADEMIC = r"(?:academic|acad\.?|school|ac\.?) (?:year|yr|session)|a/?y(?= ?\d)"
NAMED_YEAR = re.compile(
    rf"(?:(?P<financial>{FINANCIAL})|(?P<academic>{ACADEMIC})|(?P<calendar>(?:calendar )?(?:year|yr)))"
    r"(?P<ending> end(?:ing|s)?(?![a-z]))?(?![a-z])(?: of| in)? ?[(:,-]? ?(?:the )?"
)
YEAR_NAME_AFTER = re.compile(
    rf"[ ]?\(?(?:(?P<financial>{FINANCIAL})|(?P<academic>{ACADEMIC}|academic|school))(?![a-z])\)?"
)
CALENDAR_AFTER = re.compile(r" calendar year(?![a-z])")
QUARTER_AFTER = re.compile(r" ?[-,:(]? ?(?:q|qtr |quarter )(?P<number>[1-4])(?![0-9a-z])\)?")
DISTRIBUTIVE = re.compile(r"\b(?:each|every|per|a|same)(?: new| financial| academic| school)? $")
END_OF = re.compile(r"\bend of (?:the |this |next |calendar )?$")
OTHER_YEAR = re.compile(
    r"\b(?:municipal|civic|tax|contract|council|mayoral|membership|policy|plan|reporting) (?:year|yr)[ :(]{1,2}$"
)
ALONE_BEFORE = re.compile(r"(?:^|[\n(:]|\b(?:by|in|during|throughout|for|end of|end|of|until))[ ]?(?:the )?$")
ALONE_BEHIND = re.compile(r"[ ]?(?:$|[\n,;.)(?*-])")
CLOSING = re.compile(r" ?\)")


def read_period(low: str, start: int) -> DateMention | None:
    """The quarter, half or year that begins exactly here; None where none does. Offsets are those of `low`."""
    if low[start - 1 : start].isalnum() and start:
        return None
    if low[start].isdigit():
        return _pair_first(low, start) or _quarter(low, start) or _half(low, start)
    return _quarter(low, start) or _half(low, start) or _named_year(low, start)


def quarter_end(quarter: int, first_year: int) -> date:
    """The last day of a quarter of the financial year that begins in this calendar year."""
    return month_end(first_year + quarter // 4, (3 * quarter) % 12 + 3)


def _closed(low: str, start: int, end: int) -> int:
    """Where a period ends that opened a bracket for its year: `Q3 (2018/19)`."""
    closing = CLOSING.match(low, end)
    return closing.end() if closing and "(" in low[start:end] else end


def _year_of(low: str, start: int) -> tuple[Years | None, bool, bool]:
    """The years after a quarter or half, whether the text calls them financial, and whether calendar."""
    of = OF_YEAR.match(low, start)
    years = years_at(low, of.end()) if of else None
    if years and years.is_short and not years.is_pair and of and not of["financial"] and low[of.end()] != "'":
        return None, False, False  # "Q3 12 schools", "Q3, 20 March"
    return years, bool(of and of["financial"]), bool(of and of["calendar"])


def _quarter(low: str, start: int) -> DateMention | None:
    found = QUARTER.match(low, start)
    if not found or (found["end"] and DISTRIBUTIVE.search(low[max(0, start - 16) : start])):
        return None
    if found["end"]:
        return DateMention(start, found.end(), None, "quarter", (NO_YEAR,))
    number = _quarter_number(found)
    years, _, is_calendar = _year_of(low, found.end())
    flags: tuple[str, ...] = ("range",) if found["next"] else ()
    if not years:
        month = (3 * number) % 12 + 3
        if found["place"] in ("last", "second", "third", "fourth") and DISTRIBUTIVE.search(
            low[max(0, start - 8) : start]
        ):
            return None
        flags = (*flags, NO_YEAR, "financial quarter")
        return DateMention(start, found.end(), None, "quarter", flags, None, month)
    end = _closed(low, start, years.end)
    if years.is_pair:
        return DateMention(start, end, quarter_end(number, years.first), "quarter", (*flags, "financial quarter"))
    if is_calendar or found["calendar"] or "calendar" in found[0]:
        return DateMention(start, end, month_end(years.first, 3 * number), "quarter", (*flags, "calendar quarter"))
    return DateMention(start, end, None, "quarter", (*flags, AMBIGUOUS), quarter_end(number, years.first))


def _quarter_number(found: re.Match[str]) -> int:
    figure = found["next"] or found["number"] or found["figure"]
    return FIGURES[figure] if figure else PLACES[found["place"]]


def _half(low: str, start: int) -> DateMention | None:
    found = HALF.match(low, start)
    years, _, is_calendar = _year_of(low, found.end()) if found else (None, False, False)
    if not found or not years:
        return None
    is_first = found["number"] == "1" or found["place"] in ("first", "1st")
    end = _closed(low, start, years.end)
    if years.is_pair:
        return DateMention(
            start, end, quarter_end(2 if is_first else 4, years.first), "half", ("financial year assumed",)
        )
    if found["number"] and not is_calendar:
        return DateMention(start, end, None, "half", (AMBIGUOUS,))
    return DateMention(start, end, month_end(years.first, 6 if is_first else 12), "half", ())


def _named_year(low: str, start: int) -> DateMention | None:
    found = NAMED_YEAR.match(low, start)
    if not found or DISTRIBUTIVE.search(low[max(0, start - 16) : start]):
        return None
    years = years_at(low, found.end())
    if years and years.is_short and not years.is_pair and not (found["financial"] or "").startswith("f"):
        years = None  # "year ending 31 March 2020"
    is_ending = found["ending"] or "end" in (found["financial"] or "") or (found["financial"] or "").endswith("e")
    if years:
        return _whole_year(low, start, found, years, bool(is_ending))
    is_ending = is_ending or (found["calendar"] and END_OF.search(low[max(0, start - 20) : start]))
    if low[found.end() : found.end() + 1].isdigit() or (found["calendar"] and not is_ending):
        return None  # "Year 1", "year ending 31 March 2020"
    end = start + len(found[0].rstrip(" (:,-"))
    if found["academic"]:
        return DateMention(start, end, None, "academic year", (NO_YEAR, "academic year"), None, 8)
    if found["financial"] and "end" not in found["financial"] and "year" in found["financial"]:
        return DateMention(start, end, None, "financial year", (NO_YEAR, "financial year"), None, 3)
    return DateMention(start, end, None, "year", (NO_YEAR,)) if is_ending else None


def _whole_year(low: str, start: int, found: re.Match[str], years: Years, is_ending: bool) -> DateMention:
    end = _closed(low, start, years.end)
    if found["academic"] and years.is_pair:
        return DateMention(start, end, date(years.last, 8, 31), "academic year", ("academic year",))
    quarter = QUARTER_AFTER.match(low, years.end) if years.is_pair else None
    if quarter:
        due = quarter_end(FIGURES[quarter["number"]], years.first)
        return DateMention(start, quarter.end(), due, "quarter", ("financial quarter",))
    if found["calendar"] and re.search(r"\bnew $", low[max(0, start - 4) : start]):
        return DateMention(start, end, None, "year", (AMBIGUOUS,), date(years.first, 1, 1))
    if years.is_pair and found["calendar"] and OTHER_YEAR.search(low[max(0, start - 24) : start] + "year "):
        return DateMention(start, end, None, "year", (AMBIGUOUS,))
    if years.is_pair:
        words = ("financial year",) if found["financial"] and not is_ending else ("financial year assumed",)
        return DateMention(start, end, date(years.last, 3, 31), "financial year", words)
    if found["calendar"] and not years.is_short:
        return DateMention(start, end, date(years.first, 12, 31), "year", ("year precision",))
    if found["financial"] and is_ending and not found["financial"].startswith("year") and not years.is_short:
        return DateMention(start, end, date(years.first, 3, 31), "financial year", ("financial year",))
    return DateMention(start, end, None, "year", (AMBIGUOUS,))


def _pair_first(low: str, start: int) -> DateMention | None:
    """`2019/20`, and what follows it: a quarter, or the kind of year that it is."""
    years = years_at(low, start)
    calendar_year = CALENDAR_AFTER.match(low, years.end) if years and not years.is_short else None
    if years and calendar_year and not years.is_pair:
        return DateMention(start, calendar_year.end(), date(years.first, 12, 31), "year", ("year precision",))
    if not years or not years.is_pair or re.search(r"\d ?[/-]$", low[max(0, start - 3) : start]):
        return None
    if OTHER_YEAR.search(low[max(0, start - 24) : start]):
        return DateMention(start, years.end, None, "year", (AMBIGUOUS,))
    quarter = QUARTER_AFTER.match(low, years.end)
    if quarter:
        due = quarter_end(FIGURES[quarter["number"]], years.first)
        return DateMention(start, quarter.end(), due, "quarter", ("financial quarter",))
    name = YEAR_NAME_AFTER.match(low, years.end)
    end = name.end() if name else years.end
    if name and name["academic"]:
        return DateMention(start, end, date(years.last, 8, 31), "academic year", ("academic year",))
    if name:
        return DateMention(start, end, date(years.last, 3, 31), "financial year", ("financial year",))
    if years.is_short and not (name or _stands_alone(low, start, years.end)):
        return None  # "12/13 March", "rooms 18/19"
    if years.is_short and years.last % 100 <= 12:
        return DateMention(start, end, None, "year", (AMBIGUOUS,))  # 11/12: a day, or a year?
    return DateMention(start, end, date(years.last, 3, 31), "financial year", ("financial year assumed",))


def _stands_alone(low: str, start: int, end: int) -> bool:
    """Whether a pair of short years is set off from the words round it; `18/19` counts many things."""
    return ALONE_BEFORE.search(low[max(0, start - 12) : start]) is not None and ALONE_BEHIND.match(low, end) is not None
