"""Colours by value, palette and theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.reading.colours import OFFICE_THEME, PALETTE, from_argb, from_index, from_theme, theme_colours, tinted


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
