"""Numbers as people read them: damage of Excel put right, numbers shared by rows, numbers in the actions' own words."""

from __future__ import annotations

import pytest

from tables.plan_reading import plan, said

WORKS = (
    *("Dig the beds", "Mend the hoes", "Oil the gates", "Sow the peas", "Prune the pears", "Pick the plums", "Rake"),
    *("Count the bees", "Paint the shed", "Empty the butts", "Fill the feeders", "Turn the compost", "Sweep", "Rest"),
)


def numbered(*numbers: str, heading: str = "No.") -> str:
    """A plan whose rows have these numbers."""
    rows = [f"| {n} | {w} | AQ | May 2025 | Begun. | 2 |" for n, w in zip(numbers, WORKS, strict=False)]
    return f"1. Allotments\n\n| {heading} | Action | Lead | Timescale | Update | RAG |\n" + "\n".join(rows)


def ids(*numbers: str) -> list[str]:
    return [a.id for a in plan(numbered(*numbers)).actions]


def floats(*numbers: str) -> list[str]:
    return [f"{{{n}}}" for n in numbers]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["1", "2", "3"], ["1", "2", "3"]),
        (floats("1", "2", "3"), ["1", "2", "3"]),
        (["1.", "2.", "3)"], ["1", "2", "3"]),
        (["1.1", "1.2", "2.1"], ["1.1", "1.2", "2.1"]),
        (["A1", "A2", "B1"], ["A1", "A2", "B1"]),
        (["1a", "1b", "2a"], ["1a", "1b", "2a"]),
        (["1-1", "1-2", "1-3"], ["1-1", "1-2", "1-3"]),
        (["No. 1", "No. 2", "No. 3"], ["1", "2", "3"]),
        (["3.9", "3.10", "3.11"], ["3.9", "3.10", "3.11"]),
    ],
    ids="-".join,
)
def test_a_number_is_what_people_read(typed: list[str], read: list[str]) -> None:
    assert ids(*typed) == read


def nines(prefix: str) -> list[str]:
    return [f"{prefix}.{n}" for n in range(1, 10)]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ([*nines("3"), "3.1", "3.11"], [*nines("3"), "3.10", "3.11"]),
        ([*nines("3"), "3.1"], [*nines("3"), "3.10"]),
        ([*nines("3"), "3.1", "4.1"], [*nines("3"), "3.10", "4.1"]),
        (["3.1", "3.2", "3.3"], ["3.1", "3.2", "3.3"]),
        (["3.9", "4.1", "4.2"], ["3.9", "4.1", "4.2"]),
        (["2.18", "2.19", "2.2", "2.21"], ["2.18", "2.19", "2.20", "2.21"]),
        (["2.1", "2.2", "3.1", "3.2"], ["2.1", "2.2", "3.1", "3.2"]),
    ],
    ids=lambda v: "-".join(v[-4:]),
)
def test_a_nought_that_excel_dropped_is_put_back_where_the_neighbours_tell(stored: list[str], read: list[str]) -> None:
    found = plan(numbered(*floats(*stored)))
    assert [a.id for a in found.actions] == read
    assert [a.number_note == "repaired" for a in found.actions] == [s != r for s, r in zip(stored, read, strict=True)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["1-1", "{2024-02-01 as d-mmm}", "1-3"], ["1-1", "1-2", "1-3"]),
        (["1-13", "{2024-01-02 as d-mmm}", "{2024-01-03 as d-mmm}"], ["1-13", "1-2", "1-3"]),
        (["{2024-01-01 as d-mmm}", "{2024-02-01 as d-mmm}", "{2024-03-01 as d-mmm}"], ["1-1", "1-2", "1-3"]),
        (["{2024-01-02 as d-mmm}", "{2024-02-02 as d-mmm}", "2-32"], ["2-1", "2-2", "2-32"]),
        (["1/1", "{2024-02-01 as d-mmm}", "1/3"], ["1/1", "1/2", "1/3"]),
    ],
    ids="-".join,
)
def test_a_number_that_became_a_date_is_put_right(typed: list[str], read: list[str]) -> None:
    assert ids(*typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["1", "2", "2"], ["1", "2/1", "2/2"]),
        (["1", "2", "^"], ["1", "2/1", "2/2"]),
        (["1", "2", ""], ["1", "2/1", "2/2"]),
        (["2.1", "^", "^", "2.2"], ["2.1/1", "2.1/2", "2.1/3", "2.2"]),
        (["", "1", "2"], ["row4", "1", "2"]),
    ],
    ids="-".join,
)
def test_rows_that_share_a_number_are_told_apart_in_their_order(typed: list[str], read: list[str]) -> None:
    assert ids(*typed) == read


def test_a_plan_without_numbers_calls_its_actions_by_their_rows() -> None:
    read = plan(
        """
        | Action | Lead | Timescale | Update | RAG |
        | Dig the beds | AQ | May 2025 | Begun. | 2 |

        | Mend the hoes | AQ | May 2025 | Begun. | 2 |
        """
    )
    assert [(a.id, a.number) for a in read.actions] == [("row2", ""), ("row4", "")]


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["1a. Dig the beds", "1b. Mend the hoes"], ["1a", "1b"]),
        (["1.1 Dig the beds", "1.2 Mend the hoes"], ["1.1", "1.2"]),
        (["1) Dig the beds", "2) Mend the hoes"], ["1", "2"]),
        (["Dig 3 beds", "Mend 12 hoes"], ["row2", "row3"]),
        (["12 beds are dug", "4 hoes are mended"], ["row2", "row3"]),
    ],
    ids=lambda v: v[0],
)
def test_a_number_that_opens_the_actions_own_words_is_its_number(texts: list[str], read: list[str]) -> None:
    rows = "\n".join(f"| {t} | AQ | May 2025 | Begun. | 2 |" for t in texts)
    assert [a.id for a in plan(f"| Action | Lead | Timescale | Update | RAG |\n{rows}").actions] == read


def test_the_words_of_an_action_keep_the_number_that_opens_them() -> None:
    assert said(plan("| Action | Lead | Timescale | RAG |\n| 1a. Dig the beds | AQ | May 2025 | 2 |")) == [
        "1a 1a. Dig the beds"
    ]


@pytest.mark.parametrize("heading", ["No.", "Ref", "Action no.", "Number", "#"])
def test_a_column_of_numbers_is_known_by_its_heading(heading: str) -> None:
    assert [a.id for a in plan(numbered("1", "2", heading=heading)).actions] == ["1", "2"]


def test_a_column_of_numbers_without_a_heading_is_known_by_its_cells() -> None:
    assert [a.id for a in plan(numbered("1.1", "1.2", "1.3", heading="")).actions] == ["1.1", "1.2", "1.3"]
