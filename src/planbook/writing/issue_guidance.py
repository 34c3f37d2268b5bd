"""The sheet that says how to fill in a return, and what was open in the plan when it went out.

One text a row and nothing beside it, so that no reader takes it for a plan. What is said of a fault comes from the
finding itself, so guidance and rule cannot part ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planbook import columns, forms
from planbook.catalogue import severity_of
from planbook.model import Finding, Plan, Severity
from planbook.writing.book import Book
from planbook.writing.issue_plan import Going
from planbook.writing.metrics import row_height, text_height

_WIDTH = 110.0
_LONGEST_VALUE = 160
_MOST_ACTIONS = 12
_SHOWS_ITS_VALUE = "LTRUM"
_SAYS_ALL = ("U001",)
"""What is said of a whole action: the cell's words are not in question."""
_NOT_THEIRS = ("F", "S001", "S005", "S006", "S007")
"""What is about files and their form, which the sub-committee can do nothing about in its cells."""

_HOW = (
    "Fill in the cells on a pale yellow ground, and the ratings: how each action stands, and what has been done since.",
    "Begin an update with its date, and write below or above what stands there. Earlier entries are kept in any case.",
    "What has been agreed is locked. If it has to change, say so in the update: the partnership decides.",
    "A new action goes into one of the blank rows below the others. It stands as not yet agreed until it is decided.",
    "You may sort, filter, format and insert rows, and call the file what you like. There is no password.",
    "Leave a cell as it is if nothing has changed. An empty cell takes nothing away.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet."""

    text: str
    look: str = "plain"


def guidance_lines(title: str, committee: str, sent: str, plans: Sequence[Going]) -> tuple[Line, ...]:
    """Everything that stands on the sheet, from the top."""
    lines = [Line(forms.GUIDANCE, "title"), Line(f"{title}. {committee}, sent out on {sent}.", "note")]
    lines += [Line("What to do", "section"), *(Line(text) for text in _HOW)]
    for scale in dict.fromkeys(going.ratings for going in plans):
        names = ", ".join(g.title for g in plans if g.ratings == scale)
        of = f" of {names}" if len({g.ratings for g in plans}) > 1 else ""
        if scale:
            lines += [Line(f"The ratings{of}", "section"), *(Line(text) for text in scale)]
    for going in plans:
        lines.append(Line(f"What was open last time in {going.title}", "section"))
        lines += [Line(text) for text in going.points or ("Nothing.",)]
    return tuple(lines)


def write_guidance(book: Book, lines: Iterable[Line]) -> None:
    """Writes the sheet."""
    page = book.page(forms.GUIDANCE, "read")
    page.raw.set_column(0, 0, _WIDTH)
    for row, line in enumerate(lines):
        sizes = {"title": 30.0, "section": 26.0}
        page.raw.set_row(row, sizes.get(line.look) or row_height([text_height(line.text, _WIDTH)]))
        page.text(row, 0, line.text, line.look)
    page.raw.protect("", {"format_cells": True, "format_columns": True, "format_rows": True})


# ------------------------------------------------------------------ what was open


def open_points(plan: Plan, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The open exceptions of a plan in words, one a question, in the plan's order; notices are left out."""
    order = {action.id: at for at, action in enumerate(plan.actions)}
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        if finding.plan == plan.id and _is_theirs(finding):
            key = (finding.code, finding.field, finding.message, _value(finding), finding.suggestion)
            groups.setdefault(key, []).append(finding)
    ranked = sorted(groups.values(), key=lambda same: min(order.get(f.action, -1) for f in same))
    return tuple(_words(same, order) for same in ranked)


def _is_theirs(finding: Finding) -> bool:
    if finding.decision is not None or severity_of(finding) is Severity.INFO:
        return False
    return not finding.code.startswith(_NOT_THEIRS)


def _words(same: Sequence[Finding], order: dict[str, int]) -> str:
    first = same[0]
    numbers = sorted(dict.fromkeys(f.action for f in same if f.action), key=lambda a: order.get(a, -1))
    return " ".join([f"{_about(numbers, first.field)}: {first.message}" if numbers else first.message, *_more(first)])


def _about(numbers: Sequence[str], field: str) -> str:
    shown = ", ".join(numbers[:_MOST_ACTIONS])
    left = len(numbers) - _MOST_ACTIONS
    shown += f" and {left} more" if left > 0 else ""
    return f"{shown}, {columns.title_of(field)}" if field else shown


def _more(finding: Finding) -> Iterator[str]:
    value = _value(finding)
    if value:
        yield f"It said “{value}”."
    if finding.suggestion:
        yield f"Suggested: {finding.suggestion}."
    if finding.held:
        yield "This waits for a decision."


def _value(finding: Finding) -> str:
    """What was typed, on one line and cut where it is long; nothing where the message has it already."""
    value = " ".join(forms.writable(finding.value).split())
    shown = finding.code[0] in _SHOWS_ITS_VALUE and finding.code not in _SAYS_ALL
    if not shown or not value or value in finding.message:
        return ""
    return value.rstrip(".") if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE].rsplit(" ", 1)[0] + " …"
