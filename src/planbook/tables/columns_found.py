"""What each column under a heading row is: by its heading, else by its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planbook.columns import EXTRA, RAG_AND_UPDATE
from planbook.interpreting.headings import prefer, recognise_column
from planbook.model import Cell, PlanColumn, column_letters
from planbook.tables.heading_rows import HeadingRow

_SHORT = 30
"""Characters that a rating without a comment seldom passes, and an update seldom stays under."""
_SAMPLE = 60
"""Cells of a column that are looked at where its heading does not decide."""


def find_columns(heading: HeadingRow, rows: Sequence[dict[int, Cell]]) -> tuple[PlanColumn, ...]:
    """The columns of a block, left to right; each field once, what is over as an extra column.

    A column with cells and no heading is one too: nothing that somebody typed is left out.
    """
    below = _cells_below(rows)
    positions = sorted(heading.texts.keys() | below.keys())
    found = []
    for position in positions:
        text = heading.texts.get(position, "")
        reading = recognise_column(text, below.get(position, ())) if text or position in below else None
        found.append(
            PlanColumn(position, text, (reading.field if reading else None) or "", reading.why if reading else "")
        )
    return _named(_each_once(_with_update_by_cells(found, below)))


def _with_update_by_cells(columns: list[PlanColumn], below: dict[int, list[str]]) -> list[PlanColumn]:
    """A column of long texts under a heading that is not known is the update, where the plan has no other.

    Only beside a column of bare ratings: where ratings come with words, those words are the update.
    """
    lengths = {c.position: _usual_length(below.get(c.position, ())) for c in columns}
    rated = sorted((c for c in columns if c.field == "rag"), key=lambda c: lengths[c.position])
    if not rated or {c.field for c in columns} & {"update", RAG_AND_UPDATE} or lengths[rated[0].position] > _SHORT:
        return columns
    long = [c for c in columns if lengths[c.position] > _SHORT and (not c.field or c in rated[1:])]
    if not long:
        return columns
    longest = max(long, key=lambda c: lengths[c.position])
    why = "its texts are long, and no other column is for updates"
    return [replace(c, field="update", why=why) if c is longest else c for c in columns]


def _usual_length(texts: Sequence[str]) -> float:
    return sorted(len(text) for text in texts)[len(texts) // 2] if texts else 0


def _cells_below(rows: Iterable[dict[int, Cell]]) -> dict[int, list[str]]:
    below: dict[int, list[str]] = {}
    for cells in rows:
        if len(cells) < 2:  # a band or a title says nothing about a column
            continue
        for column, cell in cells.items():
            texts = below.setdefault(column, [])
            if len(texts) < _SAMPLE and not cell.is_blank:
                texts.append(cell.text)
    return {column: texts for column, texts in below.items() if texts}


def _each_once(columns: list[PlanColumn]) -> list[PlanColumn]:
    """Of several columns of one field, the revised or latest is the field. Milestones may be two."""
    result = list(columns)
    for field in {c.field for c in columns if c.field}:
        same = [i for i, c in enumerate(result) if c.field == field]
        if len(same) < 2:
            continue
        if field == "milestone":
            result[same[1]] = replace(result[same[1]], field="milestone_2")
            same = same[2:]
            others = same
        else:
            chosen = same[prefer([result[i].heading for i in same])]
            others = [i for i in same if i != chosen]
        for i in others:
            result[i] = replace(result[i], field="", why="another column is taken for this field")
    return _rating_beside_combined(result)


def _rating_beside_combined(columns: list[PlanColumn]) -> list[PlanColumn]:
    """Rating and comment share a column where a heading says so, or where the plan has no other column for comments.

    `rag_and_update` beside a column of ratings, or of updates, is only the other half.
    """
    fields = {c.field for c in columns}
    if "rag" in fields and not fields & {"update", RAG_AND_UPDATE}:
        why = "the plan has no column for updates: what is written after the rating is one"
        return [replace(c, field=RAG_AND_UPDATE, why=why) if c.field == "rag" else c for c in columns]
    if RAG_AND_UPDATE not in fields or not fields & {"rag", "update"}:
        return columns
    half = "" if {"rag", "update"} <= fields else "update" if "rag" in fields else "rag"
    return [replace(c, field=half) if c.field == RAG_AND_UPDATE else c for c in columns]


def _named(columns: list[PlanColumn]) -> tuple[PlanColumn, ...]:
    seen: dict[str, int] = {}
    named = []
    for column in columns:
        if column.field:
            named.append(column)
            continue
        name = column.heading or f"Column {column_letters(column.position)}"
        seen[name.casefold()] = count = seen.get(name.casefold(), 0) + 1
        named.append(replace(column, field=EXTRA + (name if count == 1 else f"{name} ({count})")))
    return tuple(named)
