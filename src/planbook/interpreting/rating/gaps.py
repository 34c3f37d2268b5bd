"""What stands between the parts of a rating: dashes, stops, colons, brackets, spaces, arrows, and words that lead in.

All of it is read in folded text (`folding.py`), where there is one dash, one space and one arrow a direction.
"""

from __future__ import annotations

import re

from planbook.interpreting.rating.folding import word_set

BEFORE_CODE = re.compile(
    r"(?:(?![(\[][ragb][)\]][a-z])[\s•*'\"(\[{=:>_#~✓✗↑↓↔→])*(?:-[ "
    r"\-]+)?(?:(?![(\[][ragb][)\]][a-z])[\s•*'\"(\[{=:>_#~✓✗↑↓↔→])*"
)
"""Bullets, quotes and brackets before a rating. A dash on a digit is a minus, and stays; `(A)mber` is a word."""
BEFORE_LABEL = re.compile(r"[\s\-:=.,;|~/>*)\]}(\[{\"'!?_&]*")
AFTER_CODE = re.compile(r"[ \-:=.,;|~/>*)\]}!?_]*\s*")
"""Up to the note. Its own bracket, quote or bullet on a new line stays with it."""
AFTER_LABEL = re.compile(r"[\"']?[ \-:=.,;|~/>*)\]}!?_]*\s*")
TREND = re.compile(
    r" {0,2}(?:[(\[] ?)?(?:[↑↓↔→^]{1,4}|\+(?!\d))(?: ?[)\]])?|"
    r" {0,2}[(\[](?:improving|worsening|no change|unchanged|stable|same|static|up|down|deteriorating|declining)[)\]]"
)
LEAD_GAP = re.compile(r"[ :=\-\n(\[\"']{0,5}")
WORD = re.compile(r"[a-z][a-z.&]{0,15}")
LEAD_WORDS = word_set("""rag brag rags r.a.g rating rated status score scored colour color code current
    currently overall now still remains remain remaining stays staying stay is at as assessed assessment self
    latest position progress action outcome delivery confidence project today judgement judged grade graded
    level_ set to evaluated unchanged continues continuing between borderline suggested recommended proposed
    suggest propose recommend impact""") - {"to", "set", "level_"}

WORD_START = re.compile(r"(?<![^\s,;/|(\[])(?=[^\s,;/|(\[])")
TO_SECOND = re.compile(r" {0,2}[\-:=/(\[,.]{0,2} {0,2}(?:(?:b?rag|status|rating|rated|is)[ :=\-]{1,3}){0,2}")
CLOSES = re.compile(r" {0,2}[)\]]")
ENDS = re.compile(r"[\s\-:=.,;)\]}!?\"'*_]*\Z")
ENDS_PART = re.compile(r" {0,2}(?:[)\]\n;]|[.,](?!\d| ?\d)|-(?= |\Z)|- )|[\s.!?)\]\"']*\Z| {1,2}-{1,2} ")
SHORT_UNKNOWN = re.compile(r" {0,2}[(\[][a-z]{1,2}[)\]]\s*\Z")
TAIL = re.compile(
    r"(?:(?P<bracket>[(\[] ?)|(?P<dash>[ \n]-{1,2} |[:;\n] ?|(?<=[^\W_]{3})[.!?] {1,2})|(?<![\w-]))"
    r"(?P<lead>(?:(?:current |overall )?(?:b?rag|r\.a\.g\.?)?[ \-]?(?:status|rating|rated|score)?(?: is| as| at|"
    r" now)?[ :=\-]{1,3}){0,1})\Z"
)
"""What stands before the code that closes a text."""
