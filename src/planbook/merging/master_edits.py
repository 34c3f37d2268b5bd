"""Ours: the master as it was written, with what people have edited in it since (merge.md, Three versions).

An action stands in the master twice, in All actions and on its plan's sheet, and people edit either. Each is
compared with what was written there; the edited one counts, and two different edits are M009.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from planbook import forms
from planbook.interpreting.rag import parse_rag
from planbook.likeness import normalise, same
from planbook.matching.rows import pair_rows
from planbook.merging.equality import same_entry, shown_value
from planbook.merging.layout import merged_layout
from planbook.merging.nouns import Held
from planbook.model import Action, Cell, Change, Entry, Layout, LayoutRow, Place, Plan, RowKind
from planbook.settings import Scale
from planbook.tables.numbering import with_ids

EDITED = "edited in the master"
TAKEN_OUT = "taken out of the master"
Row = Mapping[str, tuple[Cell | None, Place]]


@dataclass(slots=True)
class Edited:
    """A plan of the master with its edits, what they were, and where two of them disagree."""

    plan: Plan
    changes: list[Change] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def with_edits(written: Plan, sheet: Plan | None, rows: Mapping[str, Row], scale: Scale) -> Edited:
    """The plan that the master holds now. `sheet` is its own sheet, `rows` its rows in All actions by action id.

    A sheet that is gone was deleted as a sheet: it says nothing about its actions.
    """
    pairing = pair_rows(written.actions, sheet.actions) if sheet else None
    on_sheet = {i: sheet.actions[j] for j, i in pairing.pairs.items()} if sheet and pairing else {}
    on_sheet |= {few[0]: sheet.actions[j] for j, few in pairing.doubtful.items()} if sheet and pairing else {}
    edited = Edited(written)
    actions: list[Action] = []
    old_ids: dict[str, str] = {}
    for i, action in enumerate(written.actions):
        gone = (sheet is not None and i not in on_sheet) or (bool(rows) and action.id not in rows)
        if gone:
            edited.changes.append(_taken_out(written, action))
            continue
        actions.append(_with_edits(action, on_sheet.get(i), rows.get(action.id, {}), edited, scale))
        old_ids[action.id] = action.id
    if sheet and pairing:
        actions = _with_added(
            actions, sheet, pairing.added, {j: written.actions[i].id for j, i in pairing.pairs.items()}
        )
    if len(actions) == len(old_ids) == len(written.actions):
        edited.plan = replace(written, actions=tuple(actions))
    else:
        edited.plan = _laid_out(written, actions, old_ids, edited)
    if sheet:
        edited.plan = _with_layout_edits(edited.plan, sheet)
    return edited


def _taken_out(plan: Plan, action: Action) -> Change:
    place = Place(forms.ALL_ACTIONS, "")
    return Change(plan.id, action.id, "action", action.wording, "", place, TAKEN_OUT)


def _with_added(actions: list[Action], sheet: Plan, added: tuple[int, ...], known: Mapping[int, str]) -> list[Action]:
    """Rows that the manager added on the plan's sheet, each below the one that stands above it there."""
    result = list(actions)
    for j in added:
        new = sheet.actions[j]
        above = known.get(j - 1)
        at = next((k + 1 for k, a in enumerate(result) if a.id == above), len(result))
        block = result[at - 1].block if result else 0
        result.insert(at, replace(new, id=f"new {new.place}", block=block))
    return result


def _laid_out(written: Plan, actions: list[Action], old_ids: dict[str, str], edited: Edited) -> Plan:
    """The plan with rows gone or added, its ids given anew."""
    named = with_ids(actions)
    new_ids = {new.id: old.id for old, new in zip(actions, named, strict=True) if old.id in old_ids}
    for old, new in zip(actions, named, strict=True):
        if old.id not in old_ids:
            edited.changes.append(Change(written.id, new.id, "action", "", new.wording, new.place, EDITED))
    return merged_layout(written, named, new_ids, ())


def _with_edits(action: Action, sheet: Action | None, row: Row, edited: Edited, scale: Scale) -> Action:
    fields = dict(action.fields)
    for key, was in action.fields.items():
        here = _sheet_edit(action, sheet, key, scale) if sheet else None
        there = _table_edit(action, key, row, scale)
        if here and there and not same_entry(key, here, there, scale):
            edited.held.append(Held("M009", action.id, key, there, here, was))
            continue
        now = here or there
        if now is not None:
            fields[key] = now
            shown = shown_value(key, was, scale), shown_value(key, now, scale)
            edited.changes.append(Change(edited.plan.id, action.id, key, *shown, now.place, EDITED))
    return replace(action, fields=fields, number=fields["number"].text if "number" in fields else action.number)


def _sheet_edit(action: Action, sheet: Action, key: str, scale: Scale) -> Entry | None:
    """What the plan's own sheet says now of a field; None where it is what was written."""
    was, now = action.fields[key], sheet.fields.get(key)
    if now is None or now.inherited or was.inherited:
        return None
    if key == "number":
        return None if same(sheet.number, action.number) else replace(now, text=sheet.number)
    if key in ("rag", "update") and sheet.fields.keys() >= {"rag", "update"}:
        rag, update = sheet.fields["rag"], sheet.fields["update"]
        one_cell = rag.place == update.place
        written = forms.combined(action.text("rag"), action.text("update"))
        if one_cell and normalise(forms.fitting(written)) == normalise(forms.combined(rag.text, update.text)):
            return None
    if normalise(forms.fitting(was.text)) == normalise(now.text) and (was.value is None or now.value == was.value):
        return None
    return None if same_entry(key, was, now, scale) else now


_IN_TABLE: dict[str, Callable[[Action, Scale], str]] = {
    "objective": lambda a, _: a.text("objective"),
    "action": lambda a, _: a.text("action") or a.wording,
    "lead": lambda a, _: a.text("lead"),
    "timescale": lambda a, _: a.text("timescale"),
    "rag": lambda a, scale: parse_rag(a.text("rag"), scale).code,
    "update": lambda a, _: a.text("update"),
    "success_measures": lambda a, _: a.text("success_measures"),
}
"""What All actions shows of an action, by field."""


def _table_edit(action: Action, key: str, row: Row, scale: Scale) -> Entry | None:
    """What All actions says now of a field; None where it is what was written, or is not shown there."""
    heading = next((h for h, k in forms.ALL_ACTIONS_FIELDS.items() if k == key), "")
    if heading not in row or action.fields[key].inherited:
        return None
    cell, place = row[heading]
    text = cell.text if cell else ""
    shown = forms.fitting(_IN_TABLE[key](action, scale))
    if normalise(text) == normalise(shown):
        return None
    if key == "rag" and text.strip():
        text = f"{text.strip()} - {scale.label(text.strip())}".removesuffix(" - ")
    return Entry(text, place)


def _with_layout_edits(plan: Plan, sheet: Plan) -> Plan:
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
