"""A year said once for several dates: `Oct/Nov 2019`, `Dec - Jan 2020`, `Q3/Q4 2021/22`, `March 2019 and 2020`.

Only dates that stand side by side share a year. In a range the first date is the last such day before the
second; in a list both fall in the same calendar year, or the first stays without a year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from planbook.interpreting.dating.mentions import AMBIGUOUS, NO_YEAR, DateMention, in_year

RANGE_LINK = re.compile(r" ?(?:-|to|until|till|through to|to the) ?(?:(?:the )?end (?:of )?|mid[ -]|the )?(?:the )?$")
LIST_LINK = re.compile(r" ?(?:/|&|,|and|or|, and|,or) ?(?:the |in |by |end (?:of )?)?$")
NEXT_YEAR = re.compile(r"(?: and |, ?| ?& ?| or )(?P<year>20\d\d)(?![0-9a-z/-])")
ENDS_HERE = re.compile(r"[ ?.,;:)*]{0,3}(?:$|\n|\(|(?:and|or) 20\d\d)")

NOTHING_BETWEEN = re.compile(r"[ \n,:;()-]{0,4}(?:in |of |by |end )?(?:the )?")

SHARED = "shared year"


def is_range(between: str) -> bool:
    """Whether the words between two dates make them the beginning and the end of a stretch of time."""
    return len(between) < 24 and RANGE_LINK.fullmatch(between) is not None


def is_list(between: str) -> bool:
    """Whether the words between two dates set them side by side."""
    return len(between) < 24 and LIST_LINK.fullmatch(between) is not None


def share_years(low: str, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """The mentions, with the years that they take from the date beside them, and the years said after them."""
    shared: list[DateMention] = []
    for mention in reversed(with_financial_years(low, mentions)):
        following = shared[-1] if shared else None
        if following and following.date and NO_YEAR in mention.flags and mention.month:
            shared.append(_with_year(mention, following, low[mention.end : following.start]))
        else:
            shared.extend(reversed(_continued(low, mention)))
            shared.append(mention)
    return tuple(reversed(shared))


def with_financial_years(low: str, mentions: list[DateMention]) -> list[DateMention]:
    """A pair of years set beside a date without one is that date's: `Q1 (April - June) 2019/20`, `2019/20: March`.

    Which March of the two is left to a person: the date inside the financial year is the suggestion.
    """
    found = list(mentions)
    for place, mention in enumerate(mentions):
        if mention.precision != "financial year" or not mention.date:
            continue
        for other in (place - 1, place + 1):
            beside = mentions[other] if 0 <= other < len(mentions) else None
            if beside and NO_YEAR in beside.flags and beside.month and _touch(low, mention, beside):
                year = mention.date.year - (beside.month > 3)
                likely = in_year(beside.month, beside.day, year)
                found[place] = replace(mention, date=None, suggestion=likely).flagged(AMBIGUOUS)
    return found


def _touch(low: str, one: DateMention, other: DateMention) -> bool:
    between = low[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < 8 and NOTHING_BETWEEN.fullmatch(between) is not None


def _with_year(mention: DateMention, following: DateMention, between: str) -> DateMention:
    if following.date is None or not (is_range(between) or is_list(between)):
        return mention
    found = in_year(mention.month, mention.day, following.date.year)
    if found and found > following.date:
        is_one_year = is_list(between) and following.precision not in ("quarter", "season")
        found = None if is_one_year else in_year(mention.month, mention.day, following.date.year - 1)
    if not found:
        return mention
    flags = tuple(flag for flag in mention.flags if flag != NO_YEAR)
    return replace(mention, date=found, flags=(*flags, SHARED))


def _continued(low: str, mention: DateMention) -> list[DateMention]:
    """The dates of `March 2019 and 2020` after the first."""
    if mention.date is None or mention.precision not in ("day", "month"):
        return []
    found = NEXT_YEAR.match(low, mention.end)
    if not found:
        return []
    start, end = found.span("year")
    if not ENDS_HERE.match(low, end):
        return [DateMention(start, end, None, "year", (AMBIGUOUS,))]
    day = 0 if mention.precision == "month" else mention.date.day
    again: date | None = in_year(mention.date.month, day, int(found["year"]))
    return [DateMention(start, end, again, mention.precision, () if again else (AMBIGUOUS,))]
