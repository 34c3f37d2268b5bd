"""The sheets that are written and read back: their names, their columns and their words, once.

The writer of a sheet and its reader meet here, so that a heading cannot be changed in one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

SUMMARY = "Summary"
ALL_ACTIONS = "All actions"
CHANGES = "Changes"
HIGHLIGHTS = "Highlights"
RISKS = "Risks"
RETURNS = "Returns"
VERSION_CONTROL = "Version control"
LEGEND = "Legend"
SNAPSHOT = "_planbook"

# What a workbook that goes out to a sub-committee has besides its plans.
GUIDANCE = "How to fill in this return"
LISTS = "_lists"
RETURN_MARK = "planbook return "
"""Opens the hidden sheet of an issued workbook, whatever that sheet is called by then."""
KEY_HEADING = "planbook key"
"""Heads the hidden column beside the actions. No plan has such a column of its own."""
NEW_WORDS = "New, not yet agreed"
"""What stands beside an action that nobody has agreed to, under `NOT_AGREED_MARK`."""

# What an annotated copy of somebody's own workbook has besides what is theirs.
CHECK_SHEET = "planbook"
CHECK_TITLE = "What planbook found in this workbook"
CHECK_EXPLAINED = "Each line links to its cell. When all is put right, delete this sheet and the notes, or leave them."
CHECK_NOTHING = "Nothing is wrong."
CHECK_HEADINGS = ("Where", "How much it matters", "Code", "Action", "What is wrong", "Suggestion", "What to do")
CHECK_NOTE_OPENS = "planbook "
"""Opens each of our notes, before its code; a note that was there stands above it."""

ALL_ACTIONS_COLUMNS = (
    "Plan",
    "Section",
    "No.",
    "Objective",
    "Action",
    "Lead",
    "Timescale",
    "Due",
    "RAG",
    "Rating",
    "Update",
    "Success measures",
    "Last updated",
    "Source",
)

# The columns of `All actions` that hold an action's own words: what the business manager may edit
# there, and the field that each of them is. `RAG` and `Rating` are the two halves of one field.
ALL_ACTIONS_FIELDS = {
    "Objective": "objective",
    "Action": "action",
    "Lead": "lead",
    "Timescale": "timescale",
    "RAG": "rag",
    "Update": "update",
    "Success measures": "success_measures",
}

# Families of exceptions, by the first letter of the code.
EXCEPTION_SHEETS = {
    "Exceptions - Decide": "M",
    "Exceptions - Leads": "L",
    "Exceptions - Dates": "T",
    "Exceptions - Ratings": "RU",
    "Exceptions - Returns": "FS",
}

EXCEPTION_COLUMNS = (
    "Ref",
    "Severity",
    "Code",
    "Plan",
    "Action",
    "Field",
    "What is wrong",
    "In the master",
    "In the return",
    "Suggestion",
    "Where (file, sheet, cell)",
)

DECISION, VALUE, SETTLED_BY = "Decision", "Value", "Settled by"
DECIDING_COLUMNS = (DECISION, VALUE, SETTLED_BY)
"""What makes an exception sheet a form: a drop-down, a value of one's own, and room for a name or a remark."""

CHANGES_COLUMNS = ("Version", "Plan", "Action", "Field", "Before", "After", "Where", "Why (return, decision)")

# What a sheet of ours has to the right of the columns that the specification names.
ALL_ACTIONS_MARKS = ("Flags", "Update (continued)")
HIGHLIGHTS_COLUMNS = ("Why it is here", "Plan", "No.", "Action", "Lead", "Due", "RAG", "In a word")
RISKS_COLUMNS = ("Plan", "Actions", "Risk", "Mitigation", "Lead", "Lowest RAG")
RETURNS_COLUMNS = ("File", "Plan", "From", "Status", "Rows", "Changes", "Exceptions", "Why")
VERSION_COLUMNS = ("Version", "Date", "Author", "Changes")
LEGEND_COLUMNS = ("Kind", "Code", "Name", "What it means", "What to do", "If nobody does")

# The extra columns at the right of a plan's sheet, by how their headings begin: a plan has no such
# columns of its own, and the reader of the master leaves them out.
NOT_AGREED_MARK = "Not yet agreed"
CHANGED_MARK = "Changed in V"
PLAN_SHEET_MARKS = (NOT_AGREED_MARK, CHANGED_MARK)

FLAG_OVERDUE, FLAG_NO_UPDATE, FLAG_CHANGED, FLAG_NEW = "Overdue", "No update", "Changed", "Not yet agreed"

RAG_AND_UPDATE_SEPARATOR = "\n"
CUT_MARK = "... (continued in Changes)"
"""Ends a text that was longer than a cell can hold; the snapshot has it whole."""

CELL_LIMIT = 32_767
"""What one cell of an Excel workbook can hold, in characters (UTF-16 units)."""

_CHUNK = 30_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CONTROL = {code: " " for code in range(32) if code not in (9, 10, 13)} | {
    0x0B: "\n",
    0x0C: "\n",
    0xFFFE: "",
    0xFFFF: "",
}


SHEETS = (
    *(SUMMARY, ALL_ACTIONS, *EXCEPTION_SHEETS, CHANGES, HIGHLIGHTS, RISKS, RETURNS, VERSION_CONTROL, LEGEND, SNAPSHOT),
)
"""Every sheet of a master but the plans' own."""


def family_sheet(code: str) -> str:
    """The exception sheet that a code's family stands on."""
    return next(sheet for sheet, letters in EXCEPTION_SHEETS.items() if code[0] in letters)


def writable(text: str) -> str:
    """The text as a workbook can hold it: control characters become spaces or line breaks.

    Vertical tabs come from Word and mean a line break. Lone surrogates cannot be stored in any
    file and become the replacement character, so that it is seen that something stood there.
    """
    if not _UNWRITABLE.search(text):
        return text
    cleaned = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    return cleaned.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def combined(rag_text: str, update_text: str) -> str:
    """Rating and update as the one text of a cell that holds both: either alone, or one above the other."""
    return RAG_AND_UPDATE_SEPARATOR.join(part for part in (rag_text, update_text) if part)


def is_plan_mark(heading: str) -> bool:
    """Whether a heading on a plan's sheet is one of ours, which the plan itself does not have."""
    return heading.strip().startswith(PLAN_SHEET_MARKS)


def changed_mark(version: str) -> str:
    """The heading of the column that says what a version changed: `Changed in V7`, for `7` and `V7` alike."""
    return f"{CHANGED_MARK}{bare_version(version)}"


def bare_version(version: str) -> str:
    """A version as a sentence names it after the word itself: `version 7`."""
    return version[1:] if version[:1] in "Vv" and version[1:2].isdigit() else version


def fitting(text: str) -> str:
    """The text as one cell can hold it: cleaned, and cut where it must be, which then is said at its end."""
    clean = writable(text)
    if len(clean) * 2 <= CELL_LIMIT or _units(clean) <= CELL_LIMIT:
        return clean
    room = (CELL_LIMIT - len(CUT_MARK)) * 2
    return clean.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT_MARK


def _units(text: str) -> int:
    """The length of a text as Excel counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def long_day(day: date) -> str:
    """A day as people write it, `14 February 2020`, whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def chunks(text: str) -> Iterator[str]:
    """A long text in parts that each fit a cell, for the hidden sheet."""
    for start in range(0, len(text), _CHUNK):
        yield text[start : start + _CHUNK]


def joined(parts: Iterable[str]) -> str:
    """The text that `chunks` took apart."""
    return "".join(parts)
