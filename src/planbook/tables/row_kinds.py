"""What each row below a heading row is: a band, a narrative, an action, or text outside the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planbook.model import Cell, PlanColumn, RowKind, Sheet, Span

_NARRATIVE = re.compile(
    r"\s*(?:narrative|commentary|overall (?:progress|comments?|narrative|summary)|supporting evidence)\b", re.I
)
_NUMBER_LIKE = re.compile(r"\s*(?:\w{1,3}[.)\s])?\d{0,3}(?:[.\-/]\d{1,3}){0,3}\s?[a-z]?[.):]?\s*", re.I)
_TOTAL = re.compile(r"\s*(?:grand |sub-?)?totals?\b|\s*(?:rag )?(?:key|legend)\b", re.I)
_WORDS_OF_AN_ACTION = ("action", "milestone", "milestone_2", "rag_and_update", "update")


def own_cells(cells: dict[int, Cell]) -> dict[int, Cell]:
    """The cells of a row in which a reader sees something."""
    return {column: cell for column, cell in cells.items() if not cell.is_blank}


def is_narrative(cells: dict[int, Cell]) -> bool:
    """A row whose first or second text says that it is the narrative of its block."""
    for column in sorted(cells)[:2]:
        text = cells[column].text
        if _NARRATIVE.match(text):
            return len(text) < 60 or len(cells) == 1
    return False


class RowReader:
    """Tells what the rows of one block are. It knows the block's columns and the sheet's merges."""

    def __init__(self, sheet: Sheet, columns: Sequence[PlanColumn]) -> None:
        self._fields = {c.position: c.field for c in columns}
        self._first = min(self._fields, default=1)
        self._width = len(self._fields)
        self._across = {(s.top, s.left): s for s in sheet.merges if s.right > s.left and s.top == s.bottom}

    def kind(self, row: int, cells: dict[int, Cell], after_blank: bool) -> RowKind:
        """What a row is; `cells` are its own, `after_blank` whether a blank row stands before it."""
        if not cells:
            return RowKind.BLANK
        if is_narrative(cells):
            return RowKind.NARRATIVE
        if len(cells) == 1:
            return self._lonely(row, *next(iter(cells.items())), after_blank=after_blank)
        if after_blank and self._is_outside(cells):
            return RowKind.TEXT
        if any(_TOTAL.fullmatch(cell.text.strip(" :")) for cell in cells.values()) and not self._has_words(cells):
            return RowKind.TEXT
        return RowKind.ACTION

    def _lonely(self, row: int, column: int, cell: Cell, *, after_blank: bool) -> RowKind:
        """A row with one text: a band, the continuation of an action, or text below the table."""
        span = self._across.get((row, column))
        if span and self._is_wide(span):
            return RowKind.BAND
        field = self._fields.get(column, "")
        if field in _WORDS_OF_AN_ACTION:
            return RowKind.TEXT if after_blank and _TOTAL.match(cell.text) else RowKind.ACTION
        if column == self._first and field in ("number", "objective") and not _NUMBER_LIKE.fullmatch(cell.text):
            return RowKind.BAND
        return RowKind.TEXT if after_blank or column not in self._fields else RowKind.ACTION

    def _is_wide(self, span: Span) -> bool:
        covered = sum(span.left <= position <= span.right for position in self._fields)
        return covered * 2 > self._width

    def _is_outside(self, cells: dict[int, Cell]) -> bool:
        """Below a blank row, a few texts that fill neither the words nor the lead of an action."""
        fields = {self._fields.get(column, "") for column in cells}
        return len(cells) <= 2 and not fields & {"lead", "timescale"} and not self._has_words(cells)

    def _has_words(self, cells: dict[int, Cell]) -> bool:
        return any(self._fields.get(column) in _WORDS_OF_AN_ACTION for column in cells)
