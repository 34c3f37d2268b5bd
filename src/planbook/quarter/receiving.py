"""From the bytes of a file to its plans, or to a finding that says why not. Runs in a worker process as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from planbook.checking.structure import hidden_cells
from planbook.errors import UnreadableWorkbook
from planbook.model import Fate, Finding, Place, PlanFile, Workbook
from planbook.package import saved_on
from planbook.reading import Kind, kind_of, read
from planbook.settings import Scale
from planbook.tables.annotations import without_annotations
from planbook.tables.issued import IssuedBook, read_return

_SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".xltx", ".xltm")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as far as it could be opened: its plans, or the finding that says why there are none."""

    name: str
    workbook: Workbook | None = None
    file: PlanFile | None = None
    findings: tuple[Finding, ...] = ()
    fate: Fate | None = None
    """Set where nothing of the file goes on: refused, unmatched or passed over."""
    issued: IssuedBook = field(default_factory=IssuedBook)
    """What it carries of the issue that it started from."""
    saved: datetime | None = None
    """When it was last saved, where it says so and is of an issue."""


def open_file(name: str, data: bytes, scale: Scale) -> Opened:
    """Read one file. Whatever is wrong with it is a finding; nothing is raised for what a file can hold."""
    try:
        workbook = without_annotations(read(data, name))
    except UnreadableWorkbook as fault:
        return _unread(name, data, fault)
    opened = open_workbook(workbook, scale)
    return replace(opened, saved=saved_on(data)) if opened.issued.keys else opened


def open_workbook(workbook: Workbook, scale: Scale) -> Opened:
    """The plans of a workbook that could be read."""
    name = workbook.name
    file, issued, shown = read_return(workbook, scale)
    if not file.plans:
        return Opened(name, workbook, file, (_no_plan(shown, file),), Fate.REFUSED, issued)
    return Opened(name, workbook, file, tuple(_said_of(shown)), issued=issued)


def _unread(name: str, data: bytes, fault: UnreadableWorkbook) -> Opened:
    """A workbook that cannot be read is refused; a file that is none and does not claim to be one is passed over."""
    claims = name.lower().endswith(_SPREADSHEETS) or kind_of(data) is Kind.WORKBOOK
    code, fate = ("F001", Fate.REFUSED) if claims else ("F009", Fate.PASSED_OVER)
    return Opened(name, findings=(Finding(code, fault.place or Place(name), str(fault), value=name),), fate=fate)


def _no_plan(workbook: Workbook, file: PlanFile) -> Finding:
    sheets = ", ".join(f"'{s.title}'" for s in workbook.sheets) or "none"
    seen = f" The first rows of text are: {' | '.join(file.headings_seen)}." if file.headings_seen else ""
    message = (
        f"No action plan was found. Its sheets are {sheets}.{seen} "
        "A plan needs a heading row with at least three of: action, lead, timescale, update, rating."
    )
    sheet = workbook.sheets[0].title if workbook.sheets else ""
    return Finding("F002", Place(workbook.name, sheet), message, value=workbook.name)


def _said_of(workbook: Workbook) -> Iterator[Finding]:
    if workbook.active:
        message = f"Not carried over: {', '.join(workbook.active)}."
        yield Finding("F007", Place(workbook.name), message, value=", ".join(workbook.active))
    yield from hidden_cells(workbook)
