"""What a workbook is made of: its sheets in order and the parts that they lean on.

Read from the workbook's own part by the names of elements alone, since the same file comes with a
prefix, in the Strict namespace, or with absolute and backslashed names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from planbook.errors import UnreadableWorkbook
from planbook.package import DAMAGED, XML_FAULTS, damaged, relations_of

if TYPE_CHECKING:
    from planbook.package import Package, Relation

TRUE = ("1", "true", "on")
NOT_OF_CELLS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
USUAL_PLACE = "xl/workbook.xml"
WORKBOOK_TYPE = re.compile(
    rb'PartName="([^"]{1,300})"[^<>]{0,400}(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin))'
    rb"\.(?:macroEnabled\.)?main\+xml"
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    title: str
    part: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The sheets with cells, in order, and the names of the parts that they share, empty where there are none."""

    sheets: tuple[SheetPart, ...]
    from_1904: bool = False
    strings: str = ""
    styles: str = ""
    theme: str = ""
    unread: tuple[str, ...] = ()
    """Titles of sheets that the workbook lists and that stand nowhere in the file."""


def parse_part(package: Package, name: str) -> ElementTree.Element:
    """A part as a tree; raises UnreadableWorkbook naming the part where it is missing or malformed."""
    try:
        return ElementTree.fromstring(package.part(name))  # noqa: S314 - entities were refused before
    except XML_FAULTS as fault:
        raise damaged(name, fault) from fault


def local(name: str) -> str:
    """An element's or attribute's name without its namespace."""
    return name.rpartition("}")[2]


def outline_of(package: Package) -> Outline:
    """The outline of a workbook; raises UnreadableWorkbook where a listed sheet's part is missing."""
    book = _workbook_part(package)
    root = parse_part(package, book)
    relations = {relation.id: relation for relation in relations_of(package, book)}
    listed = [node for node in root.iter() if local(node.tag) == "sheet"]
    properties = next((node for node in root if local(node.tag) == "workbookPr"), None)
    sheets: list[SheetPart] = []
    unread: list[str] = []
    for count, node in enumerate(listed, 1):
        title = node.get("name") or f"Sheet{count}"
        relation = relations.get(_relation_id(node))
        if relation is None and not _relation_id(node):
            unread.append(title)
        elif relation is None or relation.kind not in NOT_OF_CELLS:
            sheets.append(_sheet(package, title, node, relation))
    if not listed:
        raise UnreadableWorkbook(
            "This workbook lists no sheets. Open it in Excel, save it as Excel Workbook (.xlsx), then put it back."
        )
    return Outline(
        tuple(sheets),
        from_1904=properties is not None and properties.get("date1904", "").casefold() in TRUE,
        strings=_target(package, relations, "sharedStrings"),
        styles=_target(package, relations, "styles"),
        theme=_target(package, relations, "theme"),
        unread=tuple(unread),
    )


def _workbook_part(package: Package) -> str:
    """By the file's own references, else by its content types, else where it usually stands."""
    for relation in relations_of(package, ""):
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    match = WORKBOOK_TYPE.search(package.get("[Content_Types].xml") or b"")
    return match[1].decode("utf-8", "replace").lstrip("/") if match else USUAL_PLACE


def _relation_id(node: ElementTree.Element) -> str:
    return next((value for name, value in node.attrib.items() if local(name) == "id" and name != "id"), "")


def _sheet(package: Package, title: str, node: ElementTree.Element, relation: Relation | None) -> SheetPart:
    if relation is None or relation.target not in package:
        part = relation.target if relation else _relation_id(node)
        raise UnreadableWorkbook(
            f"This workbook is damaged: its sheet {title!r} is listed, but its part {part} is missing. {DAMAGED}"
        )
    return SheetPart(title, relation.target, hidden=node.get("state", "visible").casefold() not in ("visible", ""))


def _target(package: Package, relations: dict[str, Relation], kind: str) -> str:
    return next((r.target for r in relations.values() if r.kind == kind and r.target in package), "")
