"""What lies in a workspace: which files are issued, which are returns, which are passed over and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from planbook.errors import WorkspaceError
from planbook.settings import Settings

_OWNER_FILE = re.compile(r"~\$|\.~lock\.")
_CONFLICT = re.compile(r"conflict(?:ed)? copy|\(conflict|-conflict-|sync-conflict|conflicted", re.IGNORECASE)
_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".xltx", ".xltm")


@dataclass(frozen=True, slots=True)
class Received:
    """A file in `returns/`: its path relative to the workspace, and why it is not read, if it is not."""

    name: str
    path: Path
    passed_over: str = ""
    excluded: bool = False


def find_workspace(start: Path) -> Path:
    """The workspace that this folder is, or stands in; WorkspaceError where it is none."""
    if not start.exists():
        raise WorkspaceError(f"There is no folder {start}. Name the folder that holds 'issued' and 'returns'.")
    if start.is_file():
        raise WorkspaceError(f"{start} is a file. Name the folder that holds 'issued' and 'returns'.")
    for folder in (start, *start.resolve().parents):
        if any((folder / name).exists() for name in ("planbook.toml", "issued", "returns", "master.xlsx")):
            return folder
    raise WorkspaceError(f"{start} is not a workspace: it has no folder 'issued' or 'returns' and no planbook.toml.")


def issued_files(root: Path, settings: Settings) -> list[tuple[str, Path]]:
    """The plan workbooks as they were last sent out, by name."""
    folder = root / settings.folders.issued
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in _SPREADSHEETS)
    return [(_relative(root, p), p) for p in files if not _OWNER_FILE.match(p.name) and not p.name.startswith(".")]


def received_files(root: Path, settings: Settings) -> list[Received]:
    """Everything that lies in the folder of returns, in sub-folders too, by name."""
    folder = root / settings.folders.returns
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = _relative(root, path)
        if any(fnmatch(path.name, e) or fnmatch(name, e) or path.name == e for e in settings.exclude):
            found.append(Received(name, path, "excluded in planbook.toml", excluded=True))
        else:
            found.append(Received(name, path, _why_passed_over(path)))
    return found


def belongs_to_the_computer(path: Path) -> bool:
    """Whether a file is nobody's: hidden, or a list that the system keeps."""
    return path.name.startswith(".") or path.name.casefold() in ("thumbs.db", "desktop.ini")


def _why_passed_over(path: Path) -> str:
    if _OWNER_FILE.match(path.name):
        return "it only says that somebody has the workbook open: close the workbook, and it goes"
    if belongs_to_the_computer(path):
        return "it belongs to the computer and not to the plan"
    if _CONFLICT.search(path.name):
        return (
            "it is a conflict copy that a synchronised folder made: look which of the two is right and delete the other"
        )
    return ""


def is_spreadsheet_name(name: str) -> bool:
    """Whether a file's ending says that it is a workbook; what it is, is told by its content alone."""
    return name.lower().endswith(_SPREADSHEETS)


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
