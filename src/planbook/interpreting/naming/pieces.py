"""The tokens of a lead cell as pieces: runs of words with what joins them, what stands in brackets, what is open.

Nothing is decided here about `and`: whether it parts two leads or stands inside one name is `lead_joins.py`'s question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planbook.interpreting.naming.names import Shape, shape_of
from planbook.interpreting.naming.word_kinds import is_title

if TYPE_CHECKING:
    from planbook.interpreting.naming.tokens import Token

HARD, COMMA, SLASH, AND, AMP, DASH, LABEL, NONE = "hard", "comma", "slash", "and", "amp", "dash", "label", "none"
_INITIAL_LAST = re.compile(r"(?:^|[\s.])[A-Z]\.$")


@dataclass(slots=True)
class Piece:
    """One run of words. It is filled while the tokens are walked, and stays within this package."""

    tokens: list[Token] = field(default_factory=list)
    joined_by: str = HARD
    """What stands between the piece before and this one."""
    support: bool = False
    queried: bool = False
    flags: list[str] = field(default_factory=list)
    inside: list[list[Token]] = field(default_factory=list)
    """What stands in brackets after it, tokens each."""
    shape: Shape = Shape.EMPTY
    organisation: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """The words as typed."""
        return tuple(t.text for t in self.tokens if t.kind in ("word", "known"))

    @property
    def known(self) -> int:
        """The register's entry, where the piece is one known name and nothing else; else -1."""
        return self.tokens[0].entry if len(self.tokens) == 1 else -1

    def decide_shape(self) -> None:
        """Read the words anew, after they changed."""
        self.shape = shape_of(self.said)


def name_of(piece: Piece, text: str) -> str:
    """The words as they stand in the text; turned about where the surname came first."""
    if not piece.tokens:
        return ""
    if "surname first" in piece.flags:
        return " ".join(token.text for token in piece.tokens)
    first, last = piece.tokens[0], piece.tokens[-1]
    written = text[first.start : last.end].strip(" \t\u00a0,;:-–\"“”'‘")
    name = written.strip(". ")
    return written if _INITIAL_LAST.search(written) else name


def has_title(piece: Piece) -> bool:
    """Whether a piece begins with a title."""
    return bool(piece.said) and is_title(piece.said[0])
