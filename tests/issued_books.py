"""A workspace whose quarter has been issued, and people who fill in what they got: for the tests of `planbook issue`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from desk import ALLOTMENTS, plan_file, run, workspace
from planbook.forms import GUIDANCE, KEY_HEADING, LISTS, SNAPSHOT

SETTINGS = """
title = "Allotments together"
[[committee]]
name = "Plots Group"
plans = ["1"]
[[committee]]
name = "Seeds: sharing / saving"
plans = ["3"]
"""
PLOTS, SEEDS_BOOK = "issued/Plots Group.xlsx", "issued/Seeds sharing saving.xlsx"
OURS = (GUIDANCE, LISTS, SNAPSHOT)


def issued_workspace(folder: Path, settings: str = SETTINGS, day: str = "2024-06-01") -> Path:
    """Two plans, merged and sent out."""
    root = workspace(folder, settings)
    assert run("merge", root, "--as-of", "2024-05-17", "--quiet") in (0, 1)
    assert run("issue", root, "--as-of", day, "--quiet") == 0
    return root


def merged(root: Path, capsys: Any, day: str = "2024-07-01") -> dict[str, Any]:
    """The report of a merge."""
    capsys.readouterr()
    assert run("merge", root, "--as-of", day, "--format", "json") in (0, 1)
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert report["cells"]["unaccounted"] == 0
    return report


def plan_sheet(opened: Any) -> Any:
    """The first sheet that is a plan's."""
    return next(s for s in opened.worksheets if s.title not in OURS)


def filled_in(
    source: Path, target: Path, cells: Mapping[str, object], change: Callable[[Any], None] | None = None
) -> Path:
    """A copy of an issued workbook with cells of its plan typed over, saved by another program."""
    opened = load_workbook(source)
    sheet = plan_sheet(opened)
    for cell, value in cells.items():
        sheet[cell] = value
    if change:
        change(sheet)
    target.parent.mkdir(parents=True, exist_ok=True)
    opened.save(target)
    return target


def row_of(path: Path, words: str) -> int:
    """The row of the plan in which these words stand."""
    for row in plan_sheet(load_workbook(path)).iter_rows():
        if any(words in str(cell.value) for cell in row if cell.value):
            return int(row[0].row)
    raise AssertionError(f"{words} stands in no row")


def key_column(sheet: Any) -> int:
    """Where the keys stand."""
    return next(int(c.column) for row in sheet.iter_rows() for c in row if c.value == KEY_HEADING)


def values_only(source: Path, target: Path, *, keys: bool) -> Path:
    """The plan's cells copied into a workbook of somebody's own: the hidden sheet stays behind, the keys perhaps too."""
    sheet = plan_sheet(load_workbook(source))
    left_out = 0 if keys else key_column(sheet)
    made = Workbook()
    own = made.active
    own.title = "Copy of the plan"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and cell.column != left_out:
                own.cell(cell.row, cell.column, cell.value)
    for area in sheet.merged_cells.ranges:
        own.merge_cells(str(area))
    made.save(target)
    return target


def changes_of(report: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    """What changed: action, field, and what stands there now."""
    return {(c["action"], c["field"], c["after"]) for c in report["changes"]}


def codes(report: Mapping[str, Any], *wanted: str) -> list[tuple[str, str]]:
    """The exceptions of some codes with the action that each is about."""
    return sorted((e["code"], e["action"]) for e in report["exceptions"] if e["code"] in wanted)


def plot_return(root: Path, name: str, words: str = ALLOTMENTS) -> Path:
    """A return without a key, on a workbook that people made themselves."""
    return plan_file(root, f"returns/{name}", words)
