"""Several sheets, several plans, several tables on one sheet: each plan is found once, whole, under its own name."""

from __future__ import annotations

import pytest

from planbook.model import RowKind
from planbook.tables.titles import find_title
from tables.plan_reading import plan, plan_file, plans, said

HEADING = "| No. | Action | Lead | Timescale | Update | RAG |"


def sheet(title: str, *works: str, first: int = 1) -> str:
    rows = [f"| {n} | {w} | AQ | May 2025 | Begun. | 2 |" for n, w in enumerate(works, first)]
    return "\n".join([title, "", HEADING, *rows] if title else [HEADING, *rows])


def test_two_plans_on_two_sheets_are_two_plans() -> None:
    first, second = plans({"A": sheet("1. Beds", "Dig"), "B": sheet("2. Sheds", "Paint")})
    assert (first.id, first.title, said(first)) == ("1", "Beds", ["1 Dig"])
    assert (second.id, second.title, said(second)) == ("2", "Sheds", ["1 Paint"])


def test_a_plan_of_one_sheet_an_objective_is_one_plan() -> None:
    read = plan(
        {
            "Objective 1": sheet("1. Allotments for all", "Dig", "Sow"),
            "Objective 2": sheet("1. Allotments for all", "Paint", first=3),
        }
    )
    assert said(read) == ["1 Dig", "2 Sow", "3 Paint"]
    assert [a.place.sheet for a in read.actions] == ["Objective 1", "Objective 1", "Objective 2"]


def test_sheets_of_objectives_without_titles_are_one_plan_named_by_the_file() -> None:
    """robustness.md: one sheet an objective."""
    read = plan(
        {"Objective 1": sheet("", "Dig", "Sow"), "Objective 2": sheet("", "Paint", first=3)},
        name="returns/4 Allotments.xlsx",
    )
    assert (read.id, read.title) == ("4", "Allotments")
    assert said(read) == ["1 Dig", "2 Sow", "3 Paint"]


def test_sheets_of_objectives_with_the_objective_as_title_are_one_plan() -> None:
    read = plan(
        {
            "Objective 1": sheet("Objective 1: Beds are dug", "Dig", "Sow"),
            "Objective 2": sheet("Objective 2: Sheds are painted", "Paint", first=3),
        },
        name="returns/4 Allotments.xlsx",
    )
    assert said(read) == ["1 Dig", "2 Sow", "3 Paint"]
    assert [read.section_of(a) for a in read.actions] == [
        *("Objective 1: Beds are dug", "Objective 1: Beds are dug", "Objective 2: Sheds are painted")
    ]


@pytest.mark.parametrize(
    ("numbers", "ids"),
    [(1, ["beds", "sheds"]), (3, ["allotments"])],
    ids=["numbers that begin again are two plans", "numbers that go on are one"],
)
def test_untitled_sheets_are_one_plan_where_their_numbers_go_on(numbers: int, ids: list[str]) -> None:
    sheets = {"Beds": sheet("", "Dig", "Sow"), "Sheds": sheet("", "Paint", first=numbers)}
    assert [p.id for p in plans(sheets, name="Allotments.xlsx")] == ids


def test_sheets_with_other_headings_are_no_sheets_of_one_plan() -> None:
    other = sheet("", "Paint", first=3).replace("RAG", "RAG | Evidence")
    assert len(plans({"Objective 1": sheet("", "Dig"), "Objective 2": other})) == 2


def test_the_band_of_a_sheet_of_an_objective_stands_in_the_layout() -> None:
    read = plan({"Aim 1": sheet("", "Dig"), "Aim 2": sheet("", "Paint", first=2)}, name="Allotments.xlsx")
    bands = [c.text for r in read.layout.rows if r.kind is RowKind.BAND for c in r.cells]
    assert bands == ["Aim 1", "Aim 2"]
    assert [r.action for r in read.layout.rows if r.action] == ["1", "2"]


def test_two_plans_on_one_sheet_with_titles_of_their_own_are_two_plans() -> None:
    text = sheet("1. Beds", "Dig", "Sow") + "\n\n" + sheet("2. Sheds", "Paint")
    first, second = plans(text)
    assert (first.id, first.title, said(first)) == ("1", "Beds", ["1 Dig", "2 Sow"])
    assert (second.id, second.title, said(second)) == ("2", "Sheds", ["1 Paint"])


def test_two_tables_of_one_plan_under_bands_are_one_plan() -> None:
    text = "1. Allotments\n\n" + sheet("Beds", "Dig", "Sow") + "\n\n" + sheet("Sheds", "Paint", first=3)
    read = plan(text)
    assert said(read) == ["1 Dig", "2 Sow", "3 Paint"]


def test_two_tables_side_by_side_are_both_read() -> None:
    text = """
    1. Allotments

    | No. | Action | Lead | Timescale | RAG | | No. | Action | Lead | Timescale | RAG |
    | 1 | Dig | AQ | May 2025 | 2 | | 3 | Paint | BT | June 2025 | 3 |
    | 2 | Sow | AQ | May 2025 | 2 | | 4 | Oil | BT | June 2025 | 3 |
    """
    assert said(plan(text), "action", "lead", "rag") == [
        "1 | Dig | AQ | 2",
        "2 | Sow | AQ | 2",
        "3 | Paint | BT | 3",
        "4 | Oil | BT | 3",
    ]


def test_two_tables_side_by_side_with_titles_of_their_own_are_two_plans() -> None:
    text = """
    | 1. Beds | < | < | < | | 2. Sheds | < | < | < |

    | Action | Lead | Timescale | RAG | | Action | Lead | Timescale | RAG |
    | Dig | AQ | May 2025 | 2 | | Paint | BT | June 2025 | 3 |
    """
    assert [(p.id, [a.wording for a in p.actions]) for p in plans(text)] == [("1", ["Dig"]), ("2", ["Paint"])]


def test_two_columns_of_one_heading_are_no_tables_side_by_side() -> None:
    text = """
    | No. | Action | Lead | Timescale | Update | Update | RAG | RAG |
    | 1 | Dig | AQ | May 2025 | Dug. | Sown. | 2 | 3 |
    """
    assert len(plan(text).actions) == 1


def test_numbered_sections_of_a_plan_that_has_a_title_are_no_plans() -> None:
    text = "Allotments for all\n\n" + sheet("1. Beds", "Dig").replace("\n\n", "\n") + "\n\n"
    text += sheet("2. Sheds", "Paint", first=2).replace("\n\n", "\n")
    read = plan(text)
    assert [(read.section_of(a), a.wording) for a in read.actions] == [("1. Beds", "Dig"), ("2. Sheds", "Paint")]


def test_strategic_aims_above_repeated_tables_are_sections() -> None:
    text = (
        "2. Allotments\n\n" + sheet("Strategic aim 1: Beds", "Dig") + "\n\n" + sheet("Strategic aim 2: Sheds", "Paint")
    )
    assert [p.id for p in plans(text)] == ["2"]


def test_a_sheet_of_notes_beside_a_plan_is_loose_text() -> None:
    found = plan_file({"Guidance": "Fill in the yellow cells.", "Plan": sheet("1. Beds", "Dig")})
    assert [one.id for one in found.plans] == ["1"]
    assert [(t.text, str(t.place)) for t in found.loose] == [("Fill in the yellow cells.", "plan.xlsx, Guidance!A1")]


def test_an_empty_copy_of_a_plan_sheet_is_no_plan() -> None:
    assert [p.id for p in plans({"Plan": sheet("1. Beds", "Dig"), "Blank": sheet("1. Beds")})] == ["1"]


def test_different_plans_of_one_title_slug_are_told_apart() -> None:
    first, second = plans({"A": sheet("Beds, sheds, gates, hoes and bees of the north", "Dig"),
                           "B": sheet("Beds, sheds, gates, hoes and bees of the south", "Paint")})  # fmt: skip
    assert first.id != second.id


@pytest.mark.parametrize(
    ("lines", "sheet_name", "file", "found"),
    [
        (["1. Allotments for all"], "Plan", "x.xlsx", ("1", "Allotments for all")),
        (["Strategic Priority 3: Sheds"], "Plan", "x.xlsx", ("3", "Sheds")),
        (["Lower Marsh", "2) Sheds"], "Plan", "x.xlsx", ("2", "Sheds")),
        (["Working with gardeners"], "Plan", "x.xlsx", ("working-with-gardeners", "Working with gardeners")),
        (["2019 to 2021 plan"], "Plan", "x.xlsx", ("2019-to-2021-plan", "2019 to 2021 plan")),
        ([], "Sheds", "x.xlsx", ("sheds", "Sheds")),
        ([], "Sheet1", "returns/5 Sheds.xlsx", ("5", "Sheds")),
        ([], "Action Plan", "returns/Sheds and hoes.xlsx", ("sheds-and-hoes", "Sheds and hoes")),
    ],
)
def test_a_plan_is_called_by_its_title_its_sheet_or_its_file(
    lines: list[str], sheet_name: str, file: str, found: tuple[str, str]
) -> None:
    assert find_title(lines, sheet_name, file) == found
