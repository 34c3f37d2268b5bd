"""The house: who may import whom, and which package may be used in which room. The table is the rule."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "planbook"

# Each room and the rooms that it may import; `*` is everything below the stories.
NOUNS = {"model", "errors", "_version"}
TABLES = {
    "columns",
    "catalogue",
    "choices",
    "comparison",
    "settings",
    "forms",
    "figures",
    "keys",
    "likeness",
    "mail_settings",
    "package",
    "snapshot",
    "refs",
    "setting_keys",
}
BELOW = NOUNS | TABLES
ROOMS: dict[str, set[str]] = {
    "model": set(),
    "errors": {"model"},
    "_version": set(),
    **{name: NOUNS | (TABLES - {name}) for name in TABLES},
    "reading": BELOW,
    "interpreting": BELOW,
    "matching": BELOW,
    "tables": BELOW | {"interpreting"},
    "checking": BELOW | {"interpreting"},
    "merging": BELOW | {"interpreting", "matching", "tables"},
    "reporting": BELOW,
    "writing": BELOW,
    "frame": BELOW,
    "report": BELOW,
    "mail": BELOW,
    "workspace": BELOW | {"reading", "interpreting", "tables"},
}
STORIES = {
    "quarter",
    "consolidate",
    "running",
    "library",
    "tidy",
    "comparing",
    "desk_text",
    "made_file",
    "restoring",
    "starting",
    "sending",
    "drafting",
    "annotating",
    "issuing",
    "issuing_report",
    "issue_making",
    "going_out",
    "terminal",
    "commands",
    "commands_desk",
    "days",
    "cli",
    "cli_desk",
    "__init__",
    "__main__",
}
NEVER_BELOW = {
    "cli",
    "cli_desk",
    "commands",
    "commands_desk",
    "desk_text",
    "issuing_report",
    "terminal",
    "__init__",
    "__main__",
}

# The one room of each outside package.
PACKAGES = {
    "openpyxl": {"reading/openpyxl_engine.py"},
    "xlsxwriter": {"writing/"},
    "pandas": {"frame.py", "library.py"},
    "rapidfuzz": {"likeness.py"},
    "dateutil": {"interpreting/"},
    "rich": {"terminal.py"},
    "filelock": {"workspace/holding.py"},
    "python_calamine": {"reading/"},
}


def _room(path: Path) -> str:
    relative = path.relative_to(SOURCE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def _imports(path: Path) -> list[tuple[str, bool]]:
    """Each imported module with whether it is for the type checker alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    found = []
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "planbook":
                names = [f"planbook.{alias.name}" for alias in node.names]
        found += [(name, id(node) in for_types) for name in names]
    return found


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    room = _room(path)
    for name, _ in _imports(path):
        if not name.startswith("planbook."):
            continue
        other = name.split(".")[1]
        if room in STORIES:
            assert other not in NEVER_BELOW or room in NEVER_BELOW, f"{path.name} imports {name}"
        elif other != room:
            assert other in ROOMS[room], f"{room} may not import {other} ({path.name})"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_an_outside_package_is_used_in_its_room_alone(path: Path) -> None:
    relative = path.relative_to(SOURCE).as_posix()
    for name, only_types in _imports(path):
        rooms = PACKAGES.get(name.split(".")[0])
        if rooms and not only_types:
            assert any(relative.startswith(room) for room in rooms), f"{relative} imports {name}"


def test_every_file_stands_in_a_known_room() -> None:
    assert {_room(p) for p in FILES} <= ROOMS.keys() | STORIES


LIGHT = {"numpy", "pandas", "openpyxl", "xlsxwriter", "rapidfuzz", "rich", "filelock", "dateutil", "msgspec", "zipfile"}


@pytest.mark.parametrize(
    "code",
    [
        "import planbook",
        "import planbook.cli as c\ntry:\n    c.main(['--help'])\nexcept SystemExit:\n    pass",
        "import planbook.cli as c\ntry:\n    c.main(['--version'])\nexcept SystemExit:\n    pass",
    ],
    ids=["import", "help", "version"],
)
def test_starting_loads_no_heavy_package(code: str) -> None:
    """interface.md: `import planbook` and `planbook --help` load neither pandas nor openpyxl."""
    script = f"{code}\nimport sys\nprint('LOADED', *sorted(m for m in sys.modules if '.' not in m))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("LOADED")[1].split())
    assert not loaded & LIGHT
