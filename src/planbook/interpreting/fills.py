"""The colour of a cell as evidence for its rating (R004): a fill to a family, and whether family and code agree.

People rate with Excel's standard red, its two greens, theme accents in any tint, the pale fills of conditional
formats. What matters is what the eye calls it, so the fill is judged by hue, with saturation and lightness
deciding whether there is a colour at all: white, greys and the tints of heading rows are none.
"""

from __future__ import annotations

import colorsys
import re

from planbook.interpreting.rating.codes import colour_of
from planbook.settings import Scale

FAMILIES = ("red", "amber", "green", "blue")
SAME_FAMILY = {"orange": "amber", "yellow": "amber"}

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# Hue in degrees, each up to its end. Beyond blue lie purple and pink, which rate nothing that is agreed on.
_HUES = ((15.0, "red"), (68.0, "amber"), (170.0, "green"), (255.0, "blue"), (338.0, ""), (360.1, "red"))
_GREY = 0.12
"""Chroma (the spread of the strongest and weakest channel) below which a fill is grey to the eye."""
_DARK = 0.16
"""Strongest channel below which a fill is black."""
_PALE_BLUE = 0.25
"""Pale blue is the commonest tint of heading rows, and rates nothing; pale red, amber and green are Excel's
own bad, neutral and good."""


def family(fill: str) -> str:
    """`red`, `amber` (orange and yellow too), `green` or `blue` for a six-digit fill; empty for anything else.

    exceptions.md, R004: families of colour are compared; white, grey and no fill may be anything.
    """
    if not _HEX.fullmatch(fill):
        return ""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    chroma = max(red, green, blue) - min(red, green, blue)
    hue = colorsys.rgb_to_hsv(red, green, blue)[0] * 360
    name = next(name for end, name in _HUES if hue < end)
    if max(red, green, blue) < _DARK or chroma < (_PALE_BLUE if name == "blue" else _GREY):
        return ""
    return name


def agrees(fill: str, code: str, scale: Scale) -> bool | None:
    """Whether a cell's fill and its code can both be meant; None where fill or code is no evidence.

    A code agrees with the colours of its step on the scale, and a colour's name with itself. Of a split rating
    either half may be the cell's colour.
    """
    seen = family(fill)
    if not seen or not code:
        return None
    judged = [_agrees(seen, one, scale) for one in code.split("/")]
    known = [agreed for agreed in judged if agreed is not None]
    return any(known) if known else None


def _agrees(seen: str, code: str, scale: Scale) -> bool | None:
    step = scale.step(code)
    colours = {SAME_FAMILY.get(colour.casefold(), colour.casefold()) for colour in step.colours} if step else set()
    named = colour_of(code)
    if not colours and named:
        colours = {SAME_FAMILY.get(named, named)}
    if not colours or colours <= {"purple", "black", "pink", "brown"}:
        return None
    return seen in colours
