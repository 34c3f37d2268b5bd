"""Whether `and`, `&`, a comma or a slash parts two leads, or stands inside one name.

`Rules, Guidance and Learning Sub Committee` is one name and `Police, Health and Education` are three: a piece that
names subjects and no noun goes on, one that is whole does not. Where a separator was lost, a person comes apart from
what follows.
"""

from __future__ import annotations

from planbook.interpreting.naming import words
from planbook.interpreting.naming.names import ONE_PERSON, Shape
from planbook.interpreting.naming.pieces import AMP, AND, COMMA, DASH, HARD, NONE, SLASH, Piece, has_title
from planbook.interpreting.naming.word_kinds import is_body_word, is_given, is_role_word, plain

_NOUN_SHAPES = frozenset((Shape.ROLE, Shape.BODY))
# Institutions stand by themselves: `Health and Westshire Police` are two.
_BY_THEMSELVES = words.word_set("police trust ccg icb council nhs constabulary government authority cafcass ambulance")
_DEPARTMENTS = words.word_set("services service")
_PLACES = frozenset(
    (
        "police",
        "nhs",
        "council",
        "the council",
        "schools",
        "all schools",
        "cafcass",
        "ofsted",
        "probation",
        "mash",
        "camhs",
    )
)


def join(pieces: list[Piece]) -> list[Piece]:
    """Pieces whose `and`, comma or slash stands inside a name, put together again."""
    closes = _closing_runs(pieces)
    found: list[Piece] = []
    for piece, run in zip(pieces, closes, strict=True):
        if found and _belongs(found[-1], piece, run):
            _put_together(found[-1], piece)
        else:
            found.append(piece)
    return found


def _put_together(first: Piece, piece: Piece) -> None:
    """`first` goes on to the end of `piece`; the tokens keep their places, so the name is the text between."""
    goes_on = first.shape is Shape.OPEN_ROLE
    first.tokens += piece.tokens
    first.queried = first.queried or piece.queried
    first.flags += piece.flags
    first.inside += piece.inside
    first.shape = first.shape if goes_on else piece.shape if first.shape is not Shape.BODY else Shape.BODY
    if piece.shape is Shape.WHOLE:
        first.shape = Shape.BODY


def _closing_runs(pieces: list[Piece]) -> list[Shape]:
    """For each piece, what the list with commas that it stands in ends on after its `and`; EMPTY where it has none."""
    ends = [Shape.EMPTY] * len(pieces)
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.joined_by in (AND, AMP) and _can_end(piece):
            ends[place] = piece.shape
        elif piece.joined_by == COMMA and piece.shape is Shape.PART and place + 1 < len(pieces):
            ends[place] = ends[place + 1] if pieces[place + 1].joined_by in (COMMA, AND, AMP) else Shape.EMPTY
    return ends


def _can_end(piece: Piece) -> bool:
    if piece.known >= 0 or has_title(piece):
        return False
    return piece.shape is Shape.PART or (piece.shape in _NOUN_SHAPES and _is_headed_last(piece))


def _is_headed_last(piece: Piece) -> bool:
    """Whether words stand before the noun: `Training Sub Committee`, not `Police` or `Director of Housing`."""
    low = [plain(word) for word in piece.said]
    if len(low) < 2 or (is_role_word(low[0]) and low[1] in words.PREPOSITIONS):
        return False
    if low[0] in words.EVERYBODY or is_given(low[0]):
        return False
    return low[-1] not in _BY_THEMSELVES and plain(piece.said[0]) not in ("sub-committee", "sub-group", "working")


def _belongs(first: Piece, piece: Piece, run: Shape) -> bool:
    """Whether `piece` goes on with the name that `first` began."""
    if piece.joined_by in (HARD, NONE, DASH) or first.known >= 0 or piece.known >= 0 or first.inside:
        return False
    if piece.joined_by == SLASH:
        return _belongs_after_slash(first, piece)
    if piece.joined_by == COMMA:
        if first.shape is Shape.OPEN_ROLE:
            return piece.shape is Shape.PART and run is Shape.PART
        listed = run is Shape.PART and " ".join(map(plain, first.said)) in words.SECTORS
        return first.shape is Shape.PART and piece.shape is Shape.PART and run is not Shape.EMPTY and not listed
    if piece.joined_by in (AND, AMP):
        return _belongs_after_and(first, piece)
    return False


def _belongs_after_and(first: Piece, piece: Piece) -> bool:
    shape = piece.shape
    if (plain(first.said[-1]), plain(piece.said[0])) in words.COUPLED:
        return True
    if first.shape is Shape.PART:
        return shape is Shape.PART or (shape in _NOUN_SHAPES and _can_end(piece)) or _is_social_care(first, piece)
    if first.shape in (Shape.ACRONYM, Shape.INITIALS) and piece.joined_by == AMP:
        short = len(first.said[0]) <= 3 and plain(first.said[0]) not in words.CHARITIES
        return (
            short and shape in _NOUN_SHAPES and len(piece.said) > 1 and piece.said[0].isupper() and not has_title(piece)
        )
    if first.shape is Shape.OPEN_ROLE:
        department = shape is Shape.BODY and plain(piece.said[-1]) in _DEPARTMENTS and _can_end(piece)
        whole = shape is Shape.WHOLE and " ".join(map(plain, piece.said)) not in _PLACES
        return shape is Shape.PART or department or whole
    if plain(first.said[0]) in words.EVERYBODY:
        return shape in _NOUN_SHAPES | {Shape.PART} and piece.said[0].islower()
    small = piece.said[0].islower() and plain(piece.said[-1]) not in words.NOBODY_NOUNS
    subject = shape is Shape.PART or (shape is Shape.BODY and piece.joined_by == AMP and len(piece.said) == 1)
    return first.shape is Shape.BODY and subject and small and len(first.said) > 1


def _is_social_care(first: Piece, piece: Piece) -> bool:
    return (
        piece.shape is Shape.WHOLE
        and [plain(w) for w in first.said][-1:] == ["health"]
        and plain(piece.said[0]) == "social"
    )


def _belongs_after_slash(first: Piece, piece: Piece) -> bool:
    """`Social/Comms leads`, `Training/Policy Sub Group`: one word of subject before a noun that both share."""
    if first.shape is not Shape.PART or len(first.said) > 1 or not _can_end(piece) or piece.shape not in _NOUN_SHAPES:
        return False
    shared = is_body_word(piece.said[-1]) or piece.said[-1].endswith("s")
    return shared and len(piece.said) == 2 and plain(first.said[0]) not in words.SECTORS


def is_one_person(piece: Piece) -> bool:
    """Whether a piece is somebody: a person, initials, or one word that can be a given name."""
    return piece.shape in ONE_PERSON
