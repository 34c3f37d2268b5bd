"""Whole years by name: `FY 17/18`, `academic year 2019/20`, `year end`, `2019/20`, `calendar year 2021`.

A pair of years alone is the financial year, and says so; the academic year ends on 31 August
(interpretation.md). Years that end elsewhere (municipal, tax) are known to be neither, and are not read.
"""

from __future__ import annotations

import re
from datetime import date

from planbook.interpreting.dating.mentions import AMBIGUOUS, NO_YEAR, DateMention
from planbook.interpreting.dating.quarters import FIGURES, closed, quarter_end
from planbook.interpreting.dating.years import Years, years_at

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
QUARTER_AFTER = re.compile(
    r" ?[-,:(]? ?(?:q[1-4] ?(?:-|/|&|to|and) ?)?(?:q|qtr |quarter )(?P<number>[1-4])(?![0-9a-z])\)?"
)
DISTRIBUTIVE = re.compile(r"\b(?:each|every|per|a|same)(?: new| financial| academic| school)? $")
END_OF = re.compile(r"\bend of (?:the |this |next |calendar )?$")
OTHER_YEAR = re.compile(
    r"\b(?:municipal|civic|tax|contract|council|mayoral|membership|policy|plan|reporting) (?:year|yr)[ :(]{1,2}$"
)
ALONE_BEFORE = re.compile(r"(?:^|[\n(:]|\b(?:by|in|during|throughout|for|end of|end|of|until))[ ]?(?:the )?$")
ALONE_BEHIND = re.compile(r"[ ]?(?:$|[\n,;.)(?*-])")


def read_named_year(low: str, start: int) -> DateMention | None:
    """The year that begins here with its name: `financial year 2019/20`, `end of year`; None where none does."""
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
    end = closed(low, start, years.end)
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


def read_pair(low: str, start: int) -> DateMention | None:
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
