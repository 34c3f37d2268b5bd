"""Colours that rules give: followed where a rule surely applies, and left alone otherwise."""

from __future__ import annotations

import time

import pytest

from planbook.model import Cell, CellKind
from planbook.reading import read
from planbook.reading.addresses import span_of
from planbook.reading.conditional import Rule, colour_by_rules

from .making import DAY, GREEN, STYLES, parts_of, row, text, zipped

DXFS = (
    "<dxfs><dxf><fill><patternFill><bgColor rgb='FFFF0000'/></patternFill></fill></dxf>"
    "<dxf><font><b/></font></dxf>"
    "<dxf><fill><patternFill patternType='solid'><fgColor rgb='FF00FF00'/><bgColor rgb='FF92D050'/></patternFill></fill></dxf>"
    "<dxf><fill><patternFill patternType='gray125'><bgColor rgb='FF0000FF'/></patternFill></fill></dxf>"
    "<dxf><fill><patternFill patternType='solid'><fgColor indexed='13'/></patternFill></fill></dxf></dxfs>"
)
RED, BOLD, MID_GREEN, HATCHED, YELLOW = range(5)


def fills(cells: str, rules: str, after: str = "") -> list[str]:
    """The fills of a sheet's cells, in order, under rules for A1:D9."""
    parts = parts_of(cells, after=f'<conditionalFormatting sqref="A1:D9">{rules}</conditionalFormatting>{after}')
    parts["xl/styles.xml"] = STYLES.replace("</styleSheet>", f"{DXFS}</styleSheet>")
    book = read(zipped(parts), "a.xlsx")
    return [cell.fill for line in book.sheets[0].rows.values() for cell in line.values()]


def rule(kind: str, *formulas: str, dxf: int = RED, priority: int = 1, **attributes: str) -> str:
    """One rule's element."""
    named = "".join(f' {name}="{value}"' for name, value in attributes.items())
    inside = "".join(f"<formula>{formula}</formula>" for formula in formulas)
    return f'<cfRule type="{kind}" dxfId="{dxf}" priority="{priority}"{named}>{inside}</cfRule>'


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


@pytest.mark.parametrize(
    ("operator", "formulas", "cell", "applies"),
    [
        ("equal", ["3"], number("3"), True),
        ("equal", ["3"], number("3.0"), True),
        ("equal", ["3"], number("2"), False),
        ("equal", ["3"], text("3"), False),
        ("equal", ['"3"'], number("3"), False),
        ("equal", ['"Behind"'], text("behind"), True),
        ("equal", ['"Behind"'], text("behind "), False),
        ("equal", ['"say ""go"""'], text('Say "go"'), True),
        ("equal", ["=$F$1"], text("behind"), False),
        ("equal", ["TODAY()"], number("3"), False),
        ("equal", ["3"], '<c t="e"><v>#N/A</v></c>', False),
        ("equal", ["43891"], number("43891", DAY), False),
        ("notEqual", ['"Behind"'], text("On track"), True),
        ("notEqual", ["3"], text("On track"), True),
        ("notEqual", ['"Behind"'], text("BEHIND"), False),
        ("lessThan", ["3"], number("2.5"), True),
        ("lessThan", ["3"], number("3"), False),
        ("lessThanOrEqual", ["3"], number("3"), True),
        ("greaterThan", ["3"], number("4"), True),
        ("greaterThan", ["3"], text("zebra"), False),
        ("greaterThan", ['"a"'], text("zebra"), False),
        ("greaterThanOrEqual", ["-1.5E1"], number("-15"), True),
        ("between", ["2", "4"], number("3"), True),
        ("between", ["4", "2"], number("3"), True),
        ("between", ["2", "4"], number("5"), False),
        ("notBetween", ["2", "4"], number("5"), True),
        ("between", ["2"], number("2"), False),
        ("odd", ["2"], number("2"), False),
    ],
)
def test_a_rule_that_compares_paints_what_it_surely_holds_for(
    operator: str, formulas: list[str], cell: str, applies: bool
) -> None:
    assert fills(row(1, cell), rule("cellIs", *formulas, operator=operator)) == ["FF0000" if applies else ""]


@pytest.mark.parametrize(
    ("kind", "sought", "formula", "cell", "applies"),
    [
        ("containsText", "late", 'NOT(ISERROR(SEARCH("late",A1)))', text("Two weeks LATE"), True),
        ("containsText", "late", 'NOT(ISERROR(SEARCH("late",A1)))', text("on time"), False),
        ("containsText", "late", "NOT(ISERROR(SEARCH($F$1,A1)))", text("late"), False),
        ("containsText", "l*e", 'NOT(ISERROR(SEARCH("l*e",A1)))', text("l*e"), False),
        ("containsText", "4", 'NOT(ISERROR(SEARCH("4",A1)))', number("24"), True),
        ("containsText", "1/", 'NOT(ISERROR(SEARCH("1/",A1)))', number("43891", DAY), False),
        ("notContainsText", "late", 'ISERROR(SEARCH("late",A1))', text("on time"), True),
        ("notContainsText", "late", 'ISERROR(SEARCH("late",A1))', text("late"), False),
        ("beginsWith", "4", 'LEFT(A1,1)="4"', text("4 Complete"), True),
        ("beginsWith", "4", 'LEFT(A1,1)="4"', text("14"), False),
        ("endsWith", "plete", 'RIGHT(A1,5)="plete"', text("4 Complete"), True),
        ("endsWith", "plete", 'RIGHT(A1,5)="plete"', text("completed"), False),
        ("expression", "", 'A1="late"', text("late"), False),
        ("top10", "", "", number("9"), False),
    ],
)
def test_a_rule_that_seeks_text_paints_what_it_surely_holds_for(
    kind: str, sought: str, formula: str, cell: str, applies: bool
) -> None:
    formula = formula.replace('"', "&quot;")
    assert fills(row(1, cell), rule(kind, formula, text=sought)) == ["FF0000" if applies else ""]


def test_a_cells_own_fill_stays() -> None:
    assert fills(row(1, number("3", GREEN)), rule("cellIs", "3", operator="equal")) == ["92D050"]


@pytest.mark.parametrize(
    ("dxf", "fill"), [(RED, "FF0000"), (BOLD, ""), (MID_GREEN, "92D050"), (HATCHED, ""), (YELLOW, "FFFF00"), (99, "")]
)
def test_a_rules_solid_fill_is_its_background(dxf: int, fill: str) -> None:
    assert fills(row(1, number("3")), rule("cellIs", "3", operator="equal", dxf=dxf)) == [fill]


EQUAL = rule("cellIs", "3", operator="equal", dxf=RED, priority=2)


@pytest.mark.parametrize(
    ("before", "fill"),
    [
        (rule("cellIs", "1", operator="greaterThan", dxf=MID_GREEN, priority=1), "92D050"),
        (rule("cellIs", "1", operator="greaterThan", dxf=MID_GREEN, priority=3), "FF0000"),
        (rule("cellIs", "1", operator="greaterThan", dxf=BOLD, priority=1), "FF0000"),
        (rule("cellIs", "1", operator="greaterThan", dxf=BOLD, priority=1, stopIfTrue="1"), ""),
        (rule("expression", "MOD(ROW(),2)", dxf=MID_GREEN, priority=1), ""),
        (rule("expression", "MOD(ROW(),2)", dxf=BOLD, priority=1), "FF0000"),
        (rule("expression", "MOD(ROW(),2)", dxf=BOLD, priority=1, stopIfTrue="1"), ""),
        (rule("expression", "MOD(ROW(),2)", dxf=MID_GREEN, priority=3), "FF0000"),
        ('<cfRule type="colorScale" priority="1"/>', ""),
        ('<cfRule type="dataBar" priority="1"/>', "FF0000"),
    ],
)
def test_the_first_rule_counts_and_doubt_before_it_leaves_the_cell_alone(before: str, fill: str) -> None:
    assert fills(row(1, number("3")), EQUAL + before) == [fill]


def test_a_newer_kind_of_rule_before_it_leaves_the_cell_alone() -> None:
    newer = (
        '<extLst><ext xmlns:x14="x" xmlns:xm="y"><x14:conditionalFormattings><x14:conditionalFormatting>'
        '<x14:cfRule type="containsText" priority="1"><xm:f>Lists!A1</xm:f></x14:cfRule><xm:sqref>A1:A1</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    assert fills(row(1, number("3"), number("3")), EQUAL, newer) == ["", "FF0000"]


def test_rules_beyond_their_place_paint_nothing() -> None:
    cells = row(1, number("3")) + row(10, number("3"))
    assert fills(cells, EQUAL) == ["FF0000", ""]


def test_rules_copied_without_end_cost_no_more_than_the_plan() -> None:
    """Each of 20,000 rules over the whole sheet would be a hundred million checks: they are given up instead."""
    grid = {
        number: {1: Cell(number, 1, CellKind.NUMBER, 3, "3")}
        for number in range(1, 5_001)
    }  # fmt: skip
    span = span_of("A1:C1048576")
    assert span is not None
    rules = tuple(Rule(count, (span,), "cellIs", "equal", ("4",), fill=0) for count in range(20_000))
    start = time.process_time()
    colour_by_rules(grid, rules, ("FF0000",))
    assert time.process_time() - start < 30
    assert not any(line[1].fill for line in grid.values())
