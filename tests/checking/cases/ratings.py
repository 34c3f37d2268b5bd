"""Cases of ratings, on the default scale: 1 work required, 2 slow progress, 3 on target, 4 complete."""

from __future__ import annotations

from checking.casework import Case

ISSUED = "issued/plan.xlsx Plan!F4"
RETURNED = "returns/plan.xlsx Plan!F4"
ALL = tuple(f"R00{n}" for n in range(1, 10))


def row(rag: str, update: str = "Dug.", timescale: str = "31 March 2025") -> str:
    return f"| 1 | Dig the beds | Ada Quill | {timescale} | {update} | {rag} |"


def standing(says: str, rag: str, code: str = "", severity: str = "", suggestion: str = "") -> Case:
    """One rating as issued with the one fault that it has, or none."""
    line = f"{code} {severity} 1 rag {ISSUED}" + (f" -> {suggestion}" if suggestion else "")
    return Case(says, row(rag), raises=(line,) if code else (), misses=tuple(c for c in ALL if c != code))


def moving(says: str, before: str, after: str, *raises: str, update: str = "Dug.", place: str = RETURNED) -> Case:
    """A rating as issued and as returned."""
    lines = tuple(f"{line} 1 rag {place}" for line in raises)
    codes = {line.split()[0] for line in raises}
    return Case(says, row(before), row(after, update), raises=lines, misses=tuple(c for c in ALL if c not in codes))


STANDING = (
    standing("no rating", "", "R001", "error"),
    standing("a rating of nothing but a space", "{}", "R001", "error"),
    standing("a red cell without a rating offers 1", "{fill FF0000}", "R001", "error", "1"),
    standing("an amber cell without a rating offers 2", "{fill FFC000}", "R001", "error", "2"),
    standing("a grey cell without a rating offers nothing", "{fill BFBFBF}", "R001", "error"),
    standing("a code is a rating", "3"),
    standing("a code with its label is a rating", "2 - Slow progress"),
    standing("a code that is not on the scale", "7", "R002", "error"),
    standing("a word that is no rating", "Gate", "R002", "error"),
    standing("a label without a code offers the code", "Complete", "R002", "error", "4"),
    standing("another wording of a label offers the code", "On track", "R002", "error", "3"),
    standing(
        "a colour that is not on the scale is read as written, and offers its step", "Amber", "R002", "error", "2"
    ),
    standing("red offers the first step", "Red", "R002", "error", "1"),
    standing("code and wording disagree", "4 - Ongoing", "R003", "warning"),
    standing("code and wording agree whatever stands between", "4. Complete"),
    standing("two ratings in one cell", "Amber/Green", "R005", "warning"),
    standing("two codes in one cell", "2/3", "R005", "warning"),
)
COLOURS = tuple(
    standing(f"{code} filled {name}", f"{code} {{fill {fill}}}", *(("R004", "warning") if wrong else ()))
    for code, name, fill, wrong in (
        ("1", "red", "FF0000", False),
        ("2", "amber", "FFC000", False),
        ("2", "orange", "ED7D31", False),
        ("2", "yellow", "FFFF00", False),
        ("3", "green", "00B050", False),
        ("4", "green", "92D050", False),
        ("4", "blue", "0070C0", False),
        ("1", "white", "FFFFFF", False),
        ("3", "grey", "D9D9D9", False),
        ("1", "green", "00B050", True),
        ("2", "red", "FF0000", True),
        ("3", "amber", "FFC000", True),
        ("3", "blue", "0070C0", True),
        ("4", "red", "FF0000", True),
    )
)
MOVING = (
    moving("complete without a word", "3", "4", "R006 warning"),
    moving("complete with a word in the update", "3", "4", update="Dug and sown."),
    moving("complete already at the last issue", "4", "4"),
    moving("worse than at the last issue", "3", "2", "R008 info"),
    moving("better than at the last issue", "1", "2"),
    moving("open again", "4", "2", "R009 warning"),
    moving("open again and as good as before it was complete", "4", "3", "R009 warning"),
    moving("the same in other words", "3", "3 - On target"),
    Case(
        "complete with evidence",
        """
        1. Allotments for all

        | No. | Action | Lead | Timescale | Update | RAG | Evidence |
        | 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 3 | |
        """,
        """
        1. Allotments for all

        | No. | Action | Lead | Timescale | Update | RAG | Evidence |
        | 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 4 | Photographs of 3 May |
        """,
        misses=("R006",),
    ),
    Case(
        "on target, and late",
        row("3", timescale="31 March 2024"),
        raises=(f"R007 warning 1 rag {ISSUED}",),
        misses=("T006",),
    ),
    Case(
        "rated on target by the return, and late",
        row("2", timescale="31 March 2024"),
        row("3", timescale="31 March 2024"),
        raises=(f"R007 warning 1 rag {RETURNED}",),
        misses=("T006",),
    ),
    Case("on target, and in time", row("3", timescale="31 May 2024"), misses=("R007", "T006")),
    Case(
        "a cleared rating is M006 and not R001",
        row("3"),
        row(""),
        raises=(f"M006 warning 1 rag {RETURNED} held",),
        misses=("R001",),
    ),
    Case("a struck-out rating is not live", row("3 {struck}"), raises=(f"R001 error 1 rag {ISSUED}",)),
)
BACKWARDS = """
1. Allotments for all

| No. | Action | Lead | Timescale | Update | RAG (1 - complete, 2 - on target, 3 - no progress) |
| 1 | Dig the beds | Ada Quill | 31 March 2025 | Dug. | 2 |
"""
LEGENDS = (
    Case(
        "worse on a scale that runs backwards",
        BACKWARDS,
        BACKWARDS.replace("| 2 |", "| 3 |"),
        raises=(f"R008 info 1 rag {RETURNED}",),
        misses=ALL[:7],
    ),
    Case(
        "complete without a word on a scale that runs backwards",
        BACKWARDS,
        BACKWARDS.replace("| 2 |", "| 1 |"),
        raises=(f"R006 warning 1 rag {RETURNED}",),
        misses=("R008", "R009"),
    ),
    Case(
        "a legend in the heading comes before the default: there 1 is the best and complete",
        """
        1. Allotments for all

        | No. | Action | Lead | Timescale | Update | RAG (1 - complete, 2 - on target, 3 - no progress) |
        | 1 | Dig the beds | Ada Quill | 31 March 2024 | Dug. | 1 |
        | 2 | Mend the hoes | Ada Quill | 31 March 2024 | Filed. | 2 |
        | 3 | Oil the gates | Ada Quill | 31 March 2024 | Oiled. | 3 |
        | 4 | Sow the peas | Ada Quill | 31 March 2025 | Sown. | 4 |
        """,
        raises=(
            "R007 warning 2 rag issued/plan.xlsx Plan!F5",
            "T006 warning 3 timescale issued/plan.xlsx Plan!D6",
            "R002 error 4 rag issued/plan.xlsx Plan!F7",
        ),
        misses=("R001", "R003"),
    ),
)
CASES = (*STANDING, *COLOURS, *MOVING, *LEGENDS)
