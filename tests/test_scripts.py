"""The scripts that people start: they set up once, install what has changed, and say plainly what is wrong."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
ENTRIES = ("merge_sample.py", "test.py")


@pytest.fixture(autouse=True)
def _scripts_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield
    for name in ("_setup", "merge_sample"):
        sys.modules.pop(name, None)


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`_setup` over a project of three small files, with the pip commands recorded instead of run."""
    module = importlib.import_module("_setup")
    (tmp_path / "requirements").mkdir()
    for name in ("run.txt", "build.txt", "dev.txt"):
        (tmp_path / "requirements" / name).write_text(f"# {name}\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    venv = tmp_path / ".venv"
    venv.mkdir()
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(module, "_works", lambda python: True)
    monkeypatch.setattr(module, "_pip", lambda python, *words: calls.append(words))
    module.calls = calls  # type: ignore[attr-defined]
    return module


def _run_with_version(script: str, version: tuple[int, ...]) -> subprocess.CompletedProcess[str]:
    path = SCRIPTS / script
    code = (
        f"import sys; sys.version_info = {version!r}; sys.path.insert(0, {str(SCRIPTS)!r}); "
        f"exec(compile(open({str(path)!r}).read(), {str(path)!r}, 'exec'))"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


# ------------------------------------------------------------------ setting up


def test_setting_up_installs_hashed_lists_and_then_the_project_alone(setup: ModuleType) -> None:
    """Packages only by hash; planbook itself without anything that its own metadata would pull in."""
    setup.prepare("run")
    packages, project = setup.calls
    assert packages[0] == "--require-hashes"
    assert [Path(word).name for word in packages if word.endswith(".txt")] == ["run.txt", "build.txt"]
    assert {"--no-deps", "--no-build-isolation", "-e"} <= set(project)


def test_setting_up_again_installs_nothing(setup: ModuleType) -> None:
    """The second run starts at once."""
    setup.prepare("run")
    setup.calls.clear()
    setup.prepare("run")
    assert setup.calls == []


@pytest.mark.parametrize("name", ["requirements/run.txt", "requirements/build.txt", "pyproject.toml"])
def test_a_changed_list_is_installed(setup: ModuleType, name: str) -> None:
    """Whoever pulls a change of the packages gets them with the next run."""
    setup.prepare("run")
    setup.calls.clear()
    path = setup.ROOT / name
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    setup.prepare("run")
    assert len(setup.calls) == 2


def test_what_only_tests_need_does_not_disturb_a_run(setup: ModuleType) -> None:
    """A changed dev.txt is no reason to install anything for a merge."""
    setup.prepare("run")
    setup.calls.clear()
    (setup.ROOT / "requirements" / "dev.txt").write_text("# other\n", encoding="utf-8")
    setup.prepare("run")
    assert setup.calls == []


def test_the_tests_set_up_serves_a_run_too(setup: ModuleType) -> None:
    """After `test.py`, `merge_sample.py` has nothing to install; the other way round it has."""
    setup.prepare("dev")
    setup.calls.clear()
    setup.prepare("run")
    assert setup.calls == []


def test_a_failed_installation_is_tried_again(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is noted as done before it is."""

    def fails(python: Path, *words: str) -> None:
        raise setup.SetupError("no network")

    working = setup._pip
    monkeypatch.setattr(setup, "_pip", fails)
    with pytest.raises(setup.SetupError):
        setup.prepare("run")
    monkeypatch.setattr(setup, "_pip", working)
    setup.prepare("run")
    assert len(setup.calls) == 2


def test_a_stamp_that_cannot_be_read_is_no_stamp(setup: ModuleType) -> None:
    """A half written stamp means that everything is installed again."""
    setup.STAMP.write_text('{"run": ', encoding="utf-8")
    setup.prepare("run")
    assert len(setup.calls) == 2


def test_an_environment_that_does_not_work_is_made_anew(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A `.venv` that was moved, or whose Python is gone, is replaced, and what was noted in it goes with it."""
    setup.prepare("run")
    setup.calls.clear()
    monkeypatch.setattr(setup, "_works", lambda python: False)
    monkeypatch.setattr(setup.sys, "executable", _stand_in_for_python(tmp_path))
    setup.prepare("run")
    assert len(setup.calls) == 2


def _stand_in_for_python(folder: Path) -> str:
    """A program that makes the folder it is asked to make, as `python -m venv FOLDER` does."""
    if sys.platform == "win32":
        pytest.skip("needs a shell script that can be started")
    path = folder / "python"
    path.write_text('#!/bin/sh\nmkdir -p "$3"\n', encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_when_pip_finds_nothing_the_message_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """pip's last lines are shown, and then what to try."""
    module = importlib.import_module("_setup")
    with pytest.raises(module.SetupError, match="PIP_INDEX_URL"):
        module._pip(Path(sys.executable), "--no-index", "--find-links", str(SCRIPTS), "planbook-no-such-package")
    assert "planbook-no-such-package" in capsys.readouterr().err


# ------------------------------------------------------------------ the two that people start


@pytest.mark.parametrize("script", ENTRIES)
def test_an_old_python_is_told_so(script: str) -> None:
    """A Python that is too old says which version is needed and where to get it, and not a syntax error."""
    result = _run_with_version(script, (3, 8, 10))
    assert result.returncode == 1
    assert "3.11" in result.stderr
    assert "python.org" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("script", ENTRIES)
def test_the_entries_hold_nothing_that_an_old_python_cannot_read(script: str) -> None:
    """No f-string, no annotated name, no `from __future__`: else the message above is never reached."""
    tree = ast.parse((SCRIPTS / script).read_text(encoding="utf-8"), feature_version=(3, 4))
    too_new = [n for n in ast.walk(tree) if isinstance(n, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
    assert too_new == []
    assert "__future__" not in {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}


def _merge_sample(monkeypatch: pytest.MonkeyPatch, root: Path) -> ModuleType:
    module = importlib.import_module("merge_sample")
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "prepare", lambda purpose: Path(sys.executable))
    return module


def test_merging_the_sample_says_where_the_master_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Open errors are no failure of the script: it explains them, names the master, and ends with 0."""
    folder = tmp_path / "workbooks"
    importlib.import_module("make_sample").main([str(folder)])
    assert _merge_sample(monkeypatch, tmp_path).main() == 0
    said = capfd.readouterr().out
    assert str(folder / "master.xlsx") in said
    assert (folder / "master.xlsx").exists()
    assert "severity 'error'" in said


def test_a_merge_that_cannot_be_done_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2 of the merge is the script's, and no master is promised."""
    (tmp_path / "workbooks" / "issued").mkdir(parents=True)
    assert _merge_sample(monkeypatch, tmp_path).main() == 2
    assert "What you have now" not in capfd.readouterr().out


def test_a_set_up_that_fails_ends_with_its_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No traceback: the message, and exit status 2."""
    module = _merge_sample(monkeypatch, tmp_path)

    def fails(purpose: str) -> Path:
        raise module.SetupError("pip cannot reach an index")

    monkeypatch.setattr(module, "prepare", fails)
    assert module.main() == 2
    assert "pip cannot reach an index" in capfd.readouterr().err


@pytest.mark.parametrize("script", ENTRIES)
def test_a_double_click_starts_the_script_and_keeps_its_window(script: str) -> None:
    """The .cmd runs the script beside it, from any folder, waits for a key and passes its status on."""
    data = (SCRIPTS / script).with_suffix(".cmd").read_bytes()
    text = data.decode("ascii")
    assert f'"%~dp0{script}" %*' in text
    assert "py -3" in text
    assert text.index("pause") < text.index("exit /b %STATUS%")
    assert data.count(b"\n") == data.count(b"\r\n")


# ------------------------------------------------------------------ the lists of packages


def _pins(name: str) -> list[tuple[str, str]]:
    """Package and version of each entry; a package can have one for each of several Pythons."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==([\w.+!-]+)", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["run.txt", "build.txt", "dev.txt"])
def test_every_package_has_its_hashes(name: str) -> None:
    """`pip install --require-hashes` takes the list as it is."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[\w.-]+==)", text)
    assert len(_pins(name)) == len(entries)
    assert [e.splitlines()[0] for e in entries if "--hash=sha256:" not in e] == []


@pytest.mark.parametrize("name", ["run.txt", "build.txt"])
def test_tests_run_with_the_versions_that_people_get(name: str) -> None:
    """Each package of the smaller lists stands in dev.txt, in the same version."""
    assert set(_pins(name)) <= set(_pins("dev.txt"))


def test_the_lists_hold_what_the_project_needs() -> None:
    """Each dependency of pyproject.toml is pinned in run.txt, and run.in asks for it in the same words."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = set(project["project"]["dependencies"])
    asked = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert {line for line in asked if line and not line.startswith("#")} == wanted
    names = {re.split(r"[<>=~!\[]", need)[0].lower() for need in wanted}
    assert names <= {package.lower() for package, _ in _pins("run.txt")}
