"""A plan workbook to begin with, in the plainest of the familiar layouts, with one action to type over."""

from __future__ import annotations

from datetime import date

from planbook.settings import Scale
from planbook.writing.book import Book

_CREATED = date(2000, 1, 1)
_COLUMNS = (
    ("No.", 8),
    ("Objective", 28),
    ("Action", 40),
    ("Lead", 22),
    ("Timescale", 18),
    ("Progress update", 50),
    ("RAG rating", 18),
)
_TITLE = "1. Name of the plan"
_FIRST = ("1.1", "Type the first objective here", "Type the first action here", "", "", "", "")
_ROWS = 30


def template_bytes(scale: Scale) -> bytes:
    """The workbook: a title, one heading row, one action, and rows with a drop-down for the rating."""
    book = Book(_TITLE, "", _CREATED)
    page = book.page("Action plan", "plan")
    page.text(0, 0, _TITLE, "plan_title")
    page.raw.set_row(0, 30)
    for index, (heading, width) in enumerate(_COLUMNS):
        page.raw.set_column(index, index, width)
        page.text(2, index, heading, "heading")
    page.raw.set_row(2, 24)
    words = [f"{step.code} {step.label}".strip() for step in scale.steps]
    for row in range(3, 3 + _ROWS):
        for index in range(len(_COLUMNS)):
            page.text(row, index, _FIRST[index] if row == 3 else "", "input")
        page.choose(row, len(_COLUMNS) - 1, words, "How far it is.")
    page.raw.freeze_panes(3, 0)
    page.raw.repeat_rows(2)
    return book.bytes()
