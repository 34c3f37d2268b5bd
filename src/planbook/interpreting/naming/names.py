"""What a phrase of a lead cell is: a person, somebody's initials, a role, a group, or a part of a longer name.

Nothing here knows the register. The shape of the words decides (capitals, initials, titles), then what they mean: a
role ends on `Nurse` or begins with `Head of`, a body ends on `Board`. Two capitalised words that mean nothing are a
person.
"""

from __future__ import annotations

import enum
from functools import lru_cache

from planbook.interpreting.naming import words
from planbook.interpreting.naming.person_names import is_with_initial, person_length
from planbook.interpreting.naming.word_kinds import (
    ACRONYM,
    INITIALS,
    NAME,
    is_body_word,
    is_capital,
    is_given,
    is_known_acronym,
    is_particle,
    is_role_word,
    is_vocabulary,
    plain,
)


class Shape(enum.Enum):
    """What a phrase is by itself. A PART names a subject and no noun: alone it is a body, before `and` it goes on."""

    EMPTY = "empty"
    PERSON = "person"
    WORD = "one word that means nothing to us"
    INITIALS = "initials"
    ACRONYM = "acronym"
    ROLE = "role"
    OPEN_ROLE = "role that can go on, `Head of Policy`"
    BODY = "body"
    WHOLE = "body that is complete"
    PART = "part of a name"


LONGEST = 40
"""Words: a run of more, without a separator, is prose and not looked at closely."""

_WITH_AREA = frozenset(("head", "director", "chair", "manager"))

ONE_PERSON = frozenset((Shape.PERSON, Shape.WORD, Shape.INITIALS))
ROLE_SHAPES = frozenset((Shape.ROLE, Shape.OPEN_ROLE))


def shape_of(said: tuple[str, ...]) -> Shape:
    """What a phrase is, from its words in order. A phrase of very many words is no name."""
    return _shape_of(said) if len(said) <= LONGEST else Shape.PART


@lru_cache(maxsize=4096)
def _shape_of(said: tuple[str, ...]) -> Shape:
    if not said:
        return Shape.EMPTY
    if len(said) == 1:
        return _shape_of_word(said[0])
    if person_length(said) == len(said) or is_with_initial(said):
        return Shape.PERSON
    low = tuple(plain(w) for w in said)
    if " ".join(low) in words.STANDALONE:
        return Shape.WHOLE
    cut = next((i for i, w in enumerate(low) if i and w in words.PREPOSITIONS), len(said))
    head = said[cut - 1]
    if is_role_word(head) or (not is_body_word(head) and _names_its_area(said, low)):
        goes_on = (cut < len(said) and not is_body_word(said[-1])) or (cut == len(said) and not is_role_word(head))
        open_end = cut < len(said) and low[-1] in ("services", "service", "schools")
        return Shape.OPEN_ROLE if goes_on or open_end else Shape.ROLE
    if is_body_word(head):
        return Shape.BODY
    if not any(map(is_vocabulary, said)) and not any(w[:1].isdigit() for w in said):
        return _shape_of_names(said)
    return Shape.PART if is_vocabulary(said[-1]) or not is_capital(said[-1]) else Shape.WHOLE


def _names_its_area(said: tuple[str, ...], low: tuple[str, ...]) -> bool:
    """`Assistant Director Children`, `Head Early Help`: a post with its area behind it and no `of` between."""
    return bool({*low[:3]} & _WITH_AREA) and all(map(is_vocabulary, said))


def _shape_of_word(word: str) -> Shape:
    low = plain(word)
    if is_role_word(word):
        return Shape.ROLE
    if low in words.STANDALONE:
        return Shape.WHOLE
    if is_body_word(word):
        return Shape.BODY
    if is_known_acronym(word):
        return Shape.PART if low in words.SUBJECTS else Shape.ACRONYM
    if INITIALS.match(word):
        return Shape.INITIALS
    if ACRONYM.match(word) and not word.isdigit():
        return Shape.ACRONYM
    return Shape.PART if is_vocabulary(word) else Shape.WORD


def _shape_of_names(said: tuple[str, ...]) -> Shape:
    """Words that mean nothing to us: two or three capitalised ones are a person, with any particles."""
    names = [w for w in said if not is_particle(w)]
    if not all(NAME.match(w) for w in names) or any(ACRONYM.match(w) and len(w) > 1 for w in names[:1]):
        return Shape.PART if not all(NAME.match(w) and w.isupper() for w in names) else Shape.PERSON
    if not all(map(is_capital, names)):
        return Shape.PERSON if len(said) == 2 and is_given(said[0]) else Shape.PART
    return Shape.PERSON if 1 < len(names) <= 3 else Shape.PART
