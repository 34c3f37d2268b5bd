"""The business manager's own sheets of an earlier master, carried over: words, numbers and dates in their places.

Their look is ours, and what is live stays behind: a formula comes as its stored result. Pictures and charts cannot be
carried at all; the earlier master is whole in the folder of earlier masters.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from planbook.model import Cell, Sheet
from planbook.writing.book import A4, Book, Page


def write_own_sheets(book: Book, sheets: Iterable[Sheet], taken: Iterable[str]) -> None:
    """Write each sheet behind ours; one whose name is now a plan's is written under that name and `(own)`."""
    names = {name.casefold() for name in taken}
    for sheet in sheets:
        title = sheet.title if sheet.title.casefold() not in names else f"{sheet.title[:24]} (own)"
        names.add(title.casefold())
        page = book.page(title, "record", A4)
        for column, width in sheet.widths.items():
            page.raw.set_column(column - 1, column - 1, width)
        for cells in sheet.rows.values():
            for cell in cells.values():
                _write(page, cell)


def _write(page: Page, cell: Cell) -> None:
    value = cell.value
    row, column = cell.row - 1, cell.column - 1
    if isinstance(value, datetime | date):
        page.day(row, column, value, "day")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        page.number(row, column, value, "plain")
    else:
        page.text(row, column, cell.text or cell.struck, "plain")
