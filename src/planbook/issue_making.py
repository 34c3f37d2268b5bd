"""One sub-committee's workbook: made, read back as its return will be read, and proved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planbook.columns import EXTRA, RAG_AND_UPDATE
from planbook.errors import PlanbookError
from planbook.going_out import keyed, leads_of, ratings_of
from planbook.interpreting.meaning import scale_of
from planbook.keys import IssueKey, issue_id
from planbook.likeness import normalise
from planbook.merging.master_edits import with_edits
from planbook.model import Action, Finding, Plan
from planbook.quarter.receiving import open_file
from planbook.settings import Committee, Scale, Settings
from planbook.snapshot import Snapshot, dump
from planbook.writing.issue_book import Issuing, issue_bytes, own_texts
from planbook.writing.issue_guidance import open_points
from planbook.writing.issue_plan import Going, with_headings


def made_book(
    file: str,
    committee: Committee,
    plans: Sequence[Plan],
    sheets: Mapping[str, str],
    findings: Iterable[Finding],
    moved: Mapping[str, str],
    settings: Settings,
) -> bytes:
    """The workbook of these plans; PlanbookError where it does not read back as it was meant.

    `sheets` names each plan's sheet, `findings` are what is open, `moved` tells where the files that had come back lie
    now. It is written twice: what a return starts from is what its sheets say, so they are read before that goes in.
    """
    issue_name = issue_id(settings.as_of, committee.name, dump(Snapshot(tuple(plans))))
    open_now = tuple(findings)
    going = tuple(
        _going(keyed(with_headings(plan), issue_name), sheets[plan.id], open_now, settings.scale) for plan in plans
    )
    fields = {c.field for p in plans for b in p.blocks for c in b.columns if c.field.startswith(EXTRA)}
    issuing = Issuing(
        settings.title,
        settings.author,
        committee.name,
        settings.as_of,
        issue_name,
        going,
        leads_of(settings),
        frozenset(fields) | frozenset(settings.policy.accept),
    )
    meant = Snapshot(tuple(g.plan for g in going), sheets={g.plan.id: g.title for g in going})
    key = IssueKey(issue_name, committee.name, meant, moved, own_texts(issuing))
    key = replace(key, snapshot=replace(meant, plans=_read_back(file, issue_bytes(issuing, key), settings.scale)))
    data = issue_bytes(issuing, key)
    prove(file, data, going, key, settings.scale)
    return data


def _going(plan: Plan, title: str, findings: Iterable[Finding], default: Scale) -> Going:
    scale = scale_of(plan, default)
    return Going(plan, title, scale, ratings_of(scale), open_points(plan, findings))


def _read_back(file: str, data: bytes, scale: Scale) -> tuple[Plan, ...]:
    return found.plans if (found := open_file(file, data, scale).file) else ()


def prove(file: str, data: bytes, going: Sequence[Going], key: IssueKey, scale: Scale) -> None:
    """Read an issued workbook as its return will be read, and refuse it unless it says exactly what was meant."""
    opened = open_file(file, data, scale)
    plans = {plan.id: plan for plan in opened.file.plans} if opened.file else {}
    faults = [f"it holds {', '.join(opened.workbook.active)}"] if opened.workbook and opened.workbook.active else []
    if opened.issued.keys != (key,) or tuple(plans.values()) != key.snapshot.plans:
        faults.append("its key is not the one that was meant")
    for one in going:
        found = plans.get(one.plan.id)
        if found is None or len(found.actions) != len(one.plan.actions):
            faults.append(f"{one.title}: its actions are not all there")
            continue
        changes = with_edits(one.plan, found, {}, scale).changes
        faults += [f"{one.title}: {c.field} of {c.action} ({c.place})" for c in changes]
        pairs = zip(one.plan.actions, found.actions, strict=True)
        faults += [f"{one.title}: the cells of {a.id}" for a, b in pairs if a.key != b.key or _filled(a) != _filled(b)]
    if faults:
        raise PlanbookError(f"{file} does not read back as it was meant: {'; '.join(faults[:5])}. Nothing was issued.")


def _filled(action: Action) -> set[str]:
    """The fields of which something stands in the action's own cells; rating and update may share one."""
    own = {key: entry for key, entry in action.fields.items() if not entry.inherited}
    filled = {key for key, entry in own.items() if normalise(entry.text) or normalise(entry.struck)}
    return {RAG_AND_UPDATE if key in ("rag", "update") else key for key in filled}
