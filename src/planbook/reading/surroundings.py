"""What stands round a sheet's cells: merged areas, widths, hidden columns, links and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from planbook.package import XML_FAULTS, damaged, relations_of
from planbook.reading.addresses import MOST_COLUMNS, span_of
from planbook.reading.conditional import Rule, rules_of
from planbook.reading.outline import TRUE, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planbook.model import Span
    from planbook.package import Package

SHEET_DATA = re.compile(rb"<((?:[\w.-]{1,40}:)?sheetData)\b[^<>]{0,400}?(/?)>")
ROOT = re.compile(rb"<([^\s<>?!/]{1,200})(?:\s[^<>]*)?>")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sheet has besides its rows of cells."""

    merges: tuple[Span, ...] = ()
    widths: tuple[tuple[int, int, float], ...] = ()
    """First column, last column, characters."""
    hidden_columns: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    """The rules that colour cells by what they hold, first in order first."""


def cut(part: bytes) -> tuple[bytes, bytes]:
    """A sheet's part as two documents: one of its rows alone, one of all the rest.

    What surrounds the rows is where exporters err (views, validations, extensions), and rows are
    where the time goes: apart, the first cannot stop the second. A part without rows comes back whole.
    """
    start = SHEET_DATA.search(part)
    if start is None or start[2]:
        return b"", part
    end = part.rfind(b"</" + start[1])
    root = ROOT.search(part, 0, start.start())
    if end < start.end() or root is None:
        return part, part
    close = part[end:].partition(b">")[0] + b">"
    rows = root[0] + part[start.start() : end] + close + b"</" + root[1] + b">"
    return rows, part[: start.end()] + part[end:]


def surroundings_of(package: Package, part: str, rest: bytes) -> Surroundings:
    """Read what `cut` left, and the notes and links that the sheet refers to."""
    try:
        root = ElementTree.fromstring(rest)  # noqa: S314 - entities were refused before
    except XML_FAULTS as fault:
        raise damaged(part, fault) from fault
    relations = relations_of(package, part)
    targets = {relation.id: relation.target for relation in relations if relation.external}
    columns = [node for node in root.iter() if local(node.tag) == "col"]
    spans = (span_of(node.get("ref", "")) for node in root.iter() if local(node.tag) == "mergeCell")
    return Surroundings(
        merges=tuple(sorted({span for span in spans if span and span[:2] != span[2:]})),
        widths=tuple((*_column(node), _float(node.get("width"))) for node in columns if _float(node.get("width"))),
        hidden_columns=tuple(_column(node) for node in columns if node.get("hidden", "").casefold() in TRUE),
        links=tuple(_links(root, targets)),
        rules=rules_of(root) if b"conditionalFormatting" in rest else (),
    )


def _column(node: ElementTree.Element) -> tuple[int, int]:
    first = int(_float(node.get("min"))) or 1
    return first, min(int(_float(node.get("max"))) or first, MOST_COLUMNS)


def _float(text: str | None) -> float:
    try:
        number = float(text or 0)
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1_048_576 else 0.0


def _links(root: ElementTree.Element, targets: dict[str, str]) -> Iterable[tuple[Span, str]]:
    for node in root.iter():
        if local(node.tag) == "hyperlink" and (span := span_of(node.get("ref", ""))):
            number = next((value for name, value in node.attrib.items() if name.endswith("}id")), "")
            place = node.get("location", "")
            target = targets.get(number, "") + (f"#{place}" if place else "")
            if target:
                yield span, target
