"""A later copy of one issue counts instead of an earlier one, and only where nothing of that one is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planbook.merging.superseding import Copy, superseded
from planbook.model import Action, Block, Entry, Layout, Place, Plan, PlanColumn
from planbook.settings import DEFAULT_SCALE

FIELDS = ("number", "action", "rag", "update")
ROWS = (("1", "Walk the rows", "2", "1.2.24: Walked."), ("2", "Mend the pump", "1", ""))
EARLY, LATE = datetime(2024, 6, 3, 9, tzinfo=UTC), datetime(2024, 6, 4, 9, tzinfo=UTC)


def plan(*rows: tuple[str, ...]) -> Plan:
    actions = []
    for at, row in enumerate(rows, 5):
        place = Place("a.xlsx", "Plan", at)
        fields = {k: Entry(t, replace(place, column=c)) for c, (k, t) in enumerate(zip(FIELDS, row, strict=True), 1)}
        actions.append(Action(row[0], fields, place, number=row[0], key=f"key {at}"))
    columns = tuple(PlanColumn(c, k, k) for c, k in enumerate(FIELDS, 1))
    return Plan("1", "Plots", tuple(actions), (Block("", columns),), Layout(), Place("a.xlsx", "Plan"))


def copy(
    name: str, *updates: str, issue: str = "one", saved: datetime | None = None, loose: tuple[str, ...] = ()
) -> Copy:
    rows = [(*row[:3], text) for row, text in zip(ROWS, updates, strict=True)]
    return Copy(name, (issue,), ((plan(*rows), plan(*ROWS)),), loose, saved)


OLD, NEW = ("1.2.24: Walked.", "3.6.24: Mended."), ("1.2.24: Walked.", "3.6.24: Mended, and painted.")
OTHER = ("1.2.24: Walked. All of it.", "")

CASES = [
    ("says it all and more", copy("b.xlsx", *OLD), copy("a.xlsx", *NEW), "b.xlsx"),
    ("corrected by name", copy("p.xlsx", "1.2.24: Walked.", "Mendet"), copy("p (1).xlsx", *NEW), "p.xlsx"),
    (
        "corrected by the day it was saved",
        copy("p (1).xlsx", "1.2.24: Walked.", "Mendet", saved=EARLY),
        copy("p.xlsx", *NEW, saved=LATE),
        "p (1).xlsx",
    ),
    ("corrected under another name", copy("p.xlsx", "1.2.24: Walked.", "Mendet"), copy("q.xlsx", *NEW), ""),
    ("another person's cells", copy("p.xlsx", *OTHER), copy("p (1).xlsx", *OLD), ""),
    ("another issue", copy("p.xlsx", *OLD), copy("p (1).xlsx", *NEW, issue="two"), ""),
    ("no issue", replace(copy("p.xlsx", *OLD), issues=()), replace(copy("p (1).xlsx", *NEW), issues=()), ""),
    ("blank where the other wrote", copy("p.xlsx", *OLD), copy("p final.xlsx", "", ""), ""),
    ("a remark that the later lacks", copy("p.xlsx", *OLD, loose=("Ask Jory",)), copy("p (1).xlsx", *NEW), ""),
    ("nothing changed yet", copy("p.xlsx", *(r[3] for r in ROWS)), copy("q.xlsx", *OLD), "p.xlsx"),
]


@pytest.mark.parametrize(("first", "second", "left_out"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_left_out_whatever_the_order(first, second, left_out) -> None:
    used = second.name if left_out == first.name else first.name
    expected = {left_out: used} if left_out else {}
    assert superseded((first, second), DEFAULT_SCALE) == expected
    assert superseded((second, first), DEFAULT_SCALE) == expected


def test_of_several_copies_the_one_that_is_used_is_named() -> None:
    copies = (copy("p.xlsx", *OLD), copy("p v2.xlsx", *NEW), copy("p final.xlsx", NEW[0], NEW[1] + " Twice."))
    assert superseded(copies, DEFAULT_SCALE) == {"p.xlsx": "p final.xlsx", "p v2.xlsx": "p final.xlsx"}
