"""What a rating cell says: its code, its label, and what else the cell holds.

    parse_rag("4- Complete 7.11.18: report presented")   code 4, label Complete, note "7.11.18: report presented"

Rating and comment often share one cell, so the note is cut from the original, and where the rating opens the text
the text ends with it: what stands before the note is the rating's own words. Rules: interpretation.md, Ratings,
and the phrasebook's rag.csv. A code is only given where the text gives one; a doubtful one is left empty and flagged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from planbook.interpreting.rating import words
from planbook.interpreting.rating.agreement import mismatch, suggested_code
from planbook.interpreting.rating.choices import is_choice, is_legend
from planbook.interpreting.rating.codes import code_at
from planbook.interpreting.rating.context import DATE
from planbook.interpreting.rating.endings import closing_rating, label_only
from planbook.interpreting.rating.folding import Folded, fold
from planbook.interpreting.rating.openings import Opening, opening_rating, starts_dated
from planbook.model import Rating
from planbook.settings import DEFAULT_SCALE, Scale

__all__ = ["head_length", "mismatch", "parse_rag"]


_MARKS = re.compile(r"[\s(\[\-•]*")
_NOTHING_MORE = re.compile(r"[)\].\s]*\Z")
_SHORT = 200
"""Letters of a text whose reading is remembered: a plan says `3 - Ongoing` a hundred times."""


def parse_rag(text: str, scale: Scale | None = None) -> Rating:
    """The reading of a rating cell against a scale (a legend that was found, else the default).

    `note` is the exact rest of the text: where the rating opens the text, `text.rstrip()` ends with it; where the
    rating closes the text, `text.lstrip()` begins with it; where there is no rating it is the whole text.
    """
    return _remembered(text, scale or DEFAULT_SCALE) if len(text) <= _SHORT else _parse(text, scale or DEFAULT_SCALE)


def _parse(text: str, scale: Scale) -> Rating:
    folded = fold(text)
    if folded.start >= folded.end or not folded.low.strip():
        return Rating(flags=("blank",), text=text, note=text.strip())
    if whole := _no_rating(folded, scale):
        return whole
    opening = opening_rating(folded, scale)
    if opening and opening.code:
        return _rated(folded, opening, scale)
    if opening:
        return Rating(note=text.strip(), flags=opening.flags, text=text)
    rating = closing_rating(folded, scale) or label_only(folded, scale)
    return replace(rating, suggestion=suggested_code(rating, scale))


_remembered = lru_cache(maxsize=4096)(_parse)


def head_length(text: str, scale: Scale | None = None) -> int:
    """How much of the text's opening is a coded rating's own words, up to the note; 0 where no code opens it.

    phrasebook, updates.csv: a leading coded rating is not part of any update.
    """
    scale = scale or DEFAULT_SCALE
    folded = fold(text)
    if folded.start >= folded.end or starts_dated(folded) or _no_rating(folded, scale):
        return 0
    opening = opening_rating(folded, scale)
    return opening.end if opening and opening.code else 0


def _rated(folded: Folded, opening: Opening, scale: Scale) -> Rating:
    note = folded.text[opening.end :].rstrip()
    low = folded.low[opening.end : folded.end]
    rating = Rating(opening.code, opening.label, note, (), folded.text)
    flags = list(opening.flags)
    on_scale = all(scale.step(code) for code in opening.code.split("/"))
    numbered = opening.code[0].isdecimal()
    if not opening.label and ((note and note[0] not in "([") or (numbered and on_scale)):
        flags.append("no label")
    if numbered and not on_scale:
        flags.append("out of scale")
    if mismatch(rating, scale):
        flags.append("code-label mismatch")
    if words.names_percent(low[:200]):
        flags.append("percentage")
    if dated := _date_flag(low):
        flags.append(dated)
    return replace(rating, flags=tuple(dict.fromkeys(flags)), suggestion=suggested_code(rating, scale))


def _date_flag(low: str) -> str:
    """Whether the note is an update of its own, or only a date that belongs to the rating."""
    opened = _MARKS.match(low[:10])
    date = DATE.match(low, opened.end() if opened else 0)
    if date and _NOTHING_MORE.match(low, date.end()):
        return "date in rating"
    if date:
        return "contains update"
    return "date in rating" if len(low) < 40 and len(low.split()) <= 5 and DATE.search(low) else ""


def _no_rating(folded: Folded, scale: Scale) -> Rating | None:
    """Not rated, a template, a legend, a tick, a risk score: said by the whole of the cell."""
    text = folded.text
    low = " ".join(folded.low[folded.start : min(folded.end, folded.start + 200)].split())
    label, flags = text.strip(), ()
    if words.is_template(low) or is_choice(folded, scale):
        return Rating(flags=("template text not chosen",), note=label, text=text)
    if words.is_not_rated(low) and not closing_rating(folded, scale):  # `Awaiting data - Amber` is rated
        return Rating(note=label, flags=("not rated",), text=text)
    if words.is_tick(low) and not scale.step(low):
        return Rating(label=label if low.isalpha() else "", flags=("no code", "tick"), text=text)
    if words.is_risk_score(low) and not starts_dated(folded) and not scale.step(low):
        return Rating(note=label, flags=("no code", "not a rating", "risk score"), text=text)
    if words.is_level(low) and not scale.step(low):
        return Rating(label=label, flags=("no code", "not a rating"), text=text)
    if words.is_sign(low) and not code_at(folded, folded.start, scale):
        return Rating(note=label, flags=("no code", "symbol only"), text=text)
    if is_legend(folded, scale):
        return Rating(note=label, flags=(*flags, "no code", "legend text"), text=text)
    return None
