"""The walk over the tokens of a lead cell that makes pieces of them, once from left to right."""

from __future__ import annotations

from planbook.interpreting.naming import tokens as tok
from planbook.interpreting.naming.asides import (
    closing,
)
from planbook.interpreting.naming.names import LONGEST, Shape, shape_of
from planbook.interpreting.naming.person_names import person_length
from planbook.interpreting.naming.pieces import AMP, COMMA, DASH, HARD, LABEL, NONE, SLASH, Piece
from planbook.interpreting.naming.steps import STEPS
from planbook.interpreting.naming.tokens import Token
from planbook.interpreting.naming.word_kinds import is_body_word, is_role_word

_MARKS = {
    ",": COMMA, "/": SLASH, "\\": SLASH, "&": AMP, "-": DASH, "–": DASH, "‐": DASH, "‑": DASH, "—": DASH, ":": LABEL,
    "=": LABEL, "<": COMMA,
}  # fmt: skip


def pieces_of(tokens: list[Token]) -> list[Piece]:
    """All pieces of a text in order; a piece that is only a question mark or `TBC` marks the one before it."""
    walk = Walk(tokens)
    while walk.place < len(tokens):
        walk.step()
    walk.flush(HARD)
    for piece in walk.pieces:
        piece.decide_shape()
    return walk.pieces


class Walk:
    """A walk over the tokens, one step a token or a phrase."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0
        self.pieces: list[Piece] = []
        self.piece = Piece()
        self.support = False
        self.skipping = False
        self.flags_to_come: list[str] = []

    def step(self) -> None:
        """Take the token or the phrase where the walk stands, and go on behind it."""
        token = self.tokens[self.place]
        if token.kind in ("break", "bullet"):
            self._break(token)
        elif self.skipping:
            self._skip(token)
        elif token.kind == "open":
            self._bracket()
        elif token.kind == "query":
            self.mark_open("query")
            self.place += 1
        elif token.kind == "mark":
            self.flush(_MARKS.get(token.text[:1], HARD))
            self.place += 1
        elif token.kind in ("close", "mail"):
            self._mail(token)
        elif not self._phrase():
            self.piece.tokens.append(token)
            self.place += 1

    def _skip(self, token: Token) -> None:
        """Go on through a sentence to where a lead can stand again: `led by`, `supported by`, a semicolon."""
        led = tok.phrase_at(self.tokens, self.place, tok.LED_BY)
        helped = tok.phrase_at(self.tokens, self.place, tok.SUPPORT)
        if len(helped) > 1:
            led, self.support = helped, True
        self.skipping = not led and not (token.kind == "mark" and token.text == ";")
        self.place += max(len(led), 1)

    def flush(self, joined_by: str) -> None:
        """End the piece; the next one is joined by this. Two joints in a row (`, and`) count as the harder one."""
        if self.piece.tokens:
            self.piece.support = self.support
            self.piece.flags += self.flags_to_come
            self.flags_to_come = []
            self.pieces.append(self.piece)
            self.piece = Piece(joined_by=joined_by)
        elif self.piece.joined_by in (COMMA, NONE, DASH) or joined_by in (HARD, LABEL):
            self.piece.joined_by = joined_by if joined_by != LABEL else self.piece.joined_by

    def _break(self, token: Token) -> None:
        opened = not self.piece.tokens and self.support and not self._after_support_lead()
        self.flush(HARD)
        self.support = self.support and (opened or token.kind == "bullet")
        self.skipping = False
        self.place += 1

    def _after_support_lead(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].support

    def _bracket(self) -> None:
        owner = self.owner()
        if owner is None or (not self.piece.tokens and self.piece.joined_by != HARD):
            self.place += 1  # brackets round a lead, not behind one: as if they were not there
            return
        end = closing(self.tokens, self.place)
        content = self.tokens[self.place + 1 : end]
        after = self.tokens[end + 1] if end + 1 < len(self.tokens) else None
        goes_on = after is not None and after.kind == "word" and after.low not in ("and", "or") and len(content) < 8
        if (
            goes_on
            and after
            and (is_role_word(after.text) or is_body_word(after.text))
            and not person_length(owner.said)
            and owner is self.piece
        ):
            self.piece.tokens += self.tokens[self.place : end + 1]
        else:
            owner.inside.append(content)
            if goes_on and self.piece.tokens:
                self.flush(NONE)
        self.place = end + 1

    def shape(self) -> Shape:
        """What the piece is so far. A long one is prose, and is not read again at each of its words."""
        return shape_of(self.piece.said) if len(self.piece.tokens) <= LONGEST else Shape.PART

    def owner(self) -> Piece | None:
        """The piece that a bracket, a query or a date belongs to."""
        return self.piece if self.piece.tokens else (self.pieces[-1] if self.pieces else None)

    def mark_open(self, flag: str) -> None:
        """Mark a lead as not yet certain: queried, to be confirmed."""
        owner = self.owner()
        if owner is not None:
            owner.queried = True
            owner.flags.append(flag)

    def _mail(self, token: Token) -> None:
        if token.kind == "mail" and not self.piece.tokens and (not self.pieces or self.piece.joined_by == HARD):
            self.piece.tokens.append(Token("word", token.text, token.start, token.end))
        self.place += 1

    def _phrase(self) -> bool:
        """Take a phrase that is no part of a name, if one stands here."""
        return any(take(self) for take in STEPS)
