"""A lead cell as tokens that know where they stand, so that a name can be given back exactly as it was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbook.interpreting.naming import phrases


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a break. `kind` is word, break, bullet, open, close, query, mark, mail or known."""

    kind: str
    text: str
    start: int
    end: int
    entry: int = -1
    """For `known`: which entry of the register it is."""

    @property
    def low(self) -> str:
        """The token in lower case, without a full stop."""
        return self.text.casefold().replace("’", "'").strip(".")


# Words that people break at their hyphen (`Sub -Committee`), and words with a slash inside.
_BROKEN = (
    r"sub\s?[-–‐‑]\s?(?:committees?|groups?|cttee)|co\s?[-–‐‑]\s?(?:ordinat\w{1,5}|chairs?|leads?)"
    r"|multi\s?[-–‐‑]\s?agency"
)
_SLASHED = r"n/a\b|c/o\b|w/c\b|and/or\b|[tad]/(?:supt|insp|sgt|dci|di|ds)\b"
_TOKEN = re.compile(
    r"(?P<break>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|_x000[A-Da-d]_)"
    r"|(?P<mail>[^\s,;<>()\[\]]{1,64}@[^\s,;<>()\[\]]{1,200})"
    rf"|(?P<word>(?i:{_SLASHED}|{_BROKEN})|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{2,4}}/\d{{2,4}})"
    r"|(?P<bullet>\d{1,2}[.)](?=\s{0,3}[^\W\d_])|(?<!\S)[a-h]\)(?=\s)|[•●▪◦·▸►✓*\uf0b7]+)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<query>\?+)"
    r"|(?P<mark>[,;/|+&:=→>\\<—]|[-–‐‑]+(?=\s))"
    r"|(?P<plain>[^\s,;/|+&:=→>\\<—()\[\]{}?•●▪◦·▸►✓*\"“”]+)"
)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad"
_TRAILING_DASH = re.compile(r"[-–‐‑]+$")


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; white space and marks that nobody sees go unsaid."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup or "", match.start(), match.end()
        if kind == "plain":
            found += _words_of(text, start, end)
        else:
            found.append(Token(kind, match.group(), start, end))
    return found


def _words_of(text: str, start: int, end: int) -> list[Token]:
    """A run of letters: a dash that hangs on to its end is a mark of its own, and invisible marks are left out."""
    while start < end and text[start] in _UNSEEN:
        start += 1
    while start < end and text[end - 1] in _UNSEEN:
        end -= 1
    if start == end:
        return []
    word = text[start:end]
    if all(c in "-–‐‑_." for c in word):
        return [Token("mark", "-", start, end)] if word[0] in "-–‐‑" else []
    hanging = _TRAILING_DASH.search(word)
    if hanging:
        cut = start + hanging.start()
        return [Token("word", text[start:cut], start, cut), Token("mark", "-", cut, end)]
    return [Token("word", word, start, end)]


def by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, longest first, so that a text is searched once."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.split())):
        said = tuple(phrase.split())
        table.setdefault(said[0], []).append(said)
    return {first: tuple(all_of) for first, all_of in table.items()}


SUPPORT = by_first_word(phrases.SUPPORT)
OPEN = by_first_word(tuple(phrase for phrase, _ in phrases.OPEN))
LED_BY = by_first_word(phrases.LED_BY)
OPEN_FLAGS = dict(phrases.OPEN)
CHANGES = by_first_word(phrases.CHANGES)
LEAD_LABELS = by_first_word(phrases.LEAD_LABELS)
SUPPORT_LABELS = by_first_word(phrases.SUPPORT_LABELS)


def phrase_at(tokens: list[Token], place: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> tuple[str, ...]:
    """The longest phrase of the table that stands here, or nothing."""
    for said in table.get(tokens[place].low, ()):
        here = tokens[place : place + len(said)]
        if len(here) == len(said) and all(t.kind == "word" and t.low == w for t, w in zip(here, said, strict=True)):
            return said
    return ()
