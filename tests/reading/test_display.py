"""What Excel shows for a value under a number format."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.display import show
from planbook.reading.formats import parse

GENERAL = [
    (4.1, "4.1"), (3.0, "3"), (3, "3"), (0.0, "0"), (-0.5, "-0.5"), (1e-5, "0.00001"), (1.234567e-5, "1.23457E-05"),
    (1 / 3, "0.333333333"), (0.1 + 0.2, "0.3"), (123456789.123, "123456789.1"), (1.5e20, "1.5E+20"),
    (123456789012, "123456789012"), (True, "TRUE"), (False, "FALSE"), (float("inf"), "inf"),
]  # fmt: skip
FIGURES = [
    (0.25, "0%", "25%"), (0.256, "0.0%", "25.6%"), (1.1, "0%", "110%"), (1234567.891, "#,##0.00", "1,234,567.89"),
    (999, "#,##0", "999"), (1000, "#,##0", "1,000"), (-1234.5, "#,##0.0", "-1,234.5"), (-5, "0;(0)", "(5)"),
    (0, '0;-0;"nil"', "nil"), (5.5, "[$£-809]#,##0.00", "£5.50"), (12, '"No. "0', "No. 12"), (12, "\\#0", "#12"),
    (3.1, "0.00", "3.10"), (3.1, "0.0#", "3.1"), (7, "000", "007"), (1155550123, "00000\\ 000000", "01155 550123"),
    (1234567, '#,##0,"k"', "1,235k"), (0.5, "# ?/?", "1/2"), (4.5, "# ?/?", "4 1/2"), (12345, "0.00E+00", "1.23E+04"),
    (0.005, "0.00", "0.01"), (999.999, "0", "1000"), (-0.001, "0.0", "0.0"), (3, 'General" weeks"', "3 weeks"),
    (15, '[>=10]"many";"few"', "many"), (5, '[>=10]"many";"few"', "few"), (1000, '_-"£"* #,##0_-', "£1,000"),
    (3, "[Red]0", "3"), (5, "@", "5"), (5, ";;;", "5"), (2.5, "#", "3"),
    (1e24, "0.00000", "1000000000000000000000000.00000"),
]  # fmt: skip
DAY = date(2021, 3, 4)
MOMENT = datetime(2021, 3, 4, 15, 5, 9)
DATES = [
    (DAY, "d-mmm", "4-Mar"), (DAY, "mmm-yy", "Mar-21"), (DAY, "mmm\\-yy", "Mar-21"), (DAY, "dd/mm/yyyy", "04/03/2021"),
    (DAY, "dddd d mmmm yyyy", "Thursday 4 March 2021"), (DAY, "m/d/yyyy", "3/4/2021"), (DAY, "ddd", "Thu"),
    (DAY, "[$-809]dd mmmm yyyy;@", "04 March 2021"), (DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "4 March 2021"),
    (DAY, '"by "d mmm', "by 4 Mar"), (DAY, "dd\\.mm\\.yy", "04.03.21"), (DAY, "mmmmm", "M"),
    (DAY, "D MMM YYYY", "4 Mar 2021"),
    (MOMENT, "dd/mm/yyyy hh:mm", "04/03/2021 15:05"), (MOMENT, "h:mm AM/PM", "3:05 PM"),
    (MOMENT, "hh:mm:ss", "15:05:09"),
    (MOMENT, "mm:ss", "05:09"), (datetime(2021, 3, 4, 0, 30), "h:mm A/P", "12:30 A"),
    (datetime(2021, 3, 4, 23, 59, 59, 900000), "d mmm hh:mm:ss", "5 Mar 00:00:00"),
    (datetime(2021, 3, 4, 0, 0, 9, 500000), "ss.0", "09.5"), (time(9, 5), "h:mm", "9:05"),
    (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"), (timedelta(minutes=90), "[mm]:ss", "90:00"),
    (DAY, "General", "2021-03-04"), (MOMENT, "0.00", "2021-03-04 15:05:09"), (time(9, 5), "dd/mm/yyyy", "09:05:00"),
    (timedelta(hours=30), "h:mm", "30:00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "shown"), GENERAL)
def test_a_general_cell_shows_a_number_as_excel_does(value: float, shown: str) -> None:
    assert show(value, "General") == shown


@pytest.mark.parametrize(("value", "code", "shown"), FIGURES)
def test_a_number_is_shown_as_its_format_says(value: float, code: str, shown: str) -> None:
    assert show(value, code) == shown


@pytest.mark.parametrize(("value", "code", "shown"), DATES)
def test_a_moment_is_shown_as_its_format_says_in_english(value: date, code: str, shown: str) -> None:
    assert show(value, code) == shown


def test_typed_text_is_never_changed_by_a_format() -> None:
    assert show("as agreed", '"No. "@') == "as agreed"


@pytest.mark.parametrize(
    ("code", "is_date", "has_day"),
    [
        ("d-mmm", True, True), ("mmm-yy", True, True), ("h:mm", True, False), ("mm:ss", True, False),
        ("[h]:mm", True, False),
        ("yyyy", True, True), ("General", False, False), ("Standard", False, False), ("0.00", False, False),
        ('0" days"', False, False), ("[Red]0", False, False), ("0\\d", False, False), ("[$-F800]x", True, True),
        ("[$-F400]h:mm:ss", True, False), ("[DBNum1]0", False, False),
    ],
)  # fmt: skip
def test_a_format_is_one_of_dates_only_by_its_own_letters(code: str, is_date: bool, has_day: bool) -> None:
    assert (parse(code).is_date, parse(code).has_day) == (is_date, has_day)


ANY_CODE = st.text(alphabet='0#?,.%/;@_*\\"[]()$-+EedmyhsAMP/<>= x£', max_size=40)


@given(st.floats(allow_nan=True) | st.integers(-(10**18), 10**18), ANY_CODE)
def test_no_format_makes_a_number_raise_or_vanish(value: float, code: str) -> None:
    assert show(value, code)


@given(st.datetimes() | st.dates() | st.times() | st.timedeltas(timedelta(0), timedelta(days=4000)), ANY_CODE)
def test_no_format_makes_a_moment_raise_or_vanish(value: date, code: str) -> None:
    assert show(value, code)


@given(st.dates())
def test_a_day_shown_in_full_can_be_read_back(day: date) -> None:
    assert datetime.strptime(show(day, "dd mmmm yyyy"), "%d %B %Y").date() == day


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_shown_whole(number: int) -> None:
    assert show(float(number), "General") == str(number)
