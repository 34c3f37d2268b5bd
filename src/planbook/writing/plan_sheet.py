"""One sheet a plan, as its sub-committee knows it: its headings, order, bands, merges and widths.

What we add stands in columns at the right, under headings that no plan has (`forms.PLAN_SHEET_MARKS`),
since this sheet is read back: the business manager may edit it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from datetime import date

from planbook import columns
from planbook.forms import NEW_WORDS
from planbook.model import RowKind
from planbook.settings import Scale
from planbook.writing.book import A3, Book, Page
from planbook.writing.paging import pages_high
from planbook.writing.plan_layout import PlanCell, PlanGrid
from planbook.writing.plan_sizes import column_widths, row_heights, runs_over, stretched
from planbook.writing.plan_subject import PlanSheet
from planbook.writing.theme import DAY_FORMAT, INPUT, SIGNALS
from planbook.writing.tones import paint_ratings_of_texts

_LONGEST_RATING = 40
_MOST_FROZEN = 164.0
"""Points: more of a laptop's screen must not stand still."""

# A number format of a return goes into our workbook only if it is a plain one for dates.
_PLAIN_FORMAT = re.compile(r"[dmyhs0-9 /\\.,:;@\-]{1,40}", re.IGNORECASE)
_LOCALE = re.compile(r"\[\$-[0-9A-F]{1,8}\]", re.IGNORECASE)


def write_plan(book: Book, title: str, sheet: PlanSheet, scale: Scale) -> None:
    """Writes one plan's sheet into the book, with what this run did to it."""
    page = write_familiar(book, title, sheet, scale)
    _write_marks(page, sheet)


def write_familiar(book: Book, title: str, sheet: PlanSheet, scale: Scale, open_fields: Container[str] = ()) -> Page:
    """A plan's sheet as its sub-committee knows it. Cells of `open_fields` can be typed in when it is protected."""
    page, grid = book.page(title, "plan", A3, 90), sheet.grid
    widths = column_widths(sheet)
    for index, width in enumerate(widths):
        page.raw.set_column(index, index, width)
    heights = row_heights(sheet, widths)
    for row, height in enumerate(heights):
        page.raw.set_row(row, height)
    _fill_rows(page, grid)
    for cell in grid.cells:
        _write_cell(page, sheet, cell, grid, _opened(sheet, cell, open_fields) if open_fields else {})
    _write_panes(page, grid, heights)
    repeated = next((heights[row] for row in grid.rows_of(RowKind.HEADING)), 0.0)
    page.raw.fit_to_pages(1, pages_high(widths, heights, repeated, page.paper))
    paint_ratings_of_texts(page, grid, scale)
    page.raw.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return page


# ------------------------------------------------------------------ cells


def _fill_rows(page: Page, grid: PlanGrid) -> None:
    """Headings, bands and narrative rows are filled from side to side, also where nothing stands."""
    looks = {RowKind.HEADING: "heading", RowKind.BAND: "band", RowKind.NARRATIVE: "narrative"}
    for row, line in enumerate(grid.rows):
        look = looks.get(line.kind)
        for column in range(grid.last_column + 1) if look else ():
            page.text(row, column, "", look or "cell")


def _opened(sheet: PlanSheet, cell: PlanCell, fields: Container[str]) -> dict[str, object]:
    """What the look of a cell has besides where people may type in it; of a new action they may change all of it.

    A rating keeps its own colours, since a fill that stays behind would be taken for a rating.
    """
    held = ("rag", "update") if cell.field == columns.RAG_AND_UPDATE else (cell.field,)
    is_new = bool(cell.actions) and sheet.new.issuperset(cell.actions)
    if not (is_new or any(field in fields for field in held)):
        return {}
    return {"locked": False} if "rag" in held else {"locked": False, "bg_color": INPUT}


def _write_cell(page: Page, sheet: PlanSheet, cell: PlanCell, grid: PlanGrid, extra: Mapping[str, object]) -> None:
    look = _look(cell)
    if sheet.is_changed(cell):
        look = "changed_rating" if cell.rating else "changed"
    shape = stretched(cell, grid) if runs_over(cell, grid) else cell
    page.merge(shape.top, shape.left, shape.bottom, shape.right, look, **extra)
    if isinstance(cell.value, date) and cell.number_format and 1900 < cell.value.year < 10_000:
        page.day(cell.top, cell.left, cell.value, look, num_format=_date_format(cell.number_format), **extra)
    elif cell.struck:
        live = cell.text + "\n" if cell.text else ""
        page.rich(cell.top, cell.left, (("plain", live), ("struck", cell.struck)), look, **extra)
    elif cell.rating and len(cell.text) > len(cell.rating):
        parts = (("bold", cell.rating), ("plain", cell.text[len(cell.rating) :]))
        page.rich(cell.top, cell.left, parts, look, **extra)
    else:
        page.text(cell.top, cell.left, cell.text, look, **extra)


def _look(cell: PlanCell) -> str:
    if cell.kind is RowKind.ACTION:
        return "strong" if cell.field == "number" or _is_rating_alone(cell) else "cell"
    if cell.kind is RowKind.TITLE:
        return "plan_title" if cell.first_title else "plan_text"
    if cell.kind is RowKind.NARRATIVE:
        return "narrative_label" if cell.label else "narrative"
    return {RowKind.HEADING: "heading", RowKind.BAND: "band"}.get(cell.kind, "plan_text")


def _is_rating_alone(cell: PlanCell) -> bool:
    """A rating without a comment. Some plans have the comment in the rating's own column."""
    return bool(cell.rating) and cell.rating == cell.text and len(cell.text) <= _LONGEST_RATING


def _date_format(number_format: str) -> str:
    """The sub-committee's own format where it is a plain one, else ours: a broken one would spoil the workbook."""
    plain = _LOCALE.sub("", number_format)
    return number_format if _PLAIN_FORMAT.fullmatch(plain) and len(number_format) < 60 else DAY_FORMAT


# ------------------------------------------------------------------ what we add


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
            _write_plain_marks(page, sheet, row)
        previous = line.kind


def _write_plain_marks(page: Page, sheet: PlanSheet, row: int) -> None:
    """The columns at the right of a band or a narrative row, which may say that the narrative changed."""
    line, at = sheet.grid.rows[row], sheet.grid.last_column + 1
    narrative = line.kind is RowKind.NARRATIVE
    words = sheet.words_of_narrative(line.block) if narrative else ""
    look = "narrative" if narrative else "band"
    for column in range(at, at + len(sheet.marks)):
        last = column == at + len(sheet.marks) - 1
        page.text(row, column, words if last else "", "narrative_mark" if words and last else look)


def _write_action_marks(page: Page, sheet: PlanSheet, row: int, action_id: str) -> None:
    at = sheet.grid.last_column + 1
    if sheet.new:
        new = action_id in sheet.new
        fill, ink = SIGNALS["warning"]
        extra: dict[str, object] = {"bg_color": fill, "font_color": ink} if new else {}
        page.text(row, at, NEW_WORDS if new else "", "mark", **extra)
        at += 1
    page.text(row, at, sheet.words_of(action_id), "mark")


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
