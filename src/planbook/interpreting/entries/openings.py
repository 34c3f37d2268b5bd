"""Which of the markers in an update cell open an entry, judged in the order in which they stand.

A date that stands at the beginning of a line needs little more; one after a sentence needs a separator; one in the
middle of a line needs to be written as the entry it stands in was opened. Nothing further away than its own entry
is looked at, so that entries which are taken apart and joined again come apart at the same places.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planbook.interpreting.entries.candidates import Closer, dated, lines_of, mentions_of, undated
from planbook.interpreting.entries.markers import Anchor, Marker
from planbook.interpreting.rating.folding import Folded, word_set

_UPDATE = re.compile(r"(?:latest |progress |quarterly )?updated? ?(?:\d|\w+ \d)|progress \d{1,2} ")
_REFERENCE = re.compile(r"\d{1,2}\.\d{1,2}")
"""`1.2:` is an action's number."""
_TOLD = re.compile(r"(?:reported|reviewed|discussed|updated|noted|monitored|checked) (?:to|at|by|with|in)\b")
"""`Reported to Board on 4/3/20; closed` tells what was done, as a sentence does."""
_NUMERIC = re.compile(r"[a-z]{0,9},? ?\d{1,4}[./-](?:\d{1,2}|[a-z]{3,9})[./-]\d{2,4}\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|w/[ce])[^\w]{0,3}\Z")
_BEFORE = """by until till before after since from in on to at for of and or the dated due deadline next target
    meeting review w/c w/e commencing ending beginning starting scheduled planned expected between through"""
_GOES_BEFORE = word_set(_BEFORE)
"""A date after one of these is the sentence's own."""
_WORDS = re.compile(r"\w+")
# What goes on with the sentence that a date at the beginning of a line belongs to.
_GOES_ON = re.compile(r"(?:is|was|are|were|and|or|until|till|onwards?|deadline|has|will)\b")
_WORDED_GOES_ON = re.compile(
    r"(?!on (?:track|target|hold|going|schedule)|in (?:progress|hand|place))"
    r"(?:to|for|have|by|in|on|of|as|when|at|but|with)\b"
)
_NOUN = re.compile(
    r"(?:board|committee|conference|meeting|ofsted|report|reports|budget|minutes|event|data|plan|training|"
    r"programme|edition)s?\b"
)


def openings(folded: Folded, start: int) -> tuple[Marker | Closer, ...]:
    """The markers that open (or close) the entries of a text from `start` on, in order; none overlap.

    A closer's `start` is moved to where its entry begins: at its line, or after the closer before it.
    """
    lines = lines_of(folded, start)
    mentions = list(mentions_of(folded, lines))
    candidates = sorted(
        [*dated(folded, mentions, lines), *undated(folded, lines)],
        key=lambda one: (one.start, isinstance(one, Closer)),
    )
    accepted: list[Marker | Closer] = []
    current: Marker | None = None
    end = entry_start = start
    for one in candidates:
        if one.start < end:
            continue
        if isinstance(one, Closer):
            begins = max(lines.line_of(one.start), end)
            if (current is None or current.start < lines.line_of(one.start)) and folded.low[begins : one.start].strip():
                accepted.append(replace(one, start=begins))
                current, end, entry_start = None, one.end, one.end
        elif _opens(folded, one, current, entry_start):
            accepted.append(one)
            current, end, entry_start = one, one.text_start, one.text_start
    return tuple(accepted)


def _opens(folded: Folded, marker: Marker, current: Marker | None, entry_start: int) -> bool:
    if marker.precision == "author":
        alike = current is not None and current.style == marker.style
        return marker.anchor is Anchor.LINE or alike or marker.style == "square"
    following = folded.kept[marker.text_start : marker.text_start + 20]
    if marker.anchor is Anchor.MIDDLE:
        return _opens_in_the_middle(folded, marker, current, entry_start) and bool(following.strip())
    if not any(map(str.isalnum, following)) and not folded.low[marker.text_start :].strip(" \n.;,:-"):
        waiting = marker.style in ("colon", "dash")  # a date, and nothing said about it yet
        return marker.anchor is Anchor.LINE and waiting and not marker.prefix.words and "no year" not in marker.flags
    if marker.style == "bracket":
        return marker.anchor is Anchor.LINE or (current is not None and current.style == "bracket")
    if not marker.date and (not marker.flags or _REFERENCE.fullmatch(marker.words)):
        return False  # `1/21`, which may be anything
    if "no year" in marker.flags:
        return marker.style in ("colon", "dash") or (marker.style == "line" and marker.anchor is Anchor.LINE)
    if marker.prefix.words or marker.prefix.author:
        return _opens_with_heading(marker, following)
    return _opens_alone(folded, marker, current, following)


def _opens_with_heading(marker: Marker, following: str) -> bool:
    strong = marker.style in ("colon", "dash")
    if _TOLD.match(marker.words.lower()):
        return strong
    if marker.prefix.key:
        said = following[:1].isupper() or (_updates_on_a_day(marker) and not _GOES_ON.match(following))
        return strong or (marker.anchor is Anchor.LINE and (marker.style != "bare" or said))
    if marker.prefix.author and not marker.prefix.words:
        return strong or (marker.anchor is Anchor.LINE and marker.precision == "day")
    return (strong and (marker.anchor is Anchor.LINE or marker.style == "colon")) or marker.style == "line"


def _updates_on_a_day(marker: Marker) -> bool:
    return marker.precision == "day" and _UPDATE.match(marker.words.lower()) is not None


def _opens_alone(folded: Folded, marker: Marker, current: Marker | None, following: str) -> bool:
    """A date without a heading, at the beginning of a line or sentence."""
    if marker.style in ("colon", "dash"):
        return True
    at_line, day = marker.anchor is Anchor.LINE, marker.precision == "day"
    capital = following[:1].isupper() or following[:1] in "\"'([" or following[:1].isdecimal()
    if marker.style in ("comma", "stop", "line", "semicolon"):
        return (at_line and (marker.style != "stop" or capital)) or bool(marker.author)
    if day and at_line:
        worded = not _is_numeric(marker) and _WORDED_GOES_ON.match(following)
        return not _GOES_ON.match(following) and not worded
    if day:
        alike = current is not None and current.style == "bare"
        return ((capital and current is not None) or alike) and not _GOES_ON.match(following) and _is_numeric(marker)
    return (
        at_line
        and marker.precision in ("month", "quarter")
        and following[:1].isupper()
        and not _NOUN.match(following.lower())
    )


def _is_numeric(marker: Marker) -> bool:
    words = marker.words.lower()
    return _NUMERIC.match(words) is not None


def _opens_in_the_middle(folded: Folded, marker: Marker, current: Marker | None, entry_start: int) -> bool:
    alike = current is not None and current.style == marker.style and current.precision == marker.precision
    if marker.style == "bracket":
        return current is not None and current.style == "bracket"
    before = folded.low[max(0, marker.start - 20) : marker.start]
    word = _WORD_BEFORE.search(before)
    if word and word[1] in _GOES_BEFORE:
        return False
    before_it = _WORDS.findall(folded.low[entry_start : min(marker.start, entry_start + 60)])
    if len(before_it) < (2 if current else 4):  # `Closed at Board 9/6/21: no more work`
        return False
    if marker.style == "colon":
        return alike or (marker.precision == "day" and _is_numeric(marker))
    return marker.style == "dash" and alike and marker.precision == "day" and _is_numeric(marker)
