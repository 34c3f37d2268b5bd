"""What one word of a lead cell is: a role's noun, a body's, a title, a given name, initials, or nothing known."""

from __future__ import annotations

import re
from functools import lru_cache

from planbook.interpreting.naming import words
from planbook.interpreting.naming.given_names import GIVEN_NAMES, PARTICLES

INITIALS = re.compile(
    r"^(?:[A-Z]{2,3}|[A-Z]{1,2}[a-z][A-Z]?|[A-Z]{1,2}-[A-Z]{1,2}|(?:[A-Z]\.){2,4}|(?:[A-Z]\.){1,3}[A-Z])$"
)
ACRONYM = re.compile(r"^(?:[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,3}|[A-Z0-9]{2,7}|(?:[A-Z]\.){2,6}[A-Z]?)s?$")
NAME = re.compile(r"^[^\W\d_]+(?:['’.\-‐‑–][^\W\d_]*)*$")


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """A word as the vocabulary has it: lower case, straight apostrophe, without full stop or possessive 's."""
    low = word.casefold().replace("’", "'").replace("‘", "'").replace("‐", "-").replace("‑", "-").strip(".'\"“”*:")
    return low[:-2] if low.endswith("'s") else low


def is_role_word(word: str) -> bool:
    """Whether a role ends on this word, one or several of them."""
    low = plain(word)
    return (_is_in(low, words.ROLES) or low in words.ROLE_ACRONYMS) and low != "members"


def is_body_word(word: str) -> bool:
    """Whether a body's name ends on this word."""
    low = _unbroken(word)
    return _is_in(low, words.BODIES) or _is_in(low, words.INSTITUTIONS)


@lru_cache(maxsize=8192)
def is_vocabulary(word: str) -> bool:
    """Whether a word means something in roles and bodies, and so is no part of a person's name."""
    low = plain(word)
    return (
        is_role_word(word)
        or is_body_word(word)
        or _is_in(low, words.SUBJECTS)
        or low in words.CHARITIES
        or any(c.isdigit() for c in low)
    )


def is_given(word: str) -> bool:
    """Whether a word is a given name in use; `Sarah-Jane` by its first half."""
    low = plain(word)
    return low in GIVEN_NAMES or ("-" in low and low.split("-")[0] in GIVEN_NAMES)


def is_title(word: str) -> bool:
    """Whether a word stands before a name: `Dr`, `Cllr`, `DCI`."""
    return plain(word) in words.TITLES


def is_initials(word: str) -> bool:
    """Whether a word can be somebody's initials: `MC`, `J.A.`, `EWa`, and no acronym that we know."""
    return bool(INITIALS.match(word)) and not is_known_acronym(word)


def is_particle(word: str) -> bool:
    """Whether a word can stand in small letters within a name: `van`, `de`, `al-`."""
    low = plain(word)
    return low in PARTICLES or low.rstrip("-") in PARTICLES


def is_capital(word: str) -> bool:
    """Whether a word begins as names do; `d'Arcy` and `al-Rashid` do too."""
    return word[:1].isupper() or word[:2] in ("d'", "d’", "o'", "o’") or plain(word)[:3] in ("al-", "el-", "ap-")


def is_known_acronym(word: str) -> bool:
    """Whether a word is the acronym of a body, a role or a subject, and so nobody's initials."""
    low = plain(word)
    if not word[:1].isupper():
        return False
    named = low in words.CHARITIES or low in words.ROLE_ACRONYMS or low in words.INSTITUTIONS
    return named or (low in words.SUBJECTS and len(low) < 5)


def _unbroken(word: str) -> str:
    """`Sub -Committee` and `sub- group` as one word."""
    low = plain(word)
    return re.sub(r"\s*[-–]\s*", "-", low)


def _is_in(low: str, table: frozenset[str]) -> bool:
    if low in table or (low.endswith("s") and low[:-1] in table):
        return True
    return low.endswith("ies") and low[:-3] + "y" in table
