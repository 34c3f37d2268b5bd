"""What a column heading means: `Lead (s) (who)`, `Responsible Lead/s` and `By whom?` are one field.

People word their headings anew each year, so a heading is read for what its words mean, and not looked up in a list of
layouts. Where the heading alone does not decide (`Date`, `Target`, `Agency`, no heading at all) the column's own texts
do. A wrong reading is worse than none: a column that is not recognised is carried as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planbook.interpreting.heading.evidence import field_of_texts, overruled
from planbook.interpreting.heading.idioms import NO_FIELD
from planbook.interpreting.heading.reading import LONGEST, field_of, plain_words, reading_of
from planbook.likeness import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """What a column was taken for, and why, in a sentence for people (`planbook check` shows it)."""

    field: str | None
    why: str


def recognise_heading(heading: str) -> str | None:
    """The field that a heading names: a key of `columns.COLUMNS`, `rag_and_update`, or None.

    The rule is interpretation.md's, Headings. None means that the heading names no field of ours, or does not decide
    by itself.
    """
    return field_of(heading) if len(heading) <= 2 * LONGEST else None


def recognise_column(heading: str, texts: Sequence[str]) -> ColumnReading:
    """The field of a column, by its heading, or where that does not decide by the column's own texts."""
    shown = normalise(heading)[:LONGEST]
    field = recognise_heading(heading)
    said = plain_words(shown.casefold())
    if field and (other := overruled(said, field, texts)):
        return ColumnReading(
            other, f"the heading '{shown}' can mean either, and nearly all of the column's texts are {other}"
        )
    if field:
        return ColumnReading(field, f"the heading '{shown}' says so")
    if shown and reading_of(heading) == NO_FIELD:
        return ColumnReading(None, f"the heading '{shown}' names something that a plan has no column for")
    found, share = field_of_texts(said, texts)
    if found:
        called = f"'{shown}' can mean several things" if shown else "there is no heading"
        return ColumnReading(found, f"{called}, and {share:.0%} of the column's texts look like it")
    if shown:
        return ColumnReading(None, f"neither the heading '{shown}' nor the column's texts decide")
    return ColumnReading(None, "there is no heading, and the column's texts do not decide")


def looks_like_heading_row(texts: Sequence[str]) -> int:
    """How many different fields a row's texts name: a heading row several, a row of data none, or one by chance."""
    return len({field for field in map(recognise_heading, texts) if field})


_LATER = re.compile(r"\b(revised|current|latest|new|updated|amended|extended|now|final|present|forecast)\b")
_SOONER = re.compile(r"\b(original|previous|prior|old|initial|first|last|former|earlier|baseline|planned)\b")
_QUARTER = re.compile(r"\b(?:q|qtr|quarter|month|year|update|progress|review) ?(\d{1,2})\b")
_YEAR = re.compile(r"\b(20\d\d)\b")


def prefer(headings: Sequence[str]) -> int:
    """Of several headings of one field, the place of the one that is the field: revised, current or latest.

    Where nothing says which is later, it is the first.
    """

    def lateness(place: int) -> tuple[int, int, int, int]:
        text = normalise(headings[place]).casefold()
        said = (1 if _LATER.search(text) else 0) - (1 if _SOONER.search(text) else 0)
        year = max((int(y) for y in _YEAR.findall(text)), default=0)
        quarter = max((int(q) for q in _QUARTER.findall(text)), default=0)
        return said, year, quarter, -place

    return max(range(len(headings)), key=lateness, default=0)
