"""From the tokens of a lead cell to its leads: names as they stand in the text, with kind, organisation and flags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planbook.interpreting.naming import phrases
from planbook.interpreting.naming import tokens as tok
from planbook.interpreting.naming.affiliations import affiliated, without_labels
from planbook.interpreting.naming.joins import is_one_person, join
from planbook.interpreting.naming.names import ROLE_SHAPES, Shape, shape_of
from planbook.interpreting.naming.nobody import flags_of_nobody, names_everybody
from planbook.interpreting.naming.pieces import Piece, name_of
from planbook.interpreting.naming.splits import put_in_order, take_apart
from planbook.interpreting.naming.walk import pieces_of
from planbook.interpreting.naming.word_kinds import plain
from planbook.likeness import normalise
from planbook.model import Lead, LeadKind

if TYPE_CHECKING:
    from planbook.interpreting.naming.register_index import Index
    from planbook.interpreting.naming.tokens import Token


def pieces_in(tokens: list[Token], text: str, index: Index | None) -> list[Piece]:
    """The pieces of a text that are leads, with labels, affiliations and names of several words put in place."""
    pieces = pieces_of(tokens)
    for piece in pieces:
        _mark_known(piece, index)
    pieces = take_apart(without_labels(pieces))
    for piece in pieces:
        _mark_known(piece, index)
    return affiliated(join(put_in_order(pieces)), text)


def _mark_known(piece: Piece, index: Index | None) -> None:
    """What the register knows is a person or a whole body, whatever its words look like."""
    if index is None or piece.known < 0:
        return
    if index.entries[piece.known].is_person:
        piece.shape = Shape.PERSON
    else:
        piece.shape = Shape.ROLE if shape_of(tuple(piece.said[0].split())) in ROLE_SHAPES else Shape.BODY


def leads_of(piece: Piece, text: str, index: Index | None) -> list[Lead]:
    """The lead that a piece is, with those that stand in its brackets."""
    name = name_of(piece, text)
    if not name or _is_no_name(piece, name):
        return []
    relation = "support" if piece.support else "lead"
    lead = Lead(name, _kind(piece), piece.organisation, relation, piece.queried, flags=_flags(piece))
    further: list[Lead] = []
    for content in piece.inside:
        lead, more = _with_bracket(lead, piece, content, text, index)
        further += more
    if lead.relation == "replaced":
        return further
    return [lead, *further]


def _with_bracket(
    lead: Lead, piece: Piece, content: list[Token], text: str, index: Index | None
) -> tuple[Lead, list[Lead]]:
    if not content:
        return lead, []
    said = normalise(text[content[0].start : content[-1].end])
    low = said.casefold().strip(" .:?")
    if "?" in said:
        lead = replace(lead, queried=True, flags=(*lead.flags, "query"))
    if low in tok.OPEN_FLAGS or flags_of_nobody(said):
        flags = flags_of_nobody(said) if low not in tok.OPEN_FLAGS else (tok.OPEN_FLAGS[low],)
        more = tuple(f for f in flags if f not in (*lead.flags, "no named lead", "not a lead"))
        return replace(lead, queried=lead.queried or "vacant" not in flags, flags=(*lead.flags, *more)), []
    if low in phrases.LEAD_LABELS or low in phrases.SUPPORT_LABELS or low.startswith("job share"):
        return replace(lead, relation="support" if low in phrases.SUPPORT_LABELS else lead.relation), []
    together = content[0].low == "with" and len(content) > 1  # `Una Brice (with Dev Anand)`
    inner = pieces_in(content[together:], text, index)
    for one in inner if together else ():
        one.support = True
    opened = content[0].low in (
        "and",
        "with",
        "supported",
        "until",
        "from",
        "deputy",
        "then",
        "previously",
        "formerly",
        "&",
        "left",
        "now",
    )
    if opened or not inner:
        dated = (
            ("change of lead", "date in lead cell")
            if not inner or (opened and content[0].low in ("until", "from"))
            else ()
        )
        return replace(lead, flags=(*lead.flags, *dated)), [x for p in inner for x in leads_of(p, text, index)]
    if not is_one_person(piece) and all(p.shape is Shape.PERSON for p in inner):
        people = [
            replace(x, organisation=lead.name, relation=lead.relation) for p in inner for x in leads_of(p, text, index)
        ]
        return replace(lead, relation="replaced"), people
    return replace(lead, organisation=f"{lead.organisation}, {said}" if lead.organisation else said), []


_DEMONSTRATIVES = frozenset(("This", "this", "These", "these", "It", "it", "There", "there"))


def _is_no_name(piece: Piece, name: str) -> bool:
    """Words that name nobody: a number, a lone letter of a list, a run of prose."""
    if piece.known >= 0:
        return False
    if not any(c.isalpha() for c in name) or flags_of_nobody(name) or piece.said[0] in _DEMONSTRATIVES:
        return True
    if plain(name) in ("lead", "leads", "owner", "support"):
        return True
    return piece.shape is Shape.PART and (len(piece.said) > 9 or (name[:1].islower() and len(piece.said) > 4))


def _kind(piece: Piece) -> LeadKind:
    if piece.shape in (Shape.PERSON, Shape.WORD):
        return LeadKind.PERSON
    if piece.shape is Shape.INITIALS:
        return LeadKind.INITIALS
    return LeadKind.ROLE if piece.shape in ROLE_SHAPES else LeadKind.GROUP


def _flags(piece: Piece) -> tuple[str, ...]:
    flags = dict.fromkeys(piece.flags)
    opened = piece.shape not in (Shape.PERSON, Shape.INITIALS) and {"to be nominated", "to be appointed", "vacant"} & {
        *flags
    }
    if piece.known < 0 and (opened or names_everybody(piece.said)):
        flags["no named lead"] = None
    return tuple(flags)
