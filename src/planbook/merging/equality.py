"""When two entries are the same. A difference that no reader can see is no change (merge.md)."""

from __future__ import annotations

import re
from datetime import date, datetime

from planbook.interpreting.rag import parse_rag
from planbook.interpreting.typed_dates import date_precision
from planbook.likeness import folded, normalise, same
from planbook.model import CellKind, Entry
from planbook.settings import Scale

_LOOSE = re.compile(r"[^\w]+")


def same_entry(field: str, one: Entry, other: Entry, scale: Scale) -> bool:
    """Whether two entries of a field say the same: by what a reader sees, with what the field's kind adds.

    Typed dates are the same if the stored day and the precision shown are. Ratings are the same if code and label
    are, whatever stands between them. A date whose number format an engine cannot give is compared by its day.
    """
    if same(one.text, other.text) and not _other_day(one, other):
        return True
    if _is_day(one) and _is_day(other):
        return _same_day(one, other)
    if field == "rag":
        return _same_rating(one.text, other.text, scale)
    return False


def _is_day(entry: Entry) -> bool:
    return entry.kind is CellKind.DATE and isinstance(entry.value, date)


def _day(entry: Entry) -> date | None:
    value = entry.value
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _other_day(one: Entry, other: Entry) -> bool:
    """Two dates can look alike and be different days: `Mar-20` hides the day."""
    return (
        _is_day(one) and _is_day(other) and _day(one) != _day(other) and bool(one.number_format and other.number_format)
    )


def _same_day(one: Entry, other: Entry) -> bool:
    if _day(one) != _day(other):
        return False
    if not one.number_format or not other.number_format:
        return True
    return date_precision(one.number_format) == date_precision(other.number_format)


def _same_rating(one: str, other: str, scale: Scale) -> bool:
    first, second = parse_rag(one, scale), parse_rag(other, scale)
    if not first.code or first.code != second.code or not same(first.note, second.note):
        return False
    usual = scale.label(first.code)  # a code alone says what the code and its own label say
    return _LOOSE.sub("", folded(first.label or usual)) == _LOOSE.sub("", folded(second.label or usual))


def shown_value(field: str, entry: Entry | None, scale: Scale) -> str:
    """A field's text in a report of changes; for a rating its code and label (interface.md, JSON)."""
    if entry is None:
        return ""
    if field == "rag":
        rating = parse_rag(entry.text, scale)
        if not rating.code:
            return entry.text.strip()
        label = "" if folded(rating.label) == rating.code.casefold() else rating.label  # a colour is its own label
        return " ".join(part for part in (rating.code, label, rating.note) if part)
    return entry.text


def value_key(field: str, entry: Entry, scale: Scale) -> str:
    """What makes a proposal different from another one: its normal form."""
    if field == "rag":
        rating = parse_rag(entry.text, scale)
        if rating.code:
            label = _LOOSE.sub("", folded(rating.label or scale.label(rating.code)))
            return f"{rating.code} {label} {normalise(rating.note)}"
    return normalise(entry.text)
