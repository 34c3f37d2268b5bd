"""The words of formulas: those of a shared one, moved to each cell that shares it.

A workbook stores a formula that was filled down once, and every other cell of its range names it
by a number. What the cell says is that formula with its references moved; words in quotes, names
of sheets and places marked with `$` stay (ECMA-376, 18.3.1.40).
"""

from __future__ import annotations

import re

from planbook.model import column_letters
from planbook.reading.addresses import MOST_COLUMNS, MOST_ROWS, column_number
from planbook.reading.texts import clean

WITHOUT_WORDS = "TABLE()"
"""What a table of what-ifs is called: it has no words of its own."""

_ROW = r"\$?[1-9][0-9]{0,6}"
_COLUMN = r"\$?[A-Za-z]{1,3}"
_END = r"(?![\w.(!\"'\[])"
TOKEN = re.compile(
    rf"\"[^\"]*\"|'[^']*'|\[[^\]]*\]"
    rf"|(?<![\w.$])(?:(?P<column>{_COLUMN})(?P<row>{_ROW}){_END}"
    rf"|(?P<top>{_ROW}):(?P<bottom>{_ROW}){_END}|(?P<left>{_COLUMN}):(?P<right>{_COLUMN}){_END})"
)


class SharedFormulas:
    """The shared formulas of a sheet by their number, each with the cell that it was written for."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, int, int]] = {}

    def words(self, text: str, attributes: dict[str, str], row: int, column: int) -> str:
        """The words of the formula in a cell, without the leading `=`."""
        if attributes.get("t") == "shared":
            number = attributes.get("si", "")
            if number in self._known:
                master, master_row, master_column = self._known[number]
                text = moved(master, row - master_row, column - master_column)
            elif text:
                self._known[number] = (text, row, column)
        return clean(text).lstrip("=") or WITHOUT_WORDS


def moved(formula: str, down: int, right: int) -> str:
    """A formula's words as they stand that many rows below and columns to the right."""
    if not down and not right:
        return formula
    return TOKEN.sub(lambda match: _moved_token(match, down, right), formula)


def _moved_token(match: re.Match[str], down: int, right: int) -> str:
    if match["column"]:
        parts = _column(match["column"], right), _row(match["row"], down)
        return "".join(parts) if all(parts) else "#REF!"
    if match["top"]:
        parts = _row(match["top"], down), _row(match["bottom"], down)
    elif match["left"]:
        parts = _column(match["left"], right), _column(match["right"], right)
    else:
        return match[0]
    return ":".join(parts) if all(parts) else "#REF!"


def _row(text: str, down: int) -> str:
    """A row moved; empty where it leaves the sheet."""
    if text.startswith("$"):
        return text
    number = int(text) + down
    return str(number) if 1 <= number <= MOST_ROWS else ""


def _column(text: str, right: int) -> str:
    """A column moved; empty where it leaves the sheet."""
    if text.startswith("$"):
        return text
    number = column_number(text) + right
    return column_letters(number) if 1 <= number <= MOST_COLUMNS else ""
