"""What goes to whom: the message to the partnership, one a sub-committee, and reminders. Words only; no files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planbook import forms
from planbook.catalogue import BY_CODE, severity_of
from planbook.columns import title_of
from planbook.mail.words import Points, Words
from planbook.model import Finding, Plan, Severity
from planbook.settings import Committee

PARTNERSHIP, COMMITTEE, REMINDER = "partnership", "committee", "reminder"
_ORDER = list(Severity)
_NOT_IN_YET = "F005"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A workbook that goes with a message."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it is a message."""

    kind: str
    name: str
    """Whom it is for, as people call them."""
    to: str
    """Addresses as set; empty where none is set."""
    subject: str
    words: Words
    attachments: tuple[Attachment, ...] = ()
    exceptions: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What the master says, for messages."""

    title: str
    version: str
    day: date
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...]
    """The open exceptions."""
    answer_by: date | None = None
    author: str = ""

    def plans_of(self, committee: Committee) -> list[Plan]:
        """The plans that a sub-committee answers for."""
        return [p for p in self.plans if p.id in committee.plans]

    def is_missing(self, committee: Committee) -> bool:
        """Whether a return of it is waited for and has not come."""
        return committee.expected and any(f.code == _NOT_IN_YET and f.plan in committee.plans for f in self.findings)


def partnership_draft(facts: Facts, to: str, master: Attachment) -> Draft:
    """The message to all, with the master."""
    subject = f"{facts.title}: master of {forms.long_day(facts.day)}"
    words: Words = (
        "Dear colleagues,",
        _about_master(facts),
        *_open_by_plan(facts),
        *_signed(facts),
    )
    return Draft(PARTNERSHIP, "the partnership", to, subject, words, (master,))


def _about_master(facts: Facts) -> str:
    actions = _counted(sum(len(p.actions) for p in facts.plans), "action")
    version = f"version {forms.bare_version(facts.version)} of {forms.long_day(facts.day)}"
    return (
        f"The consolidated master of '{facts.title}' is attached: {version}, with {actions} in "
        f"{_counted(len(facts.plans), 'plan')}. Its sheet Summary is the one to read first."
    )


def _open_by_plan(facts: Facts) -> Iterator[str | Points]:
    counts = Counter(f.plan for f in facts.findings if f.plan and severity_of(f) is not Severity.INFO)
    if counts:
        yield "What is open, plan by plan:"
        yield Points(("Plan", "Open"), [(f"{p.id} {p.title}", str(counts[p.id])) for p in facts.plans if counts[p.id]])


def committee_draft(facts: Facts, committee: Committee, attachments: tuple[Attachment, ...]) -> Draft:
    """The message to one sub-committee: its workbook, what is open in its plans, when to answer. Nothing of others."""
    titles = _titles(facts, committee)
    found = own_exceptions(facts, committee)
    workbook = "Your workbook is attached. Please" if attachments else "Please"
    words: Words = (
        "Dear colleagues,",
        f"{workbook} bring the updates and ratings of {titles} up to date and send the workbook back{_by(facts)}.",
        *(("This is open in your part of the plan:", _table(found)) if found else ("Nothing is open in it.",)),
        *_signed(facts),
    )
    subject = f"{facts.title}: {committee.name}, updates{_by(facts)}"
    return Draft(COMMITTEE, committee.name, committee.email, subject, words, attachments, len(found))


def reminder_draft(facts: Facts, committee: Committee, attachments: tuple[Attachment, ...]) -> Draft:
    """The reminder to one sub-committee whose return has not come."""
    missing = [
        p for p in facts.plans_of(committee) if any(f.code == _NOT_IN_YET and f.plan == p.id for f in facts.findings)
    ]
    titles = " and ".join(f"'{p.title}'" for p in missing)
    again = " Your workbook is attached once more." if attachments else ""
    words: Words = (
        "Dear colleagues,",
        f"Your return for {titles} has not reached us yet. Please send it back{_by(facts)}.{again}",
        "If you have sent it in the last days, please forgive this message.",
        *_signed(facts),
    )
    return Draft(
        REMINDER, committee.name, committee.email, f"Reminder: {facts.title}, {committee.name}", words, attachments
    )


def own_exceptions(facts: Facts, committee: Committee) -> list[Finding]:
    """The open errors and warnings of a sub-committee's own plans, most urgent first."""
    own = [
        f
        for f in facts.findings
        if f.plan in committee.plans and f.code != _NOT_IN_YET and severity_of(f) is not Severity.INFO
    ]
    return sorted(own, key=lambda f: _ORDER.index(severity_of(f)))


def _table(found: Sequence[Finding]) -> Points:
    rows = [
        (f.action, title_of(f.field) if f.field else "", f.message, f.suggestion, BY_CODE[f.code].title) for f in found
    ]
    return Points(("Action", "Field", "What is wrong", "Suggestion", "Kind"), rows)


def _titles(facts: Facts, committee: Committee) -> str:
    return " and ".join(f"'{p.title}'" for p in facts.plans_of(committee)) or f"'{committee.name}'"


def _by(facts: Facts) -> str:
    return f" by {forms.long_day(facts.answer_by)}" if facts.answer_by else ""


def _signed(facts: Facts) -> tuple[str, ...]:
    return (f"With thanks,\n{facts.author}",) if facts.author else ("With thanks",)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
