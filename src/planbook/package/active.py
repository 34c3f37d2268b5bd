"""What in a file could run, fetch or reach out: listed by name, never carried over (F007)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from planbook.package.relations import relations_of

if TYPE_CHECKING:
    from planbook.package.container import Package
    from planbook.package.relations import Relation

# Where a part of each kind stands, by a piece of its folded name, and what people call it.
KINDS: tuple[tuple[str, str], ...] = (
    ("vbaproject", "macros"),
    ("/macrosheets/", "macro sheet"),
    ("/dialogsheets/", "dialog sheet"),
    ("/externallinks/externallink", "link to another workbook"),
    ("xl/connections.xml", "data connection"),
    ("/querytables/", "data query"),
    ("/embeddings/", "embedded object"),
    ("/activex/", "control"),
    ("/ctrlprops/", "control"),
    ("customui/", "ribbon commands"),
    ("xl/webextensions/", "add-in"),
)
HARMLESS_SCHEMES = ("http://", "https://", "mailto:", "#")


def active_content(package: Package) -> tuple[str, ...]:
    """The active parts of a package, each `what: name`, in the file's order.

    Hyperlinks to web pages and mail addresses are a cell's own and not listed; those to files,
    scripts and other schemes are, and so is everything else that refers outside.
    """
    found: list[str] = []
    for name in package.names:
        folded = name.casefold()
        if folded.endswith(".rels"):
            found.extend(_outside(package, name))
            continue
        what = next((words for piece, words in KINDS if piece in folded), "")
        if what:
            found.append(f"{what}: {name}")
    return tuple(dict.fromkeys(found))


def _outside(package: Package, rels: str) -> list[str]:
    folder, name = posixpath.split(rels)
    owner = posixpath.join(posixpath.dirname(folder), name[: -len(".rels")])
    return [words for relation in relations_of(package, owner) if (words := _what(relation))]


def _what(relation: Relation) -> str:
    if not relation.external:
        return ""
    if relation.kind == "hyperlink":
        harmless = relation.target.casefold().startswith(HARMLESS_SCHEMES)
        return "" if harmless else f"hyperlink: {relation.target}"
    if relation.kind.startswith("externalLink"):
        return f"link to another workbook: {relation.target}"
    return f"reference outside ({relation.kind}): {relation.target}"
