"""Adding references and content types to a package: the lists that say which part is what and belongs to which."""

from __future__ import annotations

import posixpath
from xml.sax.saxutils import quoteattr

from planbook.package.container import Package
from planbook.package.editing import appended, ascii_of, edited, root_of

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


class Parts:
    """The parts of a package as they are to be: those that changed or came, over those that were there."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, bytes] = {}
        self.is_strict = False

    def __contains__(self, name: str) -> bool:
        return name in self.changed or name in self.package

    def part(self, name: str) -> bytes:
        """A part as it is by now."""
        return self.changed[name] if name in self.changed else self.package.part(name)

    def relation_type(self, kind: str) -> str:
        """The type of a reference, in the dialect of this file."""
        return f"{_STRICT if self.is_strict else _TRANSITIONAL}/{kind}"

    @property
    def main(self) -> str:
        """The namespace of sheets."""
        return _MAIN_STRICT if self.is_strict else _MAIN

    @property
    def references(self) -> str:
        """The namespace of the attribute `id` that points to a reference."""
        return _STRICT if self.is_strict else _TRANSITIONAL

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; gives the reference's id."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            self.changed[rels] = ascii_of(f'<?xml version="1.0"?>\n<Relationships xmlns="{_RELATIONS}"/>')
        data = self.part(rels)
        root = root_of(rels, data)
        taken = {child.attributes.get("Id") for child in root.children}
        wanted = next(f"planbook{n}" for n in range(1, len(taken) + 2) if f"planbook{n}" not in taken)
        words = f'Id="{wanted}" Type="{self.relation_type(kind)}" Target={quoteattr("/" + target)}'
        self.changed[rels] = edited(data, [appended(root, data, f"<{root.prefix}Relationship {words}/>")])
        return wanted

    def say_type(self, part: str, content_type: str) -> None:
        """Say what an added part is."""
        self._type(f"Override PartName={quoteattr('/' + part)} ContentType={quoteattr(content_type)}")

    def say_type_of_ending(self, ending: str, content_type: str) -> None:
        """Say what all parts of an ending are, unless the file says so already."""
        root = root_of(CONTENT_TYPES, self.part(CONTENT_TYPES))
        said = {c.attributes.get("Extension", "").casefold() for c in root.children if c.local == "Default"}
        if ending not in said:
            self._type(f"Default Extension={quoteattr(ending)} ContentType={quoteattr(content_type)}", first=True)

    def _type(self, words: str, *, first: bool = False) -> None:
        data = self.part(CONTENT_TYPES)
        root = root_of(CONTENT_TYPES, data)
        element = f"<{root.prefix}{words}/>"
        at = (
            (root.inside, root.inside, ascii_of(element))
            if first and not root.is_empty
            else appended(root, data, element)
        )
        self.changed[CONTENT_TYPES] = edited(data, [at])
