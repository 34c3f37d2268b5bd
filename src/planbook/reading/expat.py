"""The standard library's parser, set up for parts of a workbook: names without prefix, characters by the piece.

Elements are known by the prefix of the element that holds them all, since the same part comes with a
prefix, without one, and in the Strict namespace. Handlers are plain methods: a sheet opens and closes
millions of elements, and each layer between would cost as much as the parsing.
"""

from __future__ import annotations

from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate, XMLParserType

Opening = Callable[[str, dict[str, str]], None]
Closing = Callable[[str], None]
CHUNK = 1 << 18
LONGEST_PIECE = 1 << 15

# What expat and Python's own conversions raise over a part that is none:
FAULTS = (
    ExpatError,  # malformed
    ValueError,  # an encoding of several bytes
    LookupError,  # an encoding that Python does not know
)


class Names(dict[str, str]):
    """Element names without their prefix, learnt as they come; those of another prefix than the first are empty."""

    def __init__(self) -> None:
        super().__init__()
        self._prefix: str | None = None

    def __missing__(self, name: str) -> str:
        """The local name of an element that was not seen before."""
        prefix, _, local = name.rpartition(":")
        if self._prefix is None:
            self._prefix = prefix
        self[name] = found = local if prefix == self._prefix else ""
        return found


def parser_of(opening: Opening, closing: Closing, characters: Callable[[str], object]) -> XMLParserType:
    """A parser with these three handlers; characters come whole between two elements, as a rule."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = LONGEST_PIECE
    parser.StartElementHandler = opening
    parser.EndElementHandler = closing
    parser.CharacterDataHandler = characters
    return parser
