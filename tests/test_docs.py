"""The documentation: what is generated is fresh, what is linked is there, and what is shown works."""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planbook.catalogue import RULES
from planbook.cli import parser

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])
_COMMANDS = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
COMMANDS = _COMMANDS.choices
SAID = {a.dest: a.help for a in _COMMANDS._choices_actions}


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _headings(page: Path) -> set[str]:
    """The anchors of a page, as those who show Markdown make them."""
    titles = re.findall(r"^#+ (.+)$", _text(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_generated_pages_are_fresh() -> None:
    """A page that is made from the code says what the code says now."""
    command = [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_stale_page_is_named_with_the_command_that_mends_it(tmp_path: Path) -> None:
    """`make_docs.py --check` fails on a stale page, and writes nothing."""
    for name in ("docs", "scripts", "workbooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "README.md", tmp_path / "README.md")
    (tmp_path / "tests").mkdir()
    shutil.copyfile(ROOT / "tests" / "test_floors.py", tmp_path / "tests" / "test_floors.py")
    page = tmp_path / "docs" / "exceptions.md"
    page.write_text(_text(page).replace("T003", "T999"), encoding="utf-8")
    stale = page.read_bytes()
    command = [sys.executable, str(tmp_path / "scripts" / "make_docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "docs/exceptions.md" in result.stderr
    assert "scripts/make_docs.py" in result.stderr
    assert page.read_bytes() == stale


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there, and every anchor a heading."""
    for target in re.findall(r"\]\(([^)\s]+)\)", _text(page)):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), target
        if anchor:
            assert anchor in _headings(there), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_scripts_and_pages_that_are_named_are_there(page: Path) -> None:
    """A page names no script or page that has gone."""
    named = re.findall(r"\b((?:scripts|docs|requirements|tests)[/\\][\w.]+\.(?:py|cmd|md|txt|in))\b", _text(page))
    assert [n for n in named if not (ROOT / n.replace("\\", "/")).exists()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_has_help(name: str) -> None:
    """A command has a section, and it and each of its words say what they are for."""
    assert f"## planbook {name}\n" in _text(ROOT / "docs" / "command-line.md")
    command = COMMANDS[name]
    assert SAID[name]
    assert [a.dest for a in command._actions if not a.help] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_that_are_shown_exist(page: Path) -> None:
    """`planbook WORD` in a page is a command, or one that the README says is still to come."""
    to_come = [line for line in _text(ROOT / "README.md").splitlines() if line.startswith("- Still to come:")]
    promised = re.findall(r"`planbook ([a-z]+)`", " ".join(to_come))
    shown = re.findall(r"(?:`|bin/|\\)planbook ([a-z]{3,})", _text(page))
    assert set(shown) <= {*COMMANDS, *promised}


def test_every_code_is_documented() -> None:
    """docs/exceptions.md tells of each code, once."""
    titled = re.findall(r"^### ([A-Z]\d{3}) ", _text(ROOT / "docs" / "exceptions.md"), flags=re.MULTILINE)
    assert titled == sorted(titled, key=[r.code for r in RULES].index)
    assert set(titled) == {r.code for r in RULES}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_codes_that_are_named_exist(page: Path) -> None:
    """A page names no code that the catalogue does not have."""
    assert set(re.findall(r"\b[FSLTRUM]0\d\d\b", _text(page))) <= {r.code for r in RULES}


def test_the_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Python block of docs/library.md runs in a copy of the sample, and prints the text block that follows it."""
    generated = shutil.ignore_patterns("master.xlsx", "history", ".planbook*")
    shutil.copytree(ROOT / "workbooks", tmp_path / "workbooks", ignore=generated)
    monkeypatch.chdir(tmp_path / "workbooks")
    blocks = re.findall(
        r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", _text(ROOT / "docs" / "library.md"), flags=re.DOTALL
    )
    assert len(blocks) >= 5
    names: dict[str, object] = {}
    for code, expected in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/library.md", "exec"), names)
        assert [line.strip() for line in printed.getvalue().splitlines()] == [
            line.strip() for line in expected.splitlines()
        ], code
