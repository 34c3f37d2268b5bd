"""What the text of a timescale cell means: the whole reading on one page.

A date beats the words round it; any frequency makes the row recurring; what looks like a date and cannot
be read makes the whole cell unreadable, since a wrong date given with confidence is worse than none
(interpretation.md, Timescales; the phrasebook's conventions). Any text whatever gives a reading.
"""

from __future__ import annotations

from datetime import date, datetime, time

from planbook.interpreting.dates import find_in
from planbook.interpreting.dating.mentions import FAULTS, NO_YEAR, DateMention
from planbook.interpreting.dating.plain import Plain, make_plain
from planbook.interpreting.timing.deadlines import Dated, Role, dates_with_roles, deadlines_of, lacks_its_year
from planbook.interpreting.timing.frequencies import Frequency, find_frequencies
from planbook.interpreting.timing.timeless import read_timeless
from planbook.interpreting.timing.timescale_notes import is_approximate, notes_of
from planbook.interpreting.timing.typed_timescales import read_number, read_serial_text, read_typed
from planbook.model import Timescale, TimescaleKind

__all__ = ["parse_timescale"]


def parse_timescale(value: str | date | datetime | time | float | None, number_format: str | None = None) -> Timescale:
    """The reading of a timescale cell: its text, or the date or number that Excel holds, with its number format.

    Never raises, whatever the text. `suggestion` and `faulty` say what may have been meant, and which words it
    would replace, where the text cannot be right; without a year, `faulty` alone is set (see `plan_period`).
    """
    if value is None:
        return Timescale(TimescaleKind.NONE, notes=("blank",))
    if isinstance(value, date):
        return read_typed(value, number_format)
    if isinstance(value, str):
        return read_serial_text(value) or _read_text(value)
    if isinstance(value, (bool, time)):
        return Timescale(TimescaleKind.UNREADABLE, notes=("no time meaning",), text=str(value))
    return read_number(value, number_format) or _read_text(f"{value:g}" if float(value).is_integer() else repr(value))


_LONGEST = 3000
"""Characters of a timescale that is read. A longer cell is a report in the wrong column: a date that happens to stand
in it is not when the action is due."""


def _read_text(text: str) -> Timescale:
    if len(text) > _LONGEST:
        return Timescale(TimescaleKind.UNREADABLE, notes=("too long",), text=text)
    plain = make_plain(text)
    dated = dates_with_roles(plain.low, find_in(plain))
    dated = tuple(d for d in dated if d.role is not Role.TITLE)
    faulty = next((d for d in dated if d.mention.is_faulty and d.role is not Role.FORMER), None)
    if faulty:
        return _faulty(plain, dated, faulty.mention)
    frequencies = find_frequencies(plain.low)
    if frequencies:
        return _recurring(plain, dated, frequencies)
    return _by_date(plain, dated) or _without_date(plain, dated)


def _all_dates(dated: tuple[Dated, ...]) -> tuple[date, ...]:
    return tuple(d.mention.date for d in dated if d.mention.date)


def _faulty(plain: Plain, dated: tuple[Dated, ...], mention: DateMention) -> Timescale:
    return Timescale(
        TimescaleKind.UNREADABLE,
        dates=_all_dates(dated),
        notes=tuple(flag for flag in mention.flags if flag in FAULTS),
        text=plain.text,
        suggestion=mention.suggestion,
        faulty=words_of(plain, mention),
    )


def words_of(plain: Plain, mention: DateMention) -> str:
    """The words of a mention, as written."""
    return plain.text[plain.starts[mention.start] : plain.starts[mention.end - 1] + 1]


def _recurring(plain: Plain, dated: tuple[Dated, ...], frequencies: tuple[Frequency, ...]) -> Timescale:
    """Due at the first date named, or at the revised one where there is one."""
    usable = tuple(d for d in dated if d.role not in (Role.FORMER, Role.AFTER) and d.mention.date)
    revised = tuple(d for d in usable if d.role is Role.REVISED)
    chosen = (revised or usable)[:1]
    first = frequencies[0]
    return Timescale(
        TimescaleKind.RECURRING,
        due=chosen[0].mention.date if chosen else None,
        recurrence_months=first.months,
        dates=_all_dates(dated),
        approximate="approximate" in first.notes or is_approximate(chosen),
        notes=tuple(dict.fromkeys((*first.notes, *notes_of(plain.low, dated, chosen or dated[:1])))),
        text=plain.text,
    )


def _by_date(plain: Plain, dated: tuple[Dated, ...]) -> Timescale | None:
    """Due at the latest deadline; without one that has a year, a date that has to be completed."""
    deadlines = deadlines_of(dated)
    named = tuple(d for d in deadlines if d.mention.date)
    if named and not lacks_its_year(dated, deadlines):
        latest = max(named, key=lambda d: d.mention.date or date.min)
        return Timescale(
            TimescaleKind.DATE,
            due=latest.mention.date,
            dates=_all_dates(dated),
            approximate=is_approximate((latest,)),
            notes=notes_of(plain.low, dated, (latest,)),
            text=plain.text,
        )
    unfinished = tuple(d for d in deadlines if NO_YEAR in d.mention.flags)
    if not unfinished:
        return None
    return Timescale(
        TimescaleKind.DATE,
        dates=_all_dates(dated),
        approximate=is_approximate(unfinished[-1:]),
        notes=notes_of(plain.low, dated, unfinished),
        text=plain.text,
        faulty=words_of(plain, unfinished[-1].mention),
    )


def _without_date(plain: Plain, dated: tuple[Dated, ...]) -> Timescale:
    """No deadline: a start, something that a date comes before, or no date at all."""
    starts = tuple(d for d in dated if d.role is Role.START)
    if starts:
        notes = notes_of(plain.low, dated, starts)
        return Timescale(TimescaleKind.ONGOING, dates=_all_dates(dated), notes=notes, text=plain.text)
    if any(d.role is Role.AFTER for d in dated):
        return Timescale(TimescaleKind.EVENT, dates=_all_dates(dated), notes=("relative",), text=plain.text)
    kind, notes = read_timeless(plain.low)
    if any(d.role is Role.FORMER for d in dated):
        notes = tuple(dict.fromkeys(("revised", *notes)))
    return Timescale(kind, dates=_all_dates(dated), notes=notes, text=plain.text)
