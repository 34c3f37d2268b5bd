"""Whether the code of a rating and its wording agree (R003).

Judged by meaning against the scale in use, since scales disagree: green is complete on one and on track on another,
and 1 is the best step of some. A pair is a mismatch only where the two cannot both be meant.
"""

from __future__ import annotations

from planbook.interpreting.rating.codes import colour_of
from planbook.interpreting.rating.status_phrases import Meaning
from planbook.interpreting.rating.status_words import label_at, meaning_of
from planbook.model import Rating
from planbook.settings import Scale, Step

_M = Meaning
# What a code that means this cannot be called.
_CONTRADICTS: dict[Meaning, frozenset[Meaning]] = {
    _M.BAD: frozenset((_M.COMPLETE, _M.ON_TRACK, _M.PROGRESS, _M.STRONG)),
    _M.SLOW: frozenset((_M.COMPLETE, _M.ON_TRACK, _M.STRONG)),
    _M.PARTIAL: frozenset((_M.COMPLETE,)),
    _M.PROGRESS: frozenset((_M.COMPLETE, _M.BAD)),
    _M.ON_TRACK: frozenset((_M.COMPLETE, _M.BAD, _M.SLOW)),
    _M.COMPLETE: frozenset((_M.BAD, _M.SLOW, _M.PARTIAL, _M.PROGRESS, _M.ON_TRACK)),
    _M.STRONG: frozenset((_M.BAD, _M.SLOW)),
    _M.LATER: frozenset((_M.COMPLETE, _M.ON_TRACK)),
}
# Colours without a legend: red is neither complete nor on track, blue is complete, grey and white are not started.
_COLOURS: dict[str, frozenset[Meaning]] = {
    "red": frozenset((_M.COMPLETE, _M.ON_TRACK, _M.STRONG)),
    "amber": frozenset((_M.COMPLETE,)),
    "yellow": frozenset((_M.COMPLETE,)),
    "orange": frozenset((_M.COMPLETE,)),
    "green": frozenset((_M.BAD, _M.SLOW)),
    "blue": frozenset((_M.BAD, _M.SLOW, _M.PARTIAL, _M.PROGRESS, _M.ON_TRACK)),
    "grey": frozenset((_M.COMPLETE, _M.ON_TRACK, _M.PROGRESS)),
    "white": frozenset((_M.COMPLETE, _M.ON_TRACK, _M.PROGRESS)),
}


def _plain(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def claims(step: Step, label: str) -> bool:
    """Whether a step of the scale uses these words for itself."""
    plain = _plain(label)
    return bool(plain) and any(plain == _plain(word) for word in (step.label, *step.words))


def step_meaning(step: Step) -> Meaning:
    """What a step stands for: complete where the scale says so, else what its own words say."""
    meanings = [meaning_of(words) for words in (step.label, *step.words)]
    if step.complete:
        return Meaning.COMPLETE
    return next((meaning for meaning in meanings if meaning is not Meaning.UNKNOWN), Meaning.UNKNOWN)


def _label_meaning(label: str, scale: Scale) -> Meaning:
    found = label_at(label.lower(), 0, scale)
    return found.meaning if found else meaning_of(label)


def _colours_differ(step: Step, label: str) -> bool:
    """`1 - Green`: the label is a colour, and not one of the step's."""
    colour = colour_of(label)
    family = {"yellow": "amber", "orange": "amber"}.get(colour, colour)
    return bool(step.colours) and family in ("red", "amber", "green", "blue") and family not in step.colours


def mismatch(rating: Rating, scale: Scale) -> bool:
    """Whether code and label cannot both be meant on this scale (R003). False where either is missing or unknown."""
    if not rating.code or not rating.label or "/" in rating.code:
        return False
    step = scale.step(rating.code)
    if step is None:
        contradicted = _COLOURS.get(colour_of(rating.code), frozenset())
        return _label_meaning(rating.label, scale) in contradicted
    if claims(step, rating.label):
        return False
    if _colours_differ(step, rating.label):
        return True
    meaning = step_meaning(step)
    owner = next((other for other in scale.steps if claims(other, rating.label)), None)
    label = step_meaning(owner) if owner else _label_meaning(rating.label, scale)
    if meaning is Meaning.COMPLETE and label is Meaning.STRONG:
        return False
    return label in _CONTRADICTS.get(meaning, frozenset())


def suggested_code(rating: Rating, scale: Scale) -> str:
    """The code that a label without one, or a colour off the scale, can be taken for; empty where several fit."""
    if "/" in rating.code or scale.step(rating.code):
        return ""
    if rating.label and (owner := next((step for step in scale.steps if claims(step, rating.label)), None)):
        return owner.code
    meaning = _label_meaning(rating.label, scale) if rating.label else Meaning.UNKNOWN
    if rating.code:
        colour = {"yellow": "amber", "orange": "amber"}.get(colour_of(rating.code), colour_of(rating.code))
        fits = [step for step in scale.steps if colour and colour in step.colours and colour != step.code.casefold()]
        told = [step for step in fits if step_meaning(step) is meaning] or fits
        return told[0].code if len(told) == 1 else ""
    fits = [
        step
        for step in scale.steps
        if meaning in (Meaning.COMPLETE, Meaning.ON_TRACK) and step_meaning(step) is meaning
    ]
    return fits[0].code if len(fits) == 1 else ""
