"""What goes out with an issue, and to whom: who answers for which plans, the keys of rows, what drop-downs offer.

And what is told of it in the end, also by a run that finishes what another one had begun.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from planbook.errors import PlanbookError, WorkspaceError
from planbook.interpreting.rag import parse_rag
from planbook.keys import new_row_key
from planbook.model import Plan
from planbook.quarter.inputs import Result
from planbook.settings import Committee, Scale, Settings
from planbook.tables.master import MasterBook


@dataclass(frozen=True, slots=True)
class IssuedOne:
    """One sub-committee's workbook."""

    file: str
    committee: str
    plans: tuple[str, ...]
    actions: int


@dataclass(frozen=True, slots=True)
class Issued:
    """What an issue did."""

    root: Path
    day: date
    books: tuple[IssuedOne, ...]
    kept: str = ""
    """The folder of history into which the quarter before went; empty where there was nothing to move."""
    moved: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()
    """Files that changed while they were to be moved, and were left where they are."""
    never_used: tuple[str, ...] = ()
    """Returns that could not be used and go to the history as they came."""
    unassigned: tuple[str, ...] = ()
    """Plans that no sub-committee of planbook.toml answers for; each goes out under its own title."""
    written: bool = True
    resumed: bool = False
    """An earlier issue had been stopped on its way; this run has finished that one and made no other."""


def told_later(done: Issued) -> dict[str, Any]:
    """What whoever has to finish this issue will report of it."""
    return {name: value for name, value in asdict(done).items() if name != "root"} | {"day": done.day.isoformat()}


def told_before(root: Path, told: Mapping[str, Any]) -> Issued:
    """The same again, read from the note that a stopped issue has left."""
    books = tuple(IssuedOne(b["file"], b["committee"], tuple(b["plans"]), b["actions"]) for b in told["books"])
    moved, never, unassigned = (tuple(told[name]) for name in ("moved", "never_used", "unassigned"))
    day = date.fromisoformat(told["day"])
    return Issued(root, day, books, told["kept"], moved, (), never, unassigned, resumed=True)


# ------------------------------------------------------------------ what goes out, and to whom


def refuse_if_pending(result: Result, master: MasterBook) -> None:
    """WorkspaceError where a merge would take something up: it would go to the history without having been seen."""
    waiting = {f.ref for f in master.snapshot.waiting}
    files = {c.place.workbook for c in result.quarter.changes}
    files |= {f.place.workbook for f in result.quarter.findings if f.held and f.ref not in waiting}
    if files:
        names = ", ".join(sorted(name or "the master" for name in files)[:5])
        raise WorkspaceError(
            f"There is something that the master has not taken up yet ({names}). Run `planbook merge` first, look at "
            "what it says, then issue."
        )


def committees_of(
    plans: Sequence[Plan], committees: Sequence[Committee], only: str
) -> tuple[tuple[Committee, ...], tuple[str, ...]]:
    """Who gets which plans, and the plans that nobody of planbook.toml answers for.

    Without sub-committees each plan is one, named by its title. PlanbookError where there is no such one as `only`.
    """
    ids = [plan.id for plan in plans]
    named = [replace(c, plans=tuple(i for i in ids if i in c.plans)) for c in committees]
    assigned = {i for c in named for i in c.plans}
    left = [plan for plan in plans if plan.id not in assigned]
    found = [*(c for c in named if c.plans), *(Committee(plan.title or plan.id, (plan.id,)) for plan in left)]
    found = _told_apart(found)
    if only:
        found = [c for c in found if c.name.casefold() == only.casefold()] or _no_such(only, found)
    return tuple(found), tuple(plan.id for plan in left) if committees else ()


def _told_apart(committees: Sequence[Committee]) -> list[Committee]:
    """Two plans of one title are two sub-committees."""
    names = [c.name.casefold() for c in committees]
    return [
        replace(c, name=f"{c.name} ({c.plans[0]})") if names.count(c.name.casefold()) > 1 else c for c in committees
    ]


def _no_such(only: str, found: Sequence[Committee]) -> list[Committee]:
    names = [c.name for c in found]
    near = difflib.get_close_matches(only, names, 1, 0.4)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise PlanbookError(f"There is no sub-committee '{only}'.{hint} There are: {', '.join(names)}.")


def keyed(plan: Plan, issue_name: str) -> Plan:
    """The plan with a key for each action. One that an action has stays its own for good."""
    taken: set[str] = set()
    actions = []
    for action in plan.actions:
        key = action.key if action.key and action.key not in taken else ""
        key = key or new_row_key(issue_name, plan.id, action.id, action.wording)
        taken.add(key)
        actions.append(replace(action, key=key))
    return replace(plan, actions=tuple(actions))


def ratings_of(scale: Scale) -> tuple[str, ...]:
    """What the drop-down of ratings offers: nothing that would not be read as just that rating."""
    offered = []
    for step in scale.steps:
        whole = f"{step.code} - {step.label}" if step.label and step.label != step.code else step.code
        offered.append(whole if parse_rag(whole, scale).code == step.code else step.code)
    return tuple(offered)


def leads_of(settings: Settings) -> tuple[str, ...]:
    """The names that the drop-down of leads offers: the register's people who are active, and its groups."""
    if settings.register is None:
        return ()
    names = [p.name for p in settings.register.people if p.active] + [g.name for g in settings.register.groups]
    return tuple(sorted(dict.fromkeys(names), key=str.casefold))
