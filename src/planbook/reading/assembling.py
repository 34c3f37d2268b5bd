"""A file's parts and an engine's rows to a `Workbook`: what every engine of OOXML has in common.

An engine differs from another only in how it reads the rows of a sheet. All else, the outline, the
styles, the texts, what surrounds the rows, is read here in one way, so that engines can be
compared cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from planbook.errors import UnreadableWorkbook
from planbook.model import Cell, CellKind, Sheet, Workbook
from planbook.package import Package, active_content, open_package
from planbook.reading.cells import Raw, cell_of
from planbook.reading.notes import notes_of
from planbook.reading.outline import outline_of
from planbook.reading.strings import Strings, strings_of
from planbook.reading.styles import styles_of
from planbook.reading.surroundings import MOST_COLUMNS, cut, surroundings_of

if TYPE_CHECKING:
    from planbook.model import Span
    from planbook.reading.outline import Outline, SheetPart
    from planbook.reading.styles import Styles
    from planbook.reading.surroundings import Surroundings

MOST_CELLS = 2_000_000
Grid = dict[int, dict[int, Cell]]


class Stored(NamedTuple):
    """A cell as an engine found it: texts cleaned, numbers as stored, the style by its number."""

    row: int
    column: int
    raw: Raw
    style: int = 0
    is_error: bool = False
    formula: str = ""


class Source(NamedTuple):
    """What an engine is given: a document of rows alone, whose it is, and the shared texts."""

    rows: bytes
    title: str
    part: str
    strings: Strings


RowReader = Callable[[Source, set[int]], Iterable[Stored]]
"""An engine: gives the cells of a source in any order, and adds the numbers of hidden rows to the set."""


def assemble(data: bytes, name: str, engine: str, read_rows: RowReader) -> Workbook:
    """Read a workbook from its bytes by an engine; raises UnreadableWorkbook naming the part at fault."""
    package = open_package(data)
    outline = outline_of(package)
    strings = strings_of(package, outline.strings)
    styles = styles_of(package, outline)
    sheets: list[Sheet] = []
    left = MOST_CELLS
    for listed in outline.sheets:
        rows, rest = cut(package.part(listed.part))
        hidden: set[int] = set()
        stored = read_rows(Source(rows, listed.title, listed.part, strings), hidden) if rows else ()
        grid = _grid(stored, listed, outline, styles, left)
        left -= sum(len(row) for row in grid.values())
        sheets.append(_sheet(package, listed, grid, rest, hidden))
    unread = tuple(f"sheet that is listed and not in the file: {title}" for title in outline.unread)
    return Workbook(name, tuple(sheets), active_content(package) + unread, engine)


def _grid(stored: Iterable[Stored], listed: SheetPart, outline: Outline, styles: Styles, left: int) -> Grid:
    grid: Grid = {}
    for row, column, raw, style, is_error, formula in stored:
        look = styles[style]
        cell = cell_of(row, column, raw, look, from_1904=outline.from_1904, is_error=is_error, formula=formula)
        if cell is not None:
            grid.setdefault(row, {})[column] = cell
            left -= 1
            if left < 0:
                raise UnreadableWorkbook(
                    f"This workbook holds more than {MOST_CELLS:,} cells with something in them (sheet "
                    f"{listed.title!r}). Copy the plan alone into a new workbook, save it, then put it back."
                )
    return grid


def _sheet(package: Package, listed: SheetPart, grid: Grid, rest: bytes, hidden: set[int]) -> Sheet:
    """The sheet in order of rows and columns; widths as far as its cells go, since files claim 16,384 columns."""
    around = surroundings_of(package, listed.part, rest)
    _add_notes(grid, notes_of(package, listed.part))
    _add_links(grid, around.links)
    last = _last_column(grid, around)
    widths = {column: width for low, high, width in around.widths for column in range(low, min(high, last) + 1)}
    concealed = (column for low, high in around.hidden_columns for column in range(low, min(high, last) + 1))
    return Sheet(
        title=listed.title,
        rows={row: dict(sorted(grid[row].items())) for row in sorted(grid)},
        merges=around.merges,
        widths=widths,
        hidden=listed.hidden,
        hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(concealed),
    )


def _last_column(grid: Grid, around: Surroundings) -> int:
    cells = max((max(row) for row in grid.values()), default=0)
    return min(max([cells, *(span.right for span in around.merges)]), MOST_COLUMNS)


def _add_notes(grid: Grid, notes: dict[tuple[int, int], str]) -> None:
    """A note stays with its cell; one on an empty cell makes a blank cell, so that its words are not lost."""
    for (row, column), words in notes.items():
        cell = grid.get(row, {}).get(column) or Cell(row, column, CellKind.TEXT, None, "")
        grid.setdefault(row, {})[column] = cell._replace(note=words)


def _add_links(grid: Grid, links: tuple[tuple[Span, str], ...]) -> None:
    """A link is its cells' own; one over empty cells says nothing that anybody sees."""
    for span, target in links:
        taller_than_all = span.bottom - span.top >= len(grid)
        for row in tuple(grid) if taller_than_all else range(span.top, span.bottom + 1):
            if not span.top <= row <= span.bottom:
                continue
            for column, cell in tuple(grid.get(row, {}).items()):
                if span.left <= column <= span.right and not cell.link:
                    grid[row][column] = cell._replace(link=target)
