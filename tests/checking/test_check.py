"""`planbook check`: a workbook is said to have the faults by itself that it would have in the merge."""

from __future__ import annotations

import pytest

from building import AS_OF, book
from checking.casework import Case, workbooks
from checking.test_cases import CASES
from planbook.library import check_workbook
from planbook.model import Finding
from planbook.settings import Settings

ALONE = [c for c in CASES if c.returned is None and c.edits is None and isinstance(c.issued, str | bytes)]


def about(findings: tuple[Finding, ...]) -> set[tuple[str, ...]]:
    """What findings say, whatever the file is called; a return that has not come is no fault of a workbook."""
    return {
        (f.code, f.place.sheet, f.place.cell, f.action, f.field, f.value, f.suggestion)
        for f in findings
        if f.code != "F005"
    }


@pytest.mark.parametrize("case", ALONE, ids=lambda c: c.says[:60])
def test_a_workbook_by_itself_has_the_faults_that_it_would_have_in_the_merge(case: Case) -> None:
    families = {f.code[0] for f in case.findings} | {code[0] for code in case.misses}
    found = check_workbook(workbooks(case.issued), Settings(AS_OF, **case.settings)).findings
    assert about(tuple(f for f in found if f.code[0] in families)) == about(case.findings)


def test_a_workbook_that_cannot_be_read_is_a_finding() -> None:
    (finding,) = check_workbook(b"PK not a zip", Settings(AS_OF)).findings
    assert finding.code == "F001"


def test_a_workbook_without_a_plan_names_its_sheets_and_what_looks_like_headings() -> None:
    form = book({"Request": "Allotments\n\n| Name | Bess Thorn |\n| What | Dig a pond |", "Notes": "None yet."})
    (finding,) = check_workbook(form, Settings(AS_OF)).findings
    assert finding.code == "F002"
    assert "'Request', 'Notes'" in finding.message
    assert "Name, Bess Thorn" in finding.message
