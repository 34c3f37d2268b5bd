"""Ratings of more than one code: split (`A/G`), moved (`Red → Amber`, `3 (was 2)`), or a template nobody chose from.

phrasebook, rag.csv: two ratings are joined by `/` in the order written; a movement's code is where it moved to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbook.interpreting.rating.codes import Code, code_at, colour_of
from planbook.interpreting.rating.context import END, is_strong, stands
from planbook.interpreting.rating.folding import Folded
from planbook.interpreting.rating.status_words import label_at
from planbook.settings import Scale

_PAST = (
    r"(?:(?:it )?was|were|been|had been|previously|previous(?: rag| rating| status)?|prev|formerly|former|"
    r"originally|before|"
    r"(?:up|down|back|moved?|changed|improved|upgraded|downgraded|increased|reduced|raised|lowered|gone|revised|"
    r"amended|"
    r"escalated|de-escalated|deteriorated|slipped|dropped|risen) from|from|"
    r"(?:at |in )?(?:the )?last (?:quarter|time|month|year|report|update|review|period|meeting)(?: was)?|last)"
)
_MOVED = (
    r"(?:(?:now |has |have |been |since |then )*(?:moved|changed|improved|upgraded|downgraded|increased|reduced|raised|"
    r"lowered|gone|revised|amended|escalated|de-escalated|deteriorated|slipped|dropped|risen|turned|"
    r"went) ?(?:back |up |down )?(?:to )?)"
)
_NOW = r"(?:(?:and|but|is) )*(?:now|currently|then|today|this (?:quarter|month|time))(?: is| at| rated)?"
PERIOD = r"(?:q|qtr|quarter) ?[1-4](?: \d{4}[/-]\d{2})?"

SPLIT = re.compile(
    r" {0,2}[/\\&+|] {0,2}| {0,2}[,;] {0,2}| {1,2}(?:and|or) {1,2}| {0,2}- {0,2}|\n{1,2}| {0,2}/ {0,2}or {0,2}"
)
MOVE = re.compile(
    rf" *(?:[→↑↓]|-{{1,2}} ?>|=>|>) *| +(?:up |down |back )?to +|[ ,;.\-(]{{0,3}}(?:{_NOW}|{_MOVED})[ :\-]{{0,3}}"
)
BACK = re.compile(rf"[ ,;:.\-\n]{{0,3}}(?:[(\[]?{_PAST}|[(\[]{PERIOD})(?: was| at| rated)?[ :.\-]{{0,3}}")
BACK_AFTER = re.compile(
    r" (?:at |in )?(?:the )?(?:last|previous)(?: (?:quarter|time|month|year|report|update|review|period|meeting))?|"
    r" (?:previously|before|formerly|originally)"
)
PAST_FIRST = re.compile(rf"{_PAST}(?: rated| at)?[ :\-]{{0,3}}")
MOVED_FIRST = re.compile(rf"(?:{_MOVED})[ :\-]{{0,3}}")
EACH = re.compile(
    r"(?: (?:for|in|at|with) [^,;/\n]{1,40}|:? ?\([^)]{1,40}\))(?:[,;/] ?| (?=and |but ))(?:(?:and|but) )?"
)
"""`Green for police, amber for health`: each part of the partnership has its own rating."""
_EACH_AFTER = re.compile(r" (?:for|in|at|with) |:? ?\(")
_GOES_ON = re.compile(r"[.,/]\d")
_OPEN = re.compile(r" {0,2}[(\[]")
_CLOSE = re.compile(r" {0,2}[)\]]")


@dataclass(frozen=True, slots=True)
class Chain:
    """Codes that belong together: what they come to, and where the last of them ends."""

    code: str
    end: int
    flags: tuple[str, ...] = ()
    split: bool = False


def _same_scale(first: Code, second: Code) -> bool:
    return first.is_number == second.is_number


def _ends_here(folded: Folded, code: Code, scale: Scale) -> bool:
    """Whether the second code of a pair stands on its own, and is not the first word of a sentence."""
    low, end = folded.low, code.end
    if is_strong(low, end) or END.match(low, end):
        return not code.is_number or not _GOES_ON.match(low, end)
    if low[end : end + 1] != " ":
        return False
    if code.is_number:  # `3/4 complete` is a fraction
        return stands(folded, code, scale) and not folded.kept[end + 1 : end + 2].islower()
    return label_at(low, end + 1, scale) is not None or stands(folded, code, scale)


def _joined(folded: Folded, link: re.Pattern[str], code: Code, scale: Scale) -> Code | None:
    found = link.match(folded.low, code.end)
    following = code_at(folded, found.end(), scale) if found and found.end() < len(folded.low) else None
    if following and _same_scale(code, following) and _ends_here(folded, following, scale):
        return following
    return None


def _for_each(folded: Folded, code: Code, scale: Scale) -> Code | None:
    found = None if code.is_number else EACH.match(folded.low, code.end)
    following = code_at(folded, found.end(), scale) if found else None
    if following and _same_scale(code, following) and _EACH_AFTER.match(folded.low, following.end):
        return following
    return None


def _back(folded: Folded, code: Code, scale: Scale) -> int:
    """Where the words about the earlier rating end (`(was 2)`, `, previously Amber`), 0 where there are none."""
    bracketed = _OPEN.match(folded.low, code.end)
    found = BACK.match(folded.low, code.end)
    earlier = code_at(folded, found.end(), scale) if found else None
    if not earlier and bracketed:
        earlier = code_at(folded, bracketed.end(), scale)
        after = BACK_AFTER.match(folded.low, earlier.end) if earlier else None
        return _closed(folded, after.end()) if earlier and after and _same_scale(code, earlier) else 0
    if (
        not earlier
        or not _same_scale(code, earlier)
        or not (is_strong(folded.low, earlier.end) or END.match(folded.low, earlier.end))
    ):
        return 0
    return _closed(folded, earlier.end)


def _in_bracket_alone(folded: Folded, code: Code, scale: Scale) -> bool:
    """`Green (Amber)`: now and before, or both? Nobody can tell."""
    bracket = _OPEN.match(folded.low, code.end)
    other = code_at(folded, bracket.end(), scale) if bracket else None
    return other is not None and _same_scale(code, other) and _CLOSE.match(folded.low, other.end) is not None


def _closed(folded: Folded, end: int) -> int:
    close = _CLOSE.match(folded.low, end)
    return close.end() if close else end


def _is_whole_scale(codes: list[Code]) -> bool:
    """Three codes in a row are the choice that a form offers, and so are the ends of a scale of numbers."""
    return len({code.name for code in codes}) >= 3


def chain_from(folded: Folded, first: Code, scale: Scale) -> Chain:
    """What the codes that begin with `first` come to."""
    codes, moved, split = [first], False, False
    flags = list(first.flags)
    while len(codes) < 8:
        last = codes[-1]
        if following := _joined(folded, MOVE, last, scale):
            moved = True
        elif (following := _joined(folded, SPLIT, last, scale)) or (following := _for_each(folded, last, scale)):
            split = True
        else:
            break
        codes.append(following)
        flags += following.flags
    end = codes[-1].end
    if split and (_is_whole_scale(codes) or _spans(codes, folded, scale)):
        return Chain("", end, ("template text not chosen",), split=True)
    if not split and _in_bracket_alone(folded, codes[-1], scale):
        return Chain("", end, ("split rating", "query"), split=True)
    if back := _back(folded, codes[-1], scale):
        moved, end = True, back
    if moved and not split:
        return Chain(codes[-1].name, end, (*flags, "movement"))
    if split:
        name = "/".join(dict.fromkeys(code.name for code in codes))
        return Chain(name, end, (*flags, *(("split rating",) if "/" in name else ())), split=True)
    return Chain(first.name, end, tuple(flags))


def _spans(codes: list[Code], folded: Folded, scale: Scale) -> bool:
    """`1-4` names the whole scale by its ends, and rates nothing."""
    names = [codes[0].name, codes[-1].name]
    ends = [scale.steps[0].code, scale.steps[-1].code] if len(scale.steps) > 2 else []
    dashed = "-" in folded.low[codes[0].end : codes[-1].start]
    return dashed and codes[0].is_number and names in (ends, ends[::-1])


def moved_chain(folded: Folded, place: int, scale: Scale) -> Chain | None:
    """`Was Red, now Amber`, `Moved from 2 to 3`, `Upgraded to green`: where it moved to; None where nothing did."""
    low = folded.low
    if (past := PAST_FIRST.match(low, place)) and (earlier := code_at(folded, past.end(), scale)):
        later = _joined(folded, MOVE, earlier, scale)
        return Chain(later.name, _closed(folded, later.end), (*later.flags, "movement")) if later else None
    if (moved := MOVED_FIRST.match(low, place)) and (code := code_at(folded, moved.end(), scale)):
        if not (stands(folded, code, scale) or BACK.match(low, code.end)):
            return None
        return Chain(code.name, _back(folded, code, scale) or code.end, (*code.flags, "movement"))
    return None


def colour_names(chain: Chain) -> tuple[str, ...]:
    """The colours among the codes of a chain."""
    return tuple(filter(None, map(colour_of, chain.code.split("/"))))
