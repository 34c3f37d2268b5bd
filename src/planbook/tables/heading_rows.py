"""Where the tables of a sheet begin: the rows that are headings, by what their words mean.

A plan's heading row can stand anywhere below a title, be repeated for each strategic aim, and take
two rows. It is found by how many different fields its texts mean, never by its position.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from planbook.interpreting.headings import looks_like_heading_row
from planbook.likeness import normalise
from planbook.model import Cell, Plan, RowKind, Sheet

_ENOUGH = 3
"""Fields that a row must name to be a heading row; a row of a plan's data seldom names one."""
_COLUMNS_OF_OURS = 3
"""Columns that we add at the right of a plan: marks, and the keys of its rows."""
_LONGEST = 120
"""Characters of a heading: longer texts are data. Headings that carry a legend come near this."""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """One heading row, or two rows read as one: `texts` by column."""

    top: int
    bottom: int
    texts: dict[int, str]


def _texts(cells: dict[int, Cell]) -> dict[int, str]:
    return {column: " ".join(cell.text.split()) for column, cell in cells.items() if not cell.is_blank}


def _joined(upper: dict[int, str], lower: dict[int, str]) -> dict[int, str]:
    columns = sorted(upper.keys() | lower.keys())
    return {c: " ".join(t for t in (upper.get(c, ""), lower.get(c, "")) if t) for c in columns}


def _score(texts: dict[int, str]) -> int:
    """How many fields a row names, less what speaks against it: a text that begins with a figure is seldom a heading.

    Most rows of a plan hold two such texts, a number and a rating or a date, and need not be looked at any further.
    """
    short = [text for text in texts.values() if len(text) <= _LONGEST]
    figures = sum(text[:1].isdigit() for text in texts.values())
    if figures > 1 or len(short) < 2 or len(short) * 2 <= len(texts):
        return 0
    return max(0, looks_like_heading_row(short) - 2 * figures)


def known_heading_rows(sheet: Sheet, known: Collection[frozenset[str]]) -> tuple[HeadingRow, ...]:
    """The heading rows of a sheet that we have written ourselves: those that say just what was written there.

    None where somebody has changed them; then they are looked for as on any sheet.
    """
    found: list[HeadingRow] = []
    for row in sorted(sheet.rows):
        texts = _texts(sheet.rows[row])
        said = {normalise(text) for text in texts.values()}
        if not any(heading <= said and len(said) - len(heading) <= _COLUMNS_OF_OURS for heading in known):
            continue
        if found and found[-1].bottom == row - 1:  # a heading that stands over two rows
            found[-1] = HeadingRow(found[-1].top, row, _joined(found[-1].texts, texts))
        else:
            found.append(HeadingRow(row, row, texts))
    return tuple(found)


def written_headings(plan: Plan) -> frozenset[frozenset[str]]:
    """What the heading rows of a plan's sheet say when we write it."""
    rows = (row for row in plan.layout.rows if row.kind is RowKind.HEADING)
    return frozenset(frozenset(normalise(" ".join(cell.text.split())) for cell in row.cells) for row in rows)


def find_heading_rows(sheet: Sheet) -> tuple[HeadingRow, ...]:
    """All heading rows of a sheet, top down; none where the sheet holds no plan."""
    scored = {row: (_texts(cells), 0) for row, cells in sheet.rows.items()}
    scored = {row: (texts, _score(texts)) for row, (texts, _) in scored.items()}
    needed = _ENOUGH if any(score >= _ENOUGH for _, score in scored.values()) else _ENOUGH - 1
    found: list[HeadingRow] = []
    taken = 0
    for row in sorted(scored):
        if row <= taken:
            continue
        heading = _heading_at(row, scored, needed)
        if heading:
            found.append(heading)
            taken = heading.bottom
    return tuple(found) if needed == _ENOUGH or _is_plan(found) else ()


def _heading_at(row: int, scored: dict[int, tuple[dict[int, str], int]], needed: int) -> HeadingRow | None:
    texts, score = scored[row]
    below, score_below = scored.get(row + 1, ({}, 0))
    if below and len(texts) > 1 and max(score, score_below) > 0:
        both = _joined(texts, below)
        together = _score(both)
        # Two rows are one heading only if each brings something: a lone heading row above data does not.
        if together >= needed and together > max(score, score_below) and _all_short(below):
            return HeadingRow(row, row + 1, both)
    return HeadingRow(row, row, texts) if score >= needed else None


def _all_short(texts: dict[int, str]) -> bool:
    return all(len(text) <= 40 for text in texts.values())


def _is_plan(headings: list[HeadingRow]) -> bool:
    """Two fields alone make a plan only where an action is one of them."""
    return any(
        looks_like_heading_row([text]) and "action" in text.casefold() for h in headings for text in h.texts.values()
    )
