"""All actions of the master: what people edited in its rows, renumbered, or added at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planbook import forms
from planbook.interpreting.rag import parse_rag
from planbook.likeness import normalise, same
from planbook.matching.rows import pair_rows
from planbook.model import Action, Cell, CellKind, Entry, Place, Plan
from planbook.settings import Scale
from planbook.tables.fields import entry_of

Row = Mapping[str, tuple[Cell | None, Place]]
_WORDINGS = ("action", "milestone", "milestone_2", "objective")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one plan: those of its actions by their ids, and those that are new."""

    rows: Mapping[str, Row]
    added: tuple[tuple[Action, str], ...] = ()
    """Each with the section that it was put in."""


def read_table(plan: Plan, rows: Mapping[str, Row]) -> Table:
    """Which row is which action: by the number that was written there, else by what the row says.

    A row whose number was typed over is still its action; one that is nobody's was added.
    """
    known = {a.id: rows[a.id] for a in plan.actions if a.id in rows}
    others = {key: _as_action(key, row) for key, row in rows.items() if key not in known}
    gone = [a for a in plan.actions if a.id not in known]
    pairing = pair_rows([_shown(a) for a in gone], list(others.values()))
    keys = list(others)
    taken = set(pairing.pairs.values())
    for j, few in pairing.doubtful.items():
        if few[0] not in taken:
            pairing.pairs[j] = few[0]
            taken.add(few[0])
    for j, i in pairing.pairs.items():
        known[gone[i].id] = rows[keys[j]]
    new = [(a, _text(rows[keys[j]], "Section")) for j, a in enumerate(others.values()) if j not in pairing.pairs]
    return Table(known, tuple((a, section) for a, section in new if a.wording.strip()))


def _as_action(key: str, row: Row) -> Action:
    fields = {
        field: entry_of(cell, place)
        for heading, field in forms.ALL_ACTIONS_FIELDS.items()
        if heading in row
        for cell, place in (row[heading],)
    }
    place = row["No."][1]
    return Action(f"new {key}", fields, replace(place, column=0), number=_text(row, "No."))


def _shown(action: Action) -> Action:
    """An action as All actions shows it: its wording under Action, whatever its plan calls it."""
    return replace(action, fields={**action.fields, "action": Entry(action.wording, action.place)})


def _text(row: Row, heading: str) -> str:
    cell = row[heading][0] if heading in row else None
    return cell.text.strip() if cell else ""


def number_edit(action: Action, row: Row) -> Entry | None:
    """The number that somebody typed over an action's id; None where it is what was written."""
    number = _text(row, "No.")
    if "No." not in row or same(number, action.id) or same(number, action.number):
        return None
    return Entry(number, row["No."][1])


def table_edit(action: Action, key: str, row: Row, scale: Scale) -> Entry | None:
    """What All actions says now of a field; None where it is what was written, or is not shown there."""
    heading = _heading_of(action, key)
    if heading not in row:
        return None
    cell, place = row[heading]
    if cell is not None and cell.kind is CellKind.UNCALCULATED:
        return None  # a formula whose result was never stored says nothing: it is not a cleared cell
    text = cell.text if cell else ""
    if normalise(text) == normalise(forms.fitting(_as_shown(action, key, scale))):
        return None
    if key == "rag" and text.strip():
        text = f"{text.strip()} - {scale.label(text.strip())}".removesuffix(" - ")
    return replace(entry_of(cell, place), text=text, fill="", note="")


def _heading_of(action: Action, key: str) -> str:
    """The column that shows a field. A plan with milestones shows its wording under Action."""
    if key in _WORDINGS and key != "objective":
        wording = next((k for k in _WORDINGS if action.text(k)), "action")
        return "Action" if key == wording else ""
    return next((heading for heading, field in forms.ALL_ACTIONS_FIELDS.items() if field == key), "")


def _as_shown(action: Action, key: str, scale: Scale) -> str:
    return parse_rag(action.text("rag"), scale).code if key == "rag" else action.text(key)


def as_planned(added: Action, plan: Plan, section: str) -> Action:
    """A row that was added in All actions, with the columns of the plan's block that it belongs to."""
    block = next((i for i, b in enumerate(plan.blocks) if section and b.section == section), len(plan.blocks) - 1)
    fields: dict[str, Entry] = {}
    for column in plan.blocks[block].columns if plan.blocks else ():
        for key in ("rag", "update") if column.field == "rag_and_update" else (column.field,):
            fields[key] = added.fields.get(key) or Entry("", added.place)
    if "number" in fields:
        fields["number"] = Entry(added.number, added.place)
    wording = next((k for k in _WORDINGS if k in fields), "action")
    left = {k: e for k, e in added.fields.items() if k not in fields and not e.is_blank}
    if not fields.get("action", Entry("", added.place)).text and "action" in left:
        fields[wording] = left.pop("action")
    return replace(added, fields={**fields, **left}, block=block)
