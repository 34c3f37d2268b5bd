"""The laws of the merge, on plans of the three layouts: what must hold whatever people do (merge.md)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from laws.papers import Paper, workbook_of
from laws.quarters_in_memory import kept, run, said, standing, texts
from laws.strategies import Edit, cell_edits, edited, papers, quarters
from planbook.interpreting.updates import split_entries
from planbook.likeness import folded
from planbook.model import Fate
from planbook.quarter.inputs import Result

Quarter = tuple[Paper, tuple[Paper, ...]]
ISSUED = "issued/plan.xlsx"


def named(papers_: tuple[Paper, ...]) -> list:
    return [workbook_of(p, f"returns/{'abcdefgh'[i]}.xlsx") for i, p in enumerate(papers_)]


def merged(quarter: Quarter) -> Result:
    return run([workbook_of(quarter[0], ISSUED)], named(quarter[1]))


@given(papers(most=4))
def test_a_return_equal_to_its_base_changes_nothing(paper):
    result = merged((paper, (paper,)))
    assert not result.quarter.changes
    assert not [f for f in result.quarter.findings if f.code[0] == "M" or f.held or f.code == "S006"]
    assert result.quarter.returns[0].fate is Fate.UNCHANGED
    assert texts(result) == texts(run([workbook_of(paper, ISSUED)], []))


@given(quarters(), st.randoms(use_true_random=False))
def test_the_order_of_the_returns_does_not_matter(quarter, random):
    books = named(quarter[1])
    issued = [workbook_of(quarter[0], ISSUED)]
    first = run(issued, books)
    for order in list(permutations(books))[1:4]:
        other = run(issued, order)
        assert standing(other) == standing(first)
        assert said(other) == said(first)
        assert other.quarter.changes == first.quarter.changes


@given(quarters(most=2))
def test_the_same_return_twice_equals_once(quarter):
    once = merged(quarter)
    again = replace(workbook_of(quarter[1][0], "returns/z copy.xlsx"))
    twice = run([workbook_of(quarter[0], ISSUED)], [*named(quarter[1]), again])
    assert standing(twice) == standing(once)
    assert twice.quarter.changes == once.quarter.changes
    assert {s for s in said(once) if s[1] != "F004"} == {s for s in said(twice) if s[1] != "F004"}
    assert twice.quarter.returns[-1].fate is Fate.DUPLICATE


@given(quarters())
def test_merging_again_with_nothing_new_gives_the_same_master(quarter):
    issued, books = [workbook_of(quarter[0], ISSUED)], named(quarter[1])
    first = run(issued, books)
    second = run(issued, books, kept(first))
    assert not second.is_new
    assert not second.quarter.changes
    assert standing(second) == standing(first)
    assert said(second) == said(first)
    assert second.quarter.cells == first.quarter.cells


@given(quarters())
def test_without_anything_issued_merging_again_gives_the_same_master(quarter):
    books = named(quarter[1])
    first = run([], books)
    second = run([], books, kept(first))
    assert not second.is_new
    assert standing(second) == standing(first)
    assert said(second) == said(first)


@given(quarters())
def test_nothing_that_somebody_typed_disappears(quarter):
    result = merged(quarter)
    there = words_of(result)
    used = {r.file for r in result.quarter.returns if r.fate in (Fate.MERGED, Fate.UNCHANGED)}
    for book in (b for b in named(quarter[1]) if b.name in used):
        for cells in book.sheets[0].rows.values():
            for cell in cells.values():
                assert not [part for part in parts_of(cell.text) if part not in there]


@given(quarters())
def test_every_cell_is_accounted_for_and_the_counts_add_up(quarter):
    result = merged(quarter)
    cells = result.quarter.cells
    assert cells.unaccounted == 0
    assert cells.layout + cells.unchanged + cells.changed + cells.held + cells.carried == cells.read
    used = {r.file for r in result.quarter.returns if r.fate in (Fate.MERGED, Fate.UNCHANGED)}
    assert cells.read == sum(len(row) for b in named(quarter[1]) if b.name in used for row in b.sheets[0].rows.values())


@st.composite
def one_edit(draw: st.DrawFn) -> tuple[Paper, Edit]:
    paper = draw(papers())
    return paper, draw(cell_edits(paper))


@given(one_edit())
def test_an_edit_of_one_cell_changes_that_cell_alone(given_):
    paper, edit = given_
    before = texts(run([workbook_of(paper, ISSUED)], []))
    result = merged((paper, (edited(paper, edit),)))
    after = texts(result)
    index, key = edit[1], edit[2]
    action = result.quarter.plans[0].actions[index]
    changed = {k for k in after.keys() | before.keys() if after.get(k) != before.get(k)}
    mine = {(result.quarter.plans[0].id, action.id, k) for k in shares_a_cell(paper, key)}
    assert changed <= mine
    assert {(c.plan, c.action, c.field) for c in result.quarter.changes} <= mine
    held = {(f.plan, f.action, f.field) for f in result.quarter.findings if f.held or f.code[0] == "M"}
    asked = (
        {(*sorted(mine)[0][:2], "action")} if key == paper.wording else set()
    )  # M007: nothing of its wording is left
    assert held <= mine | asked


def shares_a_cell(paper: Paper, key: str) -> set[str]:
    """The fields that stand in one cell: rating and comment in two of the layouts."""
    both = {"rag", "update"}
    return both if key in both and paper.layout != "fathers" else {key}


@st.composite
def two_edits(draw: st.DrawFn) -> tuple[Paper, Edit, Edit]:
    paper = draw(papers().filter(lambda p: len(p.lines) > 1))
    # A wording that is wholly replaced, with the number in it, may leave a row in doubt: that is M007, and asked.
    one = draw(cell_edits(paper).filter(lambda e: e[2] != paper.wording))
    other = draw(cell_edits(paper).filter(lambda e: e[1] != one[1] and e[2] != paper.wording))
    return paper, one, other


@given(two_edits())
def test_two_returns_that_edit_different_actions_never_conflict(given_):
    paper, one, other = given_
    both = merged((paper, (edited(paper, one), edited(paper, other))))
    assert not [f for f in both.quarter.findings if f.code in ("M001", "M002", "M007")]
    in_one_copy = merged((paper, (edited(edited(paper, one), other),)))
    assert texts(both) == texts(in_one_copy)


# ------------------------------------------------------------------ where words can stand


def parts_of(text: str) -> list[str]:
    """The entries and lines of a cell, as a reader sees them; an update's entries may come to stand apart."""
    spans = [text[e.start : e.end] for e in split_entries(text, ratings=False)] or [text]
    found = [folded(line).strip(" ;,-:.()") for span in spans for line in re.split(r"[\n\r\v]", span)]
    return [word for line in found for word in line.split() if re.search(r"\w", word)]


def words_of(result: Result) -> str:
    """Every text of the master's plans, of the exceptions, and of the changes."""
    quarter = result.quarter
    found = [
        e.text + "\n" + e.struck + "\n" + e.note for p in quarter.plans for a in p.actions for e in a.fields.values()
    ]
    found += [c.text for p in quarter.plans for r in p.layout.rows for c in r.cells]
    found += [c.heading for p in quarter.plans for b in p.blocks for c in b.columns]
    found += [b.notes.text for p in quarter.plans for b in p.blocks if b.notes]
    found += [f.value + "\n" + f.message for f in quarter.findings]
    found += [c.before + "\n" + c.after for c in quarter.changes]
    return folded("\n".join(found))
