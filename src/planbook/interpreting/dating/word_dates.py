"""Dates with a month in words: `31st March 2019`, `March 31st`, `12-Mar-20`, `Sept 18`, `2019 March`.

A month followed by two figures is month and year; with st, nd, rd or th they are a day (phrasebook). A
number that belongs to the words before it ("Phase 2 March 2020") is no day.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planbook.interpreting.dating.calendar_words import ORDINALS, WEEKDAYS, misspelt_month, month_number
from planbook.interpreting.dating.labels import DAY, DOUBT, LABEL, number_role
from planbook.interpreting.dating.mentions import (
    AMBIGUOUS,
    IMPOSSIBLE,
    DateMention,
    in_year,
    is_year,
    month_end,
    on_day,
    whole_month,
)
from planbook.interpreting.dating.trailing_years import COUNTED, MONTH_AHEAD, word_at, year_after

MONTH = r"(?P<month>[a-z]{3,10})(?![a-z])"
SUFFIX = r"(?P<suffix> ?(?:st|nd|rd|th))"
DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}}){SUFFIX}?(?P<gap>[ \n]?[-/.,]?[ \n]?)(?:day )?(?:of )?(?:the month of )?{MONTH}"
)
ORDINAL_FIRST = re.compile(rf"(?P<day>(?:(?:twenty|thirty)[ -])?[a-z]{{4,11}})(?: day)?(?: of)? {MONTH}")
MONTH_FIRST = re.compile(
    r"\.?[ ,-]{0,2}(?:the )?(?:(?P<day>\d{1,2})(?P<suffix> ?(?:st|nd|rd|th)(?![a-z]))|"
    r"(?P<plain>\d{1,2})(?=,? (?:\d{4}|'\d\d)(?!\d)))"
)
MONTH_WORD = re.compile(MONTH)
NUMBER_BESIDE = re.compile(r"[ .,'\n/-]{0,3}\d")
LONE_DAY = re.compile(r"\.? (?P<day>\d)(?![0-9a-z%:.,/-])")
WEEKDAY = re.compile(r"(?P<name>[a-z]{3,9})(?![a-z])[.,]?[ \n]?(?:the )?")
YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})(?: ?[-/.,]? ?){MONTH}")
DAY_LAST = re.compile(r"(?P<mark>[ ./-])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![0-9a-z])")

SLIPPED_DAY = re.compile(r"(?<![a-z0-9])(?=[0-9a-z]{0,3}\d)[0-9ilo]{1,3}(?:st|nd|rd|th)(?: of)?[ -]?$")


def read_worded(low: str, start: int) -> DateMention | None:
    """The date with a month in words that begins exactly here; None where there is none."""
    if low[start].isdigit():
        return _day_first(low, start) or _year_first(low, start)
    return _ordinal_first(low, start) or _month_first(low, start)


def read_weekday(low: str, start: int) -> tuple[int, int] | None:
    """The weekday (0 is Monday) that begins here and where the date after it would begin."""
    found = WEEKDAY.match(low, start)
    if not found or found["name"] not in WEEKDAYS:
        return None
    return WEEKDAYS[found["name"]], found.end()


def _named_month(word: str, is_certain: bool) -> tuple[int, tuple[str, ...]]:
    """The month of a word, and how it was read; a misspelling counts only beside a number."""
    if word in ("mar", "may", "march") or month_number(word):
        return month_number(word), ()
    slip = misspelt_month(word) if is_certain else 0
    return slip, ("spelling",) if slip else ()


def _day_first(low: str, start: int) -> DateMention | None:
    found = DAY_FIRST.match(low, start)
    if not found:
        return None
    month, flags = _named_month(found["month"], is_certain=True)
    if not month:
        return None
    year, end, faults = year_after(low, found.end())
    role = number_role(low, start, int(found["day"])) if not found["suffix"] else DAY
    if role == LABEL or (_is_list_number(low, start, found) and "\n" in low):
        return None
    if (
        role == DOUBT
        or _is_list_number(low, start, found)
        or ("\n" in found["gap"] and not _is_day_before_break(low, start, found))
    ):
        faults = (*faults, AMBIGUOUS)
    if faults:
        return DateMention(start, end, None, "day", (*flags, *faults))
    return on_day(start, end, int(found["day"]), month, year, flags)


def _is_list_number(low: str, start: int, found: re.Match[str]) -> bool:
    """`1. March 2020` at the head of a line: the first of March, or the first of a list."""
    at_head = low[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", "\n")
    gap = found["gap"].strip()
    return at_head and not found["suffix"] and gap in (".", "-") and len(found["gap"]) > 1 and int(found["day"]) <= 12


def _is_day_before_break(low: str, start: int, found: re.Match[str]) -> bool:
    """Whether a number at a line's end, its month on the next line, is sure to be a day."""
    return (
        bool(found["suffix"])
        or re.search(r"\b(?:by|on|before|until|to)\s$", low[max(0, start - 8) : start]) is not None
    )


def _ordinal_first(low: str, start: int) -> DateMention | None:
    found = ORDINAL_FIRST.match(low, start)
    day = ORDINALS.get(found["day"].replace(" ", "-"), 0) if found else 0
    if not found or not day or not month_number(found["month"]):
        return None
    year, end, faults = year_after(low, found.end())
    if faults:
        return DateMention(start, end, None, "day", faults)
    return on_day(start, end, day, month_number(found["month"]), year)


def _month_first(low: str, start: int) -> DateMention | None:
    mention = _month_and_more(low, start)
    if mention and SLIPPED_DAY.search(low[max(0, start - 8) : start]):
        # "3lst March": the day is there, and cannot be read.
        return replace(mention, date=None).flagged(IMPOSSIBLE)
    return mention


def _month_and_more(low: str, start: int) -> DateMention | None:
    word = MONTH_WORD.match(low, start)
    if not word:
        return None
    has_number = NUMBER_BESIDE.match(low, word.end()) is not None
    month, flags = _named_month(word["month"], is_certain=has_number)
    if not month:
        return None
    day = MONTH_FIRST.match(low, word.end())
    if day and not (day["suffix"] and MONTH_AHEAD.match(low, day.end()) and month_number(word_at(low, day.end()))):
        year, end, faults = year_after(low, day.end())
        if faults:
            return DateMention(start, end, None, "day", (*flags, *faults))
        return on_day(start, end, int(day["day"] or day["plain"]), month, year, flags)
    year, end, faults = year_after(low, word.end())
    if faults:
        return DateMention(start, end, None, "month", (*flags, *faults))
    if year and low[word.end() : end] == f" {month_end(year, month):%d}":
        # "March 31": the rule says 2031, the hand that wrote it may have meant the last day of March.
        return DateMention(start, end, None, "month", (*flags, AMBIGUOUS), month_end(year, month))
    lone = LONE_DAY.match(low, word.end()) if year is None else None
    if lone and not COUNTED.match(low, lone.end()) and not MONTH_AHEAD.match(low, lone.end()):
        return on_day(start, lone.end(), int(lone["day"]), month, None, flags)
    return whole_month(start, end, month, year, flags)


def _year_first(low: str, start: int) -> DateMention | None:
    """`2019 March`, unless the month has a year of its own ("Working Together 2018 March 2020")."""
    found = YEAR_FIRST.match(low, start)
    if not found or not month_number(found["month"]) or not is_year(int(found["year"])):
        return None
    day = DAY_LAST.match(low, found.end())
    if day:
        month, year = month_number(found["month"]), int(found["year"])
        if day["mark"] == " ":
            # "2020 June 20", or "Working Together 2020" by June of 2020?
            return DateMention(start, day.end(), None, "day", (AMBIGUOUS,), in_year(month, int(day["day"]), year))
        return on_day(start, day.end(), int(day["day"]), month, year)
    if NUMBER_BESIDE.match(low, found.end()):
        return None
    return whole_month(start, found.end(), month_number(found["month"]), int(found["year"]))
