"""Plans as sub-committees keep them, as small values, and the workbooks that they are in the three familiar layouts."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

import xlsxwriter

from planbook.model import Cell, CellKind, Sheet, Span, Workbook

EARLY, NEGLECT, FATHERS = "early help", "neglect", "fathers"
LAYOUTS = (EARLY, NEGLECT, FATHERS)
NUMBERS = {EARLY: "1", NEGLECT: "2", FATHERS: "3"}
TITLES = {EARLY: "Gardens for all", NEGLECT: "Allotment strategy", FATHERS: "Working with bees"}
COLUMNS = {
    EARLY: (
        ("objective", "Objective (what)"),
        ("action", "Action (how)"),
        ("lead", "Lead (s) (who)"),
        ("timescale", "Timescale (when)"),
        ("impact", "Impact (so what)"),
        ("success_measures", "Success measures"),
        ("rag_and_update", "Quarterly Update/comment and RAG rated"),
    ),
    NEGLECT: (
        ("number", "No."),
        ("objective", "Strategic objective"),
        ("milestone", "Key milestones"),
        ("lead", "Lead"),
        ("timescale", "Timescale"),
        ("risk", "Risks"),
        ("mitigation", "Mitigation"),
        ("rag_and_update", "RAG progress rating and comment"),
    ),
    FATHERS: (
        ("number", "No."),
        ("action", "Objective and Action"),
        ("lead", "Responsible Lead/s"),
        ("timescale", "Completion by"),
        ("update", "Progress update"),
        ("rag", "Impact RAG"),
    ),
}
MERGED = {EARLY: ("objective",), NEGLECT: ("number", "objective"), FATHERS: ()}
WORDING = {EARLY: "action", NEGLECT: "milestone", FATHERS: "action"}
AGREED = ("lead", "timescale", "impact", "success_measures", "risk", "mitigation")


@dataclass(frozen=True)
class Line:
    """One action's row: its number, and its texts by field."""

    number: str
    texts: dict[str, str] = field(hash=False)

    def with_text(self, key: str, text: str) -> Line:
        return replace(self, texts={**self.texts, key: text})


@dataclass(frozen=True)
class Section:
    """A band or an objective with its actions and its narrative."""

    name: str
    lines: tuple[Line, ...]
    notes: str = ""


@dataclass(frozen=True)
class Paper:
    """A plan as a sub-committee keeps it. `order` are its columns left to right; `right` and `down` move the table."""

    layout: str
    sections: tuple[Section, ...]
    title: str = ""
    order: tuple[str, ...] = ()
    right: int = 0
    extra: str = ""
    loose: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for s in self.sections for line in s.lines)

    @property
    def wording(self) -> str:
        return WORDING[self.layout]


class _Grid:
    def __init__(self) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[Span] = []
        self.where: dict[tuple[int, str], tuple[int, int]] = {}

    def put(self, row: int, column: int, text: str, to: tuple[int, int] = (0, 0)) -> None:
        if text:
            self.rows.setdefault(row, {})[column] = Cell(row, column, CellKind.TEXT, text, text)
        if to > (row, column):
            self.merges.append(Span(row, column, *to))


def fields_of(paper: Paper) -> dict[str, str]:
    """The plan's columns in their order: heading by field."""
    headings = dict(COLUMNS[paper.layout])
    order = paper.order or tuple(headings)
    return {key: headings[key] for key in order} | ({"extra": paper.extra} if paper.extra else {})


def text_of(paper: Paper, section: Section, line: Line, key: str) -> str:
    """What stands in one cell of an action's row."""
    if key == "number":
        return line.number
    if key == "objective":
        return section.name
    if key == "action" and paper.layout == EARLY:
        return f"{line.number}. {line.texts['action']}" if line.texts["action"] else ""
    if key == "rag_and_update":
        return "\n".join(t for t in (line.texts.get("rag", ""), line.texts.get("update", "")) if t)
    return line.texts.get(key, "")


def sheet_of(paper: Paper, name: str = "Plan") -> tuple[Sheet, dict[tuple[int, str], tuple[int, int]]]:
    """The sheet of a plan, and the row and column of each action's cells, by the action's place among all."""
    grid, columns = _Grid(), {key: c for c, key in enumerate(fields_of(paper), paper.right + 1)}
    first, last = paper.right + 1, paper.right + len(columns)
    grid.put(1, first, paper.title or f"{NUMBERS[paper.layout]}. {TITLES[paper.layout]}", (1, last))
    grid.put(2, first, "Outcome: everybody can dig.", (2, last))
    row, index = 4, 0
    for at, section in enumerate(paper.sections):
        if paper.layout != EARLY and section.name and section.lines:
            grid.put(row, first, f"Part {at + 1}: {section.name}", (row, last))
            row += 1
        if paper.layout == NEGLECT or at == 0:
            for key, heading in fields_of(paper).items():
                grid.put(row, columns[key], heading)
            row += 1
        row, index = _actions(grid, paper, section, columns, row, index)
        if paper.layout == NEGLECT and section.lines:
            grid.put(row, columns["objective"], "Narrative evidence")
            grid.put(row, columns["objective"] + 1, section.notes)
            row += 1
    for text in paper.loose:
        row += 2
        grid.put(row, first + 1, text)
    return Sheet(name, grid.rows, tuple(grid.merges)), grid.where


def _actions(
    grid: _Grid, paper: Paper, section: Section, columns: dict[str, int], row: int, index: int
) -> tuple[int, int]:
    top = row
    for line in section.lines:
        for key, column in columns.items():
            merged = key in MERGED[paper.layout]
            if not merged or row == top:
                grid.put(row, column, text_of(paper, section, line, key))
            grid.where[(index, key)] = (row, column)
        row, index = row + 1, index + 1
    for key in MERGED[paper.layout]:
        if row - top > 1:
            grid.merges.append(Span(top, columns[key], row - 1, columns[key]))
    return row, index


def workbook_of(paper: Paper, name: str) -> Workbook:
    """A plan as the reader of files would give it."""
    return Workbook(name, (sheet_of(paper)[0],))


def bytes_of(workbook: Workbook) -> bytes:
    """The same as a file."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for sheet in workbook.sheets:
        page = made.add_worksheet(sheet.title)
        for span in sheet.merges:
            page.merge_range(span.top - 1, span.left - 1, span.bottom - 1, span.right - 1, "")
        for row, cells in sheet.rows.items():
            for column, cell in cells.items():
                page.write_string(row - 1, column - 1, cell.text)
    made.close()
    return out.getvalue()
