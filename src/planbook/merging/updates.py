"""Updates grow (merge.md): dated entries of all versions are united; undated paragraphs are one text.

Nothing that stood in the base is dropped because a return left it out, and nothing new that is dated is
ever left behind. Where one return alone has changed the cell and left every earlier entry in it, its cell is
taken exactly as it was typed, so that the ordinary quarter gives no surprise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from planbook.likeness import normalise
from planbook.merging.pieces import Piece, altered, apart, extends, is_in, is_news, pieces, undated
from planbook.model import Entry


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


def grow(
    base: Entry,
    ours: Entry,
    proposals: Sequence[Entry],
    corrected: Sequence[int] = (),
    starts: Sequence[Entry] | None = None,
) -> Growth:
    """Unite an update with what the returns made of it; see the module's text for the rules.

    `corrected` are the proposals of the file that the master's words came from: what they say replaces what the
    same sender had said before. `starts` is what each proposal started from, where that is not `base` for all.
    """
    starts = starts or [base] * len(proposals)
    olds = [pieces(s.text) for s in starts]
    mine = apart(pieces(ours.text), undated(pieces(base.text)))
    theirs = [apart(apart(pieces(p.text), undated(old)), undated(mine)) for p, old in zip(proposals, olds, strict=True)]
    changed = [altered(old, parts) for old, parts in zip(olds, theirs, strict=True)]
    kept = _kept(olds, mine, theirs, changed)
    loose, conflict, rewriting = _undated_text(olds, mine, theirs, corrected)
    distinct = {normalise(p.text) for p in proposals}
    untouched = all(normalise(ours.text) == normalise(s.text) for s in starts)
    if len(distinct) == 1 and not kept and not conflict and (untouched or normalise(ours.text) in distinct):
        return Growth(proposals[0].text if untouched else ours.text, tuple(range(len(proposals))))
    united = list(mine)
    sources = []
    for i, parts in enumerate(theirs):
        added = _new_pieces(olds[i], parts, set(changed[i].values()))
        if i in corrected:
            united = _without_earlier(united, added, [p for old in olds for p in old], theirs)
        united = _with_new(united, added, newest_first=_is_newest_first(mine, parts))
        wrote = not conflict and is_news(undated(parts), undated(mine)) and not is_news(undated(parts), loose)
        if wrote or any(not is_in(piece, mine) for piece in added):
            sources.append(i)
    if not conflict:
        united = _with_undated(united, loose)
    text = ours.text if [p.key for p in united] == [p.key for p in mine] else "\n".join(p.text for p in united)
    return Growth(text, tuple(sources), _kept(olds, united, theirs, changed), conflict, rewriting)


Kept = tuple[int, str, str]


def _kept(
    olds: Sequence[Sequence[Piece]],
    standing: Sequence[Piece],
    theirs: Sequence[Sequence[Piece]],
    changed: Sequence[Mapping[int, int]],
) -> tuple[Kept, ...]:
    """What stays though a return altered or dropped it. What the master dropped too does not stay: nothing is said."""
    return tuple(
        k for i, parts in enumerate(theirs) for k in _altered_or_dropped(i, olds[i], standing, parts, changed[i])
    )


def _altered_or_dropped(
    i: int, old: Sequence[Piece], standing: Sequence[Piece], parts: Sequence[Piece], became: Mapping[int, int]
) -> list[Kept]:
    """The dated entries of the base that a return does not have any more, and its undated text if all of it went."""
    found = [
        (i, piece.text, parts[became[n]].text if n in became else "")
        for n, piece in enumerate(old)
        if piece.date is not None and not is_in(piece, parts) and (n in became or is_in(piece, standing))
    ]
    before = undated(old)
    if before and not undated(parts) and undated(standing):
        found.append((i, before, ""))
    return found


def _new_pieces(old: Sequence[Piece], parts: Sequence[Piece], altered: Set[int]) -> list[Piece]:
    """The dated entries that a return adds, or lengthens; an altered one is shown as U003 and not added."""
    keys = {p.key for p in old}
    return [p for k, p in enumerate(parts) if p.date is not None and p.key not in keys and k not in altered]


def _without_earlier(
    united: Sequence[Piece], added: Sequence[Piece], old: Sequence[Piece], theirs: Sequence[Sequence[Piece]]
) -> list[Piece]:
    """The entries without those that the sender has only put right now: nobody else says them, nor did the base."""
    said = [*old, *(p for parts in theirs for p in parts)]
    earlier = {k: p for k, p in enumerate(united) if p.date is not None and not is_in(p, said)}
    fresh = [p for p in added if not is_in(p, united)]
    replaced = altered(list(earlier.values()), fresh)
    gone = {k for n, k in enumerate(earlier) if n in replaced}
    return [p for k, p in enumerate(united) if k not in gone]


def _with_new(united: Sequence[Piece], added: Sequence[Piece], *, newest_first: bool) -> list[Piece]:
    """Put new entries where their date belongs in the order that the cell is kept in."""
    result = list(united)
    for piece in added:
        if is_in(piece, result):
            continue
        shorter = next((k for k, p in enumerate(result) if p.date is not None and extends(piece, p)), None)
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
    olds: Sequence[Sequence[Piece]],
    mine: Sequence[Piece],
    theirs: Sequence[Sequence[Piece]],
    corrected: Sequence[int],
) -> tuple[str, str, tuple[int, ...]]:
    """The undated text to stand, and the conflict if there is one: a three-way merge of one text."""
    before, now = [undated(old) for old in olds], undated(mine)
    wrote = {i: undated(parts) for i, parts in enumerate(theirs)}
    changed = {i: t for i, t in wrote.items() if t and is_news(t, before[i])}
    values = {normalise(t) for t in changed.values()}
    if not values:
        return now, "", ()
    if len(values) > 1:
        return now, "M002", tuple(changed)
    value = next(iter(changed.values()))
    if not is_news(now, value):
        return now, "", ()
    if any(not is_news(now, before[i]) for i in changed) or not changed.keys().isdisjoint(corrected):
        return value, "", ()
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
