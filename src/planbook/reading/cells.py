"""What an engine found in a cell, with its style, to a `Cell`: one place for all engines."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planbook.model import Cell, CellKind
from planbook.reading.display import moment_text
from planbook.reading.figures import general, number_text
from planbook.reading.serials import moment
from planbook.reading.texts import Rich

if TYPE_CHECKING:
    from planbook.model import CellValue
    from planbook.reading.styles import Style

_new_cell = tuple.__new__  # what a named tuple's own constructor comes to
Raw = str | Rich | float | int | bool | datetime | date | time | timedelta | None


def cell_of(
    row: int, column: int, raw: Raw, style: Style, from_1904: bool = False, is_error: bool = False, formula: str = ""
) -> Cell | None:
    """A cell, or None where it holds nothing. `raw` is as stored: a number is not yet a date.

    A formula without a stored result (`raw` None) is a kind of its own, never a blank (F008).
    """
    if type(raw) is str and raw and not (style.struck or is_error):  # by far the commonest, and so the shortest way
        shown = (raw, raw, style.number_format, style.fill, "", "", formula, "")
        return _new_cell(Cell, (row, column, CellKind.TEXT, *shown))
    if raw is None:
        if not formula:
            return None
        return Cell(row, column, CellKind.UNCALCULATED, None, "", style.number_format, style.fill, formula=formula)
    if isinstance(raw, Rich):
        text, struck = raw.split(cell_is_struck=style.struck)
        return Cell(
            row, column, CellKind.TEXT, raw.whole(), text, style.number_format, style.fill, struck, formula=formula
        )
    kind, value, text = _meaning(raw, style, from_1904=from_1904)
    if is_error:
        kind = CellKind.ERROR
    elif text == "" and not formula:
        return None
    if style.struck and text.strip():
        return Cell(row, column, kind, value, "", style.number_format, style.fill, text, formula=formula)
    return Cell(row, column, kind, value, text, style.number_format, style.fill, formula=formula)


def _meaning(raw: CellValue, style: Style, *, from_1904: bool) -> tuple[CellKind, CellValue, str]:
    """Kind, value and shown text of what is stored."""
    if isinstance(raw, str):
        return CellKind.TEXT, raw, raw
    if isinstance(raw, bool):
        return CellKind.BOOLEAN, raw, "TRUE" if raw else "FALSE"
    if isinstance(raw, (int, float)):
        return _number(raw, style, from_1904=from_1904)
    if isinstance(raw, datetime) and raw.time() == time():
        raw = raw.date()
    if raw is None:
        return CellKind.TEXT, None, ""
    return CellKind.DATE, raw, moment_text(raw, style.number_format)


def _number(raw: float, style: Style, *, from_1904: bool) -> tuple[CellKind, CellValue, str]:
    """A number, or the moment that its format makes of it; a number that is no day stays what it is."""
    code = style.code
    if not code.is_date:
        text = general(raw) if style.number_format == "General" else number_text(raw, style.number_format)
        return CellKind.NUMBER, raw, text
    then = moment(raw, from_1904=from_1904, has_day=code.has_day, elapsed=code.elapsed)
    if then is None:
        return CellKind.NUMBER, raw, general(raw)
    return CellKind.DATE, then, moment_text(then, style.number_format)
