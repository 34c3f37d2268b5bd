"""The default engine: a sheet's rows streamed through the standard library's expat, and nothing else.

No library reads all honest files with all that planbook needs, and none reads them as fast
(performance.md). Rows in the plain form go a shorter way (`plain_rows.py`); whatever is between
them goes through the parser, element by element, without a tree (`row_events.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.model import Place
from planbook.package import DAMAGED, one_line
from planbook.reading.assembling import Source, UnreadRows, assemble, refuse_unseen_cells
from planbook.reading.expat import CHUNK, FAULTS, parser_of
from planbook.reading.plain_rows import PlainRows, row_pieces
from planbook.reading.row_events import RowEvents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planbook.model import Workbook
    from planbook.reading.grid import Stored

NAME = "expat"
PLAIN_START, PLAIN_END = b"<sheetData>", b"</sheetData>"


def read(data: bytes, name: str) -> Workbook:
    """Read a workbook from its bytes; raises UnreadableWorkbook naming the part and row at fault."""
    return assemble(data, name, NAME, _read_rows)


def _read_rows(source: Source, hidden: set[int]) -> Iterator[list[Stored]]:
    """The cells of a sheet as they come: plain rows at once, all between them through the parser."""
    rows = RowEvents(source, hidden)
    plain = PlainRows(source.strings.cleaned, source.coloured)
    start, end = _inside(source.rows)
    odd: list[bytes] = []
    for piece in row_pieces(source.rows, start, end):
        found = plain.cells(piece)
        if found is None:
            odd.append(piece)
        else:
            if odd:
                yield from _parsed(rows, source, odd, start, end)
                odd = []
            rows.row = found[0]
            yield found[1]
    if odd or start == end:
        yield from _parsed(rows, source, odd, start, end)
    if not rows.row and not rows.column:
        refuse_unseen_cells(source)


def _inside(rows: bytes) -> tuple[int, int]:
    """Where plain rows can stand in a document; nowhere if comments, other encodings or prefixes are about."""
    start = rows.find(PLAIN_START) + len(PLAIN_START)
    end = rows.rfind(PLAIN_END)
    is_plain = start >= len(PLAIN_START) and end >= start and b"<!" not in rows and not rows.startswith(b"<?")
    return (start, end) if is_plain else (len(rows), len(rows))


def _parsed(rows: RowEvents, source: Source, odd: list[bytes], start: int, end: int) -> Iterator[list[Stored]]:
    """Rows that are not plain, as a document of their own between the start and the end of the whole."""
    parser = parser_of(rows.open, rows.close, rows.pieces.append)
    try:
        for piece in (source.rows[:start], *odd, source.rows[end:]):
            for place in range(0, len(piece), CHUNK):
                parser.Parse(piece[place : place + CHUNK], False)
                yield rows.taken()
        parser.Parse(b"", True)
    except (*FAULTS, IndexError) as fault:
        where = Place("", source.title, rows.row, rows.column).cell or "its start"
        raise UnreadRows(
            f"This workbook is damaged: its part {source.part} cannot be read at or after {where} "
            f"of sheet {source.title!r} ({one_line(fault)}). {DAMAGED}"
        ) from fault
