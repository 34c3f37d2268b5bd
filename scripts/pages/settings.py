"""docs/settings.md, from the table of keys that planbook.toml is read by (`planbook.setting_keys`)."""

from __future__ import annotations

from datetime import date

from planbook.setting_keys import KEYS, TABLES, SettingKey, SettingTable, written
from planbook.settings import DEFAULT_SCALE

_HEAD = """# Settings: planbook.toml

A text file in the workspace. Every key can be left out, and so can the file. A key that is not known is an error that
names its line and the nearest key there is. `planbook init` writes one in which every key stands with its comment;
`workbooks/planbook.toml` is an example that is filled in.
"""
_TYPES = {str: "text", list: "list", dict: "table", bool: "true or false", date: "date", int: "whole number"}


def settings_page() -> str:
    """One table a part of the file."""
    return "\n".join([_HEAD, *(_part(table) for table in TABLES), _scale()])


def _part(table: SettingTable) -> str:
    rows = [f"| `{k.key}` | {_TYPES[k.kind]} | {_default(k)} | {k.means} |" for k in KEYS if k.table == table.name]
    under = f"Under `{table.heading}`: {table.means[0].lower()}{table.means[1:]}" if table.name else table.means
    head = "| key | type | default | what it is for |\n| --- | --- | --- | --- |"
    return "\n".join([f"## {table.title}\n\n{under}\n\n{head}", *rows, ""])


def _default(one: SettingKey) -> str:
    if one.default in (None, ""):
        return ""
    if isinstance(one.default, tuple):
        return ", ".join(f"`{item}`" for item in one.default)
    return f"`{one.default}`" if isinstance(one.default, str) else f"`{written(one.default)}`"


def _scale() -> str:
    rows = [
        f"| `{s.code}` | {s.label} | {', '.join(s.words)} | {', '.join(s.colours)} | {'yes' if s.complete else ''} |"
        for s in DEFAULT_SCALE.steps
    ]
    head = (
        "## The default rating scale\n\n| code | label | words | colours | complete |\n| --- | --- | --- | --- | --- |"
    )
    return "\n".join([head, *rows, ""])
