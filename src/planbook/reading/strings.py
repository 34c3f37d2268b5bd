"""The workbook's table of shared texts, each as a plain text or as runs that are struck out or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planbook.package import damaged
from planbook.reading.expat import FAULTS, Names, parser_of
from planbook.reading.markup import CHARACTERS, unescaped
from planbook.reading.outline import TRUE, local
from planbook.reading.runs import RunCollector
from planbook.reading.texts import Rich, clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from planbook.package import Package


PLAIN_HEAD = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:<\?xml(?: (?:version|standalone)="[\w.]{1,5}"| encoding="(?i:utf-8)"){0,3} ?\?>\s{0,9})?'
    rb'<sst(?: [\w:]{1,40}="[^"<>&]{0,200}"){0,20}>'
)
ITEM = re.compile(rf'<si>(?:<t(?: xml:space="preserve")?>({CHARACTERS})</t>|(<r>.*?))</si>(?=<si>|</sst>)', re.DOTALL)


class Strings:
    """Shared texts by number. A number beyond the table is a damaged file, never a blank cell."""

    def __init__(self, texts: list[str | Rich]) -> None:
        self._texts = texts
        self._cleaned: list[str | Rich] | None = None

    def __getitem__(self, number: int) -> str | Rich:
        """A text as it is stored, its escapes still in it."""
        if not 0 <= number < len(self._texts):
            raise IndexError(f"shared text {number} is missing: the table has {len(self._texts)}")
        return self._texts[number]

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def cleaned(self) -> list[str | Rich]:
        """All of them as typed, cleaned once however many cells share one."""
        if self._cleaned is None:
            self._cleaned = [clean(text) if isinstance(text, str) else text for text in self._texts]
        return self._cleaned


def strings_of(package: Package, part: str) -> Strings:
    """The shared texts of a workbook, as stored; none where it has no such part."""
    if not part:
        return Strings([])
    data = package.part(part)
    try:
        texts = _plain_table(data)
        return Strings(_parsed(data) if texts is None else texts)
    except FAULTS as fault:
        raise damaged(part, fault) from fault


def _plain_table(data: bytes) -> list[str | Rich] | None:
    """The texts of a table in the form that nearly every program writes; None where any of it is otherwise.

    Guarded as `plain_rows.py` is: as many texts as there are starts, one after the other to the end. Texts in
    several runs are taken one by one through the parser.
    """
    head = PLAIN_HEAD.match(data)
    if head is None or b"<!" in data:
        return None
    try:
        body = data[head.end() :].decode()
        found = ITEM.findall(body)
        if not body.startswith("<si>") or len(found) != body.count("<si>") or not _ends_once(body):
            return None
        return [_parsed(f"<sst><si>{odd}</si></sst>".encode())[0] if odd else unescaped(text) for text, odd in found]
    except (*FAULTS, IndexError):
        return None  # the parser says better what is wrong, and where


def _ends_once(body: str) -> bool:
    return body.count("</sst>") == 1 and body.rstrip(" \t\r\n").endswith("</sst>")


def _parsed(data: bytes) -> list[str | Rich]:
    table = _Table()
    parser_of(table.open, table.close, table.pieces.append).Parse(data, True)
    return table.texts


class _Table:
    """The texts of the part so far."""

    def __init__(self) -> None:
        self.texts: list[str | Rich] = []
        self.pieces: list[str] = []
        self._text = RunCollector(self.pieces)
        self._names = Names()

    def open(self, name: str, attributes: dict[str, str]) -> None:
        local_name = self._names[name]
        if local_name == "si":
            self._text.begin()
        else:
            self._text.open(local_name, attributes)

    def close(self, name: str) -> None:
        local_name = self._names[name]
        if local_name == "si":
            self.texts.append(self._text.taken())
        else:
            self._text.close(local_name)


def text_of(node: Element) -> str | Rich:
    """The text of a note's element, its escapes still in it: phonetic guides left out, struck runs told apart."""
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


def _run(node: Element) -> tuple[str, bool | None]:
    """A run's text and whether it is struck; None where the cell's own font decides."""
    text, struck = "", None
    for child in node:
        name = local(child.tag)
        if name == "t":
            text += child.text or ""
        elif name == "rPr":
            struck = any(local(mark.tag) == "strike" and mark.get("val", "1").casefold() in TRUE for mark in child)
    return text, struck
