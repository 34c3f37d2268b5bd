"""The tidy table of all actions as a file: JSON, CSV, a workbook or Parquet. Nothing is overwritten unasked."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planbook.errors import MissingPackage, PlanbookError
from planbook.frame import ACTION_COLUMNS, frame

_LIVE = ("=", "+", "-", "@", "\t")
"""How a text begins that a spreadsheet would run as a formula when it opens a CSV file."""


def write_items(items: Sequence[Mapping[str, Any]], to: str, output: str | None, first: str, *, quiet: bool) -> None:
    """Write the table: to `output`, else for CSV to standard output, else beside the first input."""
    if to == "csv" and not output:
        sys.stdout.write(csv_text(items))
        return
    path = Path(output) if output else _beside(first, to)
    data = _bytes(items, to)
    if path.exists() and not output:
        raise PlanbookError(f"{path} is there already. Name another file with -o, or delete it.")
    path.write_bytes(data)
    if not quiet:
        print(f"{len(items)} actions written to {path}", file=sys.stderr)


def _beside(first: str, to: str) -> Path:
    source = Path("plans.xlsx" if first == "-" else first)
    return source.with_name(f"{source.stem} actions.{to}")


def _bytes(items: Sequence[Mapping[str, Any]], to: str) -> bytes:
    if to == "json":
        return (json.dumps(list(items), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
    if to == "csv":
        return csv_text(items).encode("utf-8-sig", "backslashreplace")
    if to == "xlsx":
        from planbook.writing.tidy_table import table_bytes

        columns = columns_of(items)
        return table_bytes([flat(item, columns) for item in items], columns)
    return _parquet(items)


def _parquet(items: Sequence[Mapping[str, Any]]) -> bytes:
    buffer = io.BytesIO()
    try:
        frame(items, ACTION_COLUMNS).to_parquet(buffer)
    except ImportError as fault:
        raise MissingPackage(
            "Parquet needs the package pyarrow: install it with `pip install planbook[parquet]`."
        ) from fault
    return buffer.getvalue()


def columns_of(items: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The columns of a flat table: those of a frame, then the unrecognised ones under their own headings."""
    extra = dict.fromkeys(f"extra:{heading}" for item in items for heading in item["extra"])
    return (*ACTION_COLUMNS, *extra)


def flat(item: Mapping[str, Any], columns: Sequence[str]) -> list[Any]:
    """One action as a row of these columns."""
    return [item["extra"].get(c.removeprefix("extra:")) if c.startswith("extra:") else item.get(c) for c in columns]


def csv_text(items: Sequence[Mapping[str, Any]]) -> str:
    """The table as CSV that Excel opens right: line breaks inside a cell are kept, nothing in it can run."""
    buffer = io.StringIO()
    columns = columns_of(items)
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for item in items:
        writer.writerow([_inert(value) for value in flat(item, columns)])
    return buffer.getvalue()


def _inert(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_LIVE) else value
