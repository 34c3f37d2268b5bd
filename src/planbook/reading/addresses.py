"""Addresses as files write them, `A1`, `$B$2:C9`, to numbers of rows and columns."""

from __future__ import annotations

import re

from planbook.model import Span

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")


def span_of(reference: str) -> Span | None:
    """`A1` or `$B$2:C9` as a span, corners put in order; None where it is no reference."""
    match = REFERENCE.fullmatch(reference.strip())
    if not match:
        return None
    left, top = column_number(match[1]), int(match[2])
    right, bottom = (column_number(match[3]), int(match[4])) if match[3] else (left, top)
    return Span(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def column_number(letters: str) -> int:
    """`A` is 1, `AB` is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
