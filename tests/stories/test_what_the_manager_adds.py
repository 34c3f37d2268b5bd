"""What the business manager adds to the master is carried over, or said; and a return's struck-out row stops nobody."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

import planbook
from building import book

AS_OF = date(2026, 2, 6)
PLAN = """
3. Safer streets

| No. | Objective and Action | Responsible Lead/s | Completion by | Progress update | Impact RAG |
| 3.1 | Walk the routes to school with pupils | Ann Lee | March 2026 | Two routes walked | 3 - On target |
| 3.2 | Agree lighting with the highways team | Bo Marsh | June 2026 | Letter sent | 2 - Slow progress |
| 3.3 | Ask young people where they feel safe | Cy Dunn | June 2026 | Survey drafted | 3 - On target |
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "issued").mkdir()
    (tmp_path / "returns").mkdir()
    (tmp_path / "issued" / "plan.xlsx").write_bytes(book(PLAN))
    return tmp_path


def returned(workspace: Path, name: str, text: str) -> None:
    (workspace / "returns" / name).write_bytes(book(text))


def test_a_sheet_of_ones_own_stays_and_what_cannot_stay_is_said(workspace: Path) -> None:
    returned(workspace, "a.xlsx", PLAN.replace("Two routes walked", "All routes walked"))
    planbook.merge(workspace, AS_OF)
    master = openpyxl.load_workbook(workspace / "master.xlsx")
    notes = master.create_sheet("My notes")
    notes["A1"], notes["B2"] = "Ring the chair", 3.5
    notes["A3"].value = "=see minutes"
    notes["A3"].data_type = "s"
    plan = next(s for s in master if s.title.startswith("3 "))
    plan["B20"] = "A footnote of mine"
    plan["B5"].comment = Comment("Ask about this", "somebody")
    master.save(workspace / "master.xlsx")
    returned(workspace, "a.xlsx", PLAN.replace("Two routes walked", "All routes walked twice"))
    result = planbook.merge(workspace, AS_OF)
    said = {f.value for f in result.exceptions if f.code == "S006"}
    assert {"A footnote of mine", "Ask about this"} <= {value.strip() for value in said}
    again = openpyxl.load_workbook(workspace / "master.xlsx")
    assert again["My notes"]["A1"].value == "Ring the chair"
    assert again["My notes"]["B2"].value == 3.5
    assert again["My notes"]["A3"].data_type == "s"


def test_a_struck_out_row_is_the_row_that_it_was_and_is_asked_about(workspace: Path) -> None:
    struck = openpyxl.load_workbook(io.BytesIO(book(PLAN)))
    for row in struck.active.iter_rows():
        if str(row[0].value) == "3.2":
            for cell in row:
                cell.font = Font(strike=True)
    struck.save(workspace / "returns" / "struck.xlsx")
    returned(workspace, "good.xlsx", PLAN.replace("Survey drafted", "Survey out"))
    result = planbook.merge(workspace, AS_OF)
    assert [a.id for a in result.plans[0].actions] == ["3.1", "3.2", "3.3"]
    assert result.plans[0].actions[1].text("action") == "Agree lighting with the highways team"
    cleared = [f for f in result.exceptions if f.code == "M006"]
    assert {f.action for f in cleared} == {"3.2"}
    assert "Letter sent" in {f.value for f in cleared}
    assert result.cells.unaccounted == 0
    assert [c.action for c in result.changes] == ["3.3"]
