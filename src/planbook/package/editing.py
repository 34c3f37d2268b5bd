"""Where the elements of a part stand in its bytes, so that one can be added and every other byte stays.

A part is never parsed and written again: a serialiser changes prefixes, and programs keep lists of prefixes as text.
What is put in is ASCII, which stands the same in every encoding that a part can have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from planbook.package.faults import damaged


@dataclass(slots=True)
class Element:
    """An element by its offsets: `start` to `inside` is its first tag, `close` to `end` its last; both one if empty."""

    name: str
    attributes: Mapping[str, str]
    depth: int
    start: int
    inside: int = 0
    close: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, as the elements put into it need it too."""
        return self.name[: len(self.name) - len(self.local)]

    @property
    def is_empty(self) -> bool:
        """Written as one tag, with nothing in it."""
        return self.close < self.inside

    def all(self, local: str) -> list[Element]:
        """Every element of this name in it, at any depth that was looked at."""
        found = [self] if self.local == local else []
        return found + [one for child in self.children for one in child.all(local)]


def root_of(part: str, data: bytes, deepest: int = 9) -> Element:
    """The elements of a part down to a depth; UnreadableWorkbook, naming it, where it is no XML."""
    finder = _Finder(data, deepest)
    try:
        finder.parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise damaged(part, fault) from fault
    return finder.stack[0]


class _Finder:
    def __init__(self, data: bytes, deepest: int) -> None:
        self.data, self.deepest, self.depth = data, deepest, -1
        self.stack: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.deepest:
            return
        start = self.parser.CurrentByteIndex
        one = Element(name, attributes, self.depth, start, _after_tag(self.data, start))
        if self.stack:
            self.stack[-1].children.append(one)
        self.stack.append(one)

    def _end(self, _name: str) -> None:
        if self.depth <= self.deepest:
            one = self.stack[-1] if self.depth == 0 else self.stack.pop()
            if self.data[one.inside - 2 : one.inside] == b"/>":
                one.close, one.end = one.start, one.inside
            else:
                one.close = self.parser.CurrentByteIndex
                one.end = _after_tag(self.data, one.close)
        self.depth -= 1


def _after_tag(data: bytes, start: int) -> int:
    """The offset behind the tag that begins here; a `>` inside quotes is none."""
    at, quote = start, 0
    while True:
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return at + 1
        at += 1


Edit = tuple[int, int, bytes]
"""From, to, and what stands there from now on."""


def appended(element: Element, data: bytes, text: str) -> Edit:
    """Put markup at the end of an element; one written as a single tag is opened for it."""
    if not element.is_empty:
        return element.close, element.close, ascii_of(text)
    opened = data[element.start : element.inside - 2].rstrip() + b">"
    closed = f"</{element.name}>".encode()
    return element.start, element.end, opened + ascii_of(text) + closed


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with these edits, which do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits, key=lambda e: e[:2]):
        parts += [data[at:start], new]
        at = end
    return b"".join([*parts, data[at:]])


def ascii_of(text: str) -> bytes:
    """Markup in ASCII: every other character by its number."""
    return text.encode("ascii", "xmlcharrefreplace")


def free_name(wanted: Callable[[int], str], taken: Callable[[str], bool]) -> str:
    """The first name, counted from 1, that no part has."""
    number = 1
    while taken(wanted(number)):
        number += 1
    return wanted(number)
