"""What a run comes to: the quarter as one value, every return with its fate, every cell counted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planbook._version import __version__
from planbook.matching.returns import Recognised
from planbook.merging.accounting import Account, account, added, layout_texts
from planbook.merging.master_edits import EDITED
from planbook.merging.nouns import Cells, MergedPlan
from planbook.model import (
    CellCount,
    Change,
    Consolidation,
    Fate,
    Finding,
    Place,
    Plan,
    PlanFile,
    ReturnRecord,
    Version,
)
from planbook.quarter.inputs import Inputs, Result
from planbook.quarter.judging import rating_of
from planbook.quarter.merging_all import Merging
from planbook.quarter.receiving import Opened
from planbook.refs import with_refs
from planbook.settings import Settings
from planbook.snapshot import Snapshot


def result_of(
    inputs: Inputs, settings: Settings, issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging
) -> Result:
    """Everything that a run has found, as one value, and whether the master that is there holds it already."""
    earlier = merging.master.snapshot if merging.master else Snapshot()
    changes = tuple(c for m in merging.merged.values() for c in m.changes)
    accounts = _accounts(issued, returned, merging)
    findings = with_refs([*_of_cells(accounts), *_of_files(issued, returned, merging, settings), *merging.findings])
    plans = tuple(m.plan for m in merging.merged.values())
    digest = _digest(inputs, settings)
    is_new = merging.master is None or bool(merging.edits) or earlier.inputs != digest or bool(changes)
    logged = (*changes, *merging.edits)
    versions = _versions(earlier, logged, settings, len(returned)) if is_new else earlier.versions
    version = versions[0].version
    quarter = Consolidation(
        settings.as_of,
        settings.title,
        version,
        plans,
        merging.meanings,
        tuple(replace(c, version=version) for c in logged),
        earlier.changes,
        findings,
        _records(inputs, returned, merging, changes, findings, accounts),
        tuple(_missing(merging, settings)),
        _counted(accounts),
        versions,
        {(p.id, a): rating_of(b, p, settings).code for p, m in _pairs(merging) for a, b in m.base_of.items()},
        {key: max(dates) for key, m in merging.meanings.items() if (dates := [u.date for u in m.updates if u.date])},
    )
    snapshot = Snapshot(plans, quarter.changes + quarter.earlier_changes, versions, digest)
    return Result(quarter, snapshot, is_new)


def _pairs(merging: Merging) -> Iterable[tuple[Plan, MergedPlan]]:
    return ((m.plan, m) for m in merging.merged.values())


def _accounts(issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging) -> dict[str, Account]:
    """The account of every file that was merged; files that were not are not in it (interface.md, JSON)."""
    used = {one.file.name for one in merging.recognised if one.plans and not one.same_as}
    files: list[PlanFile] = [o.file for o in issued if o.file]
    known = layout_texts(files) if files else layout_texts([o.file for o in returned if o.file])
    if merging.master:
        known |= layout_texts([PlanFile("", merging.master.snapshot.plans)])
    outcomes: dict[str, list[Cells]] = {}
    for merged in merging.merged.values():
        for cells in merged.cells:
            outcomes.setdefault(cells.file, []).append(cells)
    return {
        o.name: account(o.workbook, o.file, outcomes.get(o.name, ()), known)
        for o in returned
        if o.name in used and o.workbook and o.file
    }


def _counted(accounts: dict[str, Account]) -> CellCount:
    total = CellCount()
    for one in accounts.values():
        total = added(total, one.cells)
    return total


def _of_cells(accounts: dict[str, Account]) -> Iterable[Finding]:
    """S006 for every text outside the tables; and first of all, if it ever happens, cells that nobody accounted for."""
    for one in accounts.values():
        if one.lost:
            cells = ", ".join(p.cell for p in one.lost[:20])
            message = (
                f"planbook did not account for these cells: {cells}. This is a fault of planbook: look at them by eye."
            )
            yield Finding("F008", one.lost[0], message, value=cells)
    for one in accounts.values():
        for loose in one.carried:
            yield Finding("S006", loose.place, "New text outside the action plan's table.", value=loose.text)


def _of_files(
    issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging, settings: Settings
) -> Iterable[Finding]:
    for opened in issued:
        yield from (f for f in opened.findings if f.code in ("F001", "F002", "S007"))
    for opened in returned:
        yield from opened.findings
    for one in merging.recognised:
        if one.same_as:
            message = f"It says the same as {one.same_as}, which was used."
            yield Finding("F004", Place(one.file.name), message, value=one.file.name)
        for plan in one.unknown:
            message = f"The plan '{plan.title}' ({len(plan.actions)} actions) is none of this workspace's plans."
            yield Finding("F003", plan.source, message, value=plan.title)
    for plan_id in _missing(merging, settings):
        title = merging.merged[plan_id].plan.title
        yield Finding(
            "F005", merging.merged[plan_id].plan.source, f"No return has come for '{title}'.", plan_id, value=title
        )


def _missing(merging: Merging, settings: Settings) -> Iterable[str]:
    """Plans whose return was expected and is not there."""
    came = {known.id for one in merging.recognised for _, known in one.plans}
    not_expected = {p for c in settings.committees if not c.expected for p in c.plans}
    return (p for p in merging.merged if p not in came and p not in not_expected)


def _records(
    inputs: Inputs,
    returned: Sequence[Opened],
    merging: Merging,
    changes: Sequence[Change],
    findings: Sequence[Finding],
    accounts: dict[str, Account],
) -> tuple[ReturnRecord, ...]:
    recognised = {one.file.name: one for one in merging.recognised}
    records = list(inputs.passed_over)
    for opened in returned:
        one = recognised.get(opened.name)
        mine = [f for f in findings if f.place.workbook == opened.name]
        plans = tuple(dict.fromkeys(known.id for _, known in one.plans)) if one else ()
        records.append(
            ReturnRecord(
                opened.name,
                _fate(opened, one, accounts.get(opened.name)),
                plans,
                sum(len(p.actions) for p in opened.file.plans) if opened.file else 0,
                sum(c.place.workbook == opened.name for c in changes),
                len(mine),
                why=f"the same as {one.same_as}" if one and one.same_as else mine[0].message if opened.fate else "",
            )
        )
    return tuple(sorted(records, key=lambda r: r.file))


def _fate(opened: Opened, one: Recognised | None, cells: Account | None) -> Fate:
    if opened.fate or one is None:
        return opened.fate or Fate.REFUSED
    if one.same_as:
        return Fate.DUPLICATE
    if not one.plans:
        return Fate.UNMATCHED
    count = cells.cells if cells else CellCount()
    return Fate.MERGED if count.changed or count.held or count.carried else Fate.UNCHANGED


def _versions(earlier: Snapshot, logged: Sequence[Change], settings: Settings, files: int) -> tuple[Version, ...]:
    """One row a run that changed something, newest first; the first master is always a version."""
    if earlier.versions and not logged:
        return earlier.versions
    number = len(earlier.versions) + 1
    by_hand = sum(c.why == EDITED for c in logged)
    merged = len(logged) - by_hand
    words = f"{merged} change{'s' if merged != 1 else ''} from {files} return{'s' if files != 1 else ''}"
    words += f", {by_hand} made in the master" if by_hand else ""
    return (Version(f"V{number}", settings.as_of, settings.author, words), *earlier.versions)


def _digest(inputs: Inputs, settings: Settings) -> str:
    """What the run was made from: the same digest again, and a master that nobody edited, writes nothing."""
    total = hashlib.sha256(repr((__version__, settings, inputs.passed_over)).encode("utf-8", "backslashreplace"))
    for name, data in (*inputs.issued, *inputs.returns):
        total.update(name.encode("utf-8", "surrogatepass") + b"\0" + hashlib.sha256(data).digest())
    return total.hexdigest()
