"""From a cell to the entries of an action: one entry a field, two where rating and comment share a cell."""

from __future__ import annotations

from dataclasses import replace

from planbook.columns import RAG_AND_UPDATE
from planbook.interpreting.rag import parse_rag
from planbook.model import Cell, CellKind, Entry, Place
from planbook.settings import Scale


def split_combined(text: str, scale: Scale | None) -> tuple[str, str]:
    """The rating's own words and the rest of a cell that holds rating and comment together."""
    rating = parse_rag(text, scale)
    if not (rating.code or rating.label):
        return "", text.strip()
    body = text.rstrip()
    if not rating.note:
        return body.strip(), ""
    if body.endswith(rating.note):
        return body[: len(body) - len(rating.note)].strip(), rating.note
    if body.lstrip().startswith(rating.note):
        return body.lstrip()[len(rating.note) :].strip(), rating.note
    return "", text.strip()


def entry_of(cell: Cell | None, place: Place) -> Entry:
    """The entry of a cell; a cell with nothing in it gives a blank one, which has a place too."""
    if cell is None:
        return Entry("", place)
    return Entry(
        cell.text,
        place,
        value=cell.value if cell.kind is CellKind.DATE else None,
        number_format=cell.number_format if cell.kind is CellKind.DATE else "",
        fill=cell.fill,
        struck=cell.struck,
        note=cell.note,
        kind=cell.kind,
        formula=cell.formula,
    )


def entries_of(cell: Cell | None, place: Place, field: str, scale: Scale | None) -> dict[str, Entry]:
    """The entries that a cell gives under a column of this field."""
    entry = entry_of(cell, place)
    if field != RAG_AND_UPDATE:
        return {field: entry}
    rating, comment = split_combined(entry.text, scale)
    return {
        "rag": replace(entry, text=rating),
        "update": replace(entry, text=comment, fill="", value=None, number_format=""),
    }
