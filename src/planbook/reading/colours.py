"""Every way to name a colour, resolved to six hexadecimal digits.

A fill may be red by value, by its place in a palette, or as a shade of the workbook's theme;
people see one colour, so one is what the readers hand on (known fault 27).
"""

from __future__ import annotations

import colorsys
import re

# ECMA-376 part 1, 18.8.27: the palette of Excel 97, first eight twice. 64 and 65 are the system's.
_FIRST = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
_REST = (
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
PALETTE: tuple[str, ...] = tuple(f"{_FIRST} {_FIRST} {_REST}".split())

# The Office theme, for workbooks without one: light 1, dark 1, light 2, dark 2, six accents, links.
OFFICE_THEME: tuple[str, ...] = (
    *("FFFFFF", "000000", "EEECE1", "1F497D"),
    *("4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646"),
    *("0000FF", "800080"),
)
# A theme part names its colours dark first; cells count them light first.
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")

THEME_COLOUR = re.compile(
    rb'<(?:\w{1,20}:)?(\w{2,8})>\s{0,40}<[^<>]{0,200}?\b(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"'
)
GREY = 24  # of 255: how far the channels of a grey may lie apart
HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


def from_argb(text: str) -> str:
    """`FF92D050` or `92d050` to `92D050`; Excel pays no heed to the alpha. Empty where it is neither."""
    match = HEX.fullmatch(text)
    return match[1].upper() if match else ""


def from_index(index: int, palette: tuple[str, ...] = PALETTE) -> str:
    """A colour by its place in the palette; empty for the system's own (64, 65) and beyond."""
    return palette[index] if 0 <= index < min(len(palette), 64) else ""


def from_theme(index: int, theme: tuple[str, ...] = OFFICE_THEME) -> str:
    """A colour of the theme by its number in cells; empty where the theme has none such."""
    return theme[index] if 0 <= index < len(theme) else ""


def is_colour(fill: str) -> bool:
    """Whether a fill is more than white, black or a shade of grey."""
    if not fill:
        return False
    channels = [int(fill[at : at + 2], 16) for at in (0, 2, 4)]
    return max(channels) - min(channels) > GREY


def tinted(colour: str, tint: float) -> str:
    """A colour made darker (tint below 0) or lighter: the lightness of HLS moves, ECMA-376 18.8.19."""
    if not colour or not tint:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def theme_colours(part: bytes | None) -> tuple[str, ...]:
    """The twelve colours of a theme part in the order that cells count them; Office's where it has none."""
    if not part:
        return OFFICE_THEME
    scheme = re.search(rb"<(?:\w{1,20}:)?clrScheme\b(.{0,8000}?)</(?:\w{1,20}:)?clrScheme>", part, re.DOTALL)
    if not scheme:
        return OFFICE_THEME
    found = re.findall(
        rb"<(?:\w{1,20}:)?(\w{2,8})>\s{0,40}<[^<>]{0,200}?\b(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{6})\"", scheme[1]
    )
    named = {name.decode(): value.decode().upper() for name, value in found}
    return tuple(named.get(name, standard) for name, standard in zip(THEME_ORDER, OFFICE_THEME, strict=True))
