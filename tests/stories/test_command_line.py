"""The command line as a person and as another program meet it: exit statuses, streams, messages, nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planbook.cli import main

SAMPLE = Path(__file__).parent.parent.parent / "workbooks"
AS_OF = "2026-02-06"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the sample workspace, as it is before its first merge."""
    for name in ("planbook.toml", "register.xlsx", "issued", "returns"):
        source = SAMPLE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def run(
    *words: str, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "planbook", *words], input=stdin, capture_output=True, check=False, env=env
    )


def test_json_stands_on_stdout_alone_and_the_report_has_the_shape_of_the_contract(workspace: Path) -> None:
    done = run("merge", str(workspace), "--as-of", AS_OF, "--format", "json")
    report = json.loads(done.stdout)
    assert report["schema"] == 1
    assert report["as_of"] == AS_OF
    assert report["master"] == "master.xlsx"
    assert {"file", "plans", "status", "actions", "changes"} == set(report["returns"][0])
    assert {"plan", "action", "field", "before", "after", "file", "sheet", "cell"} == set(report["changes"][0])
    wanted = "ref code severity plan action field message value suggestion file sheet cell decision"
    assert set(wanted.split()) == set(report["exceptions"][0])
    cells = dict(report["cells"])
    assert cells.pop("read") == sum(cells.values())
    assert cells["unaccounted"] == 0
    assert len({e["ref"] for e in report["exceptions"]}) == len(report["exceptions"])
    assert done.returncode == 1  # errors are open in the sample
    assert done.stderr == b""


def test_a_second_merge_writes_nothing_and_reports_the_same(workspace: Path) -> None:
    first = json.loads(run("merge", str(workspace), "--as-of", AS_OF, "--format", "json").stdout)
    bytes_of_master = (workspace / "master.xlsx").read_bytes()
    stamp = (workspace / "master.xlsx").stat().st_mtime_ns
    second = json.loads(run("merge", str(workspace), "--as-of", AS_OF, "--format", "json").stdout)
    assert not second["changes"]
    assert second["exceptions"] == first["exceptions"]
    assert (workspace / "master.xlsx").read_bytes() == bytes_of_master
    assert (workspace / "master.xlsx").stat().st_mtime_ns == stamp
    assert not (workspace / "history").exists()


def test_the_same_inputs_give_the_same_bytes(workspace: Path) -> None:
    main(["merge", str(workspace), "--as-of", AS_OF, "--quiet"])
    first = (workspace / "master.xlsx").read_bytes()
    (workspace / "master.xlsx").unlink()
    main(["merge", str(workspace), "--as-of", AS_OF, "--quiet"])
    assert (workspace / "master.xlsx").read_bytes() == first


def test_returns_and_issued_workbooks_are_not_changed_by_a_byte_or_a_time_stamp(workspace: Path) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        files = [p for folder in ("issued", "returns") for p in (workspace / folder).rglob("*") if p.is_file()]
        return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in files}

    before = state()
    main(["merge", str(workspace), "--as-of", AS_OF, "--quiet"])
    assert state() == before


def test_a_dry_run_reports_and_writes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(p.name for p in workspace.iterdir())
    assert main(["merge", str(workspace), "--as-of", AS_OF, "--dry-run"]) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert sorted(p.name for p in workspace.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "nowhere-at-all"), "no folder"),
        (("merge", "--as-of", "31/01/2020"), "2020-02-14"),
        (("read", "no such file.xlsx"), "no such file.xlsx"),
        (("check", "no such file.xlsx"), "no such file.xlsx"),
        (("explain", "T03"), "T003"),
        (("mergee",), "merge"),
        (("merge", "--dryrun"), "--dry-run"),
        (("check", "--registre", "x", "y"), "--register"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do_and_exit_status_2(words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_an_unknown_setting_names_its_line_and_the_nearest_key(workspace: Path) -> None:
    (workspace / "planbook.toml").write_text('title = "A plan"\ncomitee = []\nauthor = 3\n', encoding="utf-8")
    done = run("merge", str(workspace))
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "line 2" in said
    assert "committee" in said
    assert "line 3" in said  # every fault at once
    assert not (workspace / "master.xlsx").exists()


def test_read_takes_a_pipe_and_gives_json_csv_and_a_workbook(tmp_path: Path) -> None:
    source = next((SAMPLE / "issued").glob("3*.xlsx"))
    by_path = json.loads(run("read", str(source), "--format", "json").stdout)
    by_pipe = json.loads(run("read", "-", "--to", "json", stdin=source.read_bytes()).stdout)
    assert [a["action_text"] for a in by_path] == [a["action_text"] for a in by_pipe]
    csv = run("read", str(source), "--to", "csv").stdout.decode()
    assert csv.startswith("plan,plan_title,section,action")
    target = tmp_path / "all.xlsx"
    assert run("read", str(source), "--to", "xlsx", "-o", str(target)).returncode == 0
    assert target.read_bytes()[:2] == b"PK"


def test_csv_holds_nothing_that_a_spreadsheet_would_run() -> None:
    from planbook.tidy import csv_text

    item = {"action_text": "=cmd()", "update": "- agreed", "lead": "@home", "extra": {}}
    line = csv_text([item]).splitlines()[1]
    assert "'=cmd()" in line
    assert "'- agreed" in line
    assert "'@home" in line


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    source = tmp_path / "plan.xlsx"
    shutil.copy(next((SAMPLE / "issued").glob("3*.xlsx")), source)
    (tmp_path / "plan actions.xlsx").write_bytes(b"somebody's")
    done = run("read", str(source), "--to", "xlsx")
    assert done.returncode == 2
    assert (tmp_path / "plan actions.xlsx").read_bytes() == b"somebody's"


def test_a_closed_pipe_is_quiet() -> None:
    source = next((SAMPLE / "issued").glob("3*.xlsx"))
    code = (
        "import os, sys, subprocess\n"
        "p = subprocess.Popen([sys.executable, '-m', 'planbook', 'explain'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "p.stdout.close()\n"
        "print(p.stderr.read().decode())\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(source)], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stdout


def test_every_message_can_be_shown_on_a_console_that_knows_only_western_letters(workspace: Path) -> None:
    import os

    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    for words in (("--help",), ("merge", "--help"), ("explain",), ("merge", str(workspace), "--as-of", AS_OF)):
        done = run(*words, env=env)
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr


def test_no_colour_without_a_terminal(workspace: Path) -> None:
    assert b"\x1b[" not in run("merge", str(workspace), "--as-of", AS_OF).stdout


def test_quiet_says_nothing_when_all_is_well(workspace: Path) -> None:
    done = run("merge", str(workspace), "--as-of", AS_OF, "--quiet")
    assert (done.stdout, done.stderr) == (b"", b"")
