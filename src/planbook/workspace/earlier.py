"""The folder of earlier masters: what lies in it, from when, and how it is thinned."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planbook import forms
from planbook.errors import PlanbookError, UnreadableWorkbook, WorkspaceError
from planbook.reading import read
from planbook.settings import Settings
from planbook.snapshot import Snapshot
from planbook.tables.master import snapshot_of

_QUARTER = re.compile(r"(\d{4}-\d{2}-\d{2})(?: \(\d+\))?")
_NAMED = re.compile(r"(V?\d+)(?: \(\d+\))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """One master in the folder of earlier ones."""

    path: Path
    version: str
    """By what it holds, else by its name; empty where neither tells."""
    day: date
    """The day of its last run; of a file that is not whole, the day when it was written."""
    size: int
    fault: str = ""
    """Why it cannot be brought back; empty where it is a whole master."""


def earlier_masters(root: Path, settings: Settings) -> list[Earlier]:
    """The earlier masters of a workspace, newest first. Each is read, so that what is listed as whole is whole."""
    folder = root / settings.folders.history
    files = [p for p in folder.glob("*.xlsx") if p.is_file() and not p.name.startswith((".", "~$"))]
    return sorted(
        (_earlier(path) for path in files), key=lambda e: (e.day, _order(e.version), e.path.name), reverse=True
    )


def _earlier(path: Path) -> Earlier:
    named = _NAMED.search(path.stem)
    version = named.group(1) if named else ""
    try:
        data = path.read_bytes()
        newest = whole_master(data, path.name).versions
    except (OSError, PlanbookError) as fault:
        stat = path.stat()
        # A file that does not say its own day has only the file system's.
        return Earlier(
            path, version, datetime.fromtimestamp(stat.st_mtime).astimezone().date(), stat.st_size, str(fault)
        )
    return Earlier(path, newest[0].version, newest[0].date, len(data))


def _order(version: str) -> int:
    digits = forms.bare_version(version)
    return int(digits) if digits.isdigit() else -1


def whole_master(data: bytes, name: str) -> Snapshot:
    """What a master holds. PlanbookError, saying why, where it cannot be read whole or is none of ours."""
    try:
        workbook = read(data, name)
    except UnreadableWorkbook as fault:
        raise WorkspaceError(f"{name} cannot be read: {fault}", fault.place) from fault
    snapshot = snapshot_of(workbook)
    if snapshot is None or not snapshot.plans or not snapshot.versions:
        raise WorkspaceError(f"{name} was not written by planbook, or its hidden sheet is damaged.")
    shown = workbook.sheet(forms.ALL_ACTIONS) is not None
    lost = [p.title for p in snapshot.plans if not shown and workbook.sheet(snapshot.sheets.get(p.id, "")) is None]
    if lost:
        raise WorkspaceError(f"{name} is not whole: it has no sheet of {'; '.join(lost[:5])}.")
    return snapshot


def written_before(root: Path, settings: Settings, day: date) -> list[Path]:
    """What lies in the folder of earlier masters from before a day: masters, and the folders of quarters."""
    folder = root / settings.folders.history
    masters = [e.path for e in earlier_masters(root, settings) if e.day < day]
    quarters = [p for p in folder.glob("*") if p.is_dir() and (d := _day_of(p.name)) is not None and d < day]
    return sorted([*masters, *quarters])


def _day_of(name: str) -> date | None:
    found = _QUARTER.fullmatch(name)
    try:
        return date.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None


def delete(paths: list[Path]) -> None:
    """Delete earlier masters and folders of quarters for good; a link is taken away and not followed."""
    for path in paths:
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        except OSError as fault:
            raise WorkspaceError(f"{path} could not be deleted ({fault.strerror or fault}).") from fault
