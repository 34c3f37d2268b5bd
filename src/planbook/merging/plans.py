"""One plan in all its versions to one: its rows, their fields, its narrative, its layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planbook.merging.decide import decide
from planbook.merging.equality import same_entry, shown_value
from planbook.merging.layout import merged_layout, with_true_spans
from planbook.merging.left_out import left_out, wording_entry
from planbook.merging.memory import Memory
from planbook.merging.narrative import merge_notes
from planbook.merging.nouns import NOTHING, Cells, Decided, Held, MergedPlan, Outcome, Returned
from planbook.merging.numbers import as_typed, issued_damage, settle
from planbook.merging.order import in_order
from planbook.merging.rows import Row, Spine, build_spine
from planbook.merging.tally import Tally
from planbook.model import Action, Change, Entry, Plan
from planbook.settings import Policy, Scale
from planbook.tables.numbering import with_ids


def merge_plan(
    base: Plan | None,
    ours: Plan | None,
    returns: Sequence[Returned],
    policy: Policy,
    scale: Scale,
    memory: Memory = Memory(),  # noqa: B008 - a frozen value
    origins: Mapping[str, str] | None = None,
) -> MergedPlan:
    """Merge one plan. `ours` is None where there is no master yet; then the base is.

    At least one of `base`, `ours` and `returns` is there. The order of `returns` does not matter: they are taken
    by the names of their files. `memory` is what earlier decisions settled, `origins` which action of the base each
    of the master's is known to be (by id; empty: none of them).
    """
    returns = sorted(returns, key=lambda r: r.file)
    before = ours or base or returns[0].plan
    base = base or before
    spine = build_spine(base, before, returns, memory, origins or {})
    tally = Tally()
    order = in_order(spine)
    merged = [_merge_row(spine.rows[i], str(i), policy, scale, tally, memory) for i in order]
    standing = [spine.rows[i].ours or spine.rows[i].base for i in order]
    placed = with_ids(with_true_spans(_in_blocks(before, merged, order, spine), standing))
    ids = {str(i): action.id for i, action in zip(order, placed, strict=True)}
    left_out(spine, order, tally, scale)
    old_ids = {ids[str(i)]: row.ours.id for i, row in enumerate(spine.rows) if row.ours}
    plan = merged_layout(before, placed, old_ids, returns)
    plan, notes = merge_notes(plan, base, returns, policy, scale)
    for file, entry, outcome in notes.outcomes:
        tally.account(file, entry, outcome)
    held = [_renamed(h, ids) for h in tally.held]
    changes = [replace(c, plan=plan.id, action=ids.get(c.action, c.action)) for c in tally.changes]
    return MergedPlan(
        plan,
        (*changes, *notes.changes),
        (*held, *notes.held),
        tuple(Cells(file, found) for file, found in tally.outcomes.items()),
        {ids[str(i)]: issued for i in order if (issued := spine.rows[i].base)},
        {ids[str(i)]: tuple(r.file for r, _ in spine.rows[i].theirs) for i in order},
    )


def _merge_row(row: Row, uid: str, policy: Policy, scale: Scale, tally: Tally, memory: Memory) -> Action:
    """One action of the merged plan, with everything that its versions say. `uid` is its name until it has an id."""
    known = row.ours or row.base
    first = known or row.theirs[0][1]
    row = _with_numbers(row, uid, tally)
    versions = [a for a in (row.base, row.ours) if a] + [a for _, a in row.theirs]
    fields: dict[str, Entry] = {}
    for key in dict.fromkeys(k for a in versions for k in a.fields):
        decided = _decide_field(key, row, policy, scale, memory.values_of(first.id, key))
        fields[key] = decided.entry
        _note(key, decided, row, uid, scale, tally)
    number = fields["number"].text if "number" in fields and fields["number"].text else first.number
    agreed = known.agreed if known else False
    keys = (a.key for a in (row.ours, row.base) if a)  # a new row may have been copied with another one's key
    if not agreed:
        theirs = row.theirs[0][1] if row.theirs else first
        tally.held.append(Held("M004", uid, "action", wording_entry(theirs), waits=False))
    key = next((k for k in keys if k), "")
    return replace(first, id=uid, fields=fields, number=number, agreed=agreed, key=key)


def _with_numbers(row: Row, uid: str, tally: Tally) -> Row:
    """The row with the numbers that people read, and what is said of numbers that Excel has damaged."""
    said = [issued_damage(row.base)] if row.base else []
    theirs = []
    for k, (returned, action) in enumerate(row.theirs):
        settled, damage = settle(row.started.get(k, row.base), action)
        theirs.append((returned, as_typed(settled)))
        said.append(damage)
    tally.held.extend(replace(h, action=uid) for h in said if h)
    base, ours = row.base and as_typed(row.base), row.ours and as_typed(row.ours)
    started = {k: as_typed(action) for k, action in row.started.items()}
    return Row(base, ours, theirs, row.missing_in, row.after, started=started)


def _decide_field(key: str, row: Row, policy: Policy, scale: Scale, answered: frozenset[str]) -> Decided:
    base = row.base.fields.get(key) if row.base else None
    ours = row.ours.fields.get(key) if row.ours else None
    found = [(k, r.file, e) for k, (r, a) in enumerate(row.theirs) if (e := a.fields.get(key)) is not None]
    proposals = [(file, entry) for _, file, entry in found]
    started = {n: row.started[k].fields.get(key, NOTHING) for n, (k, _, _) in enumerate(found) if k in row.started}
    known = row.ours or row.base
    if known and base is None:
        base = NOTHING  # a row or a column that a return or the manager added
    settled = known is not None and known.agreed
    return decide(key, base, ours, proposals, policy.accept, scale, settled=settled, answered=answered, started=started)


def _note(key: str, decided: Decided, row: Row, uid: str, scale: Scale, tally: Tally) -> None:
    """Write down what was decided: the cells' outcomes, what is held, and what changed in the master."""
    is_new = row.ours is None and row.base is None
    for file, entry, outcome in decided.outcomes:
        tally.account(file, entry, Outcome.CHANGED if is_new and outcome is Outcome.UNCHANGED else outcome)
    tally.held.extend(replace(h, action=uid) for h in decided.held)
    known = row.ours or row.base
    before = known.fields.get(key) if known else None
    if decided.entry.inherited or (before and same_entry(key, before, decided.entry, scale)):
        return
    if before is None and decided.entry.is_blank:
        return
    shown = shown_value(key, before, scale), shown_value(key, decided.entry, scale)
    for source in decided.sources or (decided.entry,):
        tally.changes.append(Change("", uid, key, *shown, source.place))


def _renamed(held: Held, ids: dict[str, str]) -> Held:
    """What was held, with the ids that the actions have now; the detail of M007 lists ids too."""
    detail = ", ".join(ids.get(n, n) for n in held.detail.split()) if held.code == "M007" else held.detail
    return replace(held, action=ids.get(held.action, held.action), detail=detail)


def _in_blocks(before: Plan, merged: Sequence[Action], order: Sequence[int], spine: Spine) -> list[Action]:
    """Each action in its block; a new one stands with the action above it, or below it if it opens the block."""
    placed: list[Action] = []
    last = max(0, len(before.blocks) - 1)
    for action, i in zip(merged, order, strict=True):
        row = spine.rows[i]
        below = spine.rows[row.before].ours if row.before is not None else None
        known = row.ours or below
        above = placed[-1].block if placed else 0
        placed.append(replace(action, block=min(known.block if known else above, last)))
    return placed
