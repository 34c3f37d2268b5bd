"""How much of a date a number format shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.typed_dates import date_precision, month_meant, serial_day


@pytest.mark.parametrize(
    ("code", "precision"),
    [
        ("mmm-yy", "month"),
        ("MMM-YY", "month"),
        ("mmmm yyyy", "month"),
        ('"By "mmm yyyy', "month"),
        ("[$-809]mmmm\\ yyyy;@", "month"),
        ("mmmm", "month"),
        ("yyyy", "year"),
        ("d-mmm", "day-month"),
        ("dd/mm", "day-month"),
        ("dd mmm", "day-month"),
        ("dd/mm/yyyy", "day"),
        ("dd.mm.yy", "day"),
        ("dddd, d mmmm yyyy", "day"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"),
        ("yyyy-mm-dd hh:mm:ss", "day"),
        ("dd/mm/yyyy hh:mm", "day"),
        ("hh:mm", "time"),
        ("[h]:mm:ss", "time"),
        ("h:mm AM/PM", "time"),
        ("dddd", "unknown"),
        ("General", "unknown"),
        ("@", "unknown"),
        ("0.00", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_format_shows_so_much(code, precision):
    assert date_precision(code) == precision


@given(st.text(max_size=40))
def test_any_format_has_a_precision(code):
    assert date_precision(code) in ("day", "month", "year", "day-month", "time", "unknown")


def test_a_day_and_month_may_mean_month_and_year():
    assert month_meant(date(2020, 3, 19)) == date(2019, 3, 31)
    assert month_meant(date(2020, 3, 2)) is None


@given(st.dates(date(2000, 1, 1), date(2069, 12, 31)))
def test_a_serial_number_is_its_day(day):
    assert serial_day((day - date(1899, 12, 30)).days) == day


@pytest.mark.parametrize("number", [0, 31, 2020, 36525, 62093, 99999, float("nan")])
def test_other_numbers_are_no_day(number):
    assert serial_day(number) is None
