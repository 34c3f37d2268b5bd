"""What people wrote beside a cell: notes of the old kind and threads of the new one (known fault 28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.package import relations_of
from planbook.reading.addresses import span_of
from planbook.reading.outline import local, parse_part
from planbook.reading.strings import text_of
from planbook.reading.texts import Rich, clean

if TYPE_CHECKING:
    from planbook.package import Package

THREAD_STANDS_IN = "[Threaded comment]"
"""How a note begins that only stands in for a thread, for programs that know none."""
THREAD_WORDS = "Comment:\n"


def notes_of(package: Package, part: str) -> dict[tuple[int, int], str]:
    """The notes of a sheet by row and column; a thread's comments in their order, one a line."""
    notes: dict[tuple[int, int], str] = {}
    threads: dict[tuple[int, int], str] = {}
    for relation in relations_of(package, part):
        if relation.kind == "comments" and relation.target in package:
            notes |= _old_notes(package, relation.target)
        elif relation.kind == "threadedComment" and relation.target in package:
            threads |= _threads(package, relation.target)
    return notes | threads


def _old_notes(package: Package, name: str) -> dict[tuple[int, int], str]:
    notes: dict[tuple[int, int], str] = {}
    for node in parse_part(package, name).iter():
        span = span_of(node.get("ref", "")) if local(node.tag) == "comment" else None
        body = next((child for child in node if local(child.tag) == "text"), None) if span else None
        if span is None or body is None:
            continue
        words = text_of(body)
        text = words.whole() if isinstance(words, Rich) else clean(words)
        if text.startswith(THREAD_STANDS_IN):
            text = text.partition(THREAD_WORDS)[2] or text
        if text.strip():
            notes[span.top, span.left] = text.strip()
    return notes


def _threads(package: Package, name: str) -> dict[tuple[int, int], str]:
    threads: dict[tuple[int, int], str] = {}
    for node in parse_part(package, name).iter():
        span = span_of(node.get("ref", "")) if local(node.tag) == "threadedComment" else None
        if span is None:
            continue
        words = clean("".join(child.text or "" for child in node if local(child.tag) == "text")).strip()
        before = threads.get((span.top, span.left), "")
        threads[span.top, span.left] = f"{before}\n{words}" if before else words
    return {place: words for place, words in threads.items() if words}
