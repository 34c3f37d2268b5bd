"""A sheet's rows made fit for openpyxl, whose own parser would lose them or drown in them."""

from __future__ import annotations

import re

# Strict OOXML says the same in other namespaces; openpyxl sees nothing there.
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
USUAL = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# A row with formatting alone: no value, formula or text in any of its cells (known fault 29).
EMPTY_ROW = re.compile(
    rb'<row r="\d{1,7}"(?: [\w:.-]{1,40}="[^"<>]{0,80}"){0,12}\s?'
    rb'(?:/>|>(?:<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?(?:/>|></c>))*</row>)'
)

ESCAPE_OR_ITS_LETTERS = re.compile(rb"_x[0-9A-Fa-f]{4}_|x005F(?=_)")


def tidied(rows: bytes) -> bytes:
    """A document of rows in the usual namespace, without the rows that hold formatting alone.

    openpyxl takes the letters `x005F_` out of inline texts, escape or not: so the escape is put in
    small letters, and words that only look like it get their F as an escape of its own.
    """
    rows = rows.replace(STRICT, USUAL)
    if b"x005F_" in rows:
        rows = ESCAPE_OR_ITS_LETTERS.sub(_kept_from_openpyxl, rows)
    return EMPTY_ROW.sub(b"", rows) if _all_rows_say_where(rows) else rows


def _kept_from_openpyxl(match: re.Match[bytes]) -> bytes:
    return {b"_x005F_": b"_x005f_", b"x005F": b"x005_x0046_"}.get(match[0], match[0])


def _all_rows_say_where(rows: bytes) -> bool:
    """Whether rows may be taken out: without addresses the next row would move up; comments could deceive."""
    if b"<!" in rows or b"<row>" in rows:
        return False
    return rows.count(b"<row ") == rows.count(b'<row r="')
