"""The new master over the old one, in one step: whoever is interrupted leaves the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from planbook.errors import WorkspaceError

_RETRY_WINDOWS_ERRORS = {5, 32, 33}
"""Access denied, sharing violation, lock violation: somebody is just looking at the file."""
_PATIENCE = 5.0


def digest(data: bytes) -> str:
    """What tells two files apart."""
    return hashlib.sha256(data).hexdigest()


def replace_master(
    master: Path, data: bytes, history: Path, version: str, as_read: bytes | None, prove: Callable[[bytes], None]
) -> Path | None:
    """Put a new master in place of the old one, which goes to the folder of earlier ones first.

    `as_read` is the master that the new one was made from (None: there was none): if it has changed since, nothing is
    done. `prove` reads the written file and raises if it is not what was meant. Gives the old master's new place.
    """
    temporary = _written_beside(master, data)
    try:
        prove(temporary.read_bytes())
        _refuse_if_changed(master, as_read)
        kept = _kept(master, history, version) if as_read is not None else None
        _replace(temporary, master)
        sync_folder(master.parent)
    except OSError as fault:
        raise WorkspaceError(
            f"{master.name} could not be written ({fault.strerror or fault}). The old master is as it was."
        ) from fault
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return kept


_PREFIX, _SUFFIX = ".planbook-", ".tmp"


def _written_beside(master: Path, data: bytes) -> Path:
    for left in master.parent.glob(f"{_PREFIX}*{_SUFFIX}"):  # by a run that was killed: this one holds the lock
        with contextlib.suppress(OSError):
            left.unlink()
    try:
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=master.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            with contextlib.suppress(OSError):  # a network drive may know no fsync
                os.fsync(file.fileno())
        _as_readable_as(master, Path(name))
        return Path(name)
    except OSError as fault:
        raise WorkspaceError(
            f"{master.name} could not be written ({fault.strerror or fault}). The old master is as it was."
        ) from fault


def _as_readable_as(master: Path, temporary: Path) -> None:
    """A temporary file is its owner's alone; the master keeps the rights that it has, or gets a usual file's."""
    with contextlib.suppress(OSError):
        if master.exists():
            temporary.chmod(master.stat().st_mode & 0o777)
        elif os.name != "nt":
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)


def _refuse_if_changed(master: Path, as_read: bytes | None) -> None:
    there = master.read_bytes() if master.exists() else None
    if there != as_read:
        raise WorkspaceError(f"{master.name} was changed while this run was working. Nothing was written: run again.")


def _kept(master: Path, history: Path, version: str) -> Path:
    """A copy of the old master under its version; the same master is kept once, another one beside it."""
    history.mkdir(exist_ok=True)
    wanted = digest(master.read_bytes())
    for number in range(1, 10_000):
        name = f"master {version}.xlsx" if number == 1 else f"master {version} ({number}).xlsx"
        target = history / name
        if not target.exists():
            partial = history / f".{name}.tmp"
            shutil.copyfile(master, partial)
            partial.replace(target)
            return target
        if digest(target.read_bytes()) == wanted:
            return target
    raise WorkspaceError(f"{history.name} holds too many masters of version {version}. Move some of them away.")


def _replace(temporary: Path, master: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            temporary.replace(master)
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _RETRY_WINDOWS_ERRORS or time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


def written_in(folder: Path, name: str, data: bytes) -> Path:
    """A file that is whole as soon as it has its name. OSError where it cannot be written."""
    partial, target = folder / f"{name}.part", folder / name
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        with contextlib.suppress(OSError):  # a network drive may know no fsync
            os.fsync(file.fileno())
    partial.replace(target)
    return target


def sync_folder(folder: Path) -> None:
    """Make sure that what was moved into or out of a folder stays moved when the machine stops."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
