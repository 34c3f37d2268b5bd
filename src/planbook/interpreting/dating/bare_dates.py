"""Whether a month or a year that stands alone is meant as a date at all.

"May be delayed" and "march through" name no month, "KCSIE 2020" and "Working Together 2018" no deadline:
such a word counts only where it is the whole text or what is round it says that a time is named.
"""

from __future__ import annotations

import re
from datetime import date

from planbook.interpreting.dating.calendar_words import month_number
from planbook.interpreting.dating.mentions import DateMention, is_year

BARE_YEAR = re.compile(r"(?:20)\d\d(?![0-9a-z%:£])(?!\.\d)(?! ?[/-] ?\d)")

# Words that a time follows; a line's beginning is one of them.
BEFORE_TIME = re.compile(
    r"(?:^|[\n:;,(→>=+&/-]|(?<!\d)[.]|\b(?:by|in|on|for|at|until|till|til|from|since|before|after|during|of|to|through|"
    r"throughout|between|and|or|end|mid|early|late|start|starting|starts|beginning|commencing|commence|onwards|"
    r"each|every|"
    r"due|date|now|was|then|originally|previously|revised|review|reviewed|deadline|target|timescale|completed?|"
    r"done|report|"
    r"next|this|last|first|the|board|meeting|approx|approximately|around|circa|c\.?|about|year|calendar|"
    r"annually|yearly|"
    r"quarterly|monthly|update|provisionally|new|original|launch|ongoing|on-going|estimated|expected|spring|"
    r"summer|autumn|"
    r"winter|fy|latest|published|ending|not|than|effective|extended|deferred|moved|postponed|with))[ \n'(]{0,2}$"
)
YEAR_BEFORE = re.compile(
    r"(?:^|[→>]|\b(?:by|in|within|during|end|until|till|throughout|due|late|now|review|reviewed|deadline|target|"
    r"year|calendar|from|"
    r"since|onwards|completed?|done|revised|originally|was|to|date|timescale|starting|commencing|ongoing|approx|circa|"
    r"c\.?|through|(?:short|medium|long)[ -]term|end of|beginning(?: of)?|early|mid|middle of|start of|"
    r"half of)[:,-]?)[ \n(]{0,2}$"
)
YEAR_AFTER = re.compile(
    r"[ ?.,;:)*\]+-]{0,3}(?:$|\n|[(]|\b(?:onwards?|at the latest|latest|and|or|to|for|at|then|if|subject|tbc|"
    r"ongoing|review|"
    r"but|with|following|by|in|when|unless|once|revised|now|was|annually|quarterly|monthly|→|due|as)(?![a-z]))|"
    r"[,;(]|\.(?: |$)| ?[→>-]"
)
VERB_AFTER = re.compile(
    r"[ ]?(?:be|not|have|need|needs|also|require|still|take|change|slip|include|well|apply|move|we|only|vary|"
    r"through|past|on|"
    r"to chase|to lead|to [a-z]+|will|is|has|leads?)(?![a-z])"
)
NAMES = (
    "jan",
    "may",
    "june",
    "april",
    "august",
    "mar",
    "dec",
    "march",
    "sep",
    "sept",
    "oct",
    "nov",
    "feb",
    "apr",
    "jun",
    "jul",
    "aug",
)


# Only a name begins a line and is followed by other words: "April Jones to lead", "Spring House".
LINE_HEAD = re.compile(r"(?:^|[\n•*])[ \n]{0,2}$")
TIME_BEHIND = re.compile(
    r"[ ]?(?:$|[^a-z ]|(?:review|report|board|meeting|and|to|or|each|every|annually|yearly|onwards?|if|when|"
    r"then|for|at|subject|"
    r"tbc|half|until|through|start|deadline|update|latest|submission|committee|conference|half|then|following|"
    r"next|this|"
    r"latest|but|sub|governors|council|full|panel|forum|agm|cabinet|data|audit|training|event|launch)(?![a-z]))"
)

ALSO_NAMES = ("jan", "mar", "march", "april", "may", "june", "august", "spring", "summer", "autumn", "winter")


def is_bare_month_here(low: str, mention: DateMention) -> bool:
    """Whether a month or season without day and year is a time: "By March", not "May be delayed"."""
    if mention.end - mention.start <= 2:
        return False
    is_word = low[mention.start : mention.end].rstrip(".") in (*NAMES, "spring", "summer", "autumn", "winter")
    after = VERB_AFTER.match(low, mention.end)
    if is_word and after and not (after[0].startswith(" to ") and _names_month(after[0][4:])):
        return False
    is_a_name_too = low[mention.start : mention.end].rstrip(".") in ALSO_NAMES
    if (
        is_a_name_too
        and LINE_HEAD.search(low[max(0, mention.start - 4) : mention.start])
        and not TIME_BEHIND.match(low, mention.end)
    ):
        return False
    return BEFORE_TIME.search(low[max(0, mention.start - 16) : mention.start]) is not None


def _names_month(word: str) -> bool:
    return month_number(word) > 0 or word in ("end", "mid", "early", "late", "the", "beginning")


def read_bare_year(low: str, start: int) -> DateMention | None:
    """A year alone, where the words round it make it a time; its last day. None for a year in a title."""
    found = BARE_YEAR.match(low, start)
    if not found or not is_year(int(found[0])):
        return None
    before, after = low[max(0, start - 16) : start], low[found.end() : found.end() + 24]
    if not YEAR_BEFORE.search(before) or not YEAR_AFTER.match(after):
        return None
    return DateMention(start, found.end(), date(int(found[0]), 12, 31), "year", ("year precision",))
