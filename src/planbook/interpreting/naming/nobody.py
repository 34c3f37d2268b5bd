"""Lead cells that name nobody: blank, vacant, to be confirmed, a reference, a date; and names that are everybody's."""

from __future__ import annotations

import re

from planbook.interpreting.naming import words
from planbook.interpreting.naming.word_kinds import is_role_word, plain

_NOBODY = re.compile(
    r"^(?:n/?a|not applicable|none|nil|no (?:named )?lead|-+|\.+|x|\?+|tb[acd]|unknown"
    r"|unallocated|unassigned|no(?:body|[ -]?one|ne| lead) (?:yet )?(?:assigned|identified|allocated|named|agreed)"
    r"|(?:(?:lead|name|names|named lead|officer|owner|post) )?to be (?:confirmed|agreed|decided"
    r"|determined|advised|identified|nominated|appointed|allocated|assigned|discussed)"
    r"|vacan(?:t|cy)(?: post)?|post vacant|new post(?: ?-?holder)?|recruitment (?:in progress|under ?way|on-?going)"
    r"|not (?:yet )?(?:known|allocated|assigned|agreed|confirmed|identified)"
    r"|awaiting (?:\w+ )?(?:appointment|nomination|confirmation))[.?!]*$",
    re.I,
)
_REFERENCE = re.compile(
    r"^(?:as (?:above|below|per .{0,40}|before|for .{0,20}|(?:action|item|no|number|ref|objective)\b.{0,20}"
    r"|(?:agreed|discussed|stated|set out)\b.{0,20})"
    r"|see .{0,60}|ditto|same(?: as .{0,30})?|\"+|''+|〃|[\"“”])[.]?$",
    re.I,
)
_NOT_A_LEAD = re.compile(
    r"^(?:\W*|[\d\s./:%£,-]+|q[1-4]\b[\d\s/-]*|monthly|quarterly|annual(?:ly)?|weekly|asap|immediate(?:ly)?|yes|no"
    r"|(?:[1-5]\s?[-–.:]?\s?)?(?:red|amber|green|blue|complete[d]?|on (?:target|track)|ongoing|in progress|met|done"
    r"|not started))[.]?$",
    re.I,
)
_PARTS = re.compile(r" [-–] |[(),/;\n]")
_FLAGS_OF_NOBODY = (("vacan|post ?-?holder|post vacant", "vacant"), ("to be|tb[acd]|await", "to be confirmed"))


def flags_of_nobody(shown: str) -> tuple[str, ...]:
    """The flags of a cell that names no lead at all; empty where it may name one."""
    if len(shown) > 120:
        return ()
    parts = [part for part in _PARTS.split(shown) if part.strip()]
    if len(parts) > 1 and all(_NOBODY.match(part.strip()) for part in parts):  # `TBC - new post`
        return tuple(dict.fromkeys(flag for part in parts for flag in flags_of_nobody(part.strip())))
    if _REFERENCE.match(shown):
        return ("reference", "no named lead")
    if _NOBODY.match(shown):
        return ("no named lead", *(flag for pattern, flag in _FLAGS_OF_NOBODY if re.search(pattern, shown, re.I)))
    return ("not a lead", "no named lead") if _NOT_A_LEAD.match(shown) else ()


def names_everybody(said: tuple[str, ...]) -> bool:
    """Whether a name is everybody's, and so nobody's: `All agencies`, `Senior managers in all partnership agencies`."""
    low = [plain(word) for word in said]
    if not low:
        return False
    if low[0] in words.EVERYBODY:
        return True
    cut = next((i for i, word in enumerate(low) if i and word in words.PREPOSITIONS), len(low))
    return low[cut - 1] in words.NOBODY_NOUNS or (is_role_word(low[0]) and low[0].endswith("s") and low[1:2] == ["of"])
