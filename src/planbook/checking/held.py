"""What is said of a value that was not taken: one exception a cell, the one that says most (exceptions.md)."""

from __future__ import annotations

from dataclasses import dataclass

from planbook.checking.context import Subject
from planbook.checking.leads import lead_faults
from planbook.checking.timescales import day, timescale_fault
from planbook.columns import title_of
from planbook.interpreting.american_columns import in_american_column
from planbook.interpreting.leads import parse_leads
from planbook.interpreting.meaning import read_timescale
from planbook.model import Entry, Finding


@dataclass(frozen=True, slots=True)
class HeldValue:
    """A value that waits, in the words that this room needs: see `merging.nouns.Held`."""

    code: str
    field: str
    theirs: Entry
    ours: Entry | None
    detail: str
    waits: bool
    words: str = ""
    """What is to be shown where that is more than `theirs`."""
    in_american_column: bool = False
    """Whether it stands among dates of a return that can only be month before day."""


def held_finding(held: HeldValue, subject: Subject | None, plan: str, action: str) -> Finding:
    """The finding for one value of a return that was not taken as it stands.

    A changed agreed field is looked at as any such text would be: an impossible date (T003), a later one (T007) or
    an unknown name (L002) says more than that it changed (M005).
    """
    code, message, suggestion, value, faulty = held.code, "", "", held.words or held.theirs.text, ""
    if held.code == "M005" and subject is not None:
        found = _what_says_most(held, subject)
        if found:
            code, message, suggestion, faulty = found
    if held.code == "U003" and held.ours is not None:
        faulty = held.ours.text
    message = message or _message(held)
    if held.code in ("F007", "F008"):
        value = held.detail
    if held.code in ("M006",) and held.theirs.struck:
        value = held.theirs.struck
    return Finding(
        code,
        held.theirs.place,
        message,
        plan,
        action,
        held.field,
        value,
        suggestion or (held.detail if held.code == "S005" else ""),
        held=held.waits,
        master_value=_in_the_master(held, subject),
        theirs=held.theirs if held.waits else None,
        faulty=faulty,
    )


def _in_the_master(held: HeldValue, subject: Subject | None) -> str:
    """What the field holds in the master; an entry of an update is only a part of it."""
    if held.code == "U003" and subject is not None:
        return subject.action.text(held.field)
    return held.ours.text if held.ours else ""


def _what_says_most(held: HeldValue, subject: Subject) -> tuple[str, str, str, str] | None:
    """Code, message, suggestion, and the words that the suggestion replaces."""
    if held.field == "timescale":
        theirs = read_timescale(held.theirs)
        theirs = in_american_column(theirs) if held.in_american_column else theirs
        fault = timescale_fault(theirs, subject)
        if fault and fault[0] != "T005":
            return (*fault, theirs.faulty)
        agreed = read_timescale(held.ours).due if held.ours else None
        if theirs.due is not None and agreed is not None and theirs.due > agreed:
            return "T007", f"It moves from {day(agreed)} to {day(theirs.due)}.", theirs.due.isoformat(), ""
    if held.field == "lead":
        text = held.theirs.text
        leads = tuple(parse_leads(text, subject.settings.register))
        known = {lead.name for lead in subject.meaning.leads}
        for code, message, value, suggestion in lead_faults(text, leads, subject):
            if value is None or value not in known or code == "L005":
                return code, message, suggestion, value or ""
    return None


def _message(held: HeldValue) -> str:
    field = title_of(held.field)
    rivals = held.detail.replace(", ", " or ") or "one of several actions"
    messages = {
        "F007": f"The formula in {field} was not carried over; its stored result was read as text.",
        "F008": f"The formula in {field} has no stored result, so the cell cannot be read. What stood there stays.",
        "F010": f"{field} shows the error {held.theirs.text}. What stood there stays.",
        "S005": f"The number is stored as '{held.theirs.text}' and means {held.detail}.",
        "U003": f"An earlier entry was {'altered' if held.theirs.text else 'left out'} in the return. It was kept.",
        "M001": f"{field} was changed both in the master and in the return, differently.",
        "M002": f"Two returns change {field} differently. Neither was taken.",
        "M003": "The action is missing from the return. It stays in the master.",
        "M004": "The action is new in the return. It stands in the master, not yet agreed.",
        "M005": f"{field} is agreed, and the return changes it.",
        "M006": f"{field} was cleared in the return. What stood there stays.",
        "M007": f"The row may be {rivals}. Nothing of it was taken.",
        "M008": "The master no longer has this action, and the return works on it.",
        "M009": f"The master holds two different edits of {field}.",
    }
    return messages[held.code]
