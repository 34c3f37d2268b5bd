"""The master survives: whatever stops a write leaves the old master or the new one, whole, and an earlier version."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planbook.errors import PlanbookError, WorkspaceError
from planbook.workspace import saving
from planbook.workspace.holding import hold, refuse_if_open
from planbook.workspace.saving import replace_master

OLD, NEW = b"the old master " * 100, b"the new master " * 120


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "master.xlsx"
    path.write_bytes(OLD)
    return path


def write(master: Path, data: bytes = NEW, as_read: bytes | None = OLD, prove=lambda _: None) -> Path | None:
    return replace_master(master, data, master.parent / "history", "V1", as_read, prove)


def left_over(folder: Path) -> list[str]:
    return [p.name for p in folder.rglob("*") if p.name.startswith(".") and p.is_file()]


def test_the_new_master_stands_and_the_old_one_is_kept(master: Path) -> None:
    kept = write(master)
    assert master.read_bytes() == NEW
    assert kept is not None
    assert kept.read_bytes() == OLD
    assert not left_over(master.parent)


def test_a_first_master_needs_no_history(tmp_path: Path) -> None:
    assert write(tmp_path / "master.xlsx", as_read=None) is None
    assert (tmp_path / "master.xlsx").read_bytes() == NEW
    assert not (tmp_path / "history").exists()


def test_another_master_of_the_same_version_is_kept_beside_the_first(master: Path) -> None:
    write(master)
    second = replace_master(master, OLD, master.parent / "history", "V1", NEW, lambda _: None)
    assert second is not None
    assert sorted(p.read_bytes() for p in (master.parent / "history").iterdir()) == sorted([OLD, NEW])


def test_a_master_that_changed_meanwhile_is_not_replaced(master: Path) -> None:
    with pytest.raises(WorkspaceError, match="changed while"):
        write(master, as_read=b"what was read before")
    assert master.read_bytes() == OLD
    assert not left_over(master.parent)


def test_a_master_that_appeared_meanwhile_is_not_replaced(master: Path) -> None:
    with pytest.raises(WorkspaceError, match="changed while"):
        write(master, as_read=None)
    assert master.read_bytes() == OLD


def test_a_new_master_that_does_not_prove_itself_is_not_used(master: Path) -> None:
    def refuse(_: bytes) -> None:
        raise PlanbookError("it does not read back")

    with pytest.raises(PlanbookError, match="read back"):
        write(master, prove=refuse)
    assert master.read_bytes() == OLD
    assert not left_over(master.parent)


STEPS = ["mkstemp", "fsync", "copyfile", "replace_history", "replace_master"]


@pytest.mark.parametrize(
    "fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_any_step_leaves_the_old_master_whole(
    master: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault

    replace = Path.replace

    def replace_fails(self: Path, target: Path) -> Path:
        in_history = Path(target).parent.name == "history"
        if in_history == (step == "replace_history"):
            raise fault
        return replace(self, target)

    if step == "mkstemp":
        monkeypatch.setattr(saving.tempfile, "mkstemp", fails)
    elif step == "fsync":
        # A drive that knows no fsync is no reason to stop; a person who stops the run is.
        monkeypatch.setattr(saving.os, "fsync", fails)
    elif step == "copyfile":
        monkeypatch.setattr(saving.shutil, "copyfile", fails)
    else:
        monkeypatch.setattr(Path, "replace", replace_fails)
    if step == "fsync" and isinstance(fault, OSError):
        write(master)
        assert master.read_bytes() == NEW
        return
    with pytest.raises((WorkspaceError, KeyboardInterrupt)):
        write(master)
    assert master.read_bytes() == OLD
    monkeypatch.undo()
    write(master)  # the next run ends as an undisturbed one would
    assert master.read_bytes() == NEW
    assert OLD in [p.read_bytes() for p in (master.parent / "history").glob("master *.xlsx")]


KILLED = """
import sys, time
from pathlib import Path
from planbook.workspace.holding import hold
from planbook.workspace.saving import replace_master
root = Path(sys.argv[1])
print("ready", flush=True)
n = 0
while True:
    n += 1
    with hold(root):
        data = (f"master {n} " * 200_000).encode()
        master = root / "master.xlsx"
        replace_master(master, data, root / "history", "V1", master.read_bytes(), lambda _: None)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize("delay", [0.02, 0.05, 0.09])
def test_a_kill_at_any_moment_leaves_a_whole_master_and_no_lock(tmp_path: Path, delay: float) -> None:
    (tmp_path / "master.xlsx").write_bytes(b"master 0 " * 200_000)
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(delay)
    process.kill()
    process.wait()
    process.stdout.close()
    text = (tmp_path / "master.xlsx").read_text()
    first = text.split(" ")[1]
    assert text == f"master {first} " * 200_000
    with hold(tmp_path):  # the lock has died with its process
        replace_master(tmp_path / "master.xlsx", NEW, tmp_path / "history", "V1", text.encode(), lambda _: None)
    assert not list(tmp_path.glob(".planbook-*.tmp"))


def test_the_second_of_two_runs_says_who_holds_the_workspace(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom planbook.workspace.holding import hold\n"
        "with hold(Path(sys.argv[1])):\n    pass"
    )
    with hold(tmp_path):
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True, text=True)
    assert f"process {os.getpid()}" in done.stderr
    again = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True, text=True)
    assert again.returncode == 0


@pytest.mark.parametrize("name", ["~$master.xlsx", ".~lock.master.xlsx#", "master (conflicted copy).xlsx"])
def test_a_master_that_is_open_or_in_conflict_stops_the_run_before_any_work(master: Path, name: str) -> None:
    (master.parent / name).write_bytes(b"")
    with pytest.raises(WorkspaceError):
        refuse_if_open(master)


def test_another_workbook_beside_the_master_is_no_conflict(master: Path) -> None:
    (master.parent / "master of last year.xlsx").write_bytes(b"")
    refuse_if_open(master)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_the_master_keeps_the_rights_that_it_had(master: Path) -> None:
    master.chmod(0o664)
    write(master)
    assert master.stat().st_mode & 0o777 == 0o664
