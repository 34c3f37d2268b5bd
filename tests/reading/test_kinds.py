"""What kind of file some bytes are, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.errors import UnreadableWorkbook
from planbook.reading import read
from planbook.reading.kinds import Kind, kind_of

from .making import parts_of, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams: str) -> bytes:
    """An OLE file's head and a directory with these streams in it, each entry 128 bytes."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams))
    return OLE.ljust(512, b"\x00") + entries


WORKBOOK = zipped(parts_of())
FILES = [
    (b"", Kind.EMPTY),
    (b"\x00" * 300, Kind.NOTHING_BUT_NOUGHTS),
    (ole("EncryptionInfo", "EncryptedPackage"), Kind.ENCRYPTED),
    (ole("Workbook"), Kind.OLD_EXCEL),
    (ole("Book"), Kind.OLD_EXCEL),
    (ole("Workbook", "WordDocument"), Kind.OLD_EXCEL),
    (ole("WordDocument", "Workbook"), Kind.OLD_WORD),
    (ole("__properties_version1.0"), Kind.MESSAGE),
    (ole("Something"), Kind.OLE),
    (ole("x").ljust(2000, b"\x00") + b"_" + "Workbook".encode("utf-16-le") + b"\x00\x00", Kind.OLE),
    (zipped({"xl/workbook.bin": b"x", "[Content_Types].xml": "<Types/>"}), Kind.BINARY_EXCEL),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), Kind.OPEN_DOCUMENT),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Kind.OPEN_TEXT),
    (zipped({"word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>"}), Kind.WORD),
    (zipped({"ppt/presentation.xml": "<p/>"}), Kind.SLIDES),
    (zipped({"Index/Document.iwa": b"x"}), Kind.NUMBERS),
    (zipped({"a/Fathers.xlsx": b"x", "b.txt": b"x"}), Kind.ZIP_OF_WORKBOOKS),
    (zipped({"b.txt": b"x"}), Kind.OTHER_ZIP),
    (WORKBOOK[: len(WORKBOOK) // 2], Kind.CUT_SHORT),
    (b"PK\x03\x04", Kind.CUT_SHORT),
    (b"%PDF-1.7 ...", Kind.PDF),
    (b"{\\rtf1 x}", Kind.RICH_TEXT),
    (b"\x89PNG\r\n\x1a\n\x00\x00", Kind.PICTURE),
    (b"  <HTML><body><table><tr><td>Action</td></tr></table>", Kind.HTML),
    (b"\xef\xbb\xbf<!DOCTYPE html>", Kind.HTML),
    (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', Kind.XML_SPREADSHEET),
    (b"<feed/>", Kind.XML),
    (b"Action,Lead\r\nWrite to schools,Sam Field\r\n", Kind.TEXT),
    ("Action\tLead".encode("utf-16"), Kind.TEXT),
    (b"BMI, weight\n", Kind.TEXT),
    (b"Received: from somewhere", Kind.MESSAGE),
    (b"\x01\x02\x03\xff\x00\x07", Kind.UNKNOWN),
    (WORKBOOK, Kind.WORKBOOK),
]


@pytest.mark.parametrize(("data", "kind"), FILES, ids=[f"{kind.name}-{at}" for at, (_, kind) in enumerate(FILES)])
def test_a_file_is_known_by_its_bytes(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.WORKBOOK])
def test_what_is_said_says_what_it_is_and_what_to_do(kind: Kind) -> None:
    what, _, todo = kind.value.partition(". ")
    assert what.startswith("This ")
    assert todo.startswith(("Open ", "Ask ", "Copy ", "Take ", "Export "))
    kind.value.encode("cp1252")


def test_the_kinds_are_told_apart_in_words() -> None:
    assert len({kind.value for kind in Kind}) == len(Kind)


def test_a_protected_workbook_is_refused_in_plain_words_with_its_name_as_place() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"password protected.*remove the password") as caught:
        read(ole("EncryptedPackage"), "returns/Fathers.xlsx")
    assert str(caught.value.place) == "returns/Fathers.xlsx"


def test_an_old_workbook_is_told_how_to_become_a_new_one() -> None:
    with pytest.raises(UnreadableWorkbook) as caught:
        read(ole("Workbook"), "a.xlsx")
    assert str(caught.value) == (
        "This is an old Excel workbook (.xls). Open it in Excel and save it as "
        "Excel Workbook (.xlsx), then put it back."
    )


@given(
    st.binary(max_size=300)
    | st.binary(max_size=100).map(lambda tail: OLE + tail)
    | st.binary(max_size=90).map(lambda tail: b"PK\x03\x04" + tail)
)
def test_no_bytes_are_read_as_a_workbook_or_raise_anything_else(data: bytes) -> None:
    with pytest.raises(UnreadableWorkbook):
        read(data, "a.xlsx")


@given(st.integers(1, len(WORKBOOK) - 1))
def test_a_workbook_cut_short_anywhere_is_refused(length: int) -> None:
    with pytest.raises(UnreadableWorkbook):
        read(WORKBOOK[:length], "a.xlsx")
