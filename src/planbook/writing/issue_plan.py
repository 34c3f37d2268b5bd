"""A plan's sheet as it goes out: its familiar look, what is agreed locked, and room to write.

It is read back when it returns, so all that is added are blank rows, and columns at the right that the reader knows:
one that says which actions nobody has agreed to, and a hidden one with each action's key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planbook import columns, forms
from planbook.keys import row_key_text
from planbook.model import LayoutCell, LayoutRow, Plan, PlanColumn, RowKind
from planbook.settings import Scale
from planbook.writing.book import Book, Page
from planbook.writing.issue_lists import Choices, offer_choices
from planbook.writing.plan_layout import plan_grid
from planbook.writing.plan_rows import plan_rows
from planbook.writing.plan_sheet import write_familiar
from planbook.writing.plan_subject import PlanSheet
from planbook.writing.theme import INPUT, SIGNALS

_ROOM, _ROOM_EACH, _MOST_BLOCKS = 5, 2, 6
"""Blank rows for new actions: below the last one, and below each block of a plan with few of them."""
_ALLOWED = ("format_cells", "format_columns", "format_rows", "insert_rows", "insert_hyperlinks", "sort", "autofilter")


@dataclass(frozen=True, slots=True)
class Going:
    """One plan on its way out."""

    plan: Plan
    title: str
    """The name of its sheet."""
    scale: Scale
    ratings: tuple[str, ...]
    """The ratings that its drop-down offers, as they are typed."""
    points: tuple[str, ...] = ()
    """What was open when it went out, in words."""


def write_issued_plan(book: Book, going: Going, issue: str, choices: Choices, open_fields: frozenset[str]) -> None:
    """Writes one plan's sheet, protected without a password. `open_fields` are those that returns may change."""
    plan, room = with_room(going.plan)
    new = frozenset(action.id for action in plan.actions if not action.agreed)
    sheet = PlanSheet(plan, plan_grid(plan), {}, new, (forms.NOT_AGREED_MARK,) if new else (), frozenset())
    page = write_familiar(book, going.title, sheet, going.scale, open_fields)
    for row, block in room.items():
        _write_room(page, row, plan.blocks[block].columns)
    at = sheet.grid.last_column + 1
    if new:
        _write_new(page, sheet, at)
        at += 1
    _write_keys(page, sheet, at, issue)
    offer_choices(page, _fields_by_column(sheet, room), choices, going.ratings)
    _filter(page, sheet, at, max(room, default=0))
    page.raw.protect("", dict.fromkeys(_ALLOWED, True))


def with_headings(plan: Plan) -> Plan:
    """The plan with a heading above each column. One that a return had added may have none in the layout so far."""
    rows = list(plan_rows(plan))
    tops = [at for at, row in enumerate(rows) if row.kind is RowKind.HEADING and rows[at - 1].kind is not row.kind]
    for at in tops:
        below = [row for row in rows[at : at + 2] if row.kind is RowKind.HEADING]
        headed = {c for row in below for cell in row.cells for c in range(cell.left, cell.right + 1)}
        block = plan.blocks[rows[at].block].columns if rows[at].block < len(plan.blocks) else ()
        named = [(c.position, c.heading or columns.title_of(c.field)) for c in block if c.position not in headed]
        cells = (*rows[at].cells, *(LayoutCell(position, position, heading) for position, heading in named))
        rows[at] = replace(rows[at], cells=tuple(sorted(cells, key=lambda cell: cell.left)))
    return replace(plan, layout=replace(plan.layout, rows=tuple(rows)))


def with_room(plan: Plan) -> tuple[Plan, dict[int, int]]:
    """The plan with blank rows for new actions, and the block that each of those rows belongs to, by row from 0."""
    rows = plan_rows(plan)
    last = {row.block: at for at, row in enumerate(rows) if row.kind is RowKind.ACTION}
    if not last:
        return plan, {}
    final = max(last, key=lambda block: last[block])
    each = _ROOM_EACH if len(last) <= _MOST_BLOCKS else 0
    wanted = {at: (block, _ROOM if block == final else each) for block, at in last.items()}
    result: list[LayoutRow] = []
    room: dict[int, int] = {}
    for at, row in enumerate(rows):
        result.append(row)
        block, count = wanted.get(at, (0, 0))
        room.update((len(result) + n, block) for n in range(count))
        result.extend(LayoutRow(RowKind.BLANK, block=block) for _ in range(count))
    return replace(plan, layout=replace(plan.layout, rows=tuple(result))), room


def _write_room(page: Page, row: int, block: Iterable[PlanColumn]) -> None:
    """A blank row in which everything can be typed. Where a rating goes there is no fill: it would pass for one."""
    for column in block:
        rated = column.field in ("rag", columns.RAG_AND_UPDATE)
        look: dict[str, object] = {"locked": False} if rated else {"locked": False, "bg_color": INPUT}
        page.text(row, column.position - 1, "", "cell", **look)


def _write_new(page: Page, sheet: PlanSheet, column: int) -> None:
    """The column that says which actions nobody has agreed to yet."""
    fill, ink = SIGNALS["warning"]
    for row, line in _headed(sheet):
        if line.kind is RowKind.HEADING:
            page.text(row, column, forms.NOT_AGREED_MARK, "heading")
        elif line.action in sheet.new:
            page.text(row, column, forms.NEW_WORDS, "mark", bg_color=fill, font_color=ink)


def _write_keys(page: Page, sheet: PlanSheet, column: int, issue: str) -> None:
    """The hidden column with the key of each action."""
    keys = {action.id: action.key for action in sheet.plan.actions}
    for row, line in _headed(sheet):
        if line.kind is RowKind.HEADING:
            page.text(row, column, forms.KEY_HEADING)
        elif keys[line.action]:
            page.text(row, column, row_key_text(keys[line.action], issue))
    page.raw.set_column(column, column, 30, None, {"hidden": True})


def _headed(sheet: PlanSheet) -> Iterable[tuple[int, LayoutRow]]:
    """The first row of each heading, and the actions."""
    previous = RowKind.BLANK
    for row, line in enumerate(sheet.grid.rows):
        if line.kind is RowKind.ACTION or (line.kind is RowKind.HEADING and previous is not RowKind.HEADING):
            yield row, line
        previous = line.kind


def _fields_by_column(sheet: PlanSheet, room: dict[int, int]) -> dict[tuple[int, str], list[int]]:
    """The rows of actions and of room by column and field: where drop-downs and hints belong."""
    blocks = {action.id: action.block for action in sheet.plan.actions}
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row, line in enumerate(sheet.grid.rows):
        if line.kind is RowKind.ACTION or row in room:
            block = blocks[line.action] if line.action else room[row]
            for column in sheet.plan.blocks[block].columns:
                found[(column.position - 1, column.field)].append(row)
    return found


def _filter(page: Page, sheet: PlanSheet, last_column: int, last_row: int) -> None:
    """A filter over a plan of one table, its keys included, so that sorting takes them along."""
    headings = sheet.grid.rows_of(RowKind.HEADING)
    if headings and headings == list(range(headings[0], headings[0] + len(headings))):
        bottom = max([last_row, *sheet.grid.rows_of(RowKind.ACTION)])
        page.raw.autofilter(headings[-1], 0, bottom, last_column)
