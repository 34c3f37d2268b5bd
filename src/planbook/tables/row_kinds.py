"""What each row below a heading row is: a band, a narrative, an action, or text outside the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planbook.interpreting.numbers import opening_number
from planbook.interpreting.rag import parse_rag
from planbook.model import Cell, PlanColumn, RowKind, Sheet, Span

_NARRATIVE = re.compile(
    r"\s*(?:narrative|commentary|overall (?:progress|comments?|narrative|summary)|supporting evidence)\b", re.I
)
_NUMBER_LIKE = re.compile(r"\s*(?:\w{1,3}[.)\s])?\d{0,3}(?:[.\-/]\d{1,3}){0,3}\s?[a-z]?[.):]?\s*", re.I)
_COULD_BE_A_NUMBER = re.compile(r"\d|^\W*(?:[a-z]|[ivx]+|new)\W*$", re.I)
_TOTAL = re.compile(r"\s*(?:grand |sub-?)?totals?\b|\s*(?:rag |colour )?(?:rating |status )?(?:key|legend)\b", re.I)
_LONGEST_TOTAL = 40
"""Characters of the label of a row of totals or of a legend; an action that begins alike says more."""
_WORDS_OF_AN_ACTION = ("action", "milestone", "milestone_2", "rag_and_update", "update")
_WHO_AND_WHEN = ("lead", "timescale")
"""What no row of totals, legends or remarks has, and nearly every action."""


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

    def kind(self, row: int, cells: dict[int, Cell], *, apart: bool, far: bool = False) -> RowKind:
        """What a row is; `cells` are its own, `apart` whether a blank row or text below the table stands before it.

        `far` is more than one blank row, or text below the table: a few words there that carry no number are no action
        of a plan that numbers its actions.
        """
        if not cells:
            return RowKind.BLANK
        if far and len(cells) <= 2 and self._lacks_number(cells):
            return RowKind.TEXT
        who_and_when = sum(self._fields.get(column) in _WHO_AND_WHEN for column in cells)
        if is_narrative(cells) and who_and_when < len(_WHO_AND_WHEN):
            return RowKind.NARRATIVE
        if len(cells) == 1:
            return self._lonely(row, *next(iter(cells.items())), apart=apart)
        if _is_key(cells) or (not who_and_when and (self._is_total(cells) or (apart and self._is_outside(cells)))):
            return RowKind.TEXT
        return RowKind.ACTION

    def _lacks_number(self, cells: dict[int, Cell]) -> bool:
        numbered = "number" in self._fields.values()
        return numbered and not any(
            self._fields.get(column) == "number" or opening_number(cell.text) for column, cell in cells.items()
        )

    def _lonely(self, row: int, column: int, cell: Cell, *, apart: bool) -> RowKind:
        """A row with one text: a band, the continuation of an action, or text below the table."""
        span = self._across.get((row, column))
        if span and self._is_wide(span):
            return RowKind.BAND
        field = self._fields.get(column, "")
        if field in _WORDS_OF_AN_ACTION:
            return RowKind.TEXT if apart and _TOTAL.match(cell.text) else RowKind.ACTION
        if column == self._first and field in ("number", "objective") and not _NUMBER_LIKE.fullmatch(cell.text):
            return RowKind.BAND
        return RowKind.TEXT if apart or column not in self._fields else RowKind.ACTION

    def _is_wide(self, span: Span) -> bool:
        covered = sum(span.left <= position <= span.right for position in self._fields)
        return covered * 2 > self._width

    def _is_total(self, cells: dict[int, Cell]) -> bool:
        """A row whose first text begins like a total, a key or a legend, and that says little else."""
        label = cells[min(cells)].text.strip()
        if not _TOTAL.match(label) or len(label) > _LONGEST_TOTAL:
            return False
        return len(cells) == 2 or not self._has_words(cells)

    def _is_outside(self, cells: dict[int, Cell]) -> bool:
        """Apart from the table, one or two texts that are no action's: a label and its value, a step of a legend."""
        if len(cells) > 2:
            return False
        first = min(cells)
        label, other = (cells[column].text.strip() for column in sorted(cells))
        is_no_number = self._fields.get(first) == "number" and not _COULD_BE_A_NUMBER.search(label)
        return is_no_number or label.endswith(":") or _is_legend_step(label, other) or not self._has_words(cells)

    def _has_words(self, cells: dict[int, Cell]) -> bool:
        return any(
            self._fields.get(column) in _WORDS_OF_AN_ACTION and any(map(str.isalpha, cell.text))
            for column, cell in cells.items()
        )


def _is_key(cells: dict[int, Cell]) -> bool:
    """A row that its first text calls a total, a key or a legend and nothing else, whatever stands beside it."""
    return bool(_TOTAL.fullmatch(cells[min(cells)].text.strip(" :\n\t")))


def _is_legend_step(code: str, label: str) -> bool:
    """`4` and `Complete` beside each other: a step of a rating scale and nothing more."""
    if len(code) > 6 or len(label) > _LONGEST_TOTAL:
        return False
    rating = parse_rag(f"{code} - {label}")
    return bool(rating.code and rating.label and not rating.note)
