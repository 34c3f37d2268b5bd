"""A blank cell with a colour is kept where its colour can rate something, and nowhere else."""

from __future__ import annotations

import time

import pytest

from planbook.model import Sheet
from planbook.reading import read

from .making import DAY, GREEN, HATCHED, STYLES, parts_of, row, text, zipped

HEADINGS = row(1, text("Action"), text("Lead"), text("RAG"))


def plan(rows: str, **more: str) -> Sheet:
    return read(zipped(parts_of(rows, **more)), "a.xlsx").sheets[0]


def blank(address: str, style: int = GREEN) -> str:
    return f'<c r="{address}" s="{style}"/>'


def test_a_coloured_blank_beside_two_texts_under_a_heading_is_kept_and_holds_nothing() -> None:
    cell = plan(HEADINGS + row(2, text("Write"), text("Sam"), blank("C2"))).cell(2, 3)
    assert cell is not None
    assert (cell.value, cell.text, cell.fill, cell.is_blank) == (None, "", "92D050", True)


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        (row(2, text("A band of one text"), blank("C2")), ""),
        (row(2, blank("A2"), blank("B2"), blank("C2")), ""),
        (row(2, text("Write"), text(" "), blank("C2")), ""),
        (row(2, text("Write"), text("Sam"), blank("D2")), ""),
        (row(2, text("Write"), text("Sam"), blank("C2", DAY)), ""),
        (row(2, text("Write"), text("Sam"), blank("C2", HATCHED)), ""),
        (row(2, text("Write"), text("Sam"), blank("C2")), '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>'),
        (row(2, text("Write"), text("Sam"), blank("C2")), '<mergeCells><mergeCell ref="C1:C9"/></mergeCells>'),
        (row(2, text("Write"), text("Sam"), blank("C2")), '<mergeCells><mergeCell ref="C1:C1048576"/></mergeCells>'),
    ],
    ids=["one text", "no text", "white space", "no heading", "no fill", "hatched", "across", "down", "far down"],
)
def test_other_blanks_are_not_kept(rows: str, after: str) -> None:
    found = plan(HEADINGS + rows, after=after).rows.get(2, {})
    assert not [cell for cell in found.values() if cell.value is None]


def test_the_first_cell_of_a_merged_rating_is_kept() -> None:
    rows = row(2, text("Write"), text("Sam"), blank("C2")) + row(3, text("Call"), text("Jo"), blank("C3"))
    found = plan(HEADINGS + rows, after='<mergeCells><mergeCell ref="C2:C3"/></mergeCells>')
    assert (3 in found.rows[2], 3 in found.rows[3]) == (True, False)


@pytest.mark.parametrize("grey", ["FFFFFFFF", "FF000000", "FFD9D9D9", "FFF2F2F2", "FF808080", "FFE7E6E6"])
def test_white_black_and_greys_are_no_colours(grey: str) -> None:
    parts = parts_of(HEADINGS + row(2, text("Write"), text("Sam"), blank("C2")))
    parts["xl/styles.xml"] = STYLES.replace("FF92D050", grey)
    assert 3 not in read(zipped(parts), "a.xlsx").sheets[0].rows[2]


def test_a_note_on_a_coloured_blank_stands_beside_its_colour() -> None:
    parts = parts_of(HEADINGS + row(2, text("Write"), text("Sam"), blank("C2")))
    parts["xl/comments1.xml"] = (
        '<comments><commentList><comment ref="C2"><text><t>ask</t></text></comment></commentList></comments>'
    )
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="c" Type="x/comments" Target="../comments1.xml"/></Relationships>'
    )
    cell = read(zipped(parts), "a.xlsx").sheets[0].cell(2, 3)
    assert cell is not None
    assert (cell.fill, cell.note) == ("92D050", "ask")


@pytest.mark.engines_differ("measured on the default one alone")
def test_a_column_coloured_to_the_end_of_the_sheet_costs_the_time_of_its_texts() -> None:
    rows = "".join(row(number, blank(f"C{number}")) for number in range(3, 300_000))
    data = zipped(parts_of(HEADINGS + row(2, text("Write"), text("Sam"), blank("C2")) + rows))
    start = time.process_time()
    sheet = read(data, "a.xlsx").sheets[0]
    assert time.process_time() - start < 30
    assert list(sheet.rows) == [1, 2]
