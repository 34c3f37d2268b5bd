"""Timescales that Excel holds as a date or a number, and numbers that are dates shown as numbers."""

from __future__ import annotations

import re
from datetime import date, datetime

from planbook.interpreting.dating.plain import make_plain
from planbook.interpreting.typed_dates import date_precision, day_of, last_of, month_meant, serial_day
from planbook.model import Timescale, TimescaleKind

SERIAL = re.compile(r"\d{5}(?:\.0{1,3})?", re.ASCII)
STORED = re.compile(r"(\d{4}-\d\d-\d\d)[t ]00:00:00(?:\.0{1,6})?", re.ASCII)
LONGEST = 60

NEAREST, FARTHEST = 1970, 2099
NOTES = {"month": ("month precision",), "year": ("year precision",)}


def read_typed(value: date | datetime, number_format: str | None, text: str | None = None) -> Timescale:
    """The reading of a stored date: its format's precision decides the day (interpretation.md, typed dates)."""
    day, precision = day_of(value), date_precision(number_format)
    text = day.isoformat() if text is None else text
    if not NEAREST <= day.year <= FARTHEST or precision == "time":
        # A number of a few days, shown as a date, is a date in 1900 that nobody meant.
        return Timescale(TimescaleKind.UNREADABLE, notes=("bad year",), text=text, faulty=text)
    due = last_of(day, precision)
    if precision == "day-month":
        notes: tuple[str, ...] = ("year hidden by format",)
        meant = month_meant(day)
    elif precision == "unknown" and day.day == 1:
        notes = ("first of a month",)
        meant = last_of(day, "month")
    else:
        notes, meant = NOTES.get(precision, ()), None
    return Timescale(
        TimescaleKind.DATE, due, dates=(due,), notes=notes, text=text, suggestion=meant, faulty=text if meant else ""
    )


def read_number(number: float, number_format: str | None) -> Timescale | None:
    """The reading of a number: a serial number, a year; None where its figures are to be read as a text."""
    text = f"{number:g}" if number == number and abs(number) < 1e15 else str(number)
    text = str(int(number)) if text.lstrip("-").isdigit() or (abs(number) < 1e9 and number == int(number)) else text
    if not 0 < number < 1e9:
        return Timescale(TimescaleKind.UNREADABLE, notes=("no time meaning",), text=text)
    day = serial_day(number)
    if day:
        return _serial(day, number_format, text)
    if number == int(number) and 2000 <= number <= 2069:
        due = date(int(number), 12, 31)
        return Timescale(TimescaleKind.DATE, due, dates=(due,), notes=("year precision",), text=text)
    if number == int(number):
        return Timescale(TimescaleKind.UNREADABLE, notes=("no time meaning",), text=text)
    return None


def read_serial_text(text: str) -> Timescale | None:
    """The reading of `43921`, or of a stored date put into words by another program; None for other texts."""
    low = make_plain(text).low.strip() if len(text) < LONGEST else text
    if SERIAL.fullmatch(low):
        day = serial_day(float(low))
        return _serial(day, None, text) if day else None
    stored = STORED.fullmatch(low)
    if not stored:
        return None
    try:
        return read_typed(date.fromisoformat(stored[1]), None, text)
    except ValueError:
        return None


def _serial(day: date, number_format: str | None, text: str) -> Timescale:
    found = read_typed(day, number_format, text)
    return Timescale(
        found.kind,
        found.due,
        None,
        found.dates,
        False,
        ("serial number", *found.notes),
        text,
        found.suggestion,
        found.faulty,
    )
