"""The summary's table: plans by rating, movement, lateness, returns and open exceptions, every figure a link.

Counts are COUNTIFS over the table of all actions, so that they follow what the business manager
edits there; their results are stored beside them, since many programs show what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planbook import forms
from planbook.figures import PlanFigures
from planbook.model import column_letters
from planbook.writing.all_actions import TABLE
from planbook.writing.book import Page, sheet_ref
from planbook.writing.listing import Listing
from planbook.writing.setting import Setting, counted
from planbook.writing.theme import SIGNALS
from planbook.writing.tones import code_value, heading_of, quoted, tone_of

NAME = "Ratings_by_plan"
_WIDE, _NARROW = 31.0, 9.5


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of the table: its value, the formula that counts it, where it leads."""

    value: int | str
    formula: str = ""
    target: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the table; `code` is the rating that it counts."""

    text: str
    width: float = _NARROW
    code: str | None = None
    words: bool = False


def headings(setting: Setting) -> list[Heading]:
    """The columns, in order. A column of unrated or unknown codes is there only where it has something to count."""
    rated = [Heading(heading_of(code, setting.scale), 11.5, code) for code in setting.figures.codes]
    sheets = [Heading(sheet.rpartition(" - ")[2]) for sheet in forms.EXCEPTION_SHEETS]
    middle = [Heading(text) for text in ("Not rated", "Better", "Worse", "Overdue", "No update")]
    return [
        Heading("Plan", _WIDE, words=True),
        Heading("Actions"),
        *rated,
        *middle,
        Heading("Return", 17, words=True),
        *sheets,
    ]


class Hits:
    """Where the first action of a plan with a property stands on `All actions`: what a figure leads to."""

    def __init__(self, setting: Setting, listing: Listing) -> None:
        self._rows: dict[tuple[str, str], int] = {}
        row = listing.first
        figures = setting.figures
        for plan in setting.quarter.plans:
            for action in plan.actions:
                key = (plan.id, action.id)
                code = setting.quarter.meanings[key].rating.code
                marks = [f"rag {code}", ""]
                marks += ["late"] if key in figures.overdue else []
                marks += ["silent"] if key in figures.no_update else []
                for mark in marks:
                    self._rows.setdefault((plan.id, mark), row)
                    self._rows.setdefault(("", mark), row)
                row += 1

    def target(self, plan: str, mark: str) -> str:
        """The place of the first such action, or empty."""
        row = self._rows.get((plan, mark))
        return f"{sheet_ref(forms.ALL_ACTIONS)}!A{row + 1}" if row is not None else ""


def figures_of(setting: Setting, line: PlanFigures, row: int, hits: Hits) -> Iterator[Figure]:
    """The cells of one plan's line, which stands in `row` (from 0)."""
    name = setting.name(line.plan)
    this = f'{TABLE}[Plan],"="&$A{row + 1}'
    yield Figure(name, target=setting.target(line.plan), tip=f"Go to {name}")
    yield Figure(line.actions, f"=COUNTIFS({this})", hits.target(line.plan, ""), f"{name}: all actions")
    for code in setting.figures.codes:
        value = code_value(code)
        test = quoted(value) if isinstance(value, str) else str(value)
        formula = f"=COUNTIFS({this},{TABLE}[RAG],{test})"
        yield Figure(line.ratings.get(code, 0), formula, hits.target(line.plan, f"rag {code}"), f"{name}: rated {code}")
    unrated = f'=COUNTIFS({this},{TABLE}[RAG],"")'
    yield Figure(line.ratings.get("", 0), unrated, hits.target(line.plan, "rag "), f"{name}: not rated")
    yield Figure(line.better, target=f"{sheet_ref(forms.CHANGES)}!A1", tip=f"{name}: ratings that rose")
    yield Figure(line.worse, target=f"{sheet_ref(forms.HIGHLIGHTS)}!A1", tip=f"{name}: ratings that fell")
    late = f'=COUNTIFS({this},{TABLE}[Flags],"*{forms.FLAG_OVERDUE}*")'
    yield Figure(line.overdue, late, hits.target(line.plan, "late"), f"{name}: overdue")
    silent = f'=COUNTIFS({this},{TABLE}[Flags],"*{forms.FLAG_NO_UPDATE}*")'
    yield Figure(line.no_update, silent, hits.target(line.plan, "silent"), f"{name}: no update since the last issue")
    yield Figure(_returned(line), target=f"{sheet_ref(forms.RETURNS)}!A1", tip="Go to Returns")
    for sheet, count in line.open.items():
        yield Figure(count, target=f"{sheet_ref(sheet)}!A1", tip=f"Go to {sheet}")


def _returned(line: PlanFigures) -> str:
    if line.missing:
        return "missing" if not line.returns else f"{counted(line.returns, 'file')}, missing"
    return counted(line.returns, "file") if line.returns else "none"


def write_table(page: Page, setting: Setting, top: int, hits: Hits) -> int:
    """Writes the table with its headings in row `top`; says which row its total stands in."""
    columns = headings(setting)
    page.raw.set_row(top, 36)
    for row, line in enumerate(setting.figures.plans, top + 1):
        page.raw.set_row(row, 24)
        for column, figure in enumerate(figures_of(setting, line, row, hits)):
            _write_figure(page, row, column, figure, columns[column].words)
    last = top + len(setting.figures.plans)
    _write_total(page, setting, top, last, hits)
    _write_headings(page, setting, columns, top, last + 1)
    for start, end, signal in _warned(columns):
        fill, ink = SIGNALS[signal]
        first = f"{column_letters(start + 1)}{top + 2}"
        page.paint((top + 1, start, last, end), f"=AND(ISNUMBER({first}),{first}>0)", fill, ink, bold=True)
    late = next(i for i, column in enumerate(columns) if column.text == "Return")
    fill, ink = SIGNALS["warning"]
    cell = f"{column_letters(late + 1)}{top + 2}"
    page.paint((top + 1, late, last, late), f'=ISNUMBER(SEARCH("missing",{cell}))', fill, ink, bold=True)
    return last + 1


def _warned(columns: list[Heading]) -> Iterator[tuple[int, int, str]]:
    """The columns in which anything but nought wants attention."""
    places = {column.text: index for index, column in enumerate(columns)}
    yield places["Worse"], places["Overdue"], "error"
    yield places["Return"] + 1, len(columns) - 1, "warning"


def _write_figure(page: Page, row: int, column: int, figure: Figure, words: bool) -> None:
    """A cell of the table. Nought leads nowhere; a formula stands over the link of its cell."""
    look = ("row_name" if column == 0 else "row_word") if words else "row_count"
    if words:
        if figure.target:
            page.link(
                row, column, figure.target, str(figure.value), "row_name" if column == 0 else "row_word", figure.tip
            )
        else:
            page.text(row, column, str(figure.value), look)
        return
    count = int(figure.value)
    if count and figure.target:
        look = "row_count_link"
        page.link(row, column, figure.target, str(count), look, figure.tip)
    if figure.formula:
        page.formula(row, column, figure.formula, count, look)
    else:
        page.number(row, column, count, look)


def _write_total(page: Page, setting: Setting, top: int, last: int, hits: Hits) -> None:
    """The last line: sums, and the open exceptions counted anew, since one can be about several plans or none."""
    row, total = last + 1, setting.figures.total
    page.raw.set_row(row, 24)
    in_words = [figure.value for figure in figures_of(setting, total, row, hits)]
    columns = headings(setting)
    own = len(columns) - len(forms.EXCEPTION_SHEETS)
    missing = len(setting.quarter.missing_returns)
    for column, heading in enumerate(columns):
        if column == 0:
            page.text(row, column, "All plans", "total_word")
        elif heading.words:
            late = f", {missing} missing" if missing else ""
            page.text(row, column, f"{counted(total.returns, 'file')}{late}", "total_word")
        elif column < own:
            letter = column_letters(column + 1)
            page.formula(
                row, column, f"=SUM({letter}{top + 2}:{letter}{last + 1})", int(in_words[column]), "total_count"
            )
        else:
            page.number(row, column, int(in_words[column]), "total_count")


def _write_headings(page: Page, setting: Setting, columns: list[Heading], top: int, last: int) -> None:
    """Marks the table; a rating's heading wears the colour that it has in the chart."""
    formats = []
    for heading in columns:
        if heading.code is not None:
            tone = tone_of(heading.code, setting.scale)
            formats.append(page.book.look("heading_centred", bg_color=tone.strong, font_color=tone.on_strong))
        else:
            formats.append(page.book.look("heading" if heading.words else "heading_centred"))
    listed = [{"header": h.text, "header_format": form} for h, form in zip(columns, formats, strict=True)]
    options = {"name": NAME, "style": None, "autofilter": False, "columns": listed}
    page.raw.add_table(top, 0, last, len(columns) - 1, options)
