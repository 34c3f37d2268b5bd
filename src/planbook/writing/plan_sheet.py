"""One sheet a plan, as its sub-committee knows it: its headings, order, bands, merges and widths.

What we add stands in columns at the right, under headings that no plan has (`forms.PLAN_SHEET_MARKS`),
since this sheet is read back: the business manager may edit it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from planbook import columns, forms
from planbook.figures import Key
from planbook.model import Consolidation, Plan, RowKind
from planbook.settings import Scale
from planbook.writing.book import A3, Book, Page
from planbook.writing.metrics import row_height, text_height
from planbook.writing.paging import pages_high
from planbook.writing.plan_layout import PlanCell, PlanGrid, plan_grid
from planbook.writing.theme import BODY, DAY_FORMAT, ROW_LIMIT, SIGNALS, TITLE
from planbook.writing.tones import paint_ratings_of_texts

_MARK_WIDTH, _WIDEST, _DEFAULT_WIDTH = 18.0, 100.0, 14.0
_LONGEST_RATING = 40
_MOST_FROZEN = 164.0
"""Points: more of a laptop's screen must not stand still."""

# A number format of a return goes into our workbook only if it is a plain one for dates.
_PLAIN_FORMAT = re.compile(r"[dmyhs0-9 /\\.,:;@\-]{1,40}", re.IGNORECASE)
_LOCALE = re.compile(r"\[\$-[0-9A-F]{1,8}\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What a plan's sheet is made from."""

    plan: Plan
    grid: PlanGrid
    changed: dict[Key, tuple[str, ...]]
    """The fields that this run changed, by action."""
    new: frozenset[str]
    """The actions that nobody has agreed to yet."""
    marks: tuple[str, ...]
    """The headings of the columns that we add: that of new actions only where there are any."""

    def fields_changed(self, action_id: str) -> tuple[str, ...]:
        """The changed fields of an action, in the order of the changes."""
        return self.changed.get((self.plan.id, action_id), ())

    def is_changed(self, cell: PlanCell) -> bool:
        """Whether this run changed what the cell holds."""
        held = {"rag", "update"} if cell.field == columns.RAG_AND_UPDATE else {cell.field}
        return any(held.intersection(self.fields_changed(action)) for action in cell.actions)


def plan_sheet(plan: Plan, changed: dict[Key, tuple[str, ...]], version: str) -> PlanSheet:
    """A plan, and the changed fields of all plans, to what its sheet is made from."""
    new = frozenset(action.id for action in plan.actions if not action.agreed)
    marks = (forms.NOT_AGREED_MARK,) if new else ()
    return PlanSheet(plan, plan_grid(plan), changed, new, (*marks, f"{forms.CHANGED_MARK}{version}"))


def changed_fields(quarter: Consolidation) -> dict[Key, tuple[str, ...]]:
    """The fields that this run changed, by action: what all plan sheets mark."""
    found: dict[Key, dict[str, None]] = {}
    for change in quarter.changes:
        found.setdefault((change.plan, change.action), {})[change.field] = None
    return {key: tuple(fields) for key, fields in found.items()}


def write_plan(book: Book, title: str, sheet: PlanSheet, scale: Scale) -> None:
    """Writes one plan's sheet into the book."""
    page, grid = book.page(title, "plan", A3, 90), sheet.grid
    widths = _widths(sheet)
    for index, width in enumerate(widths):
        page.raw.set_column(index, index, width)
    heights = _heights(sheet, widths)
    for row, height in enumerate(heights):
        page.raw.set_row(row, height)
    _fill_rows(page, grid)
    for cell in grid.cells:
        _write_cell(page, sheet, cell, grid)
    _write_marks(page, sheet)
    _write_panes(page, grid, heights)
    repeated = next((heights[row] for row in grid.rows_of(RowKind.HEADING)), 0.0)
    page.raw.fit_to_pages(1, pages_high(widths, heights, repeated, page.paper))
    paint_ratings_of_texts(page, grid, scale)
    page.raw.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


# ------------------------------------------------------------------ sizes


def _widths(sheet: PlanSheet) -> list[float]:
    """The sub-committee's own widths. A column is widened only where a text would not fit the highest row."""
    grid, own = sheet.grid, sheet.plan.layout.widths
    fields = {c.position: c.field for block in sheet.plan.blocks for c in block.columns}
    widths = [own.get(at, _usual_width(fields.get(at, ""))) for at in range(1, grid.last_column + 2)]
    for cell in grid.cells:
        if cell.left == cell.right and cell.kind is RowKind.ACTION and cell.top == cell.bottom:
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


def _heights(sheet: PlanSheet, widths: list[float]) -> list[float]:
    """A height for every row; what a cell merged down needs beyond its rows is shared among them."""
    grid = sheet.grid
    needs: list[list[float]] = [[] for _ in grid.rows]
    tall = []
    for cell in grid.cells:
        wide = cell if not _runs_over(cell, grid) else _stretched(cell, grid)
        if cell.bottom > cell.top:
            tall.append(cell)
        else:
            extra = {RowKind.HEADING: 8.0, RowKind.BAND: 6.0, RowKind.TITLE: 4.0}.get(cell.kind, 0.0)
            needs[cell.top].append(_need(wide, widths) + extra)
    for row, line in enumerate(grid.rows):
        if line.kind is RowKind.ACTION:
            words = _changed_words(sheet, line.action)
            needs[row].append(text_height(words, _MARK_WIDTH, bold=True))
    heights = [row_height(need) for need in needs]
    for cell in tall:
        rows = range(cell.top, cell.bottom + 1)
        short = _need(cell, widths) - sum(heights[row] for row in rows)
        if short > 0:
            for row in rows:
                heights[row] = min(ROW_LIMIT, heights[row] + short / len(rows))
    return heights


def _runs_over(cell: PlanCell, grid: PlanGrid) -> bool:
    """A title or a text that stands alone in its row runs on to the right, as it did."""
    alone = cell.kind in (RowKind.TITLE, RowKind.TEXT) and len(grid.rows[cell.top].cells) == 1
    return alone and cell.left == 0 and cell.right < grid.last_column


def _stretched(cell: PlanCell, grid: PlanGrid) -> PlanCell:
    return replace(cell, right=grid.last_column)


# ------------------------------------------------------------------ cells


def _fill_rows(page: Page, grid: PlanGrid) -> None:
    """Headings, bands and narrative rows are filled from side to side, also where nothing stands."""
    looks = {RowKind.HEADING: "heading", RowKind.BAND: "band", RowKind.NARRATIVE: "narrative"}
    for row, line in enumerate(grid.rows):
        look = looks.get(line.kind)
        for column in range(grid.last_column + 1) if look else ():
            page.text(row, column, "", look or "cell")


def _write_cell(page: Page, sheet: PlanSheet, cell: PlanCell, grid: PlanGrid) -> None:
    look, changed = _look(cell), sheet.is_changed(cell)
    if changed and cell.kind is RowKind.ACTION:
        look = "changed_rating" if cell.rating else "changed"
    shape = _stretched(cell, grid) if _runs_over(cell, grid) else cell
    page.merge(shape.top, shape.left, shape.bottom, shape.right, look)
    if isinstance(cell.value, date) and cell.number_format and 1900 < cell.value.year < 10_000:
        page.day(cell.top, cell.left, cell.value, look, num_format=_date_format(cell.number_format))
    elif cell.struck:
        live = cell.text + "\n" if cell.text else ""
        page.rich(cell.top, cell.left, (("plain", live), ("struck", cell.struck)), look)
    elif cell.rating and len(cell.text) > len(cell.rating):
        page.rich(cell.top, cell.left, (("bold", cell.rating), ("plain", cell.text[len(cell.rating) :])), look)
    else:
        bold = {"bold": True} if cell.field == "number" or _is_rating_alone(cell) else {}
        page.text(cell.top, cell.left, cell.text, look, **bold)


def _look(cell: PlanCell) -> str:
    if cell.kind is RowKind.TITLE:
        return "plan_title" if cell.first_title else "plan_text"
    if cell.kind is RowKind.NARRATIVE:
        return "narrative_label" if cell.label else "narrative"
    return {RowKind.HEADING: "heading", RowKind.BAND: "band", RowKind.ACTION: "cell"}.get(cell.kind, "plan_text")


def _is_rating_alone(cell: PlanCell) -> bool:
    """A rating without a comment. Some plans have the comment in the rating's own column."""
    return bool(cell.rating) and cell.rating == cell.text and len(cell.text) <= _LONGEST_RATING


def _date_format(number_format: str) -> str:
    """The sub-committee's own format where it is a plain one, else ours: a broken one would spoil the workbook."""
    plain = _LOCALE.sub("", number_format)
    return number_format if _PLAIN_FORMAT.fullmatch(plain) and len(number_format) < 60 else DAY_FORMAT


# ------------------------------------------------------------------ what we add


def _changed_words(sheet: PlanSheet, action_id: str) -> str:
    fields = sheet.fields_changed(action_id)
    return "\u25cf " + ", ".join(columns.title_of(field) for field in fields) if fields else ""


def _write_marks(page: Page, sheet: PlanSheet) -> None:
    """The columns at the right: what is not yet agreed, and what this run changed, in words."""
    grid, at = sheet.grid, sheet.grid.last_column + 1
    previous = RowKind.BLANK
    for row, line in enumerate(grid.rows):
        if line.kind is RowKind.HEADING:
            for offset, heading in enumerate(sheet.marks):
                page.text(row, at + offset, heading if previous is not RowKind.HEADING else "", "heading")
        elif line.kind is RowKind.ACTION:
            _write_action_marks(page, sheet, row, line.action)
        elif line.kind in (RowKind.BAND, RowKind.NARRATIVE):
            for offset in range(len(sheet.marks)):
                page.text(row, at + offset, "", "band" if line.kind is RowKind.BAND else "narrative")
        previous = line.kind


def _write_action_marks(page: Page, sheet: PlanSheet, row: int, action_id: str) -> None:
    at = sheet.grid.last_column + 1
    if sheet.new:
        new = action_id in sheet.new
        fill, ink = SIGNALS["warning"]
        extra: dict[str, object] = {"bg_color": fill, "font_color": ink} if new else {}
        page.text(row, at, "New, not yet agreed" if new else "", "mark", **extra)
        at += 1
    page.text(row, at, _changed_words(sheet, action_id), "mark")


def _write_panes(page: Page, grid: PlanGrid, heights: list[float]) -> None:
    """The headings stay in sight, unless what stands above them would fill the screen."""
    headings = grid.rows_of(RowKind.HEADING)
    if not headings:
        return
    last = headings[0]
    while last + 1 in headings:
        last += 1
    if sum(heights[: last + 1]) <= _MOST_FROZEN:
        page.raw.freeze_panes(last + 1, 0)
    page.raw.repeat_rows(headings[0], last)
