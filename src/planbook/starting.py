"""`planbook init`: a workspace to begin with, from the plan workbooks that people already share or from a template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from planbook.errors import PlanbookError, WorkspaceError
from planbook.interpreting.leads_found import FoundLead, leads_found
from planbook.model import Plan
from planbook.quarter.receiving import open_file
from planbook.settings import DEFAULT_SCALE, Folders
from planbook.tables.master import snapshot_of
from planbook.workspace.folder import issued_files
from planbook.workspace.settings_file import FILE, read_settings
from planbook.workspace.settings_made import settings_text

_TEMPLATE = "1 Name of the plan.xlsx"


@dataclass(frozen=True, slots=True)
class Started:
    """What was made in a folder, and what was there already and kept as it was."""

    root: Path
    made: tuple[str, ...]
    kept: tuple[str, ...]
    plans: tuple[Plan, ...] = ()
    leads: tuple[FoundLead, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    data: bytes
    plans: tuple[Plan, ...]


def start(folder: Path, sources: Sequence[Path], *, dry_run: bool = False) -> Started:
    """Make a workspace in a folder. Nothing that is there is changed; the sources are copied byte for byte.

    Without sources, what lies in the folder of issued workbooks already is what leads and sub-committees come from.
    `dry_run` tells what would be made, and makes nothing.
    PlanbookError, with nothing made, where one of the sources holds no plan.
    """
    settings = read_settings(folder, date.min)
    names = settings.folders
    read = _read(sources or [path for _, path in issued_files(folder, settings)])
    plans = _with_own_ids(plan for source in read for plan in source.plans)
    leads = leads_found(plans)
    made: list[str] = []
    kept: list[str] = []
    try:
        for name in ("", names.issued, names.returns, names.history, names.outbox):
            _folder(folder, name, made, kept, dry_run=dry_run)
        for name, data in _files(read, plans, leads, names):
            _file(folder, name, data, made, kept, dry_run=dry_run)
    except OSError as fault:
        raise WorkspaceError(f"{folder} cannot be written to ({fault.strerror or fault}).") from fault
    return Started(folder, tuple(made), tuple(kept), plans, leads)


def _read(sources: Sequence[Path]) -> list[_Source]:
    """The plans of every source; all that have none are named at once."""
    read, faults = [], []
    for path in sources:
        try:
            data = path.read_bytes()
        except OSError as fault:
            faults.append(f"  {path}: {fault.strerror or fault}")
            continue
        opened = open_file(path.name, data, DEFAULT_SCALE)
        if opened.workbook and snapshot_of(opened.workbook):
            faults.append(f"  {path}: it is a master. Put it into the workspace as {Folders().master}.")
        elif opened.file and opened.file.plans:
            read.append(_Source(path, data, opened.file.plans))
        else:
            faults.append(f"  {path}: {opened.findings[0].message if opened.findings else 'no action plan in it'}")
    if faults:
        raise PlanbookError("\n".join(["Nothing was made, since these files hold no plan:", *faults]))
    return read


def _with_own_ids(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """The plans by ids of their own, as the merge gives them."""
    taken: dict[str, Plan] = {}
    for plan in plans:
        wanted = plan.id
        if wanted in taken:
            wanted = next(f"{plan.id}-{n}" for n in range(2, 10_000) if f"{plan.id}-{n}" not in taken)
        taken[wanted] = replace(plan, id=wanted)
    return tuple(taken.values())


def _files(
    read: Sequence[_Source], plans: Sequence[Plan], leads: Sequence[FoundLead], names: Folders
) -> Iterable[tuple[str, bytes]]:
    """Every file that a new workspace has, by name, in the order in which it is made."""
    from planbook.writing.register import register_bytes
    from planbook.writing.template import template_bytes

    yield FILE, settings_text(plans).encode("utf-8")
    if leads:
        people = [(x.name, x.initials, x.organisation, x.near) for x in leads if x.is_person]
        yield names.register, register_bytes(people, [(x.name, x.near) for x in leads if not x.is_person])
    if not read:
        yield f"{names.issued}/{_TEMPLATE}", template_bytes(DEFAULT_SCALE)
    taken: set[str] = set()
    for source in read:
        name = source.path.name
        for number in range(2, len(read) + 2):
            if name.casefold() not in taken:
                break
            name = f"{source.path.stem} ({number}){source.path.suffix}"
        taken.add(name.casefold())
        yield f"{names.issued}/{name}", source.data


def _folder(root: Path, name: str, made: list[str], kept: list[str], *, dry_run: bool) -> None:
    path = root / name
    if path.is_dir():
        if name:
            kept.append(f"{name}/")
        return
    if not dry_run:
        path.mkdir(parents=True)
    made.append(f"{name}/" if name else f"{root}/")


def _file(root: Path, name: str, data: bytes, made: list[str], kept: list[str], *, dry_run: bool) -> None:
    if dry_run:
        (kept if (root / name).exists() else made).append(name)
        return
    try:
        with (root / name).open("xb") as file:
            file.write(data)
    except FileExistsError:
        kept.append(name)
    else:
        made.append(name)


def start_report(done: Started) -> dict[str, Any]:
    """The report of `planbook init --format json`."""
    return {
        "schema": 1,
        "folder": str(done.root),
        "made": list(done.made),
        "kept": list(done.kept),
        "plans": [{"plan": p.id, "title": p.title, "actions": len(p.actions)} for p in done.plans],
        "people": sum(lead.is_person for lead in done.leads),
        "groups": sum(not lead.is_person for lead in done.leads),
    }
