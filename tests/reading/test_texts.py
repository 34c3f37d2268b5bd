"""Stored texts to the words that were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.texts import UNWANTED, Rich, clean


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("a_x000D_\nb", "a\nb"), ("a_x000d_b", "a\nb"), ("a_x000B_b", "a\nb"), ("a\r\nb\rc", "a\nb\nc"),
        ("_x005F_x000D_", "_x000D_"), ("_x005f_x000D_", "_x000D_"), ("snake_x_case", "snake_x_case"),
        ("_x12_", "_x12_"),
        ("a_x0000_b", "ab"), ("a_x0007_b", "a b"), ("self_x001E_harm", "self-harm"), ("co_x001F_op", "coop"),
        ("_xD83D__xDE00_", "\U0001f600"), ("a_xD800_b", "a\ufffdb"), ("a_xFFFF_b", "ab"), ("_x0041_", "A"),
        ("tab\tkept", "tab\tkept"), ("caf\u00e9 \u200f\u200b\u00a0", "caf\u00e9 \u200f\u200b\u00a0"),
        ("=see minutes", "=see minutes"),
    ],
)  # fmt: skip
def test_escapes_are_decoded_once_and_no_word_is_lost(stored: str, typed: str) -> None:
    assert clean(stored) == typed


@given(st.text(alphabet=st.characters(codec=None)) | st.from_regex(r"(_x[0-9A-Fa-f]{4}_|[a-z ]){0,9}", fullmatch=True))
def test_what_comes_out_holds_nothing_that_a_workbook_may_not_hold(stored: str) -> None:
    typed = clean(stored)
    assert not UNWANTED.search(typed)
    typed.encode()


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")).filter(lambda c: c not in "_\ufffe\uffff")))
def test_plain_words_come_back_as_they_are(words: str) -> None:
    assert clean(words) == words


@pytest.mark.parametrize(
    ("runs", "live", "struck"),
    [
        ((("by May ", True), ("by June", False)), "by June", "by May "),
        ((("a", False), ("b", True), ("c", True), ("d", False)), "ad", "bc"),
        ((("a", True), (" then ", False), ("b", True)), " then ", "a b"),
        ((("words", False), ("  ", True)), "words  ", ""),
        ((("words", None),), "words", ""),
    ],
)
def test_struck_runs_stand_apart_from_live_ones(
    runs: tuple[tuple[str, bool | None], ...], live: str, struck: str
) -> None:
    assert Rich(runs).split() == (live, struck)


def test_a_run_without_a_font_of_its_own_is_struck_with_its_cell() -> None:
    rich = Rich((("gone", None), (" stays", False)))
    assert rich.split(cell_is_struck=True) == (" stays", "gone")
    assert rich.whole() == "gone stays"
