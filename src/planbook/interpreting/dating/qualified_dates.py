"""Words before a period that say which part of it: `mid November 2022`, `early`, `late`, `last Friday of March 2020`.

The middle of a month is its 15th and the middle of a year 30 June (phrasebook). Early and late name no day,
so the period's own end stands, as approximate; the beginning of a long period is not its end, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from planbook.interpreting.dating.calendar_words import ORDINALS, WEEKDAYS
from planbook.interpreting.dating.mentions import AMBIGUOUS, APPROXIMATE, NO_YEAR, DateMention, month_end
from planbook.interpreting.dating.years import years_at

Reader = Callable[[str, int], DateMention | None]

PART = re.compile(
    r"(?P<mid>mid(?:dle)?|midway through|half ?way through)"
    r"|(?P<early>early|start(?= of)|beginning(?= of)|first part(?= of))|(?P<late>late|latter part(?= of)|later(?= in))"
)
PART_GAP = re.compile(r"(?:[ -]|- )(?:(?:of|in|to|part of) )?(?:the )?")
OF_MID_YEAR = re.compile(r"[ ,(-]{0,2}(?:of |in )?\(?")
MID_YEAR = re.compile(r"mid[ -]year(?![a-z])(?: review| point)?")
NTH = re.compile(
    r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final) "
    r"(?P<what>half|week|day|working day|week ?day|"
    r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)(?: (?:of|"
    r"in))? (?:the )?(?:month of )?"
)


def read_qualified(low: str, start: int, read: Reader) -> DateMention | None:
    """The period with a word for its part before it, beginning exactly here; None where there is none."""
    mid_year = MID_YEAR.match(low, start)
    if mid_year:
        return _mid_year(low, start, mid_year.end())
    part = PART.match(low, start)
    gap = PART_GAP.match(low, part.end()) if part else None
    if part and gap:
        mention = read(low, gap.end()) if gap.end() < len(low) else None
        return replace(_part(mention, part), start=start) if mention and not mention.is_faulty else None
    nth = NTH.match(low, start)
    if nth and nth.end() < len(low):
        mention = read(low, nth.end())
        if mention and not mention.is_faulty and (mention.date or mention.precision == "month"):
            return replace(_nth(mention, nth), start=start)
    return None


def _mid_year(low: str, start: int, end: int) -> DateMention:
    gap = OF_MID_YEAR.match(low, end)
    years = years_at(low, gap.end()) if gap else None
    if not years or years.is_short:
        return DateMention(start, end, None, "day", (NO_YEAR, APPROXIMATE), None, 6, 30)
    if years.is_pair:
        return DateMention(start, years.end, None, "year", (AMBIGUOUS,))
    return DateMention(start, years.end, date(years.first, 6, 30), "day", (APPROXIMATE, "year precision"))


def _doubted(mention: DateMention, suggestion: date | None = None) -> DateMention:
    return replace(mention, date=None, suggestion=suggestion, month=0).flagged(AMBIGUOUS)


def _part(mention: DateMention, part: re.Match[str]) -> DateMention:
    if mention.precision == "day":
        return mention
    if part["mid"] and mention.precision in ("month", "year"):
        if not mention.date:
            return replace(mention, day=15 if mention.month else 0).flagged(APPROXIMATE)
        middle = mention.date.replace(day=15) if mention.precision == "month" else date(mention.date.year, 6, 30)
        return replace(mention, date=middle, precision="day").flagged(APPROXIMATE)
    if part["late"] or mention.precision == "month" or not mention.date:
        return mention.flagged(APPROXIMATE)
    return _doubted(mention)


def _nth(mention: DateMention, nth: re.Match[str]) -> DateMention:
    """The first Monday of a month is a day; its first week is not, so that is only a suggestion."""
    count = (
        -1
        if nth["nth"] in ("last", "final")
        else ORDINALS.get(nth["nth"], int(nth["nth"][0]) if nth["nth"][0].isdigit() else 0)
    )
    what = nth["what"]
    if what.endswith("day") and count == -1 and what not in WEEKDAYS:
        return mention
    if not mention.date or mention.precision != "month":
        is_last = what == "half" and count in (2, -1)
        return mention if is_last else replace(_doubted(mention), flags=_without_year(mention))
    year, month = mention.date.year, mention.date.month
    if what in WEEKDAYS:
        found = _nth_weekday(year, month, WEEKDAYS[what], count)
        return replace(mention, date=found, precision="day")
    if what == "half":
        found = mention.date if count in (2, -1) else date(year, month, 15)
        return replace(mention, date=found).flagged(APPROXIMATE)
    if what == "day" and count == 1:
        return replace(mention, date=date(year, month, 1), precision="day")
    return _doubted(mention, month_end(year, month) if count == -1 else date(year, month, min(7 * count, 28)))


def _without_year(mention: DateMention) -> tuple[str, ...]:
    """A part of a month without a year is first of all a date without a year."""
    return (NO_YEAR, APPROXIMATE) if not mention.date else (*mention.flags, AMBIGUOUS)


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    if count == -1:
        last = month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
