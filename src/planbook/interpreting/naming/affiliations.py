"""Pieces that are no leads themselves: labels (`Lead: X`), and what says where a lead comes from (`X, IRO Service`)."""

from __future__ import annotations

from planbook.interpreting.naming import phrases, words
from planbook.interpreting.naming import tokens as tok
from planbook.interpreting.naming.joins import is_one_person
from planbook.interpreting.naming.names import ROLE_SHAPES, Shape
from planbook.interpreting.naming.pieces import AMP, AND, COMMA, DASH, HARD, LABEL, NONE, SLASH, Piece, name_of
from planbook.interpreting.naming.word_kinds import plain

# ------------------------------------------------------------------ labels: `Lead: X`, `Support - Y`, `Topic = Z`


def without_labels(pieces: list[Piece]) -> list[Piece]:
    """Without the words that say how the next piece takes part, or which topic it is for."""
    found: list[Piece] = []
    label, support_to_come = "", False
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].joined_by if place + 1 < len(pieces) else ""
        said = " ".join(map(plain, piece.said))
        if following in (LABEL, DASH) and (said in phrases.LEAD_LABELS or said in phrases.SUPPORT_LABELS):
            support_to_come, label = said in phrases.SUPPORT_LABELS, said
            continue
        piece.support = piece.support or support_to_come
        if label:
            piece.joined_by = HARD
        support_to_come, label = (support_to_come and following in (COMMA, AND, AMP, SLASH)), ""
        _strip_label(piece)
        if piece.tokens:
            found.append(piece)
    return found


def _strip_label(piece: Piece) -> None:
    """`lead Imogen Sallis`, `led by Public Health`: the label goes where a person or a body is left."""
    if not piece.tokens or piece.known >= 0:
        return
    for table, support in ((tok.LEAD_LABELS, False), (tok.SUPPORT_LABELS, True)):
        label = tok.phrase_at(piece.tokens, 0, table)
        if label and len(label) < len(piece.tokens):
            rest = Piece(piece.tokens[len(label) :])
            rest.decide_shape()
            if (
                rest.shape is Shape.PERSON
                or rest.tokens[0].kind == "known"
                or label[-1] == "by"
                or (label[0] == "joint" and len(label) > 1)
            ):
                piece.tokens, piece.shape, piece.support = rest.tokens, rest.shape, piece.support or support
                return


# ------------------------------------------------------------------ affiliations: `Derek Poyntz, Review Service`


_ORGANISATIONS = frozenset((Shape.BODY, Shape.WHOLE, Shape.PART, Shape.ACRONYM))


def affiliated(pieces: list[Piece], text: str) -> list[Piece]:
    """Pieces without those that say where the person before, or after, comes from or what they are."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        before = found[-1] if found else None
        if before is not None and _is_affiliation(before, piece, pieces, place):
            _affiliate(before, piece, text)
        elif before is not None and _is_heading_of(before, piece):
            piece.organisation, piece.joined_by = (
                ("" if before.shape in (Shape.PART, Shape.WORD) else name_of(before, text)),
                before.joined_by,
            )
            found[-1] = piece
        else:
            found.append(piece)
    return found


def _affiliate(before: Piece, piece: Piece, text: str) -> None:
    said = name_of(piece, text)
    before.queried = before.queried or piece.queried
    before.flags = [f for f in before.flags if f != "separator lost"] + piece.flags
    before.inside += piece.inside
    if plain(said) not in ("lead", "leads"):
        before.organisation = f"{before.organisation}, {said}" if before.organisation else said


def _is_affiliation(before: Piece, piece: Piece, pieces: list[Piece], place: int) -> bool:
    """Whether a piece belongs to the lead before it: a role or body after one person."""
    if not is_one_person(before):
        if piece.joined_by == COMMA and len(pieces) == 2:
            return _is_post_in(before, piece)
        return piece.joined_by == DASH and before.shape is not Shape.PART and not is_one_person(piece)
    if piece.joined_by == DASH:
        return not is_one_person(piece)
    if piece.joined_by == LABEL:  # `Ruth Avery: Named GP`
        return before.shape is Shape.PERSON and piece.shape in ROLE_SHAPES
    if piece.joined_by == NONE:
        opened = plain(piece.said[0]) in (*words.PREPOSITIONS, "on")
        return piece.known < 0 and (
            piece.shape in ROLE_SHAPES or opened or (len(piece.said) == 1 and piece.said[0].isupper())
        )
    if piece.joined_by != COMMA or (before.shape is Shape.WORD and piece.shape not in ROLE_SHAPES):
        return False
    if piece.shape in ROLE_SHAPES:
        return before.shape is Shape.PERSON or piece.shape is Shape.OPEN_ROLE or len(piece.said) > 1
    if (
        piece.shape is Shape.ACRONYM
        and len(piece.said[0]) < 4
        and plain(piece.said[0]) not in words.CHARITIES | words.INSTITUTIONS
    ):
        return False
    return piece.shape in _ORGANISATIONS and before.shape is Shape.PERSON and not _in_list(pieces, place)


def _is_post_in(role: Piece, body: Piece) -> bool:
    """`Headteacher, Ridgeway Primary School`: one post, and the institution that it is in."""
    if role.shape not in ROLE_SHAPES or plain(role.said[-1]).endswith("s") or role.organisation:
        return False
    institution = plain(body.said[-1]) in words.INSTITUTIONS | words.CHARITIES and body.shape is not Shape.PART
    return institution or (body.shape is Shape.ACRONYM and len(body.said[0]) > 3)


def _in_list(pieces: list[Piece], place: int) -> bool:
    """Whether more bodies follow: after a person, two bodies with commas are leads themselves."""
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    before = pieces[place - 1]
    if following is not None and following.joined_by in (COMMA, AND, AMP, SLASH) and not is_one_person(following):
        return True
    return before.joined_by == COMMA and is_one_person(before)


def _is_heading_of(before: Piece, piece: Piece) -> bool:
    """`CCG - Bea Cole`, `Police: the safeguarding lead`, `Complaints = Complaints Manager`: where comes first."""
    if piece.joined_by == LABEL:
        return not is_one_person(before) or before.shape is Shape.WORD
    if piece.joined_by != DASH or not is_one_person(piece):
        return False
    return not is_one_person(before) or (before.shape is Shape.INITIALS and piece.shape is Shape.PERSON)
