"""The ids of a plan's actions: their numbers as people read them, told apart where several share one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planbook.model import Action

_LETTERED = re.compile(r"(.*\d)\s?[a-z]", re.I)


def with_ids(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Give each action its id: its number; `2.1/1`, `2.1/2` where rows share one; `row12` without any.

    interface.md, JSON. Ids follow the order of the rows, so the same plan always gives the same ids.
    """
    actions = tuple(actions)
    shared = Counter(action.number for action in actions if action.number)
    seen: Counter[str] = Counter()
    result = []
    for action in actions:
        if not action.number:
            result.append(replace(action, id=f"row{action.place.row}"))
            continue
        seen[action.number] += 1
        several = shared[action.number] > 1
        result.append(replace(action, id=f"{action.number}/{seen[action.number]}" if several else action.number))
    return _unique(result)


def _unique(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Ids of rows without a number can meet where a plan stands on several sheets."""
    seen: Counter[str] = Counter()
    result = []
    for action in actions:
        seen[action.id] += 1
        result.append(action if seen[action.id] == 1 else replace(action, id=f"{action.id}-{seen[action.id]}"))
    return tuple(result)


def belongs_with(number: str, above: str) -> bool:
    """Whether an action stands under the same objective as the one above it, by their numbers.

    `1b` after `1a` and any two that share a number do; `3.2` after `3.1` says nothing about objectives.
    """
    if number == above:
        return True
    one, other = _LETTERED.fullmatch(number), _LETTERED.fullmatch(above)
    return bool(one and other and one.group(1) == other.group(1))
