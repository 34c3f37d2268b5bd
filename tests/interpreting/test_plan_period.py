"""The year that a date without one may have, by the period of the plan."""

from __future__ import annotations

from datetime import date

import pytest

from planbook.interpreting.plan_period import candidate_year, complete_year
from planbook.interpreting.timescale import parse_timescale

START, END = date(2019, 4, 1), date(2020, 3, 31)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("13th January", date(2020, 1, 13)),
        ("by June", date(2019, 6, 30)),
        ("end of March", date(2020, 3, 31)),
        ("Q2", date(2019, 9, 30)),
        ("Qtr 4", date(2020, 3, 31)),
        ("Autumn term", date(2019, 12, 31)),
        ("end of summer term", date(2019, 7, 31)),
        ("by spring", date(2019, 5, 31)),
        ("October and February", date(2020, 2, 29)),
        ("end of financial year", date(2020, 3, 31)),
        ("mid June", date(2019, 6, 15)),
        ("was June, now September", date(2019, 9, 30)),
        ("end of term", None),
        ("May 2019", None),
        ("ongoing", None),
    ],
)
def test_the_candidate_falls_in_the_period(text, offered):
    assert complete_year(parse_timescale(text), START, END) == offered


def test_a_longer_period_offers_its_last():
    assert candidate_year(0, 6, date(2017, 4, 1), date(2020, 3, 31)) == date(2019, 6, 30)


def test_one_end_of_the_period_is_enough_and_none_is_not():
    assert candidate_year(1, 6, date(2019, 4, 1), None) == date(2019, 6, 1)
    assert candidate_year(1, 6, None, date(2020, 3, 31)) == date(2019, 6, 1)
    assert candidate_year(1, 6, None, None) is None
    assert candidate_year(1, 6, None, date(1, 3, 1)) is None


def test_29_february_needs_a_leap_year():
    assert candidate_year(29, 2, date(2018, 4, 1), date(2019, 3, 31)) is None
    assert candidate_year(29, 2, START, END) == date(2020, 2, 29)


def test_what_has_no_year_says_which_words():
    assert parse_timescale("Report by Q2 please").faulty == "Q2"
