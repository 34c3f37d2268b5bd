"""What of a cell's style matters here: its number format, its fill, whether it is struck out.

Styles are what exporters break most, and a broken border must cost nobody a plan: what cannot be
understood is left at its default, and only malformed XML is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planbook.reading import colours
from planbook.reading.formats import BUILT_IN, Format, parse
from planbook.reading.outline import TRUE, local, parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planbook.package import Package
    from planbook.reading.outline import Outline


@dataclass(frozen=True, slots=True)
class Style:
    """One style of cells. `code` is the number format, understood."""

    number_format: str = "General"
    fill: str = ""
    struck: bool = False
    code: Format = field(default_factory=lambda: parse("General"))


DEFAULT = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """A workbook's cell styles by number; a number that it has not is the default."""

    cells: tuple[Style, ...] = (DEFAULT,)
    coloured: frozenset[int] = frozenset()
    """The numbers of those with a fill that has a colour to the eye."""
    rule_fills: tuple[str, ...] = ()
    """The fills that conditional formats give, by their number; empty where one gives none."""

    def __getitem__(self, number: int) -> Style:
        return self.cells[number] if 0 <= number < len(self.cells) else DEFAULT


def styles_of(package: Package, outline: Outline) -> Styles:
    """The cell styles of a workbook, all colours resolved; one default where it has no styles part."""
    if not outline.styles:
        return Styles()
    root = parse_part(package, outline.styles)
    theme = colours.theme_colours(package.get(outline.theme) if outline.theme else None)
    palette = _palette(root)
    codes = BUILT_IN | {_number(node.get("numFmtId")): node.get("formatCode", "") for node in _inside(root, "numFmts")}
    struck = [_is_struck(font) for font in _inside(root, "fonts")]
    fills = [_fill(fill, theme, palette) for fill in _inside(root, "fills")]
    cells = tuple(_style(node, codes, fills, struck) for node in _inside(root, "cellXfs")) or (DEFAULT,)
    return Styles(
        cells,
        frozenset(number for number, style in enumerate(cells) if colours.is_colour(style.fill)),
        tuple(_rule_fill(dxf, theme, palette) for dxf in _inside(root, "dxfs")),
    )


def _style(node: Element, codes: dict[int, str], fills: list[str], struck: list[bool]) -> Style:
    code = codes.get(_number(node.get("numFmtId"))) or "General"
    fill, font = _number(node.get("fillId")), _number(node.get("fontId"))
    return Style(
        number_format=code,
        fill=fills[fill] if 0 <= fill < len(fills) else "",
        struck=struck[font] if 0 <= font < len(struck) else False,
        code=parse(code),
    )


def _inside(root: Element, name: str) -> Iterator[Element]:
    """The children of the root's child of this name."""
    for child in root:
        if local(child.tag) == name:
            yield from child
            return


def _number(text: str | None) -> int:
    """An attribute's number, 0 where it is missing or none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _is_struck(font: Element) -> bool:
    return any(local(node.tag) == "strike" and node.get("val", "1").casefold() in TRUE for node in font)


def _fill(fill: Element, theme: tuple[str, ...], palette: tuple[str, ...]) -> str:
    """A solid fill's colour; patterns and gradients are decoration and count as none."""
    for pattern in fill:
        if local(pattern.tag) == "patternFill" and pattern.get("patternType") == "solid":
            front = next((node for node in pattern if local(node.tag) == "fgColor"), None)
            return _colour(front, theme, palette) if front is not None else ""
    return ""


def _rule_fill(dxf: Element, theme: tuple[str, ...], palette: tuple[str, ...]) -> str:
    """The fill of a conditional format, where Excel keeps a solid one's colour as the background."""
    fill = next((node for node in dxf if local(node.tag) == "fill"), ())
    for pattern in fill:
        if local(pattern.tag) == "patternFill" and pattern.get("patternType", "solid") == "solid":
            named = {local(node.tag): node for node in pattern}
            node = named.get("bgColor", named.get("fgColor"))
            return _colour(node, theme, palette) if node is not None else ""
    return ""


def _colour(node: Element, theme: tuple[str, ...], palette: tuple[str, ...]) -> str:
    """Any of the three ways to name a colour; `auto` is none."""
    if node.get("rgb"):
        plain = colours.from_argb(node.get("rgb", ""))
    elif node.get("theme"):
        plain = colours.from_theme(_number(node.get("theme")), theme)
    elif node.get("indexed"):
        plain = colours.from_index(_number(node.get("indexed")), palette)
    else:
        return ""
    return colours.tinted(plain, _fraction(node.get("tint")))


def _fraction(text: str | None) -> float:
    try:
        tint = float(text or 0)
    except ValueError:
        return 0.0
    return tint if -1 <= tint <= 1 else 0.0


def _palette(root: Element) -> tuple[str, ...]:
    """The workbook's own palette, the usual one for the places that it leaves out."""
    own = [
        colours.from_argb(node.get("rgb", ""))
        for part in _inside(root, "colors")
        if local(part.tag) == "indexedColors"
        for node in part
    ]
    return tuple(own[:64]) + colours.PALETTE[len(own) :]
