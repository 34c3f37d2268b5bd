"""Both engines make the same of every file: the seed's, other programs', and sheets of any shape. See conftest.py too."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbook.errors import UnreadableWorkbook
from planbook.model import Sheet
from planbook.reading import expat_engine, openpyxl_engine, read
from planbook.reading import strings as strings_file
from planbook.reading.assembling import UnreadRows
from planbook.reading.plain_rows import PlainRows

from .making import MAIN, parts_of, row, sheet_part, text, zipped

SEED = Path(__file__).parents[3] / "shared" / "seed" / "workbooks"


def outcome(engine: str, data: bytes, name: str) -> tuple[Sheet, ...] | str:
    """The sheets that an engine finds; a refusal is one word."""
    try:
        return read(data, name, engine=engine).sheets
    except UnreadableWorkbook:
        return "refused"


def same_by_both(data: bytes) -> None:
    """Both engines give the same workbook, or both refuse it."""
    assert outcome("expat", data, "a.xlsx") == outcome("openpyxl", data, "a.xlsx")


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed's workbooks are not here")
def test_the_seeds_workbooks_are_the_same_by_both_engines() -> None:
    for path in sorted(SEED.glob("*.xlsx")):
        same_by_both(path.read_bytes())


def test_a_workbook_of_xlsxwriter_is_the_same_by_both_engines() -> None:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        bold, red = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ["No.", "Action", "Lead", "R&D <draft>"])
        sheet.write_rich_string(1, 0, "write to ", bold, "schools", red, " soon")
        sheet.write_formula(1, 1, "=A1&B1", None, "No.Action")
        sheet.write_array_formula(1, 2, 1, 2, "{=SUM(E1:E2)}", None, 3)
        sheet.write_string(5, 1, " kept  spaces \n")
        sheet.write_boolean(6, 1, True)
        sheet.write_url(7, 1, "https://example.org")
        sheet.set_row(8, None, None, {"hidden": True})
    same_by_both(out.getvalue())


# ------------------------------------------------------------------ sheets of any shape

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12
)
MARKED = st.sampled_from(
    ["&amp;", "&#x41;", "&#13;", "_x000D_", "_x005F_", "x005F_", "\n", "\t", " ", "", "]", "&lt;b&gt;"]
)
TEXTS = st.lists(st.one_of(WORDS.map(escape), MARKED), max_size=3).map("".join)
NUMBERS = st.one_of(
    st.integers(-(10**18), 10**18).map(str),
    st.floats().map(str),
    st.sampled_from(["1E5", "1e400", "", " 7", "x", "-", "9" * 20]),
)
CONTENTS = st.one_of(
    st.tuples(st.just(""), NUMBERS.map("<v>{}</v>".format)),
    st.tuples(st.just(' t="n"'), NUMBERS.map("<v>{}</v>".format)),
    st.tuples(st.just(' t="s"'), st.sampled_from(["0", "1", "2", "3"]).map("<v>{}</v>".format)),
    st.tuples(st.just(' t="str"'), TEXTS.map("<v>{}</v>".format)),
    st.tuples(st.just(' t="e"'), st.sampled_from(["<v>#N/A</v>", "<v>#REF!</v>", "<v/>"])),
    st.tuples(st.just(' t="b"'), st.sampled_from(["<v>1</v>", "<v>0</v>", "<v>true</v>", "<v>2</v>", "<v>no</v>"])),
    st.tuples(st.just(' t="d"'), st.sampled_from(["2021-03-04", "2021-03-04T09:30:00", "09:30:00", "soon"]).map("<v>{}</v>".format)),
    st.tuples(st.just(' t="inlineStr"'), TEXTS.map('<is><t xml:space="preserve">{}</t></is>'.format)),
    st.tuples(st.just(' t="inlineStr"'), TEXTS.map("<is><r><rPr><strike/></rPr><t>{}</t></r><r><t>b</t></r></is>".format)),
    st.tuples(st.just(""), st.sampled_from(["<f>A1+1</f><v>2</v>", "<f>A1</f>", '<f t="shared" si="0" ref="A1:D9">$A1+F$2</f><v>1</v>'])),
    st.tuples(st.just(""), st.just('<f t="shared" si="0"/><v>1</v>')),
    st.just(("", "")),
)  # fmt: skip
STYLES = st.sampled_from(["", *(f' s="{number}"' for number in (0, 1, 2, 3, 5, 6, 7, 9, 99))])


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """Rows in rising order with gaps, cells too; with and without addresses, blank rows and white space between."""
    parts = []
    number = 0
    for _ in range(draw(st.integers(0, 5))):
        number += draw(st.integers(1, 3))
        cells = []
        for column in sorted(draw(st.sets(st.integers(0, 5), max_size=5))):
            letter, (kind, inside), style = "ABCDEF"[column], draw(CONTENTS), draw(STYLES)
            cells.append(
                f'<c r="{letter}{number}"{style}{kind}>{inside}</c>' if inside else f'<c r="{letter}{number}"{style}/>'
            )
        attributes = draw(st.sampled_from(["", ' hidden="1"', ' spans="1:6"']))
        parts.append(f'<row r="{number}"{attributes}>{"".join(cells)}</row>')
    return draw(st.sampled_from(["", "\n", "<!-- odd -->"])).join(parts)


STRINGS = "<si><t>plain</t></si><si><r><rPr><strike/></rPr><t>out</t></r><r><t xml:space='preserve'> in</t></r></si><si><t>a &amp; b</t></si>"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_sheets_of_any_shape_are_the_same_by_both_engines(rows: str) -> None:
    same_by_both(zipped(parts_of(rows, strings=STRINGS)))


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_shared_texts_of_any_shape_are_the_same_by_both_engines(texts: list[str]) -> None:
    items = "".join(f'<si><t xml:space="preserve">{words}</t></si>' for words in texts)
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(texts)))
    same_by_both(zipped(parts_of(row(1, cells), strings=items)))


@settings(max_examples=200, deadline=None)
@given(sheets(), st.integers(0, 400), st.sampled_from(["<", ">", "&", '"', "</row>", "<row>", "\x0b", "<c", "x", ""]))
def test_the_short_way_for_plain_rows_and_texts_never_differs_from_the_parser(rows: str, at: int, damage: str) -> None:
    """Over damaged sheets too: it never reads on where the parser would stop."""
    at = min(at, len(rows))
    rows = rows[:at] + damage + rows[at + 1 :]
    strings = STRINGS[:at] + damage + STRINGS[at:] if at % 3 == 0 else STRINGS
    data = zipped(parts_of(rows, strings=strings))
    short = outcome("expat", data, "a.xlsx")
    with (
        patch.object(PlainRows, "cells", lambda self, piece: None),
        patch.object(strings_file, "_plain_table", lambda data: None),
    ):
        assert outcome("expat", data, "a.xlsx") == short


# ------------------------------------------------------------------ the second opinion, and what is loaded


@pytest.mark.engines_differ("one is kept from reading")
def test_where_the_default_engine_fails_over_rows_the_second_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes, name: str) -> None:
        raise UnreadRows("cannot read these rows")

    data = zipped(parts_of(row(1, text("words"))))
    monkeypatch.setattr(expat_engine, "read", fails)
    book = read(data, "a.xlsx")
    assert (book.engine, book.sheets[0].rows[1][1].text) == ("openpyxl", "words")
    monkeypatch.setattr(openpyxl_engine, "read", fails)
    with pytest.raises(UnreadableWorkbook, match="these rows") as caught:
        read(data, "a.xlsx")
    assert caught.value.place is not None
    assert caught.value.place.workbook == "a.xlsx"


@pytest.mark.engines_differ("the default one knows one prefix a sheet")
def test_a_prefix_that_changes_half_way_gets_a_second_opinion() -> None:
    part = sheet_part("").replace(
        "<sheetData></sheetData>",
        f'<sheetData><x:row xmlns:x="{MAIN}" r="1"><x:c><x:v>4</x:v></x:c></x:row></sheetData>',
    )
    parts = parts_of()
    parts["xl/worksheets/sheet1.xml"] = part
    book = read(zipped(parts), "a.xlsx")
    assert (book.engine, book.sheets[0].rows[1][1].text) == ("openpyxl", "4")


def test_reading_loads_no_heavy_package() -> None:
    path = "import sys; from planbook.reading import read; read(sys.stdin.buffer.read(), 'a.xlsx'); print(*sys.modules)"
    data = zipped(parts_of(row(1, text("words"), '<c s="1"><v>43891</v></c>')))
    done = subprocess.run([sys.executable, "-c", path], input=data, capture_output=True, check=True)
    loaded = set(done.stdout.decode().split())
    assert not loaded & {"openpyxl", "numpy", "pandas", "xlsxwriter", "dateutil", "decimal", "fractions"}
    bare = subprocess.run(
        [sys.executable, "-c", "import planbook.reading, sys; print(*sys.modules)"], capture_output=True, check=True
    )
    assert not set(bare.stdout.decode().split()) & {"planbook.reading.assembling", "openpyxl"}
