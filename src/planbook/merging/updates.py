"""Updates grow (merge.md): dated entries of all versions are united; undated paragraphs are one text.

Nothing that stood in the base is dropped because a return left it out, and nothing new that is dated is
ever left behind. Where one return alone has changed the cell and left every earlier entry in it, its cell is
taken exactly as it was typed, so that the ordinary quarter gives no surprise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planbook.interpreting.updates import split_entries
from planbook.likeness import likeness, normalise
from planbook.model import Entry

_SAME_ENTRY = 0.6
"""Likeness from which an entry of the same date is an altered one and not another one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of an update cell; `key` is what makes it the same entry in another version."""

    date: date | None
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Growth:
    """What became of an update: its text, which proposals added to it, what could not be taken."""

    text: str
    sources: tuple[int, ...]
    """Indices of the proposals whose words are in the text and were not in the base."""
    kept: tuple[tuple[int, str, str], ...] = ()
    """U003: the proposal, the earlier entry that stays, what the return made of it (empty: dropped)."""
    conflict: str = ""
    """M001 or M002 where the undated paragraphs were rewritten on both sides or in two returns."""
    rewriting: tuple[int, ...] = ()
    """The proposals that take part in the conflict."""


def pieces(text: str) -> tuple[Piece, ...]:
    """The entries of a cell in the order written; paragraphs without a date come as one or more undated pieces."""
    found = []
    for entry in split_entries(text):
        raw = text[entry.start : entry.end].strip()
        if raw:
            found.append(Piece(entry.date, raw, normalise(raw).casefold().strip(" ;,-")))
    return tuple(found)


def undated(parts: Sequence[Piece]) -> str:
    """The paragraphs without a date, as one text."""
    return "\n".join(p.text for p in parts if p.date is None)


def grow(base: Entry, ours: Entry, proposals: Sequence[Entry]) -> Growth:
    """Unite an update with what the returns made of it; see the module's text for the rules."""
    old, mine = pieces(base.text), pieces(ours.text)
    theirs = [pieces(p.text) for p in proposals]
    kept = tuple(k for i, parts in enumerate(theirs) for k in _altered_or_dropped(i, old, parts))
    loose, conflict, rewriting = _undated_text(old, mine, theirs)
    distinct = {normalise(p.text) for p in proposals}
    untouched = normalise(ours.text) == normalise(base.text)
    if len(distinct) == 1 and not kept and not conflict and (untouched or normalise(ours.text) in distinct):
        text = proposals[0].text if untouched else ours.text
        return Growth(text, tuple(range(len(proposals))))
    united = list(mine)
    sources = []
    for i, parts in enumerate(theirs):
        added = _new_pieces(old, parts)
        united = _with_new(united, added, newest_first=_is_newest_first(mine, parts))
        wrote = undated(parts)
        if added or (wrote and loose and normalise(wrote) == normalise(loose) and i not in rewriting):
            sources.append(i)
    if not conflict:
        united = _with_undated(united, loose)
    text = ours.text if [p.key for p in united] == [p.key for p in mine] else "\n".join(p.text for p in united)
    return Growth(text, tuple(sources), kept, conflict, rewriting)


def _extends(longer: Piece, shorter: Piece) -> bool:
    return longer.date == shorter.date and longer.key.startswith(shorter.key)


def _altered_or_dropped(i: int, old: Sequence[Piece], parts: Sequence[Piece]) -> list[tuple[int, str, str]]:
    """The dated entries of the base that a return does not have any more, and its undated text if all of it went."""
    found = []
    for piece in old:
        if piece.date is None or any(_extends(p, piece) for p in parts):
            continue
        altered = next((p.text for p in parts if _is_altered(p, piece)), "")
        found.append((i, piece.text, altered))
    before = undated(old)
    if before and not undated(parts):
        found.append((i, before, ""))
    return found


def _is_altered(new: Piece, old: Piece) -> bool:
    return new.date == old.date and new.key != old.key and likeness(new.key, old.key) >= _SAME_ENTRY


def _new_pieces(old: Sequence[Piece], parts: Sequence[Piece]) -> list[Piece]:
    """The dated entries that a return adds, or lengthens; an altered one is shown as U003 and not added."""
    keys = {p.key for p in old}
    return [
        p
        for p in parts
        if p.date is not None
        and p.key not in keys
        and (any(_extends(p, o) for o in old) or not any(_is_altered(p, o) for o in old if o.date))
    ]


def _with_new(united: list[Piece], added: Sequence[Piece], *, newest_first: bool) -> list[Piece]:
    """Put new entries where their date belongs in the order that the cell is kept in."""
    result = list(united)
    for piece in added:
        if any(p.key == piece.key or (_extends(p, piece)) for p in result):
            continue
        shorter = next((k for k, p in enumerate(result) if p.date is not None and _extends(piece, p)), None)
        if shorter is not None:
            result[shorter] = piece
            continue
        result.insert(_position(result, piece, newest_first=newest_first), piece)
    return result


def _position(parts: Sequence[Piece], piece: Piece, *, newest_first: bool) -> int:
    dated = [(k, p.date) for k, p in enumerate(parts) if p.date is not None]
    assert piece.date is not None  # noqa: S101 - only dated pieces are placed
    if newest_first:
        return next((k for k, d in dated if d < piece.date), dated[-1][0] + 1 if dated else 0)
    later = next((k for k, d in dated if d > piece.date), None)
    return later if later is not None else len(parts)


def _is_newest_first(mine: Sequence[Piece], parts: Sequence[Piece]) -> bool:
    """How the cell is kept: as the master keeps it, else as the return does; newest last where neither tells."""
    for version in (mine, parts):
        dates = [p.date for p in version if p.date is not None]
        if len(dates) > 1 and dates[0] != dates[-1]:
            return dates[0] > dates[-1]
    return False


def _undated_text(
    old: Sequence[Piece], mine: Sequence[Piece], theirs: Sequence[Sequence[Piece]]
) -> tuple[str, str, tuple[int, ...]]:
    """The undated text to stand, and the conflict if there is one: a three-way merge of one text."""
    before, now = undated(old), undated(mine)
    wrote = {i: undated(parts) for i, parts in enumerate(theirs)}
    changed = {i: t for i, t in wrote.items() if t and normalise(t) != normalise(before)}
    values = {normalise(t) for t in changed.values()}
    if not values:
        return now, "", ()
    if len(values) > 1:
        return now, "M002", tuple(changed)
    value = next(iter(changed.values()))
    if normalise(now) in (normalise(before), normalise(value)):
        return (now if normalise(now) == normalise(value) else value), "", ()
    return now, "M001", tuple(changed)


def _with_undated(united: list[Piece], text: str) -> list[Piece]:
    """The entries with this undated text in the place of the one that stood there, else at the front."""
    if normalise(undated(united)) == normalise(text):
        return united
    fresh = Piece(None, text, normalise(text).casefold())
    first = next((k for k, p in enumerate(united) if p.date is None), 0)
    rest = [p for p in united if p.date is not None]
    before = sum(1 for p in united[:first] if p.date is not None)
    return rest[:before] + ([fresh] if text else []) + rest[before:]


def with_text(entry: Entry, text: str) -> Entry:
    """An entry with grown words."""
    return replace(entry, text=text)
