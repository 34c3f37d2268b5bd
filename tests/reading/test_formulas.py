"""Shared formulas: the words of each cell that shares one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading import ENGINES, read
from planbook.reading.formulas import SharedFormulas, moved

from .making import parts_of, row, zipped


@pytest.mark.parametrize(
    ("formula", "down", "right", "words"),
    [
        ("A1", 1, 0, "A2"),
        ("$A1+B$2", 3, 1, "$A4+C$2"),
        ("$A$1", 5, 5, "$A$1"),
        ("SUM(A1:B2)", 1, 1, "SUM(B2:C3)"),
        ("SUM(A:B)+SUM(3:$4)", 2, 1, "SUM(B:C)+SUM(5:$4)"),
        ('IF(A1="A1",B1,"say ""A1""")', 1, 0, 'IF(A2="A1",B2,"say ""A1""")'),
        ("'A1 plan'!A1", 1, 0, "'A1 plan'!A2"),
        ("Plan!A1+Plan2!B3", 1, 0, "Plan!A2+Plan2!B4"),
        ("LOG10(A1)+MAX1+PLAN1", 1, 0, "LOG10(A2)+MAX2+PLAN1"),
        ("[1]Plan!A1", 1, 0, "[1]Plan!A2"),
        ("Table1[A1]+rate_A1+A1_rate+A1.5", 1, 0, "Table1[A1]+rate_A1+A1_rate+A1.5"),
        ("A1-1.5E3", 1, 0, "A2-1.5E3"),
        ("A1", -1, 0, "#REF!"),
        ("A1:B1", 0, -1, "#REF!:A1"),
        ("XFD1", 0, 1, "#REF!"),
        ("Z9", 0, 1, "AA9"),
        ("", 1, 1, ""),
    ],
)
def test_references_move_and_nothing_else_does(formula: str, down: int, right: int, words: str) -> None:
    assert moved(formula, down, right) == words


@given(st.text(max_size=30), st.integers(-3, 3), st.integers(-3, 3))
def test_any_words_can_be_moved_and_stay_where_nothing_moves(formula: str, down: int, right: int) -> None:
    assert isinstance(moved(formula, down, right), str)
    assert moved(formula, 0, 0) == formula


def test_a_cell_that_shares_a_formula_has_its_words_from_there() -> None:
    shared = SharedFormulas()
    assert shared.words("B1*2", {"t": "shared", "si": "0"}, 1, 1) == "B1*2"
    assert shared.words("", {"t": "shared", "si": "0"}, 3, 2) == "C3*2"
    assert shared.words("", {"t": "shared", "si": "9"}, 3, 2) == "TABLE()"
    assert shared.words("=A1", {}, 1, 1) == "A1"


@pytest.mark.engines_differ("openpyxl cannot move a formula beyond the sheet's edge, and says nothing of its words")
def test_a_shared_formula_that_leaves_the_sheet_stops_neither_engine() -> None:
    cells = row(1, '<c r="C1"><f t="shared" si="0" ref="A1:C2">B1</f><v>1</v></c>')
    data = zipped(parts_of(cells + row(2, '<c r="A2"><f t="shared" si="0"/><v>2</v></c>')))
    assert [read(data, "a.xlsx", engine=name).sheets[0].rows[2][1].formula for name in ENGINES] == ["#REF!", "TABLE()"]
