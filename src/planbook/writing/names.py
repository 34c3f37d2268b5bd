r"""What the sheet of each plan is called: its number and a short title, as Excel allows.

At most 31 characters, none of `[]:*?/\`, no apostrophe at either end, unique whatever the case, and
none that a sheet of ours has. The same name stands in the column Plan everywhere, and formulas
count by it; so nothing is in it that a COUNTIFS would take for a wildcard or an operator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planbook import forms
from planbook.model import Plan

LONGEST = 31
_ENOUGH = 0.7  # of the room: a name that says less is cut inside a word instead
_FORBIDDEN = re.compile(r"[\[\]:*?/\\~\x00-\x1f\x7f]+")
_LEADING_NUMBER = re.compile(r"^\s*(?:plan\s+)?\d{1,3}(?:\s*[.):–-]+\s*|\s+)", re.IGNORECASE)
_LOOSE_ENDS = frozenset(
    ("a", "an", "and", "the", "of", "for", "to", "in", "on", "with", "by", "&", "-", "–", "from", "at", "or")
)
_RESERVED = frozenset(
    name.casefold()
    for name in (
        forms.SUMMARY,
        forms.ALL_ACTIONS,
        *forms.EXCEPTION_SHEETS,
        forms.CHANGES,
        forms.HIGHLIGHTS,
        forms.RISKS,
        forms.RETURNS,
        forms.VERSION_CONTROL,
        forms.LEGEND,
        forms.SNAPSHOT,
        forms.GUIDANCE,
        forms.LISTS,
        "history",  # Excel keeps this one for itself
    )
)


def sheet_names(plans: Iterable[Plan]) -> dict[str, str]:
    """The name of each plan's sheet by the plan's id."""
    taken = set(_RESERVED)
    names: dict[str, str] = {}
    for plan in plans:
        name = _unique(_short(plan), taken)
        taken.add(name.casefold())
        names[plan.id] = name
    return names


def _short(plan: Plan) -> str:
    """A plan's number, where it has one, and as many words of its title as fit."""
    title = _legal(_LEADING_NUMBER.sub("", plan.title.replace("\n", " ")))
    number = _legal(plan.id) if plan.id[:1].isdigit() else ""
    whole = f"{number} {title}".strip() or _legal(plan.id) or "Plan"
    return _cut(whole, LONGEST)


def _legal(text: str) -> str:
    """A text with only what a sheet's name and a criterion of COUNTIFS can have."""
    clean = forms.writable(text).replace("\u200f", "").replace("\u202e", "")
    words = " ".join(_FORBIDDEN.sub(" ", clean).split())
    return words.strip("'").lstrip("=<>+@- ").rstrip(" .,;'")


def _cut(text: str, longest: int) -> str:
    """A text cut between words, or inside one where that would leave too little."""
    if _length(text) <= longest:
        return text
    short = _cut_between_words(text, longest)
    if _length(short) >= longest * _ENOUGH:
        return short
    cut = text
    while _length(cut) > longest - 1:
        cut = cut[:-1]
    return cut.rstrip(" .,;'") + "…"


def _cut_between_words(text: str, longest: int) -> str:
    """As many whole words as fit, the last of which does not hang in the air."""
    words = text.split(" ")
    while len(words) > 1 and (_length(" ".join(words)) > longest or words[-1].casefold() in _LOOSE_ENDS):
        words.pop()
    return " ".join(words).rstrip(" .,;'")


def _length(text: str) -> int:
    """As Excel counts, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _unique(name: str, taken: set[str]) -> str:
    """The name, or the name with the first number after it that nobody has."""
    if name.casefold() not in taken:
        return name
    count = 2
    while True:
        end = f" ({count})"
        numbered = _cut(name, LONGEST - len(end)) + end
        if numbered.casefold() not in taken:
            return numbered
        count += 1
