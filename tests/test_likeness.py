"""When two texts are the same to a reader, and how alike they are, with rapidfuzz or without it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.likeness import likeness, nearest, normalise, one_slip, same


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("  a \t b\n\nc ", "a b c"),
        ("a\u00a0b\u2003c\u2028d", "a b c d"),
        ("‘a’ “b” `c´", "'a' \"b\" 'c'"),
        ("1–2—3−4‑5", "1-2-3-4-5"),
        ("a\u200bb\ufeffc\u200ed\u00ade", "abcde"),
        ("a_x000D_b_x000B_c_x0009_d", "a b c d"),
        ("a_x0041_b", "a_x0041_b"),
        ("a\x0bb\x00c", "a b c"),
        ("e\u0301", "é"),
        ("", ""),
        ("Case Stays", "Case Stays"),
    ],
)
def test_a_text_is_brought_to_what_a_reader_sees(typed: str, seen: str) -> None:
    assert normalise(typed) == seen
    assert same(typed, seen)


@pytest.mark.parametrize(("a", "b"), [("a", "b"), ("A", "a"), ("a b", "ab"), ("1.", "1")])
def test_what_a_reader_can_see_is_a_difference(a: str, b: str) -> None:
    assert not same(a, b)


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_one_only_for_what_is_the_same(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, a) == 1


CHOICES = ("Thea Marlowe", "Tom Mercer", "Gail Harker-Dunne", "Business Group")


@pytest.mark.parametrize("without", [False, True], ids=["rapidfuzz", "difflib"])
def test_the_nearest_come_first_with_either_measure(without: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if without:
        monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    ((name, score),) = nearest("thea marlow", CHOICES, 0.8)
    assert name == "Thea Marlowe"
    assert score == pytest.approx(22 / 23)
    assert nearest("Wilfred Tunnicliffe", CHOICES, 0.8) == ()
    assert nearest("", CHOICES, 0.0) == ()
    assert likeness("abcd", "ABCD") == 1


def test_equal_choices_keep_the_order_given_and_the_limit_holds() -> None:
    assert [name for name, _ in nearest("ab", ("abx", "aby", "abz", "ab"), 0.5, limit=3)] == ["ab", "abx", "aby"]


@pytest.mark.parametrize(
    ("word", "other", "slip"),
    [
        ("progess", "progress", True),
        ("actoin", "action", True),
        ("timescele", "timescale", True),
        ("milestoness", "milestones", True),
        ("action", "action", False),
        ("lead", "leads to", False),
        ("outcome", "income", False),
        ("", "a", True),
        ("", "", False),
    ],
)
def test_one_slip_of_a_finger_is_told_from_another_word(word: str, other: str, slip: bool) -> None:
    assert one_slip(word, other) is slip
    assert one_slip(other, word) is slip
