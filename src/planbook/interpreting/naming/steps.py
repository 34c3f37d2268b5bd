"""The phrases of a lead cell that are no part of a name, each a step of the walk: taken here, or not.

A step looks at where the walk stands, and where its phrase stands there, takes it and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.interpreting.naming import phrases
from planbook.interpreting.naming import tokens as tok
from planbook.interpreting.naming.asides import (
    SURE_VERBS,
    date_end,
    is_number_to_call,
    is_participle,
    is_to_lead,
    is_verb,
)
from planbook.interpreting.naming.names import Shape
from planbook.interpreting.naming.pieces import AND, HARD, Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from planbook.interpreting.naming.walk import Walk

_SUBJECTS = frozenset((Shape.EMPTY, Shape.PART, Shape.WORD))


def take_number(walk: Walk) -> bool:
    """An extension or a telephone number after a person."""
    found = is_number_to_call(walk.tokens, walk.place) and walk.shape() is Shape.PERSON
    walk.place += found
    return found


def take_done(walk: Walk) -> bool:
    """Drop a sentence about work that was done, with its subject, unless that is somebody."""
    if not is_participle(walk.tokens, walk.place) or walk.shape() not in _SUBJECTS:
        return False
    if not walk.piece.tokens and walk.piece.joined_by != HARD:
        return False
    walk.piece = Piece()
    walk.skipping = True
    walk.place += 1
    return True


def take_joint(walk: Walk) -> bool:
    """`and`, `or`, `plus`, and phrases that part two leads (`chaired by`)."""
    token = walk.tokens[walk.place]
    led = tok.phrase_at(walk.tokens, walk.place, tok.LED_BY)
    if led and walk.piece.tokens:
        walk.flush(HARD)
        walk.place += len(led)
        return True
    if token.low not in ("and", "or", "and/or", "plus", "c/o", "also"):
        return False
    walk.flush(AND if token.low in ("and", "or") else HARD)
    walk.place += 1
    return True


def take_open_phrase(walk: Walk) -> bool:
    """`TBC`, `to be nominated`, `vacant`: what is still open about the lead before it."""
    said = tok.phrase_at(walk.tokens, walk.place, tok.OPEN)
    if not said or (said == ("proposed",) and not walk.piece.tokens):
        return False
    flag = tok.OPEN_FLAGS[" ".join(said)]
    if flag == "vacant":
        _vacant(walk)
    else:
        walk.mark_open(flag)
    walk.place += len(said)
    return True


def _vacant(walk: Walk) -> None:
    if walk.piece.tokens:
        walk.piece.flags.append("vacant")
    else:
        walk.flags_to_come.append("vacant")


def take_change(walk: Walk) -> bool:
    """`until`, `then`, `replaced by`: one lead ends, the next begins."""
    token = walk.tokens[walk.place]
    said = tok.phrase_at(walk.tokens, walk.place, tok.CHANGES)
    opens = not walk.piece.tokens and not walk.pieces and said[:1] in (("previously",), ("formerly",), ("now",))
    if not said or not (token.text.islower() or opens):
        return False
    if walk.piece.tokens:
        walk.piece.flags.append("change of lead")
    walk.flush(HARD)
    walk.place += len(said)
    return True


def take_date(walk: Walk) -> bool:
    """A date is the lead's time, and no part of the lead's name."""
    end = date_end(walk.tokens, walk.place)
    if end == walk.place:
        return False
    owner = walk.owner()
    if owner:
        owner.flags.append("date in lead cell")
    walk.place = end
    return True


def take_support(walk: Walk) -> bool:
    """`supported by`, `with`: whoever follows supports."""
    said = tok.phrase_at(walk.tokens, walk.place, tok.SUPPORT)
    if not said or (said == ("with",) and not (walk.piece.tokens or walk.pieces)):
        return False
    if said == ("supporting",) and not walk.piece.tokens and not walk.pieces:
        return False
    walk.flush(HARD)
    walk.support = True
    walk.place += len(said)
    return True


def take_verb(walk: Walk) -> bool:
    """A verb after a name makes a sentence: what stands before is its subject, and the rest no lead."""
    token = walk.tokens[walk.place]
    if not is_verb(walk.tokens, walk.place):
        return False
    if walk.piece.known < 0 and walk.shape() is Shape.PART and token.low not in SURE_VERBS:
        return False
    if not walk.piece.tokens and (walk.pieces and walk.piece.joined_by != HARD):
        return False
    flags = [] if is_to_lead(walk.tokens, walk.place) else ["sentence in lead cell"]
    behind = walk.tokens[walk.place + 2 : walk.place + 3]
    if not flags and walk.piece.tokens and (not behind or behind[0].kind in ("mark", "break")):
        supports = walk.tokens[walk.place + 1].low == "support"  # `A Smith to lead, B Jones to support`
        walk.flush(HARD)
        walk.pieces[-1].support = walk.pieces[-1].support or supports
        walk.place += 2
        return True
    if walk.piece.tokens:
        walk.piece.flags += flags
        walk.flush(HARD)
    elif walk.pieces:
        walk.pieces[-1].flags += flags
    walk.skipping = True
    walk.place += 1
    return True


def take_label(walk: Walk) -> bool:
    """`Lead: JA Support: PN`: a label with a colon begins a lead of its own, and is not part of the one before."""
    token, behind = walk.tokens[walk.place], walk.tokens[walk.place + 1 : walk.place + 2]
    labels = bool(behind) and behind[0].kind == "mark" and behind[0].text[:1] == ":"
    known = token.low in phrases.LEAD_LABELS or token.low in phrases.SUPPORT_LABELS
    if labels and known and walk.piece.tokens and walk.shape() in (Shape.PERSON, Shape.INITIALS):
        walk.flush(HARD)
    return False


STEPS: tuple[Callable[[Walk], bool], ...] = (
    take_label,
    take_number,
    take_done,
    take_joint,
    take_open_phrase,
    take_change,
    take_date,
    take_support,
    take_verb,
)
"""In this order: a date before `with` and verbs, `to be confirmed` before the verb `to`."""
