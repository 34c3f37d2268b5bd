"""A heading is read for what its words mean, and a column that its heading leaves open by its texts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.columns import BY_KEY, COLUMNS, RAG_AND_UPDATE
from planbook.interpreting.headings import (
    looks_like_heading_row,
    prefer,
    recognise_column,
    recognise_heading,
)

PHRASEBOOK = Path(__file__).parents[3] / "shared" / "phrasebook" / "headings.csv"


def cases() -> list[tuple[str, str | None]]:
    """Headings with their field, from the table beside this file: `[field]`, then a heading a line."""
    field: str | None = None
    found: list[tuple[str, str | None]] = []
    for line in Path(__file__).with_name("heading_cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            field = None if line == "[none]" else line[1:-1]
        elif line and not line.startswith("# "):
            found.append((line, field))
    return found


@pytest.mark.parametrize(("heading", "field"), cases())
def test_a_heading_is_read_for_what_its_words_mean(heading: str, field: str | None) -> None:
    assert recognise_heading(heading) == field


@pytest.mark.parametrize("key", [column.key for column in COLUMNS])
def test_our_own_column_titles_are_recognised(key: str) -> None:
    assert recognise_heading(BY_KEY[key].title) == key


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Lead\nOfficer", "lead"),
        ("Target\ndate", "timescale"),
        ("Success\nmeasures", "success_measures"),
        ("RAG\nComments", RAG_AND_UPDATE),
        ("Action\n(how)", "action"),
        ("Success  measures ", "success_measures"),
        ("PROGRESS\u00a0UPDATE", "update"),
        ("\ufeffLead", "lead"),
        ("Sub\u2013Committee", "subcommittee"),
        ("Lead’s name", "lead"),
    ],
)
def test_line_breaks_and_odd_characters_do_not_hide_a_heading(heading: str, field: str) -> None:
    assert recognise_heading(heading) == field


@pytest.mark.parametrize("heading", ["Lead and timescale", "Action / owner", "Who / when", "Cost and deadline"])
def test_two_fields_without_a_known_reading_are_not_decided(heading: str) -> None:
    assert recognise_heading(heading) is None


@pytest.mark.parametrize(
    ("heading", "texts", "field"),
    [
        ("Date", ["March 2021", "31/03/21", "Ongoing", "Q3 2020/21"], "timescale"),
        ("Target", ["June 2020", "September 2020", "Monthly"], "timescale"),
        ("Target", ["95% of reviews are held on time", "All staff are trained in it"], "success_measures"),
        ("Agency", ["Police", "Harriet Blakemore", "CCG", "Early Help Team"], "lead"),
        ("Comments", ["Red", "Amber", "Green"], "rag"),
        ("Comments", ["The audit was held in May", "Two schools are still to reply"], "update"),
        ("Status", ["The audit was held in May", "Two schools are still to reply"], "update"),
        ("Status", ["On track", "Complete", "Delayed"], "rag"),
        ("Current", ["Red", "Amber", "4", "3 - On target"], "rag"),
        ("", ["1.1", "1.2", "1.3", "2.1a"], "number"),
        ("", ["Red", "Green", "Amber"], "rag"),
        ("  ", ["March 2021", "April 2021"], "timescale"),
        ("", ["See what was said by them all in the meeting", "12"], None),
        ("Date", ["It was agreed", "Not known"], None),
        ("Date", [], None),
        ("Ward", ["Red", "Amber"], None),
        ("Date completed", ["March 2021", "April 2021"], None),
    ],
)
def test_an_open_heading_is_decided_by_its_texts(heading: str, texts: list[str], field: str | None) -> None:
    assert recognise_column(heading, texts).field == field


@pytest.mark.parametrize("heading", ["Lead", "Date", "", "Date completed", "Zebra"])
def test_why_is_a_sentence_that_names_the_heading(heading: str) -> None:
    why = recognise_column(heading, ["March 2021"]).why
    assert heading in why
    assert len(why.split()) > 4


def test_a_heading_row_scores_by_its_different_fields() -> None:
    assert looks_like_heading_row(["No.", "Action", "Lead", "By when", "Progress", "RAG"]) == 6
    assert looks_like_heading_row(["Update", "Update", "Latest update"]) == 1


@pytest.mark.parametrize(
    "row",
    [
        ["1.1", "Lead professional to be identified by March", "Harriet Blakemore", "March 2020", "Audit held", "3"],
        ["2", "Review the procedures with partners.", "Training Sub Group", "Ongoing", "Reported in July.", "Amber"],
        ["Priority 2: Early identification of neglect"],
        ["", "", ""],
    ],
)
def test_a_row_of_data_is_no_heading_row(row: list[str]) -> None:
    assert looks_like_heading_row(row) <= 1


@pytest.mark.parametrize(
    ("headings", "best"),
    [
        (["Original date", "Revised date"], 1),
        (["Revised date", "Original date"], 0),
        (["Q2 update", "Q3 update"], 1),
        (["Q4 update", "Q1 update"], 0),
        (["Previous RAG", "Current RAG"], 1),
        (["Update 2018", "Update 2019"], 1),
        (["Initial timescale", "Timescale"], 1),
        (["Lead", "Lead"], 0),
        (["Timescale"], 0),
    ],
)
def test_of_several_columns_of_one_field_the_latest_is_the_field(headings: list[str], best: int) -> None:
    assert prefer(headings) == best


@given(st.text(max_size=200))
def test_any_text_gives_a_field_or_none_and_always_the_same(text: str) -> None:
    first = recognise_heading(text)
    assert first is None or first == RAG_AND_UPDATE or first in BY_KEY
    assert recognise_heading(text) == first


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=8))
def test_any_column_gives_a_reading_with_its_reason(heading: str, texts: list[str]) -> None:
    reading = recognise_column(heading, texts)
    assert reading.why
    assert reading == recognise_column(heading, texts)


@pytest.mark.parametrize("text", ["Lead / " * 4000, "(" * 32767, "RAG " * 8000, "- " * 16000, "how " * 8000])
def test_a_cell_full_of_text_is_no_heading(text: str) -> None:
    assert recognise_heading(text[:32767]) is None


@pytest.mark.skipif(not PHRASEBOOK.exists(), reason="the phrasebook is not beside this checkout")
def test_the_phrasebook_is_read_to_its_floor() -> None:
    with PHRASEBOOK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    readings = [(recognise_heading(row["heading"]) or "other", row["field"]) for row in rows]
    right = sum(got == want for got, want in readings)
    silent = sum(got not in ("other", want) for got, want in readings)
    assert right >= 0.97 * len(rows)
    assert silent <= 0.015 * len(rows)
