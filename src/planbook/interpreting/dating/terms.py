"""School terms, half terms and seasons: `Spring term 2019/20`, `Autumn 1 2019`, `Summer 2019`, `Half term 5`.

Their ends are those of the phrasebook, and all approximate. Beside "term", a pair of years is the academic
year. Numbered terms are left alone: some authorities have three, some six.
"""

from __future__ import annotations

import re

from planbook.interpreting.dating.mentions import AMBIGUOUS, APPROXIMATE, NO_YEAR, DateMention, month_end
from planbook.interpreting.dating.years import Years, years_at

SEASONS = {
    "autumn": "autumn",
    "aut": "autumn",
    "spring": "spring",
    "spr": "spring",
    "summer": "summer",
    "sum": "summer",
}
SEASONS["winter"] = "winter"

TERM_ENDS = {"autumn": 12, "spring": 3, "summer": 7}
HALF_ENDS = {
    ("autumn", 1): 10,
    ("autumn", 2): 12,
    ("spring", 1): 2,
    ("spring", 2): 3,
    ("summer", 1): 5,
    ("summer", 2): 7,
}
SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
HALF_TERMS = tuple(HALF_ENDS)
"""Half terms 1 to 6 of an academic year, in their order."""

SEASON = re.compile(
    r"(?P<season>autumn|spring|summer|winter|aut|spr|sum)(?![a-z])\.?"
    r"(?P<half_term>[ -]?(?:half[ -]?|h/?)term)?(?: ?(?P<first>[12])(?P<both> ?(?:&|and|-) ?2)?(?![0-9a-z/:%]))?"
    r"(?P<term>[ -]?terms?(?![a-z]))?(?: ?(?P<second>[12])(?![0-9a-z/:%]))?"
)
HALF_OF_TERM = re.compile(
    r"(?P<half>1st|first|2nd|second) half(?:[ -](?:of )?(?:the )?(?:term )?)(?:of )?(?:the )?(?P<season>autumn|"
    r"spring|summer)(?: term)?"
)
MONTH_HALF_TERM = re.compile(r"(?P<month>oct|feb|may)(?:ober|ruary)?(?![a-z]) half[ -]?term(?![a-z])")
HALF_TERM = re.compile(r"(?:half[ -]?term|ht)[ -]?(?P<number>[1-6])(?![0-9a-z])|half[ -]?term(?![a-z])")
PLAIN_TERM = re.compile(r"terms?(?![a-z])(?: (?P<number>[1-6])(?![0-9a-z]))?")
TERM_BEFORE = re.compile(
    r"\b(?:end of|start of|beginning of|middle of|by|before|during|within|end|next|this|the|school|of)(?: the|"
    r" this| next| school)? $"
)
NOT_A_TERM = re.compile(r"(?:in|the|long|short|medium) $")
OF_YEAR = re.compile(r",?[ \n]?(?:of |in |- ?|\()?(?:the )?(?:academic year|school year|ay)? ?")
WORD_BEHIND = re.compile(r" [a-z]")
TERM_AFTER = re.compile(r" (?P<half>half[ -]?)?term(?![a-z])")
NUMBERED_AFTER = re.compile(r" ?[-,(:]? ?(?:half[ -]?term|ht) ?(?P<number>[1-6])(?![0-9a-z])\)?")
SEASON_AFTER = re.compile(r" ?[-,(:/]? ?(?:of )?(?:the )?(?P<season>autumn|spring|summer)(?![a-z])(?: term)?")
DISTRIBUTIVE = re.compile(r"\b(?:each|every|per|a)(?: half| school)?[ -]$")


def read_term(low: str, start: int) -> DateMention | None:
    """The term, half term or season that begins exactly here; None where none does."""
    if (start and low[start - 1].isalnum()) or DISTRIBUTIVE.search(low[max(0, start - 14) : start]):
        return None
    return _half_of_term(low, start) or _season(low, start) or _half_term(low, start) or _plain_term(low, start)


def _years(low: str, start: int) -> Years | None:
    of = OF_YEAR.match(low, start)
    years = years_at(low, of.end()) if of else None
    if not years or not of or years.is_pair or not years.is_short:
        return years
    # Two figures are a year only where nothing else is likely: "Autumn 19", not "Autumn, 12 schools".
    is_plain = of[0] == " " and not WORD_BEHIND.match(low, years.end)
    return years if is_plain or low[of.end()] == "'" else None


def _end_of(low: str, start: int, end: int) -> int:
    return end + 1 if "(" in low[start:end] and low[end : end + 1] == ")" else end


def _season(low: str, start: int) -> DateMention | None:
    found = SEASON.match(low, start)
    if not found or (found["season"] in ("aut", "spr", "sum") and found.end() == start + 3):
        return None
    season, half = SEASONS[found["season"]], 2 if found["both"] else int(found["first"] or found["second"] or 0)
    is_term = bool(found["term"] or found["half_term"] or half)
    years = _years(low, found.end())
    end = _end_of(low, start, years.end) if years else found.end()
    if found["half_term"] and not half:
        half = 1  # the half-term break stands in the middle of a term
    numbered, after = NUMBERED_AFTER.match(low, end), TERM_AFTER.match(low, end)
    if numbered:
        named, half = HALF_TERMS[int(numbered["number"]) - 1]
        end, is_term = numbered.end(), True
        if named != season:
            return DateMention(start, end, None, "term", (AMBIGUOUS,))
    elif after and years:
        end, is_term, half = after.end(), True, half or (1 if after["half"] else 0)
    if season == "winter" and is_term:
        return DateMention(start, end, None, "term", (AMBIGUOUS,))
    return _term(start, end, season, half, years) if is_term else _whole_season(start, end, season, years)


def _term(start: int, end: int, season: str, half: int, years: Years | None) -> DateMention:
    month = HALF_ENDS[(season, half)] if half else TERM_ENDS[season]
    flags: tuple[str, ...] = ("half term",) if half else ("term",)
    if not years:
        return DateMention(start, end, None, "term", (NO_YEAR, *flags), None, month)
    year = years.first if season == "autumn" else years.last
    flags = (APPROXIMATE, *flags, *(("academic year",) if years.is_pair else ()))
    return DateMention(start, end, month_end(year, month), "term", flags)


def _whole_season(start: int, end: int, season: str, years: Years | None) -> DateMention:
    month = SEASON_ENDS[season]
    if not years:
        return DateMention(start, end, None, "season", (NO_YEAR,), None, month)
    if years.is_pair and season in ("spring", "summer"):
        # The summer of a financial year is its first, of an academic year its last.
        return DateMention(start, end, None, "season", (AMBIGUOUS,))
    year = years.first + 1 if season == "winter" else years.first
    return DateMention(start, end, month_end(year, month), "season", (APPROXIMATE,))


def _half_of_term(low: str, start: int) -> DateMention | None:
    found = HALF_OF_TERM.match(low, start)
    if not found:
        return None
    years = _years(low, found.end())
    end = _end_of(low, start, years.end) if years else found.end()
    return _term(start, end, found["season"], 1 if found["half"] in ("1st", "first") else 2, years)


def read_month_half_term(low: str, start: int) -> DateMention | None:
    """`May half term 2020`: the break that people call by its month."""
    found = MONTH_HALF_TERM.match(low, start)
    if not found:
        return None
    season = {"oct": "autumn", "feb": "spring", "may": "summer"}[found["month"]]
    years = _years(low, found.end())
    return _term(start, _end_of(low, start, years.end) if years else found.end(), season, 1, years)


def _half_term(low: str, start: int) -> DateMention | None:
    found = HALF_TERM.match(low, start)
    if not found:
        return None
    if not found["number"]:
        return DateMention(start, found.end(), None, "term", (NO_YEAR, "term"))
    season, half = HALF_TERMS[int(found["number"]) - 1]
    named = SEASON_AFTER.match(low, found.end())  # `Half term 1 - Autumn 2018` says once more which half term it is
    years = _years(low, named.end() if named else found.end())
    end = _end_of(low, start, years.end) if years else (named or found).end()
    if named and named["season"] != season:
        return DateMention(start, end, None, "term", (AMBIGUOUS,))
    if years and not years.is_pair and not named:
        return DateMention(start, end, None, "term", (AMBIGUOUS,))
    return _term(start, end, season, half, years)


def _plain_term(low: str, start: int) -> DateMention | None:
    found = PLAIN_TERM.match(low, start)
    if not found:
        return None
    if found["number"]:
        years = _years(low, found.end())
        if years:
            return DateMention(start, _end_of(low, start, years.end), None, "term", (AMBIGUOUS,))
        return DateMention(start, found.end(), None, "term", (NO_YEAR, "term"))
    before = low[max(0, start - 24) : start]
    if TERM_BEFORE.search(before) and not NOT_A_TERM.search(before.replace("end of the ", "end of ")):
        return DateMention(start, found.end(), None, "term", (NO_YEAR, "term"))
    return None
