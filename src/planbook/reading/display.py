"""A value and its number format to the text that Excel shows.

What people see is what they meant and what they quote, so every reader hands it on beside the
value. Month names are English and days stand where the format puts them, on every machine. A
format that cannot be followed gives way to the value itself, never to nothing.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from planbook.reading.figures import general, number_text
from planbook.reading.formats import Format, Section, parse

if TYPE_CHECKING:
    from planbook.model import CellValue
    from planbook.reading.serials import Moment

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_ONE = date(2000, 1, 1)


def show(value: CellValue, number_format: str = "General") -> str:
    """The text that Excel shows for a value under a number format; typed text comes back unchanged."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value, number_format)
    return moment_text(value, number_format)


@lru_cache(maxsize=4096)
def moment_text(moment: Moment, number_format: str) -> str:
    """A date, time or length of time as its format shows it; ISO under a format of no date."""
    code = parse(number_format)
    if not code.is_date or (isinstance(moment, timedelta) and not code.elapsed):
        return _iso(moment)
    if isinstance(moment, time) and code.has_day:
        return _iso(moment)
    return _written(moment, code) or _iso(moment)


def _iso(moment: Moment) -> str:
    if isinstance(moment, timedelta):
        seconds = int(moment.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(moment, datetime):
        return moment.isoformat(sep=" ")
    return moment.isoformat()


def _written(moment: Moment, code: Format) -> str:
    """The pieces of the first section in their order, each filled from the moment."""
    section = code.sections[0]
    then, seconds = _parts(moment)
    shows_fraction = _fraction_digits(section) > 0
    if not shows_fraction and seconds % 1 >= 0.5:  # Excel rounds what it does not show
        then, seconds = _parts(_later(moment))
    halves = section.has("halves")
    out: list[str] = []
    previous = ""
    for at, (kind, text) in enumerate(section.pieces):
        folded = text.casefold()
        if kind == "date":
            minutes = folded[0] == "m" and (previous == "h" or _next_unit(section, at) == "s")
            out.append(_unit("n" * len(folded) if minutes else folded, then, seconds, halves=halves))
        elif kind == "elapsed":
            out.append(f"{int(seconds // {'h': 3600, 'm': 60, 's': 1}[folded[0]]):0{len(folded)}}")
        elif kind == "halves":
            out.append(_half(text, seconds))
        elif kind == "digits":
            out.append(f"{seconds % 1:.{len(text)}f}"[2:] if previous == "s" else "")
        elif kind in ("literal", "mark"):
            out.append("" if text == "@" else text)
        previous = folded[0] if kind in ("date", "elapsed") else previous
    return "".join(out).strip()


def _parts(moment: Moment) -> tuple[date, float]:
    """The day, and the seconds since its midnight (since the start, for a length of time)."""
    if isinstance(moment, timedelta):
        return DAY_ONE, moment.total_seconds()
    if isinstance(moment, date) and not isinstance(moment, datetime):
        return moment, 0.0
    clock = moment.time() if isinstance(moment, datetime) else moment
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1_000_000
    return (moment.date() if isinstance(moment, datetime) else DAY_ONE), seconds


def _later(moment: Moment) -> Moment:
    """The next whole second, or the same moment at the end of time."""
    step = timedelta(milliseconds=500)
    try:
        if isinstance(moment, time):
            return (datetime.combine(DAY_ONE, moment) + step).time().replace(microsecond=0)
        later = moment + step
    except OverflowError:
        return moment
    if isinstance(later, timedelta):
        return timedelta(seconds=int(later.total_seconds()))
    return later.replace(microsecond=0) if isinstance(later, datetime) else later


def _fraction_digits(section: Section) -> int:
    return sum(len(text) for kind, text in section.pieces if kind == "digits")


def _next_unit(section: Section, at: int) -> str:
    """The first letter of the next piece that shows a part of the moment."""
    later = section.pieces[at + 1 :]
    return next((text[0].casefold() for kind, text in later if kind in ("date", "elapsed")), "")


def _unit(letters: str, then: date, seconds: float, *, halves: bool) -> str:
    """One unit, `n` for minutes; as long as its letters say."""
    length = len(letters)
    whole = int(seconds)
    hour = whole // 3600 % 24
    match letters[0]:
        case "y":
            return f"{then.year:04}" if length > 2 else f"{then.year % 100:02}"
        case "m":
            return _month(then.month, length)
        case "d":
            return _day(then, length)
        case "h":
            shown = (hour % 12 or 12) if halves else hour
            return f"{shown:0{min(length, 2)}}"
        case "n":
            return f"{whole // 60 % 60:0{min(length, 2)}}"
        case _:
            return f"{whole % 60:0{min(length, 2)}}"


def _month(month: int, length: int) -> str:
    name = MONTHS[month - 1]
    return {1: str(month), 2: f"{month:02}", 3: name[:3], 5: name[0]}.get(length, name)


def _day(then: date, length: int) -> str:
    name = DAYS[then.weekday()]
    return {1: str(then.day), 2: f"{then.day:02}", 3: name[:3]}.get(length, name)


def _half(text: str, seconds: float) -> str:
    half = "AM" if int(seconds) // 3600 % 24 < 12 else "PM"
    return half if len(text) > 3 else half[0]


__all__ = ["general", "moment_text", "show"]
