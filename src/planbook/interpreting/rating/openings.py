"""The rating that opens a text: code and label in either order, and where its own words end.

code  label  note      4 - Complete. Data shared
label code   note      Complete (green) - data shared
code  code             4 - Green, Green (4): the number counts where the scale is one of numbers
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from planbook.interpreting.rating import gaps, words
from planbook.interpreting.rating.chain import PERIOD, Chain, chain_from, moved_chain
from planbook.interpreting.rating.codes import Code, Kind, code_at
from planbook.interpreting.rating.context import DATE, describes, is_strong, stands
from planbook.interpreting.rating.folding import Folded
from planbook.interpreting.rating.status_words import label_at
from planbook.settings import Scale

_PERIOD = re.compile(PERIOD)
_ASPECT_GAP = re.compile(r" {0,2}[/,;|\n] {0,2}| {1,2}")
_NUMBERED = re.compile(
    r"(?:action|outcome|grade|project|progress|delivery|position|code|assessment|impact|current) +\Z"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A rating at the opening of a text. `end` is where its own words end, and the note begins."""

    code: str
    label: str
    end: int
    flags: tuple[str, ...] = ()


def skip(pattern: re.Pattern[str], folded: Folded, place: int) -> int:
    """The place after this pattern, or the place itself where it does not stand."""
    found = pattern.match(folded.low, place)
    return min(found.end(), folded.end) if found else place


def starts_dated(folded: Folded) -> bool:
    """Whether a date opens the text, so that what follows belongs to an entry and not to the cell."""
    return DATE.match(folded.low, skip(gaps.BEFORE_CODE, folded, folded.start)) is not None


def opening_rating(folded: Folded, scale: Scale) -> Opening | None:
    """The rating that opens the text, a date or percentage before it allowed where nothing but the rating follows."""
    place = skip(gaps.BEFORE_CODE, folded, folded.start)
    if dated := DATE.match(folded.low, place) or _PERIOD.match(folded.low, place):
        return _dated(folded, skip(gaps.LEAD_GAP, folded, dated.end()), scale)
    percent = words.percent_at(folded.low[place : place + 12])
    if percent and is_strong(folded.low, place + percent):
        rating = _read_at(folded, skip(gaps.LEAD_GAP, folded, place + percent), scale)
        return replace(rating, flags=(*rating.flags, "percentage")) if rating and rating.code else None
    return None if percent else _read_at(folded, place, scale)


def _dated(folded: Folded, place: int, scale: Scale) -> Opening | None:
    """`Nov 18 - Amber`: a date and nothing but a rating. Several of them, one a quarter, are nobody's rating yet."""
    rating = _read_at(folded, place, scale)
    if not rating or not rating.code:
        return None
    if not folded.low[rating.end : folded.end].strip():
        return replace(rating, flags=(*rating.flags, "date in rating"))
    again = DATE.match(folded.low, rating.end) or _PERIOD.match(folded.low, rating.end)
    return Opening("", "", rating.end, ("query",)) if again else None


def _read_at(folded: Folded, place: int, scale: Scale) -> Opening | None:
    for start in _lead_ins(folded, place):
        if _is_numbered_thing(folded, place, start):
            continue
        if chain := _chain_at(folded, start, scale):
            chain = _each_aspect(folded, chain, scale) if start > place else chain
            return _with_label(folded, start, chain, scale)
    return _label_then_code(folded, place, scale)


def _is_numbered_thing(folded: Folded, place: int, start: int) -> bool:
    """`Action 3`, `Progress 1`: a number beside a word that numbers things is its number."""
    return folded.low[start : start + 1].isdecimal() and _NUMBERED.search(folded.low, place, start) is not None


def _each_aspect(folded: Folded, chain: Chain, scale: Scale) -> Chain:
    """`Progress: green, impact: amber`: each aspect has its own rating, and the cell two."""
    place = skip(_ASPECT_GAP, folded, chain.end)
    start = _lead_ins(folded, place)[-1]
    code = code_at(folded, start, scale) if place > chain.end and start > place else None
    if chain.split or not code or code.is_number or not gaps.ENDS.match(folded.low, code.end):
        return chain
    return Chain(f"{chain.code}/{code.name}", code.end, ("split rating",), split=True)


def _lead_ins(folded: Folded, place: int) -> list[int]:
    """The place itself, and the places after each word that leads in to a rating: `RAG status:`, `Now`."""
    places = [place]
    while len(places) < 8 and (word := gaps.WORD.match(folded.low, place)):
        if word[0].strip(".") not in gaps.LEAD_WORDS:
            break
        place = skip(gaps.LEAD_GAP, folded, word.end())
        places.append(place)
    return places


def _chain_at(folded: Folded, place: int, scale: Scale) -> Chain | None:
    if place >= folded.end:
        return None
    if moved := moved_chain(folded, place, scale):
        return moved
    code = code_at(folded, place, scale)
    if not code or (code.kind is Kind.NUMBER and not _may_rate(folded, code, scale)):
        return None
    chain = chain_from(folded, code, scale)
    return chain if chain.split or "movement" in chain.flags or stands(folded, code, scale) else None


def _may_rate(folded: Folded, code: Code, scale: Scale) -> bool:
    """A number off the scale is somebody's slip (`5`, `3.5`); one of two figures is a score or a count."""
    if scale.step(code.name) or len(code.name) == 1:
        return True
    return (
        code.name[1] == "." and len(code.name) == 3 and gaps.ENDS.match(folded.low, code.end) is not None
    )  # `1.2: done` is an action's number


def _with_label(folded: Folded, start: int, chain: Chain, scale: Scale) -> Opening:
    if not chain.code:
        return Opening("", "", chain.end, chain.flags)
    flags = list(chain.flags)
    code, label, end = chain.code, "", chain.end
    if trend := gaps.TREND.match(folded.low, end):
        flags.append("trend arrow")
        end = trend.end()
    if second := _second(folded, code, end, scale):
        label = folded.written(*(second[1:] if second[0] == code else (start, chain.end)))
        code, end = second[0], _past_bracket(folded, second[2])
    found = label_at(folded.low, skip(gaps.BEFORE_LABEL, folded, end), scale)
    if found and not describes(folded, found) and _in_its_bracket(folded, found.start, found.end):
        label, end = folded.written(found.start, found.end), found.end
        flags += ["spelling"] if found.spelling else []
        if second := _second(folded, code, end, scale):
            code, end = second[0], _past_bracket(folded, second[2])
    elif not label and (short := gaps.SHORT_UNKNOWN.match(folded.low, end)):
        label, end = folded.written(end, short.end()).strip(" ()[]\u00a0\n"), short.end()
        flags.append("unknown label")
    if chain.split and not label and folded.low.startswith(code.split("/")[0], start):
        label = folded.written(start, chain.end)
    after = skip(gaps.AFTER_LABEL if label else gaps.AFTER_CODE, folded, end)
    between = folded.low[end:after]
    flags += ["query"] if "?" in between else []
    flags += ["unknown label"] if "*" in between else []
    return Opening(code, label, min(after, folded.end), tuple(flags))


def _in_its_bracket(folded: Folded, start: int, end: int) -> bool:
    """A label inside a bracket is one only where the bracket holds nothing else."""
    close = {"(": ")", "[": "]"}.get(folded.low[max(0, start - 1) : start])
    return close is None or folded.low[end : end + 1] == close


def _past_bracket(folded: Folded, end: int) -> int:
    return skip(gaps.CLOSES, folded, end)


def _second(folded: Folded, code: str, end: int, scale: Scale) -> tuple[str, int, int] | None:
    """A code of the other kind beside the first: the code that counts, and where the second stands."""
    if "/" in code or end >= folded.end:
        return None
    place = skip(gaps.TO_SECOND, folded, end)
    other = code_at(folded, place, scale) if place > end else None
    if not other or other.is_number == code[0].isdecimal() or "spelling" in other.flags:
        return None
    if not gaps.ENDS_PART.match(folded.low, other.end) or (other.is_number and not scale.step(other.name)):
        return None
    if other.kind is Kind.LETTER and folded.low[place - 1 : place] not in ("(", "["):
        return None
    counts = other.name if other.is_number or not code[0].isdecimal() else code
    return counts, other.start, other.end


def _label_then_code(folded: Folded, place: int, scale: Scale) -> Opening | None:
    """`Complete - 4`, `On track (green)`: the label first, then a code that stands apart."""
    label = label_at(folded.low, place, scale)
    at = skip(gaps.TO_SECOND, folded, label.end) if label else place
    code = code_at(folded, at, scale) if label and at > label.end else None
    if not label or not code or "spelling" in code.flags or not gaps.ENDS_PART.match(folded.low, code.end):
        return None
    apart = folded.low[label.end : at].strip() or gaps.ENDS.match(folded.low, code.end)
    if not apart or (code.is_number and not scale.step(code.name)):
        return None
    if code.kind is Kind.LETTER and not folded.kept[code.start].isupper():
        return None
    chain = chain_from(folded, code, scale)
    end = skip(gaps.AFTER_LABEL, folded, _past_bracket(folded, chain.end))
    return Opening(chain.code, folded.written(label.start, label.end), end, chain.flags)
