"""The master as openpyxl reads it back: its sheets, its kinds of cells, and what must never be in it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from planbook import forms
from planbook.model import Block, Change, Consolidation, Layout, LayoutCell, LayoutRow, Place, Plan, RowKind
from planbook.reporting.summary import figures
from planbook.settings import DEFAULT_SCALE, Scale, Step
from planbook.writing.master import master_bytes
from writing.quarters import AS_OF, action, banded_plan, columns, combined_plan, entry, meaning, quarter

SNAPSHOT = '{"words": "é € 😀"}' * 5000


def made(consolidation=None, scale=DEFAULT_SCALE, author="R. Editor"):
    found = consolidation or quarter()
    return master_bytes(found, figures(found, scale), scale, SNAPSHOT, author)


@pytest.fixture(scope="module")
def data():
    return made()


@pytest.fixture(scope="module")
def book(data):
    return load_workbook(io.BytesIO(data))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def row_under(sheet, heading):
    """The row below the headings, as a dictionary; the headings are the row that begins with this one."""
    for at, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if row[0] == heading:
            headings = [value for value in row if value is not None]
            return headings, [dict(zip(headings, r, strict=False)) for r in sheet.iter_rows(at + 1, values_only=True)]
    raise AssertionError(f"{sheet.title} has no heading {heading}")


def test_the_sheets_stand_in_the_order_of_the_specification(book):
    plans = ["1 Gardens and paths", "2 Trees old and new"]
    last = [forms.CHANGES, forms.HIGHLIGHTS, forms.RISKS, forms.RETURNS, forms.VERSION_CONTROL, forms.LEGEND]
    wanted = [forms.SUMMARY, forms.ALL_ACTIONS, *plans, *forms.EXCEPTION_SHEETS, *last, forms.SNAPSHOT]
    assert book.sheetnames == wanted
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == [forms.SNAPSHOT]
    assert book.active.title == forms.SUMMARY


def test_the_same_quarter_gives_the_same_bytes(data):
    assert made() == data


@pytest.mark.parametrize(
    ("sheet", "first", "wanted"),
    [
        (forms.ALL_ACTIONS, "Plan", forms.ALL_ACTIONS_COLUMNS),
        (forms.CHANGES, "Version", forms.CHANGES_COLUMNS),
        (forms.HIGHLIGHTS, "Why it is here", forms.HIGHLIGHTS_COLUMNS),
        (forms.RISKS, "Plan", forms.RISKS_COLUMNS),
        (forms.RETURNS, "File", forms.RETURNS_COLUMNS),
        (forms.VERSION_CONTROL, "Version", forms.VERSION_COLUMNS),
        (forms.LEGEND, "Kind", forms.LEGEND_COLUMNS),
        *((name, "Ref", forms.EXCEPTION_COLUMNS) for name in forms.EXCEPTION_SHEETS),
    ],
)
@pytest.mark.parametrize("empty", [False, True])
def test_every_sheet_has_its_headings_also_when_nothing_is_listed(book, sheet, first, wanted, empty):
    if empty:
        nothing = Consolidation(AS_OF, "Empty", "1", (combined_plan(),), quarter().meanings)
        book = load_workbook(io.BytesIO(made(nothing)))
    headings, rows = row_under(book[sheet], first)
    assert tuple(headings[: len(wanted)]) == wanted
    assert rows, "a sheet says in words that there is nothing"
    assert any(value for row in rows for value in row.values())


def test_what_people_typed_is_text_whatever_it_looks_like(book):
    sheet = book["1 Gardens and paths"]
    held = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for text in ("=SUM(A1:A9)", "http://gates.example/notes", "@fencing", "+ two paths"):
        assert held[text].data_type == "s"
        assert held[text].hyperlink is None


def test_no_formula_but_our_own_counts(data):
    formulas = [
        f
        for name, xml in parts(data).items()
        if "worksheets/" in name
        for f in re.findall("<f(?: [^>]*)?>([^<]*)", xml)
    ]
    assert formulas
    assert all(f.startswith(("COUNTIFS(Actions[", "SUM(")) for f in formulas)


def test_nothing_leads_out_of_the_workbook(data):
    found = parts(data)
    assert not any('TargetMode="External"' in xml for xml in found.values())
    assert not any("externalLink" in name or "vba" in name or "comments" in name for name in found)


def test_properties_name_the_settings_author_and_nobody_else(data, book):
    assert book.properties.creator == "R. Editor"
    assert book.properties.title == "Parks & paths: plan 2023 to 2025: master, version 3"
    assert book.properties.created.date() == AS_OF
    assert "<dc:language>en-GB</dc:language>" in parts(data)["docProps/core.xml"]
    assert load_workbook(io.BytesIO(made(author=""))).properties.creator in (None, "")


def test_the_snapshot_comes_back_as_it_was(book):
    assert forms.joined(row[0] for row in book[forms.SNAPSHOT].iter_rows(values_only=True)) == SNAPSHOT


def test_all_actions_is_a_table_of_typed_cells(book):
    sheet = book[forms.ALL_ACTIONS]
    table = sheet.tables["Actions"]
    assert table.ref == f"A4:{'O'}9"
    _, rows = row_under(sheet, "Plan")
    first = rows[0]
    assert (first["No."], first["RAG"], first["Rating"]) == ("1a", 3, "On target")
    assert first["Due"] == datetime(2024, 3, 31)
    assert first["Last updated"] == datetime(2024, 5, 1)
    assert sheet["H5"].number_format == "d mmm yyyy"
    assert first["Action"] == "1a. Open the gates\nevery morning"
    assert first["Source"] == "issued/gardens.xlsx, Plan!B5"
    assert first["Flags"] == "Overdue\nChanged"
    assert rows[1]["Objective"] == "1. Gardens are open to all"
    assert [row["No."] for row in rows] == ["1a", "1b", "2a", "2.10", "2.2"]
    assert rows[4]["Update"] == "x\ny"
    assert sheet["C5"].hyperlink.location == "'1 Gardens and paths'!A5"


def test_links_lead_to_sheets_that_exist(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    title = cell.hyperlink.location.rpartition("!")[0].strip("'").replace("''", "'")
                    assert title in book.sheetnames


def test_only_plan_sheets_have_merged_cells(book):
    merged = {sheet.title for sheet in book if sheet.merged_cells.ranges}
    assert merged == {"1 Gardens and paths", "2 Trees old and new"}


def test_no_row_is_higher_than_a_row_can_be(book):
    heights = [d.height for sheet in book for d in sheet.row_dimensions.values() if d.height]
    assert max(heights) <= 409


def test_the_legend_has_the_scale_and_each_code_in_use_once(book):
    _, rows = row_under(book[forms.LEGEND], "Kind")
    assert [row["Code"] for row in rows] == ["1", "2", "3", "4", "T001", "F005", "M005", "T006", "U001", "S001"]


def test_changes_of_this_run_stand_above_those_before(book):
    _, rows = row_under(book[forms.CHANGES], "Version")
    assert [(row["Version"], row["Field"]) for row in rows] == [("3", "Update"), ("3", "RAG"), ("2", "Lead")]


def test_a_missing_return_is_said_on_returns(book):
    _, rows = row_under(book[forms.RETURNS], "File")
    assert [row["Status"] for row in rows] == ["merged", "missing"]


def test_one_question_about_two_cells_is_one_row(book):
    _, rows = row_under(book["Exceptions - Dates"], "Ref")
    assert [row["Code"] for row in rows] == ["T001", "T006"]
    assert rows[0]["Where (file, sheet, cell)"] == "returns/gardens.xlsx, Plan!D7\nissued/trees.xlsx, Trees!D10"
    assert rows[0]["Action"] == "1: 2a\n2: 2.2"


def test_a_held_value_is_shown_beside_the_masters(book):
    _, rows = row_under(book["Exceptions - Decide"], "Ref")
    assert (rows[0]["In the master"], rows[0]["In the return"]) == ("Plant trees", "Plant bushes")


def test_an_update_that_no_row_can_show_goes_on_in_a_column_at_the_right():
    long = " ".join(f"word{number}" for number in range(900))
    plan = combined_plan()
    first = plan.actions[0]
    grown = replace(first, fields=first.fields | {"update": entry(long, (5, 5))})
    book = load_workbook(
        io.BytesIO(made(quarter(plans=(replace(plan, actions=(grown, *plan.actions[1:])), banded_plan()))))
    )
    _, rows = row_under(book[forms.ALL_ACTIONS], "Plan")
    assert rows[0]["Update"] == long
    assert long.endswith(rows[0]["Update (continued)"])
    assert 0 < len(rows[0]["Update (continued)"]) < len(long)
    assert rows[1]["Update (continued)"] is None


def test_layout_cells_that_overlap_are_left_apart_and_keep_their_words():
    plan = banded_plan()
    band = LayoutRow(RowKind.BAND, (LayoutCell(1, 4, "One"), LayoutCell(3, 6, "Two")))
    odd = replace(plan, layout=replace(plan.layout, rows=(*plan.layout.rows, band)))
    sheet = load_workbook(io.BytesIO(made(quarter(plans=(combined_plan(), odd)))))["2 Trees old and new"]
    assert [str(area) for area in sheet.merged_cells.ranges if "9" in str(area)] == ["A9:D9"]


def test_closing_a_book_leaves_the_library_as_it_was(data):
    import xlsxwriter.workbook

    assert xlsxwriter.workbook.ZipFile is zipfile.ZipFile


def test_a_text_that_no_cell_can_hold_is_cut_in_words_and_whole_in_changes():
    long = "ab " * 13_000
    plan = combined_plan()
    first = plan.actions[0]
    grown = replace(first, fields=first.fields | {"update": entry(long, (5, 5))})
    change = Change("1", "1a", "update", "", long, Place("returns/gardens.xlsx", "Plan", 5, 5))
    made_of = quarter(plans=(replace(plan, actions=(grown, *plan.actions[1:])), banded_plan()), changes=(change,))
    book = load_workbook(io.BytesIO(made(made_of)))
    update = book[forms.ALL_ACTIONS]["K5"].value
    assert update.endswith(forms.CUT_MARK)
    assert len(update) == forms.CELL_LIMIT
    _, rows = row_under(book[forms.CHANGES], "Version")
    assert "".join(row["After"] for row in rows if row["Version"] == "3") == long


@pytest.mark.parametrize("many", [1, 30])
def test_any_number_of_plans_with_any_ids_can_be_written(many):
    cols = columns(("Action", "action"), ("RAG", "rag"))
    plans = []
    for number in range(many):
        one = action(cols, "row2", 2, {"action": "Do it", "rag": "green"})
        name = f"fields-{number}"
        plans.append(Plan(name, "Fields: everywhere/anywhere", (one,), (Block("", cols),), Layout(), Place("a.xlsx")))
    found = Consolidation(AS_OF, "Many", "1", tuple(plans), {(p.id, "row2"): meaning("green") for p in plans})
    book = load_workbook(io.BytesIO(made(found)))
    assert len(set(book.sheetnames)) == many + 14
    assert book[forms.SUMMARY]["G6"].value == "Green"


def test_a_quarter_without_any_action_still_reads_well():
    book = load_workbook(io.BytesIO(made(Consolidation(AS_OF, "None", "1", (), {}))))
    assert book[forms.SUMMARY]["A1"].value == "None"


def test_a_scale_of_letters_has_its_own_columns():
    scale = Scale((Step("R", "Stuck", colours=("red",)), Step("G", "Fine"), Step("D", "Done", complete=True)))
    book = load_workbook(io.BytesIO(made(scale=scale)))
    assert [cell.value for cell in book[forms.SUMMARY][6]][2:5] == ["R Stuck", "G Fine", "D Done"]
