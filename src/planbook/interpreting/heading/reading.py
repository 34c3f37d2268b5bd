"""From the text of a heading to the field it names: its main words, what explains them, and its parts put together.

`heading_phrases.py` reads one phrase; here a heading is brought to phrases. Brackets, dashes and colons explain
(`Lead (who)`), `and` and slashes join (`Progress / RAG`), a line break can do either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planbook.columns import RAG_AND_UPDATE
from planbook.interpreting.heading import words
from planbook.interpreting.heading.idioms import IDIOM_WORDS, NO_FIELD, UNKNOWN
from planbook.interpreting.heading.phrases import read_phrase
from planbook.likeness import normalise, one_slip

LONGEST = 160
"""Characters: longer texts are somebody's sentences, never a heading."""

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]{0,120})[)\]}]?")
_PLURAL_MARK = re.compile(r"\s?\(\s?(?:s|es|ies)\s?\)|/s\b|(?<=[a-z])['’]s\b")
_GLOSS = re.compile(r"\s[-–—]\s|:\s|\s=\s")
_TOKEN = re.compile(r"q[1-4]\b|[a-z]+(?:'[a-z]+)?|\d[\d./]*|[&/+,;|#%]")
# Slashes inside one word, before a slash is taken to join two.
_SLASHED = (
    (re.compile(r"\b(?:b[./ ]?)?r ?[./, ] ?a ?[./, ] ?g\b\.?|\bred ?/ ?amber ?/ ?green\b"), "rag"),
    (re.compile(r"\bs ?/ ?n\b|\bs\.n\.|\bn[º°]"), "no"),
    (re.compile(r"\by ?/ ?n\b|\byes ?/ ?no\b"), "tick"),
)

# Two fields in one heading, and the one that the column is taken for. Pairs that are not here are not decided.
_TOGETHER: dict[frozenset[str], str] = {
    frozenset(pair): field
    for *pair, field in (
        ("rag", "update", RAG_AND_UPDATE),
        ("rag", "section_notes", RAG_AND_UPDATE),
        ("update", "section_notes", "update"),
        ("rag_and_update", "update", RAG_AND_UPDATE),
        ("rag_and_update", "rag", RAG_AND_UPDATE),
        ("objective", "action", "action"),
        ("objective", "impact", "objective"),
        ("objective", "priority", "objective"),
        ("objective", "success_measures", "objective"),
        ("update", "impact", "update"),
        ("update", "evidence", "update"),
        ("update", "action", "update"),
        ("impact", "evidence", "evidence"),
        ("impact", "success_measures", "success_measures"),
        ("lead", "subcommittee", "lead"),
        ("milestone", "timescale", "milestone"),
        ("milestone", "success_measures", "milestone"),
        ("milestone", "action", "milestone"),
        ("start", "timescale", "timescale"),
        ("resources", "impact", "resources"),
        ("risk", "mitigation", "risk"),
        ("risk", "objective", "risk"),
        ("number", "priority", "number"),
        ("evidence", "success_measures", "success_measures"),
    )
}
_WITH_NUMBER = frozenset(("objective", "action", "priority", "impact", "risk", "lead"))


@lru_cache(maxsize=2048)
def field_of(heading: str) -> str | None:
    """The field of a heading, None where it names none or does not decide."""
    field = reading_of(heading)
    return None if field in (UNKNOWN, NO_FIELD) else field


def reading_of(heading: str) -> str:
    """The field of a heading, `UNKNOWN` where it does not decide, `NO_FIELD` where it names something else."""
    lines = [line for line in heading.splitlines() if line.strip()]
    whole = _read(heading)
    if len(lines) > 1:
        each = [_read(line) for line in lines]
        if {"rag", "update"} <= {*each}:
            return RAG_AND_UPDATE
        whole = whole or _combine(each)
    return whole


def _read(heading: str) -> str:
    """Main words first; what stands in brackets, after a dash or a colon explains them, and decides without them."""
    text = normalise(heading).casefold()
    if not text or len(text) > LONGEST or (text.endswith(".") and text.count(" ") > 2):
        return UNKNOWN
    text = _PLURAL_MARK.sub("", text)
    for pattern, word in _SLASHED:
        text = pattern.sub(word, text)
    glosses = _BRACKETS.findall(text)
    main, *after = _GLOSS.split(_BRACKETS.sub(" ", text), maxsplit=1)
    said = plain_words(main)
    if said and not any(w[0].isalpha() for w in said):
        return UNKNOWN
    field = _read_words(said)
    if after and not _explains(after[0]):
        return UNKNOWN
    inside = [f for f in (_read_words(plain_words(g)) for g in [*glosses, *after]) if f not in (UNKNOWN, NO_FIELD)]
    return _with_gloss(field, said, inside, plain_words(" ".join([main, *glosses, *after])))


def _with_gloss(field: str, said: list[str], inside: list[str], everything: list[str]) -> str:
    if field == NO_FIELD:
        return field
    if field == "update" and "rag" in inside:
        return RAG_AND_UPDATE if {"update", "comment", "commentary"} & {*said} else UNKNOWN
    bare = len(said) == 1 and said[0] in ("how", "why", "who", "when")
    if field == UNKNOWN or bare:
        return inside[0] if inside else field or _read_words(everything)
    return field


def _explains(after: str) -> bool:
    """Whether the words after a dash or colon explain a heading, rather than being a plan's own text."""
    said = plain_words(after)
    loose = [w for w in said if w not in _ALL_WORDS and w not in words.CONJUNCTIONS and not w[0].isdigit()]
    return len(loose) < 2 or _read_words(said) not in (UNKNOWN, NO_FIELD) or _is_question(said)


def _read_words(said: list[str]) -> str:
    """A phrase, or several joined by `and`, `/` and their like."""
    plain = [w for w in said if w not in words.CONJUNCTIONS]
    if len(plain) < len(said):
        parts = _parts(said)
        if len(parts) > 1 and (not _is_question(plain) or _is_question(parts[1])):
            fields = [read_phrase(part) for part in parts]
            more = all(len(part) == 1 and (part[0] in words.PAST or _is_question(part)) for part in parts[1:])
            if fields[0] == NO_FIELD and more:
                return NO_FIELD  # `Date completed / closed`, `Monitored by / when`: more of the same
            return _combine(fields)
    field = read_phrase(plain)
    if field in _WITH_NUMBER and plain[-1][0].isdigit():  # `Priority 1` opens a section; `Milestone 2` is a column
        return UNKNOWN
    return field


def _is_question(plain: list[str]) -> bool:
    return bool(plain) and next((w for w in plain if w != "by"), "") in ("how", "what", "why", "who", "when", "where")


def _parts(said: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in said:
        if word in words.CONJUNCTIONS:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _combine(fields: list[str]) -> str:
    """The field of a heading of several parts: theirs where they agree, or where the pair has a known reading."""
    named = list(dict.fromkeys(f for f in fields if f not in (UNKNOWN, NO_FIELD)))
    if not named:
        return NO_FIELD if NO_FIELD in fields else UNKNOWN
    together = named[0]
    for field in named[1:]:
        together = _TOGETHER.get(frozenset((together, field)), UNKNOWN) if together != field else field
    return together


def plain_words(text: str) -> list[str]:
    """The words of a heading in the form of the tables: singular, one spelling, slips put right."""
    found = " ".join(_TOKEN.findall(text.replace("-", " ").replace("_", " ")))
    found = " ".join(_plain_word(w) for w in found.split())
    for spelled, plain in words.SPELLED:
        if spelled in found:
            found = re.sub(rf"\b{spelled}\b", plain, found)
    return found.split()


@lru_cache(maxsize=4096)
def _plain_word(word: str) -> str:
    if word in words.WORD_FORMS or word in _ALL_WORDS or word in words.SINGULAR:
        return words.WORD_FORMS.get(word, word)
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    if single in _ALL_WORDS or len(word) < 5 or word in IDIOM_WORDS:
        return word if word in IDIOM_WORDS and single not in _ALL_WORDS else single
    return next(
        (known for known in _SLIPPED if known[0] == word[0] and len(known) > 5 and one_slip(word, known)), single
    )


_ALL_WORDS = (
    frozenset(words.HEADS)
    | words.NEUTRAL
    | words.TRAILING
    | words.STARTING
    | words.DEADLINE
    | words.PAST
    | words.LEADING
    | words.GOVERNING
    | words.FINITE
    | words.PREPOSITIONS
)
# Only words that headings alone use are put right: `acting` is no slip of `action`.
_SLIPPED = tuple(sorted(_ALL_WORDS | IDIOM_WORDS))
