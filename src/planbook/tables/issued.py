"""A workbook that `planbook issue` wrote, as it comes back: whose it is, what it started from, which row is which.

Whatever people do to it, each part that is still there serves: the hidden sheet with the plans as they were sent, the
hidden column with the key of each row, the names of the sheets. What is lost is made up for by what the plan says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from planbook import forms
from planbook.keys import IssueKey, read_key, read_row_key
from planbook.likeness import normalise
from planbook.model import Action, Cell, LooseText, Place, Plan, PlanFile, Sheet, Workbook
from planbook.settings import Scale
from planbook.tables.heading_rows import written_headings
from planbook.tables.plans import read_plan_file

_ROWS_LOOKED_AT = 1000
"""A column of keys has one beside nearly every action: it is found at the top of the sheet or not at all."""

Spot = tuple[str, int, int]
"""Sheet, row and column."""


@dataclass(frozen=True, slots=True)
class IssuedBook:
    """What a workbook carries of an issue; nothing in it where it is nobody's but its sender's."""

    keys: tuple[IssueKey, ...] = ()
    """One for each hidden sheet; several where sheets of several issues were put into one workbook."""
    issues: frozenset[str] = frozenset()
    """The issues that its rows name."""
    ours: frozenset[Spot] = frozenset()
    """Cells that hold keys and marks of ours."""
    strange: tuple[LooseText, ...] = ()
    """What somebody typed into the columns that are ours."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans as they were sent out: what this return started from."""
        return tuple(plan for key in self.keys for plan in key.snapshot.plans)

    @property
    def texts(self) -> frozenset[str]:
        """The texts of ours beside the plans, in their normal form."""
        return frozenset(normalise(text) for key in self.keys for text in key.texts)


@dataclass(slots=True)
class _Found:
    """What is found while the sheets are looked through: the one place where something grows."""

    rows: dict[tuple[str, int], str] = field(default_factory=dict)
    issues: set[str] = field(default_factory=set)
    ours: set[Spot] = field(default_factory=set)
    strange: list[LooseText] = field(default_factory=list)


def read_return(workbook: Workbook, scale: Scale | None = None) -> tuple[PlanFile, IssuedBook, Workbook]:
    """The plans of a workbook, what it carries of an issue, and the workbook as people see it, without what is ours.

    A workbook that no issue wrote is read as it stands.
    """
    found = _Found()
    keys: list[IssueKey] = []
    shown: list[Sheet] = []
    for sheet in workbook.sheets:
        texts = [cells[1].text for _, cells in sorted(sheet.rows.items()) if 1 in cells]
        if texts and texts[0].startswith(forms.RETURN_MARK):
            key = read_key(texts)
            keys += [key] if key else []
            found.ours |= {(sheet.title, row, column) for row, cells in sheet.rows.items() for column in cells}
        else:
            shown.append(_without_keys(workbook.name, sheet, found))
    seen = replace(workbook, sheets=tuple(s for s in shown if not _is_list(s, keys)))
    book = IssuedBook(tuple(keys), frozenset(found.issues), frozenset(found.ours), tuple(found.strange))
    if not keys and not found.rows:
        return read_plan_file(workbook, scale), book, workbook
    return _with_keys(_read(replace(workbook, sheets=tuple(shown)), book, found, scale), found), book, seen


def _is_list(sheet: Sheet, keys: list[IssueKey]) -> bool:
    """The sheet of lists, as long as it says nothing but what was sent."""
    if not sheet.hidden or not sheet.title.startswith(forms.LISTS):
        return False
    known = {normalise(text) for key in keys for text in key.texts}
    return all(normalise(cell.text) in known for cells in sheet.rows.values() for cell in cells.values())


# ------------------------------------------------------------------ the hidden column


def _without_keys(name: str, sheet: Sheet, found: _Found) -> Sheet:
    """The sheet less the columns that are ours; what stands in those is noted."""
    looked_at = islice(sheet.rows.values(), _ROWS_LOOKED_AT)
    columns = {c for cells in looked_at for c, cell in cells.items() if _is_key(cell.text)}
    if not columns:
        return sheet
    columns |= {c for cells in sheet.rows.values() for c, cell in cells.items() if cell.text == forms.NOT_AGREED_MARK}
    rows: dict[int, dict[int, Cell]] = {}
    for row, cells in sheet.rows.items():
        rows[row] = {c: cell for c, cell in cells.items() if c not in columns}
        for column in sorted(columns & cells.keys()):
            _note(Place(name, sheet.title, row, column), cells[column], found)
    return replace(sheet, rows={r: cells for r, cells in rows.items() if cells})


def _is_key(text: str) -> bool:
    return text == forms.KEY_HEADING or (text.startswith("pb-") and read_row_key(text) is not None)


def _note(place: Place, cell: Cell, found: _Found) -> None:
    key = read_row_key(cell.text)
    if key:
        found.rows[(place.sheet, place.row)] = key[0]
        found.issues.add(key[1])
    elif not cell.is_blank and cell.text not in (forms.KEY_HEADING, forms.NOT_AGREED_MARK, forms.NEW_WORDS):
        found.strange.append(LooseText(cell.text or cell.struck, place))
    if key or not cell.is_blank:
        found.ours.add((place.sheet, place.row, place.column))


# ------------------------------------------------------------------ the plans


def _read(workbook: Workbook, book: IssuedBook, found: _Found, scale: Scale | None) -> PlanFile:
    """Sheets that are known to be one of the plans as sent are read one by one, the others as in any workbook."""
    known = {s.title: plan for s in workbook.sheets if (plan := _plan_of(s, book, found))}
    marks = frozenset({forms.KEY_HEADING})
    files = [
        replace(file, plans=tuple(replace(p, id=plan.id) for p in file.plans))
        for sheet in workbook.sheets
        if (plan := known.get(sheet.title))
        for file in (read_plan_file(replace(workbook, sheets=(sheet,)), scale, marks, written_headings(plan)),)
    ]
    others = replace(workbook, sheets=tuple(s for s in workbook.sheets if s.title not in known))
    rest = read_plan_file(others, scale)
    whole = [*files, rest]
    return replace(
        rest,
        plans=tuple(p for f in whole for p in f.plans),
        loose=tuple(t for f in whole for t in f.loose),
        sheets=tuple(s.title for s in workbook.sheets),
    )


def _plan_of(sheet: Sheet, book: IssuedBook, found: _Found) -> Plan | None:
    """The plan that a sheet was sent out as: by the keys of its rows, else by its name."""
    mine = Counter(key for (title, _), key in found.rows.items() if title == sheet.title)
    shared = [(sum(mine[a.key] for a in plan.actions if a.key), -k) for k, plan in enumerate(book.plans)]
    most, k = max(shared, default=(0, 0))
    if most:
        return book.plans[-k]
    names = ((key.snapshot.sheets.get(plan.id), plan) for key in book.keys for plan in key.snapshot.plans)
    return next((plan for name, plan in names if name == sheet.title), None)


def _with_keys(file: PlanFile, found: _Found) -> PlanFile:
    """Each action with the key that stands beside it."""
    return replace(file, plans=tuple(replace(p, actions=tuple(_keyed(p, found))) for p in file.plans))


def _keyed(plan: Plan, found: _Found) -> Iterator[Action]:
    rows: Mapping[tuple[str, int], str] = found.rows
    for action in plan.actions:
        key = rows.get((action.place.sheet, action.place.row), "")
        yield replace(action, key=key) if key else action
