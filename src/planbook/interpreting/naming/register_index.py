"""The leads register made ready for finding: names by their words, people by their initials.

Made once a register, so that a text is walked once, whatever the register's size. A name is compared by its words
alone: case, dots, hyphens, apostrophes, `&` for `and` do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from planbook.likeness import normalise

if TYPE_CHECKING:
    from planbook.settings import Register

_APOSTROPHE = re.compile(r"['’‘`]")
_PART = re.compile(r"[^\W_]+|&")
_JOINED = re.compile(r"^(sub|multi|co)(committees?|groups?|agency|ordinat\w+|chairs?)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One lead of the register: the name it is known by, and whether it is a person."""

    name: str
    is_person: bool


class Index:
    """A register made ready for finding. It never changes after it is made."""

    def __init__(self, register: Register) -> None:
        self.entries: list[Entry] = []
        self.by_words: dict[tuple[str, ...], int] = {}
        self.by_initials: dict[str, list[str]] = {}
        self.by_initials_folded: dict[str, list[str]] = {}
        self.by_letters: dict[str, list[str]] = {}
        self.by_name: dict[str, list[str]] = {}
        self.spelled: dict[str, str] = {}
        for person in register.people:
            self._add_person(person.name, person.initials)
        for group in register.groups:
            self._add(Entry(group.name, False), group.name, *group.also_known_as)
        self.by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for said, entry in sorted(self.by_words.items(), key=lambda item: -len(item[0])):
            self.by_first.setdefault(said[0], []).append((said, entry))

    def _add(self, entry: Entry, *names: str) -> None:
        self.entries.append(entry)
        for name in names:
            said = parts_of(name)
            if said:
                self.by_words.setdefault(said, len(self.entries) - 1)
                self.spelled.setdefault(normalise(name), entry.name)

    def _add_person(self, name: str, initials: str) -> None:
        self._add(Entry(name, True), name)
        letters = "".join(part[0] for part in re.findall(r"[^\W\d_]+", name)).upper()
        if not letters:
            return
        if initials.strip():
            self.by_initials.setdefault(letters_of(initials), []).append(name)
            self.by_initials_folded.setdefault(letters_of(initials).casefold(), []).append(name)
        self.by_letters.setdefault(letters, []).append(name)
        words = parts_of(name)
        for word in {words[0], words[-1]}:
            self.by_name.setdefault(word, []).append(name)


class _ById:
    """A register as a key by which one it is: hashing its hundreds of rows a cell would cost more than the reading."""

    __slots__ = ("register",)

    def __init__(self, register: Register) -> None:
        self.register = register

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.register is self.register

    def __hash__(self) -> int:
        return id(self.register)


def index_of(register: Register) -> Index:
    """The index of a register, made once for as long as the register is in use."""
    return _index_by_id(_ById(register))


@lru_cache(maxsize=4)
def _index_by_id(key: _ById) -> Index:
    return Index(key.register)


@lru_cache(maxsize=8192)
def parts_of(name: str) -> tuple[str, ...]:
    """The words that a name is compared by."""
    found: list[str] = []
    for part in _PART.findall(_APOSTROPHE.sub("", normalise(name)).casefold()):
        joined = _JOINED.match(part)
        found += joined.groups() if joined else ["and" if part == "&" else part]
    return tuple(found)


def letters_of(initials: str) -> str:
    """Initials without dots and spaces."""
    return re.sub(r"[^\w]|_", "", initials)
