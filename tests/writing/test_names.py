"""Names of sheets that Excel takes, that people know, and that formulas can count by."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.model import Layout, Place, Plan
from planbook.writing.names import sheet_names


def plan(id_, title):
    return Plan(id_, title, (), (), Layout(), Place("a.xlsx"))


@pytest.mark.parametrize(
    ("id_", "title", "wanted"),
    [
        ("1", "Gardens", "1 Gardens"),
        ("1", "1. Gardens", "1 Gardens"),
        ("2", "Plan 2: Trees and shrubs", "2 Trees and shrubs"),
        ("trees", "Trees", "Trees"),
        ("3", "", "3"),
        ("4", "Keeping every single path in the park dry", "4 Keeping every single path"),
        ("5", "Antidisestablishmentarianismwise parks", "5 Antidisestablishmentarianism…"),
        ("6", "What/when [how]?", "6 What when how"),
        ("7", "'Quoted'", "7 Quoted"),
        ("sum", "=SUM(A1)", "SUM(A1)"),
        ("s", "Summary", "Summary (2)"),
        ("h", "history", "history (2)"),
    ],
)
def test_a_sheet_is_called_by_number_and_short_title(id_, title, wanted):
    assert sheet_names([plan(id_, title)]) == {id_: wanted}


def test_plans_of_one_title_are_told_apart_whatever_the_case():
    names = sheet_names([plan("a", "Trees"), plan("b", "TREES"), plan("c", "Trees")])
    assert names == {"a": "Trees", "b": "TREES (2)", "c": "Trees (3)"}


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=60)), max_size=8))
def test_every_name_is_one_that_excel_takes(pairs):
    plans = [plan(f"{number}{id_}", title) for number, (id_, title) in enumerate(pairs)]
    names = list(sheet_names(plans).values())
    assert len({name.casefold() for name in names}) == len(plans)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\~\x00-\x1f]", name)
        assert name.strip("'") == name
        assert name[0] not in "=<>"
