"""An OOXML file as a safe zip of parts: opened within limits, listed, its active content named.

Reading, annotating and proving a finished master all need it, so it stands below them and knows
nothing of sheets and cells.
"""

from __future__ import annotations

from planbook.package.active import active_content
from planbook.package.container import Package, open_package
from planbook.package.dates import saved_on
from planbook.package.faults import DAMAGED, XML_FAULTS, ZIP_FAULTS, damaged, one_line
from planbook.package.relations import Relation, relations_of, resolve

__all__ = [
    "DAMAGED",
    "XML_FAULTS",
    "ZIP_FAULTS",
    "Package",
    "Relation",
    "active_content",
    "damaged",
    "one_line",
    "open_package",
    "relations_of",
    "resolve",
    "saved_on",
]
