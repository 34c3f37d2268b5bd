"""How wide and how high everything on a plan's sheet is.

The widths are the sub-committee's own. Heights are estimated, since no program fits the rows of a
file that another one wrote, least of all under merged cells.
"""

from __future__ import annotations

from dataclasses import replace

from planbook import columns
from planbook.model import RowKind
from planbook.writing.metrics import row_height, text_height
from planbook.writing.plan_layout import PlanCell, PlanGrid
from planbook.writing.plan_subject import PlanSheet
from planbook.writing.theme import BODY, ROW_LIMIT, TITLE

_MARK_WIDTH, _WIDEST, _DEFAULT_WIDTH = 18.0, 100.0, 14.0
_SHORT = 150  # characters that fit the highest row in the narrowest column


def column_widths(sheet: PlanSheet) -> list[float]:
    """The sub-committee's own widths. A column is widened only where a text would not fit the highest row."""
    grid, own = sheet.grid, sheet.plan.layout.widths
    fields = {c.position: c.field for block in sheet.plan.blocks for c in block.columns}
    widths = [own.get(at, _usual_width(fields.get(at, ""))) for at in range(1, grid.last_column + 2)]
    for cell in grid.cells:
        if len(cell.text) > _SHORT and cell.left == cell.right and cell.top == cell.bottom and cell.field:
            while _need(cell, widths) > ROW_LIMIT and widths[cell.left] < _WIDEST:
                widths[cell.left] = min(_WIDEST, widths[cell.left] * 1.25)
    return widths + [_MARK_WIDTH] * len(sheet.marks)


def _usual_width(field: str) -> float:
    column = columns.BY_KEY.get("update" if field == columns.RAG_AND_UPDATE else field)
    return column.width if column else _DEFAULT_WIDTH


def _need(cell: PlanCell, widths: list[float]) -> float:
    width = sum(widths[cell.left : cell.right + 1])
    bold = cell.kind in (RowKind.HEADING, RowKind.BAND) or cell.label
    size = TITLE if cell.first_title else BODY
    words = cell.text + ("\n" + cell.struck if cell.struck else "")
    return text_height(words, width, size, bold) if words else 0.0


def row_heights(sheet: PlanSheet, widths: list[float]) -> list[float]:
    """A height for every row; what a cell merged down needs beyond its rows is shared among them."""
    grid = sheet.grid
    needs: list[list[float]] = [[] for _ in grid.rows]
    tall = []
    for cell in grid.cells:
        wide = cell if not runs_over(cell, grid) else stretched(cell, grid)
        if cell.bottom > cell.top:
            tall.append(cell)
        else:
            needs[cell.top].append(_need(wide, widths) + (_extra(cell.kind) if not cell.actions else 0.0))
    for row, line in enumerate(grid.rows):
        if line.kind is RowKind.ACTION:
            words = sheet.words_of(line.action)
            needs[row].append(text_height(words, _MARK_WIDTH, bold=True))
    heights = [row_height(need) for need in needs]
    for cell in tall:
        rows = range(cell.top, cell.bottom + 1)
        short = _need(cell, widths) - sum(heights[row] for row in rows)
        if short > 0:
            for row in rows:
                heights[row] = min(ROW_LIMIT, heights[row] + short / len(rows))
    return heights


def _extra(kind: RowKind) -> float:
    """The air that rows of the layout have besides what their texts need."""
    return {RowKind.HEADING: 8.0, RowKind.BAND: 6.0, RowKind.TITLE: 4.0}.get(kind, 0.0)


def runs_over(cell: PlanCell, grid: PlanGrid) -> bool:
    """A title or a text that stands alone in its row runs on to the right, as it did."""
    alone = cell.kind in (RowKind.TITLE, RowKind.TEXT) and len(grid.rows[cell.top].cells) == 1
    return alone and cell.left == 0 and cell.right < grid.last_column


def stretched(cell: PlanCell, grid: PlanGrid) -> PlanCell:
    """The cell as it runs on to the last column of the plan."""
    return replace(cell, right=grid.last_column)
