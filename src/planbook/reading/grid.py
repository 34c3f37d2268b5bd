"""Stored cells to a grid of cells, and the few blank ones that a fill makes worth keeping.

The fill of a blank rating is offered as a suggestion (interpretation.md, R001). Formatting alone is
endless, though: people colour columns to row 1,048,576. So a blank cell is kept only beside words:
in a row of at least two texts, under a heading, in a colour that is one, and not under a merge.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from planbook.errors import UnreadableWorkbook
from planbook.model import Cell, CellKind
from planbook.reading.cells import Raw, cell_of
from planbook.reading.styles import DEFAULT

if TYPE_CHECKING:
    from planbook.model import Span
    from planbook.reading.styles import Styles

MOST_CELLS = 2_000_000
TEXTS_BESIDE = 2
Grid = dict[int, dict[int, Cell]]
Stored = tuple[int, int, Raw, int, bool, str]
"""A cell as an engine found it: row, column, what is stored (texts cleaned, numbers not yet dates), the number of its
style, whether it is an error, the words of its formula. A plain tuple, since there are a million of them."""


class Filled(NamedTuple):
    """A sheet's cells, and the blank ones with a colour that stand in rows of texts."""

    grid: Grid
    blanks: list[Cell]


def grid_of(stored: Iterable[list[Stored]], title: str, styles: Styles, left: int, *, from_1904: bool) -> Filled:
    """The cells of a sheet by row and column; UnreadableWorkbook where there are more than `left`."""
    grid: Grid = {}
    blanks: list[Cell] = []
    waiting: list[Cell] = []
    current = 0
    line: dict[int, Cell] = {}
    looks, count, coloured = styles.cells, len(styles.cells), styles.coloured
    most = left
    for some in stored:
        for row, column, raw, style, is_error, formula in some:
            if row != current:
                if waiting:
                    blanks.extend(_worth_keeping(waiting, line))
                    waiting = []
                current, line = row, grid.get(row) or {}
            look = looks[style] if 0 <= style < count else DEFAULT
            cell = cell_of(row, column, raw, look, from_1904, is_error, formula)
            if cell is None:
                if style in coloured:
                    waiting.append(Cell(row, column, CellKind.TEXT, None, "", fill=look.fill))
                continue
            if not line:
                grid[row] = line
            line[column] = cell
        most -= len(some)
        if most < 0:
            most = left - sum(map(len, grid.values()))  # blanks do not count
            if most < 0:
                raise UnreadableWorkbook(_too_many(title))
    blanks.extend(_worth_keeping(waiting, line))
    return Filled(grid, blanks)


def _worth_keeping(waiting: list[Cell], line: dict[int, Cell]) -> Iterable[Cell]:
    if not waiting or len(line) < TEXTS_BESIDE:
        return ()
    texts = sum(not cell.is_blank for cell in line.values())
    return (cell for cell in waiting if cell.column not in line) if texts >= TEXTS_BESIDE else ()


def _too_many(title: str) -> str:
    return (
        f"This workbook holds more than {MOST_CELLS:,} cells with something in them (sheet {title!r}). "
        "Copy the plan alone into a new workbook, save it, then put it back."
    )


def add_blanks(filled: Filled, merges: Iterable[Span]) -> None:
    """Put the blank cells into the grid that have a text somewhere in their column and stand under no merge."""
    if not filled.blanks:
        return
    columns = {column for line in filled.grid.values() for column in line}
    blanks = {(cell.row, cell.column): cell for cell in filled.blanks if cell.column in columns}
    for span in merges:
        rows = range(span.top, span.bottom + 1)
        if (span.bottom - span.top + 1) * (span.right - span.left + 1) > len(blanks):
            inside = [at for at in blanks if span.top <= at[0] <= span.bottom and span.left <= at[1] <= span.right]
        else:
            inside = [(row, column) for row in rows for column in range(span.left, span.right + 1)]
        for at in inside:
            if at != (span.top, span.left):
                blanks.pop(at, None)
    for (row, column), cell in blanks.items():
        filled.grid[row].setdefault(column, cell)
