"""Cases of updates. The day of the run is 17 May 2024."""

from __future__ import annotations

from checking.casework import Case

ISSUED = "issued/plan.xlsx Plan!E4"
RETURNED = "returns/plan.xlsx Plan!E4"
ALL = ("U001", "U002", "U003")


def row(update: str, rag: str = "2") -> str:
    return f"| 1 | Dig the beds | Ada Quill | 31 March 2025 | {update} | {rag} |"


def case(says: str, before: str, after: str | None, *raises: str, rag: str = "2", place: str = RETURNED) -> Case:
    """An update as issued and as returned (None: nothing came back)."""
    codes = {line.split()[0] for line in raises}
    said = (line.partition(" held") for line in raises)
    lines = tuple(f"{code} 1 update {place}{held}" for code, held, _ in said)
    returned = None if after is None else row(after, rag)
    return Case(says, row(before, rag), returned, raises=lines, misses=tuple(c for c in ALL if c not in codes))


CASES = (
    case("nothing was said since the last issue", "3.1.24: Begun.", "3.1.24: Begun.", "U001 warning", place=ISSUED),
    case("a space more says nothing", "3.1.24: Begun.", "3.1.24:  Begun. ", "U001 warning", place=ISSUED),
    case("an entry more says something", "3.1.24: Begun.", "3.1.24: Begun. // 2.5.24: Dug."),
    case("a complete action may be silent", "3.1.24: Begun.", "3.1.24: Begun.", rag="4"),
    case("a plan whose return has not come is not silent action by action", "3.1.24: Begun.", None),
    case("an entry of the future", "", "2.6.24: Dug.", "U002 warning"),
    case("an entry of the day itself", "", "17.5.24: Dug."),
    case("an entry of this month is not yet in the future", "", "May 2024: Dug."),
    case("an entry of next month", "", "June 2024: Dug.", "U002 warning"),
    case("an entry of a day that does not exist", "", "31.4.24: Dug.", "U002 warning"),
    case("an entry with month before day", "", "04/30/2024: Dug.", "U002 warning"),
    case("a future day inside a sentence is no entry's", "", "2.5.24: Dug, and to be sown on 2.6.24."),
    case("a future entry of the plan as issued", "2.6.24: Dug.", None, "U002 warning", place=ISSUED),
    case(
        "an earlier entry altered",
        "3.1.24: The first bed was dug over by the club.",
        "3.1.24: The first two beds were dug over by the club. // 2.5.24: Sown.",
        "U003 warning held",
    ),
    case("an earlier entry dropped", "3.1.24: Begun.", "2.5.24: Dug.", "U003 warning"),
    case("an earlier entry kept", "3.1.24: Begun.", "2.5.24: Dug. // 3.1.24: Begun."),
    case("an earlier entry continued", "3.1.24: Begun.", "3.1.24: Begun. Two beds are done."),
)
