"""What a column's texts say it is, where its heading leaves it open: cheap tests of shape, no reading of meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planbook.likeness import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENOUGH = 0.6
"""The share of a column's texts that must look like a field."""

PLAINLY = 0.8
"""The share that overrules what the heading says."""

SAMPLE = 60
"""Texts that are looked at: a column says what it is in its first rows, or not at all."""

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\b{_MONTH}\.?[ -]?'?\d{{2,4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b{_MONTH}\b",
    re.I,
)
_TIME = re.compile(
    r"\b(ongoing|immediate(?:ly)?|asap|monthly|quarterly|annual(?:ly)?|weekly|termly|q[1-4]|spring|summer|autumn|winter"
    r"|complete[d]?|end of|by the|20\d\d(?:/\d\d)?)\b",
    re.I,
)
_RATING = re.compile(
    r"^(?:[1-5](?:\s?[-–.:]\s?\D{0,40})?|(?:red|amber|green|blue|gr[ea]y|white|yellow)(?:\s?/\s?(?:red|amber|green))?"
    r"|r|a|g|b|rag|ag|ra|(?:on|off) (?:target|track)|complete[d]?|not started|in progress|ongoing|delayed|open|closed"
    r"|met|not met|achieved|\d{1,3}\s?%)\.?$",
    re.I,
)
_REFERENCE = re.compile(r"^[A-Za-z]{0,3}\d{1,3}(?:[.\-/]\d{1,3}){0,2}[a-z]?[.)]?$")
_NAME = re.compile(
    r"^(?:[A-Z]{2,5}|(?:[A-Z][a-z'’-]+|[A-Z]\.?|&|and|of|Mc[A-Z][a-z]+)(?:[ /,&]{1,3}(?:[A-Z][\w'’-]*|&|and|of)){0,7})$"
)
_MONEY = re.compile(r"^(?:£|\$|€|nil$|none$|within (?:existing )?(?:budget|resource)|staff time|existing )|£\d", re.I)
_LEVEL = re.compile(r"^(?:high|medium|low|h|m|l|urgent|[1-5])$", re.I)

# What a heading's word can mean, most likely first. The empty word stands for no heading.
_MEANINGS_OF = (
    ("date end finish year", ("timescale",)),
    ("target", ("timescale", "success_measures")),
    ("completion completed", ("timescale", "rag")),
    ("agency organisation officer name partner team service department manager staff contact person", ("lead",)),
    ("group board to", ("lead",)),
    ("by delivered", ("lead", "timescale")),
    ("complete", ("rag", "timescale")),
    ("status current progress", ("rag", "update")),
    ("comment", ("update", "rag")),
    ("review", ("timescale", "update")),
    ("level", ("priority",)),
    ("report", ("update",)),
    ("detail description what", ("action",)),
)
MEANINGS = {word: fields for said, fields in _MEANINGS_OF for word in said.split()} | {
    "": ("number", "timescale", "rag", "lead")
}


def field_of_texts(heading: Sequence[str], texts: Iterable[str]) -> tuple[str | None, float]:
    """The field that an open heading's column holds, with the share of texts that look like it; None where unclear."""
    meanings = _meanings(heading)
    sample = _sample(texts)
    if not meanings or not sample:
        return None, 0.0
    shares = [(sum(map(_TESTS[field], sample)) / len(sample), field) for field in meanings]
    share, field = max(shares, key=lambda pair: pair[0])
    return (field, share) if share >= ENOUGH else (None, share)


def overruled(heading: Sequence[str], field: str, texts: Iterable[str]) -> str | None:
    """The field of a column whose heading has one word for it, where the texts plainly say another.

    `Status` over sentences is an update, `Comments` over nothing but ratings a rating.
    """
    if len(heading) != 1 or field not in ("rag", "update"):
        return None
    other = "update" if field == "rag" else "rag"
    sample = _sample(texts)
    shares = {key: sum(map(_TESTS[key], sample)) / len(sample) for key in ("rag", "update")} if sample else {}
    return other if shares and shares[other] >= PLAINLY and shares[field] <= 1 - PLAINLY else None


def _sample(texts: Iterable[str]) -> list[str]:
    return [text for text, _ in zip((t for t in map(normalise, texts) if t), range(SAMPLE), strict=False)]


def _meanings(heading: Sequence[str]) -> tuple[str, ...]:
    if not heading:
        return MEANINGS[""]
    return next((MEANINGS[word] for word in reversed(heading) if word in MEANINGS), ())


def _is_time(text: str) -> bool:
    return len(text) <= 60 and bool(_DATE.search(text) or _TIME.search(text)) and not _RATING.match(text)


def _is_prose(text: str) -> bool:
    return text.count(" ") >= 3 and not _NAME.match(text)


_TESTS = {
    "timescale": _is_time,
    "rag": lambda text: bool(_RATING.match(text)),
    "number": lambda text: bool(_REFERENCE.match(text)),
    "lead": lambda text: (
        len(text) <= 80 and bool(_NAME.match(text)) and not _DATE.search(text) and not _RATING.match(text)
    ),
    "priority": lambda text: bool(_LEVEL.match(text)),
    "resources": lambda text: bool(_MONEY.search(text)),
    "update": _is_prose,
    "action": _is_prose,
    "success_measures": _is_prose,
}
