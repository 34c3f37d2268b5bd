"""`planbook restore`: an earlier master comes back in one step, and the present one goes to the earlier ones first."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from planbook.errors import PlanbookError, WorkspaceError
from planbook.settings import Settings
from planbook.workspace.earlier import Earlier, delete, earlier_masters, whole_master, written_before
from planbook.workspace.folder import find_workspace
from planbook.workspace.holding import hold, refuse_if_open
from planbook.workspace.saving import replace_master
from planbook.workspace.settings_file import read_settings

_A_VERSION = re.compile(r"[Vv]?\d+|.*\.xlsx", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Restored:
    """What lies in the folder of earlier masters, or what was done with it."""

    root: Path
    master: Path
    versions: tuple[Earlier, ...] = ()
    brought_back: Earlier | None = None
    kept: Path | None = None
    """Where the master that stood there lies now."""
    already: bool = False
    """The version that was asked for is the master that stands there."""
    is_dry: bool = False
    """It was only looked whether it can be brought back."""


@dataclass(frozen=True, slots=True)
class Thinned:
    """What lies in the folder of earlier masters from before a day, and whether it was deleted."""

    root: Path
    before: date
    paths: tuple[Path, ...]
    deleted: bool


def workspace_and_version(workspace: str, version: str | None) -> tuple[str, str | None]:
    """What a person means by one word: `restore V3` in a workspace names a version, not a folder."""
    if version is None and not Path(workspace).is_dir() and _A_VERSION.fullmatch(workspace):
        return ".", workspace
    return workspace, version


def list_versions(workspace: Path, as_of: date) -> Restored:
    """The earlier masters of a workspace, newest first, each with whether it is whole."""
    root, settings = _opened(workspace, as_of)
    return Restored(root, root / settings.folders.master, tuple(earlier_masters(root, settings)))


def restore(workspace: Path, version: str, as_of: date, *, dry_run: bool = False) -> Restored:
    """Bring a version back: `V3`, `3` or a file's name. The master that stands there is kept first.

    `dry_run` looks whether that can be done, and does nothing.
    WorkspaceError, with the master as it was, where there is no such version, it is not whole, or the master is
    open or held by another run.
    """
    root, settings = _opened(workspace, as_of)
    master = root / settings.folders.master
    refuse_if_open(master)
    with hold(root):
        found = _find(version, earlier_masters(root, settings), settings)
        if found.fault:
            raise WorkspaceError(f"{found.path.name} cannot be brought back: {found.fault} The master is as it was.")
        data = found.path.read_bytes()
        whole_master(data, found.path.name)
        as_read = master.read_bytes() if master.exists() else None
        if as_read == data or dry_run:
            return Restored(root, master, brought_back=found, already=as_read == data, is_dry=dry_run)
        history = root / settings.folders.history
        kept = replace_master(
            master, data, history, _version_of(as_read), as_read, lambda w: _prove(w, data, master.name)
        )
    return Restored(root, master, brought_back=found, kept=kept)


def thin(workspace: Path, before: date, *, really: bool) -> Thinned:
    """What is older than a day in the folder of earlier masters; it is deleted only where `really` is said."""
    root, settings = _opened(workspace, before)
    if not really:
        return Thinned(root, before, tuple(written_before(root, settings, before)), deleted=False)
    with hold(root):
        paths = written_before(root, settings, before)
        delete(paths)
    return Thinned(root, before, tuple(paths), deleted=True)


def _opened(workspace: Path, as_of: date) -> tuple[Path, Settings]:
    root = find_workspace(workspace)
    return root, read_settings(root, as_of)


def _find(version: str, there: list[Earlier], settings: Settings) -> Earlier:
    """The one version that is meant; WorkspaceError, naming the nearest, where there is none or more than one."""
    wanted = version.casefold()
    by_name = [e for e in there if wanted in (e.path.name.casefold(), e.path.stem.casefold())]
    found = by_name or [e for e in there if wanted.removeprefix("v") == e.version.casefold().removeprefix("v")]
    whole = [e for e in found if not e.fault] or found
    if len(whole) == 1:
        return whole[0]
    if whole:
        names = ", ".join(f"'{e.path.name}'" for e in whole)
        raise WorkspaceError(f"There are {len(whole)} masters of version {version}: {names}. Say which, by its name.")
    if not there:
        raise WorkspaceError(f"There is no earlier master in {settings.folders.history}: nothing can be brought back.")
    raise WorkspaceError(
        f"There is no version {version!r} in {settings.folders.history}. The nearest is {_nearest(version, there)}; "
        "`planbook restore` lists them all."
    )


def _nearest(version: str, there: list[Earlier]) -> str:
    number = re.fullmatch(r"[Vv]?(\d{1,9})", version)
    numbered = [(int(d), e) for e in there if (d := e.version.casefold().removeprefix("v")).isdigit()]
    if number and numbered:
        return min(numbered, key=lambda pair: (abs(pair[0] - int(number.group(1))), -pair[0]))[1].version
    return difflib.get_close_matches(version, [e.path.name for e in there], 1, 0.0)[0]


def _version_of(master: bytes | None) -> str:
    """What the present master is called among the earlier ones; one that cannot be read is kept all the same."""
    try:
        return whole_master(master or b"", "master").versions[0].version
    except PlanbookError:
        return "not whole"


def _prove(written: bytes, meant: bytes, name: str) -> None:
    if written != meant:
        raise WorkspaceError(f"{name} does not read back as it was written. The old one is as it was.")


def restore_report(done: Restored | Thinned) -> dict[str, Any]:
    """The report of `planbook restore --format json`."""
    if isinstance(done, Thinned):
        files = [p.relative_to(done.root).as_posix() for p in done.paths]
        return {"schema": 1, "before": done.before.isoformat(), "files": files, "deleted": done.deleted}
    return {
        "schema": 1,
        "master": done.master.relative_to(done.root).as_posix(),
        "versions": [_item(e, done.root) for e in done.versions],
        "restored": _item(done.brought_back, done.root) if done.brought_back else None,
        "kept": done.kept.relative_to(done.root).as_posix() if done.kept else None,
    }


def _item(one: Earlier, root: Path) -> dict[str, Any]:
    return {
        "version": one.version,
        "date": one.day.isoformat(),
        "file": one.path.relative_to(root).as_posix(),
        "size": one.size,
        "whole": not one.fault,
        "why": one.fault,
    }
