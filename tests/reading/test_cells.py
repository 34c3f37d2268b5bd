"""What stands in the cells of a workbook, as it was typed and as it is shown."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from planbook.model import Cell, CellKind, Sheet
from planbook.reading import read

from .making import (
    AUTOMATIC,
    CLOCK,
    DAY,
    GREEN,
    HATCHED,
    HOURS,
    INDEXED,
    MONTH,
    PERCENT,
    STRUCK,
    THEMED,
    parts_of,
    row,
    text,
    zipped,
)  # fmt: skip


def plan(rows: str, **more: str) -> Sheet:
    """The one sheet of a workbook with these rows."""
    return read(zipped(parts_of(rows, **more)), "returns/a.xlsx").sheets[0]


def first(cell: str, **more: str) -> Cell:
    """A1 of a sheet, which has to hold something."""
    found = plan(row(1, cell), **more).cell(1, 1)
    assert found is not None
    return found


NUMBERS = [
    ("4.1", 0, CellKind.NUMBER, 4.1, "4.1"),
    ("3.0", 0, CellKind.NUMBER, 3.0, "3"),
    ("12", 0, CellKind.NUMBER, 12, "12"),
    ("1E-5", 0, CellKind.NUMBER, 1e-5, "0.00001"),
    ("0.35", PERCENT, CellKind.NUMBER, 0.35, "35%"),
    ("43891", DAY, CellKind.DATE, date(2020, 3, 1), "01/03/2020"),
    ("43891", MONTH, CellKind.DATE, date(2020, 3, 1), "Mar-20"),
    ("43891.5", DAY, CellKind.DATE, datetime(2020, 3, 1, 12), "01/03/2020"),
    ("0.375", CLOCK, CellKind.DATE, time(9), "9:00"),
    ("1.25", HOURS, CellKind.DATE, timedelta(hours=30), "30:00"),
    ("60", DAY, CellKind.NUMBER, 60, "60"),
    ("0", DAY, CellKind.NUMBER, 0, "0"),
    ("-5", DAY, CellKind.NUMBER, -5, "-5"),
    ("2958466", DAY, CellKind.NUMBER, 2958466, "2958466"),
    ("1E+300", MONTH, CellKind.NUMBER, 1e300, "1E+300"),
    ("9" * 400, DAY, CellKind.TEXT, "9" * 400, "9" * 400),
    ("about 12", 0, CellKind.TEXT, "about 12", "about 12"),
]


@pytest.mark.parametrize(("stored", "style", "kind", "value", "shown"), NUMBERS)
def test_a_number_is_what_its_format_makes_of_it_and_never_raises(
    stored: str, style: int, kind: CellKind, value: object, shown: str
) -> None:
    cell = first(f'<c r="A1" s="{style}"><v>{stored}</v></c>')
    assert (cell.kind, cell.value, cell.text) == (kind, value, shown)
    assert type(cell.value) is type(value)


@pytest.mark.parametrize(
    ("inside", "kind", "value", "shown"),
    [
        ('t="b"><v>1</v>', CellKind.BOOLEAN, True, "TRUE"),
        ('t="b"><v>false</v>', CellKind.BOOLEAN, False, "FALSE"),
        ('t="e"><v>#N/A</v>', CellKind.ERROR, "#N/A", "#N/A"),
        ('t="e"><v>#SPILL!</v>', CellKind.ERROR, "#SPILL!", "#SPILL!"),
        ('t="d"><v>2021-03-04</v>', CellKind.DATE, date(2021, 3, 4), "2021-03-04"),
        ('t="d"><v>2021-02-30</v>', CellKind.TEXT, "2021-02-30", "2021-02-30"),
        ('t="str"><v>worked out</v>', CellKind.TEXT, "worked out", "worked out"),
    ],
)
def test_each_type_of_cell_has_its_kind(inside: str, kind: CellKind, value: object, shown: str) -> None:
    cell = first(f'<c r="A1" {inside}</c>')
    assert (cell.kind, cell.value, cell.text) == (kind, value, shown)


def test_days_of_1904_are_the_right_days() -> None:
    cell = first(f'<c r="A1" s="{DAY}"><v>42369</v></c>', book='<workbookPr date1904="1"/>')
    assert (cell.value, cell.text) == (date(2020, 1, 1), "01/01/2020")


@pytest.mark.parametrize(
    "words",
    [
        "=see minutes",
        "+2 audits",
        "- agreed",
        "@home",
        "https://example.org",
        "internal:x",
        "None",
        "NA",
        "N/A",
        "007",
        "#N/A",
        " ",
        "1-2",
        "TRUE",
        "=1+1",
    ],
)
def test_text_in_is_the_same_text_out_and_never_anything_else(words: str) -> None:
    for cell in (first(text(words)), first('<c t="s"><v>0</v></c>', strings=f"<si><t>{words}</t></si>")):
        assert (cell.kind, cell.value, cell.text, cell.formula, cell.link) == (CellKind.TEXT, words, words, "", "")


@pytest.mark.parametrize("where", ["shared", "inline"])
@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("a_x000D_\nb", "a\nb"),
        ("a_x000B_b", "a\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("a&#13;b", "a\nb"),
        ("\U0001f600 İ", "\U0001f600 İ"),
        ("x005F_ code", "x005F_ code"),
    ],
)
def test_escapes_are_decoded_once_wherever_a_text_stands(where: str, stored: str, typed: str) -> None:
    cell = (
        first('<c t="s"><v>0</v></c>', strings=f"<si><t>{stored}</t></si>")
        if where == "shared"
        else first(text(stored))
    )
    assert cell.text == typed


def test_phonetic_guides_are_not_read_aloud() -> None:
    assert (
        first('<c t="s"><v>0</v></c>', strings='<si><t>words</t><rPh sb="0" eb="1"><t>ruby</t></rPh></si>').text
        == "words"
    )


RUNS = "<r><rPr><strike/></rPr><t>by May</t></r><r><rPr><strike val='0'/><b/></rPr><t> by June</t></r>"


@pytest.mark.parametrize("where", ["shared", "inline"])
def test_struck_runs_are_kept_beside_the_live_text(where: str) -> None:
    if where == "shared":
        cell = first('<c t="s"><v>0</v></c>', strings=f"<si>{RUNS}</si>")
    else:
        cell = first(f'<c t="inlineStr"><is>{RUNS}</is></c>')
    assert (cell.text, cell.struck, cell.value) == (" by June", "by May", "by May by June")


def test_a_cell_struck_out_whole_has_no_live_text() -> None:
    cell = first(f'<c r="A1" s="{STRUCK}" t="str"><v>by May</v></c>')
    assert (cell.text, cell.struck, cell.value) == ("", "by May", "by May")
    assert not cell.is_blank
    number = first(f'<c r="A1" s="{STRUCK}"><v>4.1</v></c>')
    assert (number.text, number.struck, number.value) == ("", "4.1", 4.1)


def test_a_broken_font_of_a_run_costs_nothing() -> None:
    runs = '<r><rPr><sz val="big"/><odd/></rPr><t>words</t></r>'
    assert first('<c t="s"><v>0</v></c>', strings=f"<si>{runs}</si>").text == "words"


@pytest.mark.parametrize(
    ("style", "colour"),
    [(0, ""), (GREEN, "92D050"), (THEMED, "E46C0A"), (INDEXED, "FF0000"), (HATCHED, ""), (AUTOMATIC, ""), (999, "")],
)
def test_a_solid_fill_is_resolved_and_nothing_else_is_one(style: int, colour: str) -> None:
    cell = first(f'<c r="A1" s="{style}"><v>3</v></c>')
    assert len(cell.fill) == len(colour)
    assert all(
        abs(int(cell.fill[at : at + 2], 16) - int(colour[at : at + 2], 16)) <= 1 for at in range(0, len(colour), 2)
    )


def test_a_formula_shows_its_stored_result_and_its_words() -> None:
    cell = first('<c r="A1"><f>1+2</f><v>3</v></c>')
    assert (cell.kind, cell.value, cell.text, cell.formula) == (CellKind.NUMBER, 3, "3", "1+2")


@pytest.mark.parametrize("result", ["", "<v/>", "<v></v>"])
def test_a_formula_without_a_stored_result_is_no_blank(result: str) -> None:
    cell = first(f'<c r="A1" s="{DAY}"><f>TODAY()</f>{result}</c>')
    assert (cell.kind, cell.value, cell.text, cell.formula) == (CellKind.UNCALCULATED, None, "", "TODAY()")


def test_a_formula_whose_result_is_no_words_was_calculated() -> None:
    cell = first('<c r="A1" t="str"><f>""</f><v></v></c>')
    assert (cell.kind, cell.value, cell.text) == (CellKind.TEXT, "", "")


def test_formulas_that_are_shared_arrays_or_beyond_openpyxl_are_still_told() -> None:
    sheet = plan(
        row(
            1,
            '<c r="A1"><f t="shared" si="0" ref="A1:A2">B1*2</f><v>2</v></c>',
            '<c r="C1"><f t="array" ref="C1">SUM(B1:B2)</f><v>3</v></c>',
        )
        + row(
            2,
            '<c r="A2"><f t="shared" si="0"/><v>4</v></c>',
            '<c r="C2"><f t="dataTable" ref="C2" r1="A1"/><v>5</v></c>',
        )
        + row(3, '<c r="A3" t="e"><f>cmd|\' /c calc\'!A0</f><v>#REF!</v></c>')
    )
    assert [cell.formula for cells in sheet.rows.values() for cell in cells.values()] == [
        "B1*2",
        "SUM(B1:B2)",
        "B2*2",
        "TABLE()",
        "cmd|' /c calc'!A0",
    ]
    assert sheet.rows[3][1].kind is CellKind.ERROR


def test_an_array_formulas_words_have_no_equals_sign() -> None:
    assert first('<c r="A1"><f t="array" ref="A1">=SUM(B1:B2)</f><v>3</v></c>').formula == "SUM(B1:B2)"


def test_cells_with_style_alone_are_not_kept() -> None:
    sheet = plan(
        row(1, f'<c r="A1" s="{GREEN}"/>', '<c r="B1"><v>1</v></c>', '<c r="C1" t="s"><v>0</v></c>'),
        strings="<si><t/></si>",
    )
    assert list(sheet.rows[1]) == [2]


def test_an_empty_style_is_the_default_and_an_empty_address_the_next() -> None:
    assert first('<c r="A1" s=""><v>1</v></c>').text == "1"
    assert first('<c r=""><f t="shared" si="0" ref="A1:A2">B1</f><v>1</v></c>').formula == "B1"


def test_text_is_read_whole_beyond_what_excel_holds() -> None:
    words = "word " * 8_000
    assert first(text(words)).text == words
