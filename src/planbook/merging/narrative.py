"""Narrative rows (`Narrative evidence`): one text for each block, merged like any field that returns may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planbook.merging.decide import decide
from planbook.merging.nouns import NOTHING, Held, Outcome, Returned
from planbook.model import Block, Change, Entry, LayoutCell, LayoutRow, Plan, RowKind
from planbook.settings import Policy, Scale

FIELD = "section_notes"


@dataclass(frozen=True, slots=True)
class Notes:
    """What became of the narrative of one plan."""

    changes: tuple[Change, ...] = ()
    held: tuple[Held, ...] = ()
    outcomes: tuple[tuple[str, Entry, Outcome], ...] = ()


def merge_notes(
    plan: Plan, base: Plan | None, returns: Sequence[Returned], policy: Policy, scale: Scale
) -> tuple[Plan, Notes]:
    """The plan with its narrative merged, block by block. What is said of a block is said of its first action."""
    blocks = list(plan.blocks)
    notes = Notes()
    for i, block in enumerate(plan.blocks):
        found = [(r, n) for r in returns if (n := _notes_like(r.plan, plan, i)) is not None]
        theirs = [(r.file, n) for r, n in found]
        started = {k: _notes_like(r.base, plan, i) or NOTHING for k, (r, _) in enumerate(found) if r.base}
        base_notes = _notes_like(base, plan, i) if base else None
        if block.notes is None and not theirs:
            continue
        start = base_notes or (NOTHING if base else None)
        decided = decide(FIELD, start, block.notes, theirs, policy.accept, scale, started=started)
        action = next((a.id for a in plan.actions if a.block == i), "")
        before = block.notes.text if block.notes else ""
        changed = decided.entry.text != before and decided.sources
        source = decided.sources[0].place if decided.sources else decided.entry.place
        change = (Change(plan.id, action, FIELD, before, decided.entry.text, source),) if changed else ()
        notes = Notes(
            notes.changes + change,
            notes.held + tuple(replace(h, action=action) for h in decided.held),
            notes.outcomes + decided.outcomes,
        )
        blocks[i] = replace(block, notes=decided.entry)
    rows = _rows_with_notes(plan, blocks)
    return replace(plan, blocks=tuple(blocks), layout=replace(plan.layout, rows=rows)), notes


def _names(plan: Plan, index: int) -> set[str]:
    return {a.number or a.wording for a in plan.actions if a.block == index}


def _notes_like(other: Plan, plan: Plan, index: int) -> Entry | None:
    """The narrative of the block of another version that shares most actions with this one."""
    mine = _names(plan, index)
    shared = [(len(mine & _names(other, k)), -k) for k in range(len(other.blocks))]
    best, k = max(shared, default=(0, 0))
    return other.blocks[-k].notes if best else None


def _rows_with_notes(plan: Plan, blocks: Sequence[Block]) -> tuple[LayoutRow, ...]:
    """The layout with the merged narrative in its rows, and a row for a narrative that is new."""
    rows: list[LayoutRow] = []
    for row in plan.layout.rows:
        notes = blocks[row.block].notes if row.block < len(blocks) else None
        rows.append(_with_text(row, notes) if row.kind is RowKind.NARRATIVE and notes else row)
    for i, block in enumerate(blocks):
        if (
            block.notes
            and not block.notes.is_blank
            and not any(r.kind is RowKind.NARRATIVE and r.block == i for r in rows)
        ):
            last = max((k for k, r in enumerate(rows) if r.block == i and r.action), default=len(rows) - 1)
            right = max((c.position for c in block.columns), default=2)
            cells = (LayoutCell(1, 1, "Narrative evidence"), LayoutCell(2, max(2, right), block.notes.text))
            rows.insert(last + 1, LayoutRow(RowKind.NARRATIVE, cells, i, place=block.notes.place))
    return tuple(rows)


def _with_text(row: LayoutRow, notes: Entry) -> LayoutRow:
    """The narrative row with this text after its label."""
    if len(row.cells) > 1:
        label, text, *others = row.cells
        return replace(row, cells=(label, replace(text, text=notes.text), *others))
    if row.cells and not notes.is_blank:
        label = row.cells[0]
        return replace(row, cells=(label, LayoutCell(label.right + 1, label.right + 1, notes.text)))
    return row
