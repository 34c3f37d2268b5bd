"""The laws of issuing, through real files: whatever a master holds goes out and comes back as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from laws.papers import workbook_of
from laws.quarters_in_memory import SETTINGS, kept, run
from laws.strategies import quarters
from planbook.consolidate import merge_opened
from planbook.issue_making import made_book
from planbook.model import Entry, Fate
from planbook.quarter.inputs import Inputs, Result
from planbook.quarter.receiving import open_file
from planbook.reading.texts import clean
from planbook.settings import DEFAULT_SCALE, Committee, Settings
from planbook.writing.names import sheet_names

FILE = "issued/Everybody.xlsx"
LATER = replace(SETTINGS, as_of=date(2024, 6, 1))
FEW = settings(max_examples=max(5, settings().max_examples // 3))


def sent_out(result: Result, how: Settings = LATER) -> bytes:
    plans = result.quarter.plans
    committee = Committee("Everybody", tuple(p.id for p in plans))
    return made_book(FILE, committee, plans, sheet_names(plans), result.quarter.findings, {}, how)


def come_back(first: Result, data: bytes, how: Settings = LATER) -> Result:
    opened = [open_file(name, data, DEFAULT_SCALE) for name in (FILE, "returns/a.xlsx")]
    inputs = Inputs(((FILE, data),), (("returns/a.xlsx", data),), ("master.xlsx", b""))
    return merge_opened(inputs, how, opened[:1], opened[1:], kept(first))


def check_unchanged(first: Result, second: Result) -> None:
    assert not second.quarter.changes
    assert [r.fate for r in second.quarter.returns] == [Fate.UNCHANGED]
    assert second.quarter.cells.unaccounted == second.quarter.cells.carried == second.quarter.cells.held == 0
    said = {(f.code, f.action, f.field, f.value) for f in second.quarter.findings if f.code[0] == "M"}
    assert said <= {(f.code, f.action, f.field, f.value) for f in first.quarter.findings}
    assert {(p.id, tuple(a.id for a in p.actions)) for p in second.quarter.plans} == {
        (p.id, tuple(a.id for a in p.actions)) for p in first.quarter.plans
    }


@FEW
@given(quarters())
def test_what_a_merge_gave_goes_out_and_comes_back_unchanged(quarter) -> None:
    books = [workbook_of(p, f"returns/{'abcdefgh'[i]}.xlsx") for i, p in enumerate(quarter[1])]
    first = run([workbook_of(quarter[0], "issued/plan.xlsx")], books)
    check_unchanged(first, come_back(first, sent_out(first)))


@FEW
@given(
    quarters(most=1),
    st.lists(st.text(max_size=60).map(clean), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_any_text_that_a_cell_can_hold_goes_out_and_comes_back(quarter, words, random) -> None:
    """Formulas, links, control characters, other scripts, in any cell but the one that holds the rating."""
    first = run([workbook_of(quarter[0], "issued/plan.xlsx")], [])
    plan = first.quarter.plans[0]
    places = [(n, key) for n, a in enumerate(plan.actions) for key in a.fields if key in ("lead", "risk", "mitigation")]
    actions = list(plan.actions)
    for text in words:
        n, key = random.choice(places)
        entry = actions[n].fields[key]
        actions[n] = replace(actions[n], fields={**actions[n].fields, key: Entry(text, entry.place)})
    changed = replace(plan, actions=tuple(actions))
    quarter_now = replace(first.quarter, plans=(changed, *first.quarter.plans[1:]))
    now = replace(first, quarter=quarter_now, snapshot=replace(first.snapshot, plans=quarter_now.plans))
    check_unchanged(now, come_back(now, sent_out(now)))
