"""What a finding is about: the faulty words, the value that waits, what the master keeps; and files that are not read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from building import AS_OF, files, quarter
from checking.casework import REGISTER, sheet, workbooks
from planbook.consolidate import consolidate
from planbook.model import Fate, ReturnRecord
from planbook.quarter.inputs import Inputs
from planbook.settings import Settings

ROW = {"lead": "Ada Quill", "timescale": "31 March 2025", "update": "3.1.24: Dug.", "rag": "2"}


def row(**cells: str) -> str:
    return sheet(f"| 1 | Dig the beds | {' | '.join((ROW | cells).values())} |")


def findings(issued: str, returned: str | None = None) -> dict[str, tuple[str, str]]:
    """Value and master's value by code."""
    found = quarter(issued, returned, register=REGISTER).quarter.findings
    return {f.code: (f.value, f.master_value) for f in found}


@pytest.mark.parametrize(
    ("cells", "code", "value"),
    [
        ({"timescale": "Report by 31st September 2024"}, "T003", "31st September 2024"),
        ({"timescale": "Report by 05/30/2025"}, "T004", "05/30/2025"),
        ({"lead": "Ada Quill, Zoltan Petrovic"}, "L002", "Zoltan Petrovic"),
        ({"lead": "Ada Quill / ZZ"}, "L003", "ZZ"),
        ({"rag": "Complete"}, "R002", "Complete"),
        ({"update": "31.4.24: Dug."}, "U002", "31.4.24"),
        ({"update": "{=A1 -> Dug.}"}, "F007", "=A1"),
    ],
)
def test_the_value_is_the_faulty_words(cells: dict[str, str], code: str, value: str) -> None:
    assert findings(row(**cells))[code] == (value, findings(row(**cells))[code][1])


@pytest.mark.parametrize(
    ("cells", "code", "theirs", "ours"),
    [
        ({"lead": "Ben Tarn"}, "M005", "Ben Tarn", "Ada Quill"),
        ({"timescale": "June 2025"}, "T007", "June 2025", "31 March 2025"),
        ({"rag": ""}, "M006", "", "2"),
        ({"update": "3.1.24: Dug twice."}, "U003", "3.1.24: Dug twice.", "3.1.24: Dug."),
    ],
)
def test_a_value_that_waits_is_shown_beside_what_the_master_keeps(
    cells: dict[str, str], code: str, theirs: str, ours: str
) -> None:
    assert findings(row(), row(**cells))[code] == (theirs, ours)


def test_files_that_are_passed_over_are_said_and_excluded_ones_are_not() -> None:
    passed = (
        ReturnRecord("returns/~$a.xlsx", Fate.PASSED_OVER, why="somebody has it open"),
        ReturnRecord("returns/draft.xlsx", Fate.EXCLUDED, why="excluded in planbook.toml"),
    )
    inputs = Inputs(files("issued", row()), files("returns", row(rag="3")), passed_over=passed)
    quarter_ = consolidate(inputs, Settings(AS_OF)).quarter
    assert [(f.code, f.place.workbook) for f in quarter_.findings if f.code[0] == "F"] == [("F009", "returns/~$a.xlsx")]
    assert {r.file: r.fate for r in quarter_.returns}["returns/draft.xlsx"] is Fate.EXCLUDED


def test_nothing_depends_on_the_day_but_by_as_of() -> None:
    """dateutil#25: `Feb 2025` means the same whatever day it is."""
    source = workbooks("| 1 | Dig the beds | Ada Quill | Feb 2025 | Dug. | 2 |")
    days = [date(2024, 1, 30), date(2024, 1, 31), date(2024, 2, 29), date(2024, 12, 31)]
    runs = [quarter(source, as_of=day).quarter for day in days]
    assert {m.due for run in runs for m in run.meanings.values()} == {date(2025, 2, 28)}
    assert len({tuple(replace(f, ref="") for f in run.findings) for run in runs}) == 1
