"""Which issue a return started from: what that makes of it, and what is to be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planbook import forms
from planbook.keys import IssueKey, name_digest
from planbook.likeness import normalise
from planbook.matching.returns import Recognised
from planbook.merging.superseding import Copy, superseded
from planbook.model import Finding, Place, Plan
from planbook.quarter.receiving import Opened
from planbook.settings import Scale
from planbook.snapshot import Snapshot

Issues = Mapping[str, tuple[IssueKey, ...]]
"""The issues that lie in the folder of issued workbooks, by plan id: two where two sub-committees share a plan."""


def issues_of(issued: Sequence[Opened]) -> dict[str, tuple[IssueKey, ...]]:
    """The present issue of each plan."""
    found: dict[str, tuple[IssueKey, ...]] = {}
    for opened in issued:
        for key in opened.issued.keys:
            for plan in key.snapshot.plans:
                found[plan.id] = (*found.get(plan.id, ()), key)
    return found


def issue_names(issues: Issues) -> dict[str, str]:
    """The present issue of each plan in one word, for the next run to compare with."""
    return {plan: " ".join(sorted({key.issue for key in keys})) for plan, keys in issues.items()}


def started_from(returned: Sequence[Opened]) -> dict[str, tuple[Plan, ...]]:
    """The plans as they were issued that each return carries, by file."""
    return {o.name: o.issued.plans for o in returned if o.issued.keys}


# ------------------------------------------------------------------ later copies


def with_superseded(
    recognised: Sequence[Recognised], returned: Sequence[Opened], scale: Scale
) -> tuple[Recognised, ...]:
    """The returns, each that a later copy of the same issue replaces with the name of that one."""
    opened = {o.name: o for o in returned}
    copies = [_copy(one, opened[one.file.name]) for one in recognised if one.started and one.plans and not one.same_as]
    replaced = superseded([c for c in copies if c.plans], scale)
    return tuple(replace(one, superseded_by=replaced.get(one.file.name, "")) for one in recognised)


def _copy(one: Recognised, opened: Opened) -> Copy:
    issued = {plan.id: plan for plan in one.started}
    plans = tuple((plan, issued[known.id]) for plan, known in one.plans if known.id in issued)
    whole = len(plans) == len(one.plans) and not one.unknown
    names = tuple(sorted({key.issue for key in opened.issued.keys})) if whole else ()
    loose = [t.text for t in (*one.file.loose, *opened.issued.strange) if normalise(t.text) not in opened.issued.texts]
    return Copy(opened.name, names, plans, tuple(loose), opened.saved)


# ------------------------------------------------------------------ older issues


def findings_of_issues(
    returned: Sequence[Opened], recognised: Sequence[Recognised], issues: Issues
) -> Iterator[Finding]:
    """F006 for each return that started from another issue than the present one, once a file."""
    opened = {o.name: o for o in returned}
    for one in recognised:
        days = older_issue(one, opened[one.file.name], issues) if not one.same_as else None
        if days:
            was, now = (forms.long_day(day) for day in days)
            told = (
                "Its changes were compared with what it started from."
                if one.started
                else "What it started from is lost."
            )
            message = f"It was filled in on the copy of {was}; the last one was sent out on {now}. {told}"
            yield Finding("F006", Place(one.file.name), message, value=one.file.name)


def older_issue(one: Recognised, opened: Opened, issues: Issues) -> tuple[date, date] | None:
    """The day of the issue that a return started from, and the day of the present one, where they are two issues."""
    for _, known in one.plans:
        present = issues.get(known.id, ())
        mine = {k.issue for k in opened.issued.keys if any(p.id == known.id for p in k.snapshot.plans)}
        mine = mine or set(opened.issued.issues)
        if present and mine and mine.isdisjoint(key.issue for key in present):
            return date.fromisoformat(max(mine)[:10]), max(key.day for key in present)
    return None


# ------------------------------------------------------------------ the quarter has turned


def moved_away(earlier: Snapshot, issues: Issues, returns: str) -> Iterator[Finding]:
    """What waits in the master, with its place where its return lies now: the next quarter's may have its name."""
    now = issue_names(issues)
    turned = {plan for plan, name in now.items() if earlier.issues.get(plan, "") != name}
    moved = {name: folder for plan in turned for key in issues[plan] for name, folder in key.moved.items()}
    for finding in earlier.waiting:
        folder = moved.get(name_digest(finding.place.workbook)) if moved else None
        if folder is None or (finding.plan and finding.plan not in turned):
            yield finding
            continue
        place = replace(finding.place, workbook=f"{folder}/{finding.place.workbook.removeprefix(f'{returns}/')}")
        theirs = finding.theirs and replace(
            finding.theirs, place=replace(finding.theirs.place, workbook=place.workbook)
        )
        yield replace(finding, place=place, theirs=theirs)
