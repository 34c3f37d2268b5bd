"""The laws of the master: what the business manager edits in it survives, and nothing that returns bring undoes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from laws.papers import Paper, workbook_of
from laws.quarters_in_memory import AS_OF, kept, run, said, standing, texts, typed
from laws.strategies import LEADS, RATINGS, cell_edits, edited, entries, lines, papers, quarters, words
from planbook.likeness import folded, same
from planbook.merging.equality import same_entry
from planbook.model import Action, Entry, Place, Plan
from planbook.settings import DEFAULT_SCALE

ISSUED = "issued/plan.xlsx"


@st.composite
def manager_edits(draw: st.DrawFn) -> tuple[int, str, str]:
    """A cell of the master that the manager types in."""
    key = draw(st.sampled_from(["lead", "timescale", "rag", "update", "update"]))
    text = {
        "lead": st.sampled_from(LEADS),
        "timescale": st.sampled_from(["1 May 2026", "Ongoing"]),
        "rag": st.sampled_from(RATINGS),
        "update": st.one_of(entries(after=700), words, st.just("")),
    }[key]
    return draw(st.integers(0, 5)), key, draw(text)


def books(returned: tuple[Paper, ...]) -> list:
    return [workbook_of(p, f"returns/{'abc'[i]}.xlsx") for i, p in enumerate(returned)]


@given(quarters(), manager_edits())
def test_what_the_manager_typed_in_the_master_survives_the_same_returns(quarter, edit):
    index, key, text = edit
    issued, returned = [workbook_of(quarter[0], ISSUED)], books(quarter[1])
    first = run(issued, returned)
    plan = first.quarter.plans[0]
    edited_plan = typed(plan, index, key, text)
    action = edited_plan.actions[index % len(plan.actions)]
    second = run(issued, returned, kept(first, [edited_plan]))
    now = second.quarter.plans[0].action(action.id)
    assert now is not None
    if key == "update":
        assert folded(text) in folded(now.text(key))
    else:
        assert same_entry(key, now.fields[key], action.fields[key], DEFAULT_SCALE)
    others = {k: t for k, t in texts(first).items() if k[1:] != (action.id, key)}
    assert others.items() <= texts(second).items()


@given(quarters(), manager_edits(), st.booleans())
def test_a_master_with_edits_merged_again_stays_as_it_is(quarter, edit, with_issued):
    index, key, text = edit
    issued, returned = [workbook_of(quarter[0], ISSUED)] if with_issued else [], books(quarter[1])
    first = run(issued, returned)
    plan = first.quarter.plans[0]
    second = run(issued, returned, kept(first, [typed(plan, index, key, text)]))
    third = run(issued, returned, kept(second, second.quarter.plans))
    assert standing(third) == standing(second)
    assert said(third) == said(second)
    assert not third.quarter.changes


@given(papers().filter(lambda p: len(p.lines) > 1), st.data())
def test_an_edit_in_the_master_and_one_in_a_return_of_another_cell_never_conflict(paper, data):
    edit = data.draw(cell_edits(paper))
    index, key, text = data.draw(manager_edits())
    index %= len(paper.lines)
    assume((index, key) != edit[1:3])
    issued = [workbook_of(paper, ISSUED)]
    first = run(issued, [])
    master = kept(first, [typed(first.quarter.plans[0], index, key, text)])
    both = run(issued, books((edited(paper, edit),)), master)
    assert not [f for f in both.quarter.findings if f.code in ("M001", "M002", "M008")]
    now = both.quarter.plans[0].actions[index].fields[key]
    assert same(now.text, text) or key == "rag"


@given(quarters(most=2), st.integers(0, 5))
def test_an_action_that_the_manager_took_out_stays_out(quarter, index):
    issued, returned = [workbook_of(quarter[0], ISSUED)], books(quarter[1])
    first = run(issued, returned)
    plan = first.quarter.plans[0]
    assume(len(plan.actions) > 1)
    gone = plan.actions[index % len(plan.actions)]
    assume(gone.agreed)  # a new one would come back with its return: it is taken out by decision
    assume([a.wording for a in plan.actions].count(gone.wording) == 1)  # of two copies nobody can tell which it was
    second = run(issued, returned, kept(first, [without(plan, gone)]))
    left = [a.fields for a in second.quarter.plans[0].actions]
    assert len(left) == len(plan.actions) - 1
    third = run(issued, returned, kept(second, second.quarter.plans))
    assert standing(third) == standing(second)
    assert said(third) == said(second)


def without(plan: Plan, gone: Action) -> Plan:
    rows = tuple(r for r in plan.layout.rows if r.action != gone.id)
    actions = tuple(a for a in plan.actions if a.id != gone.id)
    return replace(plan, actions=actions, layout=replace(plan.layout, rows=rows))


@given(quarters(most=2), lines())
def test_a_row_that_the_manager_added_stands_once_and_stays(quarter, line):
    issued, returned = [workbook_of(quarter[0], ISSUED)], books(quarter[1])
    first = run(issued, returned)
    plan = first.quarter.plans[0]
    place = Place("master.xlsx", "sheet", 99, 1)
    known = plan.actions[0].fields
    fields = {k: Entry(line.texts.get(k, ""), replace(place, column=c)) for c, k in enumerate(known, 1)}
    if "number" in fields:
        fields["number"] = replace(fields["number"], text="77.1")
    key = "milestone" if "milestone" in known else "action"
    fields[key] = replace(fields[key], text="Knit jumpers for the scarecrows of the town")
    added = Action("77.1", fields, place, plan.actions[-1].block, "77.1")
    second = run(issued, returned, kept(first, [replace(plan, actions=(*plan.actions, added))]))
    third = run(issued, returned, kept(second, second.quarter.plans))
    for result in (second, third):
        assert [a.wording for a in result.quarter.plans[0].actions].count(fields[key].text) == 1
        assert len(result.quarter.plans[0].actions) == len(plan.actions) + 1
    assert standing(third) == standing(second)


@given(papers(), st.data())
def test_a_return_sent_again_corrected_replaces_what_it_said_before(paper, data):
    index = data.draw(st.integers(0, len(paper.lines) - 1))
    old = paper.lines[index].texts["update"]
    one, two = data.draw(st.lists(entries(after=400), min_size=2, max_size=2, unique_by=lambda t: t.split(":")[0]))
    issued = [workbook_of(paper, ISSUED)]
    wrong = edited(edited(paper, ("set", index, "update", f"{old}\n{one}")), ("set", index, "rag", "1"))
    right = edited(edited(paper, ("set", index, "update", f"{old}\n{one} and more\n{two}")), ("set", index, "rag", "4"))
    first = run(issued, books((wrong,)))
    second = run(issued, books((right,)), kept(first, first.quarter.plans))
    at_once = run(issued, books((right,)))
    assert {k: in_any_order(t) for k, t in texts(second).items()} == {
        k: in_any_order(t) for k, t in texts(at_once).items()
    }


def in_any_order(text: str) -> list[str]:
    """The words of an update; where the dates are not in order, there is no telling where an entry belongs."""
    return sorted(text.split())


@given(quarters(most=2))
def test_a_later_day_changes_no_plan(quarter):
    issued, returned = [workbook_of(quarter[0], ISSUED)], books(quarter[1])
    first = run(issued, returned)
    later = run(issued, returned, kept(first, first.quarter.plans), AS_OF + timedelta(days=90))
    assert standing(later) == standing(first)
    assert not later.quarter.changes
