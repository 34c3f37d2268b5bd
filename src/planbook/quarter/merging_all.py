"""The merge of all plans of a workspace, each with its own returns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planbook.likeness import normalise
from planbook.matching.returns import Recognised, signature
from planbook.merging.decisions import apply_decisions
from planbook.merging.master_edits import Edited, with_edits
from planbook.merging.memory import memory_of
from planbook.merging.nouns import Held, MergedPlan, Returned
from planbook.merging.plans import merge_plan
from planbook.model import Action, Answered, Change, Finding, Layout, Meaning, Place, Plan, PlanFile
from planbook.quarter.issues import Issues
from planbook.quarter.judging import judge
from planbook.settings import Settings
from planbook.snapshot import Origins
from planbook.tables.master import MasterBook


def known_plans(bases: dict[str, Plan], master: MasterBook | None) -> list[Plan]:
    """Every plan of the workspace once: as issued where it was issued, else as the master holds it."""
    ours = {p.id: p for p in master.snapshot.plans} if master else {}
    return list((ours | bases).values())


@dataclass(slots=True)
class Merging:
    """One pass over all plans; what it gathers stands in its fields."""

    settings: Settings
    bases: dict[str, Plan]
    master: MasterBook | None
    recognised: Sequence[Recognised]
    issued: frozenset[str] = frozenset()
    """The plans of which a workbook was issued; the bases of the others are remembered by the master."""
    issues: Issues = field(default_factory=dict)
    """The present issues of the plans that `planbook issue` sent out."""
    merged: dict[str, MergedPlan] = field(default_factory=dict)
    meanings: dict[tuple[str, str], Meaning] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    edits: list[Change] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    """Decisions that could not be applied, by ref, with why."""

    def run(self) -> None:
        """Merge every plan, in the order in which the master shows them."""
        if self.master:
            self.answered.extend(self.master.snapshot.answered)
            self._decide(Plan("", "", (), (), Layout(), Place("")), None)
        for plan_id in _in_plan_order([p.id for p in known_plans(self.bases, self.master)]):
            self._merge(plan_id)

    def _merge(self, plan_id: str) -> None:
        base = self.bases.get(plan_id)
        edited = self._ours(plan_id)
        ours = self._decide(edited.plan, base) if edited else None
        returns = self.returns_of(plan_id)
        memory = memory_of(self.answered, plan_id)
        policy, scale = self.settings.policy, self.settings.scale
        merged = merge_plan(base, ours, returns, policy, scale, memory, self._origins(base, edited))
        if edited:
            self.edits.extend(edited.changes)
            merged = replace(merged, held=merged.held + tuple(self._known_ids(edited.held, merged.plan)))
        self.merged[plan_id] = merged
        meanings, findings = judge(merged, base, returns, self.settings)
        self.meanings.update({(plan_id, action): meaning for action, meaning in meanings.items()})
        self.findings.extend(findings)

    def _origins(self, base: Plan | None, edited: Edited | None) -> Mapping[str, str]:
        """Which action as issued each of the master's is, where it was merged with this very issue before."""
        known = self.master.snapshot.origins.get(base.id) if self.master and base else None
        if known is None or base is None or edited is None or known.issue != issue_digest(base):
            return {}
        return {now: known.of[was] for now, was in edited.written_as.items() if was in known.of}

    def origins(self) -> dict[str, Origins]:
        """The same for the next run, of every plan."""
        return {
            plan_id: Origins(issue_digest(base), {a.id: _id_of(merged.base_of.get(a.id)) for a in merged.plan.actions})
            for plan_id, merged in self.merged.items()
            if (base := self.bases.get(plan_id))
        }

    def _decide(self, plan: Plan, base: Plan | None) -> Plan:
        """The master's plan with what was decided of it; for no plan, what was decided of files."""
        assert self.master is not None  # noqa: S101 - without a master nothing was decided
        waiting = [f for f in self.master.snapshot.waiting if f.plan == plan.id]
        decided = apply_decisions(plan, base, waiting, self.master.decisions, self.settings.scale)
        self.edits.extend(decided.changes)
        self.answered.extend(decided.answered)
        self.refused.update(decided.refused)
        return decided.plan

    def _known_ids(self, held: Iterable[Held], plan: Plan) -> Iterable[Held]:
        return (h for h in held if plan.action(h.action))

    def _ours(self, plan_id: str) -> Edited | None:
        if self.master is None:
            return None
        written = next((p for p in self.master.snapshot.plans if p.id == plan_id), None)
        if written is None:
            return None
        rows = {action: row for (plan, action), row in self.master.rows.items() if plan == plan_id}
        return with_edits(written, self.master.plans.get(plan_id), rows, self.settings.scale)

    def returns_of(self, plan_id: str) -> list[Returned]:
        """The returns of one plan; a copy of another return is left out, and one that a later one replaces."""
        common = self.bases.get(plan_id)
        return [
            Returned(one.file.name, replace(plan, id=plan_id), _own_base(one, plan_id, common))
            for one in self.recognised
            if one.is_used
            for plan, known in one.plans
            if known.id == plan_id
        ]


def issue_digest(base: Plan) -> str:
    """What tells one issue of a plan from another: its rows, as far as they tell which is which."""
    rows = [(a.id, a.number, normalise(a.wording)) for a in base.actions]
    return hashlib.sha256(repr(rows).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _id_of(action: Action | None) -> str:
    return action.id if action else ""


def _own_base(one: Recognised, plan_id: str, common: Plan | None) -> Plan | None:
    """What a return carries as its own start, unless that says the same as what all started from."""
    own = next((plan for plan in one.started if plan.id == plan_id), None)
    if own is None or common is None:
        return own
    return None if signature(PlanFile("", (own,))) == signature(PlanFile("", (common,))) else own


def _in_plan_order(ids: Iterable[str]) -> list[str]:
    """Numbered plans first, by their numbers; the others in the order in which they were found."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda i: (0, int(i), 0) if i.isdigit() else (1, 0, found.index(i)))
