"""Which part refers to which: the `.rels` parts of a package, read once and resolved."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from planbook.package.faults import XML_FAULTS, damaged

if TYPE_CHECKING:
    from planbook.package.container import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """One reference of a part. `kind` is the last word of its type, `worksheet` or `hyperlink`."""

    id: str
    kind: str
    target: str
    """A part's name, resolved; for what lies outside, the address as written."""
    external: bool = False


def relations_of(package: Package, part: str) -> tuple[Relation, ...]:
    """The references of a part, none where it has no `.rels`; an empty name means the file itself."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    data = package.get(rels)
    if data is None:
        return ()
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - entities were refused when the package was opened
    except XML_FAULTS as fault:
        raise damaged(rels, fault) from fault
    return tuple(_relation(node.attrib, folder) for node in root if node.tag.endswith("}Relationship"))


def _relation(attributes: dict[str, str], folder: str) -> Relation:
    target = attributes.get("Target", "")
    external = attributes.get("TargetMode", "").casefold() == "external"
    return Relation(
        id=attributes.get("Id", ""),
        kind=attributes.get("Type", "").rpartition("/")[2],
        target=target if external else resolve(folder, target),
        external=external,
    )


def resolve(folder: str, target: str) -> str:
    """A reference's target as a part's name: relative to the referring part's folder, or absolute."""
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
