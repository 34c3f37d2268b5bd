"""The figures of a quarter: what is counted, grouped, and told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planbook.figures import Why
from planbook.model import Finding, Place, Severity
from planbook.reporting.grouping import MOST_IN_A_ROW, exception_rows
from planbook.reporting.movement import movement
from planbook.reporting.summary import figures
from planbook.settings import DEFAULT_SCALE
from writing.quarters import banded_plan, combined_plan, meaning, quarter

PLACE = Place("returns/a.xlsx", "Plan", 5, 3)


def test_a_plan_is_counted_by_rating_and_trouble():
    first, second = figures(quarter(), DEFAULT_SCALE).plans
    assert (first.actions, first.ratings, first.complete) == (3, {"3": 1, "4": 1, "": 1}, 1)
    assert (first.overdue, first.no_update, first.returns, first.missing) == (1, 0, 1, False)
    assert (second.overdue, second.no_update, second.returns, second.missing) == (0, 1, 0, True)


def test_all_plans_are_their_sum_but_a_shared_exception_counts_once():
    found = figures(quarter(), DEFAULT_SCALE)
    assert found.total.actions == sum(plan.actions for plan in found.plans)
    assert [plan.open["Exceptions - Dates"] for plan in found.plans] == [2, 1]
    assert found.total.open["Exceptions - Dates"] == 2


def test_codes_are_the_scales_and_then_what_else_is_in_use():
    odd = quarter().meanings | {("1", "1a"): meaning("green")}
    assert figures(quarter(meanings=odd), DEFAULT_SCALE).codes == ("1", "2", "3", "4", "green")


def finding(code="L002", action="1a", plan="1", value="RQ", message="RQ is not in the register.", **more):
    return Finding(code, PLACE, message, plan, action, "lead", value, **more)


@pytest.mark.parametrize(
    ("findings", "rows"),
    [
        ([finding(), finding(action="1b"), finding(action="2.2", plan="2")], 1),
        ([finding(master_value="RQ and others"), finding(action="1b", master_value="RQ")], 1),
        ([finding(), finding(action="1b", value="PQ")], 2),
        ([finding(), finding(action="1b", message="Something else.")], 2),
        ([finding(), finding(action="1b", severity=Severity.INFO)], 2),
        ([finding(held=True, master_value="A"), finding(action="1b", held=True, master_value="B")], 2),
        ([finding(code="U001", value="a"), finding(code="U001", action="1b", value="b")], 1),
        ([finding(code="U001"), finding(code="U001", action="2.2", plan="2")], 2),
    ],
)
def test_what_says_the_same_stands_once(findings, rows):
    found = exception_rows(quarter(findings=tuple(findings)))
    assert len(found) == rows
    assert sum(len(row.actions) for row in found) == len(findings)


def test_a_row_lists_no_more_cells_than_it_can_show_and_none_is_lost():
    many = [replace(finding(), ref=f"r{i}", place=replace(PLACE, row=i)) for i in range(1, 3 * MOST_IN_A_ROW)]
    rows = exception_rows(quarter(findings=tuple(many)))
    assert [len(row.refs) for row in rows] == [MOST_IN_A_ROW, MOST_IN_A_ROW, MOST_IN_A_ROW - 1]
    assert {ref for row in rows for ref in row.refs} == {f.ref for f in many}


def test_errors_stand_first_and_then_the_order_of_the_plans():
    found = [
        finding(code="T006", action="2.2", plan="2"),
        finding(code="T006", value="May"),
        finding(code="T001", action="2.2", plan="2"),
    ]
    assert [(row.code, row.plans) for row in exception_rows(quarter(findings=tuple(found)))] == [
        ("T001", ("2",)),
        ("T006", ("1",)),
        ("T006", ("2",)),
    ]


def test_what_is_decided_or_only_news_is_not_open():
    settled = exception_rows(quarter(findings=(finding(decision="Leave as it is"), finding(code="S001"))))
    assert [row.is_open for row in settled] == [False, False]


def test_ratings_move_along_the_scale():
    moved = movement(quarter(), DEFAULT_SCALE)
    assert moved.better == moved.completed == {("1", "1b")}
    assert moved.worse == {("2", "2.10")}
    assert not moved.reopened


def test_a_plan_with_a_scale_of_its_own_is_worse_only_where_its_check_says_so():
    plans = (combined_plan(), replace(banded_plan(), legend="1 best, 4 worst"))
    moved = movement(quarter(plans=plans), DEFAULT_SCALE)
    assert ("2", "2.10") in moved.better
    told = quarter(plans=plans, findings=(Finding("R008", PLACE, "Lower.", "2", "2.10", "rag"),))
    assert ("2", "2.10") in movement(told, DEFAULT_SCALE).worse


def test_a_highlight_stands_once_for_its_most_pressing_reason():
    rows = figures(quarter(), DEFAULT_SCALE).highlights
    assert [(row.why, row.actions) for row in rows] == [
        (Why.OVERDUE, ("1a",)),
        (Why.WORSE, ("2.10",)),
        (Why.NO_UPDATE, ("2.2",)),
        (Why.COMPLETED, ("1b",)),
    ]
    assert rows[0].word == "Was due on 31 March 2024, rated 3."
    assert rows[1].word == "Rating went from 3 to 2. Waits for a decision: Action."


def test_many_silent_actions_of_a_plan_are_one_line():
    silent = tuple(Finding("U001", PLACE, "Nothing.", "1", i, "update") for i in ("1a", "1b", "2a"))
    calm = {key: meaning("3") for key in quarter().meanings}
    told = figures(quarter(findings=silent, meanings=calm, base_ratings={}), DEFAULT_SCALE).highlights
    assert len(told) == 3
    plan = combined_plan()
    extra = replace(plan.actions[2], id="2b")
    more = quarter(
        plans=(replace(plan, actions=(*plan.actions, extra)), banded_plan()),
        findings=(*silent, Finding("U001", PLACE, "Nothing.", "1", "2b", "update")),
        meanings=calm | {("1", "2b"): meaning("3")},
        base_ratings={},
    )
    (row,) = figures(more, DEFAULT_SCALE).highlights
    assert row.word == "No update since the last issue on 4 of 4 actions: 1a, 1b, 2a, 2b."


def test_a_risk_stands_once_with_all_its_actions_and_its_lowest_rating():
    (row,) = figures(quarter(), DEFAULT_SCALE).risks
    assert (row.plan, row.actions, row.risk, row.rating, row.leads) == (
        "1",
        ("1a", "1b"),
        "Rust",
        "3",
        ("Petra Quill", "@fencing"),
    )
