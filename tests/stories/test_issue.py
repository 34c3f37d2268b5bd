"""`planbook issue`: what goes out, and what comes back from it, whatever people do to the file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from building import LAYOUTS
from desk import ALLOTMENTS, plan_file, run, through_libreoffice, workspace
from issued_books import (
    OURS,
    PLOTS,
    SEEDS_BOOK,
    SETTINGS,
    changes_of,
    codes,
    filled_in,
    issued_workspace,
    key_column,
    merged,
    plan_sheet,
    plot_return,
    row_of,
    values_only,
)
from planbook.forms import GUIDANCE, LISTS, NEW_WORDS, SNAPSHOT
from planbook.library import read_workbook

NEWS = "1.6.24: The pump works again."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return issued_workspace(tmp_path / "w")


@pytest.fixture
def pump(root) -> int:
    """The row of the action about the pump."""
    return row_of(root / PLOTS, "west pump")


# ------------------------------------------------------------------ what goes out


def test_each_sub_committee_gets_one_workbook_named_as_every_system_can_name_it(root) -> None:
    assert sorted(p.name for p in (root / "issued").iterdir()) == ["Plots Group.xlsx", "Seeds sharing saving.xlsx"]
    opened = load_workbook(root / PLOTS)
    assert opened.sheetnames == [GUIDANCE, "1 Allotments for all", LISTS, SNAPSHOT]
    assert [s.title for s in opened.worksheets if s.sheet_state != "visible"] == [LISTS, SNAPSHOT]


def test_without_sub_committees_each_plan_goes_out_under_its_title(tmp_path) -> None:
    root = issued_workspace(tmp_path / "w", "")
    assert sorted(p.stem for p in (root / "issued").iterdir()) == ["Allotments for all", "Working on allotments"]


def test_a_plan_that_nobody_answers_for_goes_out_all_the_same_and_is_named(tmp_path, capsys) -> None:
    root = workspace(tmp_path / "w", '[[committee]]\nname = "Plots"\nplans = ["1"]\n')
    run("merge", root, "--quiet", "--as-of", "2024-05-17")
    capsys.readouterr()
    run("issue", root, "--format", "json", "--as-of", "2024-06-01")
    report = json.loads(capsys.readouterr().out)
    assert report["unassigned"] == ["3"]
    assert [(i["committee"], i["plans"]) for i in report["issued"]] == [
        ("Plots", ["1"]),
        ("Working on allotments", ["3"]),
    ]


def test_agreed_cells_are_locked_and_progress_cells_open(root, pump) -> None:
    sheet = plan_sheet(load_workbook(root / PLOTS))
    locked = {c: sheet[f"{c}{pump}"].protection.locked for c in "ABCDE"}
    assert locked == {"A": True, "B": True, "C": True, "D": True, "E": False}
    assert sheet.protection.sheet
    assert not sheet.protection.password
    allowed = ("formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter")
    assert [name for name in allowed if getattr(sheet.protection, name)] == []


def test_there_are_open_rows_for_new_actions_below_the_last(root, pump) -> None:
    sheet = plan_sheet(load_workbook(root / PLOTS))
    room = [[sheet.cell(pump + n, c).protection.locked for c in range(1, 6)] for n in range(1, 6)]
    assert room == [[False] * 5] * 5
    assert all(sheet.cell(pump + n, c).value is None for n in range(1, 6) for c in range(1, 6))


def test_ratings_and_leads_are_offered_from_ranges_whatever_their_length(tmp_path) -> None:
    root = workspace(tmp_path / "w", SETTINGS)
    names = [f"Somebody Longname Number-{n}" for n in range(60)]
    register = Workbook()
    people = register.active
    people.title = "People"
    for row in [("Name", "Active"), *((name, "yes") for name in names), ("Gone Person", "no")]:
        people.append(row)
    register.save(root / "register.xlsx")
    run("merge", root, "--quiet", "--as-of", "2024-05-17")
    assert run("issue", root, "--quiet", "--as-of", "2024-06-01") == 0
    opened = load_workbook(root / SEEDS_BOOK)
    rules = {r.formula1: r for r in plan_sheet(opened).data_validations.dataValidation if r.type == "list"}
    leads, ratings = (f"'{LISTS}'!$A$1:$A$60", f"'{LISTS}'!$B$1:$B$4")
    assert set(rules) == {leads, ratings}
    assert all(rule.errorStyle == "warning" for rule in rules.values())
    assert sorted(c.value for c in opened[LISTS]["A"]) == sorted(names)
    offered = [c.value for c in opened[LISTS]["B"][:4]]
    assert offered == ["1 - Work required", "2 - Slow progress", "3 - On target", "4 - Complete"]


def test_a_rating_that_shares_its_cell_with_the_update_is_hinted_at_and_never_offered(root, pump) -> None:
    """Choosing from a drop-down would replace the update."""
    rules = plan_sheet(load_workbook(root / PLOTS)).data_validations.dataValidation
    mine = [r for r in rules if f"E{pump}" in r.sqref]
    assert [r.type for r in mine] in ([None], ["none"])
    assert "3 - On target" in mine[0].prompt


def test_the_guidance_says_what_was_open_in_this_plan_and_nothing_of_others(tmp_path, capsys) -> None:
    root = workspace(tmp_path / "w", SETTINGS)
    plot_return(root, "plots.xlsx", ALLOTMENTS.replace("June 2024", "31st June 2024"))
    merged(root, capsys, "2024-05-17")
    assert run("issue", root, "--quiet", "--as-of", "2024-06-01") == 0
    said = [str(row[0].value) for row in load_workbook(root / PLOTS)[GUIDANCE].iter_rows()]
    assert any(line.startswith("2a, Timescale:") and "31st June 2024" in line for line in said)
    with zipfile.ZipFile(root / SEEDS_BOOK) as archive:
        whole = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert "seed list" in whole
    for word in ("pump", "31st June", "plots.xlsx", "Olwen", "Plots Group"):
        assert word not in whole


def test_the_same_master_gives_the_same_workbooks(root, tmp_path) -> None:
    other = issued_workspace(tmp_path / "other")
    for name in (PLOTS, SEEDS_BOOK):
        assert (root / name).read_bytes() == (other / name).read_bytes()


def test_an_action_that_nobody_agreed_to_goes_out_marked_and_open(tmp_path, capsys) -> None:
    root = workspace(tmp_path / "w", SETTINGS)
    new = "| ^ | 2b. Dig a second well | Jory Penna | May 2025 | 1 | |"
    plot_return(root, "plots.xlsx", f"{ALLOTMENTS.rstrip()}\n{new}\n")
    merged(root, capsys, "2024-05-17")
    assert run("issue", root, "--quiet", "--as-of", "2024-06-01") == 0
    row = row_of(root / PLOTS, "second well")
    sheet = plan_sheet(load_workbook(root / PLOTS))
    assert NEW_WORDS in [c.value for c in sheet[row]]
    assert not sheet[f"B{row}"].protection.locked
    filled_in(root / PLOTS, root / "returns/plots.xlsx", {f"B{row}": "2b. Dig a second, deeper well"})
    report = merged(root, capsys)
    assert ("2b", "action", "2b. Dig a second, deeper well") in changes_of(report)
    assert codes(report, "S001", "S006", "S007") == []


# ------------------------------------------------------------------ what comes back


def returned_as_it_was(root: Path, capsys) -> None:
    report = merged(root, capsys)
    assert [(r["status"], r["changes"]) for r in report["returns"]] == [("unchanged", 0)] * len(report["returns"])
    assert report["changes"] == []
    assert codes(report, "S001", "S006", "S007", "F006", "M003", "M004", "M005", "M006", "M007") == []
    assert {n: report["cells"][n] for n in ("changed", "held", "carried")} == {"changed": 0, "held": 0, "carried": 0}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_comes_back_as_it_went_out_changes_nothing(tmp_path, layout, capsys) -> None:
    root = tmp_path / "w"
    plan_file(root, "issued/plan.xlsx", layout=LAYOUTS[layout])
    merged(root, capsys, "2024-05-17")
    assert run("issue", root, "--quiet", "--as-of", "2024-06-01") == 0
    book = next((root / "issued").iterdir())
    filled_in(book, root / "returns/what people call it.xlsx", {})
    returned_as_it_was(root, capsys)


def test_what_was_saved_by_libreoffice_comes_back_as_it_was_with_what_was_typed(root, pump, tmp_path, capsys) -> None:
    for name in (PLOTS, SEEDS_BOOK):
        saved = through_libreoffice(root / name, tmp_path / name)
        (root / "returns" / saved.name).write_bytes(saved.read_bytes())
    returned_as_it_was(root, capsys)
    typed = filled_in(root / PLOTS, tmp_path / "typed.xlsx", {f"E{pump}": f"3 - On target\n{NEWS}"})
    saved = through_libreoffice(typed, tmp_path / "again")
    (root / "returns/Plots Group.xlsx").write_bytes(saved.read_bytes())
    report = merged(root, capsys, "2024-07-02")
    assert changes_of(report) == {("2a", "update", NEWS), ("2a", "rag", "3 On target")}


def test_what_was_typed_is_taken_and_nothing_else(root, pump, capsys) -> None:
    filled_in(root / PLOTS, root / "returns/Re Fw minutes.xlsx", {f"E{pump}": f"3 - On target\n{NEWS}"})
    report = merged(root, capsys)
    assert changes_of(report) == {("2a", "update", NEWS), ("2a", "rag", "3 On target")}
    assert report["missing_returns"] == ["3"]


def test_a_new_action_in_the_room_is_new_and_not_yet_agreed(root, pump, capsys) -> None:
    cells = {f"B{pump + 2}": "2b. Buy a hose", f"C{pump + 2}": "Jory Penna", f"D{pump + 2}": "May 2025"}
    filled_in(root / PLOTS, root / "returns/a.xlsx", cells)
    assert codes(merged(root, capsys), "M003", "M004", "M007", "S006") == [("M004", "2b")]


def test_rows_that_were_sorted_with_their_keys_are_known_though_reworded(root, pump, capsys) -> None:
    """Wording, number and place all changed: only the key can tell."""

    source = root / SEEDS_BOOK
    rows = row_of(source, "seed list"), row_of(source, "swap in the autumn")

    def swapped(sheet) -> None:
        words = {row: [c.value for c in sheet[row]] for row in rows}
        for row, other in zip(rows, reversed(rows), strict=True):
            for cell, value in zip(sheet[row], words[other], strict=True):
                if type(cell).__name__ != "MergedCell":
                    cell.value = value
        sheet.cell(rows[1], 2, "Teach classes about heirloom varieties")
        sheet.cell(rows[1], 1, "9.9")

    filled_in(source, root / "returns/seeds.xlsx", {}, swapped)
    report = merged(root, capsys)
    assert codes(report, "M003", "M004", "M007") == []
    assert ("M005", "3.1") in codes(report, "M005")


def test_sorting_the_visible_columns_alone_leaves_the_keys_behind_and_the_words_decide(root, capsys) -> None:
    source = root / SEEDS_BOOK
    rows = row_of(source, "seed list"), row_of(source, "swap in the autumn")

    def swapped(sheet) -> None:
        keys = key_column(sheet)
        words = {row: [c.value for c in sheet[row][: keys - 1]] for row in rows}
        for row, other in zip(rows, reversed(rows), strict=True):
            for cell, value in zip(sheet[row], words[other], strict=False):
                cell.value = value

    filled_in(source, root / "returns/seeds.xlsx", {}, swapped)
    report = merged(root, capsys)
    assert report["changes"] == []
    assert codes(report, "M003", "M004", "M005", "M007") == []


@pytest.mark.parametrize("keys", [True, False], ids=["keys kept", "keys lost"])
def test_a_plan_that_was_copied_into_a_workbook_of_their_own_is_known(root, pump, tmp_path, keys, capsys) -> None:
    typed = filled_in(root / PLOTS, tmp_path / "typed.xlsx", {f"E{pump}": f"1 - Work required\n{NEWS}"})
    values_only(typed, root / "returns/own.xlsx", keys=keys)
    report = merged(root, capsys)
    assert changes_of(report) == {("2a", "update", NEWS)}
    assert codes(report, "S001", "S006", "F003", "M003", "M004", "M007") == []


def test_a_deleted_key_column_and_a_renamed_sheet_are_made_up_for(root, pump, capsys) -> None:
    def spoiled(sheet) -> None:
        sheet.delete_cols(key_column(sheet))
        sheet.title = "Our plan"

    filled_in(root / PLOTS, root / "returns/a.xlsx", {f"E{pump}": f"1 - Work required\n{NEWS}"}, spoiled)
    report = merged(root, capsys)
    assert changes_of(report) == {("2a", "update", NEWS)}
    assert codes(report, "S001", "S006", "F003", "M003", "M004", "M007") == []


def test_a_row_that_was_copied_with_its_key_is_a_new_one_and_the_first_stays_itself(root, capsys) -> None:
    source = root / SEEDS_BOOK
    first = row_of(source, "seed list")

    def copied(sheet) -> None:
        last = row_of(source, "swap in the autumn")
        for cell in sheet[first]:
            sheet.cell(last + 1, cell.column, cell.value)
        sheet.cell(last + 1, 1, "3.3")
        sheet.cell(last + 1, 2, "Print the catalogue in large letters")

    filled_in(source, root / "returns/seeds.xlsx", {}, copied)
    report = merged(root, capsys)
    assert codes(report, "M003", "M004", "M005", "M007") == [("M004", "3.3")]


def test_what_somebody_types_among_our_own_cells_is_carried_and_said(root, capsys) -> None:
    def noted(sheet) -> None:
        row = row_of(root / PLOTS, "west pump")
        sheet.cell(row, key_column(sheet), "Ask Jory about this")
        sheet.parent[GUIDANCE]["C3"] = "We could not open it on the tablet"

    filled_in(root / PLOTS, root / "returns/a.xlsx", {}, noted)
    report = merged(root, capsys)
    said = {e["value"] for e in report["exceptions"] if e["code"] == "S006"}
    assert said == {"Ask Jory about this", "We could not open it on the tablet"}


def test_a_blank_return_wipes_nothing_and_is_told_apart(root, capsys) -> None:
    rows = [row_of(root / PLOTS, words) for words in ("Walk the rows", "absent holders", "west pump")]
    filled_in(root / PLOTS, root / "returns/blank.xlsx", {f"E{row}": None for row in rows})
    report = merged(root, capsys)
    assert report["changes"] == []
    master = load_workbook(root / "master.xlsx")
    assert any("All walked" in str(c.value) for row in master["1 Allotments for all"].iter_rows() for c in row)
    assert any("blank" in str(c.value) for row in master["Returns"].iter_rows(min_row=3) for c in row)


def test_an_issued_workbook_reads_like_any_plan_without_what_is_ours(root) -> None:
    items = read_workbook(root / PLOTS).items()
    assert [i["action"] for i in items] == ["1a", "1b", "2a"]
    assert all(i["extra"] == {} for i in items)


# ------------------------------------------------------------------ older issues


@pytest.fixture
def second(root, pump, capsys) -> Path:
    """A second quarter: the pump was rated 3 and updated in the first, and the plan went out again."""
    (root / "first.xlsx").write_bytes((root / PLOTS).read_bytes())
    filled_in(root / PLOTS, root / "returns/plots.xlsx", {f"E{pump}": f"3 - On target\n{NEWS}"})
    merged(root, capsys)
    assert run("issue", root, "--quiet", "--as-of", "2024-09-01") == 0
    return root


def test_a_return_from_an_older_issue_is_named_and_undoes_nothing(second, capsys) -> None:
    """What it did not touch stays as it is now, though it still says what was then."""
    row = row_of(second / "first.xlsx", "Walk the rows")
    filled_in(
        second / "first.xlsx",
        second / "returns/late.xlsx",
        {f"E{row}": "3 On target\n2.2.24: All walked\n9.6.24: Again."},
    )
    report = merged(second, capsys, "2024-09-15")
    assert changes_of(report) == {("1a", "update", "2.2.24: All walked\n9.6.24: Again.")}
    assert [(e["code"], e["file"]) for e in report["exceptions"] if e["code"] == "F006"] == [
        ("F006", "returns/late.xlsx")
    ]
    assert codes(report, "M001", "M003", "M004", "M005", "M006", "U003") == []


def test_what_an_older_copy_changed_otherwise_than_the_master_is_asked_about(second, pump, capsys) -> None:
    filled_in(
        second / "first.xlsx",
        second / "returns/late.xlsx",
        {f"E{pump}": "2 - Slow progress\n8.6.24: Parts are ordered."},
    )
    report = merged(second, capsys, "2024-09-15")
    assert codes(report, "M001", "M002", "U003") == [("M001", "2a")]
    assert changes_of(report) == {("2a", "update", f"{NEWS}\n8.6.24: Parts are ordered.")}


def test_an_old_and_a_new_copy_are_each_compared_with_what_they_started_from(second, pump, capsys) -> None:
    filled_in(
        second / "first.xlsx", second / "returns/old.xlsx", {f"E{pump}": "1 Work required\n8.6.24: Parts are ordered."}
    )
    filled_in(second / PLOTS, second / "returns/new.xlsx", {f"E{pump}": f"4 - Complete\n{NEWS}\n10.9.24: Handed over."})
    report = merged(second, capsys, "2024-09-15")
    whole = f"{NEWS}\n8.6.24: Parts are ordered.\n10.9.24: Handed over."
    assert {c for c in changes_of(report) if c[1] == "rag"} == {("2a", "rag", "4 Complete")}
    assert {c[2] for c in changes_of(report) if c[1] == "update"} == {whole}
    assert codes(report, "M001", "M002", "U003") == []


def test_a_row_that_only_carries_its_key_tells_that_it_is_of_an_older_issue(second, capsys) -> None:
    values_only(second / "first.xlsx", second / "returns/own.xlsx", keys=True)
    report = merged(second, capsys, "2024-09-15")
    assert [e["file"] for e in report["exceptions"] if e["code"] == "F006"] == ["returns/own.xlsx"]


def test_keys_are_kept_from_issue_to_issue(second) -> None:
    def keys(path: Path) -> list[str]:
        sheet = plan_sheet(load_workbook(path))
        found = [row[0].value for row in sheet.iter_rows(min_col=key_column(sheet), max_col=key_column(sheet))]
        return [str(v).split(".")[0] for v in found if str(v).startswith("pb-")]

    assert keys(second / "first.xlsx") == keys(second / PLOTS)
    assert len(set(keys(second / PLOTS))) == 3


def test_the_manager_rewords_an_action_and_an_old_copy_still_finds_it(root, pump, capsys) -> None:
    (root / "first.xlsx").write_bytes((root / PLOTS).read_bytes())
    merged(root, capsys)
    opened = load_workbook(root / "master.xlsx")
    opened["1 Allotments for all"][f"B{pump}"] = "2a. Replace whatever brings water to the western half"
    opened.save(root / "master.xlsx")
    merged(root, capsys, "2024-07-02")
    assert run("issue", root, "--quiet", "--as-of", "2024-09-01") == 0
    filled_in(root / "first.xlsx", root / "returns/late.xlsx", {f"E{pump}": f"1 Work required\n{NEWS}"})
    report = merged(root, capsys, "2024-09-15")
    assert ("2a", "update", NEWS) in changes_of(report)
    assert codes(report, "M003", "M004", "M007", "M008") == []


# ------------------------------------------------------------------ sent twice


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("Plots.xlsx", "Plots (1).xlsx"), ("Plots v1.xlsx", "Plots v2.xlsx"), ("Plots.xlsx", "Plots final.xlsx")],
)
def test_a_later_copy_by_its_name_counts_instead_of_the_earlier_one(root, pump, earlier, later, capsys) -> None:
    filled_in(root / PLOTS, root / "returns" / earlier, {f"E{pump}": "1 Work required\n1.6.24: The pump works agian."})
    filled_in(root / PLOTS, root / "returns" / later, {f"E{pump}": f"1 Work required\n{NEWS}"})
    report = merged(root, capsys)
    assert {r["file"]: r["status"] for r in report["returns"]} == {
        f"returns/{earlier}": "superseded",
        f"returns/{later}": "merged",
    }
    assert changes_of(report) == {("2a", "update", NEWS)}
    said = [e for e in report["exceptions"] if e["code"] == "F004"]
    assert [(e["file"], f"returns/{later}" in e["message"]) for e in said] == [(f"returns/{earlier}", True)]


def test_a_copy_that_says_all_that_another_says_and_more_counts_whatever_it_is_called(root, pump, capsys) -> None:
    row = row_of(root / PLOTS, "absent holders")
    typed = {f"E{pump}": f"1 Work required\n{NEWS}"}
    filled_in(root / PLOTS, root / "returns/from the phone.xlsx", typed)
    filled_in(root / PLOTS, root / "returns/Answer.xlsx", {**typed, f"E{row}": "3 On target\n3.6.24: Written to all."})
    report = merged(root, capsys)
    assert [(r["file"], r["status"]) for r in report["returns"]] == [
        ("returns/Answer.xlsx", "merged"),
        ("returns/from the phone.xlsx", "superseded"),
    ]


def test_two_people_of_one_sub_committee_who_fill_in_different_cells_are_both_merged(root, pump, capsys) -> None:
    row = row_of(root / PLOTS, "absent holders")
    filled_in(root / PLOTS, root / "returns/Plots.xlsx", {f"E{pump}": f"1 Work required\n{NEWS}"})
    filled_in(root / PLOTS, root / "returns/Plots (1).xlsx", {f"E{row}": "2 Slow progress\n3.6.24: Written to all."})
    report = merged(root, capsys)
    assert [r["status"] for r in report["returns"]] == ["merged", "merged"]
    assert changes_of(report) == {("2a", "update", NEWS), ("1b", "update", "3.6.24: Written to all.")}


def test_a_blank_later_copy_takes_the_place_of_nothing(root, pump, capsys) -> None:
    filled_in(root / PLOTS, root / "returns/Plots.xlsx", {f"E{pump}": f"1 Work required\n{NEWS}"})
    rows = [row_of(root / PLOTS, words) for words in ("Walk the rows", "absent holders", "west pump")]
    filled_in(root / PLOTS, root / "returns/Plots final.xlsx", {f"E{row}": None for row in rows})
    report = merged(root, capsys)
    assert ("2a", "update", NEWS) in changes_of(report)
    assert "superseded" not in {r["status"] for r in report["returns"]}


def test_sheets_of_two_sub_committees_in_one_workbook_are_two_returns(root, pump, capsys) -> None:
    opened = load_workbook(root / PLOTS)
    other = plan_sheet(load_workbook(root / SEEDS_BOOK))
    plan_sheet(opened)[f"E{pump}"] = f"1 Work required\n{NEWS}"
    copied = opened.create_sheet(other.title)
    for row in other.iter_rows():
        for cell in row:
            if cell.value is not None:
                copied.cell(cell.row, cell.column, cell.value)
    for area in other.merged_cells.ranges:
        copied.merge_cells(str(area))
    opened.save(root / "returns/both.xlsx")
    report = merged(root, capsys)
    assert [(r["plans"], r["status"]) for r in report["returns"]] == [(["1", "3"], "merged")]
    assert changes_of(report) == {("2a", "update", NEWS)}
    assert OURS[0] in opened.sheetnames
