"""What may stand before the date that opens an entry: `Update from Police`, `Board`, `Position as at`, `Progress 2 -`.

The words are the writer's own heading for the entry. A sentence that only happens to name a date is none: its
words begin small, or its first word is a verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbook.interpreting.entries.authors import BEFORE_DATE

_KEYS = """update updates updated updating progress position status review reviewed report reported comment
    comments note notes feedback entry meeting minutes week w/c w/e wk commencing ending end early mid late
    beginning date dated narrative summary response monitoring checked"""
_OTHERS = """latest previous current quarterly quarter qtr monthly annual interim mid-year half-yearly last
    recent board group committee team panel action actions outcome decision decisions discussed first second
    third final initial year verbal"""
_LINKS = "as at of from by the for and on to & in per no. number mid-point held dated"
_NOT_OPENING = """next due deadline target by planned scheduled completion complete completed until before after
    since from in on to at for of and or the a an this held agreed sent signed approved published issued closed
    met taken presented awaiting expected launched started delivered implemented ratified endorsed submitted"""
KEYS, OTHERS, LINKS = frozenset(_KEYS.split()), frozenset(_OTHERS.split()), frozenset(_LINKS.split())
NOT_OPENING = frozenset(_NOT_OPENING.split())

BULLET = re.compile(r"[\s]*(?:(?:[•*+>_]|-)+[ \t]*|(?:\d{1,2}|[a-z])[.)][ \t]+)?[\s*_\"']*")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_RANGE = re.compile(r"\d{1,2}(?:st|nd|rd|th)? ?(?:-|/|&|and|to) ?\Z")
_WORD = re.compile(r"[^\s(\[,:\-]+(?:-[^\s(\[,:\-]+)*|[(\[,:\-]")


@dataclass(frozen=True, slots=True)
class Prefix:
    """The words between an entry's beginning and its date. `opened`: a bracket that has to close after the date."""

    start: int
    """Where the marker's words begin, counted from the beginning of what was read."""
    key: bool = False
    """A word such as `update`, that does nothing but open entries, stands here."""
    words: int = 0
    author: str = ""
    opened: str = ""
    first: bool = False
    """The bracket stands before everything else."""


NO_PREFIX = Prefix(0)


def read_prefix(left: str) -> Prefix | None:
    """The heading words that this stretch before a date consists of; None where it is part of a sentence."""
    bullet = BULLET.match(left)
    start = bullet.end() if bullet else 0
    rest = left[start:]
    if ranged := _RANGE.search(rest):
        rest = rest[: ranged.start()]
    opened, first = "", False
    if rest[:1] in ("(", "[", "<"):
        opened, first, rest, start = rest[0], True, rest[1:], start + 1
    elif rest.rstrip()[-1:] in ("(", "["):
        opened, rest = rest.rstrip()[-1], rest.rstrip()[:-1]
    author = ""
    if found := BEFORE_DATE.search(rest):
        author, rest = found["author"], rest[: found.start()]
        if rest.strip() and not _heading(rest):  # `Update from Jane Smith`, read as heading words instead
            author, rest = "", rest + found[0]
    heading = _heading(rest)
    return None if heading is None else Prefix(start, heading[0], heading[1], author, opened, first)


def _heading(rest: str) -> tuple[bool, int] | None:
    """Whether a key word is among these heading words, and how many words there are; None where some are none."""
    words = _WORD.findall(rest)
    if not words:
        return False, 0
    first = words[0].lower().strip(".:")
    if len(words) > 9 or (first in NOT_OPENING and first not in KEYS):
        return None
    key = capitals = 0
    for place, word in enumerate(words):
        low = word.lower().strip(".:")
        if low in KEYS:
            key += 1
        elif low.isdecimal() and len(low) < 3 and key:
            continue
        elif word[0].isupper() or low in OTHERS or _ORDINAL.fullmatch(low):
            capitals += 1
        elif word not in "([,:-" and not (low in LINKS and (place or low == "as")):
            return None
    if not key and (not capitals or first.endswith(("ed", "ing"))):
        return None
    return bool(key), len(words)
