"""What each row of a table is: an action, a band, a narrative, a total, a legend, or text below it."""

from __future__ import annotations

import pytest

from building import LAYOUTS
from planbook.model import RowKind
from tables.plan_reading import plan, plan_file, said

HEADING = "| No. | Action | Lead | Timescale | Update | RAG |"
ONE = "| 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |"
TWO = "| 2 | Mend the hoes | Ben Tarn | May 2025 | Filed. | 3 |"
BOTH = ["1 Dig the beds", "2 Mend the hoes"]


def kinds(text: str) -> list[str]:
    return [r.kind.value for r in plan(text).layout.rows]


def test_blank_rows_inside_a_table_are_no_actions_and_move_no_row_numbers() -> None:
    """gost#459: an error in row 12 is said of row 12, whatever is blank above it."""
    read = plan(f"{HEADING}\n{ONE}\n\n\n{TWO}")
    assert said(read) == BOTH
    assert [a.place.row for a in read.actions] == [2, 5]


@pytest.mark.parametrize("invisible", ["", " ", "\u00a0", "\u200b", "\u00a0\u200b "])
def test_a_cell_with_nothing_to_see_is_blank(invisible: str) -> None:
    """pyxform#19: a space or a non-breaking space is nobody's name, and a row of them is no action."""
    blank = f"| {invisible}{{}} | {{}} | {{}} | | | |"
    read = plan(f"{HEADING}\n{ONE}\n{blank}\n{TWO.replace('Ben Tarn', invisible + '{}')}")
    assert said(read) == BOTH
    assert read.actions[1].fields["lead"].is_blank


@pytest.mark.parametrize("text", ["None", "NA", "N/A", "n/a", "null", "nan", "FALSE", "0", "-", "1e5", "007"])
def test_words_that_other_tools_take_for_blank_or_for_numbers_stay_words(text: str) -> None:
    """pandas#61788: an update that says None says so."""
    read = plan(f"{HEADING}\n{ONE.replace('Dug.', text)}")
    assert said(read, "update") == [f"1 | {text}"]


@pytest.mark.parametrize(
    "band",
    ["| Sheds | < | < | < | < | < |", "| Sheds | < | < | < | | |", "Sheds and hoes", "Strategic aim 2: Sheds"],
    ids=["merged across", "merged over most", "in the first cell", "an aim"],
)
def test_a_band_inside_a_table_opens_a_section(band: str) -> None:
    read = plan(f"1. Allotments\n\n{HEADING}\n{ONE}\n{band}\n{TWO}")
    assert said(read) == BOTH
    assert [read.section_of(a) for a in read.actions] == ["", band.strip("| <")]


def test_a_band_right_below_the_heading_is_the_section_of_what_follows() -> None:
    read = plan(f"{HEADING}\n| Beds | < | < | < | < | < |\n{ONE}\n| Hoes | < | < | < | < | < |\n{TWO}")
    assert [read.section_of(a) for a in read.actions] == ["Beds", "Hoes"]


def test_a_band_above_a_repeated_heading_row_is_the_section_below_it() -> None:
    read = plan(f"1. Allotments\n\nAim 1: Beds\n{HEADING}\n{ONE}\n\nAim 2: Hoes\n{HEADING}\n{TWO}")
    assert [read.section_of(a) for a in read.actions] == ["Aim 1: Beds", "Aim 2: Hoes"]
    assert kinds(f"1. Allotments\n\nAim 1: Beds\n{HEADING}\n{ONE}\n\nAim 2: Hoes\n{HEADING}\n{TWO}") == [
        *("title", "blank", "band", "heading", "action", "blank", "band", "heading", "action")
    ]


def test_a_row_with_an_action_and_nothing_else_is_an_action() -> None:
    assert said(plan(f"{HEADING}\n{ONE}\n| | Oil the gates | | | | |\n{TWO}")) == [
        *("1/1 Dig the beds", "1/2 Oil the gates", "2 Mend the hoes")
    ]


@pytest.mark.parametrize(
    "label", ["Narrative evidence", "Narrative", "Narrative update:", "Commentary", "Overall progress"]
)
def test_a_narrative_row_is_the_note_of_its_block_and_no_action(label: str) -> None:
    read = plan(f"{HEADING}\n{ONE}\n{TWO}\n| {label} | Both went well. | < | < | < | < |")
    assert said(read) == BOTH
    assert [read.notes_of(a) for a in read.actions] == ["Both went well."] * 2
    assert read.blocks[0].notes is not None
    assert read.blocks[0].notes.place.cell == "B4"


def test_a_narrative_row_without_words_has_a_place_for_them() -> None:
    read = plan(f"{HEADING}\n{ONE}\n| Narrative evidence | | | | | |")
    assert read.blocks[0].notes is not None
    assert (read.blocks[0].notes.text, read.blocks[0].notes.place.cell) == ("", "B3")


def test_each_block_has_its_own_narrative() -> None:
    narrative = "| Narrative evidence | {} | < | < | < | < |"
    read = plan(
        f"Aim 1\n{HEADING}\n{ONE}\n{narrative.replace('{}', 'Beds well.')}\n\n"
        f"Aim 2\n{HEADING}\n{TWO}\n{narrative.replace('{}', 'Hoes well.')}"
    )
    assert [read.notes_of(a) for a in read.actions] == ["Beds well.", "Hoes well."]


def test_an_action_whose_words_begin_with_narrative_is_an_action() -> None:
    read = plan(f"{HEADING}\n{ONE.replace('Dig the beds', 'Narrative reports of every plot holder are collected')}")
    assert len(read.actions) == 1


@pytest.mark.parametrize(
    "below",
    [
        "| Total | | | | | 2 |",
        "| | Total | | | | 2 |",
        "\n| Total: | 2 | | | | |",
        "\nKey",
        "\n| 1 | Work required | | | | |\n| 4 | Complete | | | | |",
        "\n| RAG key | Red - work required |",
        "\nPrepared by Ada Quill for the meeting of 3 May.",
        "\n\n| Page 1 of 1 | | | | | Version 3 |",
        "\n| Signed off by: | Bess Thorn |",
        "\n| Signed | Bess Thorn |",
        "\nRAG rating key:\n| 1 | Work required |\n| 2 | Slow progress |\n| 3 | On target |\n| 4 | Complete |",
        "\n| Red | Not on track |\n| Amber | Some delay |\n| Green | On track |",
        "| Key: | 1 = Work required | 2 = Slow progress | 3 = On target | 4 = Complete | |",
        "\n| RAG | Number |\n| Red | 1 |\n| Green | 4 |\n| Total | 5 |",
        "\n| Abbreviation | Meaning |\n| AQ | Ada Quill |",
        "\nNotes\n1. All dates are the end of the month.\n2. Leads are named by the group.",
        "| Total number of actions: 2 | < | < | < | < | < |",
    ],
)
def test_totals_legends_and_remarks_below_a_table_are_no_actions(below: str) -> None:
    assert said(plan(f"1. Allotments\n\n{HEADING}\n{ONE}\n{TWO}\n{below}")) == BOTH


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| 3 | Oil the gates before the fair | | | | |", "3 Oil the gates before the fair"),
        ("| | Oil the gates before the fair | | | | |", "2/2 Oil the gates before the fair"),
        ("| New | Oil the gates before the fair | | | | |", "New Oil the gates before the fair"),
        ("| 3 | Total rebuild of the shed | Ada Quill | May 2026 | | |", "3 Total rebuild of the shed"),
        ("| 4 | Complete the shed | | | | |", "4 Complete the shed"),
    ],
)
def test_an_action_below_a_blank_row_is_an_action_though_it_has_no_lead_yet(row: str, read: str) -> None:
    assert said(plan(f"1. Allotments\n\n{HEADING}\n{ONE}\n{TWO}\n\n{row}"))[-1] == read


def test_actions_under_a_band_below_a_blank_row_are_actions() -> None:
    read = plan(
        f"1. Allotments\n\n{HEADING}\n{ONE}\n\nSheds\n| 2 | Paint the shed | | | | |\n| 3 | Sweep the shed | | | | |"
    )
    assert [read.section_of(a) for a in read.actions] == ["", "Sheds", "Sheds"]


def test_what_stands_below_a_table_is_kept_in_the_layout() -> None:
    read = plan(f"{HEADING}\n{ONE}\n\nPrepared by Ada Quill.")
    assert [c.text for r in read.layout.rows if r.kind is RowKind.TEXT for c in r.cells] == ["Prepared by Ada Quill."]


def test_hidden_rows_and_columns_are_read() -> None:
    """pandas#42562: a return that was saved with a filter on has lost nothing."""
    text = f"1. Allotments\n\n{HEADING}\n{ONE}\n{TWO}"
    fields = ("lead", "rag")
    assert said(plan(text, hidden_rows=(4, 5), hidden_columns="CF"), *fields) == said(plan(text), *fields)


def test_hidden_sheets_are_read() -> None:
    assert said(plan({"Plan": f"{HEADING}\n{ONE}", "Notes": ""}, hidden_sheets=("Notes",))) == ["1 Dig the beds"]


def test_dates_among_words_are_dates_of_their_own_cells() -> None:
    """readxl#263: a typed date keeps its day and its precision, and the words round it stay words."""
    day = ONE.replace("May 2025", "{2025-06-30 as dd/mm/yyyy}")
    month = TWO.replace("May 2025", "{2025-06-01 as mmm-yy}")
    read = plan(f"{HEADING}\n{day}\n{month}\n{ONE.replace('| 1', '| 3').replace('May 2025', 'Ongoing')}")
    assert said(read, "timescale") == ["1 | 30/06/2025", "2 | Jun-25", "3 | Ongoing"]
    assert read.actions[1].fields["timescale"].number_format == "mmm-yy"


def test_a_workbook_of_the_1904_system_has_the_same_days() -> None:
    text = f"{HEADING}\n{ONE.replace('May 2025', '{2025-06-30 as dd/mm/yyyy}')}"
    assert said(plan(text, from_1904=True), "timescale") == said(plan(text), "timescale")


# ------------------------------------------------------------------ objectives


def test_a_merged_objective_applies_to_all_its_rows_and_stands_in_its_first_cell() -> None:
    """libhxl#276, readxl#355: the value for all four, its place the anchor."""
    read = plan(
        """
        | Objective | Action | Lead | Timescale | Update | RAG |
        | Beds | Dig | AQ | May 2025 | | |
        | ^ | Sow | AQ | May 2025 | | |
        | ^ | Weed | AQ | May 2025 | | |
        | Sheds | Paint | BT | May 2025 | | |
        """
    )
    assert [a.text("objective") for a in read.actions] == ["Beds", "Beds", "Beds", "Sheds"]
    assert [a.fields["objective"].place.cell for a in read.actions] == ["A2", "A2", "A2", "A5"]
    assert [a.fields["objective"].inherited for a in read.actions] == [False, True, True, False]


def test_an_objective_that_is_simply_blank_stays_blank() -> None:
    """pandas#44837: nothing is filled down by guess."""
    read = plan(
        """
        | No. | Objective | Action | Lead | Timescale | Update | RAG |
        | 1 | Beds | Dig | AQ | May 2025 | | |
        | 2 | | Paint | BT | May 2025 | | |
        """
    )
    assert [a.text("objective") for a in read.actions] == ["Beds", ""]


def test_an_objective_is_filled_down_where_the_numbers_say_that_the_rows_belong_together() -> None:
    read = plan(
        """
        | Objective | Action | Lead | Timescale | Update | RAG |
        | 1. Beds | 1a. Dig | AQ | May 2025 | | |
        | | 1b. Sow | AQ | May 2025 | | |
        | 2. Sheds | 2a. Paint | BT | May 2025 | | |
        """
    )
    assert said(read, "objective") == ["1a | 1. Beds", "1b | 1. Beds", "2a | 2. Sheds"]
    assert read.actions[1].fields["objective"].inherited


@pytest.mark.parametrize("field", ["lead", "timescale", "update", "rag"])
def test_no_other_field_is_ever_filled_down(field: str) -> None:
    read = plan(
        """
        | Objective | Action | Lead | Timescale | Update | RAG |
        | 1. Beds | 1a. Dig | AQ | May 2025 | Dug. | 2 |
        | ^ | 1b. Sow | | | | |
        """
    )
    assert read.actions[1].text(field) == ""


def test_a_merged_lead_is_every_rows_lead() -> None:
    read = plan(
        """
        | No. | Action | Lead | Timescale | Update | RAG |
        | 1 | Dig | Ada Quill | May 2025 | | |
        | 2 | Sow | ^ | May 2025 | | |
        """
    )
    assert said(read, "lead") == ["1 | Ada Quill", "2 | Ada Quill"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_an_inserted_row_is_one_action_more_and_changes_no_other(layout: str) -> None:
    """ExcelCompare#38: one row at the top is one addition."""
    rows = ["| 1. Beds | 1a. Dig | AQ | May 2025 | 2 | Dug. |", "| 2. Sheds | 2a. Paint | BT | June 2025 | 3 | Done. |"]
    new = "| 0. Gates | 0a. Oil | BT | June 2025 | 3 | Oiled. |"
    before, after = (plan(LAYOUTS[layout]("\n".join(r))) for r in (rows, [new, *rows]))
    fields = ("lead", "timescale", "rag", "update")
    assert [[a.text(f) for f in fields] for a in after.actions][1:] == [
        [a.text(f) for f in fields] for a in before.actions
    ]


def test_rating_and_comment_of_one_cell_are_two_fields_of_one_place() -> None:
    read = plan(LAYOUTS["early help"]("| 1. Beds | 1a. Dig | AQ | May 2025 | 3 - On target | 4 beds are dug. |"))
    assert said(read, "rag", "update") == ["1a | 3 - On target | 4 beds are dug."]
    assert read.actions[0].fields["rag"].place == read.actions[0].fields["update"].place


def test_every_text_of_a_sheet_is_read_once() -> None:
    text = f"1. Allotments\n\nBand\n{HEADING}\n{ONE}\n| Narrative | Went well. |\n\nKey\n| 1 | Work |\n{HEADING}\n{TWO}"
    found = plan_file(text)
    (read,) = found.plans
    fields = [e.text for a in read.actions for e in a.fields.values() if not e.inherited and not e.is_blank]
    layout = [c.text for r in read.layout.rows for c in r.cells]
    typed = [c.strip() for line in text.splitlines() for c in line.strip("|").split("|") if c.strip()]
    assert sorted([*fields, *layout, *(t.text for t in found.loose)]) == sorted(typed)
