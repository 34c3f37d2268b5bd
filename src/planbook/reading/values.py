"""What is stored in a cell, by the letter of its type, as plain values; what is no such value stays as its words."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planbook.reading.texts import clean

if TYPE_CHECKING:
    from planbook.reading.cells import Raw

WIDEST_WHOLE = 10**15  # a number of more digits than Excel keeps
ISO = re.compile(r"(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?Z?")
DURATION = re.compile(r"PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?")
TRUTHS = {"1": True, "true": True, "0": False, "false": False}


def value_of(text: str, letter: str) -> Raw:
    """The value of a stored text by its type: `n` number, `b` truth, `d` moment, else words (ECMA-376, 18.18.11)."""
    if letter == "n":
        return number_of(text)
    if letter == "b":
        return truth_of(text)
    if letter == "d":
        moment = moment_of(text)
        return clean(text) if moment is None else moment
    return clean(text)


def number_of(text: str) -> float | int | str:
    """A number as Excel keeps it: of more than 15 digits as a float; beyond all bounds, or none, its words."""
    try:
        number = float(text) if "." in text or "E" in text or "e" in text else int(text)
        return float(number) if abs(number) >= WIDEST_WHOLE else number
    except (ValueError, OverflowError):
        return clean(text)


def truth_of(text: str) -> bool | str:
    """A truth by figure or word; another whole number is true unless it is nought."""
    found = TRUTHS.get(text.strip().casefold())
    if found is not None:
        return found
    try:
        return bool(int(text))
    except ValueError:
        return clean(text)


def moment_of(text: str) -> date | datetime | time | timedelta | None:
    """An ISO 8601 day, time, both, or length of time, without a zone; None where it is none."""
    found = ISO.fullmatch(text.strip())
    try:
        if found and found[1]:
            return datetime.fromisoformat(f"{found[1]}T{found[2]}") if found[2] else date.fromisoformat(found[1])
        if found and found[2]:
            return time.fromisoformat(found[2])
    except ValueError:
        return None
    length = DURATION.fullmatch(text.strip())
    if not length or not any(length.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in length.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)
