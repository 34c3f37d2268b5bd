"""What a message says, once: paragraphs and a table, shown as plain text and as HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planbook import forms
from planbook.mail.markup import Markup, document, element, table

_WIDTH = 76


@dataclass(frozen=True, slots=True)
class Points:
    """A table of short texts: a row is a list item in plain text."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


Words = tuple[str | Points, ...]


def plain(words: Words) -> str:
    """The message as plain text, wrapped as people wrap it."""
    return "\n\n".join(_points(part) if isinstance(part, Points) else _paragraph(part) for part in words) + "\n"


def html(title: str, words: Words) -> str:
    """The message as a page of HTML."""
    return document(title, _parts(words))


def _parts(words: Words) -> Iterator[Markup]:
    for part in words:
        yield table(part.headings, part.rows) if isinstance(part, Points) else element("p", part)


def _paragraph(text: str) -> str:
    return "\n".join(_wrapped(line, "") for line in forms.writable(text).split("\n"))


def _points(points: Points) -> str:
    lines = []
    for row in points.rows:
        said = "; ".join(f"{h}: {' '.join(v.split())}" for h, v in zip(points.headings, row, strict=True) if v.strip())
        lines.append(_wrapped(forms.writable(said), "- "))
    return "\n".join(lines)


def _wrapped(text: str, mark: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
