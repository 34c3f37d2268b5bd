"""The columns that a plan can have: the first of the two tables that drive everything.

Reading asks `interpreting.headings` which of these a heading means; merging asks who may change
it; writing asks what to call it. A new column is one new line here, and one line of words there.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Owner(enum.StrEnum):
    """Who may change a field: a return by itself, or only by the business manager's decision."""

    PROGRESS = "progress"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Column:
    """One field of an action. `key` is its name in JSON, in findings and in `planbook.toml`."""

    key: str
    title: str
    owner: Owner = Owner.AGREED
    width: float = 20
    """Characters, where a sheet of ours shows it."""


COLUMNS: tuple[Column, ...] = (
    Column("number", "No.", width=8),
    Column("objective", "Objective", width=26),
    Column("action", "Action", width=38),
    Column("lead", "Lead", width=20),
    Column("timescale", "Timescale", width=18),
    Column("start", "Start", width=13),
    Column("impact", "Impact", width=32),
    Column("success_measures", "Success measures", width=28),
    Column("milestone", "Milestone", width=30),
    Column("milestone_2", "Milestone 2", width=30),
    Column("risk", "Risk", width=28),
    Column("mitigation", "Mitigation", width=28),
    Column("resources", "Resources", width=20),
    Column("priority", "Priority", width=12),
    Column("subcommittee", "Sub-committee", width=22),
    Column("update", "Update", Owner.PROGRESS, width=60),
    Column("rag", "RAG", Owner.PROGRESS, width=8),
    Column("evidence", "Evidence", Owner.PROGRESS, width=30),
    Column("section_notes", "Narrative", Owner.PROGRESS, width=50),
)

BY_KEY: dict[str, Column] = {column.key: column for column in COLUMNS}

RAG_AND_UPDATE = "rag_and_update"
"""What a heading can mean besides one field: rating and comment in one cell."""

EXTRA = "extra:"
"""Prefix of the key of a column that is not recognised: `extra:` and its heading."""


def title_of(key: str) -> str:
    """What people call a field; an unrecognised column is called by its own heading."""
    if key.startswith(EXTRA):
        return key[len(EXTRA) :]
    column = BY_KEY.get(key)
    return column.title if column else key


def is_agreed(key: str, accept: tuple[str, ...]) -> bool:
    """Whether a change of this field waits for a decision. Unrecognised columns never do."""
    return not key.startswith(EXTRA) and key not in accept
