"""The drop-downs and hints of a workbook that goes out.

Lists stand on a hidden sheet and are referred to by range: one that is written into the cell's own rule may have 255
characters and no more, and a longer one spoils the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planbook import columns, forms
from planbook.model import column_letters
from planbook.writing.book import Book, Page, sheet_ref

_HINT_TITLE, _MOST_HINT = "planbook", 255


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of one workbook: the names of leads, and the ratings of each scale in it."""

    leads: tuple[str, ...]
    ratings: tuple[tuple[str, ...], ...]
    day: str
    """An example of a day, in the words that the hint shows."""

    @property
    def lists(self) -> tuple[tuple[str, ...], ...]:
        """All lists, one a column of the hidden sheet."""
        return (self.leads, *self.ratings)

    def range_of(self, words: tuple[str, ...]) -> str:
        """Where a list stands, as a rule refers to it; empty for an empty one."""
        letters = column_letters(self.lists.index(words) + 1)
        return f"={sheet_ref(forms.LISTS)}!${letters}$1:${letters}${len(words)}" if words else ""


def write_lists(book: Book, choices: Choices) -> None:
    """The hidden sheet of lists."""
    sheet = book.raw.add_worksheet(forms.LISTS)
    for column, words in enumerate(choices.lists):
        for row, word in enumerate(words):
            sheet.write_string(row, column, forms.fitting(word))
    sheet.hide()


def offer_choices(
    page: Page, places: Mapping[tuple[int, str], Sequence[int]], choices: Choices, ratings: tuple[str, ...]
) -> None:
    """Drop-downs and hints over the rows of each column, by its field. Anything else can still be typed."""
    for (column, field), rows in places.items():
        if field == "rag" and ratings:
            _rule(page, column, rows, choices.range_of(ratings), "", "This is none of the ratings of this plan.")
        elif field == columns.RAG_AND_UPDATE and ratings:
            _rule(page, column, rows, "", f"Begin with the rating: {'; '.join(ratings)}. Then the date and the update.")
        elif field == "lead" and choices.leads:
            _rule(page, column, rows, choices.range_of(choices.leads), "", "This name is not in the list of leads.")
        elif field == "timescale":
            hint = f"A day that can come to an end, such as {choices.day}. Say in words what depends on something else."
            _rule(page, column, rows, "", hint)


def _rule(page: Page, column: int, rows: Sequence[int], source: str, hint: str, otherwise: str = "") -> None:
    """One rule for all rows of a column. It warns and never refuses: people know more than a list."""
    runs = _runs(rows)
    first, *others = ((top, column, bottom, column) for top, bottom in runs)
    rule: dict[str, object] = {"validate": "list", "source": source} if source else {"validate": "any"}
    if hint:
        rule |= {"input_title": _HINT_TITLE, "input_message": forms.fitting(hint)[:_MOST_HINT]}
    if otherwise:
        rule |= {"error_type": "warning", "error_title": "Not in the list", "error_message": otherwise}
    page.raw.data_validation(*first, rule | {"other_cells": [list(run) for run in others]})


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as first and last."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
