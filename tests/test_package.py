"""An OOXML file as a safe zip of parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook import package
from planbook.errors import UnreadableWorkbook
from planbook.package import active_content, container, open_package, relations_of, resolve

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def rels(*relations: tuple[str, str, bool]) -> str:
    """A part of relations: last word of the type, target, whether it lies outside."""
    lines = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"'
        f' TargetMode="{"External" if outside else ""}"/>'
        for at, (kind, target, outside) in enumerate(relations)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def test_parts_are_found_whatever_their_case_slashes_or_leading_slash() -> None:
    book = open_package(zipped({"/XL\\Workbook.xml": "<w/>", "xl/": "", "xl/media/a.png": b"\x89"}))
    assert book.names == ("XL/Workbook.xml", "xl/media/a.png")
    assert book.part("xl/workbook.xml") == book.part("/xl\\WORKBOOK.xml") == b"<w/>"
    assert "xl/other.xml" not in book
    assert book.get("xl/other.xml") is None


def test_a_missing_part_is_named() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"xl/styles\.xml is missing"):
        open_package(zipped({"a.xml": "<a/>"})).part("xl/styles.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_parts_of_utf_16_are_handed_on_as_utf_8(encoding: str) -> None:
    part = '<?xml version="1.0" encoding="UTF-16"?><a>café</a>'.encode(encoding)
    assert open_package(zipped({"a.xml": part})).part("a.xml").decode() == "<a>café</a>"


def test_a_part_that_breaks_off_inside_a_character_of_utf_16_is_named() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"a\.xml"):
        open_package(zipped({"a.xml": b"\xff\xfe<\x00a"}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("words", ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a/><!ENTITY b "c">'])
@pytest.mark.parametrize("name", ["xl/a.xml", "_rels/.rels", "xl/a.vml", "docProps/odd"])
def test_a_document_type_or_entity_is_refused_in_any_part_and_encoding(encoding: str, words: str, name: str) -> None:
    with pytest.raises(UnreadableWorkbook, match="declares a document type or an entity"):
        open_package(zipped({name: words.encode(encoding)}))


def test_words_about_document_types_are_no_document_type() -> None:
    assert open_package(zipped({"a.xml": "<a>&lt;!DOCTYPE html&gt;</a>"})).names == ("a.xml",)


def test_a_picture_may_declare_its_type() -> None:
    assert open_package(zipped({"xl/media/logo.svg": "<!DOCTYPE svg><svg/>"})).names == ("xl/media/logo.svg",)


def test_too_many_parts_are_refused_and_the_most_that_are_allowed_are_not() -> None:
    most = {f"a{at}.bin": b"" for at in range(container.MOST_PARTS)}
    assert len(open_package(zipped(most)).names) == container.MOST_PARTS
    with pytest.raises(UnreadableWorkbook, match="parts"):
        open_package(zipped(most | {"one more": b""}))


def test_a_part_that_inflates_without_measure_is_refused() -> None:
    with pytest.raises(UnreadableWorkbook, match="far too large"):
        open_package(zipped({"a.bin": b"\x00" * 12_000_000}))


def test_a_part_below_ten_million_bytes_may_shrink_as_much_as_it_likes() -> None:
    assert len(open_package(zipped({"a.bin": b"\x00" * 9_000_000})).part("a.bin")) == 9_000_000


def test_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_BYTES", 1_000)
    assert open_package(zipped({"a.bin": b"x" * 500, "b.bin": b"y" * 500})).names
    with pytest.raises(UnreadableWorkbook, match=r"far too large when unpacked \(b\.bin\)"):
        open_package(zipped({"a.bin": b"x" * 500, "b.bin": b"y" * 501}))


def test_what_the_directory_claims_is_not_believed() -> None:
    """A part that says it holds 10 bytes and holds 20 million is refused, and not inflated whole."""
    data = zipped({"a.bin": b"\x00" * 20_000_000})
    forged = data.replace(struct.pack("<I", 20_000_000), struct.pack("<I", 10))
    assert forged != data
    with pytest.raises(UnreadableWorkbook):
        open_package(forged)


@pytest.mark.parametrize("other", ["XL/A.xml", "xl\\a.xml", "/xl/a.xml"])
def test_two_parts_of_one_name_are_refused(other: str) -> None:
    with pytest.raises(UnreadableWorkbook, match="twice"):
        open_package(zipped({"xl/a.xml": "<a/>", other: "<b/>"}))


def test_two_parts_over_the_same_bytes_are_refused() -> None:
    data = bytearray(zipped({"a.bin": b"words" * 100, "b.bin": b"other" * 100}, zipfile.ZIP_STORED))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    with pytest.raises(UnreadableWorkbook, match="overlap"):
        open_package(bytes(data))


def test_an_encrypted_part_is_told_as_a_password() -> None:
    data = bytearray(zipped({"a.bin": b"words"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableWorkbook, match="remove the password"):
        open_package(bytes(data))


def test_an_unusual_packing_is_refused() -> None:
    with pytest.raises(UnreadableWorkbook, match="packed in an unusual way"):
        open_package(zipped({"a.bin": b"words" * 99}, zipfile.ZIP_BZIP2))


def test_a_wrong_checksum_names_the_part() -> None:
    data = zipped({"xl/a.bin": b"words" * 9}, zipfile.ZIP_STORED).replace(b"wordswords", b"swordsword", 1)
    with pytest.raises(UnreadableWorkbook, match=r"CRC.*xl/a\.bin"):
        open_package(data)


def test_a_streamed_and_a_zip64_member_are_read() -> None:
    class Pipe(io.RawIOBase):
        """A stream that cannot go back, so that sizes come after the data."""

        def __init__(self) -> None:
            self.written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.written += bytes(data)
            return len(data)

    pipe = Pipe()
    with (
        zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.xml", "w", force_zip64=True) as part,
    ):
        part.write(b"<a/>")
    assert open_package(pipe.written).part("a.xml") == b"<a/>"


def test_a_part_without_a_name_is_refused() -> None:
    data = zipped({"a.xml": "<a/>"}).replace(b"a.xml", b"\0.xml")  # a name ends where a NUL stands
    with pytest.raises(UnreadableWorkbook, match="no name"):
        open_package(data)


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 255))
def test_no_damage_raises_anything_but_a_plain_refusal(extra: bytes, place: int, value: int) -> None:
    data = bytearray(zipped({"xl/a.xml": "<a>words</a>", "b.bin": extra}))
    data[place % len(data)] = value
    said = ""
    try:
        names = open_package(bytes(data)).names
    except UnreadableWorkbook as fault:
        names, said = (), str(fault)
    assert names or said.startswith(("This workbook", "A part of this workbook", "Two parts", "This file"))


def test_relations_are_resolved_against_their_owner() -> None:
    parts = {
        "xl/_rels/workbook.xml.rels": rels(
            ("worksheet", "worksheets\\Sheet1.xml", False),
            ("styles", "/xl/styles.xml", False),
            ("theme", "../theme/t.xml", False),
            ("hyperlink", "https://example.org/a b", True),
        )
    }
    found = relations_of(open_package(zipped(parts)), "xl/workbook.xml")
    assert [relation.target for relation in found] == [
        "xl/worksheets/Sheet1.xml",
        "xl/styles.xml",
        "theme/t.xml",
        "https://example.org/a b",
    ]
    assert [relation.kind for relation in found] == ["worksheet", "styles", "theme", "hyperlink"]
    assert [relation.external for relation in found] == [False, False, False, True]
    assert relations_of(open_package(zipped(parts)), "xl/other.xml") == ()


def test_a_target_never_leads_out_of_the_file() -> None:
    assert resolve("xl", "../../../etc/passwd") not in open_package(zipped({"a.xml": "<a/>"}))


def test_malformed_relations_are_named() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"xl/_rels/a\.xml\.rels"):
        relations_of(open_package(zipped({"xl/_rels/a.xml.rels": "<R>"})), "xl/a.xml")


def test_active_content_is_listed_by_name() -> None:
    parts = {
        "xl/workbook.xml": "<w/>",
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<e/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels(("externalLinkPath", "file:///C:/Other.xlsx", True)),
        "xl/connections.xml": "<c/>",
        "xl/embeddings/oleObject1.bin": b"x",
        "xl/activeX/activeX1.xml": "<a/>",
        "xl/worksheets/_rels/sheet1.xml.rels": rels(
            ("hyperlink", "https://example.org", True),
            ("hyperlink", "mailto:someone@example.org", True),
            ("hyperlink", "javascript:alert(1)", True),
            ("hyperlink", "file://server/share/x.exe", True),
            ("image", "http://example.org/pixel.png", True),
            ("comments", "../comments1.xml", False),
        ),
    }
    assert active_content(open_package(zipped(parts))) == (
        "macros: xl/vbaProject.bin",
        "link to another workbook: xl/externalLinks/externalLink1.xml",
        "link to another workbook: file:///C:/Other.xlsx",
        "data connection: xl/connections.xml",
        "embedded object: xl/embeddings/oleObject1.bin",
        "control: xl/activeX/activeX1.xml",
        "hyperlink: javascript:alert(1)",
        "hyperlink: file://server/share/x.exe",
        "reference outside (image): http://example.org/pixel.png",
    )


def test_a_plain_workbook_has_no_active_content() -> None:
    assert active_content(open_package(zipped({"xl/workbook.xml": "<w/>", "xl/printerSettings/p.bin": b"x"}))) == ()


def test_the_compressed_stream_cut_short_is_refused() -> None:
    packed = zlib.compress(b"words" * 100)[2:-4]
    data = zipped({"a.bin": b"words" * 100})
    assert packed in data
    with pytest.raises(UnreadableWorkbook):
        open_package(data.replace(packed, packed[:5] + b"\x00" * (len(packed) - 5)))


def test_the_room_names_what_it_offers() -> None:
    assert all(hasattr(package, name) for name in package.__all__)
