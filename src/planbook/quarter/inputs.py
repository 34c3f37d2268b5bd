"""What a run is made from and what it gives: the two ends of the story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from planbook.model import Consolidation, ReturnRecord, Sheet
from planbook.quarter.receiving import Opened
from planbook.settings import Scale
from planbook.snapshot import Snapshot

NamedBytes = tuple[str, bytes]
Opener = Callable[[Sequence[NamedBytes], Scale], Iterable[Opened]]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run works on: files by their paths relative to the workspace."""

    issued: tuple[NamedBytes, ...] = ()
    returns: tuple[NamedBytes, ...] = ()
    master: NamedBytes | None = None
    passed_over: tuple[ReturnRecord, ...] = ()
    """Files that lie in the folder of returns and are not read, with why."""


@dataclass(frozen=True, slots=True)
class Result:
    """A merged quarter, and what the next run has to know of it."""

    quarter: Consolidation
    snapshot: Snapshot
    is_new: bool
    """False where the master that is there already holds all of this."""
    asked: int = 0
    """Exceptions that the master asked about when the run began."""
    decided: int = 0
    """How many of them were decided since, and applied."""
    own: tuple[Sheet, ...] = ()
    """The business manager's own sheets in the master that was read."""
    refused: tuple[tuple[str, str], ...] = ()
    """Decisions that could not be applied: ref and why."""
