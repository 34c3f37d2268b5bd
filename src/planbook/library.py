"""planbook as Python people call it: paths, bytes or open files in, results with `to_frame` out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from planbook import frame
from planbook.checking.plans import check_plan
from planbook.errors import UnreadableWorkbook
from planbook.interpreting.meaning import interpret, scale_of
from planbook.merging.master_edits import with_edits
from planbook.model import CellCount, Change, Finding, Meaning, Place, Plan, ReturnRecord, Workbook
from planbook.quarter.receiving import open_file
from planbook.reading import read
from planbook.refs import with_refs
from planbook.report import action_items, merge_report, of_the_run
from planbook.running import Run, run_merge
from planbook.settings import DEFAULT_SCALE, Register, Scale, Settings
from planbook.tables.annotations import without_annotations
from planbook.tables.issued import read_return
from planbook.tables.master import read_master

if TYPE_CHECKING:
    import pandas as pd

Source = str | Path | bytes | BinaryIO


@dataclass(frozen=True, slots=True)
class PlanBook:
    """The plans of one workbook, and what their texts mean."""

    name: str
    plans: tuple[Plan, ...]
    meanings: Mapping[str, Mapping[str, Meaning]]
    """By plan id and action id."""

    def items(self) -> list[dict[str, Any]]:
        """One dictionary an action, in the shape of `planbook read --format json`."""
        return [item for plan in self.plans for item in action_items(plan, dict(self.meanings[plan.id]))]

    def to_frame(self) -> pd.DataFrame:
        """One row an action, with the columns of `planbook.frame.ACTION_COLUMNS`."""
        return frame.frame(self.items(), frame.ACTION_COLUMNS)

    def __repr__(self) -> str:
        count = sum(len(p.actions) for p in self.plans)
        return f"<PlanBook {self.name!r}: {len(self.plans)} plans, {count} actions>"


def read_workbook(source: Source, *, scale: Scale = DEFAULT_SCALE, register: Register | None = None) -> PlanBook:
    """Read every action plan of a workbook: a path, its bytes, or an open file.

    A master that planbook wrote gives each action once, with whatever people have edited in it. Raises
    UnreadableWorkbook where it cannot be read; a workbook without a plan gives a PlanBook without plans.
    """
    plans, name = read_plans(source, scale)
    meanings = {plan.id: interpret(plan, scale, register) for plan in plans}
    return PlanBook(name, plans, meanings)


def read_plans(source: Source, scale: Scale = DEFAULT_SCALE) -> tuple[tuple[Plan, ...], str]:
    """The plans of a workbook as they stand, without what their texts mean, and the workbook's name."""
    data, name = _bytes_of(source)
    return _plans(without_annotations(read(data, name)), scale), name


def _bytes_of(source: Source) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "workbook.xlsx"
    if isinstance(source, str | Path):
        path = Path(source)
        try:
            return path.read_bytes(), path.name
        except OSError as fault:
            raise UnreadableWorkbook(f"{path} cannot be read: {fault.strerror or fault}.", Place(path.name)) from fault
    return source.read(), Path(getattr(source, "name", "workbook.xlsx")).name


def _plans(workbook: Workbook, scale: Scale) -> tuple[Plan, ...]:
    """A master's actions once: its snapshot with its edits; any other workbook's plans as they stand."""
    book = read_master(workbook, scale)
    if book is None:
        return read_return(workbook, scale)[0].plans
    plans = []
    for plan in book.snapshot.plans:
        rows = {action: row for (plan_id, action), row in book.rows.items() if plan_id == plan.id}
        plans.append(with_edits(plan, book.plans.get(plan.id), rows, scale).plan)
    return tuple(plans)


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a workbook by itself."""

    file: str
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...]


def check_workbook(source: Source, settings: Settings) -> Check:
    """Validate a plan workbook as it would be validated on its way into the master.

    Whatever is wrong with the file is a finding; only a path that cannot be opened raises UnreadableWorkbook.
    """
    data, name = _bytes_of(source)
    opened = open_file(name, data, settings.scale)
    findings = list(opened.findings)
    plans = opened.file.plans if opened.file else ()
    for plan in plans:
        meanings = interpret(plan, settings.scale, settings.register)
        findings.extend(check_plan(plan, meanings, settings, scale_of(plan, settings.scale)))
    return Check(name, plans, with_refs(findings))


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What a merge did: the changes, the exceptions, every return's fate, and where the master lies."""

    run: Run

    @property
    def changes(self) -> tuple[Change, ...]:
        """What this run changed in the master; what people had edited in it themselves is not in here."""
        return of_the_run(self.run.quarter.changes)

    @property
    def exceptions(self) -> tuple[Finding, ...]:
        """Every exception, in the order of plans and actions."""
        return self.run.quarter.findings

    @property
    def returns(self) -> tuple[ReturnRecord, ...]:
        """Every file that was received, and what became of it."""
        return self.run.quarter.returns

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The merged plans."""
        return self.run.quarter.plans

    @property
    def cells(self) -> CellCount:
        """What became of each cell of the returns."""
        return self.run.quarter.cells

    @property
    def master(self) -> Path:
        """The master workbook."""
        return self.run.master

    def report(self) -> dict[str, Any]:
        """The report in the shape of `planbook merge --format json`."""
        return merge_report(self.run.quarter, self.run.settings.folders.master)

    def to_frame(self, what: str = "actions") -> pd.DataFrame:
        """A frame of `actions`, `changes`, `exceptions` or `returns`."""
        items, columns = self._items(what)
        return frame.frame(items, columns)

    def _items(self, what: str) -> tuple[Iterable[Mapping[str, Any]], tuple[str, ...]]:
        if what == "actions":
            quarter = self.run.quarter
            return [
                item
                for plan in quarter.plans
                for item in action_items(plan, {a.id: quarter.meaning(plan, a) for a in plan.actions})
            ], frame.ACTION_COLUMNS
        columns = {
            "changes": frame.CHANGE_COLUMNS,
            "exceptions": frame.EXCEPTION_COLUMNS,
            "returns": frame.RETURN_COLUMNS,
        }
        if what not in columns:
            raise ValueError(f"there is no frame of {what!r}; there are: actions, {', '.join(columns)}")
        return self.report()[what], columns[what]

    def __repr__(self) -> str:
        return (
            f"<MergeResult: {len(self.changes)} changes, {len(self.exceptions)} exceptions, "
            f"{len(self.returns)} files, {self.master.name}>"
        )


def merge(
    workspace: str | Path, as_of: date, *, executor: Executor | None = None, dry_run: bool = False
) -> MergeResult:
    """Merge the returns of a workspace into its master (the main job; see docs/merge.md).

    `as_of` is the day that decides what is overdue: nothing here asks the clock. `executor` may be any
    `concurrent.futures.Executor`; files are then read by it. `dry_run` writes nothing.
    """
    return MergeResult(run_merge(Path(workspace), as_of, dry_run=dry_run, executor=executor))
