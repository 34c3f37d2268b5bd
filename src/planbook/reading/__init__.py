"""Bytes in, a workbook's sheets of cells out. Nothing here judges what a text means.

Every engine is a function of bytes and a name, in a file of its own, and gives the same nouns; no
library's object leaves its file. Which one runs is one word of the table below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from planbook.errors import UnreadableWorkbook
from planbook.model import Place
from planbook.reading.kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from planbook.model import Workbook

DEFAULT = "openpyxl"
# One line an engine: its module, loaded at its first use. One of our own is to stand here as the default.
ENGINES: dict[str, str] = {
    "openpyxl": "planbook.reading.openpyxl_engine",
}


def read(data: bytes, name: str, engine: str = "default") -> Workbook:
    """Read a workbook from its bytes; `name` is its path relative to the workspace.

    Raises UnreadableWorkbook, with a sentence that says what the file is and what to do, and the
    file as its place, for whatever is no workbook that can be read whole.
    """
    kind = kind_of(data)
    if kind is not Kind.WORKBOOK:
        raise UnreadableWorkbook(kind.value, Place(name))
    try:
        return _engine(engine)(data, name)
    except UnreadableWorkbook as fault:
        fault.place = fault.place or Place(name)
        raise


def _engine(engine: str) -> Callable[[bytes, str], Workbook]:
    chosen = DEFAULT if engine == "default" else engine
    if chosen not in ENGINES:
        raise ValueError(f"no engine is called {engine!r}; there are: default, {', '.join(ENGINES)}")
    reader: Callable[[bytes, str], Workbook] = import_module(ENGINES[chosen]).read
    return reader


__all__ = ["ENGINES", "Kind", "kind_of", "read"]
