"""`planbook restore`: an earlier master comes back whole, and nothing is lost on the way."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from building import LAYOUTS, book
from desk import ALLOTMENTS, plan_file, run, workspace
from planbook.restoring import workspace_and_version
from planbook.workspace.holding import hold

DAYS = ("2024-03-01", "2024-05-17", "2024-08-30")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with three versions: the third is the master, the first two lie in history."""
    folder = workspace(tmp_path / "w")
    for number, day in enumerate(DAYS):
        words = ALLOTMENTS.replace("All walked", f"All walked // {number + 3}.2.24: Visit {number}.")
        plan_file(folder, f"returns/{number}.xlsx", words)
        run("merge", folder, "--as-of", day, "--quiet")
    return folder


def masters(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.glob("*.xlsx")}


def report(capsys, *words: object) -> dict:
    capsys.readouterr()
    assert run(*words, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def test_without_a_version_the_earlier_masters_are_listed_newest_first(root, capsys) -> None:
    versions = report(capsys, "restore", root)["versions"]
    assert [(v["version"], v["date"], v["whole"]) for v in versions] == [("V2", DAYS[1], True), ("V1", DAYS[0], True)]
    assert all(v["size"] == (root / v["file"]).stat().st_size for v in versions)


@pytest.mark.parametrize("word", ["V1", "v1", "1", "master V1.xlsx", "master V1"])
def test_a_version_comes_back_and_the_present_master_is_kept(root, word, capsys) -> None:
    before, earlier = (root / "master.xlsx").read_bytes(), masters(root / "history")
    done = report(capsys, "restore", root, word)
    assert (root / "master.xlsx").read_bytes() == earlier["master V1.xlsx"]
    assert done["restored"]["version"] == "V1"
    assert (root / done["kept"]).read_bytes() == before
    assert masters(root / "history") == earlier | {"master V3.xlsx": before}


def test_what_is_the_master_already_changes_nothing(root, capsys) -> None:
    run("restore", root, "V1")
    there = masters(root / "history")
    capsys.readouterr()
    assert run("restore", root, "V1") == 0
    assert "nothing was done" in capsys.readouterr().out
    assert masters(root / "history") == there


def test_the_next_merge_goes_on_from_the_version_that_came_back(root) -> None:
    present = (root / "master.xlsx").read_bytes()
    assert run("restore", root, "V1", "--quiet") == 0
    assert run("merge", root, "--as-of", DAYS[2], "--quiet") in (0, 1)
    assert present in masters(root / "history").values()


@pytest.mark.parametrize(("word", "nearest"), [("V9", "V2"), ("0", "V1"), ("mastr V2.xlsx", "master V2.xlsx")])
def test_a_version_that_is_not_there_names_the_nearest(root, word, nearest, capsys) -> None:
    before = (root / "master.xlsx").read_bytes()
    assert run("restore", root, word) == 2
    assert f"nearest is {nearest};" in capsys.readouterr().err
    assert (root / "master.xlsx").read_bytes() == before


@pytest.mark.parametrize("damage", ["cut short", "not a master", "no bytes"])
def test_a_version_that_is_not_whole_is_listed_as_such_and_not_used(root, damage, capsys) -> None:
    path = root / "history" / "master V1.xlsx"
    data = path.read_bytes()
    other = book(LAYOUTS["fathers"](ALLOTMENTS))
    path.write_bytes({"cut short": data[: len(data) // 2], "not a master": other, "no bytes": b""}[damage])
    before = (root / "master.xlsx").read_bytes()
    wholes = {v["version"]: v["whole"] for v in report(capsys, "restore", root)["versions"]}
    assert wholes == {"V2": True, "V1": False}
    assert run("restore", root, "V1") == 2
    assert "cannot be brought back" in capsys.readouterr().err
    assert (root / "master.xlsx").read_bytes() == before


def test_two_masters_of_one_version_are_told_apart_by_name(root, capsys) -> None:
    history = root / "history"
    (history / "master V1 (2).xlsx").write_bytes((history / "master V1.xlsx").read_bytes())
    assert run("restore", root, "V1") == 2
    assert "'master V1 (2).xlsx'" in capsys.readouterr().err
    assert run("restore", root, "master V1.xlsx", "--quiet") == 0


def test_a_master_that_is_open_or_held_stays(root, capsys) -> None:
    before = (root / "master.xlsx").read_bytes()
    owner = root / "~$master.xlsx"
    owner.write_bytes(b"")
    assert run("restore", root, "V1") == 2
    assert "is open in Excel" in capsys.readouterr().err
    owner.unlink()
    with hold(root):
        assert run("restore", root, "V1") == 2
    assert "Another run holds" in capsys.readouterr().err
    assert (root / "master.xlsx").read_bytes() == before


def test_a_damaged_master_can_be_replaced_and_is_kept(root, capsys) -> None:
    (root / "master.xlsx").write_bytes(b"torn")
    done = report(capsys, "restore", root, "V2")
    assert (root / done["kept"]).read_bytes() == b"torn"
    assert (root / "master.xlsx").read_bytes() == (root / "history" / "master V2.xlsx").read_bytes()


def test_a_kill_before_the_last_step_leaves_the_old_master(root, monkeypatch) -> None:
    before = (root / "master.xlsx").read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planbook.workspace.saving._replace", killed)
    assert run("restore", root, "V1") == 2
    assert (root / "master.xlsx").read_bytes() == before


def test_thinning_lists_and_deletes_only_when_told(root, capsys) -> None:
    history = root / "history"
    for name in ("2024-02-01/issued", "2024-02-01 (2)/returns", "2024-09-01/issued", "notes 2024-02-01"):
        (history / name).mkdir(parents=True)
    (history / "2024-02-01" / "issued" / "plan.xlsx").write_bytes(b"x")
    old = ["history/2024-02-01", "history/2024-02-01 (2)", "history/master V1.xlsx"]
    done = report(capsys, "restore", root, "--thin-before", "2024-04-01")
    assert (done["files"], done["deleted"]) == (old, False)
    assert all((root / name).exists() for name in old)
    done = report(capsys, "restore", root, "--thin-before", "2024-04-01", "--yes")
    assert (done["files"], done["deleted"]) == (old, True)
    left = sorted(p.name for p in history.iterdir())
    assert left == ["2024-09-01", "master V2.xlsx", "notes 2024-02-01"]
    assert (root / "master.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_thinning_does_not_follow_a_link(root, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keep.txt").write_text("kept", encoding="utf-8")
    (root / "history" / "2020-01-01").symlink_to(elsewhere)
    assert run("restore", root, "--thin-before", "2021-01-01", "--yes", "--quiet") == 0
    assert (elsewhere / "keep.txt").exists()


@pytest.mark.parametrize("words", [("--thin-before", "March"), ("V1", "--thin-before", "2024-04-01")])
def test_words_that_do_not_go_together_are_refused(root, words, capsys) -> None:
    assert run("restore", root, *words) == 2
    assert re.search("is no date|one of the two", capsys.readouterr().err)


def test_one_word_that_is_no_folder_is_a_version(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert workspace_and_version("V3", None) == (".", "V3")
    (tmp_path / "V3").mkdir()
    assert workspace_and_version("V3", None) == ("V3", None)
    assert workspace_and_version("elsewhere", None) == ("elsewhere", None)


@pytest.mark.parametrize("words", [("V1",), ("--thin-before", "2030-01-01", "--yes")])
def test_a_dry_run_changes_nothing(root, words, capsys) -> None:
    before = masters(root) | masters(root / "history")
    assert run("restore", root, *words, "--dry-run") == 0
    assert "Nothing was written (--dry-run)" in capsys.readouterr().out
    assert masters(root) | masters(root / "history") == before
    assert run("restore", root, "V9", "--dry-run") == 2
