"""A comparison as a workbook: counts that a chair reads first, then every difference whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from planbook import columns, forms
from planbook.comparison import Comparison, Row, difference
from planbook.model import Change
from planbook.writing.book import A3, Book
from planbook.writing.listing import Column, Listing, Rich, Value, write_listing

_CREATED = date(2000, 1, 1)
"""A fixed day, so that the same two workbooks give the same bytes."""
_HEADINGS = ("What", "Plan", "Action", "Field", "Before", "After", "Where")
_LOOKS = {"What": "strong", "Before": "quiet", "Where": "quiet"}
_WIDTHS = {"What": 12.0, "Action": 10.0}
CHANGED, ADDED, REMOVED = "Changed", "Added", "Removed"


def comparison_bytes(found: Comparison) -> bytes:
    """The workbook: `Summary` with a row of counts a plan, `Changes` with a row a difference."""
    book = Book(f"{found.old} compared with {found.new}", "", _CREATED)
    write_listing(book.page(forms.SUMMARY, "read"), _summary(found))
    write_listing(book.page(forms.CHANGES, "record", A3), _changes(found))
    return book.bytes()


def _summary(found: Comparison) -> Listing:
    said = "Nothing differs." if found.is_same else "What differs stands in the sheet Changes, whole."
    return Listing(
        name="Counts",
        title="What changed",
        notes=(f"From {found.old} to {found.new}. {said}",),
        columns=(
            Column("Plan", "strong", 44),
            *(Column(h, "count", 16) for h in ("Actions changed", "Fields changed", ADDED, REMOVED)),
        ),
        rows=[_counts(found, plan, title) for plan, title in found.titles.items()],
        empty="There is no plan.",
    )


def _counts(found: Comparison, plan: str, title: str) -> list[Value]:
    fields = [c for c in found.changes if c.plan == plan]
    added, removed = (Counter(row.plan for row in rows)[plan] for rows in (found.added, found.removed))
    return [title or plan, len({c.action for c in fields}), len(fields), added, removed]


def _changes(found: Comparison) -> Listing:
    rows = [
        *(row for change in found.changes for row in _change_rows(change)),
        *(_whole_row(ADDED, row) for row in found.added),
        *(_whole_row(REMOVED, row) for row in found.removed),
    ]
    return Listing(
        name="Changes",
        title="Changes",
        notes=("One row a field that differs; what is new stands in bold. Added and removed actions come last.",),
        columns=tuple(Column(h, _LOOKS.get(h, "cell"), _WIDTHS.get(h, 0)) for h in _HEADINGS),
        rows=rows,
        empty="Nothing differs.",
    )


def _change_rows(change: Change) -> Iterator[list[Value]]:
    """A change as a row; texts longer than a cell go on in the rows below."""
    befores, afters = ([*forms.chunks(forms.writable(text))] or [""] for text in (change.before, change.after))
    for index in range(max(len(befores), len(afters))):
        before = befores[index] if index < len(befores) else ""
        after = afters[index] if index < len(afters) else ""
        title = columns.title_of(change.field) + (" (continued)" if index else "")
        shown = _in_bold(before, after) if len(befores) == len(afters) == 1 else after
        yield [CHANGED, change.plan, change.action, title, before, shown, str(change.place)]


def _in_bold(before: str, after: str) -> Value:
    parts = difference(before, after)
    if not before or not parts.after or not (parts.start or parts.end):
        return after
    end = after[len(parts.start) + len(parts.after) :] if after.startswith(parts.start + parts.after) else ""
    if parts.start + parts.after + end != after:
        return after  # only the white space round a word differs: the text stands as it was typed
    return Rich((("plain", parts.start), ("bold", parts.after), ("plain", end)))


def _whole_row(what: str, row: Row) -> list[Value]:
    before, after = ("", row.wording) if what == ADDED else (row.wording, "")
    return [what, row.plan, row.action, "Whole action", before, after, str(row.place)]
