"""Numbers of one action across its versions: Excel's damage is no change (merge.md, Which row is which)."""

from __future__ import annotations

from dataclasses import replace

from planbook.merging.nouns import Held
from planbook.model import Action, CellKind, Entry


def as_typed(action: Action) -> Action:
    """The action with the number that people read in its number field, whatever the cell holds."""
    entry = action.fields.get("number")
    if entry is None or entry.is_blank or entry.inherited:
        return action
    plain = replace(entry, text=action.number, kind=CellKind.TEXT, value=None, number_format="")
    return replace(action, fields={**action.fields, "number": plain})


def settle(base: Action | None, theirs: Action) -> tuple[Action, Held | None]:
    """A return's action with its number put right from the action that its wording says it is, and S005 if so.

    Damage that stood in the plan as issued is not the return's: it is said of the issued workbook alone.
    """
    entry = theirs.fields.get("number")
    if entry is None or entry.is_blank:
        return theirs, None
    if theirs.number_note and not (base and base.number_note):
        return theirs, Held("S005", "", "number", entry, detail=theirs.number, waits=False)
    if base and entry.kind is CellKind.NUMBER and _lost_nought(base.number, theirs.number):
        repaired = replace(theirs, number=base.number, number_note="repaired")
        return repaired, Held("S005", "", "number", entry, detail=base.number, waits=False)
    return theirs, None


def _lost_nought(whole: str, damaged: str) -> bool:
    return whole != damaged and "." in whole and whole.rstrip("0") == damaged.rstrip("0")


def issued_damage(base: Action) -> Held | None:
    """S005 for a number that was already damaged in the plan as issued."""
    entry: Entry | None = base.fields.get("number")
    if entry is None or not base.number_note:
        return None
    return Held("S005", "", "number", entry, detail=base.number, waits=False)
