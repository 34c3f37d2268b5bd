"""The words of the calendar: months, weekdays, ordinals and small numbers, as people write and misspell them.

One slip from a month's name is still that month (phrasebook, "A month name one slip from its spelling"),
but never where the slip is itself a word of the language: "match 2019" names no month.
"""

from __future__ import annotations

from functools import lru_cache

MONTH_NAMES: tuple[str, ...] = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "febr": 2,
    "sept": 9,
}

# Known slips of the short forms; the long forms are compared letter by letter.
SHORT_SLIPS: dict[str, int] = {"setp": 9, "spet": 9, "spt": 9, "otc": 10, "novem": 11, "decem": 12, "octo": 10}

NOT_MONTHS: frozenset[str] = frozenset(
    [
        "match",
        "marsh",
        "arch",
        "larch",
        "parch",
        "starch",
        "marcha",
        "mayor",
        "jane",
        "jude",
        "dune",
        "tune",
        "jute",
        "juno",
        "junk",
        "jury",
        "duly",
        "judy",
        "jolly",
        "augusta",
        "remember",
        "member",
    ]
)
"""Words and names that are one slip from a month and mean something else."""

WEEKDAYS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for word in words.split()
}

UNITS: tuple[str, ...] = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

NUMBERS: dict[str, int] = {
    **{word: number for number, word in enumerate(UNITS, 1)},
    "a": 1,
    "an": 1,
    "couple": 2,
    "eighteen": 18,
    "twenty-four": 24,
    "thirty-six": 36,
}

_FIRST_NINE = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_FIRST_NINE, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{f"twenty-{word}": number for number, word in enumerate(_FIRST_NINE, 21)},
    "thirtieth": 30,
    "thirty-first": 31,
}


def month_number(word: str) -> int:
    """The month of a word spelt right, in full or short, lower case; 0 where it is none."""
    return MONTHS.get(word, 0)


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> int:
    """The month whose name is one slip (a letter more, less, changed, or two swapped) from the word; 0 for none."""
    if word in SHORT_SLIPS:
        return SHORT_SLIPS[word]
    if not 4 <= len(word) <= 10 or word in NOT_MONTHS or word in MONTHS:
        return 0
    found = [number for number, name in enumerate(MONTH_NAMES, 1) if _is_near(word, name)]
    return found[0] if len(found) == 1 else 0


def _is_near(word: str, name: str) -> bool:
    """Short names have many neighbours in the language, so they must keep their first letter."""
    return len(name) > 3 and (len(name) > 5 or word[0] == name[0]) and is_one_slip(word, name)


def is_one_slip(word: str, name: str) -> bool:
    """Whether a word is a letter more, less or changed, or two letters swapped, from a name; not the same."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    rest, wanted = word[same:], name[same:]
    if len(word) > len(name):
        return rest[1:] == wanted
    if len(word) < len(name):
        return rest == wanted[1:]
    swapped = len(rest) > 1 and rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted[1:] or swapped
