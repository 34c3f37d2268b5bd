"""The places in an update cell where an entry may begin or end: dates with their headings, initials, `End of year:`.

Nothing is judged here; `entry_openings.py` does, one candidate after another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planbook.interpreting.dates import DateMention, find_dates, read_date
from planbook.interpreting.entries import authors
from planbook.interpreting.entries.markers import FAULTS, Anchor, Marker, last_of_range, read_right
from planbook.interpreting.entries.prefixes import BULLET, Prefix, read_prefix
from planbook.interpreting.rating.folding import Folded

_SENTENCE = re.compile(r"(?:(?<!\.[A-Z])[.!?;][)\]\"']{0,2}|[)\]]|\|) {1,3}(?=\S)")
_LINE = re.compile(r"\n\s*")
_LONGEST_PREFIX = 90
_PERIOD = re.compile(
    r"(?:end of (?:the )?(?:financial |school |academic )?year|year[- ]end|mid[- ]?year|half[- ]?year(?:ly)?|"
    r"end of term|interim|"
    r"(?:3|6|9|12|three|six|nine|twelve)[- ]month(?:ly|s)?)(?: (?:update|review|position|report|"
    r"progress))?(?P<gap> {0,2}: {0,2}| {1,2}- {1,2}|- )(?=\S)"
)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<gap> {0,2}: {0,2}| {1,2}- {1,2})(?=\S)")
_OPENED = re.compile(r"[(\[] ?\Z")
_CLOSED = re.compile(r" ?[)\]]")
_LINE_ENDS = re.compile(r"(?=\s*(?:\n|\Z))")
_SENTENCE_ENDS = re.compile(r"[.;]?(?:\s*\Z|\s*\n|,?[ \-]+[A-Z(\[\d])")
_DAY_BEFORE = re.compile(r"(?<![\w./-])\d{1,2}(?:st|nd|rd|th)?(?: of)? \Z")


@dataclass(frozen=True, slots=True)
class Closer:
    """A date and initials in brackets that close an entry: `... sent (JS 12/03/20)`."""

    start: int
    end: int
    marker: Marker


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines and sentences of a text begin."""

    lines: tuple[int, ...]
    sentences: tuple[int, ...]

    def line_of(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.lines[max(0, bisect_right(self.lines, place) - 1)]

    def anchor_of(self, place: int) -> tuple[int, Anchor]:
        """The nearest beginning of a sentence or line before a place, as far as a heading could reach."""
        line = self.line_of(place)
        at = bisect_right(self.sentences, place) - 1
        sentence = self.sentences[at] if at >= 0 else -1
        return (sentence, Anchor.SENTENCE) if sentence > line else (line, Anchor.LINE)


def lines_of(folded: Folded, start: int) -> Lines:
    """Where lines and sentences begin, from `start` on, which begins a line whatever stands before it."""
    lines = (start, *(found.end() for found in _LINE.finditer(folded.low, start)))
    marks = {found.end() for line in lines if (found := BULLET.match(folded.kept, line))}  # `1. ` ends no sentence
    return Lines(
        lines, tuple(end for found in _SENTENCE.finditer(folded.kept, start) if (end := found.end()) not in marks)
    )


def dated(folded: Folded, mentions: list[DateMention], lines: Lines) -> Iterator[Marker | Closer]:
    """Each date as the marker or closer that it may be, with the words round it."""
    place = 0
    while place < len(mentions):
        first = mentions[place]
        mention, used = last_of_range(folded, mentions, place)
        place += used
        if used == 1 and (alone := _by_itself(folded, mention)):
            first = mention = alone
        if closer := _closer(folded, first, mention):
            yield closer
        anchor_at, anchor = lines.anchor_of(first.start)
        prefix = _prefix(folded, anchor_at, first.start)
        if prefix is None and anchor is Anchor.SENTENCE:  # the heading may hold a stop: `No. 2 update`
            anchor_at, anchor = lines.line_of(first.start), Anchor.LINE
            prefix = _prefix(folded, anchor_at, first.start)
            prefix = prefix if prefix and prefix.key else None
        yield from _marker(folded, first, mention, (anchor_at, anchor), prefix)


def _prefix(folded: Folded, start: int, end: int) -> Prefix | None:
    return read_prefix(folded.kept[start:end]) if end - start <= _LONGEST_PREFIX else None


def mentions_of(folded: Folded, lines: Lines) -> Iterator[DateMention]:
    """The dates of each line by itself: neither the line nor the rating before it is part of what it says."""
    for place, line in enumerate(lines.lines):
        end = lines.lines[place + 1] if place + 1 < len(lines.lines) else len(folded.kept)
        for one in find_dates(folded.kept[line:end]):
            yield replace(one, start=one.start + line, end=one.end + line)


def _by_itself(folded: Folded, mention: DateMention) -> DateMention | None:
    """A mention read without what stands before it: `Form sent to 3 wards 4 March 2020: agreed` names the 4th."""
    start = mention.start
    if mention.precision == "month" and (day := _DAY_BEFORE.search(folded.low[max(0, start - 8) : start])):
        start -= len(day[0])
    elif mention.date:
        return None
    alone = read_date(folded.kept[start : mention.end], 0)
    if not alone or not alone.date or alone.end != mention.end - start:
        return None
    return replace(alone, start=start, end=mention.end)


def _marker(
    folded: Folded, first: DateMention, mention: DateMention, at: tuple[int, Anchor], prefix: Prefix | None
) -> Iterator[Marker]:
    anchor_at, anchor = at
    if prefix is None:
        before = authors.OPENS_BRACKET.search(folded.kept[max(0, first.start - 12) : first.start])
        opened, author = (before["open"], before["author"] or "") if before else ("", "")
        start, anchor = first.start - (len(before[0]) if before else 0), Anchor.MIDDLE
        prefix = Prefix(0, author=author, opened=opened, first=bool(opened))
        words_start = start + len(opened)
    else:
        start, words_start = anchor_at, anchor_at + prefix.start
    right = read_right(folded, mention.end, prefix.opened, prefix.first)
    if right is None:
        return
    flags = tuple(flag for flag in mention.flags if flag in FAULTS) if mention.date is None else ()
    words = folded.text[words_start : right.words_end].strip()
    author = prefix.author or right.author
    opening = Marker(start, right.text_start, words, right.style, anchor, mention.date, author, flags)
    yield replace(opening, precision=mention.precision, prefix=prefix)


def _closer(folded: Folded, first: DateMention, mention: DateMention) -> Closer | None:
    """A bracket (or dash) that closes a sentence with initials and a date in it."""
    before = authors.CLOSES_BEFORE.search(folded.kept[max(0, first.start - 12) : first.start])
    bracket = _OPENED.search(folded.kept[max(0, first.start - 2) : first.start])
    if before:
        start = max(0, first.start - 12) + before.start()
        close = (_CLOSED if before[0].strip()[0] in "([" else _LINE_ENDS).match(folded.kept, mention.end)
        author, end = before["author"], close.end() if close else 0
    elif bracket and (after := authors.CLOSES_AFTER.match(folded.kept, mention.end)):
        start, author, end = first.start - len(bracket[0]), after["author"], after.end()
    else:
        return None
    if not end or not mention.date or not _SENTENCE_ENDS.match(folded.kept, end):
        return None
    stop = end + 1 if folded.kept[end : end + 1] in (".", ";") else end
    words = folded.text[start:end].strip(" ()[]-\u00a0\u2013\u2014\n")
    return Closer(start, stop, Marker(start, stop, words, "closing", Anchor.MIDDLE, mention.date, author))


def undated(folded: Folded, lines: Lines) -> Iterator[Marker]:
    """Markers without a date that can be read: initials, `End of year:`, `12/3 -`."""
    begins = [(place, Anchor.LINE) for place in lines.lines] + [(place, Anchor.SENTENCE) for place in lines.sentences]
    for place, anchor in begins:
        bullet = BULLET.match(folded.kept, place)
        at = bullet.end() if bullet and anchor is Anchor.LINE else place
        if found := authors.IN_BRACKETS.match(folded.kept, at):
            style = "square" if folded.kept[at] == "[" else "round"
        elif found := authors.BEFORE_TEXT.match(folded.kept, at):
            style = "initials"
        if found and authors.is_person(found["author"]):
            author = found["author"]
            yield Marker(place, found.end(), author, style, anchor, author=author, precision="author")
        elif not found and (period := _period(folded, at)):
            words = folded.text[at : period.start("gap")].strip()
            yield Marker(place, period.end(), words, "colon", anchor, flags=("no year",), precision="period")


def _period(folded: Folded, place: int) -> re.Match[str] | None:
    day = _DAY_MONTH.match(folded.low, place)
    return _PERIOD.match(folded.low, place) or (day if day and _is_day(day) else None)


def _is_day(found: re.Match[str]) -> bool:
    """Neither a split rating nor half of something."""
    day, month = int(found["day"]), int(found["month"])
    return 1 <= day <= 31 and 1 <= month <= 12 and max(day, month) > 4
