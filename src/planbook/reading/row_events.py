"""A sheet's rows as a parser meets them, element by element, to stored cells.

A number of a shared text, a style or an address that is none is a damaged file, never a blank
cell: ValueError or IndexError then, which the engine turns into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.reading.addresses import column_number
from planbook.reading.expat import Names
from planbook.reading.formulas import SharedFormulas
from planbook.reading.outline import TRUE
from planbook.reading.runs import RunCollector
from planbook.reading.texts import Rich
from planbook.reading.values import number_of, value_of

if TYPE_CHECKING:
    from planbook.reading.assembling import Source
    from planbook.reading.cells import Raw
    from planbook.reading.grid import Stored

DIGITS = "0123456789"


class RowEvents:
    """The rows of a sheet, element by element. `found` holds the cells that nobody has taken yet."""

    __slots__ = (
        *("found", "pieces", "row", "column"),
        *("_texts", "_coloured", "_hidden", "_names", "_columns", "_shared", "_inline", "_in_inline"),
        *("_digits", "_cell", "_value", "_words", "_formula"),
    )

    def __init__(self, source: Source, hidden: set[int]) -> None:
        self.found: list[Stored] = []
        self.pieces: list[str] = []
        self.row = self.column = 0
        self._texts = source.strings.cleaned
        self._coloured = source.coloured
        self._hidden = hidden
        self._names = Names()
        self._columns: dict[str, int] = {}
        self._shared = SharedFormulas()
        self._inline = RunCollector(self.pieces)
        self._in_inline = False
        self._digits = ""
        self._cell: dict[str, str] = {}
        self._value: str | Rich | None = None
        self._words: str | None = None
        self._formula: dict[str, str] = {}

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens; the commonest come first."""
        local = self._names[name]
        if local == "c":
            self._cell = attributes
            self._value = self._words = None
        elif local == "v":
            self.pieces.clear()
        elif local == "row":
            self._open_row(attributes)
        elif self._in_inline:
            self._inline.open(local, attributes)
        elif local == "is":
            self._in_inline = True
            self._inline.begin()
        elif local == "f":
            self.pieces.clear()
            self._formula = attributes

    def close(self, name: str) -> None:
        """An element closes."""
        local = self._names[name]
        if local == "v":
            self._value = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        elif local == "c":
            self._close_cell()
        elif self._in_inline:
            self._inline.close(local)
            if local == "is":
                self._in_inline = False
                self._value = self._inline.taken()
        elif local == "f":
            self._words = "".join(self.pieces)

    def taken(self) -> list[Stored]:
        """The cells since this was last asked."""
        found, self.found = self.found, []
        return found

    def _open_row(self, attributes: dict[str, str]) -> None:
        """A row's number is its own, or the next; exporters write `3.0` too."""
        number = attributes.get("r")
        if number:
            self.row = int(number) if number.isdecimal() else _whole(number)
        else:
            self.row += 1
        self._digits = str(self.row)
        self.column = 0
        if "hidden" in attributes and attributes["hidden"].casefold() in TRUE:
            self._hidden.add(self.row)

    def _close_cell(self) -> None:
        """What was collected becomes a cell, at its own address or at the next one."""
        attributes = self._cell
        row = self.row
        reference = attributes.get("r")
        if reference:
            column = self._columns.get(reference.removesuffix(self._digits))
            if column is None:
                row, column = self._address(reference)
        else:
            column = self.column + 1
        self.column = column
        style = int(attributes.get("s") or 0)
        value, letter = self._value, attributes.get("t", "n")
        if self._words is not None:
            self._close_formula(row, column, style, value, letter)
        elif value:
            self.found.append((row, column, self._raw(value, letter), style, letter == "e", ""))
        elif style in self._coloured:
            self.found.append((row, column, None, style, False, ""))

    def _close_formula(self, row: int, column: int, style: int, value: str | Rich | None, letter: str) -> None:
        """A text result that is empty was calculated; a number that is missing was not."""
        words = self._shared.words(self._words or "", self._formula, row, column)
        raw = self._raw(value, letter) if value else "" if letter == "str" else None
        self.found.append((row, column, raw, style, letter == "e", words))

    def _raw(self, value: str | Rich, letter: str) -> Raw:
        """The value of a cell; the text of an inline one has been collected already."""
        if isinstance(value, Rich):
            return value
        if letter == "s":
            number = int(value)
            if not 0 <= number < len(self._texts):
                raise IndexError(f"shared text {number} is missing: the table has {len(self._texts)}")
            return self._texts[number]
        return number_of(value) if letter == "n" else value_of(value, letter)

    def _address(self, reference: str) -> tuple[int, int]:
        """Row and column of an address, its letters remembered; ValueError where it is none."""
        letters = reference.rstrip(DIGITS)
        number = reference[len(letters) :]
        column = column_number(letters) if letters.isascii() and letters.isalpha() and len(letters) <= 3 else 0
        if not column or not number:
            raise ValueError(f"{reference!r} is no address")
        self._columns[letters] = column
        return int(number), column


def _whole(number: str) -> int:
    found = float(number)
    if not found.is_integer():
        raise ValueError(f"{number!r} is no number of a row")
    return int(found)
