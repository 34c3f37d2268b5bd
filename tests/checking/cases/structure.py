"""Cases of a plan's form: columns, numbers, texts outside the tables, hidden cells."""

from __future__ import annotations

from building import book
from checking.casework import Case, sheet

ALL = tuple(f"S00{n}" for n in range(1, 8))
TWO = """
| 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 2 |
| 2 | Mend the hoes | Ben Tarn | 31 March 2025 | Filed. | 2 |
"""
NUMBER = "{} number issued/plan.xlsx Plan!A{}"


def case(says: str, issued: object, returned: object, *raises: str) -> Case:
    codes = {line.split()[0] for line in raises}
    return Case(says, issued, returned, raises=raises, misses=tuple(c for c in ALL if c not in codes))


def numbered(*numbers: str) -> str:
    """Actions with these numbers."""
    works = ("Dig the beds", "Mend the hoes", "Oil the gates", "Sow the peas", "Prune the pears", "Pick the plums")
    works += (
        "Rake the paths",
        "Count the bees",
        "Paint the shed",
        "Empty the butts",
        "Fill the feeders",
        "Turn compost",
    )
    rows = zip(numbers, works, strict=False)
    return "\n".join(f"| {n} | {work} | Ada Quill | 31 March 2025 | Begun. | 2 |" for n, work in rows)


def of_objectives(*rows: str) -> str:
    """A plan with objectives: number, objective and action of each row."""
    heading = "1. Allotments for all\n\n| No. | Objective | Action | Lead | Timescale | Update | RAG |\n"
    return heading + "\n".join(f"| {row} | Ada Quill | 31 March 2025 | Begun. | 2 |" for row in rows)


EXTRA = """
1. Allotments for all

| No. | Action | Lead | Timescale | Update | RAG | Biscuits |
| 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 2 | Ginger |
| 2 | Mend the hoes | Ben Tarn | 31 March 2025 | Filed. | 2 | |
"""
WITHOUT_LEAD = """
1. Allotments for all

| No. | Action | Timescale | Update | RAG |
| 1 | Dig the beds | 31 March 2025 | Dug. | 2 |
| 2 | Mend the hoes | 31 March 2025 | Filed. | 2 |
"""
UNLABELLED = EXTRA.replace("| Biscuits |", "| |")
COLUMNS = (
    case("a column that is not recognised, as issued", EXTRA, EXTRA, "S001 info extra:Biscuits issued/plan.xlsx Plan!G3"),
    case("a column that a return added", TWO, EXTRA, "S001 info extra:Biscuits returns/plan.xlsx Plan!G3"),
    case("a column without a heading that a return added", TWO, UNLABELLED,
         "S001 info extra:Column G returns/plan.xlsx Plan!G3"),
    case("the columns of a plan", TWO, TWO),
    case("a column that a plan needs is not there", WITHOUT_LEAD, WITHOUT_LEAD, "S002 error lead issued/plan.xlsx Plan!A3"),
    case("a column that a return dropped", TWO, WITHOUT_LEAD, "S002 error lead returns/plan.xlsx Plan!A3"),
)  # fmt: skip
NUMBERS = (
    case("an action without a number among numbered ones", numbered("1", "2", ""), None,
         f"S003 warning 2/2 {NUMBER.format('', 6).strip()}"),
    case("a plan that numbers nothing lacks no number", numbered("", "", "").replace("| |", "| |"), None),
    case("two actions with one number", numbered("1", "2", "2"), None,
         f"S004 error 2/1 {NUMBER.format('', 5).strip()}", f"S004 error 2/2 {NUMBER.format('', 6).strip()}"),
    case("a merged number is shared by its rows", numbered("1", "2", "^"), None),
    case("a number that is its objective's, against each of its actions",
         of_objectives("1 | Beds | Dig", "1 | Beds | Sow", "2 | Sheds | Paint"), None),
    case("two actions of one objective with one number, among others",
         of_objectives("1.1 | Beds | Dig", "1.2 | Beds | Sow", "1.2 | Beds | Weed"), None,
         f"S004 error 1.2/1 {NUMBER.format('', 5).strip()}", f"S004 error 1.2/2 {NUMBER.format('', 6).strip()}"),
    case("two objectives with one number",
         of_objectives("1 | Beds | Dig", "1 | Sheds | Paint"), None,
         f"S004 error 1/1 {NUMBER.format('', 4).strip()}", f"S004 error 1/2 {NUMBER.format('', 5).strip()}"),
    case("an action without a number under an objective of its own",
         of_objectives("1 | Beds | Dig", " | Sheds | Paint"), None, f"S003 warning 1/2 {NUMBER.format('', 5).strip()}"),
    case("an action of the objective above, numbered with it",
         of_objectives("1 | Beds | Dig", "^ | ^ | Sow"), None),
    case("3.10 that became the number 3.1", numbered(*(f"{{3.{n}}}" for n in range(1, 10)), "{3.1}", "{3.11}"), None,
         f"S005 warning 3.10 {NUMBER.format('', 13).strip()} -> 3.10"),
    case("3.1 that is where it belongs", numbered("{3.1}", "{3.2}", "{3.3}"), None),
    case("1-2 that became a date", numbered("1-1", "{2024-02-01 as d-mmm}", "1-3"), None,
         f"S005 warning 1-2 {NUMBER.format('', 5).strip()} -> 1-2"),
    case("a number that a return damaged", numbered("2.9", "2.10", "2.11"), numbered("{2.9}", "{2.1}", "{2.11}"),
         "S005 warning 2.10 number returns/plan.xlsx Plan!A5 -> 2.10"),
)  # fmt: skip
BELOW = sheet(TWO) + "\n\nBiscuits were very good."
HIDDEN = "S007 info - {}/plan.xlsx Plan"
OUTSIDE = (
    case("new text below the table of a return", TWO, BELOW, "S006 warning - returns/plan.xlsx Plan!A7"),
    case("text below the table that was there as issued", BELOW, BELOW),
    case("a changed title", TWO, sheet(TWO).replace("for all", "for everybody"), "S006 warning - returns/plan.xlsx Plan!A1"),
    case("text on a sheet without a plan", TWO, {"plan.xlsx": book({"Plan": sheet(TWO), "Notes": "See the shed."})},
         "S006 warning - returns/plan.xlsx Notes!A1"),
    case("hidden rows in a return", TWO, book(sheet(TWO), hidden_rows=(5,)), HIDDEN.format("returns")),
    case("hidden rows of the same return twice are said of the one that is used",
         TWO, {f"{name}.xlsx": book(sheet(TWO), hidden_rows=(5,)) for name in "ab"}, "S007 info - returns/a.xlsx Plan"),
    case("hidden columns in a return", TWO, book(sheet(TWO), hidden_columns="E"), HIDDEN.format("returns")),
    case("hidden rows as issued", book(sheet(TWO), hidden_rows=(5,)), TWO, HIDDEN.format("issued")),
    case("hidden rows with nothing in them", TWO, book(sheet(TWO), hidden_rows=(40,))),
    case("a hidden sheet", TWO, book({"Plan": sheet(TWO), "Old": "See the shed."}, hidden_sheets=("Old",)),
         "S007 info - returns/plan.xlsx Old", "S006 warning - returns/plan.xlsx Old!A1"),
)  # fmt: skip
CASES = (*COLUMNS, *NUMBERS, *OUTSIDE)
