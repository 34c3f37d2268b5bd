"""The quarter turns: what was issued and what came back goes to the history, and the new issue takes its place.

Nothing is deleted and nothing written over. The new workbooks are written beside the old ones first, then a note says
what is to be moved where, then it is moved, file by file, and the new ones are put in place. Whoever is stopped before
the note leaves everything as it was; whoever is stopped after it leaves each file in one place or the other, and the
next run goes on from there.
"""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planbook.errors import WorkspaceError
from planbook.model import Place
from planbook.settings import Settings
from planbook.workspace.quarters import Move
from planbook.workspace.saving import digest, sync_folder, written_in

_BESIDE = ".planbook-issue"
_NOTE = "turn.json"


@dataclass(frozen=True, slots=True)
class Turned:
    """A turn that is done."""

    told: dict[str, Any]
    """What was to be reported of it when it was begun."""
    stayed: tuple[str, ...]
    """Files that changed meanwhile and were left where they are."""


def turn(
    root: Path, settings: Settings, books: Mapping[str, bytes], moves: Sequence[Move], told: Mapping[str, Any]
) -> Turned:
    """Put new workbooks in the folder of issued ones, and what lay there and came back into the history.

    `books` are the new ones by file name, `told` is what whoever finishes it has to report. The workspace has to be
    held. WorkspaceError where a file cannot be moved: what is left is done by the next run.
    """
    beside = root / _BESIDE
    try:
        _discard(beside)
        beside.mkdir()
        for name, data in books.items():
            written_in(beside, name, data)
        note = {"books": sorted(books), "moves": [[m.source, m.target, m.digest] for m in moves]}
        note |= {"issued": settings.folders.issued, "told": dict(told)}
        written_in(beside, _NOTE, json.dumps(note).encode())
        sync_folder(root)
    except OSError as fault:
        _discard(beside)
        raise WorkspaceError(
            f"The issue could not be written ({fault.strerror or fault}). Nothing was changed."
        ) from fault
    done = finish_turn(root)
    assert done is not None  # noqa: S101 - its note has just been written
    return done


def finish_turn(root: Path) -> Turned | None:
    """Go on with a turn that was begun; None where none was. The workspace has to be held."""
    beside = root / _BESIDE
    note = _note(beside)
    if note is None:
        _discard(beside)
        return None
    stayed = tuple(m.source for m in note.moves if not _move(root, m))
    folder = root / note.issued
    for name in note.books:
        if (beside / name).exists():
            _place(beside / name, folder, name, root)
    sync_folder(folder)
    _discard(beside)
    return Turned(note.told, stayed)


@dataclass(frozen=True, slots=True)
class _Note:
    books: tuple[str, ...]
    moves: tuple[Move, ...]
    issued: str
    told: dict[str, Any]


def _note(beside: Path) -> _Note | None:
    """What is to be done; None where the note is not there whole, and so nothing has been done yet."""
    try:
        body = json.loads((beside / _NOTE).read_bytes())
        note = _Note(tuple(body["books"]), tuple(Move(*m) for m in body["moves"]), body["issued"], body["told"])
        inside = all(_is_inside(name) for m in note.moves for name in (m.source, m.target))
        return note if inside and all(Path(name).name == name for name in note.books) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_inside(name: str) -> bool:
    """A path in the workspace: nothing that a note says leads out of it."""
    return not Path(name).is_absolute() and ".." not in Path(name).parts


def _move(root: Path, move: Move) -> bool:
    """One file into the history; False where it stays, since it is not the one that was read."""
    source, target = root / move.source, root / move.target
    try:
        if not source.exists():
            return True  # moved by a run that was stopped, or taken away: there is nothing to lose
        if digest(source.read_bytes()) != move.digest:
            return target.exists()  # the old one has gone, and a new one has come under its name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            return _same_twice(source, target, move)
        _rename(source, target)
        sync_folder(target.parent)
        sync_folder(source.parent)
    except OSError as fault:
        raise WorkspaceError(
            f"{move.source} could not be moved to {move.target} ({fault.strerror or fault}). If it is open in Excel, "
            "close it. Then run again: the issue goes on where it stopped, and nothing is lost.",
            Place(move.source),
        ) from fault
    return True


def _same_twice(source: Path, target: Path, move: Move) -> bool:
    """A file that a stopped run had copied and not yet taken away; another one of its name is not written over."""
    if digest(target.read_bytes()) != move.digest:
        return False
    source.unlink()
    return True


def _rename(source: Path, target: Path) -> None:
    """In one step; over to another drive as a whole copy first."""
    try:
        source.rename(target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:  # the history lies on another drive
            raise
        partial = target.with_name(f".{target.name}.part")
        shutil.copy2(source, partial)
        partial.replace(target)
        source.unlink()


def _place(new: Path, folder: Path, name: str, root: Path) -> None:
    """A new workbook into the folder of issued ones, unless somebody has put another one there under its name."""
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_bytes() != new.read_bytes():
            raise WorkspaceError(
                f"{target.relative_to(root).as_posix()} is there already and is not the one that was read. Move it "
                "away and run again: the issue goes on where it stopped.",
                Place(target.relative_to(root).as_posix()),
            )
        new.replace(target)
    except OSError as fault:
        raise WorkspaceError(
            f"{name} could not be put into {folder.name} ({fault.strerror or fault}). Run again when it can be "
            "written: the issue goes on where it stopped.",
            Place(name),
        ) from fault


def _discard(beside: Path) -> None:
    """Our own folder of new workbooks: the note first, so that nobody goes on with half of them."""
    with contextlib.suppress(OSError):
        (beside / _NOTE).unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError):
        for path in _own(beside):
            with contextlib.suppress(OSError):
                path.unlink()
        with contextlib.suppress(OSError):
            beside.rmdir()


def _own(beside: Path) -> Iterable[Path]:
    return sorted(beside.iterdir()) if beside.is_dir() and not beside.is_symlink() else ()
