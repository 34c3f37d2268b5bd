"""docs/exceptions.md, from the catalogue."""

from __future__ import annotations

from pathlib import Path

import planbook
from planbook.catalogue import FAMILIES, RULES, Rule

_HEAD = """# Exceptions

Everything that planbook can say about a plan or a return. `planbook explain CODE` says the same on the screen, and the
sheet `Legend` of the master holds the codes that are in use there.

- An **error** has to be dealt with: `planbook merge` and `planbook check` end with exit status 1 while one is open.
- A **warning** should be looked at.
- An **info** is for the record.

Codes keep their meaning for good. On a complete action the L and T codes drop to info: nobody chases it.
"""


def exceptions_page() -> str:
    """One section a family, one entry a code."""
    families = [_family(letter, name) for letter, name in FAMILIES.items()]
    return "\n".join([_HEAD, *families])


def _family(letter: str, name: str) -> str:
    rules = [rule for rule in RULES if rule.code[0] == letter]
    return "\n".join([f"## {letter}: {name}\n", *map(_entry, rules)])


def _is_raised(code: str) -> bool:
    """Whether any part of planbook names the code: a code without one is a promise that is still to be kept."""
    room = Path(planbook.__file__).parent
    return any(
        f'"{code}"' in path.read_text(encoding="utf-8") for path in room.rglob("*.py") if path.name != "catalogue.py"
    )


def _entry(rule: Rule) -> str:
    not_yet = "" if _is_raised(rule.code) else "Not raised yet: it comes with a later version.\n\n"
    return (
        f"### {rule.code} {rule.title} ({rule.severity.value})\n\n"
        f"{rule.meaning}\n\n{not_yet}"
        f"- What to do: {rule.to_do}\n"
        f"- If nobody does: {rule.undecided}\n"
    )
