"""The entries of an update cell, each with its date, its author and its words.

    3 - On target                       the rating's own words: no entry
    30.1.19: Partnership widened        2019-01-30
    Summer in planning                  goes on with it
    7.5.19: Manager in talks            2019-05-07

`parse_updates` says what was written. `split_entries` says where, so that a merge can take entries of several
versions apart and join them again without losing a letter. Rules: interpretation.md, Updates, and updates.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from planbook.interpreting.entries.authors import CLOSING, is_person
from planbook.interpreting.entries.candidates import Closer
from planbook.interpreting.entries.markers import Marker
from planbook.interpreting.entries.openings import openings
from planbook.interpreting.rag import head_length
from planbook.interpreting.rating.folding import Folded, fold
from planbook.model import Update

_LOOSE = " \t\n;,-\u2013\u2014"
"""What a separator leaves behind at the edges of an entry's text."""
_LONGEST = 4000
"""Letters of a text whose entries are remembered: base, master and return mostly hold the same."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry and its exact span in the text; spans follow each other without a gap.

    `text` is on one line, without marker and bullets; `date` is None for a paragraph without a date.
    """

    start: int
    end: int
    date: date | None = None
    author: str = ""
    marker: str = ""
    text: str = ""
    flags: tuple[str, ...] = ()


def parse_updates(text: str) -> list[Update]:
    """The updates of a cell in the order written; a leading coded rating is part of none.

    Line breaks inside an entry become one space. Text before the first date is an update without one; a cell that
    says nothing (`-`) holds none.
    """
    return [
        Update(entry.date, entry.author, entry.text, entry.marker, entry.flags)
        for entry in split_entries(text)
        if entry.date or any(map(str.isalnum, entry.text + entry.marker))
    ]


def split_entries(text: str, ratings: bool = True) -> tuple[Entry, ...]:
    """The entries of a text with their spans: `"".join(text[e.start:e.end] for e in ...)` is the text.

    With `ratings` a coded rating that opens the text is left out, and the first span begins after it; an update whose
    rating has been cut off already is split with `ratings=False`. Spans joined by line breaks, each stripped of its
    outer white space, split into the same entries again.
    """
    return _remembered(text, ratings) if len(text) <= _LONGEST else _split(text, ratings)


def _split(text: str, ratings: bool) -> tuple[Entry, ...]:
    folded = fold(text)
    start = head_length(text) if ratings else 0
    if not text[start:].strip():
        return ()
    entries: list[Entry] = []
    end = start
    found = openings(folded, start)
    for place, opening in enumerate(found):
        entries += _paragraph(folded, end, opening.start)
        begin = opening.start if folded.text[end : opening.start].strip() else end
        following = found[place + 1].start if place + 1 < len(found) else len(text)
        if isinstance(opening, Closer):
            end = _blank_to(text, opening.end, following)
            entries.append(_closed(folded, begin, end, opening))
        else:
            end = following
            entries.append(_opened(folded, begin, end, opening))
    entries += _paragraph(folded, end, len(text))
    return tuple(entries)


_remembered = lru_cache(maxsize=2048)(_split)


def _blank_to(text: str, end: int, following: int) -> int:
    return following if not text[end:following].strip() else end


def _paragraph(folded: Folded, start: int, end: int) -> list[Entry]:
    """What stands between two entries: one without a date, or nothing where it is blank."""
    if not folded.text[start:end].strip():
        return []
    return [Entry(start, end, text=_unbracketed(_one_line(folded.text[start:end])))]


def _opened(folded: Folded, start: int, end: int, marker: Marker) -> Entry:
    words, author = folded.text[marker.text_start : end], marker.author
    closing = CLOSING.search(folded.kept[max(marker.text_start, end - 40) : end])
    if marker.date and not author and closing and is_person(closing["author"]):  # `... audit sent (PN)`
        author, words = closing["author"], words[: len(words) - len(closing[0])]
    return Entry(start, end, marker.date, author, marker.words, _one_line(words), marker.flags)


def _closed(folded: Folded, start: int, end: int, closer: Closer) -> Entry:
    marker = closer.marker
    words = _one_line(folded.text[start : marker.start])
    return Entry(start, end, marker.date, marker.author, marker.words, words, marker.flags)


def _one_line(words: str) -> str:
    """The words with any run of white space as one space, without what a separator left behind."""
    return " ".join(words.split()).strip(_LOOSE)


def _unbracketed(words: str) -> str:
    """A paragraph that stands in brackets as a whole, without them."""
    inner = words[1:-1]
    whole = words[:1] == "(" and words[-1:] == ")" and "(" not in inner and ")" not in inner
    return inner.strip() if whole else words
