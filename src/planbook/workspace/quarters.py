"""The folders of earlier quarters in the history: which files go there, and where each of them goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planbook.errors import WorkspaceError
from planbook.settings import Settings
from planbook.workspace.folder import belongs_to_the_computer
from planbook.workspace.saving import digest

_ISSUED, _RETURNS = "issued", "returns"


@dataclass(frozen=True, slots=True)
class Move:
    """One file on its way to the history; both paths are relative to the workspace."""

    source: str
    target: str
    digest: str
    """Of what was read: a file that has changed since stays where it is."""


def files_to_move(root: Path, settings: Settings) -> tuple[list[tuple[str, Path]], list[tuple[str, Path]]]:
    """What lies in the folder of issued workbooks and in that of returns, by name; not what is the computer's own."""
    return _files(root, settings.folders.issued), _files(root, settings.folders.returns)


def _files(root: Path, folder: str) -> list[tuple[str, Path]]:
    found = sorted(p for p in (root / folder).rglob("*") if p.is_file() and not belongs_to_the_computer(p))
    return [(p.relative_to(root).as_posix(), p) for p in found]


def free_folder(root: Path, settings: Settings, day: date) -> str:
    """The folder of history for a quarter that ends on this day; `DATE (2)` for a second one."""
    for number in range(1, 10_000):
        name = day.isoformat() if number == 1 else f"{day.isoformat()} ({number})"
        if not (root / settings.folders.history / name).exists():
            return f"{settings.folders.history}/{name}"
    raise WorkspaceError(f"{settings.folders.history} holds too many folders of {day.isoformat()}. Move some away.")


def moves_to(kept: str, settings: Settings, read: Mapping[str, bytes]) -> tuple[Move, ...]:
    """Where each file goes, from its name and from the bytes that were read."""
    moves = []
    for name, data in read.items():
        for folder, wanted in ((settings.folders.issued, _ISSUED), (settings.folders.returns, _RETURNS)):
            if name.startswith(f"{folder}/"):
                moves.append(Move(name, f"{kept}/{wanted}/{name.removeprefix(f'{folder}/')}", digest(data)))
    return tuple(moves)
