"""The words that open an entry of an update cell: its date, and what people write round it.

A mention of a date becomes a marker when the words to its left are a heading (`entry_prefixes.py`) or nothing, and
something parts it from the text to its right. Dates inside a sentence open nothing (interpretation.md, Updates).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planbook.interpreting.dates import DateMention, read_date
from planbook.interpreting.entries.authors import AFTER_DATE, BEFORE_TEXT, IN_BRACKETS, is_person
from planbook.interpreting.entries.prefixes import NO_PREFIX, Prefix
from planbook.interpreting.rating.folding import Folded

FAULTS = ("impossible date", "month/day order", "no year", "bad year")
_YEAR = re.compile(r",? ?(?:\d{4}(?:[/-]\d{2,4})?|'\d{2})(?!\d)")
_RANGE = re.compile(r" ?(?:-|/|to|until) ?")
_TIME = re.compile(
    r",? ?(?:(?:at |@ ?|- )?\d{1,2}:\d{2}(?::\d{2})? ?(?:[ap]\.?m\b\.?|hrs?\b|h\b)?|(?:at |"
    r"@ ?)\d{1,2}[.:]?\d{0,2} ?(?:[ap]m\b|hrs?\b)?"
    r"|\d{1,2}(?:\.\d{2})? ?[ap]m\b)(?!\d)"
)
_EMPHASIS = re.compile(r"[*_'\"]{1,3}")
_IN_BRACKETS = re.compile(r" ?\([^()\n]{1,40}\)")
_SORT = (
    r"(?:progress|quarterly|qtr|quarter|monthly|annual|board|group|committee|meeting|sub-?group|business|"
    r"steering|position|review|status|team|latest|verbal|written|interim)"
)
_TAIL = re.compile(
    rf"(?: ?[-,] ?| )(?:{_SORT} ){{0,3}}(?:updates?|updated|meeting|board|review|reviewed|report|position|"
    rf"progress|committee|group|"
    r"subgroup|sub-group|comments?|notes?|feedback|panel|status|minutes)(?: (?:from|by|at|"
    r"to) (?:the )?[^\s:,\-]{1,20}(?: (?!-)[^\s:,\-]{1,20}){0,3})?"
)
_SEPARATORS = (
    ("colon", re.compile(r" {0,3}[:=|]+[ \t]*(?:- )?\s*")),
    ("dash", re.compile(r" {1,3}[->]+ {0,3}\n?| {0,3}-+[ \n]\s*|-(?=[A-Z\"'])|-\Z")),
    ("semicolon", re.compile(r" {0,3};\s*")),
    ("comma", re.compile(r" ?,\s+")),
    ("stop", re.compile(r"\.\s+|\.(?=[A-Z])")),
    ("line", re.compile(r"[ \t]*\n\s*")),
)
_BARE = re.compile(r" +(?=\S)")
_CLOSE = {"(": ")", "[": "]", "<": ">"}


class Anchor(enum.IntEnum):
    """Where a marker stands: in the middle of a sentence, after one, or at the beginning of a line."""

    MIDDLE = 0
    SENTENCE = 1
    LINE = 2


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens an entry. The entry begins at `start`; its text at `text_start`; `words` is what stands between."""

    start: int
    text_start: int
    words: str
    style: str
    anchor: Anchor
    date: date | None = None
    author: str = ""
    flags: tuple[str, ...] = ()
    precision: str = ""
    prefix: Prefix = NO_PREFIX


@dataclass(frozen=True, slots=True)
class _Right:
    """What follows a date: where the marker's words and its separator end."""

    words_end: int
    text_start: int
    style: str
    author: str = ""


def with_year(text: str, mention: DateMention) -> DateMention:
    """The mention together with a year that stands right after it."""
    year = _YEAR.match(text, mention.end) if mention.date is None and "no year" in mention.flags else None
    again = read_date(text[mention.start : year.end()], 0) if year else None
    if again and year and again.date:
        return DateMention(mention.start, year.end(), again.date, again.precision, again.flags)
    return mention


def last_of_range(folded: Folded, mentions: Sequence[DateMention], place: int) -> tuple[DateMention, int]:
    """The date that a mention comes to with what it is joined to: a range ends at its end. And how many were read."""
    mention, used = with_year(folded.kept, mentions[place]), 1
    while place + used < len(mentions):
        link = _RANGE.match(folded.low, mention.end)
        following = mentions[place + used]
        if not link or link.end() != following.start:
            break
        mention, used = with_year(folded.kept, following), used + 1
    bracket = _IN_BRACKETS.match(folded.low, mention.end)
    inside = [one for one in mentions[place + used : place + used + 3] if bracket and one.start < bracket.end()]
    if bracket and inside and mention.date is None and inside[-1].date:  # `Q2 (Jul-Sep 2019)`
        return DateMention(mention.start, bracket.end(), inside[-1].date, mention.precision), used + len(inside)
    return mention, used


def _separator(kept: str, place: int) -> tuple[str, int] | None:
    for style, pattern in _SEPARATORS:
        if found := pattern.match(kept, place):
            return style, found.end()
    return None


def _author(folded: Folded, place: int, closing: str) -> tuple[str, int] | None:
    """An author at this place, with a separator after it: initials after anything, a name where a colon follows."""
    found = AFTER_DATE.match(folded.kept, place)
    if not found:
        return None
    bracketed = found["open"].strip() in ("(", "[") and bool(found["close"])
    end = found.end() if bracketed else found.end("author")
    separator = _separator(folded.kept, end)
    closed = closing and folded.kept[end : end + 2].strip()[:1] == closing
    named = " " in found["author"].strip()
    sure = bracketed or closed or (separator is not None and (not named or separator[0] == "colon"))
    return (found["author"], end) if sure and (separator or bracketed or closed) else None


def read_right(folded: Folded, end: int, opened: str, first: bool) -> _Right | None:
    """What stands between a date and its entry's text; None where the bracket that was opened does not close."""
    kept, low, author = folded.kept, folded.low, ""
    closing = _CLOSE.get(opened, "")
    if found := _TIME.match(low, end):
        end = found.end()
    if (found := _TAIL.match(low, end)) and _is_tail(folded, found, closing):
        end = found.end()
    if beside := _author(folded, end, closing):
        author, end = beside
    words_end = end
    if closing:
        gap = kept.startswith(" ", end)
        if not kept.startswith(closing, end + gap):
            return None
        end += gap + 1
        if not author and (beside := _author(folded, end, "")):
            author, end = beside
            words_end = end
    if emphasis := _EMPHASIS.match(kept, end):
        end = emphasis.end()
    if separator := _separator(kept, end):
        text_start = separator[1]
        if not author and (beside := _author_of_text(kept, text_start)):
            author, text_start = beside
        return _Right(words_end, text_start, "bracket" if first else separator[0], author)
    bare = _BARE.match(kept, end)
    return _Right(words_end, bare.end() if bare else end, "bracket" if first else "bare", author)


def _author_of_text(kept: str, place: int) -> tuple[str, int] | None:
    """`12.3.20: JS - sent`: initials with a separator of their own."""
    found = IN_BRACKETS.match(kept, place) or BEFORE_TEXT.match(kept, place)
    return (found["author"], found.end()) if found and is_person(found["author"]) else None


def _is_tail(folded: Folded, found: re.Match[str], closing: str) -> bool:
    """Whether the words behind a date are its own (`12/3/20 update (JS):`), and no sentence (`Report to Board.`)."""
    end, separator = found.end(), _separator(folded.kept, found.end())
    if " to " in found[0] and (found[0].endswith(".") or (separator and separator[0] == "stop")):
        return False
    return _parted(folded.kept, end, closing) or _author(folded, end, closing) is not None


def _parted(kept: str, place: int, closing: str) -> bool:
    return (
        _separator(kept, place) is not None
        or place >= len(kept)
        or bool(closing and kept[place : place + 1] == closing)
        or (kept[place : place + 1] == " " and kept[place + 1 : place + 2].isupper())
    )
