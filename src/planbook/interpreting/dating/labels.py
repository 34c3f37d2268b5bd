"""Numbers that name something: `Phase 2`, `Section 11`, `KS2`, `2.3`. Beside a month they look like a day.

"Phase 1 Sept 2019" is September; "Final stage 15 March 2020" may be the fifteenth. What cannot be told
apart is doubted, since the wrong day would be believed.
"""

from __future__ import annotations

import re

# Always numbered in a plan, so a small number after one is its number.
NUMBERED = (
    "phases?|stages?|steps?|parts?|waves?|cohorts?|tranches?|years?|yrs?|tiers?|levels?|sections?|nos?|no\\.|numbers?|"
    "options?|rounds?|modules?|versions?|standards?|key stage|ks|zones?|wards?|rooms?|grades?|bands?|chapters?|pages?|"
    "appendix|annex|paragraphs?|paras?|sprints?|workstreams?|strands?|kpis?|half[ -]terms?|rec|recs|x"
)
# Numbered in some plans, and followed by a date in others.
SOMETIMES_NUMBERED = (
    "(?<![a-z][ -])groups?|priority|priorities|objectives?|actions?|items?|outcomes?|recommendations?|themes?|"
    "goals?|blocks?|areas?|"
    "teams?|units?|forms?|gateways?|milestones?|points?|tasks?|refs?|weeks?|wks?|months?|terms?|quarters?|qtrs?|aims?|"
    "targets?|table|drafts?|pilots?|floor|sites?|clinics?|schools?|tests?|cycles?|audits?|sets?|lines?|localit(?:y|ies)"
)
SPAN = r"(?:\d{1,2} ?(?:-|/|&|,|and|to) ?)?"
SURE = re.compile(rf"(?:\b(?:{NUMBERED}) ?#?{SPAN}|[a-z]\.?|[£$#]|\d[.:])\Z")
DOUBTFUL = re.compile(rf"\b(?:{SOMETIMES_NUMBERED}) ?{SPAN}\Z")
TIME_WORD = re.compile(r"(?:\b(?:by|on|due|date|from|until|to)[.]?|\d ?[ap]\.?m\.?)\Z")

REFERRED = re.compile(
    r"\b(?:see|per|section|sections|para|paras|paragraph|rec|recommendation|objective|item|ref|standard|outcome|point|"
    r"completion of|action|actions|priority|step|task|kpi|no|number|line|version|v)[.]? ?\Z"
)

DAY, LABEL, DOUBT = "day", "label", "doubt"


def number_role(low: str, start: int, number: int) -> str:
    """What a number before a month is by the words to its left: a day, a label's number, or in doubt."""
    before = low[max(0, start - 30) : start].removesuffix(" ")
    if TIME_WORD.search(before):
        return DAY
    if SURE.search(low[max(0, start - 30) : start]):
        return LABEL if number <= 12 or low[start - 1] != " " else DOUBT
    if DOUBTFUL.search(low[max(0, start - 30) : start]):
        return DAY if number > 12 else DOUBT
    return DAY


def is_referred_to(low: str, start: int) -> bool:
    """Whether figures with points are the number of an action or section here: `see 2.3.19`."""
    return REFERRED.search(low[max(0, start - 24) : start]) is not None
