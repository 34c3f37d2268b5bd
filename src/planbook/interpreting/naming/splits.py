"""People who come apart from what follows them without a separator, and names with the surname first."""

from __future__ import annotations

from planbook.interpreting.naming.names import LONGEST, Shape
from planbook.interpreting.naming.person_names import person_length
from planbook.interpreting.naming.pieces import AMP, AND, COMMA, NONE, Piece
from planbook.interpreting.naming.word_kinds import is_given, is_known_acronym


def take_apart(pieces: list[Piece]) -> list[Piece]:
    """Pieces in which a person stands before something else, without a separator, as two."""
    found: list[Piece] = []
    for piece in pieces:
        while piece.known < 0 and 0 < (length := _first_length(piece)) < len(piece.tokens):
            first, piece = _split(piece, length)  # noqa: PLW2901  the rest can hold another person
            found.append(first)
        found.append(piece)
    return found


def _first_length(piece: Piece) -> int:
    """How many tokens the first lead of a piece takes: a known name, or a person's."""
    if len(piece.tokens) > LONGEST or any(token.kind == "open" for token in piece.tokens):
        return 0  # prose, or a name with brackets inside it
    place = next((i for i, token in enumerate(piece.tokens) if token.kind == "known"), None)
    if place is not None:
        return place or 1
    return person_length(piece.said) if len(piece.said) == len(piece.tokens) else 0


def _split(piece: Piece, length: int) -> tuple[Piece, Piece]:
    first = Piece(piece.tokens[:length], piece.joined_by, piece.support, flags=["separator lost"])
    rest = Piece(piece.tokens[length:], NONE, piece.support, piece.queried, piece.flags, piece.inside)
    first.decide_shape()
    rest.decide_shape()
    return first, rest


def put_in_order(pieces: list[Piece]) -> list[Piece]:
    """`Sallis, Imogen` as one person, where a surname stands alone before a given name and nothing else does."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        before = found[-1] if found else None
        turned = before is not None and piece.joined_by == COMMA and _is_surname_first(before, piece)
        if before is not None and turned and _ends_run(pieces, place):
            whole = Piece(
                [*piece.tokens, *before.tokens], before.joined_by, before.support, before.queried or piece.queried
            )
            whole.flags, whole.inside, whole.shape = (
                [*before.flags, *piece.flags, "surname first"],
                piece.inside,
                Shape.PERSON,
            )
            found[-1] = whole
        else:
            found.append(piece)
    return found


def _is_surname_first(surname: Piece, given: Piece) -> bool:
    if (
        surname.joined_by == COMMA
        or surname.shape not in (Shape.WORD, Shape.ACRONYM)
        or surname.known >= 0
        or len(given.said) > 2
    ):
        return False
    word = surname.said[0]
    if is_given(word) or is_known_acronym(word) or not word[:1].isupper() or not word.isalpha():
        return False
    if surname.shape is Shape.ACRONYM and len(word) < 5:
        return False  # `TANDEM, Faith` are two; `SALLIS, Imogen` is one
    first = given.said[0]
    initial = len(first.strip(".")) == 1 and first[:1].isupper()
    return (
        given.known < 0
        and (initial or is_given(first))
        and (len(given.said) == 1 or len(given.said[1].strip(".")) == 1)
    )


def _ends_run(pieces: list[Piece], place: int) -> bool:
    """Whether no second comma follows: `Adair, Bea, Cole` are three names, not one turned about."""
    return (
        place + 1 >= len(pieces)
        or pieces[place + 1].joined_by not in (COMMA, AND, AMP)
        or len(pieces[place + 1].said) > 1
    )
