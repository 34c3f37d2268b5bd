"""Every date named in a text, where it stands, and why one has no day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.dates import find_dates, read_date


def found(text):
    return [(text[m.start : m.end], m.date, m.precision) for m in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Audit by 4 May 2020.", [("4 May 2020", date(2020, 5, 4), "day")]),
        ("Tues 5th May 2020: agreed", [("Tues 5th May 2020", date(2020, 5, 5), "day")]),
        ("30.1.19: sent 7.5.19: back", [("30.1.19", date(2019, 1, 30), "day"), ("7.5.19", date(2019, 5, 7), "day")]),
        ("Feb 2020 - started", [("Feb 2020", date(2020, 2, 29), "month")]),
        ("Mar-20", [("Mar-20", date(2020, 3, 31), "month")]),
        ("12-Mar-20", [("12-Mar-20", date(2020, 3, 12), "day")]),
        ("Q1 2019/20 and Q2", [("Q1 2019/20", date(2019, 6, 30), "quarter"), ("Q2", None, "quarter")]),
        ("Summer 2019", [("Summer 2019", date(2019, 8, 31), "season")]),
        ("Spring term 2020", [("Spring term 2020", date(2020, 3, 31), "term")]),
        ("Sept/Oct 2020", [("Sept", date(2020, 9, 30), "month"), ("Oct 2020", date(2020, 10, 31), "month")]),
        ("Nov – Jan 2021", [("Nov", date(2020, 11, 30), "month"), ("Jan 2021", date(2021, 1, 31), "month")]),
        ("May 2019 and 2020", [("May 2019", date(2019, 5, 31), "month"), ("2020", date(2020, 5, 31), "month")]),
        ("\u200b4\u00a0May\u00a02020", [("4\u00a0May\u00a02020", date(2020, 5, 4), "day")]),
        ("FY 2018/19", [("FY 2018/19", date(2019, 3, 31), "financial year")]),
    ],
)
def test_dates_are_found_with_their_words(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "May be late",
        "march through",
        "Section 11 audit",
        "KCSIE 2020",
        "Working Together 2018",
        "Room 3/4",
        "1.2 and 1.3",
        "see 2.3.19",
        "24/7",
        "9.30am",
        "2019-2021 strategy",
        "rooms 18/19",
        "marchwood",
        "second reading",
        "192.168.1.19",
        "COVID-19",
        "Year 6",
        "match 2019",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("31 April 2020", "impossible date"),
        ("04/31/2020", "month/day order"),
        ("4 May", "no year"),
        ("May 20201", "bad year"),
        ("May 2019/20", "ambiguous notation"),
        ("Autumn 2020", "approximate"),
        ("Novmber 2020", "spelling"),
        ("Q3 2020/21", "financial quarter"),
        ("05/06/2020", "day first"),
        ("Final stage 15 May 2020", "ambiguous notation"),
    ],
)
def test_a_flag_says_what_is_special(text, flag):
    (mention,) = find_dates(text)
    assert flag in mention.flags


def test_a_date_is_read_only_where_it_begins():
    text = "On 12 March 2020"
    assert read_date(text, 3) is not None
    assert [read_date(text, pos) for pos in (0, 1, 2, 4, len(text), -1)] == [None] * 6


@pytest.mark.parametrize(
    "text", ["Mar-20", "30.1.19", "12 March 2020", "12-Mar-20", "Q1 2019/20", "Feb 19", "Q1", "Qtr 1", "June"]
)
def test_an_entry_can_open_with_any_of_these(text):
    line = f"x\n{text}: agreed"
    mention = read_date(line, 2)
    assert mention is not None
    assert line[mention.start : mention.end] == text


@given(st.text(alphabet="1239/.-, MarchSeptQAutumnterm()\n\u00a0\u200bé½st", max_size=60))
def test_mentions_stand_in_order_inside_the_text(text):
    end = 0
    for mention in find_dates(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.date is not None or mention.flags


@given(st.dates(date(2000, 1, 1), date(2069, 12, 31)), st.text(alphabet="abc .,:\n", max_size=80))
def test_a_date_far_into_a_text_is_read_where_it_stands(day, before):
    text = f"{before} {day:%d/%m/%Y}"
    mention = read_date(text, len(before) + 1)
    assert mention is not None
    assert (mention.date, mention.start, mention.end) == (day, len(before) + 1, len(text))
