"""What a returned workbook carries of its issue, whatever has become of it on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from building import book, fathers
from planbook.forms import GUIDANCE, KEY_HEADING, LISTS, NEW_WORDS, NOT_AGREED_MARK, SNAPSHOT
from planbook.keys import IssueKey, issue_id, key_texts, row_key_text
from planbook.model import Cell, CellKind, Sheet
from planbook.reading import read
from planbook.snapshot import Snapshot
from planbook.tables.issued import read_return
from planbook.tables.plans import read_plan_file

ISSUE = issue_id(date(2024, 6, 1), "Plots", "words")
KEYS = ("0" * 12, "1" * 12)
PLAN = fathers(
    """
    | Plots | Walk the rows each spring | Olwen Trask | March 2024 | Walked once | 3 |
    | ^     | Mend the western pump     | Jory Penna  | June 2024  |             | 1 |
    """
)


def with_columns(*columns: tuple[str, str, str]) -> str:
    """The plan with columns at its right: a heading, and what stands beside each action."""
    lines = PLAN.splitlines()
    rows = [i for i, line in enumerate(lines) if line.startswith(("| No.", "| 3."))]
    for at, row in enumerate(rows):
        lines[row] += "".join(f" {column[at]} |" for column in columns)
    return "\n".join(lines)


KEY_COLUMN = (KEY_HEADING, *(row_key_text(key, ISSUE) for key in KEYS))


def hidden_sheet(title: str = SNAPSHOT) -> Sheet:
    plans = read_plan_file(read(book(PLAN), "issued/a.xlsx")).plans
    key = IssueKey(ISSUE, "Plots", Snapshot(plans, sheets={"3": "Plan"}), texts=frozenset({"What to do", "Jory Penna"}))
    rows = {n: {1: Cell(n, 1, CellKind.TEXT, text, text)} for n, text in enumerate(key_texts(key), 1)}
    return Sheet(title, rows, hidden=True)


def returned(sheets, *added: Sheet, **more):
    workbook = read(book(sheets, **more), "returns/a.xlsx")
    return read_return(replace(workbook, sheets=(*workbook.sheets, *added)))


def test_keys_stand_at_their_actions_and_in_no_column_of_the_plan() -> None:
    file, issued, _ = returned(with_columns(KEY_COLUMN))
    assert [a.key for a in file.plans[0].actions] == list(KEYS)
    assert not any(c.field.startswith("extra") for b in file.plans[0].blocks for c in b.columns)
    assert (issued.keys, issued.issues) == ((), frozenset({ISSUE}))


def test_a_column_whose_heading_was_lost_is_still_known_by_its_keys() -> None:
    file, _, _ = returned(with_columns(("", *KEY_COLUMN[1:])))
    assert [a.key for a in file.plans[0].actions] == list(KEYS)
    assert not any(c.field.startswith("extra") for b in file.plans[0].blocks for c in b.columns)


def test_the_mark_of_new_actions_is_no_column_of_the_plan_either() -> None:
    file, issued, _ = returned(with_columns((NOT_AGREED_MARK, "", NEW_WORDS), KEY_COLUMN))
    assert not any(c.field.startswith("extra") for b in file.plans[0].blocks for c in b.columns)
    assert issued.strange == ()


def test_words_among_the_keys_are_strange_and_never_lost() -> None:
    file, issued, _ = returned(
        with_columns((NOT_AGREED_MARK, "we agree", NEW_WORDS), (KEY_COLUMN[0], "mine", KEY_COLUMN[2]))
    )
    assert sorted(t.text for t in issued.strange) == ["mine", "we agree"]
    assert [a.key for a in file.plans[0].actions] == ["", KEYS[1]]


def test_the_hidden_sheet_gives_what_the_return_started_from() -> None:
    file, issued, shown = returned(with_columns(KEY_COLUMN), hidden_sheet())
    assert [p.id for p in issued.plans] == ["3"]
    assert [p.id for p in file.plans] == ["3"]
    assert [s.title for s in shown.sheets] == ["Plan"]


def test_a_hidden_sheet_of_another_name_is_known_by_what_it_holds() -> None:
    _, issued, _ = returned(PLAN, hidden_sheet("Sheet7"))
    assert len(issued.keys) == 1


def test_a_plan_is_known_by_its_sheet_though_its_title_was_typed_over() -> None:
    file, _, _ = returned(PLAN.replace("3. Working on allotments", "Our own title"), hidden_sheet())
    assert [p.id for p in file.plans] == ["3"]


@pytest.mark.parametrize(("typed", "is_ours"), [("Jory Penna", True), ("Tamsin Roe", False)])
def test_a_list_is_ours_as_long_as_it_says_what_was_sent(typed, is_ours) -> None:
    file, _, shown = returned({"Plan": PLAN, LISTS: f"| {typed} |"}, hidden_sheet(), hidden_sheets=(LISTS,))
    assert (LISTS not in [s.title for s in shown.sheets]) == is_ours
    assert typed in [t.text for t in file.loose]


def test_guidance_is_never_taken_for_a_plan() -> None:
    words = f"{GUIDANCE}\nWhat to do\n1a, Timescale: it names no time\n1b, Lead: nobody\nAction\nLead"
    file, _, _ = returned({GUIDANCE: words, "Plan": PLAN}, hidden_sheet())
    assert [p.id for p in file.plans] == ["3"]


def test_a_workbook_of_no_issue_is_read_as_it_stands() -> None:
    workbook = read(book(PLAN), "returns/a.xlsx")
    file, issued, shown = read_return(workbook)
    assert file == read_plan_file(workbook)
    assert shown is workbook
    assert (issued.keys, issued.issues, issued.ours) == ((), frozenset(), frozenset())
