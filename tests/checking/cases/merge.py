"""Cases of the merge: what a return does to rows and cells, and what the master's editors do meanwhile."""

from __future__ import annotations

from checking.casework import Case

ALL = tuple(f"M00{n}" for n in range(1, 10))
RETURNED = "returns/plan.xlsx Plan!"
ROWS = {
    "1": "| 1 | Dig the beds | Ada Quill | 31 March 2025 | 3.1.24: Dug. | 2 |",
    "2": "| 2 | Mend the hoes | Ben Tarn | 31 March 2025 | 3.1.24: Filed. | 2 |",
    "3": "| 3 | Oil the gates | Bess Thorn | 31 March 2025 | 3.1.24: Oiled. | 2 |",
    "4": "| 4 | Count the bees | Bess Thorn | 31 March 2025 | 3.1.24: Counted. | 2 |",
}
PLAN = "\n".join(ROWS.values())
SHEET = "1 Allotments for all"
"""The plan's own sheet in the master: its rows are those of the plan. In All actions they stand one lower."""


def changed(old: str, new: str, text: str = PLAN) -> str:
    assert old in text
    return text.replace(old, new)


def case(says: str, returned: object, *raises: str, **more: object) -> Case:
    codes = {line.split()[0] for line in raises}
    misses = tuple(c for c in ALL if c not in codes)
    return Case(says, more.pop("issued", PLAN), returned, raises=raises, misses=misses, families="M", **more)  # type: ignore[arg-type]


MERGED = """
1. Allotments for all

| Objective | Action | Lead | Timescale | Update | RAG |
| 1. Beds | 1a. Dig the beds | Ada Quill | 31 March 2025 | Dug. | 2 |
| ^ | 1b. Sow the beds | Ada Quill | 31 March 2025 | Sown. | 2 |
| 2. Sheds | 2a. Paint the shed | Ada Quill | 31 March 2025 | Begun. | 2 |
"""
NEW = "| 5 | Prune the pears | Ada Quill | 31 March 2025 | Not begun. | 1 |"
CASES = (
    case("nothing changed", PLAN),
    case("an update more is taken", changed("Dug.", "Dug. // 2.5.24: Sown.")),
    case("an action is missing", changed(ROWS["3"], "").replace("\n\n", "\n"), "M003 error 3 action returns/plan.xlsx Plan held"),
    case("actions in another order", "\n".join(reversed(ROWS.values()))),
    case("a new action", f"{PLAN}\n{NEW}", f"M004 warning 5 action {RETURNED}B8"),
    case("a new action at the top", f"{NEW}\n{PLAN}", f"M004 warning 5 action {RETURNED}B4"),
    case("an agreed field changed", changed("Mend the hoes", "Mend the hoes and rakes"), f"M005 warning 2 action {RETURNED}B5 held"),
    case("an agreed field in other dashes and spaces", changed("Mend the hoes", "Mend  the hoes ")),
    case("a field that returns may change", changed("Filed. | 2", "Filed. | 3")),
    case("a merged objective changed", MERGED.replace("1. Beds", "1. Beds and borders"),
         f"M005 warning 1a objective {RETURNED}A4 held", issued=MERGED),
    case("a merged objective as it was", MERGED, issued=MERGED),
    case("a cell cleared", changed("3.1.24: Filed.", ""), f"M006 warning 2 update {RETURNED}E5 held"),
    case("a cell that was blank before", changed("3.1.24: Filed.", ""), issued=changed("3.1.24: Filed.", "")),
    case("a row that may be either of two",
         changed(ROWS["2"], "| 9 | Mend the hoes on Sunday | | | | |").replace(ROWS["3"] + "\n", ""),
         f"M007 warning 2 action {RETURNED}B5 held", "M003 error 3 action returns/plan.xlsx Plan held",
         issued="\n".join([ROWS["1"], "| 2 | Mend the hoes on Monday | Ben Tarn | 31 March 2025 | 3.1.24: Filed. | 2 |",
                           "| 3 | Mend the hoes on Friday | Ben Tarn | 31 March 2025 | 3.1.24: Filed. | 2 |", ROWS["4"]])),
    case("two returns change one cell differently",
         {"a.xlsx": changed("Dug. | 2", "Dug. | 3"), "b.xlsx": changed("Dug. | 2", "Dug. | 1")},
         "M002 error 1 rag returns/a.xlsx Plan!F4 held", "M002 error 1 rag returns/b.xlsx Plan!F4 held"),
    case("two returns change one cell alike",
         {"a.xlsx": changed("Dug. | 2", "Dug. | 3"), "b.xlsx": changed("Dug. | 2", "Dug. // 2.5.24: Sown. | 3")}),
    case("the master changed one way and the return another", changed("Filed. | 2", "Filed. | 1"),
         f"M001 error 2 rag {RETURNED}F5 held", edits={"All actions!I6": "3"}),
    case("the master changed and the return not", PLAN, edits={"All actions!I6": "3"}),
    case("master and return changed alike", changed("Ben Tarn", "Ada Quill"), edits={"All actions!F6": "Ada Quill"}),
    case("an agreed field changed in the master and otherwise in the return",
         changed("Ben Tarn", "Ada Quill"), f"M001 error 2 lead {RETURNED}C5 held", edits={"All actions!F6": "Bess Thorn"}),
    case("the master dropped an action and the return edits it", changed("Oiled.", "Oiled. // 2.5.24: Greased."),
         f"M008 error 3 action {RETURNED}B6 held", without_row=(SHEET, 6)),
    case("the master dropped an action and the return leaves it as it was", PLAN, without_row=(SHEET, 6)),
    case("the master holds two edits of one cell", PLAN, "M009 error 2 lead master.xlsx All actions!F6 held",
         edits={"All actions!F6": "Ada Quill", f"{SHEET}!C5": "Bess Thorn"}),
    case("the master holds the same edit twice", PLAN, edits={"All actions!F6": "Ada Quill", f"{SHEET}!C5": "Ada Quill"}),
    case("the master holds one edit", PLAN, edits={f"{SHEET}!C5": "Ada Quill"}),
    case("two returns add an entry each",
         {"a.xlsx": changed("Dug.", "Dug. // 2.5.24: Sown."), "b.xlsx": changed("Dug.", "Dug. // 3.5.24: Raked.")}),
)  # fmt: skip
