"""Legends: a scale that a heading or a block of cells explains, and texts that explain none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.legend import read_legend
from planbook.interpreting.rag import parse_rag

PHRASEBOOK = Path(__file__).parents[3] / "shared" / "phrasebook"


@pytest.mark.parametrize(
    ("texts", "codes", "complete"),
    [
        (["RAG rating 1 (weak) - 4 (strong)"], "1 2 3 4", "4"),
        (["Progress (1 = strong, 4 = poor)"], "4 3 2 1", "1"),
        (["RAG (Red = late, Amber = started, Green = finished)"], "red amber green", "green"),
        (["RAG: Green = on track; Amber = slipping; Red = late"], "red amber green", ""),
        (["1 = done, 2 = on track, 3 = delayed, 4 = not started"], "4 3 2 1", "1"),
        (["1 = done ... 4 = not started"], "4 3 2 1", "1"),
        (["Key: R - late; A - at risk; G - on track; B - done"], "red amber green blue", "blue"),
        (["B = Finished and embedded, G = Finished, A = Begun, R = Not begun"], "red amber green blue", "green blue"),
        (["1 - Not begun", "2 - Begun", "3 - On track", "4 - Done"], "1 2 3 4", "4"),
        (["Scale", "4: Done", "3: On track", "2: Slipping", "1: Not begun"], "1 2 3 4", "4"),
        (["Red", "Late", "Amber", "Slipping", "Green", "Done"], "red amber green", "green"),
        (["Key", "1", "Late", "2", "Slipping", "3", "Done"], "1 2 3", "3"),
        (["Green: Done\nAmber: On track\nRed: Late"], "red amber green", "green"),
        (["Not begun = red, begun = amber, finished = green"], "red amber green", "green"),
        (["1 poor 2 fair 3 good 4 strong"], "1 2 3 4", "4"),
        (["1 Red - late; 2 Amber - begun; 3 Green - on track; 4 Blue - done"], "1 2 3 4", "4"),
        (["Score 1-5 where 1 = not met and 5 = fully met"], "1 2 3 4 5", "5"),
        (["(R)ed = late, (A)mber = slipping, (G)reen = done"], "red amber green", "green"),
        (["Red: not done in time", "Amber: in hand", "Green: done"], "red amber green", "green"),
        (["Green - done or on schedule", "Amber - slipping", "Red - late"], "red amber green", "green"),
        (
            ["RAG key: red - not completed; amber - partly completed; green - on track to complete"],
            "red amber green",
            "",
        ),
    ],
)
def test_a_legend_gives_its_steps_worst_first_and_says_which_is_complete(
    texts: list[str], codes: str, complete: str
) -> None:
    scale = read_legend(texts)
    assert scale is not None
    assert " ".join(step.code for step in scale.steps) == codes
    assert " ".join(step.code for step in scale.steps if step.complete) == complete


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["RAG"],
        ["RAG status (Red/Amber/Green)"],
        ["R/A/G"],
        ["Progress (1-4)"],
        ["Actions 1 - 4"],
        ["4 - Done"],
        ["Red - late"],
        ["Green: leaflets out; amber: expected by May"],
        ["3 - On track; 2 of 6 wards: reported"],
        ["1. Leaflet drafted 2. Leaflet agreed 3. Leaflet out"],
        ["1 - Agree the leaflet; 2 - Print it"],
        ["Meet on 3 - 4 June: 2 papers - agreed"],
        ["4-Done 7.6.21: shown 30.6.21: agreed"],
        ["Q1: on track Q2: delayed Q3: done"],
        ["Ensure 1 (one) champion in each ward and 2 (two) in each town"],
        ["Priority (1 = high, 2 = low)"],
        ["Priority: 1 = high, 2 = medium, 3 = low"],
        ["Lead (s)", "Timescale", "Update"],
        ["4 - Done", "3 - On track", "3 - On track", "1 - Late"],
        ["3 - On track", "4 - Done", "1 - Late"],
        ["1 - Late", "3 - On track", "4 - Done"],
        ["Red - late", "Leaflet drafted", "Survey", "Kim", "Amber - late"],
        ["No.", "Action", "1", "Agree it", "2", "Print it"],
    ],
)
def test_a_sentence_a_rating_or_a_bare_choice_is_no_legend(texts: list[str]) -> None:
    assert read_legend(texts) is None


def test_only_headings_of_the_phrasebook_that_explain_a_scale_are_legends() -> None:
    if not PHRASEBOOK.exists():
        pytest.skip("the phrasebook is not beside this checkout")
    found = []
    for name, column in [
        ("rag", "text"),
        ("updates", "text"),
        ("timescales", "text"),
        ("leads", "text"),
        ("headings", "heading"),
    ]:
        with (PHRASEBOOK / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found += [row[column] for row in csv.DictReader(file) if read_legend([row[column]])]
    assert all("1 (poor)" in text for text in found), found


def test_a_legend_that_names_its_ends_keeps_the_words_that_people_use_for_the_steps() -> None:
    scale = read_legend(["RAG rating 1 (poor) - 4 (strong)"])
    assert scale is not None
    assert [step.label for step in scale.steps] == ["poor", "Slow progress", "On target", "strong"]
    for text in ("4 - Complete", "4 - strong", "3 - On track", "1 - poor", "1 - Work required"):
        assert "code-label mismatch" not in parse_rag(text, scale).flags
    assert "code-label mismatch" in parse_rag("4 - poor", scale).flags


def test_colours_of_the_steps_come_from_their_names_or_their_meaning() -> None:
    numbered = read_legend(["1 = done, 2 = on track, 3 = delayed, 4 = not started"])
    coloured = read_legend(["Key: R - late; A - at risk; G - on track; B - done"])
    assert numbered is not None
    assert coloured is not None
    assert [step.colours for step in numbered.steps] == [("red",), ("amber",), ("green",), ("green", "blue")]
    assert [step.colours for step in coloured.steps] == [("red",), ("amber",), ("green",), ("blue",)]


@given(st.lists(st.text() | st.sampled_from(["1 - ", "Red = late", "4 (strong)", ";", "2", "Green"]), max_size=8))
def test_any_texts_are_read_without_raising(texts: list[str]) -> None:
    for scale in (read_legend(texts), read_legend([" ".join(texts)])):
        assert scale is None or len({step.code for step in scale.steps}) == len(scale.steps) >= 2
