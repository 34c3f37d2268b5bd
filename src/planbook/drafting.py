"""Who gets which message with which workbook, from what the master and the folder of issued workbooks hold.

A sub-committee's message has its own plans' exceptions and its own workbook, and nothing of another's.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planbook.errors import PlanbookError, WorkspaceError
from planbook.mail.cleaning import addresses, one_line
from planbook.mail.drafts import (
    REMINDER,
    Attachment,
    Draft,
    Facts,
    committee_draft,
    partnership_draft,
    reminder_draft,
)
from planbook.mail_settings import MailSettings
from planbook.matching.workbooks import match_plan
from planbook.quarter.receiving import open_file
from planbook.settings import Committee, Settings
from planbook.snapshot import Snapshot
from planbook.workspace.earlier import whole_master
from planbook.workspace.folder import issued_files


def drafts_of(
    root: Path, settings: Settings, mailing: MailSettings, to: Sequence[str]
) -> tuple[list[Draft], list[str]]:
    """The drafts of a workspace for these names, all of them where there are none, and what is to be said of them.

    WorkspaceError where there is no whole master, PlanbookError where a name is nobody's.
    """
    master = root / settings.folders.master
    if not master.exists():
        raise WorkspaceError(f"There is no {settings.folders.master} yet. Start `planbook merge` first.")
    data = master.read_bytes()
    facts = _facts(whole_master(data, master.name), settings, mailing)
    committees = settings.committees or tuple(Committee(p.title, (p.id,)) for p in facts.plans)
    wanted = _wanted(to, committees)
    drafts: list[Draft] = []
    notes: list[str] = []
    if _is_wanted("partnership", wanted):
        drafts.append(partnership_draft(facts, mailing.partnership_email, Attachment(master.name, data)))
    issued = _issued(root, settings, facts) if any(_is_wanted(c.name, wanted) for c in committees) else []
    for committee in (c for c in committees if _is_wanted(c.name, wanted)):
        own, said = _own_workbooks(issued, committee)
        notes += said
        drafts.append(committee_draft(facts, committee, own))
        if facts.is_missing(committee):
            drafts.append(reminder_draft(facts, committee, own))
    bad = [d.name for d in drafts if d.kind != REMINDER and addresses(d.to) is None]
    notes += [f"The address set for {name} is none: its To is empty." for name in bad]
    return [d if addresses(d.to) is not None else replace(d, to="") for d in drafts], notes


def _facts(snapshot: Snapshot, settings: Settings, mailing: MailSettings) -> Facts:
    newest = snapshot.versions[0]
    open_ones = tuple(f for f in snapshot.waiting if f.decision is None)
    return Facts(
        settings.title, newest.version, newest.date, snapshot.plans, open_ones, mailing.answer_by, settings.author
    )


def _wanted(to: Sequence[str], committees: Sequence[Committee]) -> frozenset[str]:
    """The names that were asked for; PlanbookError, with the nearest, for one that there is not."""
    known = {name.casefold(): name for name in ("partnership", *(c.name for c in committees))}
    for name in to:
        if name.casefold() not in known:
            near = difflib.get_close_matches(name.casefold(), known, 1, 0.0)[0]
            raise PlanbookError(
                f"There is no sub-committee {one_line(name)!r}. The nearest is {one_line(known[near])!r}; "
                f"there are: {', '.join(one_line(n) for n in known.values())}."
            )
    return frozenset(name.casefold() for name in to)


def _is_wanted(name: str, wanted: frozenset[str]) -> bool:
    return not wanted or name.casefold() in wanted


@dataclass(frozen=True, slots=True)
class _Issued:
    """An issued workbook and the plans of the master that it holds; None stands for a plan that is none of them."""

    path: Path
    data: bytes
    plans: frozenset[str | None]


def _issued(root: Path, settings: Settings, facts: Facts) -> list[_Issued]:
    found = []
    for name, path in issued_files(root, settings):
        data = path.read_bytes()
        opened = open_file(name, data, settings.scale)
        matches = [match_plan(plan, facts.plans) for plan in (opened.file.plans if opened.file else ())]
        found.append(_Issued(path, data, frozenset(m.plan.id if m else None for m in matches)))
    return found


def _own_workbooks(issued: Sequence[_Issued], committee: Committee) -> tuple[tuple[Attachment, ...], list[str]]:
    """The issued workbooks that hold a sub-committee's plans and nothing of anybody else."""
    mine = [one for one in issued if one.plans & set(committee.plans)]
    own = tuple(Attachment(one.path.name, one.data) for one in mine if one.plans <= set(committee.plans))
    said = [
        f"{one.path.name} was not attached for {committee.name}: it holds plans of others as well."
        for one in mine
        if not one.plans <= set(committee.plans)
    ]
    if not mine:
        said.append(f"No issued workbook was found for {committee.name}.")
    return own, said
