"""Faults of single cells, whatever column they stand in: formulas, formulas without a result, error values.

They are said of a plan as it was issued, of rows that a return added, and of a workbook that is checked by itself;
what a return made of a cell that was there before is the merge's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from planbook.columns import title_of
from planbook.model import Action, CellKind, Entry, Finding, Place

UNREADABLE = (CellKind.UNCALCULATED, CellKind.ERROR)
"""What such a cell means nobody can tell, so nothing else is said of it: it is neither blank nor wrong."""


def cell_faults(plan: str, action_id: str, action: Action) -> Iterator[Finding]:
    """F007, F008 and F010 of an action's cells, once a cell: one can hold two fields, or run over several rows."""
    seen: set[Place] = set()
    for field, entry in action.fields.items():
        fault = _fault_of(field, entry)
        if fault and entry.place not in seen and not entry.inherited:
            seen.add(entry.place)
            code, message, value = fault
            yield Finding(code, entry.place, message, plan, action_id, field, value, master_value=entry.text)


def _fault_of(field: str, entry: Entry) -> tuple[str, str, str] | None:
    name = title_of(field)
    if entry.kind is CellKind.UNCALCULATED:
        return "F008", f"The formula in {name} has no stored result, so the cell cannot be read.", entry.formula
    if entry.kind is CellKind.ERROR:
        return "F010", f"{name} shows the error {entry.text}.", entry.text
    if entry.formula:
        message = f"The formula in {name} was not carried over; its stored result was read as text."
        return "F007", message, f"={entry.formula}"
    return None
