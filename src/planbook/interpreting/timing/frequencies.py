"""How often: `quarterly`, `6-monthly`, `every two years`, `three times a year`, `half-termly`, `each September`.

Frequencies that are not whole months (weekly, fortnightly, five times a year) are frequencies all the same;
they leave `months` empty and say themselves in a note (phrasebook). Termly counts as 4, half-termly as 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbook.interpreting.dating.calendar_words import NUMBERS, WEEKDAYS, is_one_slip, month_number
from planbook.interpreting.timing.frequency_words import (
    ALTERNATE,
    COUNTED_LY,
    EVERY,
    EVERY_NAMED,
    FRACTION,
    HALF_LY,
    LY,
    NAMED_UNIT,
    OFTEN_MISSPELT,
    PER_ANNUM,
    STARTERS,
    STEPS,
    TIMES,
    TOKEN,
    UNIT_MONTHS,
    WORDS,
)

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class Frequency:
    """A frequency named in a text: its months, empty where they are not whole, and the words for a note."""

    start: int
    end: int
    months: int | None
    notes: tuple[str, ...] = ()


def find_frequencies(low: str) -> tuple[Frequency, ...]:
    """Every frequency that a plain text names, left to right. Takes time in proportion to its length."""
    found: list[Frequency] = []
    end = 0
    for token in TOKEN.finditer(low):
        if token.start() < end or not (
            token[0] in STARTERS or token[0].startswith("bi") or token[0].endswith("y") or token[0].isdigit()
        ):
            continue
        frequency = _read_at(low, token.start())
        if frequency:
            found.append(frequency)
            end = frequency.end
    return tuple(found)


def _read_at(low: str, start: int) -> Frequency | None:
    if start and low[start - 1].isdigit():
        return None
    for read in (_times, _every, _counted, _fraction, _word):
        found = read(low, start)
        if found:
            return found
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word, 0)


def _unit(word: str) -> str:
    plain = word if word in UNIT_MONTHS else word.removesuffix("s")
    return {"wk": "week", "yr": "year", "halfterm": "half term", "pa": "annum", "p.a": "annum", "p.a.": "annum"}.get(
        plain, plain
    )


def _spaced(found: re.Match[str], months: int | None) -> Frequency:
    """A frequency by its words: those without whole months are named in a note as they stand."""
    words = found[0].strip().replace("\n", " ")
    return Frequency(found.start(), found.end(), months, () if months else (words,))


def _times(low: str, start: int) -> Frequency | None:
    found = TIMES.match(low, start)
    if not found:
        return None
    count = {"twice": 2, "thrice": 3}.get(found["twice"] or "", 0) or _number(found["count"] or found["after"] or "")
    unit = "year" if found["ly"] == "annually" else NAMED_UNIT.get(found["ly"] or "", "") or _unit(found["unit"] or "")
    months = UNIT_MONTHS.get(unit)
    is_vague = re.search(r"\d ?- ?\d| or \d", found[0]) is not None
    whole = months and count and not is_vague and months % count == 0
    return _spaced(found, months // count if whole and months else None)


def _every(low: str, start: int) -> Frequency | None:
    found = EVERY.match(low, start)
    if not found:
        named = EVERY_NAMED.match(low, start)
        if named and (month_number(named["name"]) or named["name"] in SEASONS):
            return Frequency(start, named.start("name"), 12)
        if named and named["name"].removesuffix("s") in WEEKDAYS and len(named["name"]) > 5:
            return Frequency(start, named.end(), None, ("weekly",))
        annum = PER_ANNUM.match(low, start)
        return Frequency(start, annum.end(), 12) if annum else None
    if found["upto"]:
        return _spaced(found, None)
    months = UNIT_MONTHS.get(_unit(found["unit"]))
    count = _number(found["count"]) if found["count"] else STEPS.get(found["step"] or "", 1)
    notes = ("approximate", "term") if "term" in found["unit"] else ()
    if months and count:
        return Frequency(start, found.end(), months * count, notes)
    return _spaced(found, None)


def _counted(low: str, start: int) -> Frequency | None:
    found = COUNTED_LY.match(low, start)
    if not found:
        return None
    unit = {"monthy": "month", "mthly": "month"}.get(found["unit"]) or NAMED_UNIT[found["unit"]]
    months = UNIT_MONTHS[unit]
    count = _number(found["count"])
    if months and found["count"] in ("a", "an"):
        return None
    return _spaced(found, months * count if months and count else None)


def _fraction(low: str, start: int) -> Frequency | None:
    half = HALF_LY.match(low, start)
    if half:
        is_term = half["unit"] == "termly"
        return Frequency(start, half.end(), 2 if is_term else 6, ("approximate", "half term") if is_term else ())
    found = FRACTION.match(low, start)
    if found:
        months = 3 if not found["unit"] else (6 if found["unit"] == "yearly" else 2)
        return Frequency(start, found.end(), months)
    found = ALTERNATE.match(low, start)
    if found:
        months_of = UNIT_MONTHS[_unit(found["unit"])]
        return _spaced(found, 2 * months_of if months_of else None)
    return None


def _word(low: str, start: int) -> Frequency | None:
    found = LY.match(low, start)
    word = re.sub(r"[ -]", "", found[0]) if found else ""
    if not found or (start and low[start - 1].isalpha()):
        return None
    if word in WORDS:
        return Frequency(start, found.end(), *WORDS[word])
    for name in OFTEN_MISSPELT:
        if is_one_slip(word, name):
            months, notes = WORDS[name]
            return Frequency(start, found.end(), months, (*notes, "spelling"))
    return None
