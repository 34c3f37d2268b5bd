"""How alike two texts are, and when they are the same to a reader.

The only room of rapidfuzz, which is a compiled package: it is loaded when it is first needed, and where it is missing
(a browser page, a bare machine) difflib's slower measure stands in. Both count the letters that two texts share in
order, so cutoffs mean the same with either.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
# Zero-width marks, the soft hyphen, and the marks of writing direction: a reader sees none of them.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_MARKS: dict[int, str | None] = {**_QUOTES, **_DASHES, **_UNSEEN}
# How xlsx files write control characters: the carriage return, the vertical tab of Word and their like.
_ESCAPED = re.compile(r"_x00(?:[01][0-9A-Fa-f]|7[Ff]|[89][0-9A-Fa-f])_")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def normalise(text: str) -> str:
    """A text as a reader sees it: two texts with one normal form are no change (merge.md, Three versions).

    Unicode NFC; any white space or control character one space; straight quotes; every dash a hyphen; no invisible
    marks. Case is kept. Normalising twice changes nothing.
    """
    if text.isascii():  # nearly every cell: nothing to compose and no mark to map but the backtick
        text = text.replace("`", "'")
        text = _ESCAPED.sub(" ", text) if "_x00" in text else text
        return " ".join(_CONTROL.sub(" ", text).split())
    seen = unicodedata.normalize("NFC", text).translate(_MARKS)
    seen = _CONTROL.sub(" ", _ESCAPED.sub(" ", seen))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def same(a: str, b: str) -> bool:
    """Whether no reader could tell two texts apart (merge.md: equal is equal after normalising)."""
    return a == b or normalise(a) == normalise(b)


def folded(text: str) -> str:
    """The normal form without case: what likeness is measured on, and what tables of names are keyed by."""
    return normalise(text).casefold()


def likeness(a: str, b: str) -> float:
    """How alike two texts are, from 0 (nothing in common) to 1 (the same to a reader, whatever the case)."""
    return _ratio(folded(a), folded(b))


def nearest(text: str, choices: Sequence[str], cutoff: float, limit: int = 3) -> tuple[tuple[str, float], ...]:
    """The choices at least `cutoff` like the text, best first, at most `limit`; equal ones in the order given."""
    wanted = folded(text)
    if not wanted:
        return ()
    found = [(choice, _ratio(wanted, folded(choice), cutoff)) for choice in choices]
    found = [pair for pair in found if pair[1] >= cutoff]
    return tuple(sorted(found, key=lambda pair: -pair[1])[:limit])


@lru_cache(maxsize=4096)
def one_slip(word: str, other: str) -> bool:
    """Whether one slip of a finger parts two words: a letter too many, too few, wrong, or two changed about."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    short, long = sorted((word, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]


def _ratio(a: str, b: str, cutoff: float = 0.0) -> float:
    try:
        from rapidfuzz import fuzz
    except ImportError:
        return _plain_ratio(a, b, cutoff)
    return fuzz.ratio(a, b, score_cutoff=cutoff * 100) / 100


def _plain_ratio(a: str, b: str, cutoff: float) -> float:
    """Difflib's measure. Its quick bound comes first, since the full one is a hundred times slower than rapidfuzz."""
    from difflib import SequenceMatcher

    first, second = sorted((a, b))  # the measure is not symmetric: fix the order
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff else 0.0
