"""The account of every return's cells: how each ended, and what stood outside the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planbook.merging.accounting import Account, account, added, layout_texts
from planbook.merging.nouns import Cells, Outcome
from planbook.model import CellCount, Finding, PlanFile
from planbook.quarter.merging_all import Merging
from planbook.quarter.receiving import Opened


def accounts_of(issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging) -> dict[str, Account]:
    """The account of every file that was merged; files that were not are not in it (interface.md, JSON)."""
    used = {one.file.name for one in merging.recognised if one.plans and one.is_used}
    files: list[PlanFile] = [o.file for o in issued if o.file]
    known = layout_texts(files) if files else layout_texts([o.file for o in returned if o.file])
    if merging.master:
        known |= layout_texts([PlanFile("", merging.master.snapshot.plans)])
    outcomes: dict[str, list[Cells]] = {}
    for merged in merging.merged.values():
        for cells in merged.cells:
            outcomes.setdefault(cells.file, []).append(cells)
    return {
        o.name: _with_strange(account(o.workbook, o.file, [*outcomes.get(o.name, ()), _ours(o)], known | _sent(o)), o)
        for o in returned
        if o.name in used and o.workbook and o.file
    }


def _sent(opened: Opened) -> frozenset[str]:
    """The texts that a return carries as they were sent out: they are no news, whichever issue it is of."""
    return opened.issued.texts | layout_texts([PlanFile("", opened.issued.plans)])


def _ours(opened: Opened) -> Cells:
    """The keys and marks of an issued workbook are its layout; what somebody typed among them is carried."""
    strange = {(t.place.sheet, t.place.row, t.place.column) for t in opened.issued.strange}
    outcomes = {spot: Outcome.CARRIED if spot in strange else Outcome.LAYOUT for spot in opened.issued.ours}
    return Cells(opened.name, outcomes)


def _with_strange(found: Account, opened: Opened) -> Account:
    return replace(found, carried=(*found.carried, *opened.issued.strange)) if opened.issued.strange else found


def counted(accounts: dict[str, Account]) -> CellCount:
    """The cells of all returns together."""
    total = CellCount()
    for one in accounts.values():
        total = added(total, one.cells)
    return total


def findings_of_cells(accounts: dict[str, Account]) -> Iterable[Finding]:
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
