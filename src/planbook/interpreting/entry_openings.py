"""Which of the markers in an update cell open an entry, judged in the order in which they stand.

A date that stands at the beginning of a line needs little more; one after a sentence needs a separator; one in the
middle of a line needs to be written as the entry it stands in was opened. Nothing further away than its own entry
is looked at, so that entries which are taken apart and joined again come apart at the same places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planbook.interpreting import entry_authors as authors
from planbook.interpreting.dates import DateMention, find_dates
from planbook.interpreting.entry_markers import FAULTS, Anchor, Marker, last_of_range, read_right
from planbook.interpreting.entry_prefixes import BULLET, NOT_OPENING, Prefix, read_prefix
from planbook.interpreting.folding import Folded

_SENTENCE = re.compile(r"(?:[.!?;][)\]\"']{0,2}|[)\]]|\|) {1,3}(?=\S)")
_LINE = re.compile(r"\n\s*")
_LONGEST_PREFIX = 90
_PERIOD = re.compile(
    r"(?:end of (?:the )?(?:financial |school |academic )?year|year[- ]end|mid[- ]?year|half[- ]?year(?:ly)?|end of term|interim|"
    r"(?:3|6|9|12|three|six|nine|twelve)[- ]month(?:ly|s)?)(?: (?:update|review|position|report|progress))?(?P<gap> {0,2}: {0,2}| {1,2}- {1,2}|- )(?=\S)"
)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<gap> {0,2}: {0,2}| {1,2}- {1,2})(?=\S)")
_NUMERIC = re.compile(r"[a-z]{0,9},? ?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|w/[ce])[^\w]{0,3}\Z")
_WORDS = re.compile(r"\w+")
# What goes on with the sentence that a date at the beginning of a line belongs to.
_GOES_ON = re.compile(
    r"(?:is|was|are|were|and|or|to|until|till|onwards?|for|has|have|will|deadline|by|in|on|of|as|when|at|but|with)\b"
)
_NOUN = re.compile(
    r"(?:board|committee|conference|meeting|ofsted|report|reports|budget|minutes|event|data|plan|training|programme|edition)s?\b"
)


@dataclass(frozen=True, slots=True)
class Closer:
    """A date and initials in brackets that close an entry: `... sent (JS 12/03/20)`."""

    start: int
    end: int
    marker: Marker


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the lines and sentences of a text begin."""

    lines: tuple[int, ...]
    sentences: tuple[int, ...]

    def line_of(self, place: int) -> int:
        return self.lines[max(0, bisect_right(self.lines, place) - 1)]

    def anchor_of(self, place: int) -> tuple[int, Anchor]:
        """The nearest beginning of a sentence or line before a place, as far as a heading could reach."""
        line = self.line_of(place)
        at = bisect_right(self.sentences, place) - 1
        sentence = self.sentences[at] if at >= 0 else -1
        return (sentence, Anchor.SENTENCE) if sentence > line else (line, Anchor.LINE)


def _lines(folded: Folded, start: int) -> _Lines:
    lines = (start, *(found.end() for found in _LINE.finditer(folded.low, start)))
    return _Lines(lines, tuple(found.end() for found in _SENTENCE.finditer(folded.low, start)))


# ------------------------------------------------------------------ candidates


def _dated(folded: Folded, mentions: list[DateMention], lines: _Lines) -> Iterator[Marker | Closer]:
    place = 0
    while place < len(mentions):
        first = mentions[place]
        mention, used = last_of_range(folded, mentions, place)
        place += used
        if closer := _closer(folded, first, mention):
            yield closer
            continue
        anchor_at, anchor = lines.anchor_of(first.start)
        left = folded.kept[anchor_at : first.start] if first.start - anchor_at <= _LONGEST_PREFIX else None
        prefix = read_prefix(left) if left is not None else None
        if prefix is None and anchor is Anchor.SENTENCE:  # the heading may hold a stop: `No. 2 update`
            anchor_at, left = lines.line_of(first.start), ""
            prefix = (
                read_prefix(folded.kept[anchor_at : first.start])
                if first.start - anchor_at <= _LONGEST_PREFIX
                else None
            )
            anchor = Anchor.LINE if prefix and prefix.key else anchor
            prefix = prefix if prefix and prefix.key else None
        yield from _marker(folded, first, mention, (anchor_at, anchor), prefix)


def _marker(
    folded: Folded, first: DateMention, mention: DateMention, at: tuple[int, Anchor], prefix: Prefix | None
) -> Iterator[Marker]:
    anchor_at, anchor = at
    if prefix is None:
        before = folded.kept[first.start - 1 : first.start] if first.start else ""
        opened = before if before in ("(", "[") and before else ""
        start, anchor, prefix = first.start - len(opened), Anchor.MIDDLE, Prefix(0, opened=opened, first=bool(opened))
        words_start = first.start
    else:
        start, words_start = anchor_at, anchor_at + prefix.start
    right = read_right(folded, mention.end, prefix.opened)
    if right is None:
        return
    flags = tuple(flag for flag in mention.flags if flag in FAULTS) if mention.date is None else ()
    words = folded.text[words_start : right.words_end].strip()
    yield Marker(start, right.text_start, words, right.style, anchor, mention.date, prefix.author or right.author, flags,
                 mention.precision, prefix)  # fmt: skip


def _closer(folded: Folded, first: DateMention, mention: DateMention) -> Closer | None:
    """A bracket (or dash) that closes a sentence with initials and a date in it."""
    before = authors.CLOSES_BEFORE.search(folded.kept[max(0, first.start - 12) : first.start])
    bracket = re.compile(r"[(\[] ?\Z").search(folded.kept[max(0, first.start - 2) : first.start])
    if before:
        start = max(0, first.start - 12) + before.start()
        close = re.compile(r" ?[)\]]" if before[0].strip()[0] in "([" else r"(?=\s*(?:\n|\Z))").match(
            folded.kept, mention.end
        )
        author, end = before["author"], close.end() if close else 0
    elif bracket and (after := authors.CLOSES_AFTER.match(folded.kept, mention.end)):
        start, author, end = first.start - len(bracket[0]), after["author"], after.end()
    else:
        return None
    if not end or not mention.date or not re.compile(r"\.?(?:\s*\Z|\s*\n|[.;,]? +[A-Z(\[])").match(folded.kept, end):
        return None
    stop = end + 1 if folded.kept[end : end + 1] in (".", ";") else end
    words = folded.text[start:end].strip(" ()[]-\u00a0\u2013\u2014\n")
    return Closer(start, stop, Marker(start, stop, words, "closing", Anchor.MIDDLE, mention.date, author))


def _undated(folded: Folded, lines: _Lines) -> Iterator[Marker]:
    """Markers without a date that can be read: initials, `End of year:`, `12/3 -`."""
    begins = [(place, Anchor.LINE) for place in lines.lines] + [(place, Anchor.SENTENCE) for place in lines.sentences]
    for place, anchor in begins:
        bullet = BULLET.match(folded.kept, place)
        at = bullet.end() if bullet and anchor is Anchor.LINE else place
        if found := authors.IN_BRACKETS.match(folded.kept, at):
            style = "square" if folded.kept[at] == "[" else "round"
        elif found := authors.BEFORE_TEXT.match(folded.kept, at):
            style = "initials"
        elif (found := _PERIOD.match(folded.low, at)) or (
            (found := _DAY_MONTH.match(folded.low, at)) and _is_day(found)
        ):
            words = folded.text[at : found.start("gap")].strip()
            yield Marker(place, found.end(), words, "colon", anchor, flags=("no year",), precision="period")
            continue
        if found and authors.is_person(found["author"]):
            yield Marker(place, found.end(), found["author"], style, anchor, author=found["author"], precision="author")


def _is_day(found: re.Match[str]) -> bool:
    """Neither a split rating nor half of something."""
    day, month = int(found["day"]), int(found["month"])
    return 1 <= day <= 31 and 1 <= month <= 12 and max(day, month) > 4


# ------------------------------------------------------------------ judging them


def openings(folded: Folded, start: int) -> tuple[Marker | Closer, ...]:
    """The markers that open (or close) the entries of a text from `start` on, in order; none overlap.

    A closer's `start` is moved to where its entry begins: at its line, or after the closer before it.
    """
    lines = _lines(folded, start)
    mentions = [mention for mention in find_dates(folded.kept) if mention.start >= start]
    candidates = sorted(
        [*_dated(folded, mentions, lines), *_undated(folded, lines)],
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
    if not following.strip():  # a date, and nothing said about it
        plain = marker.prefix.key or not marker.prefix.words
        return marker.anchor is Anchor.LINE and plain and "no year" not in marker.flags
    if marker.style == "bracket":
        return marker.anchor is Anchor.LINE or (current is not None and current.style == "bracket")
    if "no year" in marker.flags:
        return marker.style in ("colon", "dash") or (marker.style == "line" and marker.anchor is Anchor.LINE)
    if marker.prefix.words or marker.prefix.author:
        return _opens_with_heading(marker, following)
    return _opens_alone(folded, marker, current, following)


def _opens_with_heading(marker: Marker, following: str) -> bool:
    strong = marker.style in ("colon", "dash")
    if marker.prefix.key:
        return strong or marker.anchor is Anchor.LINE and (marker.style != "bare" or following[:1].isupper())
    if marker.prefix.author and not marker.prefix.words:
        return strong or marker.anchor is Anchor.LINE and marker.precision == "day"
    return strong and (marker.anchor is Anchor.LINE or marker.style == "colon") or marker.style == "line"


def _opens_alone(folded: Folded, marker: Marker, current: Marker | None, following: str) -> bool:
    """A date without a heading, at the beginning of a line or sentence."""
    if marker.style in ("colon", "dash"):
        return True
    at_line, day = marker.anchor is Anchor.LINE, marker.precision == "day"
    capital = following[:1].isupper() or following[:1] in "\"'([" or following[:1].isdecimal()
    if marker.style in ("comma", "stop", "line"):
        return at_line and (marker.style != "stop" or capital) or bool(marker.author)
    if marker.style == "semicolon":
        return False
    if day and at_line:
        return not _GOES_ON.match(following)
    if day:
        alike = current is not None and current.style == "bare"
        return (
            (capital and current is not None or alike) and not _GOES_ON.match(following) and _is_numeric(folded, marker)
        )
    return (
        at_line
        and marker.precision in ("month", "quarter")
        and following[:1].isupper()
        and not _NOUN.match(following.lower())
    )


def _is_numeric(folded: Folded, marker: Marker) -> bool:
    words = marker.words.lower()
    return _NUMERIC.match(words) is not None


def _opens_in_the_middle(folded: Folded, marker: Marker, current: Marker | None, entry_start: int) -> bool:
    alike = current is not None and current.style == marker.style and current.precision == marker.precision
    if marker.style == "bracket":
        return current is not None and current.style == "bracket"
    before = folded.low[max(0, marker.start - 20) : marker.start]
    word = _WORD_BEFORE.search(before)
    if word and word[1] in NOT_OPENING:
        return False
    if len(_WORDS.findall(folded.low[entry_start : min(marker.start, entry_start + 60)])) < 2:
        return False
    if marker.style == "colon":
        return alike or (marker.precision == "day" and _is_numeric(folded, marker))
    return marker.style == "dash" and alike and marker.precision == "day" and _is_numeric(folded, marker)
