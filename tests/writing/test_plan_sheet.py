"""A plan's sheet is the one that its sub-committee knows, and what we add stands at its right."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from planbook import forms
from planbook.model import Change, Place, RowKind
from planbook.reporting.summary import figures
from planbook.settings import DEFAULT_SCALE
from planbook.writing.master import master_bytes
from planbook.writing.plan_layout import plan_grid
from planbook.writing.plan_rows import action_rows
from writing.quarters import banded_plan, combined_plan, entry, quarter


def sheet_of(name, found=None):
    found = found or quarter()
    book = load_workbook(
        io.BytesIO(master_bytes(found, figures(found, DEFAULT_SCALE), DEFAULT_SCALE, "{}")), rich_text=False
    )
    return book[name]


@pytest.fixture(scope="module")
def gardens():
    return sheet_of("1 Gardens and paths")


@pytest.fixture(scope="module")
def trees():
    return sheet_of("2 Trees old and new")


def test_headings_stand_in_their_own_order_with_ours_at_the_right(gardens):
    headings = [cell.value for cell in gardens[4]]
    assert headings[:8] == [column.heading for column in combined_plan().blocks[0].columns]
    assert headings[8:] == ["Not yet agreed", "Changed in V3"]
    assert all(forms.is_plan_mark(heading) for heading in headings[8:])
    assert not any(forms.is_plan_mark(heading) for heading in headings[:8])


def test_rating_and_update_share_their_cell_one_above_the_other(gardens):
    assert gardens["E5"].value == "3 - On target\n2.4.24: Gates oiled.\n1.5.24: Opened daily."
    assert gardens["E6"].value == "4"
    assert gardens["E7"].value == "+ two paths"


@pytest.mark.parametrize(("rag", "update", "whole"), [("3", "x", "3\nx"), ("3", "", "3"), ("", "x", "x"), ("", "", "")])
def test_a_combined_cell_is_either_part_or_both(rag, update, whole):
    assert forms.combined(rag, update) == whole


def test_an_inherited_objective_is_one_merged_cell(gardens):
    assert "A5:A6" in {str(area) for area in gardens.merged_cells.ranges}
    assert gardens["A5"].value == "1. Gardens are open to all"
    assert gardens["A7"].value == "2. Paths are dry"


def test_merged_layout_cells_stay_merged_across(gardens, trees):
    assert "A1:H1" in {str(area) for area in gardens.merged_cells.ranges}
    assert {"A1:F1", "A4:F4"} <= {str(area) for area in trees.merged_cells.ranges}


def test_what_this_run_changed_and_what_is_new_is_said_in_words(gardens):
    assert [gardens.cell(row, 10).value for row in (5, 6, 7)] == ["● Update", "● RAG", None]
    assert [gardens.cell(row, 9).value for row in (5, 6, 7)] == [None, None, "New, not yet agreed"]


def test_a_plan_without_new_actions_has_no_column_for_them(trees):
    assert [cell.value for cell in trees[3]][6:] == ["Changed in V3"]


def test_a_typed_date_is_a_date_in_its_own_format(trees):
    assert trees["D5"].value == datetime(2024, 7, 1)
    assert trees["D5"].number_format == "mmm-yy"


@pytest.mark.parametrize("broken", ['"; DROP', "[Red][<100]0;[Blue]0", "yyyy" * 40])
def test_a_format_that_could_spoil_the_workbook_is_not_taken_over(broken):
    plan = banded_plan()
    first = plan.actions[0]
    typed = replace(first.fields["timescale"], number_format=broken)
    changed = replace(plan, actions=(replace(first, fields=first.fields | {"timescale": typed}), plan.actions[1]))
    found = quarter(plans=(combined_plan(), changed))
    assert sheet_of("2 Trees old and new", found)["D5"].number_format == "d mmm yyyy"


def test_numbers_are_text_as_people_read_them(trees):
    assert [(trees.cell(row, 1).value, trees.cell(row, 1).data_type) for row in (5, 8)] == [
        ("2.10", "s"),
        ("1.10", "s"),
    ]


def test_text_like_a_formula_stays_text_and_word_line_breaks_stay_line_breaks(trees):
    assert (trees["E5"].value, trees["E5"].data_type) == ("=see minutes", "s")
    assert trees["E8"].value == "x\ny"


def test_a_narrative_row_holds_the_merged_notes_beside_its_label(trees):
    assert (trees["B6"].value, trees["C6"].value) == ("Narrative evidence", "Forty trees were planted.")


def test_an_empty_narrative_row_keeps_room_for_its_words():
    plan = banded_plan()
    rows = tuple(
        replace(row, cells=row.cells[:1]) if row.kind is RowKind.NARRATIVE else row for row in plan.layout.rows
    )
    blank = replace(plan.blocks[0], notes=entry("", (6, 3)))
    plan = replace(plan, blocks=(blank, plan.blocks[1]), layout=replace(plan.layout, rows=rows))
    sheet = sheet_of("2 Trees old and new", quarter(plans=(combined_plan(), plan)))
    assert "C6:F6" in {str(area) for area in sheet.merged_cells.ranges}
    assert (sheet["B6"].value, sheet["C6"].value) == ("Narrative evidence", None)


def test_a_narrative_that_this_run_changed_is_marked_in_its_own_row():
    change = Change("2", "2.10", "section_notes", "", "Forty trees were planted.", Place("returns/trees.xlsx"))
    sheet = sheet_of("2 Trees old and new", quarter(changes=(change,)))
    assert [sheet.cell(row, 7).value for row in (5, 6, 8)] == [None, "● Narrative", None]


def test_the_headings_stay_in_sight_and_are_printed_on_each_page(trees):
    assert trees.freeze_panes == "A4"
    assert trees.print_title_rows == "$3:$3"
    assert trees.page_setup.orientation == "landscape"
    assert trees.sheet_properties.pageSetUpPr.fitToPage
    assert trees.page_setup.fitToWidth in (None, 1)


def test_struck_text_is_shown_struck_and_is_no_part_of_the_live_text():
    plan = combined_plan()
    first = plan.actions[0]
    struck = replace(first.fields["lead"], struck="Old Name")
    changed = replace(plan, actions=(replace(first, fields=first.fields | {"lead": struck}), *plan.actions[1:]))
    found = quarter(plans=(changed, banded_plan()))
    data = master_bytes(found, figures(found, DEFAULT_SCALE), DEFAULT_SCALE, "{}")
    cell = load_workbook(io.BytesIO(data), rich_text=True)["1 Gardens and paths"]["C5"].value
    assert [str(part) for part in cell] == ["Petra Quill\n", "Old Name"]
    assert cell[1].font.strike


def test_an_action_that_the_layout_forgot_is_written_at_its_end():
    plan = combined_plan()
    short = replace(plan, layout=replace(plan.layout, rows=plan.layout.rows[:-1]))
    assert action_rows(short) == {"1a": 4, "1b": 5, "2a": 6}


def test_a_plan_without_a_layout_gets_the_plainest_one():
    plan = replace(combined_plan(), layout=replace(combined_plan().layout, rows=()))
    kinds = [row.kind for row in plan_grid(plan).rows]
    assert kinds == [RowKind.TITLE, RowKind.HEADING, RowKind.ACTION, RowKind.ACTION, RowKind.ACTION]


def test_a_column_is_widened_where_a_text_would_not_fit_the_highest_row():
    plan = combined_plan()
    first = plan.actions[0]
    long = replace(first, fields=first.fields | {"lead": entry("a name and a name " * 60, (5, 3))})
    found = quarter(plans=(replace(plan, actions=(long, *plan.actions[1:])), banded_plan()))
    wide, usual = sheet_of("1 Gardens and paths", found), sheet_of("1 Gardens and paths")
    assert wide.column_dimensions["C"].width > usual.column_dimensions["C"].width + 1
    assert wide.column_dimensions["B"].width == usual.column_dimensions["B"].width
