"""`planbook compare`: what changed between two plan or master workbooks, action by action, field by field.

Rows are paired as the merge pairs them, and equal is what the merge calls equal: a difference that no reader can see,
such as another program's way of saving the same words, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from planbook.comparison import Comparison, Row
from planbook.errors import PlanbookError
from planbook.library import Source, read_plans
from planbook.likeness import same
from planbook.matching.rows import Pairing, pair_rows
from planbook.matching.workbooks import match_plan
from planbook.merging.equality import same_entry, shown_value
from planbook.model import Action, Change, Entry, Place, Plan
from planbook.report import change_item
from planbook.settings import DEFAULT_SCALE, Scale

_NOWHERE = Entry("", Place(""))


def compare(old: Source, new: Source, *, scale: Scale = DEFAULT_SCALE) -> Comparison:
    """What changed from `old` to `new`: paths, bytes or open files of plan workbooks or masters.

    A master counts as it stands, with what people have edited in it. Raises UnreadableWorkbook where one of them
    cannot be read, PlanbookError where one holds no plan.
    """
    (first, old_name), (second, new_name) = read_plans(old, scale), read_plans(new, scale)
    for plans, source, name in ((first, old, old_name), (second, new, new_name)):
        if not plans:
            shown = source if isinstance(source, str | Path) else name
            raise PlanbookError(f"No action plan was found in {shown}. `planbook check` says what was seen.")
    return compare_plans(first, second, scale, (old_name, new_name))


def compare_plans(old: Sequence[Plan], new: Sequence[Plan], scale: Scale, names: tuple[str, str]) -> Comparison:
    """The same for plans that have been read; `names` are what the two versions are called."""
    total = Comparison(*names, titles={p.id: p.title for p in (*old, *new)})
    pairs = list(_plan_pairs(old, new))
    for before, after in pairs:
        total = _with_plan(total, before, after, scale)
    gone = [p for p in old if all(p is not before for before, _ in pairs)]
    removed = (*total.removed, *(_row(plan, action) for plan in gone for action in plan.actions))
    return replace(total, removed=removed)


def _plan_pairs(old: Sequence[Plan], new: Sequence[Plan]) -> Iterator[tuple[Plan | None, Plan]]:
    """Each new plan with the old one that it is: the surest first, each old one once, in the new order."""
    left = list(old)
    found: dict[int, Plan] = {}
    scored = [(match.score, j) for j, plan in enumerate(new) if (match := match_plan(plan, old))]
    for _, j in sorted(scored, key=lambda s: (-s[0], s[1])):
        match = match_plan(new[j], left)
        if match:
            found[j] = match.plan
            left = [p for p in left if p is not match.plan]
    return ((found.get(j), plan) for j, plan in enumerate(new))


def _with_plan(total: Comparison, old: Plan | None, new: Plan, scale: Scale) -> Comparison:
    if old is None:
        return replace(total, added=(*total.added, *(_row(new, action) for action in new.actions)))
    pairs, doubtful = _sure_enough(pair_rows(old.actions, new.actions))
    changes = list(_changes(old, new, pairs, scale))
    changed = {c.action for c in changes}
    taken = set(pairs.values())
    return replace(
        total,
        added=total.added + tuple(_row(new, a) for j, a in enumerate(new.actions) if j not in pairs),
        removed=total.removed + tuple(_row(new, a, new.id) for i, a in enumerate(old.actions) if i not in taken),
        changes=(*total.changes, *changes),
        doubtful=total.doubtful + tuple((new.id, new.actions[j].id, old.actions[i].id) for j, i in doubtful),
        unchanged=total.unchanged + sum(new.actions[j].id not in changed for j in pairs),
    )


def _sure_enough(pairing: Pairing) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """The pairs to show as one row each; a doubtful one is taken where nothing else claims its row, and is said."""
    pairs, doubtful = dict(pairing.pairs), []
    taken = set(pairs.values())
    for j, few in sorted(pairing.doubtful.items()):
        if few[0] not in taken:
            pairs[j] = few[0]
            taken.add(few[0])
            doubtful.append((j, few[0]))
    return pairs, doubtful


def _row(plan: Plan, action: Action, plan_id: str = "") -> Row:
    return Row(plan_id or plan.id, action.id, action.wording, action.place)


def _changes(old: Plan, new: Plan, pairs: dict[int, int], scale: Scale) -> Iterator[Change]:
    """The fields that differ. What several rows share, a merged objective or a narrative, is said once."""
    shared: set[tuple[str, str, str]] = set()
    for j, action in enumerate(new.actions):
        if j not in pairs:
            continue
        was = old.actions[pairs[j]]
        for key, before, after in (*_fields(was, action), ("section_notes", _notes(old, was), _notes(new, action))):
            if _is_same(key, before, after, was, action, scale):
                continue
            change = Change(
                new.id,
                action.id,
                key,
                shown_value(key, before, scale),
                shown_value(key, after, scale),
                _place(after, action),
            )
            once = (key, change.before, change.after)
            if (after.inherited or key == "section_notes") and once in shared:
                continue
            shared.add(once)
            yield change


def _fields(old: Action, new: Action) -> Iterable[tuple[str, Entry, Entry]]:
    """Every field that either has, in the new row's order."""
    keys = dict.fromkeys((*new.fields, *old.fields))
    return ((key, old.fields.get(key, _NOWHERE), new.fields.get(key, _NOWHERE)) for key in keys)


def _notes(plan: Plan, action: Action) -> Entry:
    notes = plan.blocks[action.block].notes if action.block < len(plan.blocks) else None
    return notes or _NOWHERE


def _is_same(key: str, before: Entry, after: Entry, was: Action, now: Action, scale: Scale) -> bool:
    if before.is_blank and after.is_blank:
        return True
    if key == "number":  # as people read it: what Excel made of it is the same number
        return same(was.number, now.number)
    return same_entry(key, before, after, scale)


def _place(entry: Entry, action: Action) -> Place:
    return entry.place if entry.place.workbook else action.place


def compare_report(found: Comparison) -> dict[str, Any]:
    """The report of `planbook compare --format json` (interface.md)."""
    return {
        "schema": 1,
        "added": [_row_item(row) for row in found.added],
        "removed": [_row_item(row) for row in found.removed],
        "changes": [change_item(change) for change in found.changes],
    }


def _row_item(row: Row) -> dict[str, Any]:
    place = row.place
    return {
        "plan": row.plan,
        "action": row.action,
        "action_text": row.wording,
        "file": place.workbook,
        "sheet": place.sheet,
        "row": place.row,
    }
