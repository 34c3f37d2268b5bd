"""What the same work costs with the usual libraries: the measure that planbook is held against.

usage: yardstick.py [--write CELLS.json MASTER.xlsx] INPUT...

Loads every input with openpyxl and reads each attribute that planbook reads; then, with `--write`, writes the cells
of a finished master (as `cells_of` found them) with XlsxWriter at its defaults. It validates and merges nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SIMPLE = ("bold", "num_format", "bg_color", "font_color", "text_wrap", "valign", "border")


def load(path: str) -> int:
    """Read a workbook with all that planbook reads of it; the number of its cells."""
    from openpyxl import load_workbook

    book = load_workbook(path, rich_text=True)
    kept: list[Any] = []
    for sheet in book.worksheets:
        kept.append((sheet.title, sheet.sheet_state, sorted(str(area) for area in sheet.merged_cells.ranges)))
        kept.append([(name, size.width, size.hidden) for name, size in sheet.column_dimensions.items()])
        kept.append([number for number, size in sheet.row_dimensions.items() if size.hidden])
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    fill = cell.fill
                    colour = (fill.fgColor.rgb, fill.fgColor.theme, fill.fgColor.tint) if fill.fill_type else None
                    font, note, link = cell.font.strike, cell.comment, cell.hyperlink
                    place = cell.row, cell.column
                    kept.append((place, cell.data_type, cell.value, cell.number_format, colour, font, note, link))
    return len(kept)


def cells_of(master: str) -> list[dict[str, Any]]:
    """A finished master as plain values: for each sheet its cells, and their formats once each."""
    from openpyxl import load_workbook

    sheets = []
    for sheet in load_workbook(master).worksheets:
        formats: list[dict[str, Any]] = []
        known: dict[int, int] = {}
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None and not cell.has_style:
                    continue
                style = known.setdefault(cell.style_id, len(formats))
                if style == len(formats):
                    formats.append(_format_of(cell))
                value = cell.value if isinstance(cell.value, (str, int, float, bool)) else None
                if value is None and cell.value is not None:
                    value = 43_900  # a date: what it costs to write does not depend on the day
                cells.append((cell.row - 1, cell.column - 1, value, style))
        sheets.append({"title": sheet.title, "formats": formats, "cells": cells})
    return sheets


def _format_of(cell: Any) -> dict[str, Any]:
    fill, font = cell.fill, cell.font
    colour = fill.fgColor.rgb if fill.fill_type == "solid" and isinstance(fill.fgColor.rgb, str) else None
    values = (
        bool(font.bold),
        cell.number_format,
        f"#{colour[-6:]}" if colour else None,
        f"#{font.color.rgb[-6:]}" if font.color is not None and isinstance(font.color.rgb, str) else None,
        bool(cell.alignment.wrap_text),
        cell.alignment.vertical,
        1 if cell.border.left is not None and cell.border.left.style else 0,
    )
    return {name: value for name, value in zip(SIMPLE, values, strict=True) if value not in (None, False, 0)}


def write(cells: str, master: str) -> None:
    """Write a master's cells as XlsxWriter does by default."""
    import xlsxwriter

    with xlsxwriter.Workbook(master) as book:
        for sheet in json.loads(Path(cells).read_text(encoding="utf-8")):
            page = book.add_worksheet(sheet["title"])
            formats = [book.add_format(one) for one in sheet["formats"]]
            for row, column, value, style in sheet["cells"]:
                if value is None:
                    page.write_blank(row, column, None, formats[style])
                elif isinstance(value, str):
                    page.write_string(row, column, value, formats[style])
                else:
                    page.write_number(row, column, value, formats[style])


def main(arguments: list[str]) -> None:
    """Load, then write."""
    to_write = arguments[1:3] if arguments[:1] == ["--write"] else []
    for path in arguments[3 if to_write else 0 :]:
        load(path)
    if to_write:
        write(*to_write)


if __name__ == "__main__":
    main(sys.argv[1:])
