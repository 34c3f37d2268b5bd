"""Dates that read either way are in doubt where their column's other dates can only be month before day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.american_columns import in_american_column, is_american
from planbook.interpreting.timescale import parse_timescale
from planbook.model import TimescaleKind


@pytest.mark.parametrize(
    ("texts", "american"),
    [
        (["05/30/2025"], True),
        (["05/30/2025", "06/04/2025"], True),
        (["05/30/2025", "30/05/2025"], False),
        (["05/30/2025", "04/13/2025", "30/05/2025"], True),
        (["06/04/2025", "07/04/2025"], False),
        (["Ongoing", "", "June 2025"], False),
        ([], False),
    ],
    ids=str,
)
def test_a_column_is_american_by_the_dates_that_can_be_nothing_else(texts: list[str], american: bool) -> None:
    assert is_american(map(parse_timescale, texts)) is american


@pytest.mark.parametrize("text", ["06/04/2025", "Report by 06/04/2025", "06/04/25"])
def test_a_date_that_reads_either_way_is_unreadable_and_offers_month_before_day(text: str) -> None:
    read = in_american_column(parse_timescale(text))
    assert (read.kind, read.due, read.suggestion) == (TimescaleKind.UNREADABLE, None, date(2025, 6, 4))
    assert "month/day order" in read.notes
    assert read.faulty in text


@pytest.mark.parametrize("text", ["30/05/2025", "05/05/2025", "June 2025", "6.4.25", "Ongoing", "", "05/30/2025"])
def test_everything_else_is_read_as_it_was(text: str) -> None:
    assert in_american_column(parse_timescale(text)) == parse_timescale(text)


@given(st.dates(date(2010, 1, 1), date(2040, 12, 31)))
def test_no_day_first_date_is_ever_taken_for_another_day(day: date) -> None:
    read = in_american_column(parse_timescale(f"{day:%d/%m/%Y}"))
    assert read.due in (day, None)
    assert read.due or read.suggestion == date(day.year, day.day, day.month)
