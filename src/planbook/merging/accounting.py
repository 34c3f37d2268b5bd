"""Every cell of every return is accounted for (merge.md): how each ended, and what stood outside the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planbook.columns import EXTRA
from planbook.likeness import normalise
from planbook.merging.nouns import Cells, Outcome, count
from planbook.model import CellCount, CellKind, LooseText, Place, Plan, PlanColumn, PlanFile, RowKind, Workbook


@dataclass(frozen=True, slots=True)
class Account:
    """The cells of one return, counted, and the texts that are carried because they belong to no action."""

    cells: CellCount
    carried: tuple[LooseText, ...]
    lost: tuple[Place, ...] = ()
    """Cells of an action's row that nothing accounted for: never, unless planbook has a fault."""


def layout_texts(files: Sequence[PlanFile]) -> frozenset[str]:
    """Every text of the layout as it was issued: titles, headings, bands, narrative labels, legends, other sheets."""
    texts = set()
    for file in files:
        texts |= {normalise(loose.text) for loose in file.loose}
        texts |= {normalise(c.text) for plan in file.plans for r in plan.layout.rows for c in r.cells}
    return frozenset(texts)


def account(workbook: Workbook, file: PlanFile, outcomes: Sequence[Cells], known: frozenset[str]) -> Account:
    """Count the cells of one return. `known` are the texts of the layout as issued."""
    settled = {key: outcome for cells in outcomes for key, outcome in cells.outcomes.items()}
    rows = {(r.place.sheet, r.place.row) for p in file.plans for r in p.layout.rows if r.action and r.place}
    extra_headings = {(p.source.sheet, c.position) for p in file.plans for c in _extra_columns(p)}
    headings = {
        (r.place.sheet, r.place.row) for p in file.plans for r in p.layout.rows if _is_heading(r.kind) and r.place
    }
    total = CellCount()
    carried: list[LooseText] = []
    lost: list[Place] = []
    for sheet, row, column, text in _filled(workbook):
        outcome = settled.get((sheet, row, column))
        place = Place(workbook.name, sheet, row, column)
        if outcome is None and (sheet, row) not in rows:
            outcome = Outcome.LAYOUT if normalise(text) in known else Outcome.CARRIED
            if outcome is Outcome.CARRIED and not ((sheet, row) in headings and (sheet, column) in extra_headings):
                carried.append(LooseText(text, place))
        if outcome is None:
            lost.append(place)
        total = count(total, outcome)
    return Account(total, tuple(carried), tuple(lost))


def _is_heading(kind: RowKind) -> bool:
    return kind is RowKind.HEADING


def _extra_columns(plan: Plan) -> Iterator[PlanColumn]:
    return (c for b in plan.blocks for c in b.columns if c.field.startswith(EXTRA))


def _filled(workbook: Workbook) -> Iterator[tuple[str, int, int, str]]:
    for sheet in workbook.sheets:
        for row, cells in sorted(sheet.rows.items()):
            for column, cell in sorted(cells.items()):
                if not cell.is_blank or cell.kind is CellKind.UNCALCULATED:
                    yield sheet.title, row, column, cell.text or cell.struck or f"={cell.formula}"


def added(one: CellCount, other: CellCount) -> CellCount:
    """Two counts together."""
    return CellCount(
        one.read + other.read,
        one.layout + other.layout,
        one.unchanged + other.unchanged,
        one.changed + other.changed,
        one.held + other.held,
        one.carried + other.carried,
        one.unaccounted + other.unaccounted,
    )
