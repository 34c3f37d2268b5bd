"""The nouns of planbook. Read this first.

Everything is a value: frozen, with tuples instead of lists, so that a stage can only hand on new
values and never change what it was given. `Cell` alone is a named tuple, because a quarter's
returns make hundreds of thousands of them and a frozen dataclass costs three times as much.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

CellValue = str | float | int | bool | datetime | date | time | timedelta | None


# ------------------------------------------------------------------ where something stands


def column_letters(column: int) -> str:
    """`1` is `A`, `28` is `AB`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: prints as `returns/Fathers.xlsx, Plan!F14`.

    `workbook` is the path relative to the workspace, with forward slashes. `row` and `column`
    count from 1; 0 means the whole sheet, and an empty `sheet` the whole workbook.
    """

    workbook: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The address in the sheet, `F14`; empty where the place is wider than a cell."""
        return f"{column_letters(self.column)}{self.row}" if self.row and self.column else ""

    def __str__(self) -> str:
        where = self.cell or (f"row {self.row}" if self.row else "")
        inside = f"{self.sheet}!{where}" if self.sheet and where else self.sheet or where
        return f"{self.workbook}, {inside}" if inside else self.workbook


# ------------------------------------------------------------------ a workbook as it was read


class CellKind(enum.StrEnum):
    """What a cell holds. An error and a formula without a result are kinds, never blanks."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    UNCALCULATED = "uncalculated"


class Cell(NamedTuple):
    """One cell with something in it. Cells that hold nothing at all are not kept."""

    row: int
    column: int
    kind: CellKind
    value: CellValue
    text: str
    """What Excel shows, in day-month order and with English month names; typed text unchanged."""
    number_format: str = "General"
    fill: str = ""
    """Six hexadecimal digits, theme, tint and index resolved; empty where there is no fill."""
    struck: str = ""
    """The struck-out runs of the text; `text` holds the live ones only when there are any."""
    note: str = ""
    formula: str = ""
    """A live formula's words, without the leading `=`; `value` is then its stored result."""
    link: str = ""

    @property
    def is_blank(self) -> bool:
        """Nothing that a reader can see: no text but white space and invisible marks."""
        return not self.text.strip("\u200b\u200c\u200d\u2060\ufeff\u00a0 \t\r\n\v\f") and not self.struck


class Span(NamedTuple):
    """A merged area; the first cell of it holds its text."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a grid: `rows` maps a row to its cells by column, only where there is something."""

    title: str
    rows: dict[int, dict[int, Cell]]
    merges: tuple[Span, ...] = ()
    widths: dict[int, float] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at this address, or None where nothing stands."""
        return self.rows.get(row, {}).get(column)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as it was read. `active` lists active content by name: macros, links, connections."""

    name: str
    sheets: tuple[Sheet, ...]
    active: tuple[str, ...] = ()
    engine: str = ""

    def sheet(self, title: str) -> Sheet | None:
        """The sheet of this title, or None."""
        return next((s for s in self.sheets if s.title == title), None)


# ------------------------------------------------------------------ what a text means


class TimescaleKind(enum.StrEnum):
    """The kinds of interpretation.md."""

    DATE = "date"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    EVENT = "event"
    REFERENCE = "reference"
    NONE = "none"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Timescale:
    """The reading of a timescale cell. `due` is None unless the text settles it."""

    kind: TimescaleKind
    due: date | None = None
    recurrence_months: int | None = None
    dates: tuple[date, ...] = ()
    approximate: bool = False
    notes: tuple[str, ...] = ()
    text: str = ""
    suggestion: date | None = None
    """What may have been meant, where the text cannot be right: never taken unasked."""
    faulty: str = ""
    """The words of `text` that `suggestion` would replace."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The reading of a rating cell. `code` is empty unless the text gives one."""

    code: str = ""
    label: str = ""
    note: str = ""
    flags: tuple[str, ...] = ()
    text: str = ""
    suggestion: str = ""


class LeadKind(enum.StrEnum):
    """What a lead is."""

    PERSON = "person"
    ROLE = "role"
    GROUP = "group"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead of a lead cell. `matched` is the register's name for it, empty where none fits."""

    name: str
    kind: LeadKind = LeadKind.PERSON
    organisation: str = ""
    relation: str = "lead"
    queried: bool = False
    matched: str = ""
    candidates: tuple[str, ...] = ()
    """The register's nearest names, best first, where `matched` is empty or more than one fits."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of an update cell, in the order written."""

    date: date | None = None
    author: str = ""
    text: str = ""
    marker: str = ""
    """The words that opened the entry, as written."""
    flags: tuple[str, ...] = ()
    """`impossible date`, `month/day order`, `no year`: why an opening date was not read."""


# ------------------------------------------------------------------ faults of the data


class Severity(enum.StrEnum):
    """How much an exception matters; errors set exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place. What the code means stands in `catalogue.py` alone."""

    code: str
    place: Place
    message: str
    plan: str = ""
    action: str = ""
    field: str = ""
    value: str = ""
    suggestion: str = ""
    severity: Severity | None = None
    """None: the catalogue's. An L or T fault of a completed action drops to info."""
    held: bool = False
    """A value of a return that waits for a decision."""
    master_value: str = ""
    ref: str = ""
    decision: str | None = None
    theirs: Entry | None = None
    """The value of a return that waits, whole; None where nothing waits."""
    faulty: str = ""
    """The words that `suggestion` would replace; empty: all of them."""
    remark: str = ""
    """What somebody typed beside it on its exception sheet."""


class Choice(enum.StrEnum):
    """The words of the drop-down on the exception sheets (merge.md, Decisions come back)."""

    TAKE = "Take the return"
    KEEP = "Keep the master"
    SUGGESTION = "Take the suggestion"
    VALUE = "Use my value"
    LEAVE = "Leave as it is"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the business manager decided of one exception, as it stands on its sheet."""

    ref: str
    choice: Choice | None
    """None where only a remark was typed, or the words are none of the drop-down's."""
    value: str
    remark: str
    place: Place
    words: str = ""
    """The drop-down's cell as it was typed."""


class Answer(enum.StrEnum):
    """What an earlier decision means for the runs after it, whatever returns still say."""

    VALUE = "value"
    """This value of this field was decided: a return that still has it proposes nothing."""
    NEW_ROW = "new row"
    """This new row was refused: a return that still has it adds nothing."""
    SAME_ROW = "same row"
    """This row of a return is that action."""
    FINDING = "finding"
    """This exception is settled until what it is about changes."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One earlier decision, by what it is about."""

    kind: Answer
    plan: str
    action: str
    field: str
    value: str
    """The normal form of the value, the new row's wording, or the ref of the exception."""


# ------------------------------------------------------------------ a plan


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one field of one action: the person's words, with their place.

    Where a cell holds rating and comment together, `text` is this field's part of it. A date that
    was typed as a date keeps its `value` and `number_format`, since only they tell its precision.
    """

    text: str
    place: Place
    value: CellValue = None
    number_format: str = ""
    fill: str = ""
    struck: str = ""
    note: str = ""
    kind: CellKind = CellKind.TEXT
    formula: str = ""
    inherited: bool = False
    """Stands in a merged cell that began in a row above, or was filled from it by rule."""

    @property
    def is_blank(self) -> bool:
        """Nothing that a reader can see."""
        return not self.text.strip("\u200b\u200c\u200d\u2060\ufeff\u00a0 \t\r\n\v\f")


@dataclass(frozen=True, slots=True)
class Action:
    """One row of a plan. `fields` holds an entry for each column of its table, blank ones too."""

    id: str
    """What people call it: `1b`, `3.10`, `2.1/2`; unique in its plan."""
    fields: dict[str, Entry]
    place: Place
    """Its row; the column is 0."""
    block: int = 0
    """Which block of the plan it stands in: an index into `Plan.blocks`."""
    number: str = ""
    """Its number as people read it, which several rows can share."""
    number_note: str = ""
    """Why the number is not what the cell holds: `repaired`, or empty."""
    key: str = ""
    """The key that an issued workbook carries for it; empty where there is none."""
    agreed: bool = True
    """False for a row that a return added and nobody has agreed to yet (M004)."""

    def text(self, field_key: str) -> str:
        """The words of a field, empty where the plan has no such column."""
        entry = self.fields.get(field_key)
        return entry.text if entry else ""

    @property
    def wording(self) -> str:
        """What the action says: its action text, or its milestones where the plan has those."""
        return self.text("action") or self.text("milestone") or self.text("milestone_2") or self.text("objective")


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """One column of a block as the sub-committee keeps it."""

    position: int
    """Counts from 1, left to right, as in the sheet it was read from."""
    heading: str
    field: str
    """A key of `columns.py`, `rag_and_update`, or `extra:HEADING`."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of actions under one heading row and one band, with its narrative."""

    section: str = ""
    columns: tuple[PlanColumn, ...] = ()
    notes: Entry | None = None
    """The narrative row's text (`Narrative evidence`); None where the block has no such row."""

    def column_of(self, field_key: str) -> PlanColumn | None:
        """The column that holds a field, alone or together with another."""
        wanted = {field_key, "rag_and_update"} if field_key in ("rag", "update") else {field_key}
        return next((c for c in self.columns if c.field in wanted), None)


class RowKind(enum.StrEnum):
    """What a row of a plan's sheet is."""

    TITLE = "title"
    HEADING = "heading"
    BAND = "band"
    NARRATIVE = "narrative"
    ACTION = "action"
    TEXT = "text"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """A text of the layout; it runs from `left` to `right`, which differ where cells are merged."""

    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One row of the familiar sheet. An action's row has no cells: they are its fields."""

    kind: RowKind
    cells: tuple[LayoutCell, ...] = ()
    block: int = 0
    action: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What makes a plan's sheet familiar, so that it can be written again."""

    rows: tuple[LayoutRow, ...] = ()
    widths: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """One action plan, whole. `id` is its number, or a slug of its title."""

    id: str
    title: str
    actions: tuple[Action, ...]
    blocks: tuple[Block, ...]
    layout: Layout
    source: Place
    """The workbook and sheet that it was read from."""
    legend: str = ""
    """The words of a rating legend that stands in the workbook or in a heading."""

    def action(self, action_id: str) -> Action | None:
        """The action of this id, or None."""
        return next((a for a in self.actions if a.id == action_id), None)

    def section_of(self, action: Action) -> str:
        """The band that an action stands under."""
        return self.blocks[action.block].section if action.block < len(self.blocks) else ""

    def notes_of(self, action: Action) -> str:
        """The narrative of the block that an action stands in."""
        notes = self.blocks[action.block].notes if action.block < len(self.blocks) else None
        return notes.text if notes else ""


class LooseText(NamedTuple):
    """A text that stands on a sheet without a plan, or outside the tables of one."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A workbook as plans: what the tables reader makes of it."""

    name: str
    plans: tuple[Plan, ...]
    loose: tuple[LooseText, ...] = ()
    """Texts of sheets that hold no plan."""
    findings: tuple[Finding, ...] = ()
    sheets: tuple[str, ...] = ()
    headings_seen: tuple[str, ...] = ()
    """Where no plan was found: the texts that looked most like headings."""
    active: tuple[str, ...] = ()


# ------------------------------------------------------------------ what a merge finds


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one action that the master now holds differently from before this run."""

    plan: str
    action: str
    field: str
    before: str
    after: str
    place: Place
    why: str = "return"
    """`return`, or the decision that made it."""
    version: str = ""


class Fate(enum.StrEnum):
    """What became of a file in `returns/`."""

    MERGED = "merged"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"
    UNMATCHED = "unmatched"
    REFUSED = "refused"
    PASSED_OVER = "passed over"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """One line of the `Returns` sheet."""

    file: str
    fate: Fate
    plans: tuple[str, ...] = ()
    actions: int = 0
    changes: int = 0
    exceptions: int = 0
    group: str = ""
    """The sub-committee that it is taken to come from, empty where that is not known."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class CellCount:
    """What became of each non-empty cell of the returns; every number but `read` adds up to it."""

    read: int = 0
    layout: int = 0
    unchanged: int = 0
    changed: int = 0
    held: int = 0
    carried: int = 0
    unaccounted: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One row of `Version control`."""

    version: str
    date: date
    author: str
    changes: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an action's texts were understood as; the texts themselves stay in the action."""

    timescale: Timescale
    rating: Rating
    leads: tuple[Lead, ...] = ()
    updates: tuple[Update, ...] = ()
    complete: bool = False
    on_target: bool = False
    """Rated on target, on track or ongoing by the scale in force."""
    rating_label: str = ""
    """The label as written, else the scale's for the code."""

    @property
    def due(self) -> date | None:
        """The day that settles it, None where the text names none."""
        return self.timescale.due

    def is_overdue(self, as_of: date) -> bool:
        """Past its date and not complete. A cycle is never overdue: its next turn is to come.

        `As above` is due when the row above is, and so overdue like it.
        """
        if self.complete or "completed" in self.timescale.notes or self.timescale.recurrence_months:
            return False
        dated = self.timescale.kind in (TimescaleKind.DATE, TimescaleKind.REFERENCE)
        return dated and self.due is not None and self.due < as_of


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A whole quarter, merged: everything that the writers and the reports need."""

    as_of: date
    title: str
    version: str
    plans: tuple[Plan, ...]
    meanings: dict[tuple[str, str], Meaning]
    """By plan id and action id."""
    changes: tuple[Change, ...] = ()
    """What this run changed in the master."""
    earlier_changes: tuple[Change, ...] = ()
    """The change log of the versions before, newest first."""
    findings: tuple[Finding, ...] = ()
    returns: tuple[ReturnRecord, ...] = ()
    missing_returns: tuple[str, ...] = ()
    """The ids of the plans whose return was expected and has not come."""
    cells: CellCount = field(default_factory=CellCount)
    versions: tuple[Version, ...] = ()
    """Newest first."""
    base_ratings: dict[tuple[str, str], str] = field(default_factory=dict)
    """The rating code of each action at the last issue: what movement is measured against."""
    last_updated: dict[tuple[str, str], date] = field(default_factory=dict)

    def meaning(self, plan: Plan, action: Action) -> Meaning:
        """What an action's texts mean."""
        return self.meanings[(plan.id, action.id)]
