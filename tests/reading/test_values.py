"""What is stored in a cell as a value, and what stays as its words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.markup import unescaped
from planbook.reading.values import moment_of, number_of, truth_of, value_of


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("12", 12),
        ("3.0", 3.0),
        ("1e3", 1000.0),
        (" 7 ", 7),
        ("-0.5", -0.5),
        ("999999999999999", 999999999999999),
        ("1000000000000000", 1e15),
        ("9" * 5_000, "9" * 5_000),
        ("about 12", "about 12"),
        ("", ""),
    ],
)
def test_a_number_is_as_excel_keeps_it_or_stays_its_words(stored: str, value: object) -> None:
    assert (number_of(stored), type(number_of(stored))) == (value, type(value))


@pytest.mark.parametrize(
    ("stored", "moment"),
    [
        ("2021-03-04", date(2021, 3, 4)),
        ("2021-03-04T09:30:15", datetime(2021, 3, 4, 9, 30, 15)),
        ("2021-03-04T09:30:15.250Z", datetime(2021, 3, 4, 9, 30, 15, 250_000)),
        ("09:30", time(9, 30)),
        ("T09:30:00", time(9, 30)),
        ("PT30H15M", timedelta(hours=30, minutes=15)),
        ("PT1.5S", timedelta(seconds=1.5)),
        ("2021-02-30", None),
        ("25:00", None),
        ("20210304", None),
        ("PT", None),
        ("", None),
        ("Z", None),
        ("soon", None),
    ],
)
def test_an_iso_moment_is_one_or_none(stored: str, moment: object) -> None:
    assert moment_of(stored) == moment
    assert value_of(stored, "d") == (stored if moment is None else moment)


@pytest.mark.parametrize(
    ("stored", "truth"), [("1", True), ("0", False), ("TRUE", True), ("false", False), ("2", True), ("yes", "yes")]
)
def test_a_truth_is_told_by_figure_or_word(stored: str, truth: object) -> None:
    assert truth_of(stored) is truth or truth_of(stored) == truth


@given(st.text(max_size=20), st.sampled_from(["n", "b", "d", "str", "e", "zz"]))
def test_nothing_that_is_stored_raises(stored: str, letter: str) -> None:
    assert value_of(stored, letter) is not None


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ("a &amp; b", "a & b"),
        ("&lt;b&gt;", "<b>"),
        ("&#65;&#x42;", "AB"),
        ("&quot;&apos;", "\"'"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_references_are_resolved_once(stored: str, words: str) -> None:
    assert unescaped(stored) == words


@pytest.mark.parametrize("stored", ["a & b", "&nbsp;", "&amp", "&#0;", "&#x1F;", "&#xD800;", "&#9999999;", "&;"])
def test_a_reference_that_xml_does_not_know_is_left_to_the_parser(stored: str) -> None:
    with pytest.raises(ValueError, match=r"reference|character|chr"):
        unescaped(stored)
