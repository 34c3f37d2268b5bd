"""Fills: which family of colour a cell's fill is, and whether it and the code can both be meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbook.interpreting.fills import FAMILIES, agrees, family
from planbook.settings import DEFAULT_SCALE, Scale, Step

# Excel's standard colours, theme accents and their tints, good-bad-neutral, Google's and LibreOffice's palettes.
PALETTE = {
    "red": "FF0000 C00000 FFC7CE FF5050 E60000 DA9694 FF9999 FF3300 D9534F EA4335 E06666 F4CCCC CC0000 C0504D FF7C80",
    "amber": "FFC000 FFFF00 FFEB9C ED7D31 F79646 FFA500 FFBF00 FFD966 F4B084 FFF2CC FFE699 BF8F00 FF9900 FFCC00 FFFF99 "
    "E26B0A FABF8F FBBC04 FFE599 F6B26B FDE9D9 9C5700 FFCC99 F1C232 FF8C00 FFD700",
    "green": "92D050 00B050 C6EFCE 00FF00 70AD47 9BBB59 A9D08E C6E0B4 008000 006100 C4D79B 76933C 339966 99CC00 CCFFCC "
    "34A853 B7E1CD 6AA84F 00CC66 548235 4EA72E 93C47D 99FF99",
    "blue": "00B0F0 0070C0 4472C4 5B9BD5 4F81BD 0000FF 002060 1F497D 8DB4E2 9DC3E6 95B3D7 3366FF 99CCFF 4BACC6 00FFFF",
    "": "FFFFFF F2F2F2 D9D9D9 BFBFBF 808080 000000 DDEBF7 EEECE1 E7E6E6 DCE6F1 F3F3F3 C0C0C0 44546A D6DCE4 7030A0 "
    "DAEEF3 D9E1F2 DEEAF6 DDD9C4 FFFFF0 FF00FF",
}


@pytest.mark.parametrize(("fill", "name"), [(fill, name) for name, fills in PALETTE.items() for fill in fills.split()])
def test_a_fill_is_of_the_family_that_the_eye_sees(fill: str, name: str) -> None:
    assert family(fill) == name
    assert family(fill.lower()) == name


@pytest.mark.parametrize("fill", ["", "FFF", "GGGGGG", "FFFF0000", "red", "#FF0000", "FF0000\n"])
def test_what_is_no_fill_has_no_family(fill: str) -> None:
    assert family(fill) == ""


@pytest.mark.parametrize(
    ("fill", "code", "verdict"),
    [
        ("FF0000", "1", True),
        ("FF0000", "4", False),
        ("FFC000", "2", True),
        ("FFFF00", "2", True),
        ("FFFF00", "3", False),
        ("92D050", "3", True),
        ("92D050", "4", True),
        ("00B050", "4", True),
        ("00B050", "3", True),
        ("00B050", "2", False),
        ("0070C0", "4", True),
        ("0070C0", "3", False),
        ("FFFFFF", "1", None),
        ("", "1", None),
        ("FF0000", "", None),
        ("FF0000", "7", None),
        ("FF0000", "red", True),
        ("FF0000", "green", False),
        ("FFC000", "yellow", True),
        ("00B050", "purple", None),
        ("FF0000", "grey", False),
        ("FFC000", "amber/green", True),
        ("FF0000", "amber/green", False),
    ],
)
def test_fill_and_code_are_compared_through_the_scale_and_by_name(fill: str, code: str, verdict: bool | None) -> None:
    assert agrees(fill, code, DEFAULT_SCALE) is verdict


def test_a_scale_may_give_its_steps_other_colours() -> None:
    scale = Scale(
        (Step("1", "Done", (), ("Blue",), complete=True), Step("2", "Late", (), ("orange",)), Step("3", "Due"))
    )
    assert agrees("0070C0", "1", scale) is True
    assert agrees("FF0000", "1", scale) is False
    assert agrees("FFFF00", "2", scale) is True
    assert agrees("FF0000", "3", scale) is None


@given(st.text() | st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}"))
def test_any_text_has_a_family_or_none(fill: str) -> None:
    name = family(fill)
    assert name in ("", *FAMILIES)
    assert not name or re.fullmatch("[0-9A-Fa-f]{6}", fill)
