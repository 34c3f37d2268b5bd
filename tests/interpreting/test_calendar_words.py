"""Months as people misspell them."""

from __future__ import annotations

import pytest

from planbook.interpreting.dating.calendar_words import MONTH_NAMES, is_one_slip, misspelt_month, month_number
from planbook.interpreting.dating.plain import make_plain


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("febuary", 2),
        ("feburary", 2),
        ("janury", 1),
        ("arpil", 4),
        ("agust", 8),
        ("setpember", 9),
        ("ocotber", 10),
        ("decemeber", 12),
    ],
)
def test_one_slip_is_still_the_month(word, month):
    assert misspelt_month(word) == month


@pytest.mark.parametrize(
    "word", ["match", "marsh", "jane", "jury", "duly", "mary", "member", "janitor", "sep", "x", "augustus"]
)
def test_other_words_are_no_month(word):
    assert misspelt_month(word) == 0


@pytest.mark.parametrize("name", MONTH_NAMES)
def test_a_name_is_its_month_in_full_and_short(name):
    assert month_number(name) == month_number(name[:3]) > 0
    assert misspelt_month(name) == 0
    assert not is_one_slip(name, name)


def test_a_plain_text_leads_back_to_what_was_written():
    plain = make_plain("By\u00a0 31ˢᵗ\u200b March–April ½")
    assert plain.low == "by 31st march-april half"
    assert plain.written(plain.low.index("march"), plain.low.index("-")) == "March"
    assert plain.place(plain.text.index("M")) == plain.low.index("march")
