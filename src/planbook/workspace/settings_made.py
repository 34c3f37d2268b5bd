"""A planbook.toml to begin with: every key with its comment, those that are not set behind a `#`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from planbook.model import Plan
from planbook.setting_keys import COMMITTEE, KEYS, TABLES, SettingKey, SettingTable, quoted, shown

_WIDTH = 100
_HEAD = "Settings of this plan. Every key can be left out: take the # away from those that you set."


def settings_text(plans: Sequence[Plan]) -> str:
    """The text of the file. Each plan that was found is given as one sub-committee, to be named and addressed."""
    lines = [*_comment(_HEAD), ""]
    for table in TABLES:
        lines += _rule(table)
        if table.name == COMMITTEE and plans:
            lines += _said(table)
            lines += [line for plan in plans for line in _committee(plan)]
        else:
            lines += _sleeping(table)
    return "\n".join(lines).rstrip() + "\n"


def _rule(table: SettingTable) -> Iterator[str]:
    yield f"# ---- {table.title} ----"
    yield from _comment(table.means)
    yield ""


def _said(table: SettingTable) -> Iterator[str]:
    """What the keys of a table are for, where its tables below are filled in."""
    for one in _keys(table):
        yield from _comment(f"{one.key}: {one.means}")
    yield ""


def _sleeping(table: SettingTable) -> Iterator[str]:
    if table.name:
        yield f"# {table.heading}"
    for one in _keys(table):
        yield from _comment(one.means)
        yield f"# {one.key} = {shown(one)}"
        if not table.name:
            yield ""
    if table.name:
        yield ""


def _committee(plan: Plan) -> Iterator[str]:
    yield f"[[{COMMITTEE}]]"
    yield f"name = {quoted(' '.join(plan.title.split()) or plan.id)}"
    yield f"plans = [{quoted(plan.id)}]"
    yield 'email = ""'
    yield ""


def _keys(table: SettingTable) -> list[SettingKey]:
    return [k for k in KEYS if k.table == table.name]


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH)]
