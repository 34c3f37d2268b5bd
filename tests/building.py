"""Workbooks from tables that stand in a test, and a quarter run on them in memory.

A sheet is written as a person sees it. Each line is a row: `| a | b |` has cells, a bare line stands in column A, an
empty line is a blank row. `^` merges a cell with the one above it, `<` with the one to its left, `//` is a line break.
What a cell is besides its text stands in braces, several with `;` between: `{2024-03-01 as mmm-yy}` a typed date,
`{3.1}` a number, `{=A1 -> words}` a formula with its stored result, `{=A1}` one without, `{#N/A}` an error,
`{fill FF0000}`, `{struck}`, `{note why?}`. An empty mark (`{}`) is a space.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import xlsxwriter

from planbook.catalogue import severity_of
from planbook.consolidate import consolidate
from planbook.model import Finding
from planbook.quarter.inputs import Inputs, Result
from planbook.settings import Settings
from planbook.snapshot import dump

AS_OF = date(2024, 5, 17)
Sheets = str | Mapping[str, str]
Source = str | bytes | Mapping[str, str]
_BRACES = re.compile(r"\{([^{}]*)\}")
_NOT_STORED = "not stored"
_UNCALCULATED = re.compile(rb'<c([^>]*) t="str">(<f>[^<]*</f>)<v>not stored</v></c>')


def grid(text: str) -> list[list[str]]:
    """The rows of a sheet as lists of cells; the blank lines round the text are none of them."""
    lines = text.removeprefix("\n").rstrip().splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    rows = []
    for line in (line[margin:].rstrip() for line in lines):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        else:
            rows.append([line.strip()] if line.strip() else [])
    return rows


def book(
    sheets: Sheets,
    *,
    hidden_rows: tuple[int, ...] = (),
    hidden_columns: str = "",
    hidden_sheets: tuple[str, ...] = (),
    from_1904: bool = False,
    parts: Mapping[str, bytes] | None = None,
    shift: tuple[int, int] = (0, 0),
) -> bytes:
    """A workbook of these sheets; a text alone is the sheet `Plan`. `shift` moves all of it down and to the right."""
    out = io.BytesIO()
    options = {"in_memory": True, "date_1904": from_1904, "strings_to_formulas": False, "strings_to_urls": False}
    made = xlsxwriter.Workbook(out, options)
    for title, text in ({"Plan": sheets} if isinstance(sheets, str) else sheets).items():
        sheet = made.add_worksheet(title)
        _fill(made, sheet, grid(text), *shift)
        for row in hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for column in hidden_columns:
            sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
        if title in hidden_sheets:
            sheet.hide()
    made.close()
    return _rezipped(out.getvalue(), parts or {})


def _fill(made: Any, sheet: Any, rows: list[list[str]], down: int, right: int) -> None:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            bottom, last = _span(rows, r, c)
            if (bottom, last) != (r, c):
                sheet.merge_range(r + down, c + right, bottom + down, last + right, "")
            _write(made, sheet, r + down, c + right, text)


def _span(rows: list[list[str]], r: int, c: int) -> tuple[int, int]:
    last = c
    while last + 1 < len(rows[r]) and rows[r][last + 1] == "<":
        last += 1
    bottom = r
    while bottom + 1 < len(rows) and c < len(rows[bottom + 1]) and rows[bottom + 1][c] == "^":
        bottom += 1
    return bottom, last


def _write(made: Any, sheet: Any, r: int, c: int, text: str) -> None:
    marks = [m.strip() for found in _BRACES.findall(text) for m in found.split(";")]
    words = _BRACES.sub("", text).strip().replace("//", "\n")
    look: dict[str, Any] = {}
    value: Any = " " if "" in marks else words
    for mark in marks:
        if mark.startswith("fill "):
            look["bg_color"] = f"#{mark[5:]}"
        elif mark == "struck":
            look["font_strikeout"] = True
        elif mark.startswith("note "):
            sheet.write_comment(r, c, mark[5:])
        elif " as " in mark:
            day, look["num_format"] = mark.split(" as ", 1)
            value = datetime.fromisoformat(day)
        elif mark.startswith(("=", "#")):
            formula, _, stored = mark.partition(" -> ")
            value = (formula, stored or _NOT_STORED) if mark[0] == "=" else ("=NA()", mark)
        elif mark:
            value = float(mark)
    _put(sheet, r, c, value, made.add_format(look) if look else None)


def _put(sheet: Any, r: int, c: int, value: Any, look: Any) -> None:
    if isinstance(value, tuple):
        sheet.write_formula(r, c, value[0], look, value[1])
    elif isinstance(value, datetime):
        sheet.write_datetime(r, c, value, look)
    elif isinstance(value, float):
        sheet.write_number(r, c, value, look)
    elif value or look:
        sheet.write_string(r, c, value, look) if value else sheet.write_blank(r, c, None, look)


def _rezipped(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with the results taken out that were never stored, and with these parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            content = _UNCALCULATED.sub(rb"<c\1>\2</c>", content) if name.startswith("xl/worksheets/sheet") else content
            new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


# ------------------------------------------------------------------ the three familiar layouts


def early_help(text: str) -> str:
    """Actions under merged objectives, rating and comment in one cell. `text`: objective, action, lead, when, rag, update."""
    rows = grid(text)
    lines = ["1. Allotments for all", "", "| Objective (what) | Action (how) | Lead (s) (who) | Timescale (when)"]
    lines[-1] += " | Quarterly update/comment and RAG rated |"
    for objective, action, lead, when, rag, update in rows:
        both = " // ".join(t for t in (rag, update) if t)
        lines.append(f"| {objective} | {action} | {lead} | {when} | {both} |")
    return "\n".join(lines)


def neglect(text: str) -> str:
    """A strategic aim above each table: the heading row comes again for every objective that is not `^`."""
    heading = "| Ref | Objective | Milestones | Lead | Timescale | Risks | Progress update | RAG progress rating |"
    lines = ["2. Allotments strategy"]
    for number, (objective, action, lead, when, rag, update) in enumerate(grid(text), 1):
        if objective != "^":
            lines += ["", f"Strategic aim: {objective}", heading]
        lines.append(f"| {number} | {objective} | {action} | {lead} | {when} | Rain | {update} | {rag} |")
    return "\n".join(lines)


def fathers(text: str) -> str:
    """Numbers and bands: `No. | Objective and Action | Responsible Lead/s | Completion by | Progress update | Impact RAG`."""
    lines = ["3. Working on allotments", ""]
    lines.append("| No. | Objective and Action | Responsible Lead/s | Completion by | Progress update | Impact RAG |")
    for number, (objective, action, lead, when, rag, update) in enumerate(grid(text), 1):
        if objective != "^":
            lines.append(f"| {objective} | < | < | < | < | < |")
        lines.append(f"| 3.{number} | {action} | {lead} | {when} | {update} | {rag} |")
    return "\n".join(lines)


LAYOUTS = {"early help": early_help, "neglect": neglect, "fathers": fathers}


# ------------------------------------------------------------------ a quarter in memory


def files(folder: str, source: Source | None) -> tuple[tuple[str, bytes], ...]:
    """Named files of a folder: one text or workbook is `plan.xlsx`, a mapping gives names."""
    if source is None:
        return ()
    named = source if isinstance(source, Mapping) else {"plan.xlsx": source}
    return tuple((f"{folder}/{name}", data if isinstance(data, bytes) else book(data)) for name, data in named.items())


def quarter(
    issued: Any, returned: Any = None, *, master: bytes | None = None, as_of: date = AS_OF, **settings: Any
) -> Result:
    """Run `consolidate` on workbooks in memory. Further words are fields of `Settings` (`register=...`)."""
    inputs = Inputs(files("issued", issued), files("returns", returned), ("master.xlsx", master) if master else None)
    return consolidate(inputs, Settings(as_of, **settings))


def master_of(result: Result, **settings: Any) -> bytes:
    """The master workbook that a run would write."""
    from planbook.reporting.summary import figures
    from planbook.writing.master import master_bytes
    from planbook.writing.names import sheet_names

    scale = Settings(AS_OF, **settings).scale
    snapshot = replace(result.snapshot, sheets=sheet_names(result.quarter.plans))
    return master_bytes(result.quarter, figures(result.quarter, scale), scale, dump(snapshot))


def edited(master: bytes, edits: Mapping[str, str | None], *, without_row: tuple[str, int] | None = None) -> bytes:
    """The master with cells typed over by hand (`All actions!F2`), or a row of a sheet deleted."""
    from openpyxl import load_workbook

    opened = load_workbook(io.BytesIO(master))
    for address, value in edits.items():
        sheet, cell = address.split("!")
        opened[sheet][cell] = value
    if without_row:
        sheet, row = without_row
        opened[sheet].delete_rows(row)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def shown(finding: Finding) -> str:
    """A finding in one line: code, severity, action, field, file, cell; then its suggestion, and whether it is held."""
    place = finding.place
    cell = f" {place.sheet}!{place.cell}" if place.cell else f" {place.sheet}" if place.sheet else ""
    about = " ".join(t for t in (finding.action, finding.field) if t)
    said = f"{finding.code} {severity_of(finding).value} {about or '-'} {place.workbook}{cell}"
    return said + (f" -> {finding.suggestion}" if finding.suggestion else "") + (" held" if finding.held else "")
