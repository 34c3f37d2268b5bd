"""The entries of a legend: a code, and the few words that explain it.

Where the codes stand is found first, and what stands between one code and the next is its explanation. So it does not
matter whether people part the entries by commas, semicolons, line breaks or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from planbook.interpreting.rating.codes import COLOURS, LETTERS, OTHER_SPELLINGS
from planbook.interpreting.rating.context import DATE
from planbook.interpreting.rating.folding import Folded, fold
from planbook.interpreting.rating.status_words import label_at
from planbook.settings import Scale

_MARKED = re.compile(
    rf"(?<![\w./%£$-])(?:(?P<number>\d{{1,2}})|(?P<colour>{'|'.join([*COLOURS, *OTHER_SPELLINGS])})"
    rf"|(?P<letter>[{''.join(LETTERS)}])|[(\[](?P<first>[ragb])[)\]](?:ed|mber|reen|lue))(?![\w%&'])"
    r"(?: ?[(\[](?P<beside>[ragb]|red|amber|green|blue|yellow)[)\]])?(?P<mark> ?(?:=>?|:|-|\.(?!\d)|\(|\[|means|"
    r"is when)(?! ?\d)| (?=[a-z]))"
)
_STRONG_MARKS = ("=", "=>", "means", "is when")
_HEADED = re.compile(r"\b(?:key|legend|b?rag|scale|ratings?|definitions?|status)\b")
_TRIM = " \t\n,;|.:-=()[]{}/•*\"'"
_NO_SCALE = Scale(())
_LONGEST = 90
"""Letters of an explanation: more is a comment, and the text no legend."""
_COLOUR_FIRST = re.compile(rf"[(\[]?(?P<colour>{'|'.join(COLOURS)}|[ragb](?=[)\] ]*[-:=)]))[)\]]?[\s\-:=,]+(?=\S)")
_COLOUR_LAST = re.compile(rf"[\s\-:=,(\[]+(?P<colour>{'|'.join(COLOURS)})[)\]]?\Z")
_BACKWARDS = re.compile(
    rf"(?P<words>[^,;|\n=]{{2,60}}?) ?= ?(?P<code>{'|'.join(COLOURS)}|\d{{1,2}}|[ragb])(?!\w)[,;|. ]{{0,3}}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step as a legend explains it; `colour` where it names the colour of a number."""

    code: str
    words: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What one text explains. `spans`: two numbers, the ends of a scale. `single`: one entry and nothing else."""

    entries: tuple[Entry, ...] = ()
    spans: bool = False
    single: Entry | None = None


def _name(found: re.Match[str]) -> str:
    letter = found["letter"] or found["first"]
    colour = found["colour"] or ""
    return found["number"] or LETTERS.get(letter or "", "") or OTHER_SPELLINGS.get(colour, colour)


def _entry(code: str, words: str, beside: str = "") -> Entry | None:
    """The entry, with a colour that stands before or after its words taken for the colour of the number."""
    words = " ".join(words.split()).strip(_TRIM)
    colour = LETTERS.get(beside, beside)
    if code.isdecimal() and not colour:
        low = words.lower()
        if (first := _COLOUR_FIRST.match(low)) or (last := _COLOUR_LAST.search(low)):
            if first:
                colour, words = first["colour"], words[first.end() :]
            elif last:
                colour, words = last["colour"], words[: last.start()]
            colour = LETTERS.get(colour, colour)
    words = words.strip(_TRIM)
    return Entry(code, words, colour) if words and len(words) <= _LONGEST and any(map(str.isalpha, words)) else None


def _codes(folded: Folded) -> list[re.Match[str]]:
    """The places where a code is explained: marked, and of the kind that the text's first marked code has."""
    low, found = folded.low, list(_MARKED.finditer(folded.low))
    found = [
        match
        for match in found
        if not DATE.match(low, match.start())
        and (match["letter"] is None or folded.kept[match.start("letter")].isupper())
    ]
    marked = [match for match in found if match["mark"].strip()]
    counted = _counted_up(found)
    if counted and (not marked or counted[0].start() < marked[0].start()):
        return counted
    if not marked:
        return []
    numbers = bool(marked[0]["number"])
    return [match for match in marked if bool(match["number"]) == numbers]


def _counted_up(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """`1 poor 2 fair 3 good`: without marks only numbers that count up or down from one to the next."""
    numbers = [match for match in found if match["number"]]
    values = [int(match["number"]) for match in numbers]
    steps = {after - before for before, after in pairwise(values)}
    return numbers if len(values) >= 3 and steps in ({1}, {-1}) else []


def entries_of(folded: Folded) -> Found:
    """The entries that one text explains; `Found()` where it explains none."""
    codes = _codes(folded)
    if not codes:
        return Found(_backwards(folded))
    ends = [*(match.start() for match in codes[1:]), len(folded.low)]
    entries = [
        _entry(_name(match), folded.text[match.end() : end], match["beside"] or "")
        for match, end in zip(codes, ends, strict=True)
    ]
    if not all(entries):
        return Found(_backwards(folded))
    kept = tuple(entry for entry in entries if entry)
    before = folded.low[: codes[0].start()].strip(_TRIM)
    if len(kept) == 1:
        return Found(_backwards(folded), single=kept[0] if not before else None)
    kept = tuple(_unlinked(entry) for entry in kept)
    strong = sum(match["mark"].strip() in _STRONG_MARKS for match in codes)
    headed = _HEADED.search(folded.low[: codes[0].start()]) is not None
    if len(kept) == 2:
        spans = (
            kept[0].code.isdecimal() and abs(int(kept[1].code) - int(kept[0].code)) >= 2
            if kept[1].code.isdecimal()
            else False
        )
        apart = spans and (headed or codes[0]["mark"].strip() in ("(", "[", "="))
        return Found(kept, apart) if apart or (strong == 2 and not spans) else Found()
    legend = (
        strong >= 2
        or headed
        or all(_is_status(entry.words) for entry in kept)
        or (not before and _listed(folded, codes))
    )
    return Found(kept) if legend and len(before.split()) <= 12 else Found()


def _is_status(words: str) -> bool:
    label = label_at(words.lower(), 0, _NO_SCALE)
    return label is not None and label.end == len(words)


def _unlinked(entry: Entry) -> Entry:
    """Without the word that led on to the next entry: `poor to 4 strong`, `amber and green`."""
    for link in (" and", " to", " or", " through to", " up"):
        if entry.words.lower().endswith(link):
            return Entry(entry.code, entry.words[: -len(link)].strip(_TRIM), entry.colour)
    return entry


def _listed(folded: Folded, codes: list[re.Match[str]]) -> bool:
    """Whether each code after the first begins a line, or follows a mark that ends the one before."""
    return all(
        folded.low[: match.start()].rstrip(" ([")[-1:] in ("\n", ",", ";", "|", "/", ")", ".") for match in codes[1:]
    )


def _backwards(folded: Folded) -> tuple[Entry, ...]:
    """`Not started = red, complete = green`: the words first."""
    found = list(_BACKWARDS.finditer(folded.low)) if len(folded.low) < 400 else []
    entries = []
    for match in found:
        code = LETTERS.get(match["code"], match["code"])
        words = folded.text[match.start("words") : match.end("words")].rsplit(":", 1)[-1]
        entries.append(_entry(code, words))
    kept = tuple(entry for entry in entries if entry)
    return kept if len(kept) >= 2 and len(kept) == len(found) else ()


def paired_entries(texts: Sequence[str]) -> tuple[Entry, ...]:
    """Cells that take turns, code and explanation: `Red`, `Overdue`, `Amber`, `At risk`, ..."""
    cells = [text.strip() for text in texts]
    if len(cells) % 2 and _HEADED.search(cells[0].lower()):
        cells = cells[1:]
    if len(cells) < 6 or len(cells) % 2:
        return ()
    entries = []
    for code, words in zip(cells[::2], cells[1::2], strict=True):
        low = fold(code).low.strip(_TRIM)
        name = LETTERS.get(low, OTHER_SPELLINGS.get(low, low))
        known = name in COLOURS or (name.isdecimal() and len(name) < 3)
        entries.append(_entry(name, words) if known else None)
    return tuple(entry for entry in entries if entry) if all(entries) else ()
