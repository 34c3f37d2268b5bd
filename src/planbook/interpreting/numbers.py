"""Action numbers: what the person typed, not what Excel made of it (interpretation.md, Numbers).

`3.10` typed into a General cell is stored as the number 3.1, and `1-2` as the first of February. Each
column of numbers is read as a sequence, so that the neighbours tell which it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planbook.model import Cell, CellKind

_DOTTED = re.compile(r"(\d{1,3})\.(\d{1,3})")
_PREFIX = r"(?:[A-Z]{1,3}[-. ]?)?"
_OPENING = re.compile(
    rf"\s*(?:action\s+)?({_PREFIX}\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-z]?"
    rf"|{_PREFIX}\d{{1,3}}\s?[a-z](?![a-z])|\d{{1,3}}(?=[.):]\s))[.):]?(?=\s|$|[A-Z])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as people read it; `repaired` where the cell holds something else."""

    text: str
    repaired: bool = False


def opening_number(text: str) -> str:
    """The number that opens an action's own text (`1a. Agree ...` is `1a`); empty where none does."""
    found = _OPENING.match(text)
    return found.group(1).replace(" ", "") if found else ""


def clean_number(text: str) -> str:
    """A number cell without the punctuation round it: `No. 3.2.` is `3.2`."""
    stripped = re.sub(r"^\s*(?:no\.?|number|action|ref\.?|#)\s*(?=\w*\d)", "", " ".join(text.split()), flags=re.I)
    return stripped.strip().rstrip(".):").strip()


def read_numbers(cells: Sequence[Cell | None]) -> tuple[Number, ...]:
    """The numbers of a column, top down; None and blank cells give an empty number.

    A stored 3.1 is 3.10 where it follows 3.9, or stands before 3.11, and 3.1 is already taken or out of
    place; a date is day-month with the separator that was typed lost, so the neighbours' one is used.
    """
    texts = [clean_number(cell.text or cell.struck) if cell is not None else "" for cell in cells]
    numbers: list[Number] = []
    for i, cell in enumerate(cells):
        if cell is None or not texts[i]:
            numbers.append(Number(""))
        elif cell.kind is CellKind.DATE:
            numbers.append(_from_date(cell, texts, i))
        elif cell.kind is CellKind.NUMBER:
            numbers.append(_from_float(texts[i], numbers, texts, i))
        else:
            numbers.append(Number(texts[i]))
    return tuple(numbers)


def _pair(text: str) -> tuple[int, int, str] | None:
    found = _DOTTED.fullmatch(text)
    return (int(found.group(1)), int(found.group(2)), found.group(2)) if found else None


def _from_float(text: str, before: Sequence[Number], texts: Sequence[str], i: int) -> Number:
    """3.1 that should be 3.10, and 3.2 that should be 3.20: a lost nought at the end."""
    here = _pair(text)
    if here is None or len(here[2]) != 1:
        return Number(text)
    longer = f"{here[0]}.{here[1]}0"
    previous = next((pair for n in reversed(before) if n.text and (pair := _pair(n.text))), None)
    following = next((pair for t in texts[i + 1 :] if t and (pair := _pair(t))), None)
    fits_before = previous is not None and previous[0] == here[0] and previous[1] == here[1] * 10 - 1
    fits_after = following is not None and following[0] == here[0] and following[1] == here[1] * 10 + 1
    in_place = previous is None or previous[0] != here[0] or previous[1] == here[1] - 1
    taken = any(n.text == text for n in before)
    if fits_before or (fits_after and (taken or not in_place)):
        return Number(longer, repaired=True)
    return Number(text)


def _from_date(cell: Cell, texts: Sequence[str], i: int) -> Number:
    """`1-2` and `1.2` that became a date: day and month in the order in which they were typed."""
    value = cell.value
    if not isinstance(value, datetime | date):
        return Number(texts[i])
    others = [t for j, t in enumerate(texts) if j != i and t]
    for separator in (".", "-", "/"):
        shaped = [t for t in others if re.fullmatch(rf"\d{{1,3}}{re.escape(separator)}\d{{1,3}}", t)]
        if not shaped:
            continue
        first = shaped[0].split(separator)[0]
        day_first, month_first = f"{value.day}{separator}{value.month}", f"{value.month}{separator}{value.day}"
        same_plan = all(t.split(separator)[0] == first for t in shaped)
        chosen = month_first if same_plan and str(value.month) == first and str(value.day) != first else day_first
        return Number(chosen, repaired=True)
    return Number(f"{value.day}-{value.month}", repaired=True)
