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

DEFAULT = "expat"
SECOND_OPINION = "openpyxl"
# One line an engine: its module, loaded at its first use.
ENGINES: dict[str, str] = {
    "expat": "planbook.reading.expat_engine",
    "openpyxl": "planbook.reading.openpyxl_engine",
}


def read(data: bytes, name: str, engine: str = "default") -> Workbook:
    """Read a workbook from its bytes; `name` is its path relative to the workspace.

    Where the default engine cannot read a sheet's rows, the second is asked before the file is given up;
    `Workbook.engine` says which one read it. Raises UnreadableWorkbook, with a sentence that says what the file
    is and what to do, and the file as its place, for whatever is no workbook that can be read whole.
    """
    kind = kind_of(data)
    if kind is not Kind.WORKBOOK:
        raise UnreadableWorkbook(kind.value, Place(name))
    try:
        return _read_by_default(data, name) if engine == "default" else _engine(engine)(data, name)
    except UnreadableWorkbook as fault:
        fault.place = fault.place or Place(name)
        raise


def _read_by_default(data: bytes, name: str) -> Workbook:
    """By the default engine, and by the second where the first fails over rows; what the first said stands then."""
    from planbook.reading.assembling import UnreadRows

    try:
        return _engine(DEFAULT)(data, name)
    except UnreadRows as fault:
        try:
            return _engine(SECOND_OPINION)(data, name)
        except (ImportError, UnreadableWorkbook):
            raise fault from None


def _engine(engine: str) -> Callable[[bytes, str], Workbook]:
    if engine not in ENGINES:
        raise ValueError(f"no engine is called {engine!r}; there are: default, {', '.join(ENGINES)}")
    reader: Callable[[bytes, str], Workbook] = import_module(ENGINES[engine]).read
    return reader


__all__ = ["ENGINES", "Kind", "kind_of", "read"]
