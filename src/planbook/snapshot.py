"""What the hidden sheet of a master holds, so that the next run reads that master exactly.

A master's visible sheets are for people. The snapshot is the same plans as values, with the place that each
text came from, the log of changes and the versions. It is JSON with short keys, and the names of workbooks and
sheets stand in it once, since a large plan has hundreds of thousands of entries.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from planbook.model import (
    Action,
    Answer,
    Answered,
    Block,
    CellKind,
    CellValue,
    Change,
    Entry,
    Finding,
    Layout,
    LayoutCell,
    LayoutRow,
    Place,
    Plan,
    PlanColumn,
    RowKind,
    Severity,
    Version,
)

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Origins:
    """Which action as issued each action of the master is: what people reword in the master stays what it is."""

    issue: str
    """A digest of the plan as issued: with another one nothing here holds."""
    of: Mapping[str, str]
    """The id as issued by the master's id; empty for an action that was not issued."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A master as it was written."""

    plans: tuple[Plan, ...] = ()
    changes: tuple[Change, ...] = ()
    """The whole change log, newest first."""
    versions: tuple[Version, ...] = ()
    """Newest first."""
    inputs: str = ""
    """A digest of everything that the run read and reported: the same digest again writes nothing."""
    sheets: Mapping[str, str] = field(default_factory=dict)
    """The name of each plan's sheet, by plan id."""
    waiting: tuple[Finding, ...] = ()
    """The exceptions that its sheets show, with the values that they hold."""
    answered: tuple[Answered, ...] = ()
    """What was decided before and still counts."""
    bases: tuple[Plan, ...] = ()
    """What returns started from, of the plans of which nothing lies in the folder of issued workbooks."""
    issues: Mapping[str, str] = field(default_factory=dict)
    """The issue of each plan that its returns were merged under, by plan id: another one means a new quarter."""
    origins: Mapping[str, Origins] = field(default_factory=dict)
    """Which actions its actions are, by plan id."""


class _Names:
    """Workbook and sheet names, each once."""

    def __init__(self, known: Sequence[Sequence[str]] = ()) -> None:
        self.known: list[tuple[str, str]] = [(w, s) for w, s in known]
        self._index = {name: i for i, name in enumerate(self.known)}

    def put(self, place: Place | None) -> list[int] | None:
        if place is None:
            return None
        name = (place.workbook, place.sheet)
        if name not in self._index:
            self._index[name] = len(self.known)
            self.known.append(name)
        return [self._index[name], place.row, place.column]

    def get(self, stored: Sequence[int] | None) -> Place:
        if not stored:
            return Place("")
        workbook, sheet = self.known[stored[0]]
        return Place(workbook, sheet, stored[1], stored[2])


def dump(snapshot: Snapshot) -> str:
    """The snapshot as one line of JSON, the same for the same snapshot."""
    names = _Names()
    body = {
        "schema": SCHEMA,
        "plans": [_plan_out(plan, names) for plan in snapshot.plans],
        "changes": [
            [c.plan, c.action, c.field, c.before, c.after, names.put(c.place), c.why, c.version]
            for c in snapshot.changes
        ],
        "versions": [[v.version, v.date.isoformat(), v.author, v.changes] for v in snapshot.versions],
        "inputs": snapshot.inputs,
        "sheets": dict(snapshot.sheets),
        "waiting": [_finding_out(f, names) for f in snapshot.waiting],
        "answered": [[a.kind.value, a.plan, a.action, a.field, a.value] for a in snapshot.answered],
        "bases": [_plan_out(plan, names) for plan in snapshot.bases],
        "issues": dict(snapshot.issues),
        "origins": {plan: [origins.issue, dict(origins.of)] for plan, origins in snapshot.origins.items()},
        "names": names.known,
    }
    return json.dumps(body, ensure_ascii=True, separators=(",", ":"))


def load(text: str) -> Snapshot | None:
    """The snapshot of this text; None where it is not one (somebody typed in the hidden sheet, or cut it)."""
    try:
        body = json.loads(text)
        if not isinstance(body, dict) or body.get("schema") != SCHEMA:
            return None
        names = _Names(body["names"])
        return Snapshot(
            tuple(_plan_in(p, names) for p in body["plans"]),
            tuple(Change(c[0], c[1], c[2], c[3], c[4], names.get(c[5]), c[6], c[7]) for c in body["changes"]),
            tuple(Version(v[0], date.fromisoformat(v[1]), v[2], v[3]) for v in body["versions"]),
            body["inputs"],
            body["sheets"],
            tuple(_finding_in(f, names) for f in body["waiting"]),
            tuple(Answered(Answer(a[0]), a[1], a[2], a[3], a[4]) for a in body["answered"]),
            tuple(_plan_in(p, names) for p in body["bases"]),
            body["issues"],
            {plan: Origins(issue, of) for plan, (issue, of) in body["origins"].items()},
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def _value_out(value: CellValue) -> str | None:
    if isinstance(value, datetime):
        return "t" + value.isoformat()
    return (
        "d" + value.isoformat()
        if isinstance(value, date)
        else "c" + value.isoformat()
        if isinstance(value, time)
        else None
    )


def _value_in(stored: str | None) -> CellValue:
    if not stored:
        return None
    if stored[0] == "t":
        return datetime.fromisoformat(stored[1:])
    return date.fromisoformat(stored[1:]) if stored[0] == "d" else time.fromisoformat(stored[1:])


def _entry_out(e: Entry, names: _Names) -> list[Any]:
    """Text and place, then what most entries do not have, cut after the last that is there."""
    rest = [_value_out(e.value), e.number_format, e.fill, e.struck, e.note, e.kind.value, e.formula, int(e.inherited)]
    blank = [None, "", "", "", "", "text", "", 0]
    while rest and rest[-1] == blank[len(rest) - 1]:
        rest.pop()
    return [e.text, names.put(e.place), *rest]


def _entry_in(stored: Sequence[Any], names: _Names) -> Entry:
    rest = [*stored[2:], *[None, "", "", "", "", "text", "", 0][len(stored) - 2 :]]
    return Entry(
        stored[0],
        names.get(stored[1]),
        _value_in(rest[0]),
        rest[1],
        rest[2],
        rest[3],
        rest[4],
        CellKind(rest[5]),
        rest[6],
        bool(rest[7]),
    )


def _finding_out(f: Finding, names: _Names) -> list[Any]:
    theirs = _entry_out(f.theirs, names) if f.theirs else None
    words = [f.code, names.put(f.place), f.message, f.plan, f.action, f.field, f.value, f.suggestion]
    severity = f.severity.value if f.severity else None
    return [*words, severity, int(f.held), f.master_value, f.ref, theirs, f.faulty, f.remark]


def _finding_in(stored: Sequence[Any], names: _Names) -> Finding:
    code, place, message, plan, action, field_key, value, suggestion, severity, held = stored[:10]
    return Finding(
        code,
        names.get(place),
        message,
        plan,
        action,
        field_key,
        value,
        suggestion,
        Severity(severity) if severity else None,
        bool(held),
        stored[10],
        stored[11],
        None,
        _entry_in(stored[12], names) if stored[12] else None,
        stored[13],
        stored[14],
    )


def _plan_out(plan: Plan, names: _Names) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "source": names.put(plan.source),
        "legend": plan.legend,
        "blocks": [
            [
                b.section,
                [[c.position, c.heading, c.field, c.why] for c in b.columns],
                _entry_out(b.notes, names) if b.notes else None,
            ]
            for b in plan.blocks
        ],
        "actions": [
            [
                a.id,
                {key: _entry_out(e, names) for key, e in a.fields.items()},
                names.put(a.place),
                a.block,
                a.number,
                a.number_note,
                a.key,
                int(a.agreed),
            ]
            for a in plan.actions
        ],
        "rows": [
            [r.kind.value, [[c.left, c.right, c.text] for c in r.cells], r.block, r.action, names.put(r.place)]
            for r in plan.layout.rows
        ],
        "widths": [[c, w] for c, w in sorted(plan.layout.widths.items())],
    }


def _plan_in(stored: Mapping[str, Any], names: _Names) -> Plan:
    return Plan(
        stored["id"],
        stored["title"],
        tuple(
            Action(
                a[0],
                {k: _entry_in(e, names) for k, e in a[1].items()},
                names.get(a[2]),
                a[3],
                a[4],
                a[5],
                a[6],
                bool(a[7]),
            )
            for a in stored["actions"]
        ),
        tuple(
            Block(b[0], tuple(PlanColumn(*c) for c in b[1]), _entry_in(b[2], names) if b[2] else None)
            for b in stored["blocks"]
        ),
        Layout(
            tuple(
                LayoutRow(
                    RowKind(r[0]), tuple(LayoutCell(*c) for c in r[1]), r[2], r[3], names.get(r[4]) if r[4] else None
                )
                for r in stored["rows"]
            ),
            {int(c): w for c, w in stored["widths"]},
        ),
        names.get(stored["source"]),
        stored["legend"],
    )
