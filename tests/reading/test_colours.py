"""Colours by value, palette and theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.colours import (
    OFFICE_THEME,
    PALETTE,
    from_argb,
    from_index,
    from_theme,
    is_colour,
    theme_colours,
    tinted,
)


@pytest.mark.parametrize(
    ("text", "colour"), [("FF92D050", "92D050"), ("00ff0000", "FF0000"), ("abcdef", "ABCDEF"), ("red", ""), ("", "")]
)
def test_a_value_loses_its_alpha(text: str, colour: str) -> None:
    assert from_argb(text) == colour


def test_the_palette_is_that_of_excel_97() -> None:
    assert len(PALETTE) == 64
    assert (from_index(10), from_index(17), from_index(51), from_index(63)) == ("FF0000", "008000", "FFCC00", "333333")


@pytest.mark.parametrize("index", [-1, 64, 65, 81, 10**9])
def test_the_systems_own_colours_are_none(index: int) -> None:
    assert from_index(index) == ""


# As Excel itself shows them: its own palette of theme shades for accent 3 and accent 6 of Office 2007.
@pytest.mark.parametrize(
    ("colour", "tint", "shade"),
    [
        ("9BBB59", 0.7999816888943144, "EBF1DE"),
        ("9BBB59", -0.249977111117893, "76933C"),
        ("000000", 0.5, "808080"),
        ("FFFFFF", -0.5, "808080"),
        ("9BBB59", 0, "9BBB59"),
        ("", 0.5, ""),
    ],
)
def test_a_tint_makes_the_shade_that_excel_shows(colour: str, tint: float, shade: str) -> None:
    near = tinted(colour, tint)
    assert len(near) == len(shade)
    assert all(abs(int(near[at : at + 2], 16) - int(shade[at : at + 2], 16)) <= 1 for at in range(0, len(shade), 2))


@given(st.sampled_from(PALETTE), st.floats(-5, 5))
def test_a_tinted_colour_is_a_colour(colour: str, tint: float) -> None:
    assert from_argb(tinted(colour, tint)) == tinted(colour, tint)


def test_a_themes_colours_are_counted_light_first() -> None:
    part = (
        b'<a:theme xmlns:a="x"><a:clrScheme name="N"><a:dk1><a:sysClr val="windowText" lastClr="010101"/></a:dk1>'
        b'<a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1><a:dk2><a:srgbClr val="1f497d"/></a:dk2>'
        b'<a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="123456"/></a:accent1>'
        b"</a:clrScheme></a:theme>"
    )
    theme = theme_colours(part)
    assert theme[:5] == ("FEFEFE", "010101", "EEECE1", "1F497D", "123456")
    assert theme[5:] == OFFICE_THEME[5:]
    assert from_theme(4, theme) == "123456"


def test_without_a_theme_it_is_offices() -> None:
    assert theme_colours(None) == theme_colours(b"<theme/>") == OFFICE_THEME
    assert from_theme(12) == ""


# The colours that Excel's own palette of a theme shows: five shades of each accent, lighter 80, 60, 40 %, darker 25, 50 %.
TINTS = (0.7999816888943144, 0.5999938962981048, 0.3999755851924192, -0.249977111117893, -0.499984740745262)
SHADES = """
4F81BD DCE6F1 B8CCE4 95B3D7 366092 244062
C0504D F2DCDB E6B8B7 DA9694 963634 632523
9BBB59 EBF1DE D8E4BC C4D79B 76933C 4F6228
8064A2 E4DFEC CCC0DA B1A0C7 60497A 403151
4BACC6 DAEEF3 B7DEE8 92CDDC 31869B 215967
F79646 FDE9D9 FCD5B4 FABF8F E26B0A 974706
1F497D C5D9F1 8DB4E2 538DD5 16365C 0F243E
5B9BD5 DDEBF7 BDD7EE 9BC2E6 2F75B5 1F4E78
ED7D31 FCE4D6 F8CBAD F4B084 C65911 833C0C
A5A5A5 EDEDED DBDBDB C9C9C9 7B7B7B 525252
FFC000 FFF2CC FFE699 FFD966 BF8F00 806000
4472C4 D9E1F2 B4C6E7 8EA9DB 305496 203764
70AD47 E2EFDA C6E0B4 A9D08E 548235 375623
"""
EXCELS = [
    (line.split()[0], tint, shade)
    for line in SHADES.strip().splitlines()
    for tint, shade in zip(TINTS, line.split()[1:], strict=True)
]
GREYS = [("FFFFFF", -0.0499893185216834, "F2F2F2"), ("FFFFFF", -0.1499984740745262, "D9D9D9")]
GREYS += [("FFFFFF", -0.3499862666707358, "A6A6A6"), ("000000", 0.3499862666707358, "595959")]


@pytest.mark.parametrize(("colour", "tint", "shade"), EXCELS + GREYS)
def test_theme_shades_are_excels_to_what_no_eye_can_tell(colour: str, tint: float, shade: str) -> None:
    """Excel counts lightness in whole steps: up to 2 of 255 may differ, never more."""
    near = tinted(colour, tint)
    assert all(abs(int(near[at : at + 2], 16) - int(shade[at : at + 2], 16)) <= 2 for at in (0, 2, 4))


@pytest.mark.parametrize(("fill", "is_one"), [("92D050", True), ("DDEBF7", True), ("E7E6E6", False), ("", False)])
def test_a_colour_is_more_than_a_grey(fill: str, is_one: bool) -> None:
    assert is_colour(fill) is is_one
