"""A number and its format to the figures that Excel shows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from planbook.reading.formats import parse
from planbook.reading.values import WIDEST_WHOLE

if TYPE_CHECKING:
    from planbook.reading.formats import Section

MOST_SCALES = 5
MOST_DIGITS = 27  # of the 28 that Decimal keeps
WIDEST = 11  # characters that General gives to a number with a fraction

HOLDS = {
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
    "=": lambda value, limit: value == limit,
    "<>": lambda value, limit: value != limit,
}


def number_text(value: float, number_format: str) -> str:
    """A number as its format shows it; under a format of dates, or one that hides it, as General does."""
    if not math.isfinite(value):
        return str(value)
    code = parse(number_format)
    if code.is_date:
        return general(value)
    section, shown = _section_for(value, code.sections)
    if section is None or section.has("exponent") or _is_plain(section):
        return _scientific(value, section) if section and section.has("exponent") else general(value)
    text = _fraction(shown, section) if ("mark", "/") in section.pieces else _figures(shown, section)
    return text.strip() or general(value)


def general(value: float) -> str:
    """A number as a General cell shows it: 4.1, 3, 0.333333333, 1E-07.

    Whole numbers are shown in full, up to the 15 digits that Excel keeps, where Excel itself goes
    over to 1.23457E+11 from the twelfth: a reference or a telephone number has to stay whole.
    """
    if isinstance(value, int) or (value.is_integer() and abs(value) < WIDEST_WHOLE):
        return str(int(value))
    room = WIDEST + (value < 0)
    if len(text := _trimmed(f"{value:.12f}")) <= room and float(text):
        return text
    if 1e-4 <= abs(value) < 1e10:  # fewer decimals, as the room allows
        return _trimmed(f"{value:.{room - 1 - len(str(int(value)) if abs(value) >= 1 or value > 0 else '-0')}f}")
    mantissa, _, exponent = f"{value:.5e}".partition("e")
    return f"{_trimmed(mantissa)}E{exponent}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def _is_plain(section: Section) -> bool:
    """General, with nothing beside it that would have to be shown; or a section for text alone."""
    kinds = {kind for kind, text in section.pieces}
    return kinds <= {"general"} or ("mark", "@") in section.pieces


def _section_for(value: float, sections: tuple[Section, ...]) -> tuple[Section | None, float]:
    """The section that holds for a number, and what it shows: the minus sign is the section's own business."""
    conditions = [section for section in sections[:3] if section.condition]
    if conditions:
        for section in sections[:3]:
            if section.condition is None or HOLDS[section.condition[0]](value, section.condition[1]):
                return section, value
        return None, value
    numeric = sections[:3]
    if value < 0 and len(numeric) > 1:
        return numeric[1], -value
    if value == 0 and len(numeric) > 2:
        return numeric[2], value
    return numeric[0], value


def _figures(value: float, section: Section) -> str:
    """Digits dealt out to their places from the right; what stands between them stays where it is."""
    from decimal import ROUND_HALF_UP, Decimal  # loaded at the first such number: start-up counts

    pieces = section.pieces
    point = pieces.index(("mark", ".")) if ("mark", ".") in pieces else len(pieces)
    last = max((at for at, piece in enumerate(pieces[:point]) if piece[0] == "digits"), default=-1)
    places = sum(len(text) for kind, text in pieces[point:] if kind == "digits")
    percents = min(pieces.count(("mark", "%")), MOST_SCALES)
    thousandths = min(_commas_after(pieces, last), MOST_SCALES)
    first = next((at for at, piece in enumerate(pieces) if piece[0] == "digits"), last)
    grouped = ("mark", ",") in pieces[first:last] if last >= 0 else False

    exact = abs(Decimal(repr(value))) * 100**percents / 1000**thousandths
    if exact.adjusted() + places < MOST_DIGITS:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{exact:f}".partition(".")
    fraction = fraction.ljust(places, "0")
    sign = "-" if value < 0 and exact else ""
    return sign + _whole(whole, pieces[:point], last, grouped=grouped) + _after_point(fraction, pieces[point:])


def _commas_after(pieces: tuple[tuple[str, str], ...], last: int) -> int:
    """Commas right after the last digit of the whole part: each shows thousands."""
    count = 0
    for piece in pieces[last + 1 :]:
        if piece != ("mark", ","):
            break
        count += 1
    return count if last >= 0 else 0


def _whole(digits: str, pieces: tuple[tuple[str, str], ...], last: int, *, grouped: bool) -> str:
    digits = digits.lstrip("0")
    first = next((at for at, piece in enumerate(pieces) if piece[0] == "digits"), -1)
    out: list[str] = []
    dealt = 0
    for at in range(len(pieces) - 1, -1, -1):
        kind, text = pieces[at]
        if kind == "general":
            out.append(general(int(digits or "0")))
        elif kind != "digits":
            out.append("" if (kind, text) == ("mark", ",") else text)
            continue
        for place, sign in enumerate(reversed(text) if kind == "digits" else ()):
            rest = digits if at == first and place == len(text) - 1 else digits[-1:]
            digits = digits[: len(digits) - len(rest)]
            for figure in reversed(rest or {"0": "0", "?": " "}.get(sign, "")):
                out.append("," if grouped and dealt and dealt % 3 == 0 and figure != " " else "")
                out.append(figure)
                dealt += 1
    return "".join(reversed(out)) if last >= 0 or out else ""


def _after_point(fraction: str, pieces: tuple[tuple[str, str], ...]) -> str:
    """The decimals, fewer where `#` and `?` let noughts go."""
    pattern = "".join(text for kind, text in pieces if kind == "digits")
    needed = len(pattern)
    while needed and pattern[needed - 1] in "#?" and fraction[needed - 1 : needed] in ("0", ""):
        needed -= 1
    out: list[str] = []
    at = 0
    for kind, text in pieces:
        if kind == "digits":
            out.append(fraction[at : min(at + len(text), needed)])
            at += len(text)
        elif (kind, text) != ("mark", ","):
            out.append(text)
    return "".join(out)


def _scientific(value: float, section: Section) -> str:
    at = next(at for at, piece in enumerate(section.pieces) if piece[0] == "exponent")
    places = 0
    if ("mark", ".") in section.pieces[:at]:
        point = section.pieces.index(("mark", "."))
        places = sum(len(text) for kind, text in section.pieces[point:at] if kind == "digits")
    width = sum(len(text) for kind, text in section.pieces[at:] if kind == "digits")
    mantissa, _, exponent = f"{value:.{places}e}".partition("e")
    sign = "-" if exponent.startswith("-") else "+" if section.pieces[at][1].endswith("+") else ""
    return f"{mantissa}E{sign}{exponent[1:].lstrip('0').zfill(width)}"


def _fraction(value: float, section: Section) -> str:
    """`# ?/?`: the nearest fraction whose denominator has as many digits as there are places for it."""
    from fractions import Fraction

    at = section.pieces.index(("mark", "/"))
    after = [text for kind, text in section.pieces[at:] if kind == "digits"]
    before = [text for kind, text in section.pieces[:at] if kind == "digits"]
    if not after or not before:
        return general(value)
    nearest = Fraction(repr(abs(value))).limit_denominator(10 ** min(len(after[0]), 5) - 1)
    whole, rest = divmod(nearest.numerator, nearest.denominator) if len(before) > 1 else (0, nearest.numerator)
    sign = "-" if value < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''} {rest}/{nearest.denominator}".replace("- ", "-").strip()
