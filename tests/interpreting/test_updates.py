"""Updates: entries with their dates, authors and exact spans."""

from __future__ import annotations

import csv
import json
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.legend import read_legend
from planbook.interpreting.rag import head_length, parse_rag
from planbook.interpreting.updates import parse_updates, split_entries

HERE = Path(__file__).parent
PHRASEBOOK = HERE.parents[2] / "shared" / "phrasebook" / "updates.csv"
CASES = [json.loads(line) for line in (HERE / "update_cases.jsonl").read_text(encoding="utf-8").strip("\n").split("\n")]


def _read(text: str) -> list[list[str]]:
    return [[entry.date.isoformat() if entry.date else "", entry.text] for entry in parse_updates(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_entries_are_opened_by_their_dates_and_by_nothing_else(case: dict[str, object]) -> None:
    assert _read(str(case["text"])) == case["entries"]


def test_the_phrasebook_is_read() -> None:
    if not PHRASEBOOK.exists():
        pytest.skip("the phrasebook is not beside this checkout")
    with PHRASEBOOK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [
        row["text"]
        for row in rows
        if _read(row["text"]) != [[x["date"] or "", x["text"]] for x in json.loads(row["updates_json"])]
    ]
    assert len(wrong) <= 0.07 * len(rows), wrong


@pytest.mark.parametrize(
    ("text", "author", "marker"),
    [
        ("9/6/21 TK: posted", "TK", "9/6/21 TK"),
        ("TK 9/6/21 - posted", "TK", "TK 9/6/21"),
        ("[9/6/21 TK] posted", "TK", "9/6/21 TK"),
        ("(TK, 9/6/21) posted", "TK", "TK, 9/6/21"),
        ("posted (TK 9/6/21)", "TK", "TK 9/6/21"),
        ("posted - TK 9/6/21", "TK", "TK 9/6/21"),
        ("9/6/21: posted (TK)", "TK", "9/6/21"),
        ("9/6/21: posted (LA)", "", "9/6/21"),
        ("9/6/21 Dora Marsh: posted", "Dora Marsh", "9/6/21 Dora Marsh"),
        ("9/6/21: (TK) posted", "TK", "9/6/21"),
        ("TK: posted", "TK", "TK"),
        ("CP: plans read", "", ""),
        ("Update from Health 9/6/21: posted", "", "Update from Health 9/6/21"),
        ("June 2021 update: posted", "", "June 2021 update"),
        ("• 9/6/21 posted", "", "9/6/21"),
    ],
)
def test_author_and_marker_are_kept_as_written(text: str, author: str, marker: str) -> None:
    entry = parse_updates(text)[0]
    assert (entry.author, entry.marker) == (author, marker)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("31.6.21: posted", "impossible date"),
        ("06/25/2021: posted", "month/day order"),
        ("9 June: posted", "no year"),
        ("Q2: posted", "no year"),
        ("Year end: posted", "no year"),
    ],
)
def test_a_date_that_cannot_be_read_opens_an_entry_and_says_why(text: str, flag: str) -> None:
    (entry,) = parse_updates(text)
    assert (entry.date, entry.text, entry.flags) == (None, "posted", (flag,))


def test_spans_follow_each_other_and_leave_the_rating_out() -> None:
    text = "3 - On track\n\nOld note.\n9.6.21: posted\n\nstill waiting\n16.8.21: replies in\n"
    entries = split_entries(text)
    assert [text[entry.start : entry.end] for entry in entries] == [
        "Old note.\n",
        "9.6.21: posted\n\nstill waiting\n",
        "16.8.21: replies in\n",
    ]
    assert "".join(text[entry.start : entry.end] for entry in split_entries(text, ratings=False)) == text


@given(st.text())
def test_spans_lose_nothing_of_any_text(text: str) -> None:
    for ratings in (True, False):
        entries = split_entries(text, ratings)
        head = head_length(text) if ratings else 0
        joined = "".join(text[entry.start : entry.end] for entry in entries)
        assert joined == text[head:] or not text[head:].strip()


WORDS = st.sampled_from(
    [
        "Leaflet posted",
        "replies from 3 wards",
        "heads briefed in May",
        "KR to chase; none yet",
        "see 2.3",
        "met on 4 June 2021 in town",
        "paper due 1.9.21",
        "(40 of 60) trained",
        "on track - no risk",
        "Board agreed it, Health did not",
    ]
)
SPACE = st.sampled_from([" ", "\n", "\n\n", ". ", "; "])
DATES = st.dates(date(2018, 1, 1), date(2029, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [
            f"{day.day}.{day.month}.{day:%y}: ",
            f"{day:%d/%m/%Y} - ",
            f"{day.day} {day:%B %Y}: ",
            f"{day:%d/%m/%y} TK: ",
            f"({day:%d/%m/%y}) ",
            f"Update {day:%d.%m.%y} – ",
            f"• {day:%d/%m/%y} ",
        ]
    ).map(lambda marker: (day, marker))
)
ENTRIES = st.lists(st.tuples(DATES, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)), min_size=1, max_size=5)


@given(ENTRIES)
def test_entries_on_their_own_lines_are_read_back(written: list[tuple[tuple[date, str], str]]) -> None:
    text = "\n".join(marker + words for (_, marker), words in written)
    assert [entry.date for entry in parse_updates(text)] == [day for (day, _), _ in written]
    assert [entry.text for entry in parse_updates(text)] == [words for _, words in written]


@given(ENTRIES, st.lists(SPACE, min_size=5, max_size=5), WORDS)
def test_entries_taken_apart_and_joined_again_are_the_same_entries(
    written: list[tuple[tuple[date, str], str]], spaces: list[str], before: str
) -> None:
    text = (
        before + "\n" + "".join(f"{m}{words}{space}" for ((_, m), words), space in zip(written, spaces, strict=False))
    )
    entries = split_entries(text, ratings=False)
    pieces = [text[entry.start : entry.end].strip() for entry in entries]
    joined = "\n".join(pieces)
    again = split_entries(joined, ratings=False)
    assert [joined[entry.start : entry.end].strip() for entry in again] == pieces
    assert [(entry.date, entry.text) for entry in again] == [(entry.date, entry.text) for entry in entries]


@given(ENTRIES)
def test_dated_entries_may_be_put_in_another_order(written: list[tuple[tuple[date, str], str]]) -> None:
    lines = [marker + words for (_, marker), words in written]
    forth, back = parse_updates("\n".join(lines)), parse_updates("\n".join(lines[::-1]))
    assert [(entry.date, entry.text) for entry in forth] == [(entry.date, entry.text) for entry in back[::-1]]


LONG = [
    "1",
    "1/",
    "1.1.20 ",
    "1.1.20: a ",
    "(",
    "\n",
    "[TK] ",
    "not ",
    "amber/",
    "Q1: ",
    "- ",
    "Red = x, ",
    "(1)",
    "A ",
    "1 = ",
]


@pytest.mark.parametrize("part", LONG)
def test_the_longest_cell_takes_time_in_proportion_to_its_length(part: str) -> None:
    text = (part * 32767)[:32767]
    started = time.process_time()
    parse_rag(text)
    parse_updates(text)
    read_legend([text[:900], text])
    assert timedelta(seconds=time.process_time() - started) < timedelta(seconds=30)
