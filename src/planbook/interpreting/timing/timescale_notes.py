"""The notes of a timescale: what a person should know about how it was read, in the phrasebook's words."""

from __future__ import annotations

import re

from planbook.interpreting.dating.mentions import APPROXIMATE
from planbook.interpreting.dating.shared_years import is_range
from planbook.interpreting.timing.deadlines import Dated, Role

APPROX_BEFORE = re.compile(
    r"(?:\b(?:approx(?:imately)?\.?|circa|around|about|roughly|c\.)|(?<![a-z])c|~)[ \n]{0,2}(?:end (?:of )?)?$"
)
DONE_BEFORE = re.compile(
    r"(?:\b(?:completed|done|achieved|finished|closed|actioned|signed off))[ :,(-]{0,3}(?:in |on )?(?:the )?$"
)
NOT_DONE = re.compile(
    r"\b(?:to be|be|not|by|when|until|once|if|part|partly|partially|nearly|almost|\d%|will|should|must|is to|"
    r"are to) [a-z %]{0,14}(?:completed?|done|achieved|finished|closed|actioned|signed off)\b"
)
DONE_BEHIND = re.compile(
    r" ?[-:,(] ?(?:completed?|done|achieved|finished|closed|actioned)[ )\]]{0,2}(?:[.\n]|$)|[ ](?:completed|done)[.]?$"
)

WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bon[ -]?going\b"), "ongoing"),
    (re.compile(r"\breview(?:ed|s)?\b"), "review date"),
    (re.compile(r"\b(?:meeting|board|committee|panel|conference)\b"), "meeting"),
    (
        re.compile(
            r"\b(?:provisional(?:ly)?|tentative(?:ly)?|hopefully|aim(?:ing)? for|potentially|likely|t\.?b\.?c|"
            r"to be confirmed)\b"
        ),
        "tentative",
    ),
    (re.compile(r"\?"), "query"),
    (re.compile(r"\b(?:next|this|last) year\b"), "relative"),
    (re.compile(r"\bas above\b"), "as above"),
    (re.compile(r"\bsubject to\b|\bdependent (?:up)?on\b"), "conditional"),
)


def is_approximate(chosen: tuple[Dated, ...]) -> bool:
    """Whether the date that was taken is only near the one meant."""
    return any(APPROXIMATE in d.mention.flags or APPROX_BEFORE.search(d.before) for d in chosen)


def notes_of(low: str, dated: tuple[Dated, ...], chosen: tuple[Dated, ...]) -> tuple[str, ...]:
    """The notes of a reading: about the dates taken, about all of them, and about the words round them."""
    notes: list[str] = []
    for d in chosen:
        notes.extend(flag for flag in d.mention.flags if flag != "shared year")
        if d.role is Role.START and d.mention.date:
            day = d.mention.date.isoformat()
            shown = {"month": day[:7], "year": day[:4]}.get(d.mention.precision, day)
            notes.append(f"start only {shown}")
    if is_approximate(chosen):
        notes.append(APPROXIMATE)
    if any(d.role in (Role.REVISED, Role.FORMER) for d in dated):
        notes.append("revised")
    notes.extend(_about_all(dated))
    if any(is_completed(d) for d in chosen):
        notes.append("completed")
    head = low[:4000]
    notes.extend(note for pattern, note in WORDS if pattern.search(head))
    return tuple(dict.fromkeys(notes))


def _about_all(dated: tuple[Dated, ...]) -> list[str]:
    whole = [d for d in dated if d.mention.date or d.mention.month]
    if len(whole) < 2:
        return []
    is_stretch = any(is_range(later.before) for later in whole[1:])
    return ["range"] if is_stretch and len(whole) == 2 else ["multiple dates"]


def is_completed(d: Dated) -> bool:
    """Whether the text says that this date is when it was done; `to be completed by` is no such thing."""
    if NOT_DONE.search(d.before):
        return False
    return DONE_BEFORE.search(d.before) is not None or DONE_BEHIND.match(d.behind) is not None
