"""Texts in a rating cell that name several codes and rate nothing: a form's choice, and the legend copied in."""

from __future__ import annotations

import re

from planbook.interpreting.rating.codes import COLOURS, LETTERS, OTHER_SPELLINGS, code_at
from planbook.interpreting.rating.folding import Folded, word_set
from planbook.interpreting.rating.gaps import WORD_START
from planbook.settings import Scale

_TOKEN = re.compile(r"[^\W_]+")
_LINKS = word_set("or and rag brag status rating select choose please")
_MOVES = re.compile(r"[→↑↓>]|r\.a\.g")


def is_choice(folded: Folded, scale: Scale) -> bool:
    """Whether three or more codes and nothing else make the text: a form's choice, nothing chosen."""
    low = folded.low[folded.start : folded.end][:80]
    words_ = [word for word in _TOKEN.findall(low) if word not in _LINKS]
    if _MOVES.search(low):
        return False
    known = {*COLOURS, *OTHER_SPELLINGS, *LETTERS, *(step.code.lower() for step in scale.steps)}
    return folded.end - folded.start < 80 and len(set(words_)) >= 3 and all(word in known for word in words_)


def is_legend(folded: Folded, scale: Scale) -> bool:
    """Whether two codes are explained with `=`, or three with some other mark: the legend, copied into the cell."""
    if "=" not in folded.low[folded.start : folded.start + 400]:
        return False
    names: set[str] = set()
    equals = 0
    for found in WORD_START.finditer(folded.low, folded.start, min(folded.end, folded.start + 400)):
        code = code_at(folded, found.end(), scale)
        mark = folded.low[code.end : code.end + 3].strip()[:1] if code else ""
        if code and mark and mark in "=-:(":
            names.add(code.name)
            equals += mark == "="
    return (len(names) >= 2 and equals >= 2) or (len(names) >= 3 and equals >= 1)
