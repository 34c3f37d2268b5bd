"""A file's parts and an engine's rows to a `Workbook`: what every engine of OOXML has in common.

An engine differs from another only in how it reads the rows of a sheet. All else, the outline, the
styles, the texts, what surrounds the rows, is read here in one way, so that engines can be
compared cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from planbook.errors import UnreadableWorkbook
from planbook.model import Cell, CellKind, Sheet, Workbook
from planbook.package import Package, active_content, open_package
from planbook.reading import grid as grids
from planbook.reading.addresses import MOST_COLUMNS
from planbook.reading.conditional import colour_by_rules
from planbook.reading.grid import Filled, Grid, Stored, add_blanks, grid_of
from planbook.reading.notes import notes_of
from planbook.reading.outline import outline_of
from planbook.reading.strings import Strings, strings_of
from planbook.reading.styles import styles_of
from planbook.reading.surroundings import cut, surroundings_of

if TYPE_CHECKING:
    from planbook.model import Span
    from planbook.reading.outline import SheetPart
    from planbook.reading.styles import Styles
    from planbook.reading.surroundings import Surroundings

HOLDS_VALUES = re.compile(rb"<(?:[\w.-]{1,40}:)?[vt](?:\s[^<>]{0,100})?>")


class UnreadRows(UnreadableWorkbook):
    """An engine could not read the rows of a sheet; another may."""


class Source(NamedTuple):
    """What an engine is given: a document of rows alone, whose it is, the shared texts, the styles with a colour."""

    rows: bytes
    title: str
    part: str
    strings: Strings
    coloured: frozenset[int] = frozenset()
    """A cell of one of these styles is told even where it is blank; others need not be."""


RowReader = Callable[[Source, set[int]], Iterable[list[Stored]]]
"""An engine: gives the cells of a source, some at a time, and adds the numbers of hidden rows to the set."""


def refuse_unseen_cells(source: Source) -> None:
    """For an engine that found nothing: raises UnreadRows where values stand in the rows all the same."""
    if HOLDS_VALUES.search(source.rows):
        raise UnreadRows(
            f"The cells of sheet {source.title!r} are written in a form that cannot be read. "
            "Open it in Excel, save it as 'Excel Workbook (.xlsx)', then put it back."
        )


def assemble(data: bytes, name: str, engine: str, read_rows: RowReader) -> Workbook:
    """Read a workbook from its bytes by an engine; raises UnreadableWorkbook naming the part at fault."""
    package = open_package(data)
    outline = outline_of(package)
    strings = strings_of(package, outline.strings)
    styles = styles_of(package, outline)
    sheets: list[Sheet] = []
    left = grids.MOST_CELLS
    for listed in outline.sheets:
        rows, rest = cut(package.part(listed.part))
        hidden: set[int] = set()
        source = Source(rows, listed.title, listed.part, strings, styles.coloured)
        stored = read_rows(source, hidden) if rows else ()
        filled = grid_of(stored, listed.title, styles, left, from_1904=outline.from_1904)
        left -= sum(len(row) for row in filled.grid.values())
        sheets.append(_sheet(package, listed, filled, styles, rest, hidden))
    unread = tuple(f"sheet that is listed and not in the file: {title}" for title in outline.unread)
    return Workbook(name, tuple(sheets), active_content(package) + unread, engine)


def _sheet(package: Package, listed: SheetPart, filled: Filled, styles: Styles, rest: bytes, hidden: set[int]) -> Sheet:
    """The sheet in order; widths and what is hidden as far as its cells go, since files claim 16,384 columns."""
    grid = filled.grid
    around = surroundings_of(package, listed.part, rest)
    add_blanks(filled, around.merges)
    colour_by_rules(grid, around.rules, styles.rule_fills)
    _add_notes(grid, notes_of(package, listed.part))
    _add_links(grid, around.links)
    last = _last_column(grid, around)
    widths = {column: width for low, high, width in around.widths for column in range(low, min(high, last) + 1)}
    concealed = (column for low, high in around.hidden_columns for column in range(low, min(high, last) + 1))
    return Sheet(
        title=listed.title,
        rows=_in_order(grid),
        merges=around.merges,
        widths=widths,
        hidden=listed.hidden,
        hidden_rows=frozenset(hidden & grid.keys()),
        hidden_columns=frozenset(concealed),
    )


def _in_order(grid: Grid) -> Grid:
    """Rows and columns in order, as they stand in all but a few files."""
    return {row: line if _rising(line) else dict(sorted(line.items())) for row, line in sorted(grid.items())}


def _rising(line: dict[int, Cell]) -> bool:
    columns = list(line)
    return columns == sorted(columns)


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
