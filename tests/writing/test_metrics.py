"""Rows are as high as their texts need, in time that grows with the text alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.writing.metrics import lines, row_height, text_height


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("", 10, 1),
        ("one", 10, 1),
        ("one\ntwo", 10, 2),
        ("one\n\ntwo\n", 10, 4),
        ("wide words wrap here", 12, 2),
        ("wide words wrap here", 9, 4),
        ("m" * 60, 20, 6),
        ("well-known half-hearted", 14, 2),
        ("é à ü ö", 20, 1),
        ("汉" * 20, 20, 3),
    ],
)
def test_lines_are_counted_as_spreadsheets_wrap(text, width, wanted):
    assert lines(text, width) == wanted


@given(st.text(max_size=300), st.floats(5, 100))
def test_a_wider_column_never_needs_more_than_one_line_a_paragraph_less_room(text, width):
    assert text.count("\n") + 1 <= lines(text, width)
    assert lines(text, 250) <= lines(text, width) or len(text) < 2


@given(st.lists(st.text("abc de-", min_size=1, max_size=30), max_size=12))
def test_paragraphs_add_up(paragraphs):
    if paragraphs:
        assert lines("\n".join(paragraphs), 15) == sum(lines(part, 15) for part in paragraphs)


def test_bold_and_larger_text_needs_as_much_or_more():
    text = "the quick brown fox jumps over the lazy dog " * 5
    assert text_height(text, 30, bold=True) >= text_height(text, 30)
    assert text_height(text, 30, size=18) > text_height(text, 30)


def test_a_row_is_never_higher_than_a_spreadsheet_allows():
    assert row_height([5000.0]) == 409.0
    assert row_height([]) > 15


@pytest.mark.parametrize("text", ["a" * 32_767, "a " * 16_000, "-" * 32_767, " " * 32_767, "\n" * 32_767])
def test_the_longest_text_is_measured_in_milliseconds(text):
    start = time.process_time()
    lines(text, 20)
    assert time.process_time() - start < 5  # a guard against a slip in kind, not a measure of speed
