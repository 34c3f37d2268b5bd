"""Ratings: code, label, note and flags of cells as people write them, near misses beside hits."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planbook.interpreting.rag import head_length, mismatch, parse_rag
from planbook.model import Rating
from planbook.settings import DEFAULT_SCALE, Scale, Step

HERE = Path(__file__).parent
PHRASEBOOK = HERE.parents[2] / "shared" / "phrasebook" / "rag.csv"
CASES = [json.loads(line) for line in (HERE / "rating_cases.jsonl").read_text(encoding="utf-8").strip("\n").split("\n")]

REVERSED = Scale(
    (
        Step("4", "Not started", (), ("red",)),
        Step("3", "Delayed", (), ("amber",)),
        Step("2", "On track", (), ("green",)),
        Step("1", "Complete", (), ("blue",), complete=True),
    )
)
GREEN_IS_DONE = Scale(
    (
        Step("red", "Overdue", (), ("red",)),
        Step("amber", "On track", (), ("amber",)),
        Step("green", "Complete", (), ("green",), complete=True),
    )
)
LETTERS = Scale((Step("R", "Late"), Step("A", "At risk"), Step("G", "On track"), Step("B", "Complete", complete=True)))
WORDS = Scale((Step("N", "Not begun"), Step("P", "Part done"), Step("C", "Complete", complete=True)))


@pytest.mark.parametrize(("text", "code"), CASES)
def test_the_code_of_a_rating_is_read_and_nothing_else_is_taken_for_one(text: str, code: str) -> None:
    assert parse_rag(text).code == code


def test_the_phrasebook_is_read() -> None:
    if not PHRASEBOOK.exists():
        pytest.skip("the phrasebook is not beside this checkout")
    with PHRASEBOOK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["text"] for row in rows if parse_rag(row["text"]).code != row["code"]]
    assert len(wrong) <= 0.03 * len(rows), wrong


@pytest.mark.parametrize(
    ("text", "label", "note"),
    [
        ("4 - Complete. Parents' leaflet printed", "Complete", "Parents' leaflet printed"),
        ("3 on track\n• leaflet drafted\n• leaflet costed", "on track", "• leaflet drafted\n• leaflet costed"),
        ("3 - On track (see minutes)", "On track", "(see minutes)"),
        ("2 -  Leaflet   not drafted \n", "", "Leaflet   not drafted"),
        ("Green: “Leaflet” printed", "", "“Leaflet” printed"),
        ("Amber (not yet started)", "not yet started", ""),
        ("Red – 'Off target' - no lead", "Off target", "no lead"),
        ("Blue (embedded) since May", "embedded", "since May"),
        ("On target (green) - leaflet printed", "On target", "leaflet printed"),
        ("Finished. Leaflet is printed", "Finished", "Leaflet is printed"),
        ("Leaflet printed. RAG: Green", "", "Leaflet printed."),
        ("Leaflet printed (AMBER)", "", "Leaflet printed"),
        ("4 leaflets printed", "", "4 leaflets printed"),
        ("  nothing to say  ", "", "nothing to say"),
        ("4 - Compleet", "Compleet", ""),
    ],
)
def test_label_and_note_keep_their_wording(text: str, label: str, note: str) -> None:
    rating = parse_rag(text)
    assert (rating.label, rating.note) == (label, note)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Finished", "no code"),
        ("2", "no label"),
        ("4 - Delayed", "code-label mismatch"),
        ("R/G", "split rating"),
        ("b", "letter code"),
        ("Green 30%", "percentage"),
        ("✔", "tick"),
        ("3 ⬇", "trend arrow"),
        ("1 → 2", "movement"),
        ("8", "out of scale"),
        ("Orange", "unknown code"),
        ("Red??", "query"),
        ("awaiting rating", "not rated"),
        ("Kim to ring", "not a rating"),
        ("4 - Complete (June 2021)", "date in rating"),
        ("4 - Complete 3.6.21: printed", "contains update"),
        ("Ambr - late", "spelling"),
        ("Four", "code in words"),
        ("Pick one option", "template text not chosen"),
        ("1 = bad, 2 = fair, 3 = good", "legend text"),
        ("☆☆☆", "symbol only"),
        ("2 x 5 = 10", "risk score"),
    ],
)
def test_what_is_odd_about_a_rating_is_flagged(text: str, flag: str) -> None:
    assert flag in parse_rag(text).flags


@pytest.mark.parametrize(
    "text", ["3 - On track", "4 = Finished", "1 - Overdue", "2 - Some slippage", "Green - in progress", "Red (late)"]
)
def test_a_plain_rating_has_no_mismatch(text: str) -> None:
    assert "code-label mismatch" not in parse_rag(text).flags


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Complete", "4"),
        ("Finished", "4"),
        ("On schedule", "3"),
        ("Work required", "1"),
        ("Red", "1"),
        ("Amber - late", "2"),
        ("Blue", "4"),
        ("Green", ""),
        ("Green - complete", "4"),
        ("Partly complete", ""),
        ("3 - On track", ""),
        ("Kim to ring", ""),
    ],
)
def test_a_label_or_colour_off_the_scale_is_offered_as_a_code_where_one_fits(text: str, suggestion: str) -> None:
    assert parse_rag(text).suggestion == suggestion


@pytest.mark.parametrize(
    ("scale", "text", "code", "differs"),
    [
        (REVERSED, "1 - Complete", "1", False),
        (REVERSED, "4 - Complete", "4", True),
        (REVERSED, "4 - Not started", "4", False),
        (REVERSED, "2 - Overdue", "2", True),
        (GREEN_IS_DONE, "Green - finished", "green", False),
        (GREEN_IS_DONE, "Green - on track", "green", True),
        (GREEN_IS_DONE, "Amber - on track", "amber", False),
        (GREEN_IS_DONE, "3 - On track", "3", False),
        (LETTERS, "G - on track", "G", False),
        (LETTERS, "Green", "G", False),
        (LETTERS, "blue: finished", "B", False),
        (LETTERS, "B - at risk", "B", True),
        (LETTERS, "A Smith to lead", "", False),
        (WORDS, "C", "C", False),
        (WORDS, "P - part done", "P", False),
        (WORDS, "C - not begun", "C", True),
        (WORDS, "Nia to ring", "", False),
        (DEFAULT_SCALE, "1 - Complete", "1", True),
        (DEFAULT_SCALE, "2 - Green", "2", True),
    ],
)
def test_a_scale_that_was_found_overrides_the_default(scale: Scale, text: str, code: str, differs: bool) -> None:
    rating = parse_rag(text, scale)
    assert rating.code == code
    assert mismatch(rating, scale) == differs


def test_the_letter_of_a_scale_tells_whether_the_action_is_complete() -> None:
    assert LETTERS.is_complete(parse_rag("Blue", LETTERS).code)
    assert not LETTERS.is_complete(parse_rag("Green", LETTERS).code)


@pytest.mark.parametrize(
    "dash", ["-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", ".", ":", ")", "\u00a0", " = "]
)
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u2009"])
def test_any_dash_stop_colon_or_space_may_part_code_and_label(dash: str, space: str) -> None:
    rating = parse_rag(f"3{space}{dash}{space}On track{space}")
    assert (rating.code, rating.label, rating.note) == ("3", "On track", "")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("3 - On track. Leaflet drafted", "3 - On track. "),
        ("2. the leaflet is drafted", "2. "),
        ("4 leaflets drafted", ""),
        ("3.6.21: leaflet drafted", ""),
        ("3.6.21: Green", ""),
        ("Finished. Leaflet drafted", ""),
        ("Leaflet drafted (Green)", ""),
        ("", ""),
    ],
)
def test_only_a_coded_rating_at_the_opening_has_a_head(text: str, head: str) -> None:
    assert text[: head_length(text)] == head


def test_a_rating_without_code_or_label_is_no_mismatch() -> None:
    assert not mismatch(Rating(code="4"), DEFAULT_SCALE)
    assert not mismatch(Rating(label="Complete"), DEFAULT_SCALE)


RATINGLIKE = st.lists(
    st.sampled_from(
        [
            "4",
            "Green",
            "A",
            "RAG:",
            "Complete",
            "on track",
            "was",
            "→",
            "-",
            "(",
            ")",
            "/",
            "\n",
            " ",
            "12.3.20",
            "?",
            "x",
        ]
    )
    | st.text(max_size=6),
    max_size=14,
).map("".join)


@given(st.text() | RATINGLIKE)
@example("İ4 - Complete")
@example("\u200b")
def test_no_text_raises_and_the_note_is_cut_from_it(text: str) -> None:
    rating = parse_rag(text)
    opened = text.rstrip().endswith(rating.note)
    assert opened or text.lstrip().startswith(rating.note)
    assert rating.note == rating.note.strip()
    if not rating.code and not rating.label:
        assert rating.note == text.strip()
    if head := head_length(text):
        assert opened
        assert text[head:].strip() == rating.note
        assert rating.code


@given(RATINGLIKE)
def test_white_space_round_a_rating_changes_nothing(text: str) -> None:
    plain, padded = parse_rag(text.strip()), parse_rag(f" \n{text.strip()}\n ")
    assert (plain.code, plain.label, plain.note, plain.flags) == (padded.code, padded.label, padded.note, padded.flags)
