"""How often, in the words that people use."""

from __future__ import annotations

import pytest

from planbook.interpreting.timing.frequencies import find_frequencies


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("monthly", 1),
        ("bi-monthly", 2),
        ("quarterly", 3),
        ("qtrly", 3),
        ("each term", 4),
        ("termly", 4),
        ("half-termly", 2),
        ("four monthly", 4),
        ("6-monthly", 6),
        ("every six months", 6),
        ("twice a year", 6),
        ("two times per annum", 6),
        ("per annum", 12),
        ("every other year", 24),
        ("biennially", 24),
        ("three yearly", 36),
        ("every quarter", 3),
        ("4 x per year", 3),
        ("weekly", None),
        ("every 6 weeks", None),
        ("five times a year", None),
        ("every 3-6 months", None),
        ("each friday", None),
    ],
)
def test_a_frequency_has_its_months(text, months):
    (frequency,) = find_frequencies(text)
    assert frequency.months == months
    assert (frequency.start, frequency.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "6 months",
        "5 year plan",
        "manually",
        "a year",
        "one month",
        "every child",
        "per case",
        "century",
        "year 4",
        "once",
    ],
)
def test_other_words_are_no_frequency(text):
    assert find_frequencies(text) == ()


def test_a_frequency_without_whole_months_names_itself():
    assert find_frequencies("seen every 6 weeks")[0].notes == ("every 6 weeks",)


def test_frequencies_are_found_in_order():
    assert [f.months for f in find_frequencies("monthly, then quarterly and twice a year")] == [1, 3, 6]
