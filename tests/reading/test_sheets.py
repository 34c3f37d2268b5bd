"""Workbooks of every make: read in full, or refused with the part and what to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from planbook.errors import UnreadableWorkbook
from planbook.model import Span, Workbook
from planbook.reading import ENGINES, grid, read

from .making import DAY, GREEN, MAIN, REL, STRICT_MAIN, parts_of, rels, row, sheet_part, text, zipped

NAME = "returns/a.xlsx"
Parts = dict[str, str | bytes]


def opened(parts: Parts) -> Workbook:
    """The workbook of these parts."""
    return read(zipped(parts), NAME)


def texts(book: Workbook) -> list[str]:
    """Every text of a workbook in order."""
    return [cell.text for sheet in book.sheets for cells in sheet.rows.values() for cell in cells.values()]


def refused(parts: Parts) -> str:
    """What is said where these parts are refused."""
    with pytest.raises(UnreadableWorkbook) as caught:
        opened(parts)
    assert caught.value.place is not None
    assert caught.value.place.workbook == NAME
    return str(caught.value)


def test_a_book_made_by_openpyxl_is_read_with_all_that_it_has() -> None:
    from io import BytesIO

    from openpyxl import Workbook as Book
    from openpyxl.comments import Comment

    book = Book()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Action Plan"
    sheet["A1"], sheet["A2"], sheet["B2"] = "Plan for fathers", "Write to schools", "Sam Field"
    sheet.merge_cells("A1:C1")
    sheet["B2"].comment = Comment("ask Sam", "Jo")
    sheet["A2"].hyperlink = "https://example.org/x"
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    book.create_chartsheet("Chart")
    book.create_sheet("Lists").sheet_state = "veryHidden"
    book.create_sheet("Old").sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    found = read(out.getvalue(), NAME)
    assert (found.name, found.engine, found.active) == (NAME, "expat", ())
    assert [(sheet.title, sheet.hidden) for sheet in found.sheets] == [
        ("Action Plan", False),
        ("Lists", True),
        ("Old", True),
    ]
    plan = found.sheets[0]
    assert plan.merges == (Span(1, 1, 1, 3),)
    assert (plan.widths[1], plan.hidden_rows, plan.hidden_columns) == (30, {2}, {2})
    assert [(cell.text, cell.note, cell.link) for cell in plan.rows[2].values()] == [
        ("Write to schools", "", "https://example.org/x"),
        ("Sam Field", "ask Sam", ""),
    ]


def test_text_under_a_merge_is_kept() -> None:
    book = opened(
        parts_of(
            row(1, text("Objective")) + row(2, text("hidden words")),
            after='<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
        )
    )
    assert texts(book) == ["Objective", "hidden words"]
    assert book.sheets[0].merges == (Span(1, 1, 2, 1),)


def test_strict_workbooks_are_read_in_full() -> None:
    parts = parts_of(
        row(1, '<c t="s"><v>0</v></c>', f'<c t="d" s="{DAY}"><v>2021-03-04</v></c>'),
        strings="<si><t>words</t></si>",
        main=STRICT_MAIN,
    )
    assert texts(opened(parts)) == ["words", "04/03/2021"]


def test_prefixed_elements_are_read_in_full() -> None:
    parts = parts_of(strings="<si><t>x</t></si>")
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="1" max="1" width="9" hidden="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>'
        f'<x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>'
    )
    book = opened(parts)
    assert texts(book) == ["x", "2"]
    assert book.sheets[0].rows[1][2].formula == "1+1"
    assert (book.sheets[0].merges, book.sheets[0].hidden_columns) == ((Span(1, 1, 2, 2),), {1})


@pytest.mark.engines_differ("openpyxl knows the two usual namespaces alone")
def test_cells_in_an_unknown_namespace_are_read_or_refused_but_never_taken_for_blank() -> None:
    data = zipped(parts_of(row(1, text("words")), main="http://example.org/other"))
    assert texts(read(data, NAME)) == ["words"]
    with pytest.raises(UnreadableWorkbook, match="cannot be read"):
        read(data, NAME, engine="openpyxl")


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "Worksheets/SHEET1.xml"])
def test_parts_are_found_however_they_are_named(target: str) -> None:
    parts = parts_of(row(1, text("words")))
    parts["xl/_rels/workbook.xml.rels"] = rels(("s1", f"{REL}/worksheet", target))
    assert texts(opened(parts)) == ["words"]


def test_a_workbook_part_anywhere_is_found_by_reference_or_type() -> None:
    parts = parts_of(row(1, text("words")))
    moved = {name.replace("xl/", "other/"): part for name, part in parts.items()}
    moved["_rels/.rels"] = rels(("1", f"{REL}/officeDocument", "/other/workbook.xml"))
    assert texts(opened(moved)) == ["words"]
    del moved["_rels/.rels"]
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    moved["[Content_Types].xml"] = f'<Types><Override PartName="/other/workbook.xml" ContentType="{kind}"/></Types>'
    assert texts(opened(moved)) == ["words"]


def test_no_styles_theme_properties_or_shared_texts_are_needed() -> None:
    parts = parts_of(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row><c t="inlineStr"><is><t>b</t></is></c></row>'
    )
    del parts["xl/styles.xml"], parts["[Content_Types].xml"]
    book = opened(parts)
    assert texts(book) == ["a", "1", "b"]
    assert list(book.sheets[0].rows) == [1, 2]


def test_parts_of_utf_16_are_read() -> None:
    parts = parts_of(row(1, text("café")))
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        parts[name] = ('<?xml version="1.0" encoding="UTF-16"?>' + str(parts[name])).encode("utf-16")
    assert texts(opened(parts)) == ["café"]


def test_what_surrounds_the_cells_may_be_broken() -> None:
    """Wrong dimension, views, validations, extensions, names, core dates: none of them is a plan."""
    before = '<dimension ref="A1:B900000"/><sheetViews><sheetView workbookViewId="x" zoomScale="lots"/></sheetViews><cols><col min="x"/></cols>'
    after = '<dataValidations><dataValidation type="nonsense"/></dataValidations><mergeCells><mergeCell ref="??"/></mergeCells><pageSetup scale="big"/><extLst><ext uri="odd"/></extLst>'
    parts = parts_of(
        row(1, text("words")),
        before=before,
        after=after,
        book='<workbookPr/><definedNames><definedName name="x">#REF!!</definedName></definedNames>',
    )
    parts["docProps/core.xml"] = "<coreProperties><created>yesterday</created></coreProperties>"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels(("d", f"{REL}/drawing", "../drawings/missing.xml"))
    assert texts(opened(parts)) == ["words"]


def test_broken_styles_cost_no_words() -> None:
    parts = parts_of(row(1, f'<c r="A1" s="{GREEN}" t="str"><v>words</v></c>'))
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt/></numFmts><fonts><font><sz val="x"/></font></fonts><fills><fill/></fills><cellXfs><xf fillId="99" fontId="-1" numFmtId="x"/></cellXfs></styleSheet>'
    )
    assert texts(opened(parts)) == ["words"]


# ------------------------------------------------------------------ refused, never read on as if blank


def test_a_shared_text_beyond_the_table_is_refused_naming_part_and_cell() -> None:
    for number in ("7", "-1", "x"):
        parts = parts_of(row(4, f'<c r="C4" t="s"><v>{number}</v></c>'), strings="<si><t>a</t></si>")
        said = refused(parts)
        assert "xl/worksheets/sheet1.xml" in said
        assert "C4" in said


def test_a_missing_sheet_part_is_refused_naming_it() -> None:
    parts = parts_of()
    del parts["xl/worksheets/sheet1.xml"]
    assert "xl/worksheets/sheet1.xml is missing" in refused(parts)


def test_a_sheet_whose_reference_is_missing_is_refused_by_its_title() -> None:
    parts = parts_of()
    parts["xl/_rels/workbook.xml.rels"] = rels()
    assert "'Plan'" in refused(parts)


def test_a_sheet_that_is_listed_and_stands_nowhere_is_listed() -> None:
    parts = parts_of(row(1, text("words")))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>", '<sheet name="Gone" sheetId="2" r:id=""/></sheets>'
    )
    assert opened(parts).active == ("sheet that is listed and not in the file: Gone",)


@pytest.mark.parametrize(
    "name",
    [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
    ],
)
@pytest.mark.parametrize("damage", ["", "<a>", "cut", "&nbsp;"])
def test_malformed_xml_is_refused_naming_the_part(name: str, damage: str) -> None:
    parts = parts_of(row(1, text("words")), strings="<si><t>a</t></si>")
    whole = str(parts[name])
    parts[name] = {"cut": whole[: len(whole) * 2 // 3], "&nbsp;": whole.replace(">", ">&nbsp;", 1)}.get(damage, damage)
    assert name in refused(parts)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="1"><c r="??"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
    ],
)
def test_an_address_or_style_that_is_none_is_refused(rows: str) -> None:
    assert "xl/worksheets/sheet1.xml" in refused(parts_of(rows))


def test_a_root_without_a_name_is_refused() -> None:
    parts = parts_of(row(1, text("words")))
    parts["xl/worksheets/sheet1.xml"] = "<><sheetData><row/></sheetData></>"
    assert "xl/worksheets/sheet1.xml" in refused(parts)


def test_a_workbook_without_a_sheet_is_refused() -> None:
    parts = parts_of()
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}"/>'
    assert "lists no sheets" in refused(parts)


def test_a_workbook_without_a_workbook_part_is_refused_naming_it() -> None:
    parts = parts_of()
    del parts["xl/workbook.xml"]
    assert "xl/workbook.xml" in refused(parts)


def test_more_cells_than_any_return_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_CELLS", 3)
    rows = "".join(row(number, text("x")) for number in (1, 2, 3))
    assert len(texts(opened(parts_of(rows)))) == 3
    assert "'Plan'" in refused(parts_of(rows + row(4, text("x"))))


# ------------------------------------------------------------------ notes, links, hidden rows, size


def noted(comments: str, threads: str = "") -> Workbook:
    parts = parts_of(row(1, text("words")))
    parts["xl/comments1.xml"] = f'<comments xmlns="{MAIN}"><authors/><commentList>{comments}</commentList></comments>'
    thread = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    lines = [("c", f"{REL}/comments", "../comments1.xml")]
    if threads:
        parts["xl/threadedComments/threadedComment1.xml"] = (
            f'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">{threads}</ThreadedComments>'
        )
        lines.append(("t", thread, "../threadedComments/threadedComment1.xml"))
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels(*lines)
    return opened(parts)


def test_notes_stand_with_their_cells_and_one_on_an_empty_cell_is_not_lost() -> None:
    book = noted(
        '<comment ref="A1"><text><r><t>Jo: </t></r><r><t>ask Sam</t></r></text></comment><comment ref="C5"><text><t>lonely</t></text></comment>'
    )
    assert book.sheets[0].rows[1][1].note == "Jo: ask Sam"
    lonely = book.sheets[0].rows[5][3]
    assert (lonely.note, lonely.value, lonely.text, lonely.is_blank) == ("lonely", None, "", True)


STANDS_IN = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment.\n\nComment:\n    is this done?"


def test_a_thread_is_read_as_its_comments_in_order() -> None:
    note = f'<comment ref="A1"><text><t>{STANDS_IN}</t></text></comment>'
    threads = '<threadedComment ref="A1"><text>is this done?</text></threadedComment><threadedComment ref="A1"><text>yes</text></threadedComment>'
    assert noted(note, threads).sheets[0].rows[1][1].note == "is this done?\nyes"
    assert noted(note).sheets[0].rows[1][1].note == "is this done?"


def test_links_are_told_with_their_targets_and_make_no_text() -> None:
    after = '<hyperlinks><hyperlink ref="A1" r:id="h"/><hyperlink ref="B1:B1048576" location="Other!A1"/><hyperlink ref="D1" r:id="h"/></hyperlinks>'
    parts = parts_of(row(1, text("a"), text("b"), text("c")), after=after)
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels(("h", f"{REL}/hyperlink", "file:///c:/x.exe", "External"))
    book = opened(parts)
    assert [cell.link for cell in book.sheets[0].rows[1].values()] == ["file:///c:/x.exe", "#Other!A1", ""]
    assert texts(book) == ["a", "b", "c"]
    assert book.active == ("hyperlink: file:///c:/x.exe",)


def test_rows_that_a_filter_hides_are_read_and_said_to_be_hidden() -> None:
    rows = (
        row(1, text("RAG"))
        + f'<row r="2" hidden="1">{text("Green")}</row><row r="3" hidden="false">{text("Red")}</row>'
    )
    book = opened(parts_of(rows, after='<autoFilter ref="A1:A3"><filterColumn colId="0"/></autoFilter>'))
    assert texts(book) == ["RAG", "Green", "Red"]
    assert book.sheets[0].hidden_rows == {2}


def test_columns_to_the_end_of_the_sheet_count_as_far_as_cells_go() -> None:
    book = opened(
        parts_of(row(1, text("a"), text("b")), before='<cols><col min="2" max="16384" width="9.5" hidden="1"/></cols>')
    )
    assert (book.sheets[0].widths, book.sheets[0].hidden_columns) == ({2: 9.5}, {2})


def test_rows_and_columns_come_in_order_whatever_the_file_does() -> None:
    book = opened(
        parts_of(row(9, '<c r="C9"><v>4</v></c>', '<c r="A9"><v>3</v></c>') + row(2, '<c r="B2"><v>1</v></c>'))
    )
    assert [(number, list(cells)) for number, cells in book.sheets[0].rows.items()] == [(2, [2]), (9, [1, 3])]


def test_a_cell_in_the_far_corner_costs_nothing() -> None:
    assert list(opened(parts_of(row(1048576, '<c r="XFD1048576"><v>1</v></c>'))).sheets[0].rows[1048576]) == [16384]


@pytest.mark.engines_differ("measured on the default one alone")
def test_a_million_rows_of_formatting_take_the_time_of_the_real_ones() -> None:
    rows = row(1, text("words")) + "".join(
        f'<row r="{number}" s="7" customFormat="1"><c r="A{number}" s="7"/></row>' for number in range(2, 300_000)
    )
    data = zipped(parts_of(rows + row(300_000, text("last"))))
    start = time.process_time()
    book = read(data, NAME)
    assert time.process_time() - start < 40
    assert texts(book) == ["words", "last"]
    assert list(book.sheets[0].rows) == [1, 300_000]


def test_rows_without_numbers_are_counted_even_where_some_are_empty() -> None:
    book = opened(
        parts_of(f'<row r="1"><c r="A1" s="7"/></row><row>{text("second")}</row><row/><row>{text("fourth")}</row>')
    )
    assert list(book.sheets[0].rows) == [2, 4]


def test_an_engine_that_nobody_has_is_said_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="openpyxl"):
        read(zipped(parts_of()), NAME, engine="abacus")
    assert [read(zipped(parts_of()), NAME, engine=name).engine for name in ENGINES] == list(ENGINES)
    assert read(zipped(parts_of()), NAME).engine == "expat"


SEED = Path(__file__).parents[3] / "shared" / "seed" / "workbooks"


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed's workbooks are not here")
def test_the_seeds_workbooks_are_read_whole() -> None:
    """Against openpyxl's own loader: the same cells, and the same text where it is text."""
    from openpyxl import load_workbook

    for path in sorted(SEED.glob("*.xlsx")):
        ours = read(path.read_bytes(), path.name)
        for sheet, theirs in zip(ours.sheets, load_workbook(path).worksheets, strict=True):
            cells = {
                (cell.row, cell.column): cell.value
                for line in theirs.iter_rows()
                for cell in line
                if cell.value not in (None, "")
            }
            assert {(r, c) for r, line in sheet.rows.items() for c in line} == set(cells)
            for (r, c), value in cells.items():
                cell = sheet.cell(r, c)
                assert cell is not None
                assert not isinstance(value, str) or cell.text == value.replace("\r\n", "\n")
            assert {(m.top, m.left, m.bottom, m.right) for m in sheet.merges} == {
                (m.min_row, m.min_col, m.max_row, m.max_col) for m in theirs.merged_cells.ranges
            }


def test_the_part_of_a_sheet_without_rows_is_an_empty_sheet() -> None:
    parts = parts_of()
    parts["xl/worksheets/sheet1.xml"] = sheet_part("").replace("<sheetData></sheetData>", "<sheetData/>")
    assert opened(parts).sheets[0].rows == {}
