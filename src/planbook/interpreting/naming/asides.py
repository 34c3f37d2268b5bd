"""What stands beside the names in a lead cell and is no part of them: dates, verbs, what a bracket encloses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planbook.interpreting.naming import phrases, words

if TYPE_CHECKING:
    from planbook.interpreting.naming.tokens import Token

_MONTH = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}$")
_DATE_PART = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|'?\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{2,4}/\d{2,4})$"
)
_BEFORE_DATE = frozenset(["until", "till", "from", "since", "by", "to", "to/from"])
SURE_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "should",
        "must",
        "can",
        "could",
        "has",
        "have",
        "had",
        "been",
        "to",
        "provides",
        "ensures",
        "attends",
    ]
)


def date_end(tokens: list[Token], place: int) -> int:
    """The token after a date that stands here, with the preposition before it (`until March 2020`); else `place`.

    A month alone is a date only behind a preposition, since April and June are people too.
    """
    start = place + (tokens[place].low in _BEFORE_DATE)
    end = start
    while end < min(len(tokens), start + 5) and tokens[end].kind == "word" and _is_date_part(tokens, end, start):
        end += 1
    said = [token.low for token in tokens[start:end]]
    dated = any(_DATE_PART.match(low) and len(low) > 2 for low in said) or end > start > place
    month = any(map(_MONTH.match, said))
    return end if said and (dated or (month and len(said) > 1)) else place


def _is_date_part(tokens: list[Token], place: int, start: int) -> bool:
    low = tokens[place].low
    if _MONTH.match(low):
        return True
    month_next = place + 1 < len(tokens) and bool(_MONTH.match(tokens[place + 1].low))
    return bool(_DATE_PART.match(low)) and (len(low) > 2 or place > start or month_next)


def is_participle(tokens: list[Token], place: int) -> bool:
    """Whether a word says here what was done, and to whom: it stands before a preposition."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    done = tokens[place].low in phrases.PARTICIPLES and following is not None
    return done and following is not None and following.low in (*words.PREPOSITIONS, "by", "with")


def is_number_to_call(tokens: list[Token], place: int) -> bool:
    """`ext 4321`: part of nobody's name."""
    return tokens[place].low in phrases.TELEPHONE or tokens[place].text.replace("-", "").isdigit()


def is_verb(tokens: list[Token], place: int) -> bool:
    """Whether a verb stands here, as written in a sentence: in small letters, or `to` before another word."""
    token = tokens[place]
    if not token.text.islower():
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.low == "to":
        return following is not None and following.kind == "word" and following.text.islower()
    return token.low in phrases.VERBS


def is_to_lead(tokens: list[Token], place: int) -> bool:
    """`Imogen Sallis to lead` says no more than that he does, and is no sentence to complain of."""
    return tokens[place].low == "to" and tokens[place + 1].low in ("lead", "chair", "support", "coordinate")


def closing(tokens: list[Token], place: int) -> int:
    """Where the bracket that opens here closes; the end of the line where it never does."""
    depth = 0
    for end in range(place, min(len(tokens), place + 60)):
        kind = tokens[end].kind
        if kind == "break":
            return end - 1 if end - 1 > place else place
        depth += (kind == "open") - (kind == "close")
        if depth == 0:
            return end
    return min(len(tokens), place + 60) - 1
