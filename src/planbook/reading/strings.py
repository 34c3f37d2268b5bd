"""The workbook's table of shared texts, each as a plain text or as runs that are struck out or not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from planbook.package import XML_FAULTS, damaged
from planbook.reading.outline import TRUE, local
from planbook.reading.texts import Rich

if TYPE_CHECKING:
    from planbook.package import Package


class Strings:
    """Shared texts by number. A number beyond the table is a damaged file, never a blank cell."""

    def __init__(self, texts: list[str | Rich]) -> None:
        self._texts = texts

    def __getitem__(self, number: int) -> str | Rich:
        if not 0 <= number < len(self._texts):
            raise IndexError(f"shared text {number} is missing: the table has {len(self._texts)}")
        return self._texts[number]

    def __len__(self) -> int:
        return len(self._texts)


def strings_of(package: Package, part: str) -> Strings:
    """The shared texts of a workbook, as stored; none where it has no such part."""
    if not part:
        return Strings([])
    texts: list[str | Rich] = []
    try:
        for _, node in ElementTree.iterparse(io.BytesIO(package.part(part))):  # noqa: S314 - entities were refused before
            if local(node.tag) == "si":
                texts.append(text_of(node))
                node.clear()
    except XML_FAULTS as fault:
        raise damaged(part, fault) from fault
    return Strings(texts)


def text_of(node: ElementTree.Element) -> str | Rich:
    """The text of an `si` or `is`, its escapes still in it: phonetic guides left out, struck runs told apart."""
    runs: list[tuple[str, bool | None]] = []
    for child in node:
        name = local(child.tag)
        if name == "t":
            runs.append((child.text or "", None))
        elif name == "r":
            runs.append(_run(child))
    if not any(struck is not None for _, struck in runs):
        return "".join(text for text, _ in runs)
    return Rich(tuple(runs))


def _run(node: ElementTree.Element) -> tuple[str, bool | None]:
    """A run's text and whether it is struck; None where the cell's own font decides."""
    text, struck = "", None
    for child in node:
        name = local(child.tag)
        if name == "t":
            text += child.text or ""
        elif name == "rPr":
            struck = any(local(mark.tag) == "strike" and mark.get("val", "1").casefold() in TRUE for mark in child)
    return text, struck
