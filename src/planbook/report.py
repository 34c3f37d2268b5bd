"""The JSON shapes of interface.md: values to plain dictionaries, and nothing decided on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planbook.catalogue import severity_of
from planbook.columns import EXTRA
from planbook.model import Action, Change, Consolidation, Finding, Meaning, Plan

_PLAIN_FIELDS = (
    "lead",
    "timescale",
    "update",
    "impact",
    "success_measures",
    "milestone",
    "milestone_2",
    "risk",
    "mitigation",
    "evidence",
    "start",
    "resources",
    "priority",
    "subcommittee",
)


def of_the_run(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that a run made, from returns or by decision; what people edited in the master is not the run's."""
    return tuple(c for c in changes if c.why == "return" or (c.why.startswith("decision") and c.before != c.after))


def merge_report(quarter: Consolidation, master: str) -> dict[str, Any]:
    """The report of `planbook merge`."""
    return {
        "schema": 1,
        "as_of": quarter.as_of.isoformat(),
        "master": master,
        "plans": [{"plan": p.id, "title": p.title, "actions": len(p.actions)} for p in quarter.plans],
        "actions": sum(len(p.actions) for p in quarter.plans),
        "returns": [
            {
                "file": r.file,
                "plans": list(r.plans),
                "status": r.fate.value,
                "actions": r.actions,
                "changes": r.changes,
            }
            for r in quarter.returns
        ],
        "missing_returns": list(quarter.missing_returns),
        "changes": [change_item(c) for c in of_the_run(quarter.changes)],
        "exceptions": [exception_item(f) for f in quarter.findings],
        "cells": {
            name: getattr(quarter.cells, name)
            for name in ("read", "layout", "unchanged", "changed", "held", "carried", "unaccounted")
        },
    }


def change_item(change: Change) -> dict[str, Any]:
    """One item of `changes`."""
    return {
        "plan": change.plan,
        "action": change.action,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "file": change.place.workbook,
        "sheet": change.place.sheet,
        "cell": change.place.cell,
    }


def exception_item(finding: Finding) -> dict[str, Any]:
    """One item of `exceptions`."""
    return {
        "ref": finding.ref,
        "code": finding.code,
        "severity": severity_of(finding).value,
        "plan": finding.plan,
        "action": finding.action,
        "field": finding.field,
        "message": finding.message,
        "value": finding.value,
        "suggestion": finding.suggestion,
        "file": finding.place.workbook,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "decision": finding.decision,
    }


def action_items(plan: Plan, meanings: dict[str, Meaning]) -> Iterable[dict[str, Any]]:
    """The items of `planbook read`, one an action."""
    return (_action_item(plan, action, meanings[action.id]) for action in plan.actions)


def _action_item(plan: Plan, action: Action, meaning: Meaning) -> dict[str, Any]:
    timescale, place = meaning.timescale, action.place
    return {
        "plan": plan.id,
        "plan_title": plan.title,
        "section": plan.section_of(action),
        "section_notes": plan.notes_of(action),
        "action": action.id,
        "number": action.number,
        "objective": action.text("objective"),
        "action_text": action.text("action") or action.text("milestone"),
        "leads": [
            {
                "name": lead.name,
                "kind": lead.kind.value,
                "organisation": lead.organisation,
                "relation": lead.relation,
                "queried": lead.queried,
                "matched": lead.matched,
            }
            for lead in meaning.leads
        ],
        "timescale_kind": timescale.kind.value,
        "due": timescale.due.isoformat() if timescale.due else None,
        "recurrence_months": timescale.recurrence_months,
        "rag": meaning.rating.code,
        "rag_label": meaning.rating_label,
        "updates": [
            {"date": u.date.isoformat() if u.date else None, "author": u.author, "text": u.text}
            for u in meaning.updates
        ],
        **{field: action.text(field) for field in _PLAIN_FIELDS},
        "extra": {key.removeprefix(EXTRA): e.text for key, e in action.fields.items() if key.startswith(EXTRA)},
        "file": place.workbook,
        "sheet": place.sheet,
        "row": place.row,
        "cells": {key: e.place.cell for key, e in action.fields.items() if e.place.cell},
    }


def check_report(files: Sequence[dict[str, Any]], findings: Sequence[Finding]) -> dict[str, Any]:
    """The report of `planbook check`."""
    return {"schema": 1, "files": list(files), "exceptions": [exception_item(f) for f in findings]}
