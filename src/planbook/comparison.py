"""Two versions of plans beside each other: what a comparison found, as values, and what differs in two texts.

The story that compares, the sheet that it writes and the words on the screen meet here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planbook.likeness import normalise
from planbook.model import Change, Place

_WORDS = re.compile(r"\S+\s*")
_TOKENS = re.compile(r"\s+|\S+")
_AROUND = 4
"""Words of what stayed that are shown on either side of what differs."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action that only one of the two versions has."""

    plan: str
    action: str
    wording: str
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one workbook to another."""

    old: str
    new: str
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changes: tuple[Change, ...] = ()
    """One item a field, in the order of the new version's rows."""
    doubtful: tuple[tuple[str, str, str], ...] = ()
    """Plan, action and the earlier action that it was taken to be, where that is not certain."""
    titles: dict[str, str] = field(default_factory=dict)
    """The plans' titles by id, those of the new version first."""
    unchanged: int = 0
    """Actions that say the same in both."""

    @property
    def changed_actions(self) -> int:
        """How many actions stand in both and differ."""
        return len({(c.plan, c.action) for c in self.changes})

    @property
    def is_same(self) -> bool:
        """Whether nothing at all differs."""
        return not (self.added or self.removed or self.changes)

    def __repr__(self) -> str:
        return (
            f"<Comparison {self.old!r} to {self.new!r}: {len(self.added)} added, {len(self.removed)} removed, "
            f"{len(self.changes)} changes>"
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts as what they begin with and end with together, and what stands between in each."""

    start: str
    before: str
    after: str
    end: str


def difference(before: str, after: str) -> Difference:
    """What differs in two texts, in whole words; either middle can be empty.

    Joined again they are the texts, but for white space in what stayed, which is the old one's.

    >>> difference("by the end of March", "by the end of June")
    Difference(start='by the end of ', before='March', after='June', end='')
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    to_old, to_new = len(old) - last, len(new) - last
    return Difference(
        "".join(old[:first]), "".join(old[first:to_old]), "".join(new[first:to_new]), "".join(old[to_old:])
    )


def _alike(one: list[str], other: list[str]) -> int:
    """How many words and gaps two lists begin with together; any white space is the same gap."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b and (a.isspace() != b.isspace() or normalise(a) != normalise(b)):
            break
        count += 1
    return count


def shortened(before: str, after: str) -> tuple[str, str]:
    """Two long texts cut to what differs, with a few words round it, each on one line."""
    found = difference(before, after)
    start, end = _tail(found.start), _head(found.end)
    return (_line(start + found.before + end), _line(start + found.after + end))


def _tail(text: str) -> str:
    words = _WORDS.findall(text)
    return text if len(words) <= 2 * _AROUND else "... " + "".join(words[-_AROUND:])


def _head(text: str) -> str:
    words = _WORDS.findall(text)
    gap = text[: len(text) - len(text.lstrip())]
    return text if len(words) <= 2 * _AROUND else gap + "".join(words[:_AROUND]).rstrip() + " ..."


def _line(text: str) -> str:
    return " ".join(text.split())
