"""A plan is found wherever its heading row stands, and nothing is taken for one that is none."""

from __future__ import annotations

import pytest

from building import LAYOUTS
from tables.plan_reading import headings, plan, plan_file, plans, said

ACTIONS = """| 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |
| 2 | Mend the hoes | Ben Tarn | May 2025 | Filed. | 3 |"""
HEADING = "| No. | Action | Lead | Timescale | Update | RAG |"
BOTH = ["1 Dig the beds", "2 Mend the hoes"]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "1. Allotments",
        "1. Allotments\n",
        "1. Allotments\n\n\n",
        "Town of Lower Marsh\n1. Allotments\nOutcome: everybody has a bed.\n",
        "\n\n\n",
        "| 1. Allotments | < | < | < | < | < |\n",
    ],
    ids=["none", "title", "blank row", "two blank rows", "three titles", "blank rows alone", "merged title"],
)
def test_the_heading_row_is_found_below_whatever_stands_above_it(above: str) -> None:
    read = plan(f"{above}\n{HEADING}\n{ACTIONS}" if above else f"{HEADING}\n{ACTIONS}")
    assert said(read) == BOTH
    assert len(read.blocks) == 1


def test_a_title_a_blank_row_and_a_heading_in_row_5_keep_the_title_and_the_rows_numbers() -> None:
    read = plan(f"1. Allotments for all\n\n\n\n{HEADING}\n{ACTIONS}")
    assert (read.id, read.title) == ("1", "Allotments for all")
    assert [a.place.row for a in read.actions] == [6, 7]
    assert read.actions[0].fields["rag"].place.cell == "F6"


def test_a_plan_that_starts_further_right_and_down_is_the_same_plan() -> None:
    read = plan(f"1. Allotments\n\n{HEADING}\n{ACTIONS}", shift=(7, 3))
    assert said(read) == BOTH
    assert read.actions[0].fields["lead"].place.cell == "F11"
    assert read.title == "Allotments"


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (1, 0, 3, 2, 5, 4), (2, 3, 0, 1, 4, 5)])
def test_columns_in_another_order_are_the_same_columns(order: tuple[int, ...]) -> None:
    def moved(line: str) -> str:
        cells = [c.strip() for c in line.strip("| ").split("|")]
        return "| " + " | ".join(cells[i] for i in order) + " |"

    read = plan("\n".join(map(moved, [HEADING, *ACTIONS.splitlines()])))
    fields = ("action", "lead", "timescale", "update", "rag")
    assert said(read, *fields) == said(plan(f"{HEADING}\n{ACTIONS}"), *fields)


def test_a_heading_row_over_two_rows_is_read_as_one() -> None:
    read = plan(
        """
        1. Allotments

        | No. | Action | Lead    | Progress | <   | Completion |
        |     |        | officer | Update   | RAG | date       |
        | 1 | Dig the beds | Ada Quill | Dug. | 2 | May 2025 |
        | 2 | Mend the hoes | Ben Tarn | Filed. | 3 | May 2025 |
        """
    )
    assert said(read, "action", "lead", "update", "rag", "timescale") == [
        "1 | Dig the beds | Ada Quill | Dug. | 2 | May 2025",
        "2 | Mend the hoes | Ben Tarn | Filed. | 3 | May 2025",
    ]


def test_headings_merged_down_two_rows_are_one_heading() -> None:
    read = plan(
        """
        | No. | Action | Lead | Timescale | Progress | < |
        | ^ | ^ | ^ | ^ | Update | RAG |
        | 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |
        """
    )
    assert said(read, "action", "lead", "update", "rag") == ["1 | Dig the beds | Ada Quill | Dug. | 2"]


def test_a_heading_row_above_a_short_first_action_is_one_row() -> None:
    read = plan(f"{HEADING}\n| 1 | Dig | AQ | May | Dug | 2 |\n| 2 | Sow | BT | May | Sown | 2 |")
    assert said(read) == ["1 Dig", "2 Sow"]


def test_a_repeated_heading_row_is_no_action_and_opens_a_block() -> None:
    read = plan(
        f"1. Allotments\n\nBeds\n{HEADING}\n{ACTIONS}\n\nSheds\n{HEADING}\n| 3 | Paint | AQ | May 2025 | Painted. | 2 |"
    )
    assert said(read) == [*BOTH, "3 Paint"]
    assert [read.section_of(a) for a in read.actions] == ["Beds", "Beds", "Sheds"]


def test_a_heading_row_repeated_at_a_page_break_is_no_action() -> None:
    one, two = ACTIONS.splitlines()
    assert said(plan(f"{HEADING}\n{one}\n{HEADING}\n{two}")) == BOTH


def test_a_second_heading_row_with_other_columns_has_its_own_columns() -> None:
    read = plan(
        f"""
        {HEADING}
        | 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |

        Sheds
        | No. | Action | Timescale | Lead | RAG | Update |
        | 2 | Mend the hoes | May 2025 | Ben Tarn | 3 | Filed. |
        """
    )
    assert said(read, "lead", "rag") == ["1 | Ada Quill | 2", "2 | Ben Tarn | 3"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_the_three_familiar_layouts_hold_the_same_actions(layout: str) -> None:
    read = plan(
        LAYOUTS[layout](
            """
            | 1. Beds | 1a. Dig | Ada Quill | May 2025 | 2 - Slow progress | Dug. |
            | ^ | 1b. Sow | Ben Tarn | June 2025 | 3 - On target | Sown. |
            | 2. Sheds | 2a. Paint | Bess Thorn | July 2025 | | |
            """
        )
    )
    assert [a.wording for a in read.actions] == ["1a. Dig", "1b. Sow", "2a. Paint"]
    assert [a.text("lead") for a in read.actions] == ["Ada Quill", "Ben Tarn", "Bess Thorn"]
    assert [a.text("rag") for a in read.actions] == ["2 - Slow progress", "3 - On target", ""]
    assert [a.text("update") for a in read.actions] == ["Dug.", "Sown.", ""]


# ------------------------------------------------------------------ columns


def test_two_columns_of_one_heading_are_told_apart_by_position() -> None:
    """daff#61: duplicate headings must never make two columns one."""
    read = plan(
        """
        | No. | Action | Lead | Timescale | Update | Update | RAG |
        | 1 | Dig the beds | Ada Quill | May 2025 | Dug in May. | Dug in June. | 2 |
        """
    )
    assert headings(read)["Update"] == "update"
    assert headings(read)["Update (6)"] == "extra:Update"
    assert said(read, "update", "extra:Update") == ["1 | Dug in May. | Dug in June."]


def test_of_two_dates_the_revised_one_is_the_timescale() -> None:
    read = plan(
        """
        | No. | Action | Lead | Original timescale | Revised timescale | Update | RAG |
        | 1 | Dig the beds | Ada Quill | May 2025 | June 2025 | Dug. | 2 |
        """
    )
    assert said(read, "timescale", "extra:Original timescale") == ["1 | June 2025 | May 2025"]


def test_columns_without_headings_are_kept_under_the_letters_of_their_columns() -> None:
    read = plan(
        """
        | No. | Action | Lead | Timescale | Update | RAG | | |
        | 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 | ask Cy | |
        | 2 | Mend the hoes | Ben Tarn | May 2025 | Filed. | 3 | | see shed |
        """
    )
    assert said(read, "extra:Column G", "extra:Column H") == ["1 | ask Cy | ", "2 |  | see shed"]


def test_an_open_heading_is_decided_by_its_cells() -> None:
    read = plan(
        """
        | No. | Action | Agency | Date | Update | RAG |
        | 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |
        | 2 | Mend the hoes | Ben Tarn | 3/6/2025 | Filed. | 3 |
        """
    )
    assert said(read, "lead", "timescale") == ["1 | Ada Quill | May 2025", "2 | Ben Tarn | 3/6/2025"]


def test_a_plan_of_objective_lead_date_and_status_alone_is_a_plan() -> None:
    read = plan(
        """
        Allotment objectives

        | Objective | Lead | Completion date | Status |
        | Beds are dug | Ada Quill | May 2025 | 2 |
        | Hoes are sharp | Ben Tarn | June 2025 | 3 |
        """
    )
    assert said(read, "objective", "lead", "timescale", "rag") == [
        "row4 | Beds are dug | Ada Quill | May 2025 | 2",
        "row5 | Hoes are sharp | Ben Tarn | June 2025 | 3",
    ]


# ------------------------------------------------------------------ no plan


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "Allotments",
        "| Name | Bess Thorn |\n| What | Dig a pond |\n| Who | Ada Quill |\n| By when | May |\n| Comments | |",
        "| Lead: | Ada Quill |\n| Action: | Dig a pond |\n| Timescale: | May 2025 |\n| RAG: | 2 |\n| Update: | Dug. |",
        "| Name | E-mail | Telephone |\n| Ada Quill | ada@example.org | 0 |\n| Ben Tarn | ben@example.org | 0 |",
        "| Date | Item | Amount |\n| 3 May | Seeds | 12 |\n| 4 May | Hoes | 30 |",
    ],
    ids=["nothing", "a title", "a form", "a form of a plan's words", "a list of people", "accounts"],
)
def test_what_is_no_plan_is_none(sheet: str) -> None:
    assert plans(sheet) == ()


def test_where_no_plan_is_found_the_sheets_and_the_likeliest_headings_are_given() -> None:
    found = plan_file({"Request": "Ponds\n\n| Name | Bess Thorn |\n| What | Dig |", "Notes": "None"})
    assert found.sheets == ("Request", "Notes")
    assert found.headings_seen == ("Name, Bess Thorn",)
    assert [t.text for t in found.loose] == ["Ponds", "Name", "Bess Thorn", "What", "Dig", "None"]
