"""Who wrote an entry of an update cell: initials or a name beside its date, before its text, or closing it.

    12/03/20 JS: sent      [JS] sent      sent (JS 12/03/20)      12-Mar-20: sent (PN)

Two letters are a person's initials unless they are known to be something else; three or four may as well be an
agency, and count as an author only beside a date.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = """AA AP CE CP CS CX DA DV ED EH EY GP HB HE HO HR HT HV IT LA LO MH NB OK PA PC PE PH PI PM QA
    RE SG SM SV TU UK VR YJ YP YW AM PS BG TF AI"""
NOT_PEOPLE = frozenset(_ABBREVIATIONS.split())
"""Two capitals that name an agency, a role or a thing in children's services."""

INITIALS = r"(?:[A-Z]{2,4}|[A-Z]{1,2}[a-z]?[A-Z][a-z]?|[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?)(?![\w'])"
_TWO = r"(?:[A-Z]{2}|[A-Z][A-Z][a-z]|[A-Z]\. ?[A-Z]\.)(?![\w'])"
NAME = (
    r"(?:[A-Z]\.? ?[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?|"
    r"[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?)(?![\w'])"
)

BEFORE_DATE = re.compile(rf"(?<![\w.])(?P<author>{INITIALS}(?: ?[/&] ?{INITIALS})?|{NAME})(?P<gap> ?[,:\-] ?| )\Z")
AFTER_DATE = re.compile(
    rf"(?P<open> ?[(\[] ?| ?[,\-/] ?| )(?:by |per |from )?(?P<author>{INITIALS}(?: ?[/&] ?{INITIALS})?|"
    rf"{NAME})(?P<close> ?[)\]])?"
)
OPENS_BRACKET = re.compile(rf"(?P<open>[(\[])(?: ?(?P<author>{_TWO})(?: ?[,:\-] ?| ))?\Z")
"""`[` or `[JS ` before a date, wherever it stands."""
IN_BRACKETS = re.compile(rf"[(\[] ?(?P<author>{_TWO}(?: ?[/&] ?{_TWO})?) ?[)\]](?: ?[:\-](?= |\w)| )[ ]{{0,3}}(?=\S)")
"""`[JS] Audit sent.`"""
BEFORE_TEXT = re.compile(rf"(?P<author>{_TWO}(?: ?/ ?{_TWO})?)(?: {{0,2}}: {{0,2}}| {{1,2}}-{{1,2}} {{1,2}}|- )(?=\S)")
"""`JS - audit sent`"""
CLOSING = re.compile(rf"[\s\-]*[(\[\-] ?(?P<author>{_TWO}) ?[)\]]\.?\s*\Z")
"""`... audit sent (PN)`"""
CLOSES_BEFORE = re.compile(
    rf"(?:[(\[] ?| - |(?<=[a-z\d)][.!?]) (?={_TWO}[ ,]))(?P<author>{INITIALS})(?: ?[,:\-] ?| )\Z"
)
CLOSES_AFTER = re.compile(rf"(?: ?[,:\-] ?| )(?P<author>{INITIALS}) ?[)\]]")


def is_person(initials: str) -> bool:
    """Whether initials may be a person's; of two joined by a stroke, both."""
    return all(part.strip() not in NOT_PEOPLE for part in re.split(r"[/&]", initials))
