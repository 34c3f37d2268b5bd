"""Faults of leads: the L codes. On a complete action nobody is chased, so they drop to info."""

from __future__ import annotations

from collections.abc import Iterator

from planbook.checking.context import Subject
from planbook.interpreting.leads import read_leads
from planbook.interpreting.rag import parse_rag
from planbook.interpreting.timescale import parse_timescale
from planbook.model import Finding, Lead, LeadKind, Severity, TimescaleKind

_NOT_A_LEAD = {"sentence in lead cell", "not a lead", "reference"}
_TIMES = {TimescaleKind.DATE, TimescaleKind.RECURRING, TimescaleKind.ONGOING}
_VACANT = {"vacant", "blank"}
_IN_QUESTION = "to be confirmed"


def check_leads(subject: Subject) -> Iterator[Finding]:
    """Every L code that one action deserves."""
    severity = Severity.INFO if subject.meaning.complete else None
    text = subject.action.text("lead")
    if "lead" not in subject.action.fields:
        return  # a plan without such a column is S002, once, not a fault of each action
    for code, message, value, suggestion in lead_faults(text, subject.meaning.leads, subject):
        yield subject.finding(code, "lead", message, value=value, suggestion=suggestion, severity=severity)


Fault = tuple[str, str, str | None, str]
"""Code, message, the faulty words (None: the whole text), suggestion."""


def lead_faults(text: str, leads: tuple[Lead, ...], subject: Subject) -> Iterator[Fault]:
    """The faults of a lead cell's reading, in the order of what matters most."""
    named = [lead for lead in leads if not _VACANT & set(lead.flags)]
    if not named:
        if _is_of_another_column(text, subject):
            yield "L007", f"'{_short(text)}' belongs to another column; nobody is named as lead.", None, ""
            return
        yield "L001", "Nobody is named as lead." if not text.strip() else f"'{_short(text)}' names nobody.", None, ""
        return
    if any(_NOT_A_LEAD & set(lead.flags) for lead in named):
        yield "L007", f"'{_short(text)}' is not the name of a lead.", None, ""
        named = [lead for lead in named if not _NOT_A_LEAD & set(lead.flags)]
    if named and all("no named lead" in lead.flags and not lead.matched for lead in named if lead.relation == "lead"):
        leads_only = [lead for lead in named if lead.relation == "lead"]
        if leads_only:
            yield "L004", f"'{_short(leads_only[0].name)}' is everybody: nobody in particular leads this.", None, ""
    if subject.settings.register is not None:
        for lead in named:
            yield from _against_register(lead, subject)
    for lead in named:
        if lead.queried or _IN_QUESTION in lead.flags:
            yield "L005", f"There is a question mark against '{_short(lead.name)}'.", lead.name, lead.matched


def _is_of_another_column(text: str, subject: Subject) -> bool:
    """A date, a rating or a whole report that slipped into the leads' column."""
    if "sentence in lead cell" in read_leads(text).flags or parse_timescale(text).kind in _TIMES:
        return True
    rating = parse_rag(text, subject.scale)
    return bool(rating.code or rating.label)


def _against_register(lead: Lead, subject: Subject) -> Iterator[Fault]:
    register = subject.settings.register
    assert register is not None  # noqa: S101 - the caller has looked
    if lead.matched:
        person = next((p for p in register.people if p.name == lead.matched), None)
        if person is not None and not person.active:
            yield "L006", f"{lead.matched} is no longer active in the register.", lead.name, ""
    elif lead.kind is LeadKind.INITIALS:
        fits = ", ".join(lead.candidates)
        message = f"The initials {lead.name} fit more than one person: {fits}." if fits else ""
        yield "L003", message or f"The initials {lead.name} are nobody's in the register.", lead.name, _first(lead)
    elif "no named lead" not in lead.flags:
        near = f" The nearest is {lead.candidates[0]}." if lead.candidates else ""
        yield "L002", f"'{_short(lead.name)}' is not in the register.{near}", lead.name, _first(lead)


def _first(lead: Lead) -> str:
    """The one candidate that can be taken; several initials that fit are no suggestion but a question."""
    if lead.kind is LeadKind.INITIALS and len(lead.candidates) != 1:
        return ""
    return lead.candidates[0] if lead.candidates else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:77] + "..."
