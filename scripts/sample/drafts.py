"""A plan workbook in the making: what its TOML file says, and the edits that people make in their copies of it."""

from __future__ import annotations

import copy
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent


class Formula(NamedTuple):
    """A live formula with its stored result, as Excel saves it."""

    words: str
    result: str


class ShortDay(NamedTuple):
    """A date that Excel shows as `26-Mar`: what it makes of a typed `Mar 26`."""

    day: date


Value = str | float | date | Formula | ShortDay

# Each layout: its columns as (field, heading, width), and the columns that are merged over an objective's rows.
LAYOUTS: dict[str, tuple[tuple[tuple[str, str, int], ...], tuple[str, ...]]] = {
    "objectives": (
        (
            ("objective", "Objective (what)", 26),
            ("action", "Actions (how)", 38),
            ("lead", "Lead(s) (who)", 22),
            ("timescale", "Timescale (when)", 20),
            ("impact", "Impact (so what)", 32),
            ("success_measures", "Measures of success", 30),
            ("rag_and_update", "Quarterly update/comment and RAG rating", 48),
        ),
        ("objective",),
    ),
    "milestones": (
        (
            ("number", "No", 6),
            ("objective", "Objective/Outcome", 30),
            ("milestone", "Milestone (by March 2025)", 28),
            ("milestone_2", "Milestone (by March 2026)", 28),
            ("lead", "Lead/FSCP Sub-Committee", 22),
            ("timescale", "Final timescale", 14),
            ("risk", "Risks", 26),
            ("mitigation", "Mitigations", 26),
            ("rag_and_update", "RAG Progress rating 1 (poor) - 4 (strong)", 34),
        ),
        ("number", "objective"),
    ),
    "numbered": (
        (
            ("number", "No.", 7),
            ("action", "Objective and Action", 50),
            ("lead", "Responsible Lead/s", 24),
            ("timescale", "Completion by", 16),
            ("update", "Progress update", 52),
            ("rag", "Impact RAG", 18),
        ),
        (),
    ),
}


@dataclass
class Draft:
    """One workbook with one plan, before it is written. `rows` are the TOML file's rows, in order."""

    plan: dict[str, Any]
    columns: list[tuple[str, str, int]]
    merged: tuple[str, ...]
    rows: list[dict[str, Any]]
    below: list[str] = field(default_factory=list)
    """Texts that somebody wrote below the table."""

    @classmethod
    def of(cls, number: int) -> Draft:
        """The plan of this number as it was sent out."""
        plan = tomllib.loads((HERE / f"plan_{number}.toml").read_text(encoding="utf-8"))
        columns, merged = LAYOUTS[plan["layout"]]
        rows = copy.deepcopy(plan["row"])
        if plan["layout"] == "objectives":
            rows.insert(0, {"heading": True})
        return cls(plan, list(columns), merged, rows)

    def row(self, action: str) -> dict[str, Any]:
        """The row of an action, by what people call it: `1a`, `2.1/2`, `3.10`."""
        number, count = "", 0
        for row in self.rows:
            if "lead" not in row:
                continue
            own = str(row["number"]) if "number" in row else row.get("action", "").split(".")[0]
            number, count = (own, 1) if "number" in row or "milestone" not in row else (number, count + 1)
            if action in (number, f"{number}/{count}") and (count == 1 or action != number):
                return row
        raise LookupError(action)

    def set(self, action: str, /, **values: Value) -> None:
        """Type values into an action's cells."""
        self.row(action).update(values)

    def append(self, action: str, column: str, text: str) -> None:
        """Write another line under what stands in a cell."""
        row = self.row(action)
        row[column] = f"{row.get(column, '')}\n{text}".strip()

    def drop(self, action: str) -> None:
        """Delete an action's row. Its objective, if it began there, is the next row's then."""
        self.rows.remove(self.row(action))

    def insert_after(self, action: str, /, **values: Value) -> None:
        """Add a row below an action."""
        at = next(i for i, row in enumerate(self.rows) if row is self.row(action))
        self.rows.insert(at + 1, dict(values))

    def swap(self, first: str, second: str) -> None:
        """Let two columns change places."""
        at = {name: i for i, (name, _, _) in enumerate(self.columns)}
        a, b = at[first], at[second]
        self.columns[a], self.columns[b] = self.columns[b], self.columns[a]

    def add_column(self, heading: str, values: dict[str, Value]) -> None:
        """Add a column of one's own at the right."""
        self.columns.append((heading, heading, 30))
        for action, value in values.items():
            self.set(action, **{heading: value})
