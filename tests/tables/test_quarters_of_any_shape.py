"""A plan of any shape goes through a quarter: a return that changes nothing changes nothing, and a second run neither."""

from __future__ import annotations

from typing import Any

import pytest

from building import LAYOUTS, book, edited, master_of, quarter

HEADING = "| No. | Action | Lead | Timescale | Update | RAG |"
ONE = "| 1 | Dig the beds | Ada Quill | May 2025 | Dug. | 2 |"
TWO = "| 2 | Mend the hoes | Ben Tarn | May 2025 | Filed. | 3 |"
THREE = "| 3 | Oil the gates | Bess Thorn | May 2025 | Oiled. | 3 |"
ROWS = """
| 1. Beds | 1a. Dig the beds | Ada Quill | May 2025 | 2 - Slow progress | Dug. |
| ^ | 1b. Sow the beds | Ben Tarn | June 2025 | 3 - On target | Sown. |
| 2. Sheds | 2a. Paint the sheds | Bess Thorn | July 2025 | | |
"""
SHAPES: dict[str, Any] = {
    **{name: layout(ROWS) for name, layout in LAYOUTS.items()},
    "no title": f"{HEADING}\n{ONE}\n{TWO}",
    "blank rows, totals and a legend": f"1. Beds\n\n{HEADING}\n{ONE}\n\n{TWO}\n| Total | | | | | 2 |\n\nKey\n| 1 | Work required |",
    "bands and narrative": f"1. Beds\n\n{HEADING}\n| Beds | < | < | < | < | < |\n{ONE}\n"
    f"| Narrative evidence | All well. | < | < | < | < |\n| Hoes | < | < | < | < | < |\n{TWO}",
    "a band and no number column": "1. Beds\n\n| Action | Lead | Timescale | Update | RAG |\nBeds\n| Dig | AQ | May 2025 | Dug. | 2 |",
    "two heading rows": "1. Beds\n\n| No. | Action | Lead | Timescale | Progress | < |\n| ^ | ^ | ^ | ^ | Update | RAG |\n"
    f"{ONE}\n{TWO}",
    "an extra column": f"1. Beds\n\n{HEADING} Biscuits |\n{ONE} Ginger |\n{TWO} |",
    "an unlabelled column": f"1. Beds\n\n{HEADING}\n{ONE} Ginger |\n{TWO} |",
    "one sheet an objective": {"Objective 1": f"{HEADING}\n{ONE}\n{TWO}", "Objective 2": f"{HEADING}\n{THREE}"},
    "one titled sheet an objective": {
        "Sheet1": f"Objective 1: Beds\n\n{HEADING}\n{ONE}\n{TWO}",
        "Sheet2": f"Objective 2: Gates\n\n{HEADING}\n{THREE}",
    },
    "two plans on two sheets": {"A": f"1. Beds\n\n{HEADING}\n{ONE}", "B": f"2. Hoes\n\n{HEADING}\n{TWO}"},
    "two plans on one sheet": f"1. Beds\n\n{HEADING}\n{ONE}\n\n2. Hoes\n\n{HEADING}\n{TWO}",
    "tables side by side": "1. Beds\n\n| Action | Lead | Timescale | Update | RAG | | Action | Lead | Timescale | Update | RAG |\n"
    "| Dig the beds | AQ | May 2025 | Dug. | 2 | | Mend the hoes | BT | May 2025 | Filed. | 3 |\n"
    "| Sow the peas | AQ | May 2025 | Sown. | 2 | | Oil the gates | BT | May 2025 | Oiled. | 3 |",
    "numbers that Excel damaged": f"1. Beds\n\n{HEADING}\n"
    + "\n".join(f"| {{3.{n}}} | Dig bed {'ABCDEFGHIJK'[n]} | AQ | May 2025 | Dug. | 2 |" for n in (*range(1, 10),))
    + f"\n| {{3.1}} | Turn the compost | AQ | May 2025 | Turned. | 2 |\n{THREE.replace('| 3 |', '| 1-2 |')}",
    "shared numbers": f"1. Beds\n\n{HEADING}\n{ONE}\n| ^ | Sow the beds | Ada Quill | May 2025 | Sown. | 2 |\n{TWO}",
    "formulas, errors and typed dates": f"1. Beds\n\n{HEADING}\n"
    "| 1 | {=A1 -> Dig the beds} | {=A1} | {2025-05-01 as mmm-yy} | {#N/A} | 2 {fill FFC000} |",
    "a sheet of guidance": {"Guidance": "Fill in the yellow cells.", "Plan": f"1. Beds\n\n{HEADING}\n{ONE}"},
    "no numbers": "1. Beds\n\n| Objective | Lead | Completion date | Status |\n| Beds are dug | AQ | May 2025 | 2 |",
}


def refs(result: Any) -> set[tuple[str, str, str]]:
    """Every exception by code, ref and place, but for those that tell of a return that has or has not come."""
    return {(f.code, f.ref, str(f.place)) for f in result.quarter.findings if f.code not in ("F005", "U001")}


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_return_that_is_the_plan_as_issued_changes_nothing(shape: str) -> None:
    data = book(SHAPES[shape])
    result = quarter(data, {"a.xlsx": data})
    cells = result.quarter.cells
    assert (cells.changed, cells.carried, cells.unaccounted) == (0, 0, 0)
    assert cells.read == cells.layout + cells.unchanged + cells.held > 0
    assert result.quarter.changes == ()
    assert not {f.code for f in result.quarter.findings} & {
        "M001",
        "M003",
        "M004",
        "M005",
        "M006",
        "M007",
        "S006",
        "F003",
    }


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_second_run_on_its_master_says_the_same_and_writes_nothing(shape: str) -> None:
    data = book(SHAPES[shape])
    first = quarter(data, {"a.xlsx": data})
    second = quarter(data, {"a.xlsx": data}, master=master_of(first))
    assert not second.is_new
    assert second.quarter.changes == ()
    assert refs(second) == refs(first)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_an_update_typed_into_a_return_arrives_in_the_master_and_nothing_else(shape: str) -> None:
    data = book(SHAPES[shape])
    (plan, *_) = quarter(data).quarter.plans
    action = plan.actions[0]
    entry = action.fields.get("update") or action.fields["rag"]
    if entry.kind.value == "error":
        entry = action.fields["rag"]
    field = "update" if entry is action.fields.get("update") else "rag"
    words = "3 - On target" if field == "rag" else "5.5.24: Rained off."
    if field == "update" and action.fields["update"].place == action.fields["rag"].place:
        words = f"{action.text('rag')}\n{words}"
    returned = edited(data, {f"{entry.place.sheet}!{entry.place.cell}": words})
    result = quarter(data, {"a.xlsx": returned})
    assert {(c.action, c.field) for c in result.quarter.changes} == {(action.id, field)}
    assert result.quarter.cells.unaccounted == 0
