"""The year that follows a month, as people write it: `2019`, `'19`, `-19`, `(2019)`, and what it is not.

Two figures are a year only where they count nothing ("March 12 schools"); three and five figures, and the
letter O for a nought, are slips; `March 2019/20` may be either March. Nothing of this is repaired in silence.
"""

from __future__ import annotations

import re

from planbook.interpreting.dating.calendar_words import month_number
from planbook.interpreting.dating.mentions import AMBIGUOUS, BAD_YEAR, full_year, is_year

FOUR_FIGURES = re.compile(r"(?:\.?[ \n]?[-,./]?[ \n]?'?|\.? (?:of|in) | ?\(| - )(?P<year>\d{3,6})(?P<after>[a-z])?")
TWO_FIGURES = re.compile(r"(?P<gap>\.? ?'|\.[ ]?|[ ]|\n|-|/|, ?'|)(?P<year>\d\d)(?![0-9a-z%£])(?![.:]\d)")
SLIPPED_YEAR = re.compile(r"\.?[ ]?(?=[12][0-9oil]{3}(?![0-9a-z]))[0-9]{0,3}[oil][0-9oil]{0,3}")
SECOND_YEAR = re.compile(
    r"(?:[/-](?=\d\d(?!\d))| ?[/-] ?(?=\d{4}))(?P<year>\d{2,4})(?![0-9a-z])(?!(?: ?[./-] ?| )(?:\d|[a-z]{3,9} ?\d))"
)

COUNTED = re.compile(
    r" (?:more|new|staff|people|children|young|families|percent|per cent|men|women|of|x|hours?|weeks?|months?|"
    r"days?|years?|"
    r"(?!as |is |was |plus |this |s |business )[a-z]{2,14}s)(?![a-z])"
)
COUNTS = re.compile(r"%| [a-z]")
MONTH_AHEAD = re.compile(r"[ ](?P<month>[a-z]{3,10})(?![a-z])")


def year_after(low: str, start: int) -> tuple[int | None, int, tuple[str, ...]]:
    """The year that follows a month here: the year or None, where it ends, and what is wrong with it."""
    slipped = SLIPPED_YEAR.match(low, start)
    if slipped:
        return None, slipped.end(), (BAD_YEAR,)
    return _four_figures(low, start) or _two_figures(low, start) or (None, start + (low[start : start + 1] == "."), ())


def _four_figures(low: str, start: int) -> tuple[int | None, int, tuple[str, ...]] | None:
    found = FOUR_FIGURES.match(low, start)
    if not found:
        return None
    year, end = found["year"], found.end("year")
    if len(year) == 3 and COUNTS.match(low, end):
        return None  # "By March 100 schools": a count
    if len(year) != 4 or found["after"] or not is_year(int(year)):
        return None, end, (BAD_YEAR,)
    return _with_second_year(low, int(year), end)


def _two_figures(low: str, start: int) -> tuple[int | None, int, tuple[str, ...]] | None:
    found = TWO_FIGURES.match(low, start)
    if not found:
        return None
    if found["gap"] == ". " and low[max(0, start - 5) : start].isalpha():
        return None  # a sentence ends with the month: "by March. 12 have ..."
    if "'" not in found["gap"]:
        if found["gap"] not in ("-", "/") and COUNTED.match(low, found.end()):
            return None
        if month_number(word_at(low, found.end())):
            # "Mar 20 Apr 20": is 20 the year of March or a day of April?
            return None, found.end(), (AMBIGUOUS,)
    return _with_second_year(low, full_year(found["year"]), found.end())


def _with_second_year(low: str, year: int, end: int) -> tuple[int | None, int, tuple[str, ...]]:
    """`March 2019/20`: the March of that financial year, or of two years? Nobody can tell."""
    second = SECOND_YEAR.match(low, end)
    if second and (full_year(second["year"]) == year + 1 or len(second["year"]) == 4):
        return None, second.end(), (AMBIGUOUS,)
    return year, end, ()


def word_at(low: str, start: int) -> str:
    """The word that follows a space here; empty where none does."""
    found = MONTH_AHEAD.match(low, start)
    return found["month"] if found else ""
