"""The quarter turns with `planbook issue`: what was sent and what came back is kept, and nothing undecided is lost."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk import ALLOTMENTS, run, workspace
from issued_books import PLOTS, SETTINGS, codes, filled_in, issued_workspace, merged, plan_sheet, plot_return, row_of
from planbook import issue_making
from planbook.errors import WorkspaceError
from planbook.issuing import issue
from planbook.workspace import turning
from planbook.workspace.holding import hold

DAY = "2024-06-01"
WRONG = ALLOTMENTS.replace("June 2024", "31st June 2024")


@pytest.fixture
def root(tmp_path: Path, capsys) -> Path:
    """A merged quarter: a return whose timescale waits for a decision, one in a sub-folder, and a letter."""
    folder = workspace(tmp_path / "w", SETTINGS)
    plot_return(folder, "plots.xlsx", WRONG)
    plot_return(folder, "from Jory/plots.xlsx", ALLOTMENTS.replace("All walked", "All walked twice"))
    (folder / "returns/letter.docx").write_bytes(b"not a workbook")
    (folder / "returns/.DS_Store").write_bytes(b"the computer's own")
    merged(folder, capsys, "2024-05-17")
    return folder


def everything(root: Path) -> dict[str, str]:
    """Every file of people's by its path, with what it holds."""
    files = (p for p in root.rglob("*") if p.is_file() and not p.name.startswith(".planbook"))
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def words_of(root: Path) -> list[str]:
    return sorted(everything(root).values())


def report_of(capsys, *words: object) -> dict:
    capsys.readouterr()
    assert run("issue", *words, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def test_what_was_issued_and_what_came_back_lies_in_a_dated_folder_unchanged(root, capsys) -> None:
    before = everything(root)
    report = report_of(capsys, root, "--as-of", DAY)
    after = everything(root)
    kept = {f"history/{DAY}/{name}": words for name, words in before.items() if name.startswith(("issued", "returns"))}
    stays = {"returns/.DS_Store": kept.pop(f"history/{DAY}/returns/.DS_Store")}
    assert {n: w for n, w in after.items() if n.startswith("history")} == kept
    assert {n: w for n, w in after.items() if n.startswith("returns")} == stays
    assert report["kept"] == f"history/{DAY}"
    assert len(report["moved"]) == len(kept) == 5
    assert after["master.xlsx"] == before["master.xlsx"]


def test_a_second_issue_on_one_day_has_a_folder_of_its_own(root, capsys) -> None:
    report_of(capsys, root, "--as-of", DAY)
    plot_return(root, "plots.xlsx")
    merged(root, capsys, DAY)
    first = everything(root)
    assert report_of(capsys, root, "--as-of", DAY)["kept"] == f"history/{DAY} (2)"
    kept = {n: w for n, w in first.items() if n.startswith("history")}
    assert kept.items() <= everything(root).items()


def test_what_waits_stays_open_though_the_next_quarters_return_has_the_same_name(root, capsys) -> None:
    waited = [e for e in merged(root, capsys, "2024-05-17")["exceptions"] if e["code"] == "T003"]
    report_of(capsys, root, "--as-of", DAY)
    pump = row_of(root / PLOTS, "west pump")
    typed = {f"E{pump}": "1 Work required\n1.7.24: Asked again."}
    for day in ("2024-07-01", "2024-07-02"):
        filled_in(root / PLOTS, root / "returns/plots.xlsx", typed)
        still = [e for e in merged(root, capsys, day)["exceptions"] if e["code"] == "T003"]
        assert [(e["ref"], e["value"]) for e in still] == [(e["ref"], e["value"]) for e in waited]
        assert [e["file"] for e in still] == [f"history/{DAY}/returns/plots.xlsx"]
        assert (root / still[0]["file"]).exists()
        assert (still[0]["sheet"], still[0]["cell"]) == (waited[0]["sheet"], waited[0]["cell"])


def test_what_waits_is_found_after_two_turns_without_a_merge_between(root, capsys) -> None:
    report_of(capsys, root, "--as-of", DAY)
    report_of(capsys, root, "--as-of", "2024-06-02")
    filled_in(root / PLOTS, root / "returns/plots.xlsx", {})
    still = [e for e in merged(root, capsys)["exceptions"] if e["code"] == "T003"]
    assert [e["file"] for e in still] == [f"history/{DAY}/returns/plots.xlsx"]


def test_a_decision_that_is_made_after_the_turn_is_applied(root, capsys) -> None:
    waits = next(e for e in merged(root, capsys, "2024-05-17")["exceptions"] if e["code"] == "T003")
    report_of(capsys, root, "--as-of", DAY)
    opened = load_workbook(root / "master.xlsx")
    sheet = opened["Exceptions - Dates"]
    headings = {c.value: c.column for row in sheet.iter_rows() for c in row if c.value in ("Ref", "Decision")}
    row = next(c.row for line in sheet.iter_rows() for c in line if waits["ref"] in str(c.value))
    sheet.cell(row, headings["Decision"], "Take the suggestion")
    opened.save(root / "master.xlsx")
    report = merged(root, capsys)
    assert ("2a", "timescale", "30 June 2024") in {(c["action"], c["field"], c["after"]) for c in report["changes"]}
    assert codes(report, "T003") == []


def test_a_remark_below_a_table_stays_open_with_the_place_where_it_lies_now(tmp_path, capsys) -> None:
    root = issued_workspace(tmp_path / "w")
    last = row_of(root / PLOTS, "west pump") + 9
    filled_in(root / PLOTS, root / "returns/plots.xlsx", {f"A{last}": "Please ask the water board."})
    assert codes(merged(root, capsys), "S006") == [("S006", "")]
    report_of(capsys, root, "--as-of", "2024-09-01")
    for day in ("2024-09-02", "2024-09-03"):
        filled_in(root / PLOTS, root / "returns/plots.xlsx", {})
        found = [e for e in merged(root, capsys, day)["exceptions"] if e["code"] == "S006"]
        assert [(e["value"], e["file"]) for e in found] == [
            ("Please ask the water board.", "history/2024-09-01/returns/plots.xlsx")
        ]


@pytest.mark.parametrize("what", ["a new return", "an edit of the master", "a decision"])
def test_what_the_master_has_not_taken_up_stops_the_issue_before_anything_moves(root, what, capsys) -> None:
    if what == "a new return":
        plot_return(root, "late.xlsx", ALLOTMENTS.replace("All walked", "All walked // 3.3.24: Again."))
    else:
        opened = load_workbook(root / "master.xlsx")
        if what == "an edit of the master":
            sheet = opened["1 Allotments for all"]
            row = next(c.row for line in sheet.iter_rows() for c in line if "west pump" in str(c.value))
            sheet.cell(row, 3, "Jory Penna")
        else:
            sheet = opened["Exceptions - Dates"]
            at = next(c for row in sheet.iter_rows() for c in row if c.value == "Decision")
            sheet.cell(at.row + 1, at.column, "Keep the master")
        opened.save(root / "master.xlsx")
    before = everything(root)
    capsys.readouterr()
    assert run("issue", root, "--as-of", DAY) == 2
    assert "planbook merge" in capsys.readouterr().err
    assert everything(root) == before


def test_without_a_master_nothing_goes_out(tmp_path, capsys) -> None:
    root = workspace(tmp_path / "w")
    assert run("issue", root, "--as-of", DAY) == 2
    assert "planbook merge" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(root, capsys) -> None:
    before = everything(root)
    report = report_of(capsys, root, "--as-of", DAY, "--dry-run")
    assert everything(root) == before
    assert (len(report["issued"]), report["written"]) == (2, False)


def test_one_sub_committee_alone_turns_its_own_quarter(root, capsys) -> None:
    """The others' workbooks and returns stay, and so does what is nobody's."""
    report = report_of(capsys, root, "--as-of", DAY, "--committee", "plots group")
    assert [i["committee"] for i in report["issued"]] == ["Plots Group"]
    assert set(report["moved"]) == {"issued/allotments.xlsx", "returns/plots.xlsx", "returns/from Jory/plots.xlsx"}
    assert (root / "issued/seeds.xlsx").exists()
    assert (root / "returns/letter.docx").exists()
    again = report_of(capsys, root, "--as-of", "2024-06-05", "--committee", "Plots Group")
    assert again["moved"] == [PLOTS]
    assert codes(merged(root, capsys), "T003") == [("T003", "2a")]


def test_a_sub_committee_that_does_not_exist_gets_the_nearest_name(root, capsys) -> None:
    before = everything(root)
    capsys.readouterr()
    assert run("issue", root, "--as-of", DAY, "--committee", "Plot Group") == 2
    assert "Did you mean 'Plots Group'" in capsys.readouterr().err
    assert everything(root) == before


def test_two_sub_committees_share_a_plan_and_each_gets_its_own(tmp_path, capsys) -> None:
    shared = '[[committee]]\nname = "North"\nplans = ["1"]\n[[committee]]\nname = "South"\nplans = ["1", "3"]\n'
    root = issued_workspace(tmp_path / "w", shared)
    for name in ("North", "South"):
        filled_in(root / f"issued/{name}.xlsx", root / f"returns/{name}.xlsx", {})
    report = merged(root, capsys)
    assert [p["plan"] for p in report["plans"]] == ["1", "3"]
    assert {tuple(r["plans"]): r["status"] for r in report["returns"]} == {("1",): "unchanged", ("1", "3"): "unchanged"}


def test_a_workspace_that_another_run_holds_is_left_alone(root, capsys) -> None:
    before = everything(root)
    with hold(root):
        assert run("issue", root, "--as-of", DAY) == 2
    assert everything(root) == before


# ------------------------------------------------------------------ whoever is stopped


class Stopped(BaseException):
    """The plug is pulled: nothing catches it."""


STEPS = ("written_in", "_rename", "sync_folder", "_place", "digest")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_run_that_is_stopped_anywhere_loses_nothing_and_the_next_one_ends_as_it_would(
    root, tmp_path, step, after, monkeypatch, capsys
) -> None:
    """At each call of each step: every file is still there once, and the next run makes of it what one run makes."""
    whole = tmp_path / "undisturbed"
    shutil.copytree(root, whole)
    report_of(capsys, whole, "--as-of", DAY)
    before, real = words_of(root), getattr(turning, step)
    for count in range(1, 40):
        trial = tmp_path / f"{step}-{count}"
        shutil.copytree(root, trial)
        left = [count]

        def stopped(*words: object, left: list[int] = left) -> object:
            left[0] -= 1
            if left[0] == 0 and not after:
                raise Stopped
            done = real(*words)
            if left[0] == 0:
                raise Stopped
            return done

        monkeypatch.setattr(turning, step, stopped)
        with contextlib.suppress(Stopped):
            run("issue", trial, "--as-of", DAY, "--quiet")
        monkeypatch.setattr(turning, step, real)
        there = words_of(trial)
        assert all(there.count(words) >= before.count(words) for words in before)
        if left[0] > 0:
            break
        assert run("issue", trial, "--as-of", DAY, "--quiet") == 0
        assert everything(trial) == everything(whole)
        shutil.rmtree(trial)
    assert left[0] > 0
    assert count > 1


def test_a_file_that_cannot_be_moved_is_named_and_the_next_run_goes_on(root, monkeypatch, capsys) -> None:
    """As Windows does with a workbook that is open."""
    real = turning._rename

    def refused(source: Path, target: Path) -> None:
        if source.name == "letter.docx":
            raise PermissionError(13, "it is open")
        real(source, target)

    before = words_of(root)
    master_before = everything(root)["master.xlsx"]
    monkeypatch.setattr(turning, "_rename", refused)
    capsys.readouterr()
    assert run("issue", root, "--as-of", DAY) == 2
    said = capsys.readouterr().err
    assert "returns/letter.docx" in said
    assert "run again" in said
    monkeypatch.setattr(turning, "_rename", real)
    assert run("merge", root, "--as-of", DAY, "--quiet") in (0, 1)
    assert (root / PLOTS).exists()
    assert (root / f"history/{DAY}/returns/letter.docx").exists()
    assert set(before) <= set(words_of(root)) | {master_before}


def test_a_return_that_changes_while_the_issue_runs_stays_and_is_named(root, monkeypatch) -> None:
    real = turning.turn

    def late(where: Path, *words: object) -> object:
        plot_return(root, "plots.xlsx", ALLOTMENTS.replace("All walked", "All walked // 3.3.24: Again."))
        return real(where, *words)

    monkeypatch.setattr("planbook.issuing.turn", late)
    done = issue(root, date(2024, 6, 1))
    assert done.stayed == ("returns/plots.xlsx",)
    assert (root / "returns/plots.xlsx").exists()
    assert not (root / f"history/{DAY}/returns/plots.xlsx").exists()


def test_a_full_disk_leaves_everything_as_it_was(root, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = everything(root)
    monkeypatch.setattr(turning, "written_in", full)
    with pytest.raises(WorkspaceError, match="No space left"):
        issue(root, date(2024, 6, 1))
    assert everything(root) == before
    assert not (root / ".planbook-issue").exists()


def test_a_master_that_is_changed_by_hand_meanwhile_stops_the_issue(root, monkeypatch, capsys) -> None:
    real = issue_making.prove

    def typed(*words: object) -> None:
        real(*words)
        opened = load_workbook(root / "master.xlsx")
        opened["1 Allotments for all"]["H1"] = "x"
        opened.save(root / "master.xlsx")

    monkeypatch.setattr(issue_making, "prove", typed)
    issued = sorted(p.name for p in (root / "issued").iterdir())
    assert run("issue", root, "--as-of", DAY) == 2
    assert "changed while" in capsys.readouterr().err
    assert sorted(p.name for p in (root / "issued").iterdir()) == issued


def test_a_book_that_does_not_read_back_stops_the_issue(root, monkeypatch, capsys) -> None:
    real = issue_making.issue_bytes

    def spoiled(*words: object) -> bytes:
        opened = load_workbook(io.BytesIO(real(*words)))
        sheet = plan_sheet(opened)
        sheet.cell(4, 3, "Somebody Else")
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()

    before = everything(root)
    monkeypatch.setattr(issue_making, "issue_bytes", spoiled)
    assert run("issue", root, "--as-of", DAY) == 2
    assert "does not read back" in capsys.readouterr().err
    assert everything(root) == before
