"""One table on a sheet: a title in A1, a line or two of text, the table. Most sheets are this and no more.

Nothing is merged and no row is blank, so that filters, screen readers and the next program find one
table. A sheet with nothing to list says so in words under its headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planbook.writing.book import Page
from planbook.writing.metrics import row_height, text_height
from planbook.writing.paging import pages_high
from planbook.writing.theme import WIDTHS


@dataclass(frozen=True, slots=True)
class Link:
    """A text that takes the reader to a place in this workbook."""

    text: str
    target: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """Texts in looks of their own, in one cell."""

    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for _, text in self.parts)


_BOLD_LOOKS = frozenset({"strong", "link"})
_LINK_LOOKS = frozenset({"link", "link_quiet"})

Value = str | int | float | date | Link | Rich | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and the look of its cells."""

    heading: str
    look: str = "cell"
    width: float = 0

    @property
    def characters(self) -> float:
        """How wide it is; the theme's width for its heading where it has none of its own."""
        return self.width or WIDTHS[self.heading]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a sheet of one table says."""

    name: str
    """The table's name, for formulas and screen readers."""
    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    empty: str
    """The sentence that stands there when there are no rows."""
    frozen: int = 0
    """How many columns stay in sight."""
    least: int = 1
    """Lines of text that a row has room for at least."""

    @property
    def top(self) -> int:
        """The row of the headings."""
        return 1 + len(self.notes)

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return self.top + 1

    @property
    def last(self) -> int:
        """The last row of the table, which has one blank row where nothing is listed."""
        return self.top + max(1, len(self.rows))

    def area(self, heading: str) -> tuple[int, int, int, int]:
        """The cells of one column, as a range."""
        at = self.index(heading)
        return self.first, at, self.last, at

    def index(self, heading: str) -> int:
        """Where a column stands."""
        return next(i for i, column in enumerate(self.columns) if column.heading == heading)


def write_listing(page: Page, listing: Listing) -> None:
    """Puts a whole listing on a page: title, notes, table, heights, panes and print titles."""
    write_title(page, listing.title, listing.notes)
    for index, column in enumerate(listing.columns):
        page.raw.set_column(index, index, column.characters)
    heights = [30.0, *(18.0 for _ in listing.notes), _heading_height(listing.columns)]
    page.raw.set_row(listing.top, heights[-1])
    if listing.rows:
        heights += [_write_row(page, row, values, listing) for row, values in enumerate(listing.rows, listing.first)]
        _mark_as_table(page, listing)
    else:
        _write_nothing(page, listing)
    page.raw.freeze_panes(listing.first, listing.frozen)
    page.raw.repeat_rows(listing.top)
    widths = [column.characters for column in listing.columns]
    page.raw.fit_to_pages(1, pages_high(widths, heights, heights[listing.top], page.paper))
    page.raw.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def write_title(page: Page, title: str, notes: Sequence[str]) -> None:
    """A1 and the lines below it: texts that run over their neighbours, with nothing merged."""
    page.raw.set_row(0, 30)
    page.text(0, 0, title, "title")
    for row, note in enumerate(notes, 1):
        page.raw.set_row(row, 18)
        page.text(row, 0, note, "note")


def _heading_height(columns: Sequence[Column]) -> float:
    """Headings wrap, and leave room for the arrow of the filter."""
    return row_height([text_height(c.heading, c.characters - 2.5, bold=True) for c in columns]) + 6


def _write_row(page: Page, row: int, values: Sequence[Value], listing: Listing) -> float:
    """Writes a row and gives its height."""
    needs: list[float] = []
    for index, (value, column) in enumerate(zip(values, listing.columns, strict=True)):
        if isinstance(value, str):
            words = value
            page.text(row, index, value, column.look)
        else:
            words = value.text if isinstance(value, Link | Rich) else ""
            write_value(page, row, index, value, column.look)
        if words:
            needs.append(text_height(words, column.characters, bold=column.look in _BOLD_LOOKS))
    height = row_height(needs, listing.least)
    page.raw.set_row(row, height)
    return height


def write_value(page: Page, row: int, column: int, value: Value, look: str) -> None:
    """A value by its kind: a day as a date, a number as a number, a text as text."""
    if isinstance(value, Link):
        page.link(row, column, value.target, value.text, look if look in _LINK_LOOKS else "link", value.tip)
    elif isinstance(value, Rich):
        page.rich(row, column, value.parts, look)
    elif isinstance(value, date):
        page.day(row, column, value, look)
    elif isinstance(value, int | float):
        page.number(row, column, value, look)
    else:
        page.text(row, column, value or "", look)


def _mark_as_table(page: Page, listing: Listing) -> None:
    columns = [{"header": c.heading, "header_format": page.book.look(_heading_look(c))} for c in listing.columns]
    options = {"name": listing.name, "style": None, "columns": columns}
    page.raw.add_table(listing.top, 0, listing.last, len(listing.columns) - 1, options)


def _write_nothing(page: Page, listing: Listing) -> None:
    for index, column in enumerate(listing.columns):
        page.text(listing.top, index, column.heading, _heading_look(column))
    page.raw.set_row(listing.first, 24)
    page.text(listing.first, 0, listing.empty, "said")


def _heading_look(column: Column) -> str:
    return "heading_centred" if column.look in ("count", "code") else "heading"
