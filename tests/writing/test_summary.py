"""The summary counts what stands in All actions, and says what it counts."""

from __future__ import annotations

import io
import re

import pytest
from openpyxl import load_workbook

from planbook import forms
from planbook.reporting.summary import figures
from planbook.settings import DEFAULT_SCALE
from planbook.writing.master import master_bytes
from writing.quarters import quarter


@pytest.fixture(scope="module")
def data():
    found = quarter()
    return master_bytes(found, figures(found, DEFAULT_SCALE), DEFAULT_SCALE, "{}")


@pytest.fixture(scope="module")
def shown(data):
    return load_workbook(io.BytesIO(data), data_only=True)


@pytest.fixture(scope="module")
def live(data):
    return load_workbook(io.BytesIO(data))


def holds(value, criterion):
    """COUNTIFS, as far as the summary uses it."""
    if isinstance(criterion, int):
        return value == criterion
    if criterion == "":
        return value is None
    pattern = re.escape(criterion.removeprefix("=")).replace(r"\*", ".*")
    return value is not None and re.fullmatch(pattern, str(value), re.DOTALL | re.IGNORECASE) is not None


def counted(formula, sheet, actions):
    tests = []
    for column, criterion in re.findall(r'Actions\[([^]]+)\],((?:"="&\$A\d+)|"[^"]*"|\d+)', formula):
        if criterion.startswith('"="&'):
            wanted = f"={sheet[criterion[4:].replace('$', '')].value}"
        else:
            wanted = criterion.strip('"') if criterion.startswith('"') else int(criterion)
        tests.append((column, wanted))
    assert tests
    return sum(all(holds(action[column], wanted) for column, wanted in tests) for action in actions)


def test_every_stored_result_is_what_its_formula_counts(shown, live):
    rows = list(shown[forms.ALL_ACTIONS].iter_rows(4, values_only=True))
    actions = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    checked = 0
    for row in live[forms.SUMMARY].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("=COUNTIFS"):
                assert shown[forms.SUMMARY][cell.coordinate].value == counted(cell.value, shown[forms.SUMMARY], actions)
                checked += 1
    assert checked == 2 * 8 + 2


def test_sums_are_those_of_the_plans(shown, live):
    sheet = shown[forms.SUMMARY]
    for cell in live[forms.SUMMARY][9]:
        if isinstance(cell.value, str) and cell.value.startswith("=SUM"):
            assert sheet[cell.coordinate].value == sum(sheet.cell(row, cell.column).value for row in (7, 8))


def test_the_table_says_how_each_plan_stands(shown):
    sheet = shown[forms.SUMMARY]
    headings = [cell.value for cell in sheet[6]]
    first, second = ({h: c.value for h, c in zip(headings, sheet[row], strict=True)} for row in (7, 8))
    assert (first["Plan"], first["Actions"], first["3 On target"], first["Not rated"]) == (
        "1 Gardens and paths",
        3,
        1,
        1,
    )
    assert (first["Better"], first["Overdue"], first["Return"]) == (1, 1, "1 file")
    assert (second["Worse"], second["No update"], second["Return"], second["Decide"]) == (1, 1, "missing", 1)


def test_the_chart_says_its_figures_in_words(data):
    found = quarter()
    from planbook.writing.chart import described
    from planbook.writing.setting import setting

    words = described(setting(found, figures(found, DEFAULT_SCALE), DEFAULT_SCALE))
    assert "1 Gardens and paths: 1 3 On target, 1 4 Complete" in words
    assert "2 Trees old and new: 1 1 Work required, 1 2 Slow progress" in words
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "Stacked bars, one for each plan" in package.read("xl/drawings/drawing1.xml").decode()


def test_what_to_decide_first_leads_to_its_row(live):
    links = {
        cell.value: cell.hyperlink.location
        for row in live[forms.SUMMARY].iter_rows(min_row=11)
        for cell in row
        if cell.hyperlink is not None
    }
    place = links["Error, 2 actions: No timescale."]
    sheet, _, address = place.rpartition("!")
    row = live[sheet.strip("'")][int(address[1:])]
    assert row[2].value == "T001"
