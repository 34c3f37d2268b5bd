"""The few faults that stop a run.

A fault of somebody's data is a `Finding`, a value with a code and a place; it never stops anything.
What stands here is raised, and the command line turns it into one plain message and exit status 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planbook.model import Place


class PlanbookError(Exception):
    """A fault that stops a run. `str()` is a sentence for people that says what to do."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.place = place


class UnreadableWorkbook(PlanbookError):
    """A file that cannot be read as a workbook; the message says what it is and what to do."""


class SettingsError(PlanbookError):
    """planbook.toml or register.xlsx holds something that is not understood; all faults at once."""


class WorkspaceError(PlanbookError):
    """The folder is not a workspace, is held by another run, or its master cannot be replaced."""


class MissingPackage(PlanbookError):
    """An optional package is needed for this and not installed; the message names it."""
