"""From a sheet written in a test to the plans that are read from it, and how a test says what it expects."""

from __future__ import annotations

from typing import Any

from building import Sheets, book
from planbook.model import Plan, PlanFile
from planbook.reading import read
from planbook.settings import DEFAULT_SCALE
from planbook.tables.plans import read_plan_file


def plan_file(sheets: Sheets | bytes, name: str = "plan.xlsx", **options: Any) -> PlanFile:
    """What is read from a workbook of these sheets."""
    data = sheets if isinstance(sheets, bytes) else book(sheets, **options)
    return read_plan_file(read(data, name), DEFAULT_SCALE)


def plans(sheets: Sheets | bytes, name: str = "plan.xlsx", **options: Any) -> tuple[Plan, ...]:
    """The plans of a workbook of these sheets."""
    return plan_file(sheets, name, **options).plans


def plan(sheets: Sheets | bytes, name: str = "plan.xlsx", **options: Any) -> Plan:
    """The one plan of a workbook of these sheets."""
    (one,) = plans(sheets, name, **options)
    return one


def said(one: Plan, *fields: str) -> list[str]:
    """A line an action: its id, then these fields (its wording where none is named)."""
    return [" | ".join([a.id, *(a.text(f) for f in fields)]) if fields else f"{a.id} {a.wording}" for a in one.actions]


def headings(one: Plan, block: int = 0) -> dict[str, str]:
    """The field of each heading of a block; a second heading of one name is told apart by its place."""
    found: dict[str, str] = {}
    for column in one.blocks[block].columns:
        name = column.heading if column.heading not in found else f"{column.heading} ({column.position})"
        found[name] = column.field
    return found
