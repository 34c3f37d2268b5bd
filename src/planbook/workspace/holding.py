"""One run a workspace: the operating system's lock, which dies with its process, and a note that says who holds it."""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from planbook.errors import WorkspaceError

_LOCK, _HOLDER = ".planbook.lock", ".planbook.holder"


@contextlib.contextmanager
def hold(root: Path) -> Iterator[None]:
    """Hold the workspace while it is written; WorkspaceError, naming who holds it, where somebody else does."""
    from filelock import FileLock, Timeout

    lock = FileLock(root / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise WorkspaceError(
            f"Another run holds this workspace: {_holder(root)}. Wait for it to end, then run again."
        ) from None
    except OSError as fault:
        raise WorkspaceError(
            f"The workspace cannot be written to ({fault.strerror or fault}). Nothing was changed."
        ) from fault
    try:
        note = root / _HOLDER
        # A record for people in another run's message: the clock is not part of any result.
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        with contextlib.suppress(OSError):
            note.write_text(f"process {os.getpid()} on {platform.node()} since {since}", encoding="utf-8")
        yield
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)
    finally:
        lock.release()


def _holder(root: Path) -> str:
    try:
        return (root / _HOLDER).read_text(encoding="utf-8").strip() or "it does not say which"
    except OSError:
        return "it does not say which"


def refuse_if_open(master: Path) -> None:
    """Say so, before any work, when the master is open in Excel or LibreOffice, or has a conflict copy beside it."""
    for name in (f"~${master.name}", f".~lock.{master.name}#", f"~${master.name[2:]}"):
        if (master.parent / name).exists():
            raise WorkspaceError(
                f"{master.name} is open in Excel or LibreOffice ({name} lies beside it). Close it and run again. "
                "If nobody has it open, delete that small file."
            )
    stem = master.stem.casefold()
    for other in master.parent.glob("*.xlsx"):
        folded = other.stem.casefold()
        if folded != stem and folded.startswith(stem) and "conflict" in folded:
            raise WorkspaceError(
                f"A conflict copy lies beside the master: {other.name}. Look which of the two is right, "
                f"keep it as {master.name}, move the other away, and run again."
            )
