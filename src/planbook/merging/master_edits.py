"""Ours: the master as it was written, with what people have edited in it since (merge.md, Three versions).

An action stands in the master twice, in All actions and on its plan's sheet, and people edit either. Each is
compared with what was written there; the edited one counts, and two different edits are M009.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planbook import forms
from planbook.columns import EXTRA
from planbook.likeness import normalise, same
from planbook.matching.rows import pair_rows
from planbook.merging.equality import same_entry, shown_value
from planbook.merging.layout import merged_layout, with_true_spans
from planbook.merging.master_layout import with_layout_edits
from planbook.merging.master_table import Row, Table, as_planned, number_edit, read_table, table_edit
from planbook.merging.nouns import Held, Returned
from planbook.model import Action, CellKind, Change, Entry, Place, Plan
from planbook.settings import Scale
from planbook.tables.numbering import with_ids

EDITED = "edited in the master"
TAKEN_OUT = "taken out of the master"


@dataclass(slots=True)
class Edited:
    """A plan of the master with its edits, what they were, and where two of them disagree."""

    plan: Plan
    changes: list[Change] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    written_as: dict[str, str] = field(default_factory=dict)
    """The id that each action had when the master was written, by its id now; what was added has none."""


def with_edits(written: Plan, sheet: Plan | None, rows: Mapping[str, Row], scale: Scale) -> Edited:
    """The plan that the master holds now. `sheet` is its own sheet, `rows` its rows in All actions by action id.

    A sheet that is gone was deleted as a sheet: it says nothing about its actions.
    """
    sheet = _with_own_columns(sheet, written) if sheet else None
    on_sheet, added = _rows_of_sheet(written, sheet) if sheet else ({}, ())
    table = read_table(written, rows)
    edited = Edited(written)
    actions: list[Action] = []
    for i, action in enumerate(written.actions):
        gone = (sheet is not None and i not in on_sheet) or (bool(rows) and action.id not in table.rows)
        if gone:
            edited.changes.append(_taken_out(written, action, sheet))
        else:
            actions.append(_with_edits(action, on_sheet.get(i), table.rows.get(action.id, {}), edited, scale))
    standing = {a.id: a for a in written.actions}
    actions = list(with_true_spans(actions, [standing[a.id] for a in actions]))
    if sheet:
        actions = _with_added(actions, sheet, added, {id(b): written.actions[i].id for i, b in on_sheet.items()})
    actions += _new_in_table(written, table, actions)
    if len(actions) != len(written.actions) or any(a.id not in standing for a in actions):
        edited.plan = _laid_out(written, actions, standing, edited)
    else:
        edited.plan = replace(written, actions=tuple(actions))
        edited.written_as = {a.id: a.id for a in actions}
    if sheet:
        edited.plan = with_layout_edits(_with_new_columns(edited.plan, sheet), sheet)
    return edited


def _with_own_columns(sheet: Plan, written: Plan) -> Plan:
    """The sheet with its columns that have no heading called as the plan calls them: by place, not by letter."""
    ours = {c.position: c.field for b in written.blocks for c in b.columns}
    names = {c.field: ours.get(c.position, c.field) for b in sheet.blocks for c in b.columns if not c.heading}
    if all(field == name for field, name in names.items()):
        return sheet
    return replace(
        sheet,
        blocks=tuple(
            replace(b, columns=tuple(replace(c, field=names.get(c.field, c.field)) for c in b.columns))
            for b in sheet.blocks
        ),
        actions=tuple(replace(a, fields={names.get(k, k): e for k, e in a.fields.items()}) for a in sheet.actions),
    )


def _rows_of_sheet(written: Plan, sheet: Plan) -> tuple[dict[int, Action], tuple[int, ...]]:
    """The action that each row of the plan's own sheet is, by index in the plan, and the rows that were added."""
    pairing = pair_rows(written.actions, sheet.actions)
    on_sheet = {i: sheet.actions[j] for j, i in pairing.pairs.items()}
    added = list(pairing.added)
    for j, few in sorted(pairing.doubtful.items()):
        if few[0] in on_sheet:
            added.append(j)
        else:
            on_sheet[few[0]] = sheet.actions[j]
    return on_sheet, tuple(sorted(added))


def _taken_out(plan: Plan, action: Action, sheet: Plan | None) -> Change:
    place = sheet.source if sheet else Place("", forms.ALL_ACTIONS)
    return Change(plan.id, action.id, "action", action.wording, "", place, TAKEN_OUT)


def _with_added(actions: list[Action], sheet: Plan, added: tuple[int, ...], known: Mapping[int, str]) -> list[Action]:
    """Rows that the manager added on the plan's sheet, each below the one that stands above it there."""
    result = list(actions)
    names = {j: known.get(id(action), "") for j, action in enumerate(sheet.actions)}
    for j in added:
        new = sheet.actions[j]
        at = next((k + 1 for k, a in enumerate(result) if names.get(j - 1) == a.id), len(result) if j else 0)
        block = result[at - 1].block if at else 0
        names[j] = f"new {new.place}"
        result.insert(at, replace(new, id=names[j], block=block))
    return result


def _new_in_table(written: Plan, table: Table, actions: Sequence[Action]) -> list[Action]:
    """Rows that the manager added in All actions, unless they were typed on the plan's sheet as well."""
    there = {normalise(a.wording) for a in actions}
    return [as_planned(a, written, section) for a, section in table.added if normalise(a.wording) not in there]


def _laid_out(written: Plan, actions: list[Action], known: Container[str], edited: Edited) -> Plan:
    """The plan with rows gone or added, its ids given anew."""
    named = with_ids(actions)
    new_ids = {new.id: old.id for old, new in zip(actions, named, strict=True) if old.id in known}
    for old, new in zip(actions, named, strict=True):
        if old.id not in known:
            edited.changes.append(Change(written.id, new.id, "action", "", new.wording, new.place, EDITED))
    edited.written_as = new_ids
    return merged_layout(written, named, new_ids, ())


def _with_new_columns(plan: Plan, sheet: Plan) -> Plan:
    """The plan with the columns that the manager added on its sheet, where something was typed in them."""
    used = {k for a in plan.actions for k in a.fields} - {c.field for b in plan.blocks for c in b.columns}
    if not any(k.startswith(EXTRA) for k in used):
        return plan
    ids = {a.id: a.id for a in plan.actions}
    return merged_layout(plan, plan.actions, ids, (Returned(sheet.source.workbook, sheet),))


def _with_edits(action: Action, sheet: Action | None, row: Row, edited: Edited, scale: Scale) -> Action:
    fields = dict(action.fields)
    new = {k: e for k, e in sheet.fields.items() if k not in fields and not e.is_blank} if sheet else {}
    for key, was in action.fields.items():
        here = _sheet_edit(action, sheet, key, scale) if sheet else None
        there = number_edit(action, row) if key == "number" else table_edit(action, key, row, scale)
        if here and there and not same_entry(key, here, there, scale):
            edited.held.append(Held("M009", action.id, key, there, here, was))
        elif now := here or there:
            fields[key] = now
            _log(edited, action, key, was, now, scale)
    for key, now in new.items():
        fields[key] = now
        _log(edited, action, key, None, now, scale)
    number = fields["number"] if "number" in fields else number_edit(action, row)
    renumbered = number is not None and number.text and number != action.fields.get("number")
    return replace(action, fields=fields, number=number.text if number and renumbered else action.number)


def _log(edited: Edited, action: Action, key: str, was: Entry | None, now: Entry, scale: Scale) -> None:
    shown = shown_value(key, was, scale), shown_value(key, now, scale)
    edited.changes.append(Change(edited.plan.id, action.id, key, *shown, now.place, EDITED))


def _sheet_edit(action: Action, sheet: Action, key: str, scale: Scale) -> Entry | None:
    """What the plan's own sheet says now of a field; None where it is what was written."""
    was, now = action.fields[key], sheet.fields.get(key)
    if now is None or now.inherited or (was.inherited and now.is_blank) or now.kind is CellKind.UNCALCULATED:
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
