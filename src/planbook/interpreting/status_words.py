"""The status words of action plans, and what they say about an action.

A rating's label is found as the longest status phrase at a place: adverbs, then one phrase of the tables below or of
the rating scale in use. Each phrase belongs to a meaning, so that code and label can be compared whatever the scale.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from planbook.settings import Scale


class Meaning(enum.StrEnum):
    """What a status says. `UNKNOWN` is a status word that tells nothing about progress."""

    BAD = "bad"
    SLOW = "slow"
    PARTIAL = "partial"
    PROGRESS = "progress"
    ON_TRACK = "on track"
    COMPLETE = "complete"
    STRONG = "strong"
    LATER = "later"
    UNKNOWN = ""


_TABLES: dict[Meaning, str] = {
    Meaning.COMPLETE: """complete; completed; completion; done; met; achieved; delivered; closed; finished; implemented; embedded;
        signed off; actioned; discharged; concluded; fulfilled; in place; resolved; business as usual; bau; accomplished;
        closed down; complete and closed; completed and closed; complete and embedded; completed and embedded;
        objective met; target met; action met; no further action; no further action required; ended""",
    Meaning.ON_TRACK: """on target; on track; on schedule; on plan; on course; on time; to plan; as planned; to schedule;
        according to plan; ahead of schedule; ahead of plan; under control; within tolerance; going well; good progress;
        progressing well; good progress made; good progress being made; progressing to plan; progressing as planned;
        proceeding to plan; expected to complete on time""",
    Meaning.PROGRESS: """ongoing; on going; in progress; progressing; underway; under way; started; commenced; continuing;
        work in progress; work ongoing; work underway; work started; work commenced; wip; in hand; begun; live; active; open;
        being progressed; in development; being developed; progressed; in train; progress being made; progress made;
        developing; some progress made in line with plan; work continues; continues""",
    Meaning.SLOW: """slow progress; some progress; limited progress; little progress; minimal progress; delayed; slipped;
        slipping; slippage; some slippage; minor slippage; slight slippage; behind schedule; behind; behind target;
        behind plan; at risk; some issues; issues; minor issues; some delay; some delays; delay; delays; slight delay;
        minor delay; minor delays; some concerns; concerns; minor concerns; below target; slow; some progress made; stalled;
        off schedule; some risk; some risks; at risk of delay; at risk of slippage; needs attention; progress slow;
        progress is slow; some progress being made; needs improvement; requires improvement; some improvement needed""",
    Meaning.BAD: """no progress; work required; work needed; overdue; off track; off target; off plan; poor; incomplete;
        outstanding; failed; failing; critical; major issues; significant issues; major concerns; serious concerns; missed;
        action required; unmet; no action; no action taken; weak; inadequate; unsatisfactory; deadline missed;
        target missed; significant delay; significant delays; major delay; major delays; further work required;
        significant work required; more work required; no work started; not on target; not on track; very poor;
        not in place; urgent action required; immediate action required; significantly delayed; unachievable""",
    Meaning.STRONG: """strong; good; very good; excellent; very strong; exemplary""",
    Meaning.LATER: """not due; not yet due; not due yet; due; on hold; hold; paused; suspended; deferred; superseded; cancelled;
        canceled; withdrawn; no longer applicable; no longer required; no longer relevant; not applicable; proposed for closure;
        propose to close; proposed to close; carry forward; carried forward; carried over; revised completion date;
        transferred; merged; pending; to be started; to start; to begin; future action; planned; scheduled; proposed;
        not required; not needed; postponed; parked; rescheduled; re-scheduled; removed; deleted; abandoned; awaiting start;
        transferred to business as usual; awaiting approval; awaiting sign off; under review; reopened; re-opened; new;
        not yet required; not currently required; no action required""",
    Meaning.UNKNOWN: """fair; satisfactory; adequate; moderate; sufficient; average; reasonable; acceptable;
        no change; unchanged; improving; stable; worsening; deteriorating; declining; static; draft; drafted; approved;
        agreed; reviewed; monitoring; mature; emerging; established; developing well""",
}
# What stands before a status word without being one. A negation turns the meaning; `partially` halves it.
_ADVERBS = frozenset(
    """fully now all still currently well very just newly broadly generally action actions work is are has have been this
    the task project milestone remains remain being overall again both already largely significantly slightly seriously
    audit objective recommendation target""".split()
)
_NEGATIONS = (("yet", "to", "be"), ("not", "yet"), ("not", "been"), ("yet", "to"), ("to", "be"), ("not",), ("never",))
_HALVES = frozenset("partially partly part mostly nearly almost mainly substantially half semi".split())

# Long words a slip away from these are read as them. The words in _REAL are words of their own.
_SLIPPABLE = frozenset(
    """complete completed ongoing progress target schedule delayed overdue started achieved delivered finished embedded
    implemented outstanding required underway slippage superseded cancelled deferred suspended actioned""".split()
)
_REAL = frozenset("competed compete stated starter starred targets completes delivers progressed relayed".split())

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


def _phrases(table: str) -> Iterable[tuple[str, ...]]:
    return (tuple(phrase.replace("-", " ").split()) for phrase in table.split(";"))


_MEANINGS: dict[tuple[str, ...], Meaning] = {
    phrase: meaning for meaning, table in _TABLES.items() for phrase in _phrases(table)
}
_JOINED: dict[str, tuple[str, ...]] = {"".join(p): p for p in _MEANINGS if len(p) > 1 and len("".join(p)) > 5}


@lru_cache(maxsize=32)
def _scale_phrases(scale: Scale) -> dict[tuple[str, ...], Meaning]:
    """The scale's own labels and wordings, each with the meaning that its words have, where they have one."""
    own: dict[tuple[str, ...], Meaning] = {}
    for step in scale.steps:
        for phrase in (step.label, *step.words):
            words = tuple(_WORD.findall(phrase.lower().replace("-", " ")))
            if words and len(words) <= _LONGEST and words not in _MEANINGS:
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
    if len(word) < 6 or word in _SLIPPABLE or word in _REAL or (word,) in _MEANINGS:
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
        if phrase in _MEANINGS:
            return count, _MEANINGS[phrase], False
        mended = tuple(_mended(word) for word in phrase)
        if mended != phrase and mended in _MEANINGS:
            return count, _MEANINGS[mended], True
    joined = _JOINED.get(words[0]) if words else None
    return (1, _MEANINGS[joined], True) if joined else None


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
    skipped, negated, halved, spoken = 0, False, False, False
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
