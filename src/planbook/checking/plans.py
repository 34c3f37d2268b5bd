"""All checks over one merged plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planbook.checking.cells import UNREADABLE, cell_faults
from planbook.checking.context import Subject
from planbook.checking.leads import check_leads
from planbook.checking.ratings import check_rating
from planbook.checking.structure import check_numbers, missing_columns, repaired_numbers, unknown_columns
from planbook.checking.timescales import check_timescale
from planbook.checking.updates import check_updates
from planbook.model import Finding, Meaning, Plan
from planbook.settings import Scale, Settings

CHECKS = (("lead", check_leads), ("timescale", check_timescale), ("rag", check_rating), ("update", check_updates))
"""Every check of one action with the field that it looks at, in the order of the columns."""


def check_action(subject: Subject) -> Iterator[Finding]:
    """Everything that is wrong with one action as the master will hold it."""
    for field, check in CHECKS:
        entry = subject.action.fields.get(field)
        if entry is None or entry.kind not in UNREADABLE:
            yield from check(subject)


def once_a_cell(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong with the words of a merged cell is said once, on the first action that it runs over.

    Of a lead or a timescale alone: whether an action is overdue, rated or reported on is its own. A fault that was only
    worth a note on a complete action is said again where one is open.
    """
    said: set[tuple[object, ...]] = set()
    for finding in findings:
        key = (finding.code, finding.place, finding.value, finding.severity)
        is_of_words = finding.code[0] in "LT" and finding.code != "T006" and bool(finding.place.cell)
        if is_of_words and not finding.held and key in said:
            continue
        said.add(key)
        yield finding


def check_plan(plan: Plan, meanings: Mapping[str, Meaning], settings: Settings, scale: Scale) -> Iterator[Finding]:
    """Everything that is wrong with a plan by itself, as before it is sent: its form, then its actions in order."""
    yield from missing_columns(plan)
    yield from unknown_columns(plan)
    yield from check_numbers(plan)
    yield from repaired_numbers(plan)
    found = (
        f
        for action in plan.actions
        for f in (
            *cell_faults(plan.id, action.id, action),
            *check_action(Subject(plan, action, meanings[action.id], settings, scale)),
        )
    )
    yield from once_a_cell(found)
