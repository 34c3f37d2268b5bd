"""The plans of a workbook: every sheet's tables, put together, numbered and named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planbook.interpreting.legend import read_legend
from planbook.model import LayoutRow, LooseText, Place, PlanFile, RowKind, Sheet, Workbook
from planbook.settings import Scale
from planbook.tables.blocks import Building, layout_cells, read_table
from planbook.tables.finishing import finished
from planbook.tables.heading_rows import HeadingRow, find_heading_rows, known_heading_rows
from planbook.tables.parts import moved_left, parts_of
from planbook.tables.row_kinds import own_cells
from planbook.tables.together import put_together


def read_plan_file(
    workbook: Workbook,
    scale: Scale | None = None,
    leave_out: frozenset[str] = frozenset(),
    headings: frozenset[frozenset[str]] = frozenset(),
) -> PlanFile:
    """Every plan of a workbook, and every text that stands on no plan's sheet.

    `leave_out` names columns of ours, such as the marks on a master's plan sheets; `headings` says what the heading
    rows of such a sheet say, which settles where they are. Sheets whose titles carry the
    same number, or that share a heading row where none has a title, are one plan.
    """
    buildings: list[tuple[Sheet, Building]] = []
    loose: list[LooseText] = []
    for sheet in workbook.sheets:
        # A plan's sheet in a master is one plan, whatever people make of its titles.
        ours = known_heading_rows(sheet, headings) or find_heading_rows(sheet) if leave_out else ()
        parts = [(sheet, ours)] if ours else parts_of(sheet)
        titles: list[str] = []
        for part, found in parts:
            shown, kept = _without(part, found, leave_out)
            building = _read_sheet(workbook.name, shown, kept, scale)
            if titles and not building.titles:
                moved_left(building, min(found[0].texts) - min(parts[0][1][0].texts))
            titles = building.titles = building.titles or titles  # a table beside another is under its title too
            buildings.append((sheet, building))
        if not parts:
            loose.extend(_loose_texts(workbook.name, sheet))
    plans = put_together([finished(building, s.title, s.widths) for s, building in buildings if building.actions])
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
    building.rows = _with_remarks(building.rows)
    building.legend = building.legend or _legend_beside(building)
    return building


_BESIDE = (RowKind.TEXT, RowKind.TITLE)


def _legend_beside(building: Building) -> str:
    """A legend in rows of its own, above the table or below it: a step a row, or all in one cell."""
    said = {
        kind: [" - ".join(c.text.strip() for c in r.cells) for r in building.rows if r.kind is kind] for kind in _BESIDE
    }
    blocks = [said[RowKind.TEXT], *([line] for kind in _BESIDE for line in said[kind])]
    return next(("\n".join(block) for block in blocks if block and read_legend(block)), "")


def _with_remarks(rows: list[LayoutRow]) -> list[LayoutRow]:
    """Below the last table a band has nothing to stand over: it is text."""
    last = max((k for k, r in enumerate(rows) if r.kind not in (RowKind.BAND, RowKind.BLANK, RowKind.TEXT)), default=-1)
    return [replace(r, kind=RowKind.TEXT) if k > last and r.kind is RowKind.BAND else r for k, r in enumerate(rows)]


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
