"""Parts are edited by offsets: what is put in stands where it should, and no other byte moves."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.errors import UnreadableWorkbook
from planbook.package.editing import appended, ascii_of, edited, root_of
from planbook.package.replacing import with_parts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<a><b>x</b></a>", b"<a><b>x<new/></b></a>"),
        (b"<a><b/></a>", b"<a><b><new/></b></a>"),
        (b"<a><b  c='1' /></a>", b"<a><b  c='1'><new/></b></a>"),
        (b"<a><b c='/>'>x</b></a>", b"<a><b c='/>'>x<new/></b></a>"),
        (b'<a><b c=">"/></a>', b'<a><b c=">"><new/></b></a>'),
        (b"<p:a xmlns:p='u'><p:b></p:b></p:a>", b"<p:a xmlns:p='u'><p:b><new/></p:b></p:a>"),
        ("<a>é<b>ü</b>é</a>".encode(), "<a>é<b>ü<new/></b>é</a>".encode()),
        (b"<a><!-- <b/> --><b>x</b\n></a>", b"<a><!-- <b/> --><b>x<new/></b\n></a>"),
        (
            "<?xml version='1.0' encoding='ISO-8859-1'?><a>é<b>ü</b></a>".encode("latin-1"),
            "<?xml version='1.0' encoding='ISO-8859-1'?><a>é<b>ü<new/></b></a>".encode("latin-1"),
        ),
        (b"\xef\xbb\xbf<a><b>x</b></a>", b"\xef\xbb\xbf<a><b>x<new/></b></a>"),
    ],
)
def test_markup_is_put_at_the_end_of_an_element(before, after) -> None:
    (element,) = root_of("part.xml", before).all("b")
    assert edited(before, [appended(element, before, "<new/>")]) == after


def test_an_element_knows_its_prefix_and_what_is_in_it() -> None:
    root = root_of("part.xml", b"<p:a xmlns:p='u'><p:b i='1'/><p:b i='2'><p:c/></p:b></p:a>")
    assert (root.prefix, root.local) == ("p:", "a")
    assert [b.attributes["i"] for b in root.all("b")] == ["1", "2"]
    assert len(root_of("part.xml", b"<a><b><c/></b></a>", deepest=1).all("c")) == 0


def test_a_part_that_is_no_xml_is_named() -> None:
    with pytest.raises(UnreadableWorkbook, match=r"part\.xml"):
        root_of("part.xml", b"<a><b></a>")


@given(st.text(st.characters(codec="utf-8", exclude_characters="<&\r"), max_size=40))
def test_any_character_is_put_in_as_ascii(text) -> None:
    made = ascii_of(text)
    assert made.isascii()


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_parts_are_replaced_whatever_their_case_and_others_stay() -> None:
    old = {"xl/Sheet1.xml": b"<a/>", "media/picture.bin": bytes(range(256)), "b.xml": "<é/>".encode("utf-16")}
    made = with_parts(_zip(old), {"xl/sheet1.xml": b"<b/>", "new.xml": b"<c/>"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == old | {"xl/Sheet1.xml": b"<b/>", "new.xml": b"<c/>"}


def test_a_file_over_the_limits_is_refused() -> None:
    with pytest.raises(UnreadableWorkbook):
        with_parts(b"not a zip", {})
