"""Timescales that name no date: ongoing, an event, a reference, nothing yet, or words of another column.

Tried in order, the first that fits holds. What fits none of them names no time, and is unreadable.
"""

from __future__ import annotations

from planbook.interpreting.timing.timeless_words import (
    AT_MEETING,
    CONDITIONAL,
    ERROR,
    FROM_START,
    IMMEDIATE,
    LEGEND,
    NOT_YET,
    NOTATION,
    NOTHING,
    ONGOING,
    REFERENCE,
    RELATIVE,
    STATUS,
    WHEN,
    WHEN_ANYWHERE,
)
from planbook.model import TimescaleKind

Reading = tuple[TimescaleKind, tuple[str, ...]]


def read_timeless(low: str) -> Reading:
    """The kind of a plain text without a date or a frequency, and its notes (phrasebook)."""
    text = low.strip(" \n'•*").strip()
    if ERROR.match(text):
        return TimescaleKind.UNREADABLE, ("error value",)
    if not text or NOTHING.fullmatch(text):
        return TimescaleKind.NONE, _nothing_notes(text)
    if REFERENCE.search(text):
        return TimescaleKind.REFERENCE, ("ditto mark",) if text.startswith('"') else ()
    if ONGOING.search(text):
        return TimescaleKind.ONGOING, _ongoing_notes(text)
    if NOT_YET.search(text):
        return TimescaleKind.NONE, ("to be confirmed",)
    for pattern, note in ((STATUS, "status word"), (LEGEND, "needs legend"), (FROM_START, "needs plan start")):
        if pattern.match(text):
            return TimescaleKind.UNREADABLE, (note,)
    event = _event(text)
    if event:
        return event
    return TimescaleKind.UNREADABLE, ("ambiguous notation" if NOTATION.search(text) else "no time meaning",)


def _nothing_notes(text: str) -> tuple[str, ...]:
    if not text:
        return ("blank",)
    return ("query",) if "?" in text else ()


def _ongoing_notes(text: str) -> tuple[str, ...]:
    if "business as usual" in text:
        return ("business as usual",)
    return ("immediate",) if IMMEDIATE.search(text) else ()


def _event(text: str) -> Reading | None:
    patterns = (
        (IMMEDIATE, "immediate"),
        (RELATIVE, "relative"),
        (CONDITIONAL, "conditional"),
        (AT_MEETING, "meeting"),
        (WHEN, ""),
        (WHEN_ANYWHERE, ""),
    )
    notes = tuple(note for pattern, note in patterns if pattern.search(text))
    return (TimescaleKind.EVENT, tuple(filter(None, notes))) if notes else None
