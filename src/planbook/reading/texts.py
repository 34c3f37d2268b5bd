"""A stored text to the words that were typed: escapes decoded once, line breaks made one kind.

A spreadsheet stores what XML cannot hold as `_x000B_`, and an underscore that would be taken for
one as `_x005F_`. What comes out holds no character that an xlsx may not hold, and loses no word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Word's own marks have a meaning; the rest stood between words as often as not, so a space is safe.
CONTROLS: dict[int, str | None] = dict.fromkeys((*range(1, 9), *range(14, 30)), " ")
CONTROLS |= {
    0x00: None,
    0x0B: "\n",  # the line break inside a paragraph of Word
    0x0C: "\n",  # a page break
    0x0D: "\n",
    0x1E: "-",  # Word's hyphen that does not break
    0x1F: None,  # Word's hyphen that shows at a line's end only
    0x7F: None,
    0xFFFE: None,
    0xFFFF: None,
}


def clean(text: str) -> str:
    """A stored text as typed: `_x000D_` and its like decoded once, CRLF and CR as a line break."""
    if "_x" in text:
        text = ESCAPE.sub(_character, text)
    if not text.isprintable() and UNWANTED.search(text):  # the first is many times faster
        text = text.replace("\r\n", "\n").translate(CONTROLS)
        # Pairs of surrogates become their character; half of one becomes the replacement character.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


@dataclass(frozen=True, slots=True)
class Rich:
    """A text in runs, each struck out or not; None where the cell's own font decides."""

    runs: tuple[tuple[str, bool | None], ...]

    def whole(self) -> str:
        """All its words, struck or not."""
        return clean("".join(text for text, _ in self.runs))

    def split(self, *, cell_is_struck: bool = False) -> tuple[str, str]:
        """The live words and the struck ones. Struck runs that something stands between get a space.

        A strike through nothing but white space is nobody's decision, so such a run stays live.
        """
        live: list[str] = []
        struck: list[str] = []
        last_was_struck = False
        for text, mark in self.runs:
            is_struck = (cell_is_struck if mark is None else mark) and bool(text.strip())
            if is_struck:
                struck.append(text if last_was_struck or not struck else f" {text}")
            else:
                live.append(text)
            last_was_struck = is_struck
        return clean("".join(live)), clean("".join(struck))
