"""What people edited on a plan's sheet of the master outside its actions: titles, bands, narrative, texts below."""

from __future__ import annotations

from dataclasses import replace

from planbook import forms
from planbook.likeness import same
from planbook.model import Layout, LayoutRow, Plan, RowKind


def with_layout_edits(plan: Plan, sheet: Plan) -> Plan:
    """Titles, bands and narrative as the manager left them, where the sheet still has the same rows of each kind."""
    kinds = (RowKind.TITLE, RowKind.BAND, RowKind.NARRATIVE)
    rows = list(plan.layout.rows)
    blocks = list(plan.blocks)
    for kind in kinds:
        mine = [k for k, r in enumerate(rows) if r.kind is kind]
        theirs = [r for r in sheet.layout.rows if r.kind is kind]
        if len(mine) == len(theirs):
            for k, other in zip(mine, theirs, strict=True):
                rows[k] = _retitled(rows[k], other)
    for i, (block, now) in enumerate(zip(plan.blocks, sheet.blocks, strict=False)):
        if block.notes and now.notes and not same(forms.fitting(block.notes.text), now.notes.text):
            blocks[i] = replace(block, notes=now.notes)
        if now.section and not same(block.section, now.section) and len(plan.blocks) == len(sheet.blocks):
            blocks[i] = replace(blocks[i], section=now.section)
    return replace(plan, blocks=tuple(blocks), layout=Layout(tuple(rows), plan.layout.widths))


def _retitled(row: LayoutRow, other: LayoutRow) -> LayoutRow:
    if len(row.cells) != len(other.cells):
        return row
    cells = tuple(
        mine if same(forms.fitting(mine.text), theirs.text) else replace(mine, text=theirs.text)
        for mine, theirs in zip(row.cells, other.cells, strict=True)
    )
    return replace(row, cells=cells)
