"""Which row of one version of a plan is which row of another (merge.md, Which row is which).

Never by position alone. In order: the key that an issued workbook carries; number and wording together;
wording alone; then one best assignment over what is left. A pair that is not sure is reported as doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from planbook.matching.assignment import Scores, best_assignment
from planbook.matching.scoring import RowWords, scores_of, words_of
from planbook.model import Action

_SURE = 0.62
"""A pair of one number is sure from this likeness of its rows on, and with different numbers from `_SURE_ALONE` on."""
_SURE_ALONE = 0.72
_CLEARLY = 0.08
"""By how much an assignment must be better than the next one for its pairs to be sure."""
_NEAREST_UP_TO = 10_000
"""Pairs of rows that say the same among which the nearest are looked for."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The rows of `old` and `new` by index: what is sure, what is doubtful, what stands alone."""

    pairs: dict[int, int]
    """New to old."""
    doubtful: dict[int, tuple[int, ...]]
    """New to the old rows that it may be, likeliest first."""
    added: tuple[int, ...]
    missing: tuple[int, ...]


def pair_rows(old: Sequence[Action], new: Sequence[Action]) -> Pairing:
    """Pair the rows of two versions of one plan. The order of rows only settles what nothing else can."""
    olds, news = [words_of(a) for a in old], [words_of(a) for a in new]
    pairs: dict[int, int] = {}
    _pair_by_key(olds, news, pairs)
    _pair_by(lambda r: (r.number, r.wording, r.rest) if r.wording or r.rest else None, olds, news, pairs)
    _pair_by(lambda r: (r.wording, r.rest) if r.wording else None, olds, news, pairs, only_unique=True)
    _pair_by_number(olds, news, pairs)
    _pair_by(lambda r: r.wording, olds, news, pairs, only_unique=True)
    _pair_by(lambda r: (r.number, r.rest) if r.number and r.rest else None, olds, news, pairs, only_unique=True)
    doubtful = _pair_the_rest(olds, news, pairs)
    taken = set(pairs.values()) | {i for few in doubtful.values() for i in few[:1]}
    added = tuple(i for i in range(len(news)) if i not in pairs and i not in doubtful)
    missing = tuple(i for i in range(len(olds)) if i not in taken)
    return Pairing(pairs, doubtful, added, missing)


def _pair_by_key(olds: Sequence[RowWords], news: Sequence[RowWords], pairs: dict[int, int]) -> None:
    """Pair by the keys that an issued workbook carries. Of a row that was copied with its key, the key says nothing.

    Keys stay behind where somebody sorts the visible columns alone. If one stands beside what is word for word another
    row, none of them is believed where the words say something else.
    """
    found: dict[int, int] = {}
    _pair_by(lambda r: r.key, olds, news, found, only_unique=True)
    known = {old.wording for old in olds if old.wording}
    moved = any(news[j].wording != olds[i].wording and news[j].wording in known for j, i in found.items())
    pairs.update((j, i) for j, i in found.items() if not moved or news[j].wording == olds[i].wording)


def _pair_by(
    key: Callable[[RowWords], object],
    olds: Sequence[RowWords],
    news: Sequence[RowWords],
    pairs: dict[int, int],
    *,
    only_unique: bool = False,
) -> None:
    """Pair what is not paired yet and has the same key; several of one key pair in their order."""
    left, right = _left_by(key, olds, set(pairs.values())), _left_by(key, news, pairs.keys())
    for value, rights in right.items():
        lefts = left.get(value, [])
        if not lefts or (only_unique and (len(lefts) > 1 or len(rights) > 1)):
            continue
        pairs.update(_side_by_side(rights, lefts))


def _side_by_side(rights: Sequence[int], lefts: Sequence[int]) -> dict[int, int]:
    """Rows that say the same, in their order; where one side has more, those that stand nearest to each other."""
    if len(rights) == len(lefts) or len(rights) * len(lefts) > _NEAREST_UP_TO:
        return dict(zip(rights, lefts, strict=False))
    few, many = sorted((rights, lefts), key=len)
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())] * (len(many) + 1)
    for n, row in enumerate(few, 1):
        costs = [(cost + abs(row - other), (*chosen, other)) for (cost, chosen), other in zip(best, many, strict=False)]
        best = [(10**9, ())] * n
        for k in range(n - 1, len(many)):
            best.append(min(costs[k], best[-1]))
    pairs = dict(zip(few, best[-1][1], strict=True))
    return pairs if few is rights else {right: left for left, right in pairs.items()}


def _left_by(
    key: Callable[[RowWords], object], rows: Sequence[RowWords], taken: Container[int]
) -> dict[object, list[int]]:
    """The rows that are not paired yet, by their key; rows without one are left out."""
    found: dict[object, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if i not in taken and key(row):
            found[key(row)].append(i)
    return found


def _pair_by_number(olds: Sequence[RowWords], news: Sequence[RowWords], pairs: dict[int, int]) -> None:
    """Number and wording together. Where several rows say the same and were numbered anew, the number tells nothing."""
    left, right = _left_by(lambda r: r.wording, olds, set(pairs.values())), _left_by(lambda r: r.wording, news, pairs)
    for wording, rights in right.items():
        lefts = left.get(wording, [])
        by_number = {olds[i].number: i for i in reversed(lefts) if olds[i].number}
        same_numbers = len(lefts) == len(rights) and by_number.keys() == {news[j].number for j in rights}
        if same_numbers or len(lefts) == 1 or len(rights) == 1:
            for j in rights:
                found = by_number.pop(news[j].number, None)
                if found is not None:
                    pairs[j] = found


def _pair_the_rest(
    olds: Sequence[RowWords], news: Sequence[RowWords], pairs: dict[int, int]
) -> dict[int, tuple[int, ...]]:
    """Assign what is left by likeness; add the sure pairs to `pairs` and give back the doubtful ones."""
    taken = set(pairs.values())
    lefts = [i for i in range(len(olds)) if i not in taken]
    rights = [j for j in range(len(news)) if j not in pairs]
    scores = scores_of(olds, news, lefts, rights)
    likely = _Likely(scores, best_assignment(scores))
    doubtful: dict[int, tuple[int, ...]] = {}
    for j, i in sorted(likely.chosen.items()):
        same_number = bool(olds[i].number) and olds[i].number == news[j].number
        enough = scores[(j, i)] >= (_SURE if same_number else _SURE_ALONE)
        if enough and likely.margin(j, i) >= _CLEARLY:
            pairs[j] = i
        else:
            doubtful[j] = (i, *(b for b in likely.rivals(j) if b != i))[:3]
    held = {few[0]: j for j, few in doubtful.items()}
    for j in likely.left_over():
        best = likely.rivals(j)[0]
        if best in held and scores[(j, best)] > scores[(held[best], best)] - _CLEARLY:
            doubtful[j] = (best,)
    return doubtful


class _Likely:
    """The best assignment of what is left, and how sure each pair of it is."""

    def __init__(self, scores: Scores, chosen: dict[int, int]) -> None:
        self.chosen = chosen
        self._scores = scores
        self._holder = {i: j for j, i in chosen.items()}
        self._olds_of: dict[int, list[int]] = defaultdict(list)
        self._others_of: dict[int, list[int]] = defaultdict(list)
        for j, i in scores:
            self._olds_of[j].append(i)
            if j not in chosen:
                self._others_of[i].append(j)

    def rivals(self, j: int) -> list[int]:
        """The old rows that a new row may be, likeliest first."""
        return sorted(self._olds_of[j], key=lambda i: (-self._scores[(j, i)], i))

    def left_over(self) -> list[int]:
        """The new rows that may be an old one, which another new row is likelier to be."""
        return sorted(self._olds_of.keys() - self.chosen.keys())

    def margin(self, j: int, i: int) -> float:
        """How much worse the assignment would be with another pair in the place of this one."""
        scores = self._scores
        losses = [2.0]
        for other in self._olds_of[j]:
            if other != i:
                k = self._holder.get(other)
                swapped = 0.0 if k is None else scores[(k, other)] - scores.get((k, i), 0.0)
                losses.append(scores[(j, i)] - scores[(j, other)] + swapped)
        losses.extend(scores[(j, i)] - scores[(k, i)] for k in self._others_of[i])
        return min(losses)
