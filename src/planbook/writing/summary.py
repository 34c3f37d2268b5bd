"""`Summary`: one page that says how the plans stand, what is late, what has come in, what to decide first."""

from __future__ import annotations

from collections.abc import Iterator

from planbook import forms
from planbook.figures import ExceptionRow
from planbook.model import Severity
from planbook.writing.book import A4, Book, Page, sheet_ref
from planbook.writing.chart import insert_chart
from planbook.writing.exceptions import exception_places
from planbook.writing.listing import Listing, write_title
from planbook.writing.setting import Setting, counted
from planbook.writing.summary_table import Hits, headings, write_table
from planbook.writing.theme import PAPER

_TILE_NAMES, _TILE_FIGURES, _TABLE_TITLE, _TABLE_TOP = 2, 3, 4, 5
_MOST_FIRST, _MOST_ON_A_PAGE = 9, 12
_LINE = 24
_LONGEST_LINE = 88

Tile = tuple[str, str | int, str, str]
"""A name, a figure, the formula that counts it (or none), where it leads."""


def write_summary(book: Book, setting: Setting, actions: Listing) -> None:
    """Writes the first sheet. `actions` is the table that it counts in."""
    page, quarter = book.page(forms.SUMMARY, "read", A4), setting.quarter
    columns = headings(setting)
    for index, column in enumerate(columns):
        page.raw.set_column(index, index, column.width)
    position = f"Master, version {setting.version}, position at {forms.long_day(quarter.as_of)}."
    write_title(page, quarter.title, (f"{position} Figures in blue are links to what they count.",))
    _write_tiles(page, setting, [column.width for column in columns])
    page.raw.set_row(_TABLE_TITLE, 30)
    page.text(_TABLE_TITLE, 0, "Plans, ratings and open exceptions", "section")
    below = write_table(page, setting, _TABLE_TOP, Hits(setting, actions)) + 1
    side = next(index for index, column in enumerate(columns) if column.text == "Worse")
    lines = list(_lines(setting))
    page.raw.set_row(below, 30)
    page.text(below, 0, "Ratings by plan", "section")
    page.text(below, side, "Decide first", "section")
    for row, (text, target) in enumerate(lines, below + 1):
        page.raw.set_row(row, _LINE)
        if target:
            page.link(row, side, target, text, "said_link")
        else:
            page.text(row, side, text, "said")
    width = sum(int(column.width * 7 + 5) for column in columns[:side]) - 24
    height = max(len(lines) * _LINE * 4 // 3, 70 + 30 * len(quarter.plans))
    insert_chart(page, setting, below + 1, _TABLE_TOP, width, height)
    page.raw.print_area(0, 0, below + 1 + max(len(lines), height * 3 // 4 // 15), len(columns) - 1)
    page.raw.fit_to_pages(1, 1 if len(quarter.plans) <= _MOST_ON_A_PAGE else 0)
    page.raw.activate()
    page.raw.set_first_sheet()


# ------------------------------------------------------------------ tiles


def _tiles(setting: Setting) -> Iterator[Tile]:
    total, quarter = setting.figures.total, setting.quarter
    missing = len(quarter.missing_returns)
    open_rows = [row for row in setting.figures.exceptions if row.is_open]
    errors = sum(row.severity is Severity.ERROR for row in open_rows)
    actions, highlights = f"{sheet_ref(forms.ALL_ACTIONS)}!A1", f"{sheet_ref(forms.HIGHLIGHTS)}!A1"
    flags = "=COUNTIFS(Actions[Flags],{0})"
    yield "Complete", f"{total.complete} of {total.actions}", "", actions
    yield "Since the last issue", f"{total.better} better, {total.worse} worse", "", highlights
    yield "Overdue", total.overdue, flags.format(f'"*{forms.FLAG_OVERDUE}*"'), highlights
    yield "No update", total.no_update, flags.format(f'"*{forms.FLAG_NO_UPDATE}*"'), highlights
    yield "Returns", f"{total.returns} in, {missing or 'none'} missing", "", f"{sheet_ref(forms.RETURNS)}!A1"
    first = next((forms.family_sheet(row.code) for row in open_rows), next(iter(forms.EXCEPTION_SHEETS)))
    urgent = f", {counted(errors, 'error')}" if errors else ""
    yield "Open", f"{len(open_rows)}{urgent}", "", f"{sheet_ref(first)}!A1"


def _write_tiles(page: Page, setting: Setting, widths: list[float]) -> None:
    """Six figures in a row. Their texts run over the cells beside them: nothing is merged."""
    page.raw.set_row(_TILE_NAMES, 20)
    page.raw.set_row(_TILE_FIGURES, 32)
    tiles = list(_tiles(setting))
    starts = _starts(widths, len(tiles))
    for column in range(len(widths)):
        edge: dict[str, object] = {"left": 5, "left_color": PAPER} if column in starts[1:] else {}
        for row, look in ((_TILE_NAMES, "tile_name"), (_TILE_FIGURES, "tile_figure")):
            page.text(row, column, "", look, **edge)
    for number, (start, (name, figure, formula, target)) in enumerate(zip(starts, tiles, strict=True)):
        edge = {"left": 5, "left_color": PAPER} if number else {}
        page.text(_TILE_NAMES, start, name, "tile_name", **edge)
        page.link(_TILE_FIGURES, start, target, str(figure), "tile_figure", f"Go to: {name}", **edge)
        if formula:
            page.formula(_TILE_FIGURES, start, formula, figure, "tile_figure", **edge)


def _starts(widths: list[float], tiles: int) -> list[int]:
    """The columns in which tiles of about the same width begin."""
    total, run, edges = sum(widths), 0.0, [0.0]
    for width in widths:
        run += width
        edges.append(run)
    starts: list[int] = []
    for tile in range(tiles):
        wanted = total * tile / tiles
        free = [c for c in range(len(widths)) if not starts or c > starts[-1]]
        starts.append(min(free, key=lambda c: abs(edges[c] - wanted)))
    return starts


# ------------------------------------------------------------------ what to decide first


def _lines(setting: Setting) -> Iterator[tuple[str, str]]:
    """The most urgent open exceptions, and the ways to the reports, as texts with where they lead."""
    places = exception_places(setting)
    open_rows = [(row, places[index]) for index, row in enumerate(setting.figures.exceptions) if row.is_open]
    first: dict[str, str] = {}
    for row, place in open_rows:  # two returns that differ give two rows, and one line here
        first.setdefault(_line(setting, row), place)
    yield from list(first.items())[:_MOST_FIRST]
    if not first:
        yield "Nothing is open: there is nothing to decide.", ""
    elif len(first) > _MOST_FIRST:
        yield f"and {len(first) - _MOST_FIRST} more: follow the yellow figures above.", ""
    yield "Highlight report for the partnership", f"{sheet_ref(forms.HIGHLIGHTS)}!A1"
    yield "Risks and mitigations of all plans", f"{sheet_ref(forms.RISKS)}!A1"
    yield "What changed, cell by cell", f"{sheet_ref(forms.CHANGES)}!A1"
    yield "What the ratings and codes mean", f"{sheet_ref(forms.LEGEND)}!A1"


def _line(setting: Setting, row: ExceptionRow) -> str:
    """One exception in one line: how urgent, where, what."""
    about = [_plan_in_a_word(setting, row.plans[0])] if len(row.plans) == 1 else []
    if len(row.actions) == 1:
        about.append(row.actions[0][1])
    elif row.actions:
        about.append(counted(len(row.actions), "action"))
    said = f"{', '.join([row.severity.value.capitalize(), *about])}: {row.message}"
    words = " ".join(said.split())
    return words if len(words) <= _LONGEST_LINE else words[:_LONGEST_LINE].rsplit(" ", 1)[0] + " …"


def _plan_in_a_word(setting: Setting, plan_id: str) -> str:
    """A plan by its number, else by its name."""
    return f"plan {plan_id}" if plan_id.isdigit() else setting.name(plan_id)
