"""Ratings that do not open the text: `Policy drafted (Amber)`, `... RAG: green`, and status words without a code.

Only a code that stands apart counts: in a bracket of its own, after a dash or colon, or called a rating.
"""

from __future__ import annotations

import re

from planbook.interpreting.rating import words
from planbook.interpreting.rating.codes import Code, Kind, code_at
from planbook.interpreting.rating.context import DATE, is_strong
from planbook.interpreting.rating.folding import Folded
from planbook.interpreting.rating.gaps import AFTER_LABEL, BEFORE_CODE, ENDS, TAIL
from planbook.interpreting.rating.status_phrases import Meaning
from planbook.interpreting.rating.status_words import Label, label_at
from planbook.model import Rating
from planbook.settings import Scale

_LAST_WORD = re.compile(r"(?<![^\W_])(?=[^\W_]|[🔴🟥🟠🟧🟡🟨🟢🟩🔵🟦])")
_TAIL_LENGTH = 60


def _closing_code(folded: Folded, scale: Scale) -> tuple[Code, int] | None:
    """The code that ends the text, and where the words before it end."""
    tail = max(folded.start, folded.end - 25)
    for found in _LAST_WORD.finditer(folded.low, tail, folded.end):
        code = code_at(folded, found.start(), scale)
        if not code or "spelling" in code.flags or not ENDS.match(folded.low, code.end):
            continue
        context = folded.low[max(folded.start, code.start - _TAIL_LENGTH) : code.start]
        before = TAIL.search(context)
        if before and _stands_apart(folded, code, before):
            stop = (before["dash"] or " ")[0] in ".!?"  # the sentence before keeps its own
            return code, code.start - len(context) + before.start() + stop
    return None


def _stands_apart(folded: Folded, code: Code, before: re.Match[str]) -> bool:
    called = "rag" in before["lead"] or "rat" in before["lead"] or "status" in before["lead"]
    if called:
        return True
    if code.kind in (Kind.COLOUR, Kind.SIGN):
        return bool(before["bracket"] or before["dash"])
    return code.kind is Kind.LETTER and bool(before["bracket"]) and folded.kept[code.start].isupper()


def closing_rating(folded: Folded, scale: Scale) -> Rating | None:
    """The rating that closes the text, the words before it as its note; None where none does."""
    found = _closing_code(folded, scale)
    if not found:
        return None
    code, end = found
    note = folded.text[folded.start : end].rstrip()
    if not note:
        return None
    query = ("query",) if "?" in folded.low[code.end : folded.end] else ()
    return Rating(code.name, "", note, (*code.flags, *query), folded.text)


def label_only(folded: Folded, scale: Scale) -> Rating:
    """Status words without a code, or what is no rating at all: then the whole text is the note."""
    low, text = folded.low, folded.text
    percent = words.percent_at(low[folded.start : folded.start + 12])
    place = folded.start + percent
    mark = BEFORE_CODE.match(low, place)
    label = label_at(low, mark.end() if mark else place, scale)
    flags: tuple[str, ...] = ("no code", *(("percentage",) if percent else ()))
    if "✓" in low[folded.start : folded.start + 3] or "✗" in low[folded.start : folded.start + 3]:
        flags = (*flags, "tick")
    if not label or not _stands_alone(folded, label):
        word = text.strip()
        other = () if percent or "tick" in flags else ("unknown code" if len(word) <= 2 else "not a rating",)
        return Rating(note=text.strip(), flags=(*flags, *other), text=text)
    after = AFTER_LABEL.match(low, label.end)
    end = min(after.end() if after else label.end, folded.end)
    flags = (*flags, *(("spelling",) if label.spelling else ()))
    if "?" in low[label.end : end]:
        flags = (*flags, "query")
    return Rating("", folded.written(label.start, label.end), text[end:].rstrip(), flags, text)


def _stands_alone(folded: Folded, label: Label) -> bool:
    """Whether the words are a status and not the beginning of a sentence; `Agreed: ...` tells of no progress."""
    low, end = folded.low, label.end
    if label.meaning is Meaning.UNKNOWN and not ENDS.match(low, end):
        return False
    if is_strong(low, end) or low[end : end + 2] == " -":
        return True
    return low[end : end + 1] == " " and (DATE.match(low, end + 1) is not None or low.startswith(" to ", end))
