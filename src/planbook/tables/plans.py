"""The plans of a workbook: every sheet's tables, put together, numbered and named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planbook.interpreting.legend import read_legend
from planbook.interpreting.numbers import opening_number, read_numbers
from planbook.model import (
    Action,
    Layout,
    LayoutRow,
    LooseText,
    Place,
    Plan,
    PlanFile,
    RowKind,
    Sheet,
    Workbook,
)
from planbook.settings import Scale
from planbook.tables.blocks import Building, layout_cells, read_table
from planbook.tables.heading_rows import HeadingRow, find_heading_rows
from planbook.tables.numbering import belongs_with, with_ids
from planbook.tables.row_kinds import own_cells
from planbook.tables.titles import find_title


def read_plan_file(workbook: Workbook, scale: Scale | None = None, leave_out: frozenset[str] = frozenset()) -> PlanFile:
    """Every plan of a workbook, and every text that stands on no plan's sheet.

    `leave_out` names columns of ours, such as the marks on a master's plan sheets. Sheets whose titles carry the
    same number, or that share a heading row where none has a title, are one plan.
    """
    buildings: list[tuple[Sheet, Building]] = []
    loose: list[LooseText] = []
    for sheet in workbook.sheets:
        headings = find_heading_rows(sheet)
        if headings:
            shown, kept = _without(sheet, headings, leave_out)
            buildings.append((sheet, _read_sheet(workbook.name, shown, kept, scale)))
        else:
            loose.extend(_loose_texts(workbook.name, sheet))
    plans = _unique_ids([_finished(building, sheet) for sheet, building in buildings if building.actions])
    for _, building in buildings:
        if not building.actions:
            loose.extend(LooseText(c.text, r.place) for r in building.rows if r.place for c in r.cells)
    seen = _headings_seen(workbook) if not plans else ()
    return PlanFile(
        workbook.name, plans, tuple(loose), (), tuple(s.title for s in workbook.sheets), seen, workbook.active
    )


def _loose_texts(name: str, sheet: Sheet) -> list[LooseText]:
    return [
        LooseText(cell.text, Place(name, sheet.title, row, column))
        for row, cells in sorted(sheet.rows.items())
        for column, cell in sorted(own_cells(cells).items())
    ]


def _headings_seen(workbook: Workbook) -> tuple[str, ...]:
    """The first row of each sheet that holds several texts: what a message can show where no plan was found."""
    rows = []
    for sheet in workbook.sheets:
        row = next((cells for _, cells in sorted(sheet.rows.items()) if len(own_cells(cells)) > 1), None)
        if row:
            rows.append(", ".join(" ".join(cell.text.split())[:40] for _, cell in sorted(own_cells(row).items())[:8]))
    return tuple(rows)


def _without(
    sheet: Sheet, headings: tuple[HeadingRow, ...], leave_out: frozenset[str]
) -> tuple[Sheet, tuple[HeadingRow, ...]]:
    """The sheet less the columns whose headings begin like one of these."""
    marks = tuple(leave_out)
    columns = {c for h in headings for c, text in h.texts.items() if marks and text.startswith(marks)}
    if not columns:
        return sheet, headings
    rows = {row: {c: cell for c, cell in cells.items() if c not in columns} for row, cells in sheet.rows.items()}
    left = (replace(h, texts={c: t for c, t in h.texts.items() if c not in columns}) for h in headings)
    return replace(sheet, rows=rows), tuple(left)


def _read_sheet(name: str, sheet: Sheet, headings: tuple[HeadingRow, ...], scale: Scale | None) -> Building:
    building = Building(name)
    scale = _legend_of(sheet, headings) or scale
    section = _read_titles(building, sheet, headings[0])
    last_row = max(sheet.rows)
    ends = [following.top - 1 for _, following in pairwise(headings)] + [last_row]
    for heading, end in zip(headings, ends, strict=True):
        read_table(building, sheet, heading, end, section, scale)
        section = _section_before_next(building)
    return building


def _legend_of(sheet: Sheet, headings: tuple[HeadingRow, ...]) -> Scale | None:
    return next((found for h in headings for t in h.texts.values() if (found := read_legend([t]))), None)


def _read_titles(building: Building, sheet: Sheet, heading: HeadingRow) -> str:
    """The rows above the first table. One that stands right above it, apart from the title, is its band."""
    above = [row for row in sorted(sheet.rows) if row < heading.top and own_cells(sheet.rows[row])]
    section = ""
    previous = 0
    for i, row in enumerate(above):
        cells = own_cells(sheet.rows[row])
        for blank in range(max(previous + 1, row - 3), row):
            building.rows.append(LayoutRow(RowKind.BLANK, place=Place(building.workbook, sheet.title, blank)))
        apart = i > 0 and above[i - 1] < row - 1
        is_band = row == heading.top - 1 and apart and len(cells) == 1
        kind = RowKind.BAND if is_band else RowKind.TITLE
        building.rows.append(
            LayoutRow(kind, layout_cells(sheet, row, cells), 0, place=Place(building.workbook, sheet.title, row))
        )
        if is_band:
            section = next(iter(cells.values())).text
        else:
            building.titles.extend(cell.text for _, cell in sorted(cells.items()))
        previous = row
    if above and above[-1] < heading.top - 1:
        building.rows.append(LayoutRow(RowKind.BLANK, place=Place(building.workbook, sheet.title, heading.top - 1)))
    return section


def _section_before_next(building: Building) -> str:
    """A band that nothing follows stands above the next heading row, and is the section there."""
    for row in reversed(building.rows):
        if row.kind is RowKind.BAND:
            return " / ".join(c.text for c in row.cells)
        if row.kind is not RowKind.BLANK:
            break
    return ""


def _finished(building: Building, sheet: Sheet) -> Plan:
    actions = _filled_down(_numbered(building), building)
    named = with_ids(actions)
    ids = {old.id: new.id for old, new in zip(building.actions, named, strict=True)}
    rows = tuple(replace(r, action=ids[r.action]) if r.action else r for r in building.rows)
    plan_id, title = find_title(building.titles, sheet.title, building.workbook)
    return Plan(
        plan_id,
        title,
        named,
        tuple(building.blocks),
        Layout(rows, dict(sheet.widths)),
        Place(building.workbook, sheet.title),
        building.legend,
    )


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


def _filled_down(actions: list[Action], building: Building) -> list[Action]:
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


def _unique_ids(plans: list[Plan]) -> tuple[Plan, ...]:
    """Sheets of one plan are put together; different plans of one name are told apart."""
    result: list[Plan] = []
    for plan in plans:
        same = next((i for i, p in enumerate(result) if p.id == plan.id), None)
        if same is None:
            result.append(plan)
        elif plan.title == result[same].title or plan.id.isdigit():
            result[same] = _put_together(result[same], plan)
        else:
            taken = {p.id for p in result}
            result.append(
                replace(plan, id=next(f"{plan.id}-{n}" for n in range(2, 999) if f"{plan.id}-{n}" not in taken))
            )
    return tuple(result)


def _put_together(first: Plan, second: Plan) -> Plan:
    """Two sheets of one plan, the second below the first."""
    offset = len(first.blocks)
    moved = [replace(a, id=str(a.place), block=a.block + offset) for a in second.actions]
    named = with_ids([*(replace(a, id=str(a.place)) for a in first.actions), *moved])
    by_place = {str(a.place): a.id for a in named}
    old_first = {a.id: str(a.place) for a in first.actions}
    old_second = {a.id: str(a.place) for a in second.actions}
    rows = [replace(r, action=by_place[old_first[r.action]]) if r.action else r for r in first.layout.rows]
    rows += [
        replace(r, block=r.block + offset, action=by_place[old_second[r.action]] if r.action else "")
        for r in second.layout.rows
    ]
    return replace(
        first, actions=named, blocks=first.blocks + second.blocks, layout=Layout(tuple(rows), first.layout.widths)
    )
