"""docs/settings.md, from the tables that planbook.toml is read by.

The keys, their types and their defaults are the code's; only what each is for is said here. A key without words, and
words without a key, stop the making of the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planbook.settings import DEFAULT_SCALE, Settings
from planbook.workspace import settings_file

_HEAD = """# Settings: planbook.toml

A text file in the workspace. Every key can be left out, and so can the file. A key that is not known is an error that
names its line and the nearest key there is. `workbooks/planbook.toml` is an example with comments.
"""
_TOP = {
    "title": "What the plan is called: the first line of the master.",
    "author": "Who makes the master: a name or initials, for `Version control` and the workbook's properties.",
    "period_start": "First day of the plan's period. A date without a year gets its year from it, as a suggestion.",
    "period_end": "Last day of the plan's period.",
    "exclude": "Files in the folder of returns that are not looked at, by name; `*` stands for anything.",
    "committee": "The sub-committees, a `[[committee]]` each: see below. Without any, each plan is one.",
    "scale": "The rating scale, a `[[scale]]` a step, worst first: see below. A workbook's own legend comes first.",
    "merge": "What the merge takes from a return without asking: see below.",
    "folders": "Names of files and folders, where yours are other ones: see below.",
}
_COMMITTEE = {
    "name": "What it is called. Needed.",
    "plans": "The numbers of the plans that it answers for.",
    "email": "Its address (for `planbook email`, which is to come).",
    "expected": "Whether its return is waited for: a missing one is F005.",
}
_STEP = {
    "code": "What people type: `1`, `red`. Needed.",
    "label": "What it is called.",
    "words": "Other wordings that mean it.",
    "colours": "Cell colours that mean it: red, amber, green, blue.",
    "complete": "Whether nothing is left to do at this step.",
}
_MERGE = {"accept": "The fields that a return may change. A changed field that is not among them waits for a decision."}
_FOLDERS = {
    "issued": "The plans as they were last sent out.",
    "returns": "What came back, in sub-folders or not.",
    "history": "Earlier masters.",
    "outbox": "Drafts of messages (for `planbook email`, which is to come).",
    "master": "The master workbook.",
    "register": "The leads register.",
}
_TYPES = {str: "text", list: "list", dict: "table", bool: "true or false", date: "date"}
_PARTS = (
    ("At the top", "", settings_file._TOP, _TOP),
    ("Sub-committees", "[[committee]]", settings_file._COMMITTEE, _COMMITTEE),
    ("The rating scale", "[[scale]]", settings_file._STEP, _STEP),
    ("What is taken without asking", "[merge]", settings_file._MERGE, _MERGE),
    ("Files and folders", "[folders]", settings_file._FOLDERS, _FOLDERS),
)


def settings_page() -> str:
    """One table a part of the file."""
    return "\n".join([_HEAD, *(_part(*part) for part in _PARTS), _scale()])


def _part(title: str, table: str, keys: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if set(keys) != set(words):
        raise SystemExit(f"scripts/pages/settings.py: keys and words differ: {sorted(set(keys) ^ set(words))}")
    rows = [f"| `{key}` | {_TYPES[keys[key]]} | {_default(table, key)} | {words[key]} |" for key in keys]
    under = f"Under `{table}`:\n\n" if table else ""
    return f"## {title}\n\n{under}| key | type | default | what it is for |\n| --- | --- | --- | --- |\n" + "\n".join(
        [*rows, ""]
    )


def _default(table: str, key: str) -> str:
    default = Settings(date(2000, 1, 1))
    found: object = {
        "": getattr(default, key, None),
        "[merge]": getattr(default.policy, key, None),
        "[folders]": getattr(default.folders, key, None),
        "[[committee]]": True if key == "expected" else None,
        "[[scale]]": False if key == "complete" else None,
    }[table]
    if table == "" and key == "scale":
        return "see below"
    if isinstance(found, bool):
        return f"`{str(found).lower()}`"
    if isinstance(found, tuple) and found:
        return ", ".join(f"`{item}`" for item in found)
    return f"`{found}`" if isinstance(found, str) and found else ""


def _scale() -> str:
    rows = [
        f"| `{s.code}` | {s.label} | {', '.join(s.words)} | {', '.join(s.colours)} | {'yes' if s.complete else ''} |"
        for s in DEFAULT_SCALE.steps
    ]
    head = (
        "## The default rating scale\n\n| code | label | words | colours | complete |\n| --- | --- | --- | --- | --- |"
    )
    return "\n".join([head, *rows, ""])
