"""Characters of XML without a parser: which may stand as they are, and what a reference means."""

from __future__ import annotations

import re

CHARACTERS = r"[^<\x00-\x08\x0b-\x1f\ufffe\uffff]*"
"""A pattern: characters and references, no mark-up, no bare CR, nothing that XML may not hold."""

REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
NOT_OF_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unescaped(text: str) -> str:
    """A text with its references resolved; ValueError for one that XML does not know, which a parser would refuse."""
    if "&" not in text:
        return text
    if len(REFERENCE.findall(text)) != text.count("&"):
        raise ValueError("a reference that is none")
    return REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return NAMED[match[1]]
    character = chr(int(match[2]) if match[2] else int(match[3], 16))
    if NOT_OF_XML.match(character):
        raise ValueError(f"{match[0]} is no character of XML")
    return character
