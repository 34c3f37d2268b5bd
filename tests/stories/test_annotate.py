"""`planbook check --annotate`: the person's own workbook back, with notes and a list, and nothing else touched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from building import book, early_help
from desk import run, through_libreoffice
from planbook.library import check_workbook
from planbook.settings import Settings

DAY = ("--as-of", "2024-05-17")
FAULTY = """
| Every plot is let  | 1a. Walk the rows each spring | Olwen Trask {note Ask Olwen} | 31st April 2024 {note why?} | 3 On target | 2.2.24: All walked |
| Water for everyone | 2a. Mend the west pump        |                              | June 2024                   | 7 Wilting   |                    |
"""
GOOD = """
| Every plot is let | 1a. Walk the rows each spring | Olwen Trask | June 2024 | 3 On target | 2.2.24: All walked |
"""


def faulty(folder: Path, text: str = FAULTY, title: str = "Action plan") -> Path:
    path = folder / "plan.xlsx"
    path.write_bytes(book({title: early_help(text), "Notes & more": "Kept as it is"}))
    return path


def annotated(path: Path, *words: object) -> Path:
    out = path.with_name("out.xlsx")
    assert run("check", path, *DAY, "--annotate", "-o", out, "--quiet", *words) in (0, 1)
    return out


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    """The workbook with its parts changed, as another program might have written them."""
    old = parts(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in old.items():
            archive.writestr(name, change(name, content))


def notes(path: Path, sheet: str = "Action plan") -> dict[str, str]:
    return {c.coordinate: c.comment.text for row in load_workbook(path)[sheet].iter_rows() for c in row if c.comment}


def faults(path: Path) -> list:
    from datetime import date

    return list(check_workbook(path, Settings(date(2024, 5, 17))).findings)


def test_every_other_part_is_the_same_byte_for_byte(tmp_path) -> None:
    path = faulty(tmp_path)
    before, after = parts(path), parts(annotated(path))
    assert {name for name in before if before[name] != after[name]} == {
        *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"),
        *("xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
    }
    assert set(after) - set(before) == {"xl/worksheets/planbook1.xml"}


def test_a_sheet_without_notes_gets_one_reference_and_is_else_the_same(tmp_path) -> None:
    path = faulty(tmp_path, re.sub(r" \{note [^}]*\}", "", FAULTY))
    before, after = parts(path), parts(annotated(path))
    sheet = "xl/worksheets/sheet1.xml"
    assert re.sub(rb"<legacyDrawing [^>]*/>", b"", after[sheet]) == before[sheet]
    assert set(after) - set(before) == {
        *("xl/worksheets/planbook1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
        "xl/worksheets/_rels/sheet1.xml.rels",
    }
    assert {name for name in before if before[name] != after[name]} == {
        *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", sheet),
    }


def test_each_faulty_cell_has_a_note_and_the_others_keep_theirs(tmp_path) -> None:
    path = faulty(tmp_path)
    found = notes(annotated(path))
    expected = {f.place.cell for f in faults(path) if f.place.cell and f.code not in ("T005", "S007")}
    assert found.keys() == expected | {"C4"}
    assert found["C4"] == "Ask Olwen"
    assert found["D4"].startswith("why?\n\nplanbook T003: ")


def test_the_list_names_every_fault_and_leads_to_its_cell(tmp_path) -> None:
    path = faulty(tmp_path, title="Plan's own")
    sheet = load_workbook(annotated(path))["planbook"]
    rows = {row[0].row: [c.value for c in row] for row in sheet.iter_rows(min_row=5)}
    assert [row[2] for row in rows.values()] == [f.code for f in faults(path)]
    for number, finding in zip(rows, faults(path), strict=True):
        if finding.place.cell:
            assert sheet.cell(number, 1).hyperlink.location == f"'Plan''s own'!{finding.place.cell}"


def test_the_words_of_the_workbook_are_the_same(tmp_path) -> None:
    path = faulty(tmp_path)
    old, new = load_workbook(path), load_workbook(annotated(path))
    assert new.sheetnames == [*old.sheetnames, "planbook"]
    for sheet in old:
        assert [[c.value for c in row] for row in sheet] == [[c.value for c in row] for row in new[sheet.title]]


def test_libreoffice_opens_it_with_every_note_and_link(tmp_path) -> None:
    out = annotated(faulty(tmp_path))
    again = through_libreoffice(out, tmp_path)
    assert {cell: text.split() for cell, text in notes(again).items()} == {
        cell: text.split() for cell, text in notes(out).items()
    }
    assert load_workbook(again)["planbook"]["A5"].hyperlink is not None


def test_excel_table_and_what_else_stands_behind_the_boxes_stays_behind(tmp_path) -> None:
    path = faulty(tmp_path, re.sub(r" \{note [^}]*\}", "", FAULTY))
    rewritten(
        path, lambda n, c: c.replace(b"</worksheet>", b'<tableParts count="0"/></worksheet>') if "sheet1" in n else c
    )
    sheet = parts(annotated(path))["xl/worksheets/sheet1.xml"]
    assert sheet.index(b"<legacyDrawing") < sheet.index(b"<tableParts")


PREFIXED = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/sharedStrings.xml")


@pytest.mark.parametrize("with_own_notes", [True, False])
def test_a_workbook_whose_elements_have_prefixes_is_annotated_with_them(with_own_notes, tmp_path) -> None:
    path = faulty(tmp_path, FAULTY if with_own_notes else re.sub(r" \{note [^}]*\}", "", FAULTY))
    plain = notes(annotated(path))

    def prefixed(name: str, content: bytes) -> bytes:
        if name not in PREFIXED:
            return content
        return re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", content).replace(b" xmlns=", b" xmlns:x=", 1)

    rewritten(path, prefixed)
    assert notes(annotated(path)) == plain


def test_a_note_of_one_plain_text_keeps_it(tmp_path) -> None:
    path = faulty(tmp_path)
    plain = rb"<text><t>why?</t></text>"
    rewritten(
        path,
        lambda n, c: re.sub(rb"<text><r>(?:(?!</text>).)*why\?</t></r></text>", plain, c) if "comments" in n else c,
    )
    assert plain in parts(path)["xl/comments1.xml"]
    assert notes(annotated(path))["D4"].startswith("why?\n\nplanbook T003: ")


def test_a_conversation_is_left_alone_and_listed(tmp_path) -> None:
    path = faulty(tmp_path)
    rewritten(
        path,
        lambda n, c: (
            re.sub(rb"<author>[^<]*</author>|<author/>", b"<author>tc={1}</author>", c) if "comments" in n else c
        ),
    )
    out = annotated(path)
    assert notes(out)["D4"] == "why?"
    assert "T003" in {row[2].value for row in load_workbook(out)["planbook"].iter_rows(min_row=5)}


def test_a_second_annotation_gets_a_list_of_another_name(tmp_path) -> None:
    first = annotated(faulty(tmp_path))
    again = first.with_name("plan again.xlsx")
    again.write_bytes(first.read_bytes())
    assert load_workbook(annotated(again)).sheetnames[-2:] == ["planbook", "planbook 2"]


def test_a_workbook_without_a_fault_says_so(tmp_path) -> None:
    path = faulty(tmp_path, GOOD)
    assert faults(path) == []
    out = annotated(path)
    assert notes(out) == {}
    assert load_workbook(out)["planbook"]["A5"].value == "Nothing is wrong."


def test_the_same_workbook_gives_the_same_bytes(tmp_path) -> None:
    path = faulty(tmp_path)
    assert annotated(path).read_bytes() == annotated(path).read_bytes()


def test_the_copy_stands_beside_the_input_which_is_never_changed(tmp_path, capsys) -> None:
    path = faulty(tmp_path)
    before = path.read_bytes()
    assert run("check", path, *DAY, "--annotate", "--quiet") == 1
    copy = tmp_path / "plan checked.xlsx"
    assert "planbook" in load_workbook(copy).sheetnames
    there = copy.read_bytes()
    assert run("check", path, *DAY, "--annotate", "--quiet") == 2
    assert "is there already" in capsys.readouterr().err
    assert run("check", path, *DAY, "--annotate", "-o", path) == 2
    assert (copy.read_bytes(), path.read_bytes()) == (there, before)


@pytest.mark.parametrize("words", [("-o", "x.xlsx"), ("second.xlsx", "--annotate", "-o", "x.xlsx")])
def test_words_that_do_not_go_together_are_refused(words, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    path = faulty(tmp_path)
    (tmp_path / "second.xlsx").write_bytes(path.read_bytes())
    assert run("check", path, *words, *DAY) == 2
    assert "-o names" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()


def test_a_file_that_is_no_workbook_is_named(tmp_path, capsys) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"PK\x03\x04 torn")
    assert run("check", path, *DAY, "--annotate") == 2
    assert "plan.xlsx cannot be annotated" in capsys.readouterr().err


def test_what_openpyxl_saved_is_annotated_too(tmp_path) -> None:
    path = faulty(tmp_path)
    plain = notes(annotated(path))
    saved = io.BytesIO()
    load_workbook(path).save(saved)
    path.write_bytes(saved.getvalue())
    assert notes(annotated(path)).keys() == plain.keys()


@pytest.mark.parametrize("again", [False, True])
def test_an_annotated_copy_that_comes_back_is_the_return_alone(again, tmp_path, capsys) -> None:
    """People put their plan right in the copy and send that: the list is no plan, and our notes are not their words."""
    import json

    path = faulty(tmp_path)
    reports = []
    for name, returned in (("plain", path), ("annotated", annotated(path))):
        root = tmp_path / name
        for folder in ("issued", "returns"):
            (root / folder).mkdir(parents=True)
        (root / "issued" / "plan.xlsx").write_bytes(
            book({"Action plan": early_help(GOOD), "Notes & more": "Kept as it is"})
        )
        back = through_libreoffice(returned, tmp_path / f"{name} saved") if again else returned
        (root / "returns" / "plan.xlsx").write_bytes(back.read_bytes())
        capsys.readouterr()
        run("merge", root, *DAY, "--format", "json")
        reports.append(json.loads(capsys.readouterr().out))
    assert reports[0]["cells"]["unaccounted"] == 0
    assert reports[0] == reports[1]


def test_what_somebody_typed_beside_the_list_is_not_lost(tmp_path) -> None:
    from planbook.reading import read
    from planbook.tables.annotations import without_annotations

    out = annotated(faulty(tmp_path))
    opened = load_workbook(out)
    opened["planbook"]["H5"] = "I do not agree"
    opened["planbook"]["A40"] = "Ring me"
    opened.save(out)
    sheet = without_annotations(read(out.read_bytes(), "out.xlsx")).sheet("planbook")
    assert sheet is not None
    assert [c.text for cells in sheet.rows.values() for c in cells.values()] == ["I do not agree", "Ring me"]
