"""What the text of a timescale cell means, by a table of readings and by what must hold of any text."""

from __future__ import annotations

import csv
import time
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.timescale import parse_timescale
from planbook.model import Timescale, TimescaleKind

TABLE = Path(__file__).with_name("timescale_readings.txt")
PHRASEBOOK = Path(__file__).parents[3] / "shared" / "phrasebook" / "timescales.csv"
FAULT_NOTES = {"impossible date", "month/day order", "bad year", "ambiguous notation"}

WORDS = (
    "31 31st 1 12/03/2020 03/31/2020 March Sept 2019 19 2019/20 Q3 by from to until - – / and , . ( ) "
    "ongoing was now quarterly every 6 months twice a year term Autumn end of mid first week Board as "
    "above tbc within after May revised completed 2.3 Phase £ % 's ½ FY half "
)


def readings() -> list[tuple[str, str, str, str]]:
    """The lines of the table: text, kind, due, months."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.rsplit("|", 3) for line in lines if line and not line.startswith("# ")]
    return [(text.replace("\\n", "\n"), kind, due, months) for text, kind, due, months in rows]


def short(reading: Timescale) -> tuple[str, str, str]:
    """The part of a reading that the table holds."""
    return reading.kind.value, reading.due.isoformat() if reading.due else "", str(reading.recurrence_months or "")


@pytest.mark.parametrize(("text", "kind", "due", "months"), readings())
def test_a_text_has_its_reading(text, kind, due, months):
    assert short(parse_timescale(text)) == (kind, due, months)


@pytest.mark.parametrize(("text", "kind", "due", "months"), readings())
def test_look_and_case_change_no_reading(text, kind, due, months):
    dressed = "\u200b\u00a0" + text.replace(" ", "\u00a0").replace("-", "–").replace("'", "’").upper() + " \u00a0"
    assert short(parse_timescale(dressed)) == (kind, due, months)


@pytest.mark.skipif(not PHRASEBOOK.exists(), reason="the phrasebook stands outside the distribution")
def test_the_phrasebook_reaches_its_floor_and_nothing_is_silently_wrong():
    with PHRASEBOOK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = silent = 0
    for row in rows:
        value = datetime.fromisoformat(row["text"]) if row["number_format"] else row["text"]
        got = short(parse_timescale(value, row["number_format"] or None))
        right += got == (row["kind"], row["due"], row["recurrence_months"])
        silent += bool(got[1]) and got[1] != row["due"]
    assert right >= 0.98 * len(rows)
    assert silent <= 0.005 * len(rows)


@pytest.mark.parametrize(
    ("text", "suggestion", "faulty", "note"),
    [
        ("By 31st June 2020 at the latest", date(2020, 6, 30), "31st June 2020", "impossible date"),
        ("due 30/02/2021", date(2021, 2, 28), "30/02/2021", "impossible date"),
        ("35 April 2020", date(2020, 4, 30), "35 April 2020", "impossible date"),
        ("Report 04/29/2021 (final)", date(2021, 4, 29), "04/29/2021", "month/day order"),
        ("02/31/2021", None, "02/31/2021", "month/day order"),
        ("31/13/2020", None, "31/13/2020", "impossible date"),
        ("Q2 2019", date(2019, 9, 30), "Q2 2019", "ambiguous notation"),
        ("May 2O21", None, "May 2O21", "bad year"),
        ("June\u00a031st\u00a02020", date(2020, 6, 30), "June\u00a031st\u00a02020", "impossible date"),
        ("first week of May 2021", date(2021, 5, 7), "first week of May 2021", "ambiguous notation"),
    ],
)
def test_what_cannot_be_right_is_unreadable_with_a_suggestion(text, suggestion, faulty, note):
    got = parse_timescale(text)
    assert (got.kind, got.due) == (TimescaleKind.UNREADABLE, None)
    assert (got.suggestion, got.faulty) == (suggestion, faulty)
    assert note in got.notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Completed 4 May 2020", ("completed",)),
        ("May 2020 - done", ("completed",)),
        ("To be completed by May 2020", ()),
        ("Complete by May 2020", ()),
        ("Completed May 2019, next review May 2020", ("multiple dates", "review date")),
        ("Not completed May 2020", ()),
        ("Was May 2020, now July 2020", ("revised", "multiple dates")),
        ("May to July 2020", ("range",)),
        ("July", ("no year",)),
        ("Spring term 2021", ("approximate", "term")),
        ("Provisionally July 2020", ("tentative",)),
        ("July 2020?", ("query",)),
        ("From 4 May 2020", ("start only 2020-05-04",)),
        ("From May 2020", ("start only 2020-05",)),
        ("Every six weeks", ("every six weeks",)),
        ("Bimonthly", ("ambiguous word",)),
        ("Year 3", ("needs plan start",)),
        ("Short term", ("needs legend",)),
        ("Amber", ("status word",)),
        ("Janaury 2020", ("spelling",)),
        ("Monday 5 May 2020", ("weekday differs",)),
        ("2018/19", ("financial year assumed",)),
        ("#VALUE!", ("error value",)),
    ],
)
def test_notes_say_how_it_was_read(text, notes):
    assert parse_timescale(text).notes == notes


def test_every_date_is_kept_in_the_order_written():
    got = parse_timescale("Draft 30/04/2020, final June 2020 (was March 2020)")
    assert got.dates == (date(2020, 4, 30), date(2020, 6, 30), date(2020, 3, 31))
    assert got.due == date(2020, 6, 30)


@pytest.mark.parametrize("text", ["c. May 2020", "approx. May 2020", "Mid May 2020", "Summer 2020", "Autumn term 2020"])
def test_what_is_only_near_is_approximate(text):
    assert parse_timescale(text).approximate


@pytest.mark.parametrize(
    ("value", "number_format", "due", "suggestion"),
    [
        (datetime(2020, 3, 1), "mmm-yy", date(2020, 3, 31), None),
        (date(2020, 3, 1), "mmm-yy", date(2020, 3, 31), None),
        (datetime(2020, 3, 1), "dd/mm/yyyy", date(2020, 3, 1), None),
        (datetime(2021, 6, 1), "yyyy", date(2021, 12, 31), None),
        (datetime(2020, 5, 21), "d-mmm", date(2020, 5, 21), date(2021, 5, 31)),
        (datetime(2020, 5, 2), "d-mmm", date(2020, 5, 2), None),
        (datetime(2020, 5, 1), None, date(2020, 5, 1), date(2020, 5, 31)),
        (datetime(2020, 5, 1), "General", date(2020, 5, 1), date(2020, 5, 31)),
        (datetime(2020, 5, 2), None, date(2020, 5, 2), None),
        (datetime(2020, 5, 31, 17, 30), "dd/mm/yyyy hh:mm", date(2020, 5, 31), None),
    ],
)
def test_a_typed_date_is_as_precise_as_its_format(value, number_format, due, suggestion):
    got = parse_timescale(value, number_format)
    assert (got.kind, got.due, got.suggestion) == (TimescaleKind.DATE, due, suggestion)
    assert bool(got.faulty) == bool(suggestion)


@pytest.mark.parametrize("value", [datetime(1900, 1, 6), datetime(1904, 1, 1), clock(9, 30), True, 0, 7, -3, 1e300])
def test_numbers_and_times_that_are_no_date_are_unreadable(value):
    assert parse_timescale(value).kind is TimescaleKind.UNREADABLE


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), 30.9, 2.3])
def test_figures_that_say_nothing_are_unreadable(value):
    assert parse_timescale(value).kind is TimescaleKind.UNREADABLE


@pytest.mark.parametrize(
    ("value", "due"),
    [
        (43983, date(2020, 6, 1)),
        ("44012", date(2020, 6, 30)),
        (44012.0, date(2020, 6, 30)),
        (2021, date(2021, 12, 31)),
        (11.2022, date(2022, 11, 30)),
        ("2020-06-30 00:00:00", date(2020, 6, 30)),
    ],
)
def test_numbers_that_stand_for_a_date_are_read(value, due):
    assert parse_timescale(value).due == due


def test_nothing_is_none():
    for nothing in (None, "", "   ", "\u200b", "\n", "\u00a0"):
        assert parse_timescale(nothing).kind is TimescaleKind.NONE


def holds_together(text: str) -> None:
    got = parse_timescale(text)
    assert got.text == text
    assert got.faulty in text
    assert got.due is None or got.kind in (TimescaleKind.DATE, TimescaleKind.RECURRING)
    assert got.due is None or got.due in got.dates
    assert (got.recurrence_months is None) or got.kind is TimescaleKind.RECURRING
    assert len(set(got.notes)) == len(got.notes)
    if FAULT_NOTES & set(got.notes):
        assert got.due is None
    assert got == parse_timescale(text)


@given(st.text())
def test_any_text_gives_a_reading(text):
    holds_together(text)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join))
def test_any_row_of_words_of_time_gives_a_reading_that_holds_together(text):
    holds_together(text)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map("".join))
def test_words_run_together_give_a_reading_that_holds_together(text):
    holds_together(text)


@given(
    st.dates(date(2000, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%d-%b-%y"])
)
def test_a_day_written_in_any_usual_way_is_that_day(day, way):
    got = parse_timescale("Report by " + day.strftime(way))
    assert (got.kind, got.due) == (TimescaleKind.DATE, day)


@given(st.dates(date(2000, 1, 1), date(2069, 12, 31)))
def test_the_american_order_is_never_flipped(day):
    got = parse_timescale(day.strftime("%m/%d/%Y"))
    assert got.due is None if day.day > 12 else got.due == date(day.year, day.day, day.month)


@given(st.dates(date(2001, 1, 1), date(2068, 12, 31)), st.integers(0, 900))
def test_a_range_is_due_at_its_end(start, length):
    end = start + timedelta(days=length)
    assert parse_timescale(f"{start:%d/%m/%Y} to {end:%d/%m/%Y}").due == end


LONG = (
    "1/",
    "March ",
    "31st ",
    "every ",
    "first ",
    "twice ",
    "2019/",
    "1.2.",
    "by the next a ",
    "\n",
    "was ",
    "(",
    "6 ",
)


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_length_and_no_faster(piece):
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            parse_timescale(text)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(32_767) < 12 * seconds(32_767 // 4) + 0.5


def test_a_report_in_the_timescale_column_is_not_due_on_a_date_that_stands_in_it():
    read = parse_timescale("The group met and talked about the plan until 31 March 2020. " * 100)
    assert (read.kind.value, read.due) == ("unreadable", None)
