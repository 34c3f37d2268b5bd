"""How alike the rows of two versions of a plan are: only those that share a number or a rare word are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from planbook.likeness import folded, likeness
from planbook.matching.assignment import Scores
from planbook.model import Action

_DOUBTFUL = 0.45
"""Below this two rows have nothing to do with each other, unless they share a number."""
_NUMBER_SAYS = 0.12
"""What a number in common adds to the likeness of two rows."""
_CANDIDATES = 8
"""Rows that one row is compared with in full: those that share its rarest words."""
_FIELDS = ("lead", "timescale", "success_measures", "impact", "risk", "mitigation", "update")
_OPENING_NUMBER = re.compile(r"^\s*\w{0,4}\d[\w.]{0,6}[.):]?\s+")


@dataclass(frozen=True, slots=True)
class RowWords:
    """What tells one row from another, in its normal form."""

    key: str
    number: str
    wording: str
    rest: str
    words: frozenset[str]


def _words(action: Action, field: str) -> str:
    """What a field says; struck-out words are no value, and still tell which row it is."""
    entry = action.fields.get(field)
    return (entry.text or entry.struck) if entry else ""


def words_of(action: Action) -> RowWords:
    """The words of an action's row, without the number that may open them."""
    parts = [words for f in ("action", "milestone", "milestone_2") if (words := _words(action, f))]
    wording = folded(_OPENING_NUMBER.sub("", " ".join(parts) or _words(action, "objective")))
    rest = folded(" ".join(action.text(f)[:200] for f in _FIELDS))
    return RowWords(action.key, action.number, wording, rest, frozenset(re.findall(r"\w{3,}", wording)))


def scores_of(
    olds: Sequence[RowWords], news: Sequence[RowWords], lefts: Sequence[int], rights: Sequence[int]
) -> Scores:
    """The likeness of each new row to each old one that it may be, by (new, old)."""
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


def _candidates(row: RowWords, by_number: dict[str, list[int]], by_word: dict[str, list[int]]) -> list[int]:
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


def _score(old: RowWords, new: RowWords) -> float:
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
    return score + (_NUMBER_SAYS if old.number and old.number == new.number else 0.0)
