"""Quarters without files: workbooks as values in, results out, and a master that is read back from its snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planbook.consolidate import consolidate, merge_opened
from planbook.model import Action, Entry, Place, Plan, Workbook
from planbook.quarter.inputs import Inputs, Result
from planbook.quarter.receiving import open_workbook
from planbook.settings import DEFAULT_SCALE, Settings
from planbook.snapshot import dump, load
from planbook.tables.master import MasterBook

AS_OF = date(2024, 5, 17)
SETTINGS = Settings(AS_OF)
MASTER = "master.xlsx"


def run(
    issued: Sequence[Workbook], returned: Sequence[Workbook], master: MasterBook | None = None, when: date = AS_OF
) -> Result:
    """Merge workbooks that are values already."""
    settings = replace(SETTINGS, as_of=when)
    files = [tuple((b.name, repr(b.sheets).encode()) for b in books) for books in (issued, returned)]
    inputs = Inputs(files[0], files[1], (MASTER, b"") if master else None)
    opened = [[open_workbook(b, DEFAULT_SCALE) for b in books] for books in (issued, returned)]
    return merge_opened(inputs, settings, opened[0], opened[1], master)


def run_bytes(
    issued: Sequence[tuple[str, bytes]], returned: Sequence[tuple[str, bytes]], master: bytes | None = None
) -> Result:
    """Merge real files."""
    inputs = Inputs(tuple(issued), tuple(returned), (MASTER, master) if master else None)
    return consolidate(inputs, SETTINGS)


def kept(result: Result, plans: Sequence[Plan] = ()) -> MasterBook:
    """The master of a result as the next run reads it; `plans` are its sheets where somebody has edited them."""
    snapshot = load(dump(result.snapshot))
    assert snapshot is not None
    return MasterBook(snapshot, {p.id: p for p in plans})


def master_bytes_of(result: Result) -> bytes:
    """The master workbook as it would be written."""
    from planbook.reporting.summary import figures
    from planbook.writing.master import master_bytes
    from planbook.writing.names import sheet_names

    snapshot = replace(result.snapshot, sheets=sheet_names(result.quarter.plans))
    return master_bytes(result.quarter, figures(result.quarter, DEFAULT_SCALE), DEFAULT_SCALE, dump(snapshot))


def typed(plan: Plan, index: int, key: str, text: str) -> Plan:
    """A plan's sheet in the master after somebody has typed in one cell of it."""
    action = plan.actions[index % len(plan.actions)]
    place = Place(MASTER, "sheet", index + 5, 3)
    fields = {**action.fields, key: Entry(text, place)}
    return with_action(plan, replace(action, fields=fields))


def with_action(plan: Plan, action: Action) -> Plan:
    return replace(plan, actions=tuple(action if a.id == action.id else a for a in plan.actions))


def texts(result: Result) -> dict[tuple[str, str, str], str]:
    """Every field of the merged plans."""
    return {(p.id, a.id, k): e.text for p in result.quarter.plans for a in p.actions for k, e in a.fields.items()}


def said(result: Result) -> set[tuple[str, ...]]:
    """The exceptions with everything that must not change from run to run."""
    return {
        (f.ref, f.code, f.plan, f.action, f.field, f.value, f.suggestion, f.message, str(f.place), f.master_value)
        for f in result.quarter.findings
    }


def standing(result: Result) -> str:
    """The master's plans as the snapshot has them: what the next run starts from."""
    return dump(replace(result.snapshot, changes=(), versions=(), inputs="", waiting=(), answered=(), bases=()))
