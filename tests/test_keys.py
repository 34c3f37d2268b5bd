"""The keys of an issued workbook are read back as they were written, and anything else is no key."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.forms import CELL_LIMIT, RETURN_MARK
from planbook.keys import IssueKey, issue_id, key_texts, name_digest, new_row_key, read_key, read_row_key, row_key_text
from planbook.model import Action, Block, Entry, Layout, Place, Plan, PlanColumn
from planbook.snapshot import Snapshot

ISSUE = issue_id(date(2024, 6, 1), "Plots Group", "words")


def plan(text: str) -> Plan:
    place = Place("issued/a.xlsx", "Plan", 4)
    action = Action("1a", {"action": Entry(text, place)}, place, key="0123456789ab")
    return Plan("1", "Allotments", (action,), (Block("", (PlanColumn(1, "Action", "action"),)),), Layout(), place)


@given(st.text(), st.text(), st.dictionaries(st.text(), st.text()), st.frozensets(st.text()))
def test_a_key_with_any_words_in_it_comes_back(committee, words, moved, texts) -> None:
    key = IssueKey(ISSUE, committee, Snapshot((plan(words),), sheets={"1": "1 Allotments"}), moved, texts)
    assert read_key(key_texts(key)) == key


def test_a_long_key_is_written_in_texts_that_a_cell_can_hold() -> None:
    key = IssueKey(ISSUE, "Plots", Snapshot((plan("long " * 20_000),)))
    parts = list(key_texts(key))
    assert len(parts) > 2
    assert max(map(len, parts)) <= CELL_LIMIT
    assert read_key(parts) == key


@pytest.mark.parametrize(
    "spoil",
    [
        lambda parts: [],
        lambda parts: ["somebody's own notes"],
        lambda parts: [RETURN_MARK],
        lambda parts: [f"{RETURN_MARK}{{}}"],
        lambda parts: [parts[0][: len(parts[0]) // 2]],
        lambda parts: [parts[0].replace('"kind":"return"', '"kind":"master"')],
        lambda parts: [parts[0].replace("2024-06-01", "2024-66-01")],
        lambda parts: [parts[0] + "typed below"],
    ],
)
def test_a_spoiled_key_is_none_and_raises_nothing(spoil) -> None:
    parts = list(key_texts(IssueKey(ISSUE, "Plots", Snapshot((plan("words"),)))))
    assert read_key(parts) is not None
    assert read_key(spoil(parts)) is None


def test_the_key_of_a_row_names_row_and_issue() -> None:
    key = new_row_key(ISSUE, "1", "1a", "Walk the rows")
    assert read_row_key(row_key_text(key, ISSUE)) == (key, ISSUE)
    assert read_row_key(f"  {row_key_text(key, ISSUE)} ") == (key, ISSUE)


@pytest.mark.parametrize("text", ["", "pb-", "pb-12.2024-06-01", "PB-0123456789ab.2024-06-01-01234567", "see pb-"])
def test_other_texts_are_no_keys(text) -> None:
    assert read_row_key(text) is None


def test_an_issue_is_told_by_its_day_its_sub_committee_and_what_is_sent() -> None:
    day, other = date(2024, 6, 1), date(2024, 6, 2)
    ids = {issue_id(*parts) for parts in ((day, "A", "x"), (other, "A", "x"), (day, "B", "x"), (day, "A", "y"))}
    assert len(ids) == 4
    assert issue_id(day, "A", "x") == issue_id(day, "A", "x")
    assert IssueKey(ISSUE, "", Snapshot()).day == day


def test_a_file_is_known_by_its_name_without_telling_it() -> None:
    assert name_digest("returns/Anna's answer.xlsx") == name_digest("returns/Anna's answer.xlsx")
    assert "Anna" not in name_digest("returns/Anna's answer.xlsx")
