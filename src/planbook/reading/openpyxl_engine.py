"""The engine that stands on openpyxl: its parser of rows, and nothing else of it leaves this file.

openpyxl's own loader drops text under a merge, turns odd dates into errors and gives up over a
broken view or name, so only its parser of a sheet's rows is used, over parts that were checked
before. `openpyxl < 3.2` is pinned because that parser is not a public name.
"""

from __future__ import annotations

import io
import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from planbook.model import Place
from planbook.package import DAMAGED, one_line
from planbook.reading.addresses import span_of
from planbook.reading.assembling import Source, UnreadRows, assemble, refuse_unseen_cells
from planbook.reading.outline import TRUE
from planbook.reading.texts import Rich, clean
from planbook.reading.tidying import tidied
from planbook.reading.values import WIDEST_WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planbook.model import Workbook
    from planbook.reading.cells import Raw
    from planbook.reading.grid import Stored

NAME = "openpyxl"
HOLDS_FORMULAS = re.compile(rb"<(?:[\w.-]{1,40}:)?f[\s/>]")

# What openpyxl raises over rows that it does not expect:
FAULTS = (
    ElementTree.ParseError,  # malformed XML
    KeyError,  # an attribute that is not there
    IndexError,  # a shared text beyond the table
    ValueError,  # a number of a row, a style or a shared text that is none
    TypeError,  # an element that its classes do not know
    AttributeError,  # a piece that it takes for granted
    NameError,  # UnboundLocalError over an empty address
    OverflowError,  # a number beyond all bounds
    RecursionError,  # formulas and elements nested without end
    AssertionError,
    LookupError,  # an encoding that Python does not know
    EOFError,
    zlib.error,
)
Found = tuple[int, int, Any, str, int]
"""Row, column, value, openpyxl's letter for its type, number of its style."""


def read(data: bytes, name: str) -> Workbook:
    """Read a workbook from its bytes; raises UnreadableWorkbook naming the part and row at fault."""
    return assemble(data, name, NAME, _read_rows)


def _read_rows(source: Source, hidden: set[int]) -> Iterator[list[Stored]]:
    """Stored results in one pass; the words of formulas in another where there are any."""
    source = source._replace(rows=tidied(source.rows))
    formulas: dict[tuple[int, int], str] = {}
    if HOLDS_FORMULAS.search(source.rows):
        found = _found(source, hidden, results=False)
        formulas = {(row, column): _words(value) for row, column, value, letter, _ in found if letter == "f"}
    nothing = True
    for row, column, value, letter, style in _found(source, hidden, results=True):
        nothing = False
        formula = formulas.get((row, column), "") if formulas else ""
        yield [(row, column, _raw(value, letter, formula), style, letter == "e", formula)]
    if nothing:
        refuse_unseen_cells(source)


def _found(source: Source, hidden: set[int], *, results: bool) -> Iterator[Found]:
    """Every cell of the rows, with stored results or with formulas."""
    parser = _parser_class()(io.BytesIO(source.rows), source.strings, data_only=results, rich_text=True)
    try:
        for _, row in parser.parse():
            for cell in row:
                yield cell["row"], cell["column"], cell["value"], cell["data_type"], cell["style_id"] or 0
        marks = parser.row_dimensions
        hidden.update(int(row) for row, mark in marks.items() if mark.get("hidden", "").casefold() in TRUE)
    except FAULTS as fault:
        cell_name = Place("", source.title, parser.row_counter, parser.col_counter).cell or "its start"
        raise UnreadRows(
            f"This workbook is damaged: its part {source.part} cannot be read at or after {cell_name} "
            f"of sheet {source.title!r} ({one_line(fault)}). {DAMAGED}"
        ) from fault


@lru_cache(maxsize=1)
def _parser_class() -> Any:
    """Openpyxl's parser of rows, kept from giving up a workbook over one odd value."""
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import TranslatorError
    from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

    class Rows(WorkSheetParser):
        def parse_cell(self, element: Any) -> dict[str, Any]:
            """A value that is not what its type says is handed on as the words that stand there."""
            try:
                return dict(super().parse_cell(element))
            except (ValueError, OverflowError):
                letter, spot = element.get("t", "n"), span_of(element.get("r", ""))
                if letter not in ("n", "b", "d") or spot is None:
                    raise
                words = element.findtext(VALUE_TAG) or ""
                style = int(element.get("s", 0))
                spot_and_value = {"row": spot.top, "column": spot.left, "value": words}
                return spot_and_value | {"data_type": f"{letter}?", "style_id": style}

        def parse_formula(self, element: Any) -> Any:
            """A formula that openpyxl cannot move to its cell is told in the words that stand there."""
            try:
                return super().parse_formula(element)  # type: ignore[no-untyped-call, unused-ignore]
            except (TokenizerError, TranslatorError, *FAULTS):
                return "=" + (element.findtext(FORMULA_TAG) or "")

    return Rows


def _words(formula: Any) -> str:
    """A formula's words: a text, or an object that has one; a table of what-ifs has none."""
    text = formula if isinstance(formula, str) else getattr(formula, "text", None)
    return clean(str(text or "")).lstrip("=") or "TABLE()"


def _raw(value: Any, letter: str, formula: str) -> Raw:
    """What is stored in a cell, as plain values."""
    if value is None:
        # A text result that is empty was calculated; a number that is missing was not.
        return "" if formula and letter == "str" else None
    if isinstance(value, str):
        truth = letter == "b?" and value.casefold() in ("true", "false")
        return value.casefold() == "true" if truth else clean(value)
    if isinstance(value, int) and abs(value) >= WIDEST_WHOLE:
        return _as_excel_keeps(value)
    if isinstance(value, list):
        return Rich(tuple((str(run), _is_struck(run)) for run in value))
    plain: Raw = value
    return plain


def _as_excel_keeps(number: int) -> float | str:
    """A whole number of more than 15 digits as Excel has it; beyond all bounds, its digits as words."""
    try:
        return float(number)
    except OverflowError:
        return str(number)


def _is_struck(run: Any) -> bool | None:
    """Whether a run of openpyxl's is struck; a bare text leaves it to the cell's font."""
    return None if isinstance(run, str) else bool(run.font.strike)
