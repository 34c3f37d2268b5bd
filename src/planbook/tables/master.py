"""A master read back: its snapshot, its plans' sheets, and its table of all actions as people left them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from planbook import forms
from planbook.likeness import normalise
from planbook.model import Cell, Decision, LooseText, Place, Plan, RowKind, Sheet, Workbook
from planbook.settings import Scale
from planbook.snapshot import Snapshot, load
from planbook.tables.decisions import read_decisions
from planbook.tables.heading_rows import written_headings
from planbook.tables.plans import read_plan_file

Row = Mapping[str, tuple[Cell | None, Place]]
"""One row of All actions: its cell and place by heading."""


@dataclass(frozen=True, slots=True)
class MasterBook:
    """A master workbook as it stands: what was written, and what its visible sheets say now."""

    snapshot: Snapshot
    plans: dict[str, Plan] = field(default_factory=dict)
    """The plans' own sheets, by plan id; a sheet that was deleted is not here."""
    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    """The rows of All actions, by plan id and action id; empty where that sheet was deleted.

    A row whose number is none, or stands above it already, is kept under a name of its own.
    """
    decisions: dict[str, Decision] = field(default_factory=dict)
    """What was decided or remarked on the exception sheets, by ref."""
    own: tuple[Sheet, ...] = ()
    """Sheets that somebody has added."""
    beside: tuple[LooseText, ...] = ()
    """Notes on cells, and texts under or above a plan that were not written there: said, since they cannot stay."""


def snapshot_of(workbook: Workbook) -> Snapshot | None:
    """What the hidden sheet holds; None where the workbook is no master, or its hidden sheet is damaged."""
    sheet = workbook.sheet(forms.SNAPSHOT)
    if sheet is None:
        return None
    return load(forms.joined(cells[1].text for _, cells in sorted(sheet.rows.items()) if 1 in cells))


def read_master(workbook: Workbook, scale: Scale) -> MasterBook | None:
    """The master with whatever people have changed in it; None where the workbook is no master of ours."""
    snapshot = snapshot_of(workbook)
    if snapshot is None:
        return None
    plans, rows = _plan_sheets(workbook, snapshot, scale), _all_actions(workbook, snapshot)
    known = {*forms.SHEETS, *snapshot.sheets.values()}
    own = tuple(s for s in workbook.sheets if s.title not in known)
    beside = (*_notes(workbook, known), *(t for p in snapshot.plans if p.id in plans for t in _beside(p, plans[p.id])))
    return MasterBook(snapshot, plans, rows, read_decisions(workbook), own, beside)


def _notes(workbook: Workbook, known: set[str]) -> Iterator[LooseText]:
    for sheet in (s for s in workbook.sheets if s.title in known):
        for row, cells in sorted(sheet.rows.items()):
            for column, cell in sorted(cells.items()):
                if cell.note.strip():
                    yield LooseText(cell.note, Place(workbook.name, sheet.title, row, column))


def _beside(written: Plan, now: Plan) -> Iterator[LooseText]:
    """Texts of a plan's sheet that are no part of the plan and were not written there."""
    known = {normalise(forms.fitting(c.text)) for r in written.layout.rows for c in r.cells}
    for row in now.layout.rows:
        if row.kind is RowKind.TEXT and row.place:
            for cell in row.cells:
                if normalise(cell.text) not in known:
                    yield LooseText(cell.text, Place(row.place.workbook, row.place.sheet, row.place.row, cell.left))


def _plan_sheets(workbook: Workbook, snapshot: Snapshot, scale: Scale) -> dict[str, Plan]:
    plans = {}
    for plan in snapshot.plans:
        sheet = workbook.sheet(snapshot.sheets.get(plan.id, ""))
        if sheet is None:
            continue
        one = replace(workbook, sheets=(sheet,))
        found = read_plan_file(one, scale, frozenset(forms.PLAN_SHEET_MARKS), written_headings(plan)).plans
        if found:
            plans[plan.id] = replace(found[0], id=plan.id)
    return plans


def _all_actions(workbook: Workbook, snapshot: Snapshot) -> dict[tuple[str, str], Row]:
    sheet = workbook.sheet(forms.ALL_ACTIONS)
    if sheet is None:
        return {}
    top, columns = _headings(sheet)
    names = {
        title: plan.id for plan in snapshot.plans for title in (snapshot.sheets.get(plan.id, ""), plan.id, plan.title)
    }
    rows: dict[tuple[str, str], Row] = {}
    for number in sorted(r for r in sheet.rows if r > top):
        row = {
            heading: (sheet.cell(number, c), Place(workbook.name, sheet.title, number, c))
            for heading, c in columns.items()
        }
        plan, action = (_text(row, key) for key in ("Plan", "No."))
        if plan in names:
            key = (names[plan], action)
            rows[key if action and key not in rows else (names[plan], f"{action} in row {number}")] = row
    return rows


def _text(row: Row, heading: str) -> str:
    cell = row[heading][0] if heading in row else None
    return cell.text.strip() if cell else ""


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]]:
    """The row of the headings, wherever the table was moved to, and their columns."""
    wanted = set(forms.ALL_ACTIONS_COLUMNS)
    for number, cells in sorted(sheet.rows.items()):
        found = {cell.text.strip(): c for c, cell in cells.items() if cell.text.strip() in wanted}
        if {"Plan", "No.", "Action"} <= found.keys():
            return number, found
    return 0, {}
