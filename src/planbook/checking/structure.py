"""Faults of a plan's form: its numbers, its columns, and what is hidden in its sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planbook.columns import EXTRA, title_of
from planbook.model import Action, Entry, Finding, Place, Plan, Sheet, Workbook, column_letters

NEEDED = ("lead", "timescale", "rag")
"""The fields that every plan needs besides the words of its actions and somewhere to write an update."""


def check_numbers(plan: Plan) -> Iterator[Finding]:
    """Actions without a number (S003), and numbers that stand against several actions (S004)."""
    holders: dict[str, list[Action]] = defaultdict(list)
    numbered = any(a.number for a in plan.actions)
    for action in plan.actions:
        entry = action.fields.get("number")
        if numbered and _lacks_number(action, entry):
            place = entry.place if entry and not entry.inherited else action.place
            at = place if place.cell else Place(place.workbook, place.sheet, place.row, 1)
            yield Finding("S003", at, f"The action in row {at.row} has no number.", plan.id, action.id, "number")
        elif action.number and not (entry and entry.inherited):
            holders[action.number].append(action)
    numbers_of: dict[str, set[str]] = defaultdict(set)
    for action in plan.actions:
        numbers_of[action.text("objective")].add(action.number)
    for number, actions in holders.items():
        if len(actions) == 1 or _is_of_one_objective(actions, numbers_of):
            continue
        for action in actions:
            rows = ", ".join(str(a.place.row) for a in actions)
            entry = action.fields.get("number") or action.fields.get("action") or Entry("", action.place)
            message = f"The number {number} stands against {len(actions)} actions (rows {rows})."
            yield Finding("S004", entry.place, message, plan.id, action.id, "number", number)


def _is_of_one_objective(actions: Sequence[Action], numbers_of: Mapping[str, set[str]]) -> bool:
    """Whether a number is its objective's, written against each of its actions and against no other."""
    objective, *others = {action.text("objective") for action in actions}
    return bool(objective.strip()) and not others and len(numbers_of[objective]) == 1


def repaired_numbers(plan: Plan) -> Iterator[Finding]:
    """Numbers that Excel has damaged and that were put right (S005), in a plan that is checked by itself."""
    for action in plan.actions:
        entry = action.fields.get("number")
        if action.number_note and entry is not None and not entry.inherited:
            message = f"The number is stored as '{entry.text}' and means {action.number}."
            yield Finding("S005", entry.place, message, plan.id, action.id, "number", entry.text, action.number)


def _lacks_number(action: Action, entry: Entry | None) -> bool:
    """A row below a merged number, or below one that its objective shows it to share, lacks nothing.

    A number that was filled in from the row above stands in the row's own cell, one of a merged area in its anchor.
    """
    if entry is None:
        return not action.number
    if entry.is_blank:
        return True
    objective = action.fields.get("objective")
    shares = objective is not None and (objective.inherited or objective.is_blank)
    return entry.inherited and not shares and entry.place.row == action.place.row


def missing_columns(plan: Plan, like: Plan | None = None) -> Iterator[Finding]:
    """Columns that a plan needs and lacks (S002): those of the plan as issued, or else those of any plan."""
    have = {key for a in plan.actions for key in a.fields}
    if like is not None:
        wanted = [k for k in dict.fromkeys(k for a in like.actions for k in a.fields) if not k.startswith(EXTRA)]
    else:
        wanted = [*NEEDED, "update"]
        if not have & {"action", "milestone", "objective"}:
            wanted.insert(0, "action")
    headings = ", ".join(c.heading for c in plan.blocks[0].columns if c.heading) if plan.blocks else ""
    for key in wanted:
        if key not in have:
            place = _heading_place(plan)
            message = f"There is no column '{title_of(key)}'. The headings are: {headings}."
            yield Finding("S002", place, message, plan.id, "", key)


def _heading_place(plan: Plan) -> Place:
    row = next((r.place for r in plan.layout.rows if r.kind.value == "heading" and r.place), plan.source)
    return Place(row.workbook, row.sheet, row.row, 1 if row.row else 0)


def unknown_columns(plan: Plan, known: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Columns that are not recognised (S001), once each, unless the plan as issued has them too."""
    said = set(known)
    place = _heading_place(plan)
    for block in plan.blocks:
        for column in block.columns:
            if column.field.startswith(EXTRA) and column.field not in said:
                said.add(column.field)
                at = Place(place.workbook, place.sheet, place.row, column.position)
                name = column.heading or title_of(column.field)
                message = f"The column '{name}' is not recognised and is carried along."
                yield Finding("S001", at, message, plan.id, "", column.field, column.heading)


def hidden_cells(workbook: Workbook) -> Iterator[Finding]:
    """Hidden or filtered rows, columns and sheets that hold something (S007), one finding a sheet."""
    for sheet in workbook.sheets:
        what = _hidden_in(sheet)
        if what:
            yield Finding("S007", Place(workbook.name, sheet.title), f"{what} were read too.")


def _hidden_in(sheet: Sheet) -> str:
    if not sheet.rows:
        return ""
    if sheet.hidden:
        return "The sheet is hidden; its cells"
    rows = sorted(r for r in sheet.hidden_rows if r in sheet.rows)
    columns = sorted(c for c in sheet.hidden_columns if any(c in cells for cells in sheet.rows.values()))
    said = []
    if rows:
        said.append(f"{_count(rows, 'hidden or filtered row')} (from row {rows[0]})")
    if columns:
        said.append(f"{_count(columns, 'hidden column')} ({', '.join(map(column_letters, columns[:8]))})")
    return " and ".join(said)


def _count(things: list[int], name: str) -> str:
    return f"{len(things)} {name}{'s' if len(things) > 1 else ''}"
