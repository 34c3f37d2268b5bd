"""A text with its look taken away: lower case, one kind of dash, quote and space, and the way back.

People paste from Word, e-mail and the web, so the same words arrive with hard spaces, long dashes, curly
quotes and marks that nobody sees. Grammars read `low`; `starts` leads from a place in it to the place in
the text as it was written, since what a person typed is what findings have to quote.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u3003\u00ab\u00bb"
ARROWS = "\u2192\u21d2\u27a1\u2794\u279c\u25ba\u25b6"
SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"

# A raised digit is a footnote, never part of a year; a fraction is a word ("½ yearly", "¼ly").
SPECIAL: dict[str, str] = {
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(ARROWS, "→"),
    **dict.fromkeys(SUPERSCRIPTS, "*"),
    **dict.fromkeys("\u2044\u2215\\", "/"),
    "½": "half",
    "¼": "quarter",
    "\u2026": "...",
}

LONGEST_LETTER = 4
"""Some single letters stand for whole phrases; no date is written with one."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text: `low` to read, `text` as written, and where each letter of `low` came from."""

    text: str
    low: str
    starts: tuple[int, ...] | range
    """One more than `low` has letters: the last is the length of `text`."""

    def written(self, start: int, end: int) -> str:
        """The words of the original that this stretch of `low` stands for."""
        return self.text[self.starts[start] : self.starts[end]]

    def place(self, offset: int) -> int:
        """The place in `low` of an offset in `text`."""
        if isinstance(self.starts, range):
            return offset
        return min(bisect_left(self.starts, offset), len(self.low))


def make_plain(text: str) -> Plain:
    """The plain form of any text, whatever Unicode it holds. Takes time in proportion to its length."""
    if text.isascii() and text.isprintable() and "  " not in text and "\\" not in text and "`" not in text:
        return Plain(text, text.lower(), range(len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    for offset, letter in enumerate(text):
        plain = _plain_letter(letter)
        if plain in (" ", "\n") and letters and letters[-1] in (" ", "\n"):
            # A run of white space is one space, and a line break where there is one in it.
            letters[-1] = "\n" if "\n" in (plain, letters[-1]) else " "
            continue
        for one in plain:
            letters.append(one)
            starts.append(offset)
    return Plain(text, "".join(letters), (*starts, len(text)))


def _plain_letter(letter: str) -> str:
    if letter in SPECIAL:
        return SPECIAL[letter]
    if letter.isascii() and letter.isprintable():
        return letter.lower()
    if letter in "\n\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if letter.isspace():
        return " "
    category = unicodedata.category(letter)
    if category in ("Cf", "Mn", "Me", "Cc", "Cs"):
        return ""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", letter).lower()
    return plain if len(plain) <= LONGEST_LETTER else letter
