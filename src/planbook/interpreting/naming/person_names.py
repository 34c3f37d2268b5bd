"""Where a person's name stands: titles, given names, initials, particles and surnames, as people write them."""

from __future__ import annotations

import re

from planbook.interpreting.naming.given_names import SURNAMES_TOO
from planbook.interpreting.naming.word_kinds import (
    ACRONYM,
    NAME,
    is_capital,
    is_given,
    is_known_acronym,
    is_particle,
    is_title,
    is_vocabulary,
    plain,
)

_ONE_INITIAL = re.compile(r"^(?:[A-Z]|(?:[A-Z]\.){1,3}|[A-Z]{2}|(?:[A-Z]\.){1,2}[A-Z])$")
_HALF_TITLES = frozenset(("ch", "chief", "nurse", "matron"))
"""Ranks only beside another: a `Chief Operating Officer` is nobody called Operating."""


_CIVIL = frozenset(("mr", "mrs", "ms", "miss", "mx"))
"""Nothing but a surname stands behind one of these: `Mrs Church` is nobody's place of work."""


def person_length(said: tuple[str, ...]) -> int:
    """How many of the first words are one person's name, where what follows is something else; 0 where none is.

    Only a title or a given name is taken as a sign: `Milton Keynes Safeguarding Board` begins with no person.
    """
    start = _title_length(said)
    if not start and not (said and is_given(said[0]) and is_capital(said[0])):
        return 0
    end = start + _is_after_civil(said, start)
    while end < len(said) and end < start + 5 and _can_be_name(said[end], first=end == start, titled=start > 0):
        if (
            end >= start + 2
            and is_given(said[end])
            and end + 1 < len(said)
            and _can_be_name(said[end + 1], False, False)
        ):
            break  # `Imogen Sallis Derek Poyntz`: a second given name with its surname is a second person
        end += 1
    if end == start + 1 and end < len(said) and not start and len(said) == 2 and plain(said[1]) in SURNAMES_TOO:
        end = 2
    return end if end - start >= (1 if start else 2) and not is_particle(said[end - 1]) else 0


def is_with_initial(said: tuple[str, ...]) -> bool:
    """`I. Sallis`, `I Sallis`, `Sallis I`, `Imogen A. Sallis`: initials beside words that can be a surname."""
    article = len(said) == 2 and said[0] in ("A", "A.") and not is_vocabulary(said[1])  # no article before a name
    initials = [w for w in said if _ONE_INITIAL.match(w) and (article or not is_vocabulary(w))]
    names = [w for w in said if w not in initials]
    if not initials or not 1 <= len(names) <= 3 or len(said) > 4:
        return False
    short = all(len(w.replace(".", "")) == 1 or "." in w for w in initials) or len(said) == 2
    can = all((NAME.match(w) and is_capital(w) and not is_vocabulary(w)) or is_particle(w) for w in names)
    return short and (
        can or (len(names) == 1 and plain(names[0]) in SURNAMES_TOO and is_vocabulary(names[0]) and "." in initials[0])
    )


def _title_length(said: tuple[str, ...]) -> int:
    """The words of title before a name: `Det Supt`, `Prof`. A title with no name after it is a role."""
    end = 0
    while end < min(len(said), 3) and is_title(said[end]) and (is_capital(said[end]) or said[end].islower()):
        end += 1
    if end and not any(plain(w) not in _HALF_TITLES for w in said[:end]):
        return 0
    if not 0 < end < len(said):
        return 0
    return end if _is_after_civil(said, end) or _can_be_name(said[end], first=True, titled=True) else 0


def _is_after_civil(said: tuple[str, ...], place: int) -> bool:
    """Whether a surname stands here behind `Mr` or `Mrs`, whatever else its word means."""
    if not 0 < place < len(said) or plain(said[place - 1]) not in _CIVIL:
        return False
    shouted = said[place].isupper() and len(said[place]) < 5  # `Ms HR`
    return is_capital(said[place]) and NAME.match(said[place]) is not None and not shouted


def _can_be_name(word: str, first: bool, titled: bool) -> bool:
    if is_particle(word):
        return not first or titled
    if not is_capital(word) or not NAME.match(word):
        return False
    if first:
        return is_given(word) or (titled and not is_vocabulary(word) and not _is_acronym(word))
    if _ONE_INITIAL.match(word):
        return len(word.replace(".", "")) == 1 or "." in word
    return is_given(word) or not (is_vocabulary(word) or (ACRONYM.match(word) and not _is_shouted_name(word)))


def _is_acronym(word: str) -> bool:
    return is_known_acronym(word) or (bool(ACRONYM.match(word)) and not _is_shouted_name(word))


def _is_shouted_name(word: str) -> bool:
    return len(word) > 5 or (len(word) > 2 and not word.isupper())
