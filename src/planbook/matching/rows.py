"""Which row of one version of a plan is which row of another (merge.md, Which row is which).

Never by position alone. In order: the key that an issued workbook carries; number and wording together;
wording alone; then one best assignment over what is left. A pair that is not sure is reported as doubtful.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planbook.likeness import folded, likeness
from planbook.matching.assignment import best_assignment
from planbook.model import Action

_SURE = 0.62
"""A pair of one number is sure from this likeness of its rows on, and with different numbers from `_SURE_ALONE` on."""
_SURE_ALONE = 0.72
_DOUBTFUL = 0.45
"""Below this two rows have nothing to do with each other, unless they share a number."""
_CANDIDATES = 8
"""Rows that one row is compared with in full: those that share its rarest words."""
_FIELDS = ("lead", "timescale", "success_measures", "impact", "risk", "mitigation", "update")
_OPENING_NUMBER = re.compile(r"^\s*\w{0,4}\d[\w.]{0,6}[.):]?\s+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """The rows of `old` and `new` by index: what is sure, what is doubtful, what stands alone."""

    pairs: dict[int, int]
    """New to old."""
    doubtful: dict[int, tuple[int, ...]]
    """New to the old rows that it may be, likeliest first."""
    added: tuple[int, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    number: str
    wording: str
    rest: str
    words: frozenset[str]


def _row(action: Action) -> _Row:
    parts = [action.text(f) for f in ("action", "milestone", "milestone_2") if action.text(f)]
    wording = folded(_OPENING_NUMBER.sub("", " ".join(parts) or action.text("objective")))
    rest = folded(" ".join(action.text(f)[:200] for f in _FIELDS))
    return _Row(action.key, action.number, wording, rest, frozenset(re.findall(r"\w{3,}", wording)))


def pair_rows(old: Sequence[Action], new: Sequence[Action]) -> Pairing:
    """Pair the rows of two versions of one plan. The order of rows only settles what nothing else can."""
    olds, news = [_row(a) for a in old], [_row(a) for a in new]
    pairs: dict[int, int] = {}
    _pair_by(lambda r: r.key, olds, news, pairs)
    _pair_by(lambda r: (r.number, r.wording, r.rest) if r.number and r.wording else None, olds, news, pairs)
    _pair_by(lambda r: (r.number, r.wording) if r.number and r.wording else None, olds, news, pairs)
    _pair_by(lambda r: r.wording, olds, news, pairs, only_unique=True)
    doubtful = _pair_the_rest(olds, news, pairs)
    taken = set(pairs.values()) | {i for few in doubtful.values() for i in few[:1]}
    added = tuple(i for i in range(len(news)) if i not in pairs and i not in doubtful)
    missing = tuple(i for i in range(len(olds)) if i not in taken)
    return Pairing(pairs, doubtful, added, missing)


def _pair_by(
    key: Callable[[_Row], object],
    olds: Sequence[_Row],
    news: Sequence[_Row],
    pairs: dict[int, int],
    *,
    only_unique: bool = False,
) -> None:
    """Pair what is not paired yet and has the same key; several of one key pair in their order."""
    taken = set(pairs.values())
    left: dict[object, list[int]] = defaultdict(list)
    right: dict[object, list[int]] = defaultdict(list)
    for i, row in enumerate(olds):
        if i not in taken and key(row):
            left[key(row)].append(i)
    for j, row in enumerate(news):
        if j not in pairs and key(row):
            right[key(row)].append(j)
    for value, rights in right.items():
        lefts = left.get(value, [])
        if not lefts or (only_unique and (len(lefts) > 1 or len(rights) > 1)):
            continue
        pairs.update(zip(rights, lefts, strict=False))


def _pair_the_rest(olds: Sequence[_Row], news: Sequence[_Row], pairs: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Assign what is left by likeness; add the sure pairs to `pairs` and give back the doubtful ones."""
    taken = set(pairs.values())
    lefts = [i for i in range(len(olds)) if i not in taken]
    rights = [j for j in range(len(news)) if j not in pairs]
    if not lefts or not rights:
        return {}
    scores = _scores(olds, news, lefts, rights)
    chosen = best_assignment(scores)
    doubtful: dict[int, tuple[int, ...]] = {}
    for j, i in sorted(chosen.items()):
        score = scores[(j, i)]
        same_number = bool(olds[i].number) and olds[i].number == news[j].number
        others = sorted((s for (a, b), s in scores.items() if a == j and b != i), reverse=True)
        close = bool(others) and score - others[0] < 0.08 and not same_number
        if score >= (_SURE if same_number else _SURE_ALONE) and not close:
            pairs[j] = i
        else:
            rivals = sorted((b for a, b in scores if a == j), key=lambda b: (-scores[(j, b)], b))
            doubtful[j] = (i, *(b for b in rivals if b != i))[:3]
    return doubtful


def _scores(
    olds: Sequence[_Row], news: Sequence[_Row], lefts: Sequence[int], rights: Sequence[int]
) -> dict[tuple[int, int], float]:
    by_number: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in lefts:
        by_number[olds[i].number].append(i)
        for word in olds[i].words:
            by_word[word].append(i)
    scores: dict[tuple[int, int], float] = {}
    for j in rights:
        for i in _candidates(news[j], by_number, by_word):
            score = _score(olds[i], news[j])
            if score >= _DOUBTFUL or (news[j].number and news[j].number == olds[i].number):
                scores[(j, i)] = score
    return scores


def _candidates(row: _Row, by_number: dict[str, list[int]], by_word: dict[str, list[int]]) -> list[int]:
    """The old rows that share the number, or most of the rarest words."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted(row.words, key=lambda w: (len(by_word.get(w, ())), w))[:12]:
        holders = by_word.get(word, ())
        if len(holders) <= 200:
            for i in holders:
                shared[i] += 1 / len(holders)
    likely = sorted(shared, key=lambda i: (-shared[i], i))[:_CANDIDATES]
    same = by_number.get(row.number, []) if row.number else []
    return list(dict.fromkeys([*same[:_CANDIDATES], *likely]))


def _score(old: _Row, new: _Row) -> float:
    """How alike two rows are, from 0 to 1: mostly their wording, then the rest of the row, then the number.

    A wording that was lengthened keeps its old words, so shared words count beside the letters.
    """
    if old.wording and new.wording:
        letters = likeness(old.wording, new.wording)
        shared = len(old.words & new.words) / max(1, min(len(old.words), len(new.words)))
        wording = max(letters, 0.5 * letters + 0.5 * shared)
        rest = likeness(old.rest, new.rest) if old.rest and new.rest else 0.0
        score = 0.75 * wording + 0.25 * max(rest, wording * 0.8)
    else:
        score = 0.9 * likeness(old.rest, new.rest) if old.rest and new.rest else 0.0
    return min(1.0, score + (0.12 if old.number and old.number == new.number else 0.0))
