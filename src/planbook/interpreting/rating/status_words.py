"""The status words of action plans, and what they say about an action.

A rating's label is found as the longest status phrase at a place: adverbs, then one phrase of `status_phrases.py` or
of the rating scale in use. Each phrase belongs to a meaning, so that code and label can be compared whatever the scale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planbook.interpreting.rating.folding import word_set
from planbook.interpreting.rating.status_phrases import MEANINGS, Meaning
from planbook.settings import Scale

# What stands before a status word without being one. A negation turns the meaning; `partially` halves it.
_ADVERBS = word_set("""fully now all still currently well very just newly broadly generally action actions work
    is are has have been this the task project milestone remains remain being overall again both already largely
    significantly slightly seriously audit objective recommendation target""")
_NEGATIONS = (("yet", "to", "be"), ("not", "yet"), ("not", "been"), ("yet", "to"), ("to", "be"), ("not",), ("never",))
_HALVES = word_set("partially partly part mostly nearly almost mainly substantially half semi")

# Long words a slip away from these are read as them. The words in _REAL are words of their own.
_SLIPPABLE = word_set("""complete completed ongoing progress target schedule delayed overdue started achieved
    delivered finished embedded implemented outstanding required underway slippage superseded cancelled deferred
    suspended actioned""")
_REAL = word_set("competed compete stated starter starred targets completes delivers progressed relayed")

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_BETWEEN = re.compile(r"[ \n]{1,3}|-")
_LONGEST = 9
"""Words that are looked at: adverbs and the longest phrase."""


@dataclass(frozen=True, slots=True)
class Label:
    """A status phrase at a place of a folded text."""

    start: int
    end: int
    meaning: Meaning
    words: str
    spelling: bool = False


_JOINED: dict[str, tuple[str, ...]] = {"".join(p): p for p in MEANINGS if len(p) > 1 and len("".join(p)) > 5}


@lru_cache(maxsize=32)
def _scale_phrases(scale: Scale) -> dict[tuple[str, ...], Meaning]:
    """The scale's own labels and wordings, each with the meaning that its words have, where they have one."""
    own: dict[tuple[str, ...], Meaning] = {}
    for step in scale.steps:
        for phrase in (step.label, *step.words):
            words = tuple(_WORD.findall(phrase.lower().replace("-", " ")))
            if words and len(words) <= _LONGEST and words not in MEANINGS:
                own[words] = meaning_of(phrase)
    return own


def one_slip(word: str, right: str) -> bool:
    """Whether one letter is missing, added, changed, or two neighbours have changed places; the first letter stands."""
    if not word or word[0] != right[0] or abs(len(word) - len(right)) > 1:
        return False
    same = 0
    while same < min(len(word), len(right)) and word[same] == right[same]:
        same += 1
    rest, want = word[same:], right[same:]
    return rest != want and (
        rest[1:] == want
        or rest == want[1:]
        or rest[1:] == want[1:]
        or (rest[1::-1] == want[:2] and rest[2:] == want[2:])
    )


@lru_cache(maxsize=1024)
def _mended(word: str) -> str:
    """The status word that was meant, or the word itself."""
    if len(word) < 6 or word in _SLIPPABLE or word in _REAL or (word,) in MEANINGS:
        return word
    return next((right for right in sorted(_SLIPPABLE) if one_slip(word, right)), word)


def _words_at(folded: str, place: int) -> list[tuple[str, int]]:
    """The next words and where each ends, as far as nothing but a space or a hyphen parts them."""
    words: list[tuple[str, int]] = []
    while len(words) < _LONGEST and (found := _WORD.match(folded, place)):
        words.append((found[0], found.end()))
        gap = _BETWEEN.match(folded, found.end())
        if not gap:
            break
        place = gap.end()
    return words


def _core(words: list[str], own: dict[tuple[str, ...], Meaning]) -> tuple[int, Meaning, bool] | None:
    """How many of these words make the longest status phrase, what it means, and whether it was misspelt."""
    for count in range(len(words), 0, -1):
        phrase = tuple(words[:count])
        if phrase in own:
            return count, own[phrase], False
        if phrase in MEANINGS:
            return count, MEANINGS[phrase], False
        mended = tuple(_mended(word) for word in phrase)
        if mended != phrase and mended in MEANINGS:
            return count, MEANINGS[mended], True
    joined = _JOINED.get(words[0]) if words else None
    return (1, MEANINGS[joined], True) if joined else None


def _turned(meaning: Meaning, negated: bool, halved: bool) -> Meaning:
    if negated and meaning in (Meaning.COMPLETE, Meaning.PROGRESS, Meaning.ON_TRACK, Meaning.STRONG):
        return Meaning.BAD
    if halved and meaning is Meaning.COMPLETE:
        return Meaning.PARTIAL
    return meaning


def label_at(folded: str, place: int, scale: Scale) -> Label | None:
    """The status phrase that begins at this place of a folded text, as long as it goes; None where there is none.

    The rule is interpretation.md, Ratings: the label's wording is kept, so the phrase takes its adverbs with it.
    """
    found = _words_at(folded, place)
    words = [word for word, _ in found]
    own = _scale_phrases(scale)
    skipped, negated, halved = 0, False, False
    while skipped <= len(words):
        core = _core(words[skipped:], own)
        if core:
            count, meaning, slip = core
            end = found[skipped + count - 1][1]
            return Label(place, end, _turned(meaning, negated, halved), folded[place:end], slip)
        negation = next((n for n in _NEGATIONS if tuple(words[skipped : skipped + len(n)]) == n), None)
        if negation:
            negated, skipped = True, skipped + len(negation)
            continue
        if skipped >= len(words) or words[skipped] not in _ADVERBS | _HALVES:
            return None
        halved = halved or words[skipped] in _HALVES
        skipped += 1
    return None


def meaning_of(phrase: str) -> Meaning:
    """What a status phrase on its own means; UNKNOWN unless the words are known from end to end."""
    words = _WORD.findall(phrase.lower().replace("-", " "))[:_LONGEST]
    negated = halved = False
    for skipped in range(len(words)):
        core = _core(words[skipped:], {})
        if core:
            return _turned(core[1], negated, halved) if skipped + core[0] == len(words) else Meaning.UNKNOWN
        word = words[skipped]
        if word in ("not", "yet", "never", "to", "be"):
            negated = True
        elif word not in _ADVERBS | _HALVES:
            return Meaning.UNKNOWN
        halved = halved or word in _HALVES
    return Meaning.UNKNOWN
