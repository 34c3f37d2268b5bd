"""A register.xlsx to begin with: the leads that were found, to be looked through and completed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planbook.writing.book import Book
from planbook.writing.listing import Column, Listing, Value, write_listing

_CREATED = date(2000, 1, 1)
"""A fixed day, so that the same plans give the same bytes."""
_NEAR = "Nearest spelling"
_PEOPLE = ("Name", "Initials", "Role", "Organisation", "Sub-committee", "Email", "Active", _NEAR)
_GROUPS = ("Name", "Also known as", "Email", _NEAR)
_WIDTHS = {"Initials": 10.0, "Active": 10.0, "Also known as": 40.0, "Role": 24.0, "Email": 30.0}
Person = tuple[str, str, str, str]
"""Name, initials, organisation, the nearest other spelling."""


def register_bytes(people: Sequence[Person], groups: Sequence[tuple[str, str]]) -> bytes:
    """The workbook. Of a group: its name and the nearest other spelling."""
    book = Book("Leads register", "", _CREATED)
    rows: list[list[Value]] = [[n, i, "", o, "", "", "yes", near] for n, i, o, near in people]
    note = f"One row a person. '{_NEAR}' names another row that may be the same: keep the right one."
    write_listing(book.page("People", "read"), _listing("People", note, _PEOPLE, rows))
    rows = [[name, "", "", near] for name, near in groups]
    note = "One row a group, role or team; other names of it with semicolons between."
    write_listing(book.page("Groups", "read"), _listing("Groups", note, _GROUPS, rows))
    return book.bytes()


def _listing(title: str, note: str, headings: Sequence[str], rows: list[list[Value]]) -> Listing:
    columns = tuple(Column(h, "quiet" if h == _NEAR else "input", _WIDTHS.get(h, 32.0)) for h in headings)
    # A table without rows gets one to type in: a sentence there would be read as a name.
    return Listing(title, title, (note,), columns, rows or [[""] * len(headings)], empty="", frozen=1)
