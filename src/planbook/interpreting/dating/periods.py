"""Quarters, halves and whole years of a plan: which reader looks at what begins here."""

from __future__ import annotations

from planbook.interpreting.dating.mentions import DateMention
from planbook.interpreting.dating.quarters import read_half, read_quarter
from planbook.interpreting.dating.whole_years import read_named_year, read_pair


def read_period(low: str, start: int) -> DateMention | None:
    """The quarter, half or year that begins exactly here; None where none does. Offsets are those of `low`."""
    if start and low[start - 1].isalnum():
        return None
    if low[start].isdigit():
        return read_pair(low, start) or (_read_ordinal(low, start) if opens_ordinal(low, start) else None)
    return read_quarter(low, start) or read_half(low, start) or read_named_year(low, start)


def opens_ordinal(low: str, start: int) -> bool:
    """Whether figures here are the first letters of `1st`, `2nd half`, `3Q`: the rest of them name no period."""
    return low[start + 1 : start + 3] in ("st", "nd", "rd", "th") or low[start + 1 : start + 2] == "q"


def _read_ordinal(low: str, start: int) -> DateMention | None:
    return read_quarter(low, start) or read_half(low, start)
