"""The entries of an update cell as the merge compares them: what makes two of them the same, longer or altered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planbook.interpreting.updates import split_entries
from planbook.likeness import likeness, normalise

_SAME_ENTRY = 0.6
"""Likeness from which an entry of the same date is an altered one and not another one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of an update cell; `key` is what makes it the same entry in another version."""

    date: date | None
    text: str
    key: str


def pieces(text: str) -> tuple[Piece, ...]:
    """The entries of a cell in the order written; paragraphs without a date come as one or more undated pieces.

    A rating that shares the cell has been cut off before: what still opens the text like one is somebody's words.
    """
    found = []
    for entry in split_entries(text, ratings=False):
        raw = text[entry.start : entry.end].strip()
        if raw:
            found.append(Piece(entry.date, raw, _key(raw)))
    return tuple(found)


def apart(parts: Sequence[Piece], known: str) -> tuple[Piece, ...]:
    """The entries with a known undated text standing by itself again.

    People write a new dated entry above the paragraph that was there. By itself that paragraph now reads as the end of
    the entry; that it stood there before tells that it is none.
    """
    wanted = normalise(known)
    if not wanted:
        return tuple(parts)
    result: list[Piece] = []
    for piece in parts:
        starts = [m.end() for m in re.finditer(r"\n", piece.text)] if piece.date is not None else []
        at = next((k for k in starts if normalise(piece.text[k:]) == wanted), None)
        for text, day in (
            ((piece.text, piece.date),)
            if at is None
            else (
                (piece.text[:at].strip(), piece.date),
                (piece.text[at:].strip(), None),
            )
        ):
            result.append(Piece(day, text, _key(text)))
    return tuple(result)


def _key(text: str) -> str:
    return normalise(text).casefold().strip(" ;,-")


def undated(parts: Sequence[Piece]) -> str:
    """The paragraphs without a date, as one text."""
    return "\n".join(p.text for p in parts if p.date is None)


def extends(longer: Piece, shorter: Piece) -> bool:
    """Whether an entry is another one of the same date, gone on with or just as it was."""
    return longer.date == shorter.date and longer.key.startswith(shorter.key)


def is_in(piece: Piece, parts: Sequence[Piece]) -> bool:
    """Whether these entries have this one, as it is or gone on with."""
    return any(extends(p, piece) for p in parts)


def is_news(text: str, before: str) -> bool:
    """Whether a reader sees a difference between two texts."""
    return normalise(text) != normalise(before)


def altered(old: Sequence[Piece], parts: Sequence[Piece]) -> dict[int, int]:
    """Which dated entry of the base became which of a return's, by index; each entry stands for one other at most."""
    free = [k for k, p in enumerate(parts) if p.date is not None and not any(extends(p, o) for o in old)]
    pairs = [
        (-likeness(parts[k].key, piece.key), i, k)
        for i, piece in enumerate(old)
        if piece.date is not None and not is_in(piece, parts)
        for k in free
        if parts[k].date == piece.date
    ]
    found: dict[int, int] = {}
    for unlike, i, k in sorted(pairs):
        if -unlike >= _SAME_ENTRY and i not in found and k not in found.values():
            found[i] = k
    return found
