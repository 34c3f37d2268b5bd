"""Every date that a text names, and where. The grammar of dates; what a date is *for* is `timescale.py`'s.

    find_dates(text)      all of them, left to right
    read_date(text, pos)  the one that begins exactly at a place, or None

Days stand before months, always (interpretation.md). Nothing is taken from the clock, the locale or
the machine, and nothing is completed by guessing: a mention without `date` says why in its `flags`.
Each reader looks at a bounded stretch of text, so the whole takes time in proportion to the length.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planbook.interpreting.dating.bare_dates import BEFORE_TIME, is_bare_month_here, read_bare_year
from planbook.interpreting.dating.calendar_words import MONTHS, ORDINALS, WEEKDAYS, misspelt_month
from planbook.interpreting.dating.labels import is_referred_to
from planbook.interpreting.dating.mentions import NO_YEAR, DateMention
from planbook.interpreting.dating.numeric_dates import read_day_and_month, read_figures
from planbook.interpreting.dating.periods import opens_ordinal, read_period
from planbook.interpreting.dating.plain import Plain, make_plain
from planbook.interpreting.dating.qualified_dates import read_qualified
from planbook.interpreting.dating.shared_years import share_years
from planbook.interpreting.dating.terms import read_month_half_term, read_term
from planbook.interpreting.dating.word_dates import read_weekday, read_worded

__all__ = ["DateMention", "find_dates", "find_in", "read_date"]

TOKEN = re.compile(r"[a-z]+|\d+")
ON_A_DAY = re.compile(r"(?:^|\n|\b(?:by|on|due|until|before|date))[: ]{0,2}$")
ENDS_A_LINE = re.compile(r"[ .?)*]{0,3}(?:$|\n)")
HEADS = frozenset(month[:3] for month in MONTHS) | frozenset(day[:3] for day in WEEKDAYS)
HEADS |= frozenset(ordinal[:3] for ordinal in ORDINALS) | frozenset(
    [
        "a",
        "f",
        "fy",
        "fye",
        "fin",
        "fis",
        "bud",
        "aca",
        "ac",
        "ay",
        "sch",
        "cal",
        "yea",
        "yr",
        "q",
        "qtr",
        "qr",
        "qua",
        "qs",
        "h",
        "ht",
        "hal",
        "sum",
        "aut",
        "spr",
        "win",
        "ter",
        "mid",
        "ear",
        "sta",
        "beg",
        "lat",
        "las",
        "twe",
        "thi",
        "qtrs",
    ]
)
"""How words begin that can open a date; figures always can."""

COUNTS_TIME = re.compile(r"[ -]?(?:months?|mths?|weeks?|wks?|days?|years?|yrs?|hours?|%)(?![a-z])")
BEFORE, BEHIND = 40, 160
"""How much of a text can bear on one date in it."""


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date named in `text`, left to right, with its place there (see `DateMention`); never raises.

    A month alone or a year alone is a date only where the words round it say so ("May be delayed" and
    "KCSIE 2020" name none); a year said once for several dates is shared ("Oct/Nov 2019").
    """
    plain = make_plain(text)
    return tuple(_as_written(plain, mention) for mention in find_in(plain))


def read_date(text: str, pos: int) -> DateMention | None:
    """The date that begins exactly at `pos`, a weekday before it included; None where none begins there.

    Meant for a place where a date is expected, such as the head of an entry: a bare month counts here.
    """
    if not 0 <= pos < len(text):
        return None
    first = max(0, pos - BEFORE)
    plain = make_plain(text[first : pos + BEHIND])
    mention = _read_at(plain.low, plain.place(pos - first))
    if not mention or plain.starts[mention.start] != pos - first:
        return None
    mention = _as_written(plain, mention)
    return replace(mention, start=mention.start + first, end=mention.end + first)


def find_in(plain: Plain) -> tuple[DateMention, ...]:
    """As `find_dates`, for a text made plain already; the places are those in `plain.low`."""
    mentions: list[DateMention] = []
    end = 0
    for token in TOKEN.finditer(plain.low):
        if token.start() < end or not _may_open_a_date(token[0]):
            continue
        mention = _read_at(plain.low, token.start()) or _read_in_context(plain.low, token.start())
        if mention and _is_meant(plain.low, mention):
            mentions.append(mention)
            end = mention.end
    return share_years(plain.low, mentions)


def _may_open_a_date(word: str) -> bool:
    """A cheap first look: most words of a long text open no date."""
    return word[0].isdigit() or word[:3] in HEADS or misspelt_month(word) > 0


def _as_written(plain: Plain, mention: DateMention) -> DateMention:
    end = plain.starts[mention.end - 1] + 1
    return replace(mention, start=plain.starts[mention.start], end=end)


def _read_at(low: str, start: int) -> DateMention | None:
    if start >= len(low) or not low[start].isalnum() or _is_inside(low, start):
        return None
    if low[start].isdigit():
        found = _read_core(low, start)
        return found or (read_qualified(low, start, _read_core) if opens_ordinal(low, start) else None)
    weekday = read_weekday(low, start) if low[start : start + 3] in WEEKDAYS else None
    if not weekday:
        return _read_core(low, start) or read_qualified(low, start, _read_with_year)
    day, after = weekday
    mention = _read_core(low, after) if after < len(low) else None
    if not mention or mention.precision != "day":
        return None
    differs = mention.date is not None and mention.date.weekday() != day
    return replace(mention, start=start).flagged(*(("weekday differs",) if differs else ()))


def _is_inside(low: str, start: int) -> bool:
    """Whether this is the middle of a word or a number; a date may follow a word without a space (`by31/03/2020`)."""
    before = low[start - 1 : start]
    return bool(before) and (before.isdigit() if low[start].isdigit() else before.isalpha())


def _read_core(low: str, start: int) -> DateMention | None:
    if not low[start].isalnum():
        return None
    if low[start].isdigit():
        figures = read_figures(low, start)
        if figures:
            return figures if _is_figure_date(low, figures) else None
        found = read_period(low, start) or read_worded(low, start)
        return found or (read_term(low, start) if opens_ordinal(low, start) else None)
    return (
        read_month_half_term(low, start) or read_worded(low, start) or read_period(low, start) or read_term(low, start)
    )


def _is_figure_date(low: str, figures: DateMention) -> bool:
    """`see 2.3.19` and `case 3/2019` are numbers of something, `3/6/12 months` is three stretches of time."""
    if figures.precision != "day":
        return BEFORE_TIME.search(low[max(0, figures.start - 16) : figures.start]) is not None
    if COUNTS_TIME.match(low, figures.end):
        return False
    return not ("." in low[figures.start : figures.end] and is_referred_to(low, figures.start))


def _read_with_year(low: str, start: int) -> DateMention | None:
    """After "mid" or "early", a year alone is a date too."""
    return _read_core(low, start) or read_bare_year(low, start)


def _read_in_context(low: str, start: int) -> DateMention | None:
    """What is a date only by the words round it: a year alone, `31/3`."""
    if not low[start].isdigit():
        return None
    short = read_day_and_month(low, start)
    if short and ON_A_DAY.search(low[max(0, start - 10) : start]) and ENDS_A_LINE.match(low, short.end):
        return short
    return read_bare_year(low, start)


def _is_meant(low: str, mention: DateMention) -> bool:
    is_bare = NO_YEAR in mention.flags and mention.precision in ("month", "season")
    return not is_bare or is_bare_month_here(low, mention)
