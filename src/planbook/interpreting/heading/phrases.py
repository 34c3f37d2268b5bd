"""The grammar of one phrase of a heading: `Target date for completion`, `Evidence of impact`, `How will we know`.

English puts the noun that a phrase is about last, before any `of`, `for` or `to`: a `Risk owner` is an owner, `Evidence
of impact` is evidence. So the last noun decides, the words beside it can turn it, and what follows `of` seldom matters.
Questions and idioms that hold no such noun stand in `heading_idioms.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbook.interpreting.heading import words
from planbook.interpreting.heading.idioms import IDIOMS, NO_FIELD, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_UNKNOWN = 3
"""A heading can name anything (`Equality duty`), but a phrase of more unknown words than this is a cell's text."""

# The word before the noun that turns its meaning: (words, class or field of the noun) to field.
_TURNED_BY: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (words.word_set("mitigation mitigating mitigate control contingency safety risk"),
     frozenset(("action", "success_measures", "THROUGH", "update")), "mitigation"),
    (words.word_set("governance oversight governing reporting"), frozenset((words.PARTY,)), "subcommittee"),
    (frozenset(("evidence",)), frozenset((words.OTHER,)), "evidence"),
    (frozenset(("lead", "responsible")), frozenset((words.OTHER,)), "lead"),
    (frozenset(("risk",)), frozenset((words.RATE, "rag", words.REPORT)), "risk"),
    (frozenset(("priority",)), frozenset((words.RATE, "rag")), "priority"),
    (frozenset(("rag",)), frozenset(("update",)), "rag_and_update"),
    (words.word_set("progress update status position"), frozenset((words.REPORT,)), "update"),
    (words.word_set("progress update comment"), frozenset(("section_notes",)), "update"),
    (words.word_set("narrative evidence"), frozenset(("evidence",)), "evidence"),
    (words.word_set("agenda meeting"), frozenset(("action",)), NO_FIELD),
    (words.word_set("version document change quality infection stock"), frozenset(("mitigation",)), NO_FIELD),
)  # fmt: skip


def read_phrase(phrase: Sequence[str]) -> str:
    """The field that a phrase names, `UNKNOWN`, or `NO_FIELD`. The words come in their plain form."""
    if not phrase:
        return UNKNOWN
    text = " ".join(phrase)
    for pattern, field in IDIOMS:
        if pattern.search(text):
            return field
    core, after, rest = _core(phrase)
    if phrase[0] in words.PREPOSITIONS or not _is_short(core, rest):
        return UNKNOWN
    return _read_core(core, {*core[:-1], *after}, rest)


def _core(phrase: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words up to the noun, what trails after it, and the words from the first preposition on."""
    cut = next((i for i, word in enumerate(phrase) if i and word in words.PREPOSITIONS), len(phrase))
    core, rest = list(phrase[:cut]), list(phrase[cut:])
    after: list[str] = []
    while len(core) > 1 and _trails(core):
        after.append(core.pop())
    return core, after, rest


def _trails(core: list[str]) -> bool:
    """Whether the last word says nothing about the field, because the noun stands before it."""
    last = core[-1]
    if last[0].isdigit():
        return True
    if last == "no" and core[-2] == "yes":
        return True
    past = last in words.TRAILING or (last in words.NEUTRAL and last != "date")
    return past and not ("date" in core and last in words.PAST)


def _is_short(core: list[str], rest: list[str]) -> bool:
    """Whether this can be a heading: few unknown words, no finite verb, and nothing still to be found out."""
    field = words.HEADS.get(core[-1], words.DATE)
    unknown = [w for w in core if not _is_known(w)]
    said = core if rest[:1] and rest[0] in words.RELATIVE and len(rest) <= 6 else [*core, *rest]
    if len(unknown) > (0 if field in _STRICT else MOST_UNKNOWN) or words.FINITE & {*said}:
        return False
    if {"all", "each", "every"} & {*rest}:  # `Lead officers from each school` are leads, not their heading
        return False
    told = rest if field in _PLAIN else rest[1:3] if rest[:1] == ["to"] else []
    if field != "impact" and not all(map(_is_known, told)):
        return False
    return len(rest) <= 8 and not (rest[:2] == ["to", "be"] and rest[-1:] != ["by"] and not _TO_BE & {*rest[2:3]})


# Before the noun unknown words make it a name (`Training sub-group`), after it for these (`Action for Children`).
_STRICT = frozenset(("subcommittee", "start"))
_PLAIN = frozenset(("action", "lead", "start", "subcommittee", words.PARTY, words.BODY))
_TO_BE = words.word_set(
    "taken completed achieved undertaken done delivered met addressed implemented improved provided used"
)
_VERBS = words.word_set(
    "date be take taking achieve enact deliver support mitigate address complete committee implement improve meet"
    " resolve manage addressed undertaken demonstrate show prove reduce monitor deliver committee board"
)


def _is_known(word: str) -> bool:
    return word in _KNOWN or word[0].isdigit()


_KNOWN = (
    frozenset(words.HEADS) | words.NEUTRAL | words.TRAILING | words.PAST | words.DEADLINE | words.LEADING
    | words.GOVERNING | words.PREPOSITIONS | words.FINITE | _VERBS | _TO_BE
)  # fmt: skip


def _read_core(core: list[str], beside: set[str], rest: list[str]) -> str:
    head, before = core[-1], core[:-1]
    field = words.HEADS.get(head, UNKNOWN)
    if field == UNKNOWN and head in words.STARTING:
        field = words.DATE if "date" in before else UNKNOWN
    elif (
        (field in (UNKNOWN, words.THROUGH) and "date" in before and (head in words.PAST or head in words.DEADLINE))
        or core[0] == "date"
        or (head == "target" and "completion" in before)
    ):
        field = words.DATE
    if field == words.DATE:
        return _read_date({head, *beside, *rest})
    if field == "number" and rest[:1] == ["of"]:
        return NO_FIELD
    for turning, turned, result in _TURNED_BY:
        if field in turned and turning & beside:
            return result
    if field in (words.PARTY, words.BODY, words.RATE, words.REPORT, words.THROUGH, words.OTHER):
        return _read_class(field, head, before, beside, rest)
    if field in ("rag", "update") and words.BYGONE & beside:
        return NO_FIELD
    return field


def _read_class(kind: str, head: str, before: list[str], beside: set[str], rest: list[str]) -> str:
    """A noun whose field depends on the words beside it."""
    named = [words.HEADS.get(w, UNKNOWN) for w in reversed(before)]
    if kind == words.PARTY:
        leads = (
            beside & words.LEADING
            or rest[-1:] == ["responsible"]
            or rest[:2] in (["for", "action"], ["with", "responsibility"])
        )
        return "lead" if leads else UNKNOWN
    if kind == words.BODY:
        return "subcommittee" if beside & words.GOVERNING or "subcommittee" in named else UNKNOWN
    if kind == words.RATE:
        return _read_rate(head, named, beside, rest)
    if kind == words.THROUGH:
        fields = [f for f in [*named, *(words.HEADS.get(w, UNKNOWN) for w in rest)] if f and f.islower()]
        return fields[0] if fields else ("objective" if head == "requirements" else UNKNOWN)
    if kind == words.REPORT:
        fields = [f for f in [*named, *(words.HEADS.get(w, UNKNOWN) for w in rest)] if f and f.islower()]
        return fields[0] if head in ("description", "detail", "summary", "statement") and fields else UNKNOWN
    return NO_FIELD


def _read_rate(head: str, named: list[str], beside: set[str], rest: list[str]) -> str:
    """Ratings and levels: of a risk, of a priority, of confidence; without more, of progress."""
    if beside & words.BYGONE:
        return NO_FIELD
    of = next((words.HEADS.get(w, UNKNOWN) for w in rest if words.HEADS.get(w)), UNKNOWN)
    if of in ("risk", "priority"):
        return of
    if head in ("level", "grade", "assessment"):
        return "rag" if {"rag", "update"} & {of, *named} else UNKNOWN
    return "rag"


def _read_date(said: set[str]) -> str:
    """What a date is the date of: the start, the deadline, or something past that has no field."""
    if said & words.STARTING:
        return "start"
    if said & words.PAST:
        return "timescale" if {"to", "be"} <= said or {"revised", "new"} & said else NO_FIELD
    return "timescale" if said & words.DEADLINE and said != {"year"} else UNKNOWN
