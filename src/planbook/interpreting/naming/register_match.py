"""What a written name is in the register: a match by its words or initials, or candidates by their likeness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planbook.interpreting.naming.register_index import letters_of, parts_of
from planbook.likeness import nearest

if TYPE_CHECKING:
    from planbook.interpreting.naming.register_index import Index

CUTOFF = 0.84
"""How alike a written name must be to one of the register to be offered for it."""

MOST_SOUGHT = 64
"""Unmatched names of one cell that near ones are sought for: a cell with more is no list of leads."""

_TITLE = re.compile(
    r"^(?:dr|mr|mrs|ms|miss|mx|prof|professor|rev|revd|cllr|councillor|sir|dame|pc|ds|di|dci|det|supt|insp|sgt|chief) "
)


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name is in the register: `name` where it is certain, else the `candidates`."""

    name: str = ""
    candidates: tuple[str, ...] = ()


def is_known(name: str, index: Index) -> bool:
    """Whether a whole text is a name of the register."""
    return parts_of(name) in index.by_words


def match(name: str, is_initials: bool, index: Index, seek: bool) -> Match:
    """What a written name is in the register. Only the same words, or initials that one person has, are a match.

    `seek`: whether near names are looked for as well, as candidates.
    """
    entry = index.by_words.get(parts_of(name))
    if entry is None:
        entry = index.by_words.get(parts_of(re.sub(r"\([^()]*\)", " ", name)))
    if entry is None and _TITLE.match(name.casefold()):
        entry = index.by_words.get(parts_of(_TITLE.sub("", name.casefold().replace(".", " "))))
    if entry is not None:
        return Match(index.entries[entry].name)
    if is_initials:
        return _match_initials(name, index)
    return Match(candidates=_near(name, index)) if seek else Match()


def _match_initials(name: str, index: Index) -> Match:
    """The register's own initials first (`EWa`), as written, then in any case; else the first letters of names."""
    letters = letters_of(name)
    own = index.by_initials.get(letters) or index.by_initials_folded.get(letters.casefold())
    found = tuple(dict.fromkeys(own or index.by_letters.get(letters.upper(), [])))
    if not found and len(letters) > 2:  # a middle name that the register does not have, or has alone
        outer = (letters[0] + letters[-1]).upper()
        return Match(candidates=tuple(index.by_letters.get(outer, [])))
    return Match(found[0]) if len(found) == 1 else Match(candidates=found)


def _near(name: str, index: Index) -> tuple[str, ...]:
    """The register's names most like this one, best first; a single word by the people who bear it."""
    words = parts_of(name)
    if not words or len(name) > 80:
        return ()
    bearing = _bearing(words, index)
    alike = [index.spelled[choice] for choice, _ in nearest(name, tuple(index.spelled), CUTOFF)]
    return tuple(dict.fromkeys([*bearing, *alike]))


def _bearing(words: tuple[str, ...], index: Index) -> list[str]:
    """The people who bear a single name, or a surname with an initial before it (`I Sallis`)."""
    if len(words) == 1:
        return index.by_name.get(words[0], [])
    if len(words) == 2 and len(words[0]) == 1:
        return [name for name in index.by_name.get(words[1], []) if name.casefold().startswith(words[0])]
    return []
