"""A rating scale as a plan explains it itself: in a heading, a line of key, or a block of cells.

    RAG rating 1 (poor) - 4 (strong)        Red = not started, Amber = in progress, Green = complete
    Key: R – overdue; A – at risk; G – on track; B – complete

Real plans disagree: green is complete in one and on track in another, and some scales run backwards. So a legend
that is found comes before the default (interpretation.md, Ratings), and the words decide which step is complete.
An ordinary sentence and a rating are no legend: it takes several codes, each explained in a few words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from planbook.interpreting.rating.codes import colour_of
from planbook.interpreting.rating.folding import fold, word_set
from planbook.interpreting.rating.legend_entries import Entry, entries_of, paired_entries
from planbook.interpreting.rating.status_phrases import Meaning
from planbook.interpreting.rating.status_words import label_at, meaning_of
from planbook.settings import DEFAULT_SCALE, Scale, Step

_RANK = {
    Meaning.BAD: 0,
    Meaning.SLOW: 1,
    Meaning.PARTIAL: 2,
    Meaning.PROGRESS: 2,
    Meaning.ON_TRACK: 3,
    Meaning.STRONG: 4,
    Meaning.COMPLETE: 4,
}
_COLOUR_RANK = {"red": 0, "orange": 1, "amber": 1, "yellow": 2, "green": 3, "blue": 4}
_LEVELS = word_set("high medium low med urgent essential desirable critical")
_NO_SCALE = Scale(())
_FILLS = {
    Meaning.BAD: ("red",),
    Meaning.SLOW: ("amber",),
    Meaning.PARTIAL: ("amber",),
    Meaning.ON_TRACK: ("green",),
    Meaning.COMPLETE: ("green", "blue"),
    Meaning.STRONG: ("green", "blue"),
}


def read_legend(texts: Sequence[str]) -> Scale | None:
    """The scale that a heading, or a block of neighbouring cells, explains; None where it is no legend.

    Steps come worst first. A colour's letter is named by its colour (`R` is `red`), since that is how `parse_rag`
    names it. A step is complete where its words say so; `1 (poor) - 4 (strong)` names the ends alone, so its best is.
    """
    entries, spanned = _read(tuple(text for text in texts if text and text.strip())[:24])
    names = [entry.code for entry in entries]
    if len(entries) < 2 or len(set(names)) < len(names) or not _one_kind(names):
        return None
    if names[0].isdecimal() and all(entry.words.lower() in _LEVELS for entry in entries):
        return None  # a priority or a risk
    if spanned:
        return _between(entries[0], entries[1])
    ordered = _worst_first(entries)
    steps = tuple(_step(entry) for entry in ordered)
    if (
        names[0].isdecimal()
        and not any(step.complete for step in steps)
        and _meaning(steps[-1].label) is Meaning.STRONG
    ):
        steps = (*steps[:-1], replace(steps[-1], complete=True))  # an assessment's best end, as where it names its ends
    return Scale(steps)


def _read(texts: tuple[str, ...]) -> tuple[tuple[Entry, ...], bool]:
    if not texts or any(len(text) > 1000 for text in texts):
        return (), False
    if len(texts) == 1:
        found = entries_of(fold(texts[0]))
        return found.entries, found.spans
    each = [entries_of(fold(text)) for text in texts]
    several = [found for found in each if len(found.entries) > 1]
    if len(several) == 1:  # a key in one cell, among others
        return several[0].entries, several[0].spans
    if paired := paired_entries(texts):
        return paired, False
    single = [found.single for found in each if found.single]
    return (tuple(single), False) if len(single) >= 3 and _is_block(single, len(texts)) else ((), False)


def _is_block(entries: list[Entry], cells: int) -> bool:
    """A block explains a code in nearly every cell (a title aside), in order; a column of ratings is in none."""
    if cells - len(entries) > 2:
        return False
    numbers = [int(entry.code) for entry in entries if entry.code.isdecimal()]
    steps = {after - before for before, after in pairwise(numbers)}
    return not numbers or steps in ({1}, {-1})


def _one_kind(names: list[str]) -> bool:
    return all(name.isdecimal() for name in names) or not any(name.isdecimal() for name in names)


def _meaning(words: str) -> Meaning:
    """What a step's explanation says: of several wordings the first that says anything."""
    return next(
        (meaning for part in _wordings(words) if (meaning := _lenient(part)) is not Meaning.UNKNOWN), Meaning.UNKNOWN
    )


def _lenient(words: str) -> Meaning:
    exact = meaning_of(words)
    if exact is not Meaning.UNKNOWN:
        return exact
    low = words.lower()
    places = [0, *(place + 1 for place, char in enumerate(low) if char == " ")]
    found = [label for place in places if (label := label_at(low, place, _NO_SCALE))]
    return next((label.meaning for label in found if label.meaning is not Meaning.UNKNOWN), Meaning.UNKNOWN)


def _wordings(words: str) -> tuple[str, ...]:
    parts = words.replace(" or ", "/").replace(" and/", "/").split("/")
    return tuple(part.strip() for part in parts if part.strip())


def _step(entry: Entry) -> Step:
    wordings = _wordings(entry.words)
    meaning = _meaning(entry.words)
    colour = entry.colour or colour_of(entry.code)
    family = {"yellow": "amber", "orange": "amber"}.get(colour, colour)
    colours = (family,) if family in ("red", "amber", "green", "blue") else () if colour else _FILLS.get(meaning, ())
    return Step(entry.code, entry.words, wordings if len(wordings) > 1 else (), colours, meaning is Meaning.COMPLETE)


def _worst_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries as listed, turned round where the list begins with the best; numbers in their own order."""
    if entries[0].code.isdecimal():
        entries = tuple(sorted(entries, key=lambda entry: int(entry.code)))
    ranks = [_RANK.get(_meaning(entry.words)) for entry in entries]
    if not any(rank is not None for rank in (ranks[0], ranks[-1])) or entries[0].code.isdecimal() is False:
        coloured = [_COLOUR_RANK.get(colour_of(entry.code)) for entry in entries]
        ranks = coloured if any(rank is not None for rank in coloured) else ranks
    known = [rank for rank in ranks if rank is not None]
    return entries[::-1] if len(known) > 1 and known[0] > known[-1] else entries


def _between(first: Entry, last: Entry) -> Scale | None:
    """The scale of which a heading names the ends; what lies between is the default's where that has as many steps."""
    low, high = sorted((int(first.code), int(last.code)))
    if not 2 <= high - low <= 9:
        return None
    worst, best = (first, last) if int(first.code) < int(last.code) else (last, first)
    ranks = [_RANK.get(_meaning(entry.words)) for entry in (worst, best)]
    if ranks[0] is not None and ranks[1] is not None and ranks[0] > ranks[1]:
        worst, best = best, worst
    codes = [str(number) for number in range(low, high + 1)]
    codes = codes if worst.code == codes[0] else codes[::-1]
    known = DEFAULT_SCALE.steps if len(codes) == len(DEFAULT_SCALE.steps) else ()
    steps = [
        Step(
            code,
            known[place].label if known else "",
            known[place].words if known else (),
            known[place].colours if known else (),
        )
        for place, code in enumerate(codes)
    ]
    steps[0] = _named(steps[0], worst.words, ("red",), complete=False)
    steps[-1] = _named(steps[-1], best.words, ("green", "blue"), complete=True)
    return Scale(tuple(steps))


def _named(step: Step, words: str, colours: tuple[str, ...], complete: bool) -> Step:
    others = tuple(word for word in (step.label, *step.words) if word and word != words)
    return Step(step.code, words, others, step.colours or colours, complete)
