"""A number format's code to its sections: what to show for which number, piece by piece.

Codes are ECMA-376 part 1, 18.8.31. Parsed once a code and remembered, since a sheet of thousands
of dates has a handful of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Built-in formats by number, as a British Excel shows them: 14 and 22 follow the machine's own
# order of day and month, and so do the currencies; a date stored so was seen day first here.
BUILT_IN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"£"#,##0;\\-"£"#,##0',
    6: '"£"#,##0;[Red]\\-"£"#,##0',
    7: '"£"#,##0.00;\\-"£"#,##0.00',
    8: '"£"#,##0.00;[Red]\\-"£"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy hh:mm",
    37: "#,##0;\\-#,##0",
    38: "#,##0;[Red]\\-#,##0",
    39: "#,##0.00;\\-#,##0.00",
    40: "#,##0.00;[Red]\\-#,##0.00",
    41: '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-',
    42: '_-"£"* #,##0_-;\\-"£"* #,##0_-;_-"£"* "-"_-;_-@_-',
    43: '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
    44: '_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
# East Asian dates by number: whatever their order there, days are what they hold.
BUILT_IN |= dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "dd/mm/yyyy")
BUILT_IN |= dict.fromkeys((32, 34), "h:mm") | dict.fromkeys((33, 35), "h:mm:ss")

# `[$-F800]` and `[$-F400]`: the machine's own long date and time, whatever the code goes on to say.
LONGEST = 1_000  # Excel allows 255 characters
UNNAMED = ("", "general", "standard")  # what some exporters write where nothing was chosen
SYSTEM: tuple[tuple[str, str], ...] = (("[$-f800]", "d mmmm yyyy"), ("[$-f400]", "hh:mm:ss"))

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<general>General)'
    r"|(?P<halves>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+)|(?P<digits>[0#?]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s{0,5}(-?\d{1,15}(?:\.\d{1,15})?)")

Piece = tuple[str, str]
"""What kind of piece, and its characters: `literal` `date` `elapsed` `halves` `digits` `mark` `exponent` `general`."""
MARKS = ".,%/@;"


@dataclass(frozen=True, slots=True)
class Section:
    """One of a code's up to four sections."""

    pieces: tuple[Piece, ...] = ()
    condition: tuple[str, float] | None = None

    def has(self, kind: str) -> bool:
        """Whether a piece of this kind is in it."""
        return any(piece[0] == kind for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Format:
    """A number format, understood."""

    sections: tuple[Section, ...]
    is_date: bool = False
    has_day: bool = False
    elapsed: bool = False


@lru_cache(maxsize=2048)
def parse(code: str) -> Format:
    """A number format's code to its sections; a code that makes no sense is one of literals."""
    folded = code.casefold()
    if folded in UNNAMED or len(code) > LONGEST:
        return Format((Section((("general", "General"),)),))
    code = next((own for sign, own in SYSTEM if sign in folded), code)
    sections: list[Section] = []
    pieces: list[Piece] = []
    condition: tuple[str, float] | None = None
    for match in TOKEN.finditer(code):
        piece = _piece(match)
        if piece == ("mark", ";"):
            sections.append(Section(tuple(pieces), condition))
            pieces, condition = [], None
        elif piece[0] == "condition":
            condition = _condition(piece[1])
        elif piece[1]:
            pieces.append(piece)
    sections.append(Section(tuple(pieces), condition))
    return _understood(tuple(sections))


def _understood(sections: tuple[Section, ...]) -> Format:
    """Only the first section tells whether dates are meant, as in Excel."""
    first = sections[0]
    letters = "".join(text.casefold() for kind, text in first.pieces if kind == "date")
    elapsed = first.has("elapsed")
    return Format(sections, bool(letters) or elapsed, _shows_day(first), elapsed)


def _shows_day(section: Section) -> bool:
    """Whether a day, month or year is shown; an `m` beside hours or seconds is minutes."""
    letters = [text[0].casefold() for kind, text in section.pieces if kind in ("date", "elapsed")]
    return "d" in letters or "y" in letters or ("m" in letters and not {"h", "s"} & set(letters))


def _piece(match: re.Match[str]) -> Piece:
    kind = match.lastgroup or "other"
    text = match[kind] or ""
    if kind in ("quoted", "escaped"):
        return ("literal", text)
    if kind == "space":
        return ("literal", " ")
    if kind == "fill":
        return ("literal", "")
    if kind == "bracket":
        return _bracket(text)
    if kind == "other":
        return ("mark" if text in MARKS else "literal", text)
    return (kind, text)


def _bracket(text: str) -> Piece:
    """`[h]` counts hours, `[$£-809]` shows a currency, `[>=100]` is a condition, `[Red]` nothing."""
    if ELAPSED.fullmatch(text):
        return ("elapsed", text)
    if text.startswith("$"):
        return ("literal", text[1:].partition("-")[0])
    if CONDITION.fullmatch(text.strip()):
        return ("condition", text.strip())
    return ("literal", "")


def _condition(text: str) -> tuple[str, float] | None:
    match = CONDITION.fullmatch(text)
    return (match[1], float(match[2])) if match else None
