"""`03/04/2020` in a column of American dates: which day is meant is in doubt, though each cell reads well by itself.

interpretation.md reads day first, always. exceptions.md (T004) takes it back where the column's other dates can only
be month before day: whoever typed `03/31/2020` into it is likely to have meant 4 March.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planbook.interpreting.dating.mentions import full_year
from planbook.model import Timescale, TimescaleKind

_AMERICAN = "month/day order"
_EITHER = "day first"
"""The reader's note on a date that could be read either way."""
_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")


def is_american(timescales: Iterable[Timescale]) -> bool:
    """Whether a column's dates are written month first: more of them can only be so than can only be day first."""
    balance = 0
    for timescale in timescales:
        if _AMERICAN in timescale.notes:
            balance += 1
        elif (found := _FIGURES.search(timescale.text)) and int(found[1]) > 12:
            balance -= 1
    return balance > 0


def in_american_column(timescale: Timescale) -> Timescale:
    """The reading of a cell in such a column: unreadable if it reads either way, month before day as suggestion."""
    due = timescale.due
    if timescale.kind is not TimescaleKind.DATE or due is None or _EITHER not in timescale.notes:
        return timescale
    read = (due.day, due.month, due.year)
    found = next(
        (f for f in _FIGURES.finditer(timescale.text) if (int(f[1]), int(f[2]), full_year(f[3])) == read), None
    )
    if found is None:
        return timescale
    notes = tuple(n for n in timescale.notes if n != _EITHER)
    return replace(
        timescale,
        kind=TimescaleKind.UNREADABLE,
        due=None,
        notes=(_AMERICAN, *notes),
        suggestion=date(due.year, due.day, due.month),
        faulty=found[0],
    )
