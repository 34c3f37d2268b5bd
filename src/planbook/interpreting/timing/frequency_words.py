"""The words of frequencies: how often in a word, units and their months, and the patterns of phrases."""

from __future__ import annotations

import re

from planbook.interpreting.dating.calendar_words import NUMBERS

WORDS: dict[str, tuple[int | None, tuple[str, ...]]] = {
    "daily": (None, ("daily",)),
    "nightly": (None, ("daily",)),
    "weekly": (None, ("weekly",)),
    "biweekly": (None, ("biweekly", "ambiguous word")),
    "fortnightly": (None, ("fortnightly",)),
    "monthly": (1, ()),
    "mthly": (1, ()),
    "mnthly": (1, ()),
    "bimonthly": (2, ("ambiguous word",)),
    "quarterly": (3, ()),
    "qtrly": (3, ()),
    "qrtly": (3, ()),
    "qtly": (3, ()),
    "qrtrly": (3, ()),
    "quartly": (3, ("spelling",)),
    "annually": (12, ()),
    "annual": (12, ()),
    "yearly": (12, ()),
    "biannual": (6, ("ambiguous word",)),
    "biannually": (6, ("ambiguous word",)),
    "biyearly": (6, ("ambiguous word",)),
    "semiannual": (6, ()),
    "semiannually": (6, ()),
    "triannual": (4, ("ambiguous word",)),
    "triannually": (4, ("ambiguous word",)),
    "trimonthly": (3, ("ambiguous word",)),
    "triweekly": (None, ("triweekly", "ambiguous word")),
    "biennial": (24, ()),
    "biennially": (24, ()),
    "triennial": (36, ()),
    "triennially": (36, ()),
    "termly": (4, ("approximate", "term")),
}

OFTEN_MISSPELT = ("monthly", "quarterly", "annually", "fortnightly")

UNIT_MONTHS: dict[str, int | None] = {
    "day": None,
    "week": None,
    "fortnight": None,
    "month": 1,
    "mth": 1,
    "quarter": 3,
    "qtr": 3,
    "half term": 2,
    "half-term": 2,
    "half year": 6,
    "half-year": 6,
    "term": 4,
    "year": 12,
    "yr": 12,
    "annum": 12,
}
NAMED_UNIT = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "termly": "term",
    "yearly": "year",
}

COUNT = (
    r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|"
    r"twenty-four|thirty-six)"
)
UNIT = (
    r"(?P<unit>(?:working |week)?days?|weeks?|wks?|fortnights?|months?|mths?|quarters?|qtrs?|"
    r"half[ -]?terms?|half[ -]years?|terms?|years?|yrs?)(?![a-z])"
)

LY = re.compile(r"(?:(?:bi|tri|semi)[ -]?(?=weekly|monthly|annual|yearly|ennial))?[a-z]{4,12}(?![a-z])")
COUNTED_LY = re.compile(rf"{COUNT}[ -]?(?P<unit>daily|weekly|monthly|monthy|mthly|yearly|termly)(?![a-z])")
HALF_LY = re.compile(r"half[ -]?(?P<unit>yearly|termly|annual(?:ly)?)(?![a-z])")
EACH = r"(?:every|each|per|once an?|once every|once per|once each)(?: (?:single|school|academic|financial|calendar))?"
STEP = r"(?:(?P<step>other|second|2nd|alternate|third|3rd|fourth|4th|sixth|6th) )?"
COUNT_UP_TO = rf"(?:{COUNT}(?: ?(?:-|to|/|or) ?(?P<upto>\d{{1,3}}|[a-z]{{3,6}}))?[ -])?"
EVERY = re.compile(rf"{EACH} {STEP}{COUNT_UP_TO}{UNIT}")
EVERY_NAMED = re.compile(
    r"(?:every|each) (?:(?:other|second|2nd|alternate|first|1st|last|third|3rd) )?(?P<name>[a-z]{3,9})(?![a-z])"
)
PER_ANNUM = re.compile(r"per annum|p\.a\.|pa(?![a-z])")

# "Four times a year", "4 x per year", "x2 annually", "two reports a year".
HOW_MANY = r"(?P<count>\d{1,2}|two|three|four|five|six|ten|twelve)(?: ?- ?\d{1,2}| or \d{1,2})?"
TIMES_OR_YEAR = r"(?:times|x|(?=per |p\.?a|a year|(?:reports?|meetings?) (?:a|per) year))"
IN_A = r"(?:(?:in|during|over|throughout) )?(?:a|an|per|each|every|the|/)? ?"
TIMES_UNIT = r"(?P<unit>week|month|term|half[ -]?term|quarter|year|yr|annum|p\.?a\.?(?![a-z]))"
TIMES = re.compile(
    rf"(?:(?P<twice>twice|thrice)|{HOW_MANY} ?{TIMES_OR_YEAR}|x ?(?P<after>\d{{1,2}}))[,-]? ?"
    rf"(?:(?:reports?|meetings?) )?"
    rf"(?:{IN_A}{TIMES_UNIT}|(?P<ly>weekly|monthly|termly|yearly|annually))(?![a-z])"
)
ALTERNATE = re.compile(r"alternate (?P<unit>weeks?|months?|quarters?|terms?|years?)(?![a-z])")
FRACTION = re.compile(r"1/4[ -]?(?:ly|yearly)(?![a-z])|1/2[ -]?(?P<unit>yearly|termly)(?![a-z])")

STEPS = {
    "other": 2,
    "second": 2,
    "2nd": 2,
    "alternate": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "sixth": 6,
    "6th": 6,
}
TOKEN = re.compile(r"[a-z]+|\d+")
STARTERS = (
    frozenset(
        ["every", "each", "per", "once", "p", "pa", "twice", "thrice", "x", "alternate", "half", "bi", "tri", "semi"]
    )
    | frozenset(WORDS)
    | frozenset(NUMBERS)
)
