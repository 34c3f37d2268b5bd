"""A person's own workbook with a note on each faulty cell and a sheet that lists them.

The package is edited and never loaded and saved: what is not named here is the same, byte for byte.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Sequence

from planbook import forms
from planbook.catalogue import BY_CODE, severity_of
from planbook.errors import UnreadableWorkbook
from planbook.model import Finding, Severity
from planbook.package.container import open_package
from planbook.package.editing import Element, appended, ascii_of, edited, free_name, root_of
from planbook.package.references import Parts
from planbook.package.relations import Relation, relations_of
from planbook.package.replacing import with_parts
from planbook.writing.annotate_list import list_sheet
from planbook.writing.annotate_notes import Address, new_boxes, new_notes, with_boxes, with_notes

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND_BOXES = frozenset(
    (
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
        *("tableParts", "extLst", "AlternateContent"),
    )
)
"""What stands behind the reference to the boxes in a sheet, by the order of the schema."""
_MOST_A_NOTE = 2_000
"""Characters: a longer note cannot be read in its box; the list has all of it."""


def annotated(data: bytes, findings: Sequence[Finding]) -> bytes:
    """The workbook with notes for errors and warnings of cells, and with the list of all findings.

    UnreadableWorkbook where it is no workbook of parts that can be edited.
    """
    package = open_package(data)
    parts = Parts(package)
    book = next((r.target for r in relations_of(package, "") if r.kind == "officeDocument"), "")
    if not book:
        raise UnreadableWorkbook(
            "This workbook does not say which of its parts is the main one: it cannot be annotated."
        )
    root = root_of(book, parts.part(book))
    parts.is_strict = any("purl.oclc.org/ooxml" in value for value in root.attributes.values())
    sheets = _sheets(root, relations_of(package, book))
    for title, notes in _notes(findings).items():
        if title in sheets:
            _annotate(parts, sheets[title], notes)
    _add_list(parts, book, root, findings)
    return with_parts(data, parts.changed)


def _notes(findings: Sequence[Finding]) -> dict[str, dict[Address, str]]:
    """What is to stand on each cell, by sheet: its errors and warnings, one below the other."""
    said: dict[str, dict[Address, list[str]]] = defaultdict(lambda: defaultdict(list))
    for f in findings:
        if f.place.cell and severity_of(f) is not Severity.INFO:
            suggestion = f" Suggestion: {f.suggestion}." if f.suggestion else ""
            words = f"{forms.CHECK_NOTE_OPENS}{f.code}: {f.message}{suggestion} {BY_CODE[f.code].to_do}"
            said[f.place.sheet][(f.place.row, f.place.column)].append(words)
    return {
        sheet: {address: "\n\n".join(dict.fromkeys(words))[:_MOST_A_NOTE] for address, words in cells.items()}
        for sheet, cells in said.items()
    }


def _sheets(root: Element, relations: Sequence[Relation]) -> dict[str, str]:
    """The part of each worksheet by its title."""
    targets = {r.id: r.target for r in relations if r.kind == "worksheet"}
    found = {}
    for sheet in root.all("sheet"):
        reference = next((v for k, v in sheet.attributes.items() if k.rpartition(":")[2] == "id"), "")
        if reference in targets:
            found[sheet.attributes.get("name", "")] = targets[reference]
    return found


def _annotate(parts: Parts, sheet: str, notes: dict[Address, str]) -> None:
    relations = relations_of(parts.package, sheet)
    comments = next((r.target for r in relations if r.kind == "comments"), None)
    if comments and comments in parts:
        parts.changed[comments], boxes = with_notes(comments, parts.part(comments), notes)
    else:
        folder = posixpath.dirname(posixpath.dirname(sheet))
        comments = free_name(lambda n: posixpath.join(folder, f"comments{n}.xml"), parts.__contains__)
        parts.changed[comments], boxes = new_notes(notes, parts.main), frozenset(notes)
        parts.relate(sheet, "comments", comments)
        parts.say_type(comments, _COMMENTS_TYPE)
    if boxes:
        _add_boxes(parts, sheet, relations, boxes)


def _add_boxes(parts: Parts, sheet: str, relations: Sequence[Relation], boxes: frozenset[Address]) -> None:
    """The boxes of the notes, in the drawing that the sheet names for them, or in a new one."""
    data = parts.part(sheet)
    root = root_of(sheet, data, deepest=1)
    named = next((c for c in root.children if c.local == "legacyDrawing"), None)
    if named is not None:
        reference = next((v for k, v in named.attributes.items() if k.rpartition(":")[2] == "id"), "")
        drawing = next((r.target for r in relations if r.id == reference), None)
        more = with_boxes(parts.part(drawing), boxes) if drawing and drawing in parts else None
        if drawing and more is not None:
            parts.changed[drawing] = more
        return
    folder = posixpath.join(posixpath.dirname(posixpath.dirname(sheet)), "drawings")
    drawing = free_name(lambda n: posixpath.join(folder, f"vmlDrawing{n}.vml"), parts.__contains__)
    parts.changed[drawing] = new_boxes(boxes)
    parts.say_type_of_ending("vml", _VML_TYPE)
    reference = parts.relate(sheet, "vmlDrawing", drawing)
    words = f'<{root.prefix}legacyDrawing xmlns:r="{parts.references}" r:id="{reference}"/>'
    behind = next((c for c in root.children if c.local in _BEHIND_BOXES and _is_after_rows(c, root)), None)
    at = (behind.start, behind.start, ascii_of(words)) if behind else appended(root, data, words)
    parts.changed[sheet] = edited(data, [at])


def _is_after_rows(child: Element, root: Element) -> bool:
    rows = next((c for c in root.children if c.local == "sheetData"), None)
    return rows is None or child.start > rows.start


def _add_list(parts: Parts, book: str, root: Element, findings: Sequence[Finding]) -> None:
    """The list as the last sheet, under a name that no other has."""
    folder = posixpath.join(posixpath.dirname(book), "worksheets")
    part = free_name(lambda n: posixpath.join(folder, f"planbook{n}.xml"), parts.__contains__)
    parts.changed[part] = list_sheet(findings, parts.main)
    parts.say_type(part, _SHEET_TYPE)
    reference = parts.relate(book, "worksheet", part)
    sheets = root.all("sheets")[0]
    taken = {s.attributes.get("name", "").casefold() for s in sheets.children}
    name = free_name(
        lambda n: forms.CHECK_SHEET if n == 1 else f"{forms.CHECK_SHEET} {n}", lambda wanted: wanted.casefold() in taken
    )
    number = max((int(i) for s in sheets.children if (i := s.attributes.get("sheetId", "")).isdigit()), default=0) + 1
    words = f'<{sheets.prefix}sheet name="{name}" sheetId="{number}" xmlns:r="{parts.references}" r:id="{reference}"/>'
    data = parts.part(book)
    parts.changed[book] = edited(data, [appended(sheets, data, words)])
