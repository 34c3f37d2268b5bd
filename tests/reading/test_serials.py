"""Serial numbers to days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.serials import moment


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1)), (43831, date(2020, 1, 1)),
        (2958465, date(9999, 12, 31)), (43831.5, datetime(2020, 1, 1, 12)), (43830.9999999999, date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_a_serial_number_means_the_day_that_excel_shows(serial: float, day: date) -> None:
    assert moment(serial) == day
    assert type(moment(serial)) is type(day)


@pytest.mark.parametrize("serial", [0, 0.5, 60, 60.25, -1, -0.001, 2958466, 1e300, float("nan"), float("inf")])
def test_a_number_that_is_no_day_gives_none(serial: float) -> None:
    assert moment(serial) is None


@pytest.mark.parametrize(("serial", "day"), [(0, date(1904, 1, 1)), (1, date(1904, 1, 2)), (42369, date(2020, 1, 1))])
def test_the_days_of_1904_are_counted_from_there(serial: float, day: date) -> None:
    assert moment(serial, from_1904=True) == day


def test_the_last_day_of_1904_is_the_last_of_9999_and_no_later() -> None:
    assert moment(2957003, from_1904=True) == date(9999, 12, 31)
    assert moment(2957004, from_1904=True) is None


def test_a_number_below_one_is_a_time_where_no_day_is_shown() -> None:
    assert moment(0.375, has_day=False) == time(9)
    assert moment(0, has_day=False) == time()


def test_hours_beyond_a_day_are_a_length_of_time() -> None:
    assert moment(1.25, elapsed=True) == timedelta(hours=30)


@given(st.floats() | st.integers(), st.booleans(), st.booleans(), st.booleans())
def test_no_number_raises(serial: float, from_1904: bool, has_day: bool, elapsed: bool) -> None:
    found = moment(serial, from_1904=from_1904, has_day=has_day, elapsed=elapsed)
    assert found is None or isinstance(found, (date, time, timedelta))


@given(st.dates(min_value=date(1904, 1, 2)))
def test_both_systems_agree_1462_days_apart(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert moment(serial) == day == moment(serial - 1462, from_1904=True)
