"""Which commands there are and which are still to come, for the README: from the parser, so that it stays true."""

from __future__ import annotations

from pages.command_line import command_names

PROMISED = ("init", "issue", "check", "merge", "read", "compare", "email", "restore", "explain")
"""The commands of version 1, in the order in which a quarter needs them."""


def status_lines() -> str:
    """One line for what is there, one for what is to come where something is."""
    names = command_names()
    order = [*(name for name in PROMISED if name in names), *(name for name in names if name not in PROMISED)]
    lines = [f"- There: {_commands(order)}"]
    missing = [name for name in PROMISED if name not in names]
    if missing:
        lines.append(f"- Still to come: {_commands(missing)}")
    return "\n".join(lines)


def _commands(names: list[str]) -> str:
    return ", ".join(f"`planbook {name}`" for name in names)
