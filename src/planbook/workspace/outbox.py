"""The folder of drafts, and the log of what was sent."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

from planbook.errors import WorkspaceError

LOG = "sent.log"


def put_draft(folder: Path, stem: str, data: bytes) -> Path:
    """Write a draft; the same draft is there once, and another one of that name stays beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, 10_000):
        path = folder / (f"{stem}.eml" if number == 1 else f"{stem} ({number}).eml")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == data:
                return path
        else:
            return path
    raise WorkspaceError(f"{folder.name} holds too many drafts called {stem}. Move some of them away.")


def sent_digests(folder: Path) -> frozenset[str]:
    """The digests of every message that was sent from this workspace."""
    log = folder / LOG
    if not log.exists():
        return frozenset()
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return frozenset(line.rsplit("\t", 1)[1].strip() for line in lines if "\t" in line)


def log_sent(folder: Path, when: datetime, to: str, subject: str, digest: str) -> None:
    """Note one message: time, to, subject, digest, with tabs between. `to` and `subject` are single lines."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / LOG
    torn = log.exists() and not log.read_bytes().endswith(b"\n") and log.stat().st_size > 0
    line = "\t".join((when.isoformat(timespec="seconds"), to, subject, digest))
    with log.open("a", encoding="utf-8", newline="\n") as file:
        file.write(("\n" if torn else "") + line + "\n")
        file.flush()
        with contextlib.suppress(OSError):  # a network drive may know no fsync
            os.fsync(file.fileno())
