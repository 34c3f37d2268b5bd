"""Notes on cells, as parts of a package: the texts (comments) and the boxes that show them (VML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from planbook.forms import writable
from planbook.model import column_letters
from planbook.package.editing import Edit, Element, appended, ascii_of, edited, root_of

AUTHOR = "planbook"
Address = tuple[int, int]
"""Row and column, from 1."""
_SHAPE_TYPE = "_x0000_t202"
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE_OF_SHAPE = (
    f'<v:shapetype {_SPACES} id="{_SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_IDS = re.compile(rb'_x0000_s(\d{1,9})"')
_MAP = '<o:shapelayout {0} v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'


def new_notes(notes: Mapping[Address, str], main: str) -> bytes:
    """The part of a sheet that had no notes."""
    comments = "".join(_comment("", address, text, 0) for address, text in sorted(notes.items()))
    body = f"<authors><author>{AUTHOR}</author></authors><commentList>{comments}</commentList>"
    return ascii_of(f'<?xml version="1.0" encoding="UTF-8"?>\n<comments xmlns="{main}">{body}</comments>')


def with_notes(part: str, data: bytes, notes: Mapping[Address, str]) -> tuple[bytes, frozenset[Address]]:
    """The part with ours below the notes that are there, and the cells that need a box since they had none.

    A cell with a conversation (a threaded comment) is left alone: its note is only a copy of what is kept elsewhere.
    """
    root = root_of(part, data)
    authors, listed = root.all("authors"), root.all("commentList")
    if not authors or not listed:
        return data, frozenset()
    there = {
        one.attributes.get("ref", "").replace("$", ""): one for one in listed[0].children if one.local == "comment"
    }
    talks = {n for n, one in enumerate(authors[0].children) if data[one.inside : one.close].startswith(b"tc=")}
    number = len(authors[0].children)
    edits: list[Edit] = [appended(authors[0], data, f"<{root.prefix}author>{AUTHOR}</{root.prefix}author>")]
    fresh: list[str] = []
    boxes: list[Address] = []
    for address, text in sorted(notes.items()):
        known = there.get(_ref(address))
        if known is None:
            fresh.append(_comment(root.prefix, address, text, number))
            boxes.append(address)
        elif not (known.attributes.get("authorId", "").isdigit() and int(known.attributes["authorId"]) in talks):
            edits += _added_below(known, data, text)
    if fresh:
        edits.append(appended(listed[0], data, "".join(fresh)))
    return edited(data, edits), frozenset(boxes)


def _added_below(known: Element, data: bytes, text: str) -> list[Edit]:
    """Ours as one more run of a note; a note of one plain text becomes a run too: the two may not be mixed."""
    body = next((child for child in known.children if child.local == "text"), None)
    if body is None:
        return []
    run = f"{body.prefix}r"
    plain = next((child for child in body.children if child.local == "t"), None)
    around: list[Edit] = []
    if plain is not None:
        around = [(plain.start, plain.start, f"<{run}>".encode()), (plain.end, plain.end, f"</{run}>".encode())]
    return [*around, appended(body, data, _run(body.prefix, "\n\n" + text))]


def _comment(prefix: str, address: Address, text: str, author: int) -> str:
    inner = f"<{prefix}text>{_run(prefix, text)}</{prefix}text>"
    return f'<{prefix}comment ref="{_ref(address)}" authorId="{author}">{inner}</{prefix}comment>'


def _run(prefix: str, text: str) -> str:
    return f'<{prefix}r><{prefix}t xml:space="preserve">{escape(writable(text))}</{prefix}t></{prefix}r>'


def _ref(address: Address) -> str:
    return f"{column_letters(address[1])}{address[0]}"


def new_boxes(addresses: frozenset[Address]) -> bytes:
    """The drawing of a sheet that had none of this kind."""
    head = f"<xml {_SPACES}>{_MAP.format('')}{_TYPE_OF_SHAPE}"
    return ascii_of(head + "".join(_box(a, 1024 + n) for n, a in enumerate(sorted(addresses), 1)) + "</xml>")


def with_boxes(data: bytes, addresses: frozenset[Address]) -> bytes | None:
    """The drawing with boxes for these cells behind all that is in it; None where it does not end as one does."""
    end = data.rfind(b"</xml>")
    if end < 0:
        return None
    first = max((int(found) for found in _IDS.findall(data)), default=1024) + 1
    kind = "" if _SHAPE_TYPE.encode() in data else _TYPE_OF_SHAPE
    boxes = kind + "".join(_box(a, first + n) for n, a in enumerate(sorted(addresses)))
    return data[:end] + ascii_of(boxes) + data[end:]


def _box(address: Address, number: int) -> str:
    row, column = address[0] - 1, address[1] - 1
    top = max(0, row - 1)
    anchor = f"{column + 1}, 15, {top}, 10, {column + 4}, 15, {top + 6}, 4"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#{_SHAPE_TYPE}" '
        'style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:90pt;z-index:1;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
