"""A table's raw rows to a plan: numbers, what the numbers fill in, ids and a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbook.interpreting.numbers import opening_number, read_numbers
from planbook.model import Action, Layout, Place, Plan
from planbook.tables.blocks import Building
from planbook.tables.numbering import belongs_with, with_ids
from planbook.tables.titles import find_title


def finished(building: Building, sheet: str, widths: dict[int, float]) -> Plan:
    """The plan of one sheet, or of one part of a sheet, when all of its rows have been read."""
    named = with_ids(_filled_down(_numbered(building)))
    ids = {old.id: new.id for old, new in zip(building.actions, named, strict=True)}
    rows = tuple(replace(r, action=ids[r.action]) if r.action else r for r in building.rows)
    plan_id, title = find_title(building.titles, sheet, building.workbook)
    layout = Layout(rows, dict(widths))
    return Plan(plan_id, title, named, tuple(building.blocks), layout, Place(building.workbook, sheet), building.legend)


def _numbered(building: Building) -> list[Action]:
    """Each action with its number: its own cell's, else the one that opens its text, else the one above."""
    numbers = read_numbers(building.number_cells)
    has_column = [any(c.field == "number" for c in building.blocks[a.block].columns) for a in building.actions]
    opened = [opening_number(a.wording) for a in building.actions]
    use_opening = sum(1 for o in opened if o) * 2 >= len(opened)
    result: list[Action] = []
    above = ""
    for action, number, column, opening in zip(building.actions, numbers, has_column, opened, strict=True):
        text = number.text or (opening if use_opening or not column else "")
        inherits = not text and (column or not use_opening)
        text = text or (above if inherits else "")
        result.append(replace(action, number=text, number_note="repaired" if number.repaired else ""))
        above = text
    return result


def _filled_down(actions: Sequence[Action]) -> list[Action]:
    """Number and objective where the row has none and belongs with the one above it, by its number.

    Only these two are filled, and only by this rule; any other blank cell stays blank.
    """
    result: list[Action] = []
    for action in actions:
        above = result[-1] if result and result[-1].block == action.block else None
        fields = dict(action.fields)
        if above is not None:
            for key in ("number", "objective"):
                mine, theirs = fields.get(key), above.fields.get(key)
                if mine is None or theirs is None or not mine.is_blank or mine.inherited or theirs.is_blank:
                    continue
                if belongs_with(action.number, above.number):
                    fields[key] = replace(theirs, inherited=True, place=mine.place)
        result.append(replace(action, fields=fields))
    return result
