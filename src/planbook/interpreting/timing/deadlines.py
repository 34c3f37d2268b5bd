"""What each date of a text is for: a deadline, a start, the date that was, the date that is now.

Decided by the words between one date and the next. A start is no deadline ("from April 2021"), nor is the
date that a revised one replaces, nor a date that something comes after ("not before June 2020").
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from planbook.interpreting.dating.mentions import AMBIGUOUS, NO_YEAR, DateMention
from planbook.interpreting.dating.shared_years import is_list, is_range


class Role(enum.Enum):
    """What a date is for."""

    DEADLINE = enum.auto()
    REVISED = enum.auto()
    FORMER = enum.auto()
    START = enum.auto()
    AFTER = enum.auto()
    TITLE = enum.auto()


@dataclass(frozen=True, slots=True)
class Dated:
    """A mention, what it is for, and the words before and behind it up to its neighbours."""

    mention: DateMention
    role: Role
    before: str
    behind: str


LINK = (
    r"[ \n]{0,2}[:(-]{0,2}[ \n]{0,2}(?:(?:due|set|agreed|planned|for|by|in|on|at|is|the|to|end|of|until|"
    r"date|deadline|review|approx|around) ?){0,4}[:(-]? ?'?$"
)
MOVES = (
    r"(?:moved|changed|deferred|delayed|extended|postponed|slipped|revised|rescheduled|brought forward|put back|"
    r"pushed back|"
    r"amended|updated|carried (?:forward|over)|rolled (?:forward|over)|extend|ext\.?|defer|re-?profiled|re-?scheduled)"
)
FORMER_BEFORE = re.compile(
    rf"(?:\b(?:was|were|originally|original|orig\.?|prev\.?|previous(?:ly)?|formerly|initial(?:ly)?|old|"
    rf"instead of|rather than|not|last (?:reviewed|updated|completed|done|held|audited)|"
    rf"{MOVES} (?:back |forward )?from|replac(?:es|ing)|superseding))(?: (?:date|deadline|timescale|target|"
    rf"completion date))?{LINK}"
)
NEVER_FORMER = re.compile(r"\bnot (?:by|until|later|on|in)|\bnot[:(-]")
REVISED_BEFORE = re.compile(
    rf"(?:\b(?:(?:new|current)(?= (?:review |completion )?(?:date|deadline|timescale|target)|:)|now|revised|"
    rf"latest|{MOVES})(?: again| back| forward| further| out| on| date| deadline| timescale| target| "
    rf"completion| by agreement)*(?: (?:to|until|till|for|into))?|[→>]){LINK}"
)
THEN = re.compile(rf"\bthen{LINK}")
FROM_HERE = re.compile(rf"\bfrom{LINK}")
FORMER_BEHIND = re.compile(
    r" ?[-(,]? ?(?:original(?:ly)?|orig\.?|old|previous)(?: date| deadline| timescale| target)?(?=[)\],;\n]|$)"
)
REVISED_BEHIND = re.compile(
    r" ?[-(,] ?(?:revised|extended|new|new date|revised date|latest|rescheduled|deferred|now)(?=[)\],;\n]|$)"
)
START_BEFORE = re.compile(
    r"\b(?:from|since|start(?:ing|s|ed)?|commenc(?:ing|e|es|ed|ement)|begin(?:ning|s)?|effective|w\.?e\.?f\.?|"
    r"as (?:of|from|at)|"
    rf"going live|go(?:es)? live|live from)(?: from| date| again| w/c| week commencing)?{LINK}"
)
WEEK_OF = re.compile(r"\bweek (?:beginning|commencing|starting)[ :-]{1,2}(?:the )?(?:on )?$")
START_BEHIND = re.compile(
    r"[ )]{0,2}[-(,]? ?(?:and |then )?(?:onwards?(?![a-z])|on-wards?|(?:start|start date|commencement|"
    r"commencing|begins?)(?=[)\],;\n]|$)|\+|"
    r"(?:-|to|until|till) ?(?:on-? ?going|present|date(?![a-z])|further notice|continuous|indefinite))"
)
AFTER_BEFORE = re.compile(
    r"\b(?:after|post|not before|no earlier than|not earlier than|not until|no sooner than|earliest|beyond|later than)"
    r"[ :-]{1,2}(?:the )?(?:end (?:of )?)?(?:the )?$"
)
EARLIEST = re.compile(r" ?[(,-]? ?(?:at the )?earliest(?![a-z])")
LATEST = re.compile(r"\bn(?:o|ot) later than\b")
RELATIVE_BEFORE = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few)[ -](?:(?:working|school|"
    r"calendar) )?"
    r"(?:days?|weeks?|wks?|months?|mths?|years?|fortnight) (?:of|after|from|following|before|prior to|post|"
    r"in advance of)(?![a-z])(?P<rest>[^;\n]{0,40})$"
)
OWN_DATE = re.compile(r"\b(?:by|due|ie|i\.e|review)\b")
TITLES = (
    r"(?:plan|strategy|report|budget|audit|framework|programme|data|figures|return|returns|priorities|survey|"
    r"act|guidance|"
    r"review|statement|objectives|accounts|allocation|funding|edition|version|policy|conference|toolkit|procedures)"
)
TITLE_BEFORE = re.compile(rf"\b{TITLES}s?[ (]{{1,2}}$")
TITLE_BEHIND = re.compile(rf" (?:[a-z-]{{2,14}} ){{0,1}}{TITLES}s?(?![a-z])")
IN_TIME = re.compile(
    r"\b(?:by|in|during|throughout|for|end of|end|of|until|within|due)[: ]{1,2}(?:the )?(?:end of )?(?:the )?$"
)


def dates_with_roles(low: str, mentions: tuple[DateMention, ...]) -> tuple[Dated, ...]:
    """Each mention of a plain text with what it is for, in order."""
    found: list[Dated] = []
    for place, mention in enumerate(mentions):
        start = mentions[place - 1].end if place else 0
        end = mentions[place + 1].start if place + 1 < len(mentions) else len(low)
        before = low[max(start, mention.start - 70) : mention.start]
        behind = low[mention.end : min(end, mention.end + 50)]
        role = _role(mention, before, behind, tuple(d.role for d in found[-2:]))
        found.append(Dated(mention, role, before, behind))
    return tuple(found)


def _role(mention: DateMention, before: str, behind: str, earlier: tuple[Role, ...]) -> Role:
    is_span = AMBIGUOUS in mention.flags and mention.precision == "year" and mention.end - mention.start > 4
    if (is_span or "financial year assumed" in mention.flags) and _is_title(before, behind, is_span):
        return Role.TITLE
    if EARLIEST.match(behind) or (
        not LATEST.search(before) and (AFTER_BEFORE.search(before) or _is_counted_from(before))
    ):
        return Role.AFTER
    is_moved = earlier and earlier[-1] in (Role.REVISED, Role.DEADLINE)
    if FORMER_BEHIND.match(behind) or (FORMER_BEFORE.search(before) and not NEVER_FORMER.search(before)):
        return Role.FORMER
    if is_moved and earlier[-1] is Role.REVISED and FROM_HERE.search(before):
        return Role.FORMER
    if REVISED_BEHIND.match(behind) or REVISED_BEFORE.search(before):
        return Role.REVISED
    if earlier and earlier[-1] is Role.FORMER and is_range(before):
        return Role.REVISED
    if earlier and earlier[-1] is Role.REVISED and THEN.search(before):
        return Role.REVISED
    if START_BEHIND.match(behind) or (START_BEFORE.search(before) and not WEEK_OF.search(before)):
        return Role.START
    return Role.DEADLINE


def _is_counted_from(before: str) -> bool:
    """`6 weeks after the Board of 3 May 2019` is not due on 3 May; `within 6 months, ie by June 2006` is due then."""
    found = RELATIVE_BEFORE.search(before)
    return found is not None and not OWN_DATE.search(found["rest"])


def _is_title(before: str, behind: str, is_span: bool) -> bool:
    """`Business Plan 2018/19` and `2018/19 audit` name a document or a piece of work, not a time."""
    if not is_span and IN_TIME.search(before):
        return False
    return TITLE_BEFORE.search(before) is not None or TITLE_BEHIND.match(behind) is not None


def deadlines_of(dated: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Those that something is due at: the revised ones where the text names any, in order."""
    revised = tuple(d for d in dated if d.role is Role.REVISED)
    if revised:
        return (*revised[-1:], *_ranges_on(dated, revised[-1]))
    return tuple(d for d in dated if d.role is Role.DEADLINE)


def _ranges_on(dated: tuple[Dated, ...], revised: Dated) -> tuple[Dated, ...]:
    """`Revised: March - June 2020` is one revised date of two mentions."""
    place = dated.index(revised)
    following = dated[place + 1 : place + 2]
    return tuple(d for d in following if is_range(d.before) and d.role is Role.DEADLINE)


def lacks_its_year(dated: tuple[Dated, ...], deadlines: tuple[Dated, ...]) -> bool:
    """Whether the last of several deadlines, side by side with a dated one, has no year: `April 2019 to March`."""
    last = deadlines[-1] if deadlines else None
    if last is None or NO_YEAR not in last.mention.flags:
        return False
    others = tuple(d for d in dated if d is not last and d.mention.date)
    return not others or is_range(last.before) or is_list(last.before)
