"""The codes of ratings: numbers, colours, their letters and signs, and the codes of the scale in use.

`code_at` only says that something spelt like a code stands at a place. Whether it is one there, and not a count
of schools or somebody's initial, is `rating_context.py`'s to judge.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache

from planbook.interpreting.rating.folding import Folded, word_set
from planbook.interpreting.rating.status_words import one_slip
from planbook.settings import Scale

COLOURS = ("red", "amber", "green", "blue", "grey", "white", "yellow", "orange", "purple", "black", "pink", "brown")
OTHER_SPELLINGS = {"gray": "grey", "amb": "amber", "grn": "green", "yel": "yellow"}
LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
_SIGNS = {
    "red": "🔴🟥",
    "amber": "🟠🟧🟡🟨",
    "green": "🟢🟩",
    "blue": "🔵🟦",
    "white": "⚪⬜",
    "black": "⚫⬛",
    "purple": "🟣🟪",
    "brown": "🟤🟫",
}
SIGNS = {sign: colour for colour, signs in _SIGNS.items() for sign in signs}
NUMBER_WORDS = {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
KNOWN = frozenset(COLOURS) - {"yellow", "orange", "black", "pink", "brown"}
"""Colours that action plans rate with; the others are read and flagged `unknown code`."""

# Words one slip from a colour that are words of their own.
_REAL = word_set(
    "blur blues grew greys reed greed greens greet preen ember ambers whit write while whites block back blacks"
)
_SLIPPABLE = ("amber", "green", "yellow", "orange", "purple", "blue", "grey")
_RED_SLIPS = word_set("rde redd rred erd")

_COLOUR = re.compile(
    rf"(?:(?:light|dark|pale|bright|deep|solid|lime)[ -])?({'|'.join([*COLOURS, *OTHER_SPELLINGS])})(?![^\W_])"
)
_BRACKETED = re.compile(r"[(\[]([ragb])[)\]](ed|mber|reen|lue)(?!\w)")
_LETTER = re.compile(r"([ragb])(?![\w&'])")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?!\d)")
_WORD = re.compile(r"[a-z]+(?!\w)")


class Kind(enum.StrEnum):
    """How a code is written."""

    NUMBER = "number"
    NUMBER_WORD = "number word"
    COLOUR = "colour"
    LETTER = "letter"
    SIGN = "sign"
    OWN = "the scale's own"


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it stands at a place of a text, with the name that it has on the scale."""

    start: int
    end: int
    name: str
    kind: Kind
    flags: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Numbers and number words rate on one scale, colours on another."""
        return self.kind in (Kind.NUMBER, Kind.NUMBER_WORD)


@lru_cache(maxsize=32)
def _own_codes(scale: Scale) -> dict[str, str]:
    """The scale's codes that are neither number nor colour nor a colour's letter, longest first."""
    codes = sorted((step.code for step in scale.steps), key=len, reverse=True)
    known = {*COLOURS, *OTHER_SPELLINGS, *LETTERS}
    return {code.lower(): code for code in codes if code and code.lower() not in known and not code.isdecimal()}


def named_on(scale: Scale, colour: str) -> str:
    """What the scale calls a colour: its own letter where it rates with letters, else the colour's name."""
    letter = colour[0].upper()
    return letter if LETTERS.get(letter.lower()) == colour and not scale.step(colour) and scale.step(letter) else colour


def colour_of(name: str) -> str:
    """The colour that a code is: `G` and `green` are green; empty for a number."""
    low = name.casefold()
    return LETTERS.get(low, low if low in COLOURS else "")


def _colour_code(start: int, end: int, colour: str, kind: Kind, scale: Scale, *flags: str) -> Code:
    unknown = () if colour in KNOWN or scale.step(colour) else ("unknown code",)
    return Code(start, end, named_on(scale, colour), kind, flags + unknown)


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> str:
    if word in _RED_SLIPS:
        return "red"
    if len(word) < 3 or word in _REAL:
        return ""
    return next((colour for colour in _SLIPPABLE if one_slip(word, colour)), "")


def _word_code(low: str, place: int, scale: Scale) -> Code | None:
    found = _WORD.match(low, place)
    if not found:
        return None
    word = found[0]
    if word in NUMBER_WORDS:
        return Code(place, found.end(), NUMBER_WORDS[word], Kind.NUMBER_WORD, ("code in words",))
    colour = _misspelt(word)
    return _colour_code(place, found.end(), colour, Kind.COLOUR, scale, "spelling") if colour else None


def _own_code(low: str, place: int, scale: Scale) -> Code | None:
    for small, code in _own_codes(scale).items():
        end = place + len(small)
        if low.startswith(small, place) and not (low[end : end + 1].isalnum() and small[-1].isalnum()):
            return Code(place, end, code, Kind.OWN)
    return None


def code_at(folded: Folded, place: int, scale: Scale) -> Code | None:
    """What is spelt like a code at this place: the scale's own codes first, then numbers and colours."""
    low = folded.low
    if own := _own_code(low, place, scale):
        return own
    if found := _NUMBER.match(low, place):
        name = found[0].removesuffix(".0").removesuffix(".00")  # 4.0 is what Excel made of 4
        return Code(place, found.end(), name, Kind.NUMBER)
    if found := _BRACKETED.match(low, place):
        return _colour_code(place, found.end(), LETTERS[found[1]], Kind.COLOUR, scale, "legend text")
    if found := _COLOUR.match(low, place):
        return _colour_code(place, found.end(), OTHER_SPELLINGS.get(found[1], found[1]), Kind.COLOUR, scale)
    if found := _LETTER.match(low, place):
        return _colour_code(place, found.end(), LETTERS[found[1]], Kind.LETTER, scale, "letter code")
    if (sign := low[place : place + 1]) in SIGNS:
        return _colour_code(place, place + 1, SIGNS[sign], Kind.SIGN, scale)
    return _word_code(low, place, scale)
