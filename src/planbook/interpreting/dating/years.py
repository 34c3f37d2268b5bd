"""Years as they are written after a period or alone: `2019/20`, `18-19`, `2019`, `'19`.

A pair of years one apart is a financial or an academic year, as the words beside it say. Pairs further
apart ("2017-20") are the life of a strategy, and end nobody knows when.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbook.interpreting.dating.mentions import full_year, is_year

PAIR = re.compile(r"(?P<first>(?:20|19)?\d\d) ?[/-] ?(?P<second>(?:20|19)?\d\d)(?![0-9a-z%])(?![/-]\d)(?!\.\d)")
SINGLE = re.compile(r"'?(?P<year>(?:20|19)\d\d|\d\d)(?![0-9a-z%:])(?!\.\d)(?! ?[/-] ?\d)")


@dataclass(frozen=True, slots=True)
class Years:
    """One year, or two that follow each other; `last` is the same as `first` for one year."""

    first: int
    last: int
    end: int
    is_short: bool
    """Written in two figures: `18/19` or `'19`."""

    @property
    def is_pair(self) -> bool:
        """Whether this is a year that begins in one calendar year and ends in the next."""
        return self.last == self.first + 1


def years_at(low: str, start: int) -> Years | None:
    """The year, or the pair of years one apart, that is written exactly here; None for anything else."""
    pair = PAIR.match(low, start)
    if pair:
        first, last = full_year(pair["first"]), full_year(pair["second"])
        if len(pair["first"]) < len(pair["second"]) or last != first + 1:
            last = first + 1 if len(pair["first"]) == 4 and (first + 1) % 100 == last % 100 else 0
        if not last or not is_year(first):
            return None
        return Years(first, last, pair.end(), len(pair["first"]) == 2)
    single = SINGLE.match(low, start)
    if not single or not is_year(full_year(single["year"])):
        return None
    year = full_year(single["year"])
    return Years(year, year, single.end(), len(single["year"]) == 2)
