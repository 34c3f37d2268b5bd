"""The tidy table of all actions as a workbook of one sheet: `planbook read --to xlsx`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planbook.writing.book import A3, Book
from planbook.writing.listing import Column, Listing, Value, write_listing

_WIDE = frozenset({"objective", "action_text", "update", "success_measures", "impact", "risk", "mitigation"})
_CREATED = date(2000, 1, 1)
"""A fixed day, so that the same actions give the same bytes; the table says nothing of when it was made."""


def table_bytes(rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> bytes:
    """The rows as an Excel table; every text is written as text, dates as dates."""
    book = Book("All actions", "", _CREATED)
    looks = [
        Column(name, "day" if name == "due" else "cell", 45 if name in _WIDE else 18)
        for name in (c.removeprefix("extra:") if c.startswith("extra:") else c for c in columns)
    ]
    listing = Listing(
        name="Actions",
        title="All actions",
        notes=(f"{len(rows)} actions, one row each.",),
        columns=tuple(looks),
        rows=[[_value(v, c) for v, c in zip(row, columns, strict=True)] for row in rows],
        empty="There are no actions.",
        frozen=1,
    )
    write_listing(book.page("Actions", "read", A3), listing)
    return book.bytes()


def _value(value: Any, column: str) -> Value:
    if column == "due" and value:
        return date.fromisoformat(value)
    return value if isinstance(value, int | float) or value is None else str(value)
