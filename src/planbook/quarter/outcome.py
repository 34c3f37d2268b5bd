"""What a run comes to: the quarter as one value, and whether the master that is there holds it already."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from planbook._version import __version__
from planbook.likeness import same
from planbook.merging.master_edits import EDITED, TAKEN_OUT
from planbook.model import Answer, Change, Consolidation, Finding, Version
from planbook.quarter.cells import accounts_of, counted, findings_of_cells
from planbook.quarter.files import findings_of_files, missing_plans, records_of
from planbook.quarter.inputs import Inputs, Result
from planbook.quarter.issues import issue_names, moved_away
from planbook.quarter.judging import rating_of
from planbook.quarter.merging_all import Merging
from planbook.quarter.receiving import Opened
from planbook.refs import with_refs
from planbook.settings import Settings
from planbook.snapshot import Snapshot


def result_of(
    inputs: Inputs, settings: Settings, issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging
) -> Result:
    """Everything that a run has found, as one value, and whether the master that is there holds it already."""
    earlier = merging.master.snapshot if merging.master else Snapshot()
    changes = tuple(c for m in merging.merged.values() for c in m.changes)
    logged = (*changes, *merging.edits)
    accounts = accounts_of(issued, returned, merging)
    of_files = findings_of_files(inputs, issued, returned, merging, settings)
    found = with_refs([*findings_of_cells(accounts), *of_files, *merging.findings])
    findings = _open(found, {o.name for o in returned}, earlier, merging, settings)
    digest = _digest(inputs, settings)
    is_new = merging.master is None or bool(logged) or earlier.inputs != digest or _anything_typed(earlier, merging)
    versions = _versions(earlier, logged, settings, len(returned)) if is_new else earlier.versions
    quarter = Consolidation(
        settings.as_of,
        settings.title,
        versions[0].version,
        tuple(m.plan for m in merging.merged.values()),
        merging.meanings,
        tuple(replace(c, version=versions[0].version) for c in logged),
        earlier.changes,
        findings,
        records_of(inputs, returned, merging, changes, findings, accounts),
        tuple(missing_plans(merging, settings)),
        counted(accounts),
        versions,
        {
            (m.plan.id, action): rating_of(base, m.plan, settings).code
            for m in merging.merged.values()
            for action, base in m.base_of.items()
        },
        {key: max(dates) for key, m in merging.meanings.items() if (dates := [u.date for u in m.updates if u.date])},
    )
    snapshot = Snapshot(
        quarter.plans,
        quarter.changes + quarter.earlier_changes,
        versions,
        digest,
        waiting=findings,
        answered=tuple(dict.fromkeys(merging.answered)),
        bases=tuple(plan for plan_id, plan in merging.bases.items() if plan_id not in merging.issued),
        issues=issue_names(merging.issues),
        origins=merging.origins(),
    )
    decided = sum(c.why.startswith("decision") for c in merging.edits)
    own = merging.master.own if merging.master else ()
    return Result(quarter, snapshot, is_new, len(earlier.waiting), decided, own, tuple(merging.refused.items()))


# ------------------------------------------------------------------ what is open


def _open(
    found: Sequence[Finding], files: set[str], earlier: Snapshot, merging: Merging, settings: Settings
) -> tuple[Finding, ...]:
    """What this run found less what is settled, and what earlier runs left undecided though its return has gone."""
    settled = {a.value for a in merging.answered if a.kind is Answer.FINDING}
    still = [f for f in found if f.ref not in settled]
    refs = {f.ref for f in found}
    decided = {c.why for c in merging.edits}
    history = f"{settings.folders.history}/"
    for old in moved_away(earlier, merging.issues, settings.folders.returns):
        went = old.place.workbook not in files
        waits = old.held or (old.code == "S006" and old.place.workbook.startswith(history))
        if waits and went and old.ref not in refs | settled and not _is_settled(old, merging, decided):
            still.append(old)
    return tuple(_with_typed(f, merging) for f in still)


def _is_settled(old: Finding, merging: Merging, decided: set[str]) -> bool:
    """Whether a held value was decided in this run, or stands in the master by now."""
    if any(f"({old.code} {old.ref})" in why for why in decided):
        return True
    merged = merging.merged.get(old.plan)
    action = merged.plan.action(old.action) if merged else None
    return action is not None and old.theirs is not None and same(action.text(old.field), old.theirs.text)


def _with_typed(finding: Finding, merging: Merging) -> Finding:
    """The finding with the remark that somebody typed beside it, and with why a decision was not applied."""
    decision = merging.master.decisions.get(finding.ref) if merging.master else None
    if decision is None:
        return finding
    why = merging.refused.get(finding.ref)
    if not why:
        return replace(finding, remark=decision.remark)
    typed = f" ({decision.value.strip()})" if decision.value.strip() else ""
    message = f"{finding.message} The decision '{decision.words}'{typed} was not applied: {why}."
    return replace(finding, message=message, remark=decision.remark)


def _anything_typed(earlier: Snapshot, merging: Merging) -> bool:
    """Whether the exception sheets hold a decision, or a remark that was not there when they were written."""
    remarks = {f.ref: f.remark for f in earlier.waiting}
    decisions = merging.master.decisions.values() if merging.master else ()
    return any(d.words or d.value.strip() or d.remark != remarks.get(d.ref, "") for d in decisions)


def _versions(earlier: Snapshot, logged: Sequence[Change], settings: Settings, files: int) -> tuple[Version, ...]:
    """One row a run that changed something, newest first; the first master is always a version."""
    if earlier.versions and not logged:
        return earlier.versions
    number = len(earlier.versions) + 1
    by_hand = sum(c.why in (EDITED, TAKEN_OUT) for c in logged)
    decided = sum(c.why.startswith("decision") for c in logged)
    merged = len(logged) - by_hand - decided
    words = f"{merged} change{'s' if merged != 1 else ''} from {files} return{'s' if files != 1 else ''}"
    words += f", {by_hand} made in the master" if by_hand else ""
    words += f", {decided} by decision" if decided else ""
    return (Version(f"V{number}", settings.as_of, settings.author, words), *earlier.versions)


def _digest(inputs: Inputs, settings: Settings) -> str:
    """What the run was made from: the same digest again, and a master that nobody edited, writes nothing."""
    total = hashlib.sha256(repr((__version__, settings, inputs.passed_over)).encode("utf-8", "backslashreplace"))
    for name, data in (*inputs.issued, *inputs.returns):
        total.update(name.encode("utf-8", "surrogatepass") + b"\0" + hashlib.sha256(data).digest())
    return total.hexdigest()
