"""`planbook compare`: what changed between two workbooks, and nothing that did not."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from building import book, early_help, fathers, neglect
from desk import ALLOTMENTS, SEEDS, plan_file, run, through_libreoffice, workspace
from planbook.comparing import compare, compare_report
from planbook.comparison import difference, shortened
from planbook.desk_text import compare_text
from planbook.errors import PlanbookError
from planbook.likeness import normalise


def found(old: str, new: str, layout=early_help):
    return compare(book(layout(old)), book(layout(new)))


def told(comparison) -> list[tuple[str, str, str, str]]:
    return [(c.action, c.field, c.before, c.after) for c in comparison.changes]


@pytest.mark.parametrize("layout", [early_help, neglect, fathers])
def test_a_copy_differs_in_nothing(layout) -> None:
    comparison = found(ALLOTMENTS, ALLOTMENTS, layout)
    assert comparison.is_same
    assert comparison.unchanged == 3


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Jory Penna", "Jory Penna and Ann Ray", [("1b", "lead", "Jory Penna", "Jory Penna and Ann Ray")]),
        ("1 Work required", "3 On target", [("2a", "rag", "1 Work required", "3 On target")]),
        ("2 Slow progress", "2 - Slow progress", []),
        ("March 2024", "March  2024", []),
        ("Every plot is let ", "Every plot is used", [("1a", "objective", "Every plot is let", "Every plot is used")]),
    ],
)
def test_an_edited_cell_is_one_change_and_what_nobody_can_see_is_none(old, new, expected) -> None:
    assert told(found(ALLOTMENTS, ALLOTMENTS.replace(old, new))) == expected


def test_an_update_that_grew_is_one_change_with_both_texts_whole() -> None:
    comparison = found(ALLOTMENTS, ALLOTMENTS.replace("All walked", "All walked // 3.5.24: Two plots are free."))
    assert [(a, f) for a, f, _, _ in told(comparison)] == [("1a", "update")]
    assert "with new words: 3.5.24: Two plots are free." in "\n".join(compare_text(comparison))


def test_an_inserted_row_is_one_addition() -> None:
    lines = SEEDS.strip().splitlines()
    new = "\n".join([lines[0], "| ^ | Label every tray with its year | Tamsin Roe | May 2024 | 1 | |", lines[1]])
    comparison = found(SEEDS, new, fathers)
    assert [r.wording for r in comparison.added] == ["Label every tray with its year"]
    assert comparison.removed == ()
    assert told(comparison) == [("3.3", "number", "3.2", "3.3")]
    assert "Renumbered: 3.2 -> 3.3" in "\n".join(compare_text(comparison))


def test_a_row_that_went_is_one_removal_with_its_old_place() -> None:
    comparison = found(ALLOTMENTS, "\n".join(ALLOTMENTS.splitlines()[:3]))
    assert [(r.action, r.place.row) for r in comparison.removed] == [("2a", 6)]
    assert comparison.added == comparison.changes == ()


def test_rows_that_changed_places_and_numbers_are_paired_by_their_wording() -> None:
    first, second = SEEDS.strip().splitlines()
    swapped = second.replace("^            ", "Seeds for all") + "\n" + first.replace("Seeds for all", "^")
    comparison = found(SEEDS, swapped, fathers)
    assert {f for _, f, _, _ in told(comparison)} == {"number"}
    assert comparison.added == comparison.removed == ()


def test_a_plan_that_only_one_workbook_has_is_added_or_removed_whole() -> None:
    one, both = {"A": early_help(ALLOTMENTS)}, {"A": early_help(ALLOTMENTS), "B": fathers(SEEDS)}
    comparison = compare(book(one), book(both))
    assert [r.plan for r in comparison.added] == ["3", "3"]
    assert [r.plan for r in compare(book(both), book(one)).removed] == ["3", "3"]
    assert comparison.changes == ()


def test_the_report_has_the_shape_of_the_interface(tmp_path, capsys) -> None:
    old = plan_file(tmp_path, "old.xlsx")
    new = plan_file(
        tmp_path,
        "new.xlsx",
        ALLOTMENTS.replace("June 2024", "July 2024") + "| Paths | 3a. Cut the hedge | Jory Penna | May 2024 | 1 | |",
    )
    assert run("compare", old, new, "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == 1
    assert report["added"] == [
        {
            "plan": "1",
            "action": "3a",
            "action_text": "3a. Cut the hedge",
            "file": "new.xlsx",
            "sheet": "Action plan",
            "row": 7,
        }
    ]
    assert report["removed"] == []
    (change,) = report["changes"]
    assert change == {
        "plan": "1", "action": "2a", "field": "timescale", "before": "June 2024", "after": "July 2024",
        "file": "new.xlsx", "sheet": "Action plan", "cell": "D6",
    }  # fmt: skip


def test_two_masters_are_compared_with_what_people_typed_in_them(tmp_path) -> None:
    root = workspace(tmp_path)
    assert run("merge", root, "--as-of", "2024-05-17", "--quiet") in (0, 1)
    before = (root / "master.xlsx").read_bytes()
    opened = load_workbook(io.BytesIO(before))
    sheet = opened["All actions"]
    cells = [c for row in sheet.iter_rows() for c in row if c.value == "Tamsin Roe"]
    cells[0].value = "Ann Ray"
    after = io.BytesIO()
    opened.save(after)
    assert told(compare(before, after.getvalue())) == [("3.1", "lead", "Tamsin Roe", "Ann Ray")]


def test_the_workbook_counts_first_and_then_lists(tmp_path, capsys) -> None:
    old = plan_file(tmp_path, "old.xlsx")
    new = plan_file(tmp_path, "new.xlsx", ALLOTMENTS.replace("June 2024", "July 2024"))
    assert run("compare", old, new, "-o", tmp_path / "differences.xlsx", "--quiet") == 0
    assert capsys.readouterr().out == ""
    made = load_workbook(tmp_path / "differences.xlsx")
    assert made.sheetnames == ["Summary", "Changes"]
    assert [c.value for c in made["Summary"][4]][1:] == [1, 1, 0, 0]
    assert [c.value for c in made["Changes"][4]][:6] == ["Changed", "1", "2a", "Timescale", "June 2024", "July 2024"]


def test_an_input_is_never_written_over(tmp_path, capsys) -> None:
    old = plan_file(tmp_path, "old.xlsx")
    before = old.read_bytes()
    assert run("compare", old, old, "-o", old) == 2
    assert "never written over" in capsys.readouterr().err
    assert old.read_bytes() == before


def test_a_workbook_without_a_plan_is_named() -> None:
    with pytest.raises(PlanbookError, match=r"No action plan was found in .*workbook\.xlsx"):
        compare(book("Minutes of the meeting"), book(early_help(ALLOTMENTS)))


@pytest.mark.parametrize("kind", ["plan", "master"])
def test_a_copy_saved_by_libreoffice_differs_in_nothing(kind, tmp_path) -> None:
    root = workspace(tmp_path / "workspace")
    path = root / "issued" / "allotments.xlsx"
    if kind == "master":
        run("merge", root, "--as-of", "2024-05-17", "--quiet")
        path = root / "master.xlsx"
    assert compare_report(compare(path, through_libreoffice(path, tmp_path)))["changes"] == []


words = st.text(st.characters(codec="utf-8"), max_size=30)


@given(words, words, words, words)
def test_the_parts_of_a_difference_are_the_texts_again(start, before, after, end) -> None:
    one, other = start + before + end, start + after + end
    parts = difference(one, other)
    assert parts.start + parts.before + parts.end == one
    assert normalise(parts.start + parts.after + parts.end) == normalise(other)


def test_a_long_text_is_shown_by_what_differs() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    before, after = shortened(f"{long} March {long}", f"{long} June {long}")
    assert before == "... word56 word57 word58 word59 March word0 word1 word2 word3 ..."
    assert after.count("June") == 1
    assert len(after) < 80


def test_the_same_comparison_gives_the_same_bytes() -> None:
    from planbook.writing.comparison import comparison_bytes

    comparison = found(ALLOTMENTS, ALLOTMENTS.replace("Olwen", "Olwyn"))
    assert comparison_bytes(comparison) == comparison_bytes(comparison)
    assert date(2000, 1, 1) == load_workbook(io.BytesIO(comparison_bytes(comparison))).properties.created.date()
