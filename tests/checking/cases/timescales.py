"""Cases of timescales. The day of the run is 17 May 2024."""

from __future__ import annotations

from checking.casework import Case, period
from planbook.settings import Policy

ISSUED = "issued/plan.xlsx Plan!D4"
RETURNED = "returns/plan.xlsx Plan!D4"


def row(timescale: str, rag: str = "2", update: str = "Dug.") -> str:
    return f"| 1 | Dig the beds | Ada Quill | {timescale} | {update} | {rag} |"


BLANKS = tuple(
    Case(f"{text!r} gives no timescale", row(text), raises=(f"T001 error 1 timescale {ISSUED}",), misses=("T002",))
    for text in ("", "{}", "TBC", "n/a", "N/A", "To be confirmed", "-", "TBC by BT")
)
STATUS_WORDS = tuple(
    Case(f"{text!r} names no time", row(text), raises=(f"T002 error 1 timescale {ISSUED}",), misses=("T001", "T005"))
    for text in ("In progress", "Started", "See the minutes of the tool group")
)
WITHOUT_END = tuple(
    Case(
        f"{text!r} has no end date",
        row(text),
        raises=(f"T005 info 1 timescale {ISSUED}",),
        misses=("T001", "T002", "T006"),
    )
    for text in ("Ongoing", "Prior to each meeting", "Quarterly", "Once the shed is built", "On-going")
)
READ = tuple(
    Case(f"{text!r} is a time to come", row(text), misses=tuple(f"T{n:03}" for n in range(1, 11)))
    for text in ("31 March 2025", "March 2025", "Quarterly from June 2024", "Q3 2024/25", "17 May 2024")
)
FAULTY = (
    Case(
        "an impossible day names the nearest day",
        row("31st September 2024"),
        raises=(f"T003 error 1 timescale {ISSUED} -> 2024-09-30",),
        misses=("T006",),
    ),
    Case("the last day of September is a day", row("30th September 2024"), misses=("T003",)),
    Case(
        "an unreadable day that would be over is not overdue as well",
        row("31st September 2023"),
        raises=(f"T003 error 1 timescale {ISSUED} -> 2023-09-30",),
        misses=("T006",),
    ),
    Case(
        "month before day is not flipped",
        row("05/30/2025"),
        raises=(f"T004 error 1 timescale {ISSUED} -> 2025-05-30",),
        misses=("T003",),
    ),
    Case(
        "a day that reads either way is in doubt in a column of American dates",
        "\n".join([row("05/30/2025"), row("06/04/2025").replace("| 1 | Dig the beds", "| 2 | Mend the hoes")]),
        raises=(
            f"T004 error 1 timescale {ISSUED} -> 2025-05-30",
            "T004 error 2 timescale issued/plan.xlsx Plan!D5 -> 2025-06-04",
        ),
    ),
    Case("a day that reads either way is read day first", row("06/04/2025"), misses=("T004",)),
    Case(
        "a day that reads either way is read day first where one American date is a slip among others",
        "\n".join(
            [
                row("05/30/2025"),
                row("06/04/2025").replace("| 1 | Dig the beds", "| 2 | Mend the hoes"),
                row("30/06/2025").replace("| 1 | Dig the beds", "| 3 | Oil the gates"),
                row("28/07/2025").replace("| 1 | Dig the beds", "| 4 | Sow the peas"),
            ]
        ),
        raises=(f"T004 error 1 timescale {ISSUED} -> 2025-05-30",),
    ),
    Case("'As above' has nothing above it", row("As above"), raises=(f"T008 warning 1 timescale {ISSUED}",)),
    Case(
        "'As above' takes the date of the row above",
        row("30 June 2025") + "\n| 2 | Mend the hoes | Ada Quill | As above | Filed. | 2 |",
        misses=("T008",),
    ),
    Case(
        "a day without a year offers that of the plan's period",
        row("30 June"),
        raises=(f"T009 warning 1 timescale {ISSUED} -> 2024-06-30",),
        settings=period("2024-04-01", "2025-03-31"),
    ),
    Case("a day without a year offers nothing where no period is known", row("30 June"),
         raises=(f"T009 warning 1 timescale {ISSUED}",)),
    Case("a day with its year lacks nothing", row("30 June 2024"), misses=("T009",)),
    Case(
        "a typed day and month may be month and year",
        row("{2025-03-19 as d-mmm}"),
        raises=(f"T010 warning 1 timescale {ISSUED} -> 2019-03-31",),
    ),
    Case("a typed day, month and year is what it is", row("{2025-03-19 as d-mmm-yy}"), misses=("T010",)),
    Case("a typed month is due on its last day", row("{2024-05-01 as mmm-yy}"), misses=("T006", "T010")),
)  # fmt: skip
OVERDUE = (
    Case("a date that has passed is overdue", row("16 May 2024"), raises=(f"T006 warning 1 timescale {ISSUED}",)),
    Case(
        "each action under a merged date is overdue by its own rating",
        row("16 May 2024", "4")
        + "\n| 2 | Sow the beds | Ada Quill | ^ | Sown. | 2 |\n| 3 | Weed the beds | Ada Quill | ^ | Weeded. | 1 |",
        raises=(f"T006 warning 2 timescale {ISSUED}", f"T006 warning 3 timescale {ISSUED}"),
    ),
    Case("the day itself is in time", row("17 May 2024"), misses=("T006",)),
    Case("a completed action is never overdue", row("16 May 2024", "4"), misses=("T006",)),
    Case("a timescale that says completed is never overdue", row("Completed March 2024"), misses=("T006",)),
    Case("a cycle is never overdue", row("Monthly from March 2023"), misses=("T006",)),
    Case(
        "on target and late is R007 in place of T006",
        row("16 May 2024", "3"),
        raises=("R007 warning 1 rag issued/plan.xlsx Plan!F4",),
        misses=("T006",),
    ),
    Case(
        "overdue by a date that a return brought is said of the return",
        row("", ""),
        row("16 May 2024", "2"),
        raises=("T006 warning 1 timescale returns/plan.xlsx Plan!D4",),
        settings={"policy": Policy(("timescale", "rag"))},
    ),
)
HELD = (
    Case(
        "a day that reads either way is in doubt among the American dates of a return",
        "\n".join([row("31 March 2025"), row("30 June 2025").replace("| 1 | Dig the beds", "| 2 | Mend the hoes")]),
        "\n".join([row("05/30/2025"), row("06/04/2025").replace("| 1 | Dig the beds", "| 2 | Mend the hoes")]),
        raises=(
            f"T004 error 1 timescale {RETURNED} -> 2025-05-30 held",
            "T004 error 2 timescale returns/plan.xlsx Plan!D5 -> 2025-06-04 held",
        ),
        misses=("T007", "M005"),
    ),
    Case(
        "a later date than agreed waits, with the new date as what can be taken",
        row("31 March 2025"),
        row("30 June 2025"),
        raises=(f"T007 warning 1 timescale {RETURNED} -> 2025-06-30 held",),
        misses=("M005",),
    ),
    Case(
        "an earlier date than agreed is a changed field and no more",
        row("31 March 2025"),
        row("31 January 2025"),
        raises=(f"M005 warning 1 timescale {RETURNED} held",),
        misses=("T007",),
    ),
    Case(
        "an impossible day in a return is the one thing said of its cell",
        row("31 March 2025"),
        row("31st September 2025"),
        raises=(f"T003 error 1 timescale {RETURNED} -> 2025-09-30 held",),
        misses=("M005", "T007"),
    ),
    Case(
        "a cleared date is M006 and not T001",
        row("31 March 2025"),
        row(""),
        raises=(f"M006 warning 1 timescale {RETURNED} held",),
        misses=("T001",),
    ),
    Case(
        "what a return takes back to ongoing is a changed field",
        row("31 March 2025"),
        row("Ongoing"),
        raises=(f"M005 warning 1 timescale {RETURNED} held",),
        misses=("T005",),
    ),
)
COMPLETE = (
    Case(
        "nobody chases the timescale of a complete action",
        row("In progress", "4"),
        raises=(f"T002 info 1 timescale {ISSUED}",),
    ),
    Case(
        "a held value of a complete action keeps its severity, since a decision waits",
        row("31 March 2025", "4"),
        row("31st September 2025", "4"),
        raises=(f"T003 error 1 timescale {RETURNED} -> 2025-09-30 held",),
    ),
)
CASES = (*BLANKS, *STATUS_WORDS, *WITHOUT_END, *READ, *FAULTY, *OVERDUE, *HELD, *COMPLETE)
