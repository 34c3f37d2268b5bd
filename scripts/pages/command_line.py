"""docs/command-line.md, from the parser's own words.

The page is laid out here and not taken from `--help`, whose layout changes from one Python to the next.
"""

from __future__ import annotations

import argparse

from planbook.cli import parser

_HEAD = """# The command line

`planbook COMMAND [--help]`. Reports go to standard output, everything else to standard error; JSON stands alone on
standard output. Colour is left out where the output is no terminal, or where `NO_COLOR` is set.
"""


def command_line_page() -> str:
    """One section a command: what it does, how it is called, what each word means."""
    top = parser()
    parts = [_HEAD, "| command | does |\n| --- | --- |"]
    found = _commands(top)
    parts += [f"| [`{name}`](#planbook-{name}) | {words} |" for name, words, _ in found]
    parts += [f"\n{top.epilog}\n"]
    parts += [_section(name, words, command) for name, words, command in found]
    return "\n".join(parts)


def command_names() -> list[str]:
    """Every command there is."""
    return [name for name, _, _ in _commands(parser())]


def _commands(top: argparse.ArgumentParser) -> list[tuple[str, str, argparse.ArgumentParser]]:
    group = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    return [(str(c.dest), str(c.help), group.choices[c.dest]) for c in group._choices_actions]


def _section(name: str, words: str, command: argparse.ArgumentParser) -> str:
    actions = [a for a in command._actions if a.help != argparse.SUPPRESS and not isinstance(a, argparse._HelpAction)]
    usage = " ".join([f"planbook {name}", *map(_usage, sorted(actions, key=lambda a: bool(a.option_strings)))])
    rows = [f"| `{_cell(_call(a))}` | {_cell(str(a.help))} |" for a in actions]
    text = [
        f"## planbook {name}\n",
        f"{command.description or words}\n",
        f"    {usage}\n",
        "| word | means |\n| --- | --- |",
    ]
    epilog = command.epilog if command.epilog and "Exit status" not in command.epilog else ""
    return "\n".join([*text, *rows, f"\n{epilog}\n" if epilog else ""])


def _usage(action: argparse.Action) -> str:
    if action.option_strings:
        return f"[{_call(action, short=True)}]"
    name = _name(action)
    return {"+": f"{name} ...", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _call(action: argparse.Action, *, short: bool = False) -> str:
    """`-o, --output FILE` for the table; `-o FILE` for the usage line."""
    if not action.option_strings:
        return _name(action)
    names = action.option_strings[:1] if short else action.option_strings
    value = "" if action.nargs == 0 else f" {_name(action)}"
    return ", ".join(names) + value


def _name(action: argparse.Action) -> str:
    if action.choices:
        return "|".join(str(c) for c in action.choices)
    return str(action.metavar or action.dest.upper())


def _cell(text: str) -> str:
    """A text inside a table, where a bar would end the cell, in code too."""
    return text.replace("|", "\\|")
