"""Drafts to workbooks as a sub-committee keeps them. The same draft gives the same bytes, on any day and machine."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

import xlsxwriter

from sample.drafts import Draft, Formula, ShortDay

CREATED = datetime(2025, 10, 1)  # noqa: DTZ001 - a property without a time zone; fixed, so that the bytes are
FILLS = {"1": "#FF0000", "2": "#FFC000", "3": "#92D050", "4": "#00B050"}
_BASE = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}


def plan_bytes(draft: Draft) -> bytes:
    """The workbook of one plan."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED, "author": ""})
        _PlanSheet(book, draft).write()
    return buffer.getvalue()


def table_bytes(sheets: dict[str, list[tuple[str, ...]]]) -> bytes:
    """A plain workbook: each sheet a heading row and its rows, all text."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED, "author": ""})
        bold = book.add_format({**_BASE, "bold": True})
        plain = book.add_format(_BASE)
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    sheet.write_string(r, c, text, plain if r else bold)
            sheet.set_column(0, max(len(row) for row in rows) - 1, 26)
    return buffer.getvalue()


class _PlanSheet:
    """One plan's sheet while it is written, row by row."""

    def __init__(self, book: Any, draft: Draft) -> None:
        self.book, self.draft = book, draft
        self.sheet = book.add_worksheet(draft.plan["sheet"])
        self.last = len(draft.columns) - 1
        self.at = 0
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.span: dict[str, Any] = {}
        self.span_top = 0

    def write(self) -> None:
        """Titles, then each row as what it is, then what stands below the table."""
        for i, (_, _, width) in enumerate(self.draft.columns):
            self.sheet.set_column(i, i, width)
        self._across(self.draft.plan["title"], bold=True, font_size=16)
        self._across(self.draft.plan["outcome"])
        if "subtitle" in self.draft.plan:
            self._across(self.draft.plan["subtitle"], bold=True)
        self.at += 1
        for row in self.draft.rows:
            self._row(row)
        self._close_span()
        for text in self.draft.below:
            self.at += 1
            self.sheet.write_string(self.at, 0, text)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)

    def _format(self, **more: Any) -> Any:
        key = tuple(sorted(more.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**_BASE, **more})
        return self.formats[key]

    def _across(self, text: str, start: int = 0, **look: Any) -> None:
        self.sheet.merge_range(self.at, start, self.at, self.last, "", self._format(**look))
        self.sheet.write_string(self.at, start, text, self._format(**look))
        self.sheet.set_row(self.at, 21 if look.get("font_size") else 15 * (1 + len(text) // 140))
        self.at += 1

    def _row(self, row: dict[str, Any]) -> None:
        if "lead" not in row or row.get(self.draft.merged[0] if self.draft.merged else "") is not None:
            self._close_span()
        if "heading" in row:
            for c, (_, heading, _) in enumerate(self.draft.columns):
                look = self._format(bold=True, border=1, font_color="#FFFFFF", bg_color="#1F3864")
                self.sheet.write_string(self.at, c, heading, look)
            lines = max(_lines(heading, width - 3) for _, heading, width in self.draft.columns)  # bold runs wider
            self.sheet.set_row(self.at, 15 * lines + 3)
            self.at += 1
        elif "band" in row:
            self._across(row["band"], bold=True, bg_color="#D9E2F3")
        elif "narrative" in row:
            self.sheet.write_string(self.at, 1, "Narrative evidence", self._format(bold=True))
            self._across(row["narrative"], start=2)
        else:
            self._action(row)

    def _action(self, row: dict[str, Any]) -> None:
        if any(row.get(name) is not None for name in self.draft.merged):
            self.span, self.span_top = {name: row[name] for name in self.draft.merged}, self.at
        for c, (name, _, _) in enumerate(self.draft.columns):
            self._cell(c, row.get(name, ""), self._look(name, row))
        lines = max(_lines(row.get(name, ""), width) for name, _, width in self.draft.columns)
        self.sheet.set_row(self.at, 15 * lines + 3, None, {"hidden": bool(row.get("hidden"))})
        self.at += 1

    def _look(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        if name not in ("rag", "rag_and_update"):
            return {"border": 1}
        code = re.match(r"\s*([1-4])\b", str(row.get(name, "")))
        fill = row.get("fill") or (FILLS[code.group(1)] if code and self.draft.plan["layout"] != "milestones" else "")
        return {"border": 1, "bg_color": fill} if fill else {"border": 1}

    def _cell(self, column: int, value: Any, look: dict[str, Any]) -> None:
        if isinstance(value, Formula):
            self.sheet.write_formula(self.at, column, f"={value.words}", self._format(**look), value.result)
        elif isinstance(value, ShortDay):
            self.sheet.write_datetime(self.at, column, value.day, self._format(**look, num_format="d\\-mmm"))
        elif isinstance(value, date):
            self.sheet.write_datetime(self.at, column, value, self._format(**look, num_format="mmm\\-yy"))
        elif isinstance(value, int | float):
            self.sheet.write_number(self.at, column, value, self._format(**look))
        elif value:
            self.sheet.write_string(self.at, column, value, self._format(**look))
        else:
            self.sheet.write_blank(self.at, column, None, self._format(**look))

    def _close_span(self) -> None:
        """Merge the objective's own cells over its rows, as people do."""
        for c, (name, _, _) in enumerate(self.draft.columns):
            if name in self.span and self.at - 1 > self.span_top:
                self.sheet.merge_range(self.span_top, c, self.at - 1, c, "", self._format(border=1))
                self._cell_at(self.span_top, c, self.span[name])
        self.span = {}

    def _cell_at(self, row: int, column: int, value: Any) -> None:
        here, self.at = self.at, row
        self._cell(column, value, {"border": 1})
        self.at = here


def _lines(value: Any, width: int) -> int:
    text = value if isinstance(value, str) else ""
    return sum(1 + len(line) // max(1, width) for line in text.split("\n"))
