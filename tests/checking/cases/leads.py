"""Cases of leads. The register is `casework.REGISTER`."""

from __future__ import annotations

from checking.casework import REGISTER, Case

ISSUED = "issued/plan.xlsx Plan!C4"
RETURNED = "returns/plan.xlsx Plan!C4"
KNOWN = {"register": REGISTER}
ALL = tuple(f"L00{n}" for n in range(1, 8))


def row(lead: str, rag: str = "2") -> str:
    return f"| 1 | Dig the beds | {lead} | 31 March 2025 | Dug. | {rag} |"


def case(says: str, lead: str, *raises: str, misses: tuple[str, ...] = ALL, **settings: object) -> Case:
    """One lead cell, as issued, and its faults; what it does not raise it must miss."""
    codes = {line.split()[0] for line in raises}
    missed = tuple(m for m in misses if m not in codes)
    return Case(says, row(lead), raises=placed(raises), misses=missed, settings=settings or KNOWN)


def placed(raises: tuple[str, ...]) -> tuple[str, ...]:
    """`L002 warning -> Ada Quill` with action, field and place between."""
    said = (line.partition(" -> ") for line in raises)
    return tuple(f"{code} 1 lead {ISSUED}{arrow}{suggestion}" for code, arrow, suggestion in said)


CASES = (
    case("nobody is named", "", "L001 error"),
    case("a cell with nothing but a space names nobody", "{}", "L001 error"),
    case("TBC names nobody", "TBC", "L001 error"),
    case("a person of the register is known", "Ada Quill"),
    case("a group of the register is known", "All Plots Together"),
    case("another name of a group is known", "APT"),
    case("two people are known", "Ada Quill / Ben Tarn"),
    case("a slip of the pen names the nearest", "Ada Quil", "L002 warning -> Ada Quill"),
    case("a stranger has no nearest name", "Zoltan Petrovic", "L002 warning"),
    case("without a register nobody is a stranger", "Zoltan Petrovic", register=None),
    case("of two people the one that is not known is named", "Ada Quill, Zoltan Petrovic", "L002 warning"),
    case("initials that fit nobody", "ZZ", "L003 warning"),
    case("initials that fit two people are a question", "BT", "L003 warning"),
    case("initials that fit one person are known", "AQ"),
    case("everybody is nobody", "All agencies", "L004 warning"),
    case("everybody is nobody without a register too", "All agencies", "L004 warning", register=None),
    case("one person beside everybody answers for it", "Ada Quill and all agencies", misses=("L004",)),
    case("a query against a lead", "Ada Quill?", "L005 warning -> Ada Quill"),
    case("a query against the support", "Ada Quill supported by Ben Tarn?", "L005 warning -> Ben Tarn"),
    case("support without a query is settled", "Ada Quill supported by Ben Tarn"),
    case("a lead who has left", "Cyril Moss", "L006 warning"),
    case("a sentence is no lead", "The beds were dug over and the hoes were mended in the spring.", "L007 warning"),
    case("text of the timescale is no lead", "31 March 2025", "L007 warning"),
    Case("nobody chases the lead of a complete action", row("", "4"), raises=(f"L001 info 1 lead {ISSUED}",), settings=KNOWN),
    Case(
        "a held lead of a complete action keeps its severity",
        row("Ada Quill", "4"),
        row("Ben Tarm", "4"),
        raises=(f"L002 warning 1 lead {RETURNED} -> Ben Tarn held",),
        settings=KNOWN,
    ),
    Case(
        "a changed lead who is not in the register is the one thing said of the cell",
        row("Ada Quill"),
        row("Ben Tarm"),
        raises=(f"L002 warning 1 lead {RETURNED} -> Ben Tarn held",),
        misses=("M005",),
        settings=KNOWN,
    ),
    Case(
        "a changed lead whom the register knows is a changed field",
        row("Ada Quill"),
        row("Ben Tarn"),
        raises=(f"M005 warning 1 lead {RETURNED} held",),
        misses=ALL,
        settings=KNOWN,
    ),
    Case(
        "the fault of a merged cell is said once",
        row("Zoltan Petrovic") + "\n| 2 | Sow the beds | ^ | 31 March 2025 | Sown. | 2 |",
        raises=(f"L002 warning 1 lead {ISSUED}",),
        settings=KNOWN,
    ),
    Case(
        "the fault of a merged cell is said of an open action, and of a complete one for information",
        row("Zoltan Petrovic", "4") + "\n| 2 | Sow the beds | ^ | 31 March 2025 | Sown. | 2 |",
        raises=(f"L002 info 1 lead {ISSUED}", f"L002 warning 2 lead {ISSUED}"),
        settings=KNOWN,
    ),
    Case(
        "a cleared lead is M006 and not L001",
        row("Ada Quill"),
        row(""),
        raises=(f"M006 warning 1 lead {RETURNED} held",),
        misses=("L001",),
        settings=KNOWN,
    ),
)  # fmt: skip
