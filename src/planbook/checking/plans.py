"""All checks over one merged plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planbook.checking.context import Subject
from planbook.checking.leads import check_leads
from planbook.checking.ratings import check_rating
from planbook.checking.structure import check_numbers, missing_columns, unknown_columns
from planbook.checking.timescales import check_timescale
from planbook.checking.updates import check_updates
from planbook.model import Finding, Meaning, Plan
from planbook.settings import Scale, Settings

CHECKS = (check_leads, check_timescale, check_rating, check_updates)
"""Every check of one action, in the order of the columns that they look at."""


def check_action(subject: Subject) -> Iterator[Finding]:
    """Everything that is wrong with one action as the master will hold it."""
    for check in CHECKS:
        yield from check(subject)


def check_plan(plan: Plan, meanings: Mapping[str, Meaning], settings: Settings, scale: Scale) -> Iterator[Finding]:
    """Everything that is wrong with a plan by itself, as before it is sent: its form, then its actions in order."""
    yield from missing_columns(plan)
    yield from unknown_columns(plan)
    yield from check_numbers(plan)
    for action in plan.actions:
        yield from check_action(Subject(plan, action, meanings[action.id], settings, scale))
