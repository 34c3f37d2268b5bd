"""The familiar sheet of the merged plan: the rows as they were, new actions and new columns in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbook.columns import EXTRA
from planbook.likeness import same
from planbook.merging.nouns import Returned
from planbook.model import Action, Block, Layout, LayoutRow, Plan, PlanColumn, RowKind


def with_true_spans(actions: Sequence[Action], before: Sequence[Action | None]) -> tuple[Action, ...]:
    """Merged cells go on only where the row above says the same: a row that moved or lost its anchor stands alone.

    `before` is each action as it was. What was changed in a merged cell is changed in every row that it covers.
    """
    result: list[Action] = []
    for k, (action, was) in enumerate(zip(actions, before, strict=True)):
        above = result[-1] if result and result[-1].block == action.block else None
        fields = dict(action.fields)
        for key, entry in action.fields.items():
            old = was.fields.get(key) if was else None
            if not entry.inherited and not (old and old.inherited):
                continue
            anchor = above.fields.get(key) if above else None
            anchor_was = before[k - 1] if above else None
            if anchor and same(anchor.text, entry.text):
                fields[key] = replace(entry, inherited=True)
            elif anchor and entry.inherited and anchor_was and same(anchor_was.text(key), entry.text):
                fields[key] = replace(anchor, inherited=True)
            else:
                fields[key] = replace(entry, inherited=False)
        result.append(replace(action, fields=fields))
    return tuple(result)


def merged_layout(
    before: Plan, actions: Sequence[Action], old_ids: dict[str, str], returns: Sequence[Returned]
) -> Plan:
    """The plan with its merged actions in the layout that it had.

    `old_ids` gives for each merged action that stood there before its id then. An action that is new stands below
    the one before it; one that is gone leaves no row.
    """
    new_id = {old: new for new, old in old_ids.items()}
    rows = [
        replace(r, action=new_id[r.action]) if r.action else r
        for r in before.layout.rows
        if not r.action or r.action in new_id
    ]
    previous = ""
    for action in actions:
        if action.id not in old_ids:
            rows.insert(
                _below(rows, previous, action.block),
                LayoutRow(RowKind.ACTION, (), action.block, action.id, action.place),
            )
        previous = action.id
    blocks = _with_extra_columns(before.blocks, returns)
    return replace(before, actions=tuple(actions), blocks=blocks, layout=Layout(tuple(rows), before.layout.widths))


def _below(rows: Sequence[LayoutRow], previous: str, block: int) -> int:
    """Where a new row goes: below the action before it, else below the heading or band of its block."""
    for k, row in enumerate(rows):
        if previous and row.action == previous:
            return k + 1
    tops = [k for k, r in enumerate(rows) if r.block == block and r.kind in (RowKind.HEADING, RowKind.BAND)]
    return tops[-1] + 1 if tops else len(rows)


def _with_extra_columns(blocks: Sequence[Block], returns: Sequence[Returned]) -> tuple[Block, ...]:
    """Columns that returns added, at the right of every block: unrecognised columns are carried along."""
    known = {c.field for b in blocks for c in b.columns}
    added = {
        c.field: c
        for r in returns
        for b in r.plan.blocks
        for c in b.columns
        if c.field not in known and (c.field.startswith(EXTRA) or c.field == "evidence")
    }
    if not added:
        return tuple(blocks)
    right = max((c.position for b in blocks for c in b.columns), default=0)
    extra = tuple(
        PlanColumn(right + n, c.heading or c.field.removeprefix(EXTRA), field, c.why)
        for n, (field, c) in enumerate(sorted(added.items()), 1)
    )
    return tuple(replace(b, columns=b.columns + extra) for b in blocks)
