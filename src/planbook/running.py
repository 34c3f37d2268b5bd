"""A run over a workspace: files in, `consolidate`, and the new master in its place. The story with its feet on disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planbook import forms
from planbook.consolidate import consolidate, open_all
from planbook.errors import PlanbookError, WorkspaceError
from planbook.merging.master_edits import with_edits
from planbook.model import Consolidation, Fate, Place, ReturnRecord
from planbook.quarter.inputs import Inputs, NamedBytes, Opener, Result
from planbook.quarter.receiving import Opened, open_file
from planbook.reading import read
from planbook.reporting.summary import figures
from planbook.settings import Scale, Settings
from planbook.snapshot import dump
from planbook.tables.master import read_master
from planbook.workspace.folder import find_workspace, issued_files, received_files
from planbook.workspace.holding import hold, refuse_if_open
from planbook.workspace.register_file import read_register
from planbook.workspace.saving import replace_master
from planbook.workspace.settings_file import read_settings
from planbook.workspace.turning import finish_turn


@dataclass(frozen=True, slots=True)
class Run:
    """What a run over a workspace did."""

    root: Path
    settings: Settings
    quarter: Consolidation
    master: Path
    written: bool
    kept: Path | None = None
    """Where the master before it lies now; None where there was none, or nothing was written."""
    asked: int = 0
    """Exceptions that the master asked about when the run began, and how many of them were decided."""
    decided: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    """Decisions that could not be applied: ref and why."""


def load_settings(root: Path, as_of: date) -> Settings:
    """The settings of a workspace, with its register where there is one."""
    settings = read_settings(root, as_of)
    register = root / settings.folders.register
    if register.exists():
        settings = replace(settings, register=read_register(register, settings.folders.register))
    return settings


def run_merge(workspace: Path, as_of: date, *, dry_run: bool = False, executor: Executor | None = None) -> Run:
    """Merge what lies in a workspace and put the new master in its place; `dry_run` writes nothing.

    Raises WorkspaceError or SettingsError, with the master as it was, where that cannot be done.
    """
    root = find_workspace(workspace)
    settings = load_settings(root, as_of)
    master = root / settings.folders.master
    if not dry_run:
        refuse_if_open(master)
    with nullcontext() if dry_run else hold(root):
        if not dry_run:
            finish_turn(root)  # of an issue that was stopped on its way
        as_read = bytes_of(master) if master.exists() else None
        inputs = inputs_of(root, settings, as_read)
        result = consolidate(inputs, settings, _opener(executor))
        if dry_run or not result.is_new:
            return _run_of(root, settings, result, written=False)
        kept = _write(root, settings, result, as_read)
    return _run_of(root, settings, result, written=True, kept=kept)


def _run_of(root: Path, settings: Settings, result: Result, *, written: bool, kept: Path | None = None) -> Run:
    master = root / settings.folders.master
    return Run(root, settings, result.quarter, master, written, kept, result.asked, result.decided, result.refused)


def inputs_of(root: Path, settings: Settings, master: bytes | None) -> Inputs:
    """What lies in a workspace, read. WorkspaceError where a file cannot be read at all."""
    issued = tuple((name, bytes_of(path)) for name, path in issued_files(root, settings))
    returns: list[NamedBytes] = []
    passed: list[ReturnRecord] = []
    for one in received_files(root, settings):
        if one.excluded:
            passed.append(ReturnRecord(one.name, Fate.EXCLUDED, why=one.passed_over))
        elif one.passed_over:
            passed.append(ReturnRecord(one.name, Fate.PASSED_OVER, why=one.passed_over))
        else:
            returns.append((one.name, bytes_of(one.path)))
    name = settings.folders.master
    return Inputs(issued, tuple(returns), (name, master) if master is not None else None, tuple(passed))


def bytes_of(path: Path) -> bytes:
    """A file's bytes; WorkspaceError, saying what to do, where it cannot be read now."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise WorkspaceError(
            f"{path.name} cannot be read ({fault.strerror or fault}). If it is still being copied or synchronised, "
            "wait until that is done and run again.",
            Place(path.name),
        ) from fault


def _opener(executor: Executor | None) -> Opener:
    """Open files in this process, or by any executor: what crosses over is a name, bytes and a scale."""
    if executor is None:
        return open_all

    def opened(files: Sequence[NamedBytes], scale: Scale) -> Iterable[Opened]:
        names, data = [name for name, _ in files], [content for _, content in files]
        return executor.map(open_file, names, data, [scale] * len(files))

    return opened


def _write(root: Path, settings: Settings, result: Result, as_read: bytes | None) -> Path | None:
    from planbook.writing.master import master_bytes
    from planbook.writing.names import sheet_names

    quarter, scale = result.quarter, settings.scale
    text = dump(replace(result.snapshot, sheets=sheet_names(quarter.plans)))
    data = master_bytes(quarter, figures(quarter, scale), scale, text, settings.author, result.own)
    master = root / settings.folders.master
    earlier = quarter.versions[1].version if len(quarter.versions) > 1 and as_read is not None else quarter.version
    return replace_master(
        master,
        data,
        root / settings.folders.history,
        earlier,
        as_read,
        lambda written: prove(written, text, settings),
    )


def prove(written: bytes, snapshot: str, settings: Settings) -> None:
    """Read the new master as the next run will, and refuse it unless it says exactly what was meant.

    Its snapshot has to be the one that was given, and no cell of its visible sheets may look like an edit.
    """
    name = settings.folders.master
    workbook = read(written, name)
    if workbook.active:
        raise PlanbookError(f"The new master holds active content ({', '.join(workbook.active)}). It was not used.")
    book = read_master(workbook, settings.scale)
    if book is None or dump(book.snapshot) != snapshot:
        raise PlanbookError("The new master does not read back as it was written. The old one is as it was.")
    for plan in book.snapshot.plans:
        rows = {action: row for (plan_id, action), row in book.rows.items() if plan_id == plan.id}
        edited = with_edits(plan, book.plans.get(plan.id), rows, settings.scale)
        wrong = [f"{c.field} of {c.action} ({c.place})" for c in edited.changes] + [h.field for h in edited.held]
        if wrong or plan.id not in book.plans:
            sheet = book.snapshot.sheets.get(plan.id, forms.ALL_ACTIONS)
            raise PlanbookError(
                f"The new master does not read back as it was written: {sheet}: {'; '.join(wrong[:5]) or 'no plan'}. "
                "The old one is as it was."
            )
