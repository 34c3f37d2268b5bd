"""A text with its look-alikes folded together, character for character.

People type a dash in nine ways and a space in twenty, and spreadsheets add marks that nobody sees. The grammars of
this folder are written once, for the plain form. The folded text has the length of the original, so that a
position in the one is a position in the other, and the words that a person typed can be cut out untouched.
"""

from __future__ import annotations

from dataclasses import dataclass

_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SPACES = (
    "\t\u00a0\u00ad\u1680\u180e\u200b\u200c\u200d\u200e\u200f\u202f\u205f\u2060\u3000\ufe0e\ufe0f\ufeff\u20e3"
    + "".join(chr(code) for code in range(0x2000, 0x200B))
)
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_QUOTES = "‘’‛′´`"
_DOUBLE_QUOTES = "“”„‟″«"
_RIGHT = "→➔➜➝➞➡⇒⇨⟶⟹►▶▸»"
_UP = "↑⬆⇧⇑▲△↗⬈▴🔼🡅🡑"
_DOWN = "↓⬇⇩⇓▼▽↘⬊▾🔽🡇🡓"
_LEVEL = "↔⇔⟷⬌⇄⇆"
_TICKS = "✓✔☑✅√🗸🗹"
_CROSSES = "✗✘❌☒✖❎🗶🗷"
_BULLETS = "•·●▪◦‣∙■□○◆◇\uf0b7\uf0a7"

_TABLE: dict[int, str] = {
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _BREAKS), "\n"),
    **dict.fromkeys(map(ord, _QUOTES), "'"),
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, _RIGHT), "→"),
    **dict.fromkeys(map(ord, _UP), "↑"),
    **dict.fromkeys(map(ord, _DOWN), "↓"),
    **dict.fromkeys(map(ord, _LEVEL), "↔"),
    **dict.fromkeys(map(ord, _TICKS), "✓"),
    **dict.fromkeys(map(ord, _CROSSES), "✗"),
    **dict.fromkeys(map(ord, _BULLETS), "•"),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D},  # full-width forms
    **{0x2460 + n: str(n + 1) for n in range(9)},  # digits in circles
    **{0x2776 + n: str(n + 1) for n in range(9)},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded forms; `start` and `end` bound it without its outer white space."""

    text: str
    low: str
    """Small letters."""
    kept: str
    """Capitals kept: a capital tells a name, or that a sentence begins."""
    start: int
    end: int

    def written(self, start: int, end: int) -> str:
        """The words of the original between two places."""
        return self.text[start:end]


def _lower(kept: str) -> str:
    small = kept.lower()
    if len(small) == len(kept):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in kept)  # dotted capital I grows


def fold(text: str) -> Folded:
    """The text beside its plain forms, each character at its own place.

    Dashes become `-`, any space a space, any line break a line feed, arrows one arrow a direction, ticks one tick.
    """
    kept = text.translate(_TABLE)
    end = len(text.rstrip())
    return Folded(text, _lower(kept), kept, min(len(text) - len(text.lstrip()), end), end)


def word_set(table: str) -> frozenset[str]:
    """The words of a table that is written as one string, parted by white space."""
    return frozenset(table.split())
