"""Each return is compared with what it started from itself, where that is not what the others started from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planbook.merging.nouns import Returned
from planbook.merging.plans import merge_plan
from planbook.model import Action, Block, Entry, Layout, LayoutRow, Place, Plan, PlanColumn, RowKind
from planbook.settings import DEFAULT_SCALE, Policy

FIELDS = ("number", "action", "lead", "rag", "update")
WALK = ("1", "Walk the rows each spring", "Olwen Trask", "2", "1.2.24: Walked.")
PUMP = ("2", "Mend the western pump", "Jory Penna", "1", "")


def plan(file: str, *rows: tuple[str, ...], notes: str = "") -> Plan:
    actions = []
    for at, row in enumerate(rows, 5):
        place = Place(file, "Plan", at)
        fields = {k: Entry(t, replace(place, column=c)) for c, (k, t) in enumerate(zip(FIELDS, row, strict=True), 1)}
        actions.append(Action(row[0], fields, place, number=row[0]))
    columns = tuple(PlanColumn(c, k, k) for c, k in enumerate(FIELDS, 1))
    layout = Layout(tuple(LayoutRow(RowKind.ACTION, (), 0, a.id) for a in actions))
    told = Entry(notes, Place(file, "Plan", 40, 2)) if notes else None
    return Plan("1", "Plots", tuple(actions), (Block("", columns, told),), layout, Place(file, "Plan"))


def merged(base, ours, *returns):
    """The merge of plans, each return with what it started from, or None for what the others did."""
    given = [Returned(name, plan(name, *rows), plan("old.xlsx", *own) if own else None) for name, rows, own in returns]
    result = merge_plan(plan("issued.xlsx", *base), plan("master.xlsx", *ours), given, Policy(), DEFAULT_SCALE)
    texts = {(a.id, k): e.text for a in result.plan.actions for k, e in a.fields.items()}
    return texts, sorted((h.code, h.action, h.field) for h in result.held), result


def test_a_base_of_ones_own_that_says_the_same_changes_nothing_of_the_result() -> None:
    returned = ((*WALK[:4], "1.2.24: Walked.\n1.6.24: Again."), PUMP)
    common = merged((WALK, PUMP), (WALK, PUMP), ("a.xlsx", returned, None))
    own = merged((WALK, PUMP), (WALK, PUMP), ("a.xlsx", returned, (WALK, PUMP)))
    assert own[:2] == common[:2]


def test_what_an_old_copy_did_not_touch_stays_as_it_is_now() -> None:
    now = ("1", "Walk every row twice a year", "Tamsin Roe", "3", "1.2.24: Walked.\n1.5.24: Again.")
    texts, held, result = merged((now, PUMP), (now, PUMP), ("a.xlsx", (WALK, PUMP), (WALK, PUMP)))
    assert texts == {(r[0], k): t for r in (now, PUMP) for k, t in zip(FIELDS, r, strict=True)}
    assert (held, result.changes) == ([], ())


def test_what_changed_on_both_sides_is_a_conflict_though_the_last_issue_has_the_masters_value() -> None:
    now, theirs = (*WALK[:3], "3", WALK[4]), (*WALK[:3], "1", WALK[4])
    texts, held, _ = merged((now,), (now,), ("a.xlsx", (theirs,), (WALK,)))
    assert texts[("1", "rag")] == "3"
    assert held == [("M001", "1", "rag")]


def test_who_has_seen_the_present_value_may_change_it_though_an_old_copy_says_the_same() -> None:
    now, theirs = (*WALK[:3], "3", WALK[4]), (*WALK[:3], "4", WALK[4])
    texts, held, _ = merged((now,), (now,), ("new.xlsx", (theirs,), None), ("old.xlsx", (theirs,), (WALK,)))
    assert texts[("1", "rag")] == "4"
    assert held == []


def test_an_update_grows_from_an_old_copy_without_losing_what_came_between() -> None:
    now = (*WALK[:4], "1.2.24: Walked.\n1.5.24: Again.")
    theirs = (*WALK[:4], "1.2.24: Walked.\n1.4.24: Counted.")
    texts, held, _ = merged((now,), (now,), ("a.xlsx", (theirs,), (WALK,)))
    assert texts[("1", "update")] == "1.2.24: Walked.\n1.4.24: Counted.\n1.5.24: Again."
    assert held == []


def test_what_an_old_copy_dropped_of_its_own_is_still_said() -> None:
    now = (*WALK[:4], "1.2.24: Walked.\n1.5.24: Again.")
    _, held, _ = merged((now,), (now,), ("a.xlsx", ((*WALK[:4], "1.4.24: Counted."),), (WALK,)))
    assert [h[0] for h in held] == ["U003"]


def test_a_row_that_came_after_an_old_copy_is_not_missing_from_it() -> None:
    _, held, _ = merged((WALK, PUMP), (WALK, PUMP), ("a.xlsx", (WALK,), (WALK,)))
    assert held == []


@pytest.mark.parametrize(("update", "codes"), [("", []), ("1.6.24: Mended.", ["M008"])])
def test_a_row_that_went_after_an_old_copy_is_asked_about_only_where_that_works_on_it(update, codes) -> None:
    _, held, _ = merged((WALK,), (WALK,), ("a.xlsx", (WALK, (*PUMP[:4], update)), (WALK, PUMP)))
    assert [h[0] for h in held] == codes


def test_a_row_that_is_in_the_plan_by_now_is_found_though_the_old_copy_had_it_as_new() -> None:
    texts, held, _ = merged((WALK, PUMP), (WALK, PUMP), ("a.xlsx", (WALK, (*PUMP[:4], "1.6.24: Mended.")), (WALK,)))
    assert texts[("2", "update")] == "1.6.24: Mended."
    assert held == []


def test_a_narrative_that_an_old_copy_did_not_touch_stays() -> None:
    base = plan("issued.xlsx", WALK, notes="All is well by now.")
    old = plan("old.xlsx", WALK, notes="All was well.")
    returned = Returned("a.xlsx", replace(old, source=Place("a.xlsx", "Plan")), old)
    result = merge_plan(base, base, [returned], Policy(), DEFAULT_SCALE)
    assert result.plan.blocks[0].notes is not None
    assert result.plan.blocks[0].notes.text == "All is well by now."
    assert result.changes == ()


def test_keys_of_the_issue_are_kept_in_the_master_and_a_copied_one_is_not() -> None:
    base = plan("issued.xlsx", WALK)
    keyed = replace(base, actions=(replace(base.actions[0], key="abc"),))
    copied = replace(
        plan("a.xlsx", WALK, PUMP), actions=tuple(replace(a, key="abc") for a in plan("a.xlsx", WALK, PUMP).actions)
    )
    result = merge_plan(keyed, base, [Returned("a.xlsx", copied)], Policy(), DEFAULT_SCALE)
    assert [a.key for a in result.plan.actions] == ["abc", ""]
