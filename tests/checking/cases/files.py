"""Cases of files: what cannot be read, is no plan, is nobody's, came twice or not at all; and active content."""

from __future__ import annotations

from building import book
from checking.casework import Case, sheet

ALL = tuple(f"F0{n:02}" for n in range(1, 11) if n != 6)
ROW = "| 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 2 |"
OTHER = """
1. Orchards

| No. | Action | Lead | Timescale | Update | RAG |
| 1 | Prune the pears | Ben Tarn | 31 March 2025 | Pruned. | 2 |
| 2 | Pick the plums | Ben Tarn | 31 March 2025 | Picked. | 2 |
"""
FORM = """
Allotments: request for a new action

| Name of the person who asks | Bess Thorn |
| What should be done | Dig a pond |
| Who should do it | Ada Quill |
| By when | May |
"""


def row(**cells: str) -> str:
    """The usual row with other texts in some of its cells."""
    usual = {"action": "Dig the beds", "lead": "Ada Quill", "timescale": "31 March 2025", "update": "Dug.", "rag": "2"}
    return f"| 1 | {' | '.join((usual | cells).values())} |"


def case(says: str, returned: object, *raises: str, issued: object = ROW) -> Case:
    codes = {line.split()[0] for line in raises}
    return Case(says, issued, returned, raises=raises, misses=tuple(c for c in ALL if c not in codes))


DAMAGED = "F001 error - returns/b.xlsx"
NO_PLAN = "F002 error - returns/b.xlsx"
FILES = (
    case("a return like another that is read", {"a.xlsx": row(update="Dug and sown.")}),
    case("a return cut short", {"a.xlsx": row(rag="3"), "b.xlsx": book(sheet(ROW))[:900]}, DAMAGED),
    case("a return of no bytes", {"a.xlsx": row(rag="3"), "b.xlsx": b""}, DAMAGED),
    case("a text named like a workbook", {"a.xlsx": row(rag="3"), "b.xlsx": b"Dear Ada, all is well."}, DAMAGED),
    case("a text that does not claim to be a workbook", {"a.xlsx": row(rag="3"), "b.txt": b"Dear Ada"},
         "F009 warning - returns/b.txt"),
    case("a form with its fields down the side", {"a.xlsx": row(rag="3"), "b.xlsx": FORM}, f"{NO_PLAN} Plan"),
    case("a workbook with nothing in it", {"a.xlsx": row(rag="3"), "b.xlsx": book("")}, f"{NO_PLAN} Plan"),
    case("a plan of somebody else", {"a.xlsx": row(rag="3"), "b.xlsx": OTHER.replace("1. ", "7. ").replace("| 1 |", "| 8 |")},
         "F003 error - returns/b.xlsx Plan"),
    case("the same return twice", {"a.xlsx": row(rag="3"), "b.xlsx": row(rag="3")}, "F004 info - returns/b.xlsx"),
    case("two returns that differ", {"a.xlsx": row(rag="3"), "b.xlsx": row(update="Dug and sown.")}),
    case("no return has come", None, "F005 warning - issued/plan.xlsx Plan"),
    case("nothing but a return that cannot be read", b"PK", "F001 error - returns/plan.xlsx",
         "F005 warning - issued/plan.xlsx Plan"),
)  # fmt: skip

MERGED = row(lead="{=A1 -> Ada Quill}") + "\n| 2 | Mend the hoes | ^ | 31 March 2025 | Filed. | 2 |"
MACRO = {"xl/vbaProject.bin": b"no macro at all"}
FORMULA = "F007 warning 1 action {} Plan!B4"
CELLS = (
    case("a formula in a return", row(update="{=A1 -> Dug and sown.}"), "F007 warning 1 update returns/plan.xlsx Plan!E4"),
    case("text that looks like a formula", row(update="=see the minutes")),
    case("a formula of the plan as issued", row(rag="3", action="{=A1 -> Dig the beds}"),
         FORMULA.format("issued/plan.xlsx"), issued=row(action="{=A1 -> Dig the beds}")),
    case("a formula in a merged cell of the plan as issued is one formula",
         MERGED, "F007 warning 1 lead issued/plan.xlsx Plan!C4", issued=MERGED),
    case("a macro in a return", book(sheet(ROW), parts=MACRO), "F007 warning - returns/plan.xlsx"),
    case("a macro in the plan as issued", ROW, "F007 warning - issued/plan.xlsx", issued=book(sheet(ROW), parts=MACRO)),
    case("a formula that was never calculated", row(update="{=A1}"),
         "F008 warning 1 update returns/plan.xlsx Plan!E4 held"),
    case("a formula of the plan as issued that was never calculated", row(lead="{=A1}", rag="3"),
         "F008 warning 1 lead issued/plan.xlsx Plan!C4", issued=row(lead="{=A1}")),
    case("an error value", row(update="{#REF!}"), "F010 warning 1 update returns/plan.xlsx Plan!E4 held"),
    case("the name of an error value in a sentence", row(update="The list shows #REF! in red.")),
    case("an error value of the plan as issued", row(timescale="{#N/A}", rag="3"),
         "F010 warning 1 timescale issued/plan.xlsx Plan!D4", issued=row(timescale="{#N/A}")),
    case("formula, missing result and error in a row that a return added",
         ROW + "\n| 2 | {=A1 -> Mend the hoes} | {=A1} | {#N/A} | Filed. | 2 |",
         "F007 warning 2 action returns/plan.xlsx Plan!B5",
         "F008 warning 2 lead returns/plan.xlsx Plan!C5 held",
         "F010 warning 2 timescale returns/plan.xlsx Plan!D5 held"),
)  # fmt: skip
FOLLOWING = (
    Case("a lead whose formula has no result is not a missing lead", row(lead="{=A1}"), families="FL",
         raises=("F005 warning - issued/plan.xlsx Plan", "F008 warning 1 lead issued/plan.xlsx Plan!C4"), misses=("L001",)),
    Case("an error value is no timescale that cannot be read", row(timescale="{#N/A}"), families="FT",
         raises=("F005 warning - issued/plan.xlsx Plan", "F010 warning 1 timescale issued/plan.xlsx Plan!D4"),
         misses=("T002", "T001")),
    Case("an error value is no rating off the scale", row(rag="{#N/A}"), families="FR",
         raises=("F005 warning - issued/plan.xlsx Plan", "F010 warning 1 rag issued/plan.xlsx Plan!F4"),
         misses=("R001", "R002")),
    Case("a formula without result does not count as cleared", row(), row(timescale="{=A1}"), families="FMT",
         raises=("F008 warning 1 timescale returns/plan.xlsx Plan!D4 held",), misses=("M006", "T001")),
    Case("an error value never stands in the place of words", row(), row(timescale="{#N/A}"), families="FMT",
         raises=("F010 warning 1 timescale returns/plan.xlsx Plan!D4 held",), misses=("M005", "T002")),
)  # fmt: skip
CASES = (*FILES, *CELLS, *FOLLOWING)
