"""The sample workspace: it is what its script makes, and a merge of it shows every family of exception."""

from __future__ import annotations

import hashlib
import importlib
import io
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import planbook
from planbook.catalogue import FAMILIES, severity_of
from planbook.cli import main
from planbook.forms import DECISION, EXCEPTION_SHEETS
from planbook.library import MergeResult
from planbook.model import Severity

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "workbooks"
AS_OF = date(2026, 1, 30)


def _made() -> dict[str, bytes]:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        return importlib.import_module("make_sample").sample_files()  # type: ignore[no-any-return]
    finally:
        sys.path.remove(str(ROOT / "scripts"))


def _parts(data: bytes) -> dict[str, bytes] | bytes:
    """A workbook by its parts, so that another zlib makes no difference; anything else as it is."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.replace(b"\r\n", b"\n") if b"\0" not in data else data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _copy_to(folder: Path) -> Path:
    """A copy of the sample as it is committed."""
    copy = folder / "workbooks"
    shutil.copytree(SAMPLE, copy, ignore=shutil.ignore_patterns("master.xlsx", "history", ".planbook*"))
    return copy


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A sample of its own for a test that writes."""
    return _copy_to(tmp_path)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> MergeResult:
    """The sample, merged; a value, so once is enough."""
    return planbook.merge(_copy_to(tmp_path_factory.mktemp("sample")), AS_OF)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_the_committed_files_are_what_the_script_makes() -> None:
    """Nobody has edited a sample workbook by hand, and none is missing or left over."""
    made = _made()
    folders = (SAMPLE / "issued", SAMPLE / "returns")
    committed = {p.relative_to(SAMPLE).as_posix() for f in folders for p in f.rglob("*") if p.is_file()}
    assert committed == {name for name in made if "/" in name}
    assert [n for n, data in made.items() if _parts((SAMPLE / n).read_bytes()) != _parts(data)] == []


def test_the_script_makes_the_same_bytes_twice() -> None:
    """Nothing in the sample depends on when it is made."""
    assert _made() == _made()


def test_no_person_is_named_as_author_and_no_address_is_real() -> None:
    """The workbooks' properties name nobody, and every address is at example.org."""
    for name, data in _made().items():
        parts = _parts(data)
        texts = parts.values() if isinstance(parts, dict) else [parts]
        for text in texts:
            assert text.count(b"@") == text.count(b"@example.org") or name.endswith("police copy.xlsx"), name
        if isinstance(parts, dict):
            assert b"<dc:creator></dc:creator>" in parts["docProps/core.xml"], name


def test_a_merge_shows_every_family_of_exception(result: MergeResult) -> None:
    """F, S, L, T, R, U and M: a newcomer meets each once."""
    assert {f.code[0] for f in result.exceptions} == set(FAMILIES)


def test_a_merge_loses_no_cell_and_changes_no_return(workspace: Path) -> None:
    """Every cell is accounted for, and returns and issued plans stay byte for byte."""
    before = _hashes(workspace)
    result = planbook.merge(workspace, AS_OF)
    after = _hashes(workspace)
    assert result.cells.unaccounted == 0
    assert {name: after[name] for name in before} == before
    assert result.master.exists()


@pytest.mark.parametrize(
    ("code", "action", "suggestion"),
    [
        ("T003", "2c", "2026-04-30"),
        ("L002", "3a", "Cora Ashdown"),
        ("M003", "3d", ""),
        ("M004", "3e", ""),
        ("M002", "2.3", ""),
        ("T010", "2.4/1", "2026-09-30"),
        ("S005", "3.10", "3.10"),
        ("T007", "3.11", "2026-05-31"),
        ("M005", "3.8", ""),
        ("T009", "4.4", "2026-06-30"),
    ],
)
def test_what_the_walk_through_tells_is_there(result: MergeResult, code: str, action: str, suggestion: str) -> None:
    """docs/start.md names these, and a merge raises them."""
    found = [f.suggestion for f in result.exceptions if (f.code, f.action) == (code, action)]
    assert found
    assert suggestion in found


def test_the_plan_without_a_return_is_named(result: MergeResult) -> None:
    """Plan 4 has not come back."""
    assert [f.plan for f in result.exceptions if f.code == "F005"] == ["4"]


def test_errors_are_open_so_the_command_ends_with_1(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`planbook merge workbooks` gives a master and exit status 1, and a second run finds nothing new."""
    words = ["merge", str(workspace), "--as-of", AS_OF.isoformat()]
    assert main(words) == 1
    assert main(words) == 1
    assert "Nothing new since the last run" in capsys.readouterr().out


def _decide(master: Path, choices: dict[tuple[str, str], str]) -> None:
    """Fill in the column Decision for these codes and actions, as a person would in Excel."""
    book = load_workbook(master)
    for sheet in (book[title] for title in EXCEPTION_SHEETS):
        top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Ref")
        at = {str(sheet.cell(top, c).value): c for c in range(1, sheet.max_column + 1)}
        for row in range(top + 1, sheet.max_row + 1):
            key = (str(sheet.cell(row, at["Code"]).value), str(sheet.cell(row, at["Action"]).value))
            if key in choices:
                sheet.cell(row, at[DECISION]).value = choices.pop(key)
    assert choices == {}
    book.save(master)


def test_the_decisions_of_the_walk_through_are_applied(workspace: Path) -> None:
    """docs/start.md, section 5: a suggestion taken, a return taken, the master kept; none of them is asked again."""
    master = planbook.merge(workspace, AS_OF).master
    wanted = {("T003", "2c"): "Take the suggestion", ("M005", "3.8"): "Take the return"}
    _decide(master, {**wanted, ("T007", "3.11"): "Keep the master"})
    result = planbook.merge(workspace, AS_OF)
    held = {a.id: a for plan in result.plans for a in plan.actions}
    assert held["2c"].text("timescale") == "30 April 2026"
    assert "children and parents say" in held["3.8"].text("action")
    assert held["3.11"].text("timescale") == "Feb-26"
    open_still = {(f.code, f.action) for f in result.exceptions if f.decision is None}
    assert not open_still & {("T003", "2c"), ("M005", "3.8"), ("T007", "3.11")}
    assert [p.name for p in (workspace / "history").iterdir()] == ["master V1.xlsx"]


def test_no_exception_is_about_a_fault_of_the_sample_itself(result: MergeResult) -> None:
    """The plans as issued have no error that nobody meant: TBC in 3c is the only one."""
    issued = [
        (f.code, f.action)
        for f in result.exceptions
        if f.place.workbook.startswith("issued/") and severity_of(f) is Severity.ERROR
    ]
    assert issued == [("T001", "3c")]
