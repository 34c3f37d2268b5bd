"""Rows in the plain form that nearly every program writes, read without a parser.

Nine rows of ten are `<row r="7"><c r="A7" s="1" t="s"><v>12</v></c>...</row>` and nothing else. One
regular expression takes such a row apart in a third of the time that a parser's calls take. It is
guarded: a row of which any character does not fit the pattern is left to the parser, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planbook.reading.addresses import column_number
from planbook.reading.markup import CHARACTERS, unescaped
from planbook.reading.texts import clean
from planbook.reading.tidying import EMPTY_ROW
from planbook.reading.values import number_of, value_of

if TYPE_CHECKING:
    from planbook.reading.cells import Raw
    from planbook.reading.grid import Stored
    from planbook.reading.texts import Rich

ROW_END = b"</row>"
EMPTY_ROWS = re.compile(rb"(?:" + EMPTY_ROW.pattern + rb')++(?=<row r="|\Z)')
CELL_START = '<c r="'
HEAD = re.compile(r'<row r="([1-9]\d{0,6})"((?: [\w:.-]{1,40}="[^"<>&]{0,200}")*)>')
CELL = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?'
    rf'(?:/>|>(?:<v>({CHARACTERS})</v>|<is><t(?: xml:space="preserve")?>({CHARACTERS})</t></is>)?</c>)'
    r'(?=<c r="|\Z)'
)


def row_pieces(rows: bytes, start: int, end: int) -> Iterator[bytes]:
    """The rows of a document from one place to another, each up to its end tag; the last may be a rest.

    After a row without a value, a run of rows that are formatting alone is passed over (known fault 29: people
    format to row 1,048,576), as long as the row behind it says its number.
    """
    while start < end:
        stop = rows.find(ROW_END, start, end)
        stop = end if stop < 0 else stop + len(ROW_END)
        piece = rows[start:stop]
        yield piece
        start = stop
        if b"<v>" not in piece and (run := EMPTY_ROWS.match(rows, start, end)) is not None:
            start = run.end()


class PlainRows:
    """Reads plain rows of one sheet; it holds the shared texts and the columns that it has met."""

    def __init__(self, texts: list[str | Rich], coloured: frozenset[int]) -> None:
        self._texts = texts
        self._coloured = coloured
        self._columns: dict[str, int] = {}

    def cells(self, piece: bytes) -> tuple[int, list[Stored]] | None:
        """The number of a row and its cells; None where it is not plain, or anything in it is odd."""
        try:
            text = piece.decode()
        except UnicodeDecodeError:
            return None
        head = HEAD.match(text)
        if head is None or "hidden" in head[2] or not text.endswith("</row>"):
            return None
        inner = text[head.end() : -len(ROW_END)]
        found = CELL.findall(inner)
        # Each match begins with a start and ends before another one or at the end: so many as there are starts
        # means that nothing stands between them.
        if len(found) != inner.count(CELL_START) or not inner.startswith(CELL_START if found else "\0"):
            return None if inner else (int(head[1]), [])
        try:
            return int(head[1]), self._stored(found, head[1])
        except (ValueError, IndexError):
            return None

    def _stored(self, found: list[tuple[str, str, str, str, str, str]], digits: str) -> list[Stored]:
        """The cells of a row; raises ValueError or IndexError where the parser has to have a look."""
        stored: list[Stored] = []
        row, columns, texts = int(digits), self._columns, self._texts
        for letters, number, style_digits, letter, value, inline in found:
            if number != digits:
                raise ValueError(number)
            column = columns.get(letters) or self._column(letters)
            style = int(style_digits) if style_digits else 0
            raw: Raw
            if letter == "s" and value:
                raw = texts[int(value)] if value[0] != "-" else texts[len(texts)]
            elif value:
                raw = number_of(value) if not letter or letter == "n" else value_of(unescaped(value), letter)
            elif inline:
                raw = clean(unescaped(inline))
            elif style in self._coloured:
                raw = None
            else:
                continue
            stored.append((row, column, raw, style, letter == "e", ""))
        return stored

    def _column(self, letters: str) -> int:
        self._columns[letters] = column = column_number(letters)
        return column
