"""Colours that a rule gives to cells by what they hold, as far as a rule surely applies.

Many plans rate by conditional formats: the cell says `3` and a rule paints it green. Rules that
compare with a text or number that stands in them are followed; where a formula, a scale of
colours or a newer kind of rule may have painted the cell first, it is left without a fill, since
a colour that nobody sees is worse evidence than none (ECMA-376, 18.3.1.10 and 18.18.12).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from planbook.model import Cell, CellKind, Span
from planbook.reading.addresses import span_of
from planbook.reading.outline import TRUE, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from planbook.reading.grid import Grid

MOST_CHECKS = 500_000
"""Of a sheet: rules are copied with cells, and a hint must not cost more than the plan."""
PAINTS_NO_FILL = ("dataBar", "iconSet")
LAST = 1 << 30  # the place of a rule that names none
NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,15})?(?:[eE][-+]?\d{1,3})?")
TEXT = re.compile(r'"(?:[^"]|"")*"')
WILD = re.compile(r"[*?~]")

COMPARED: dict[str, Callable[[Any, Any, Any], bool]] = {
    "equal": lambda value, low, _: value == low,
    "notEqual": lambda value, low, _: value != low,
    "lessThan": lambda value, low, _: value < low,
    "lessThanOrEqual": lambda value, low, _: value <= low,
    "greaterThan": lambda value, low, _: value > low,
    "greaterThanOrEqual": lambda value, low, _: value >= low,
    "between": lambda value, low, high: min(low, high) <= value <= max(low, high),
    "notBetween": lambda value, low, high: not min(low, high) <= value <= max(low, high),
}
SEARCHED: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, sought: sought in text,
    "notContainsText": lambda text, sought: sought not in text,
    "beginsWith": lambda text, sought: text.startswith(sought),
    "endsWith": lambda text, sought: text.endswith(sought),
}


class Rule(NamedTuple):
    """One rule: where, when, and which of the workbook's fills it gives (-1: none, or it is not known which)."""

    priority: int
    spans: tuple[Span, ...]
    kind: str
    operator: str = ""
    operands: tuple[str, ...] = ()
    text: str = ""
    fill: int = -1
    stops: bool = False
    newer: bool = False
    """Of Excel 2010's own kind, whose fill stands elsewhere."""


def rules_of(root: Element) -> tuple[Rule, ...]:
    """The rules of a sheet in their order; those that cannot paint a cell are left out."""
    formats = (node for node in root.iter() if local(node.tag) == "conditionalFormatting")
    return tuple(sorted((rule for node in formats for rule in _rules(node)), key=lambda rule: rule.priority))


def _rules(node: Element) -> Iterator[Rule]:
    newer = [child.text or "" for child in node if local(child.tag) == "sqref"]
    places = " ".join(newer) or node.get("sqref", "")
    spans = tuple(span for part in places.split() if (span := span_of(part)))
    for rule in node:
        if local(rule.tag) != "cfRule" or rule.get("type") in PAINTS_NO_FILL:
            continue
        yield Rule(
            priority=_number(rule.get("priority"), LAST),
            spans=spans,
            kind=rule.get("type", ""),
            operator=rule.get("operator", ""),
            operands=tuple((child.text or "").strip() for child in rule if local(child.tag) in ("formula", "f")),
            text=rule.get("text", ""),
            fill=_number(rule.get("dxfId"), -1),
            stops=rule.get("stopIfTrue", "").casefold() in TRUE,
            newer=bool(newer),
        )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def colour_by_rules(grid: Grid, rules: tuple[Rule, ...], fills: tuple[str, ...]) -> None:
    """Give the cells of a grid that have no fill the one that a rule surely gives them."""
    if not any(_can_paint(rule, fills) for rule in rules):
        return
    asked: dict[tuple[int, int], list[Rule]] = {}
    left = MOST_CHECKS
    for rule in rules:
        for span in rule.spans:
            for at in _cells_inside(grid, span):
                asked.setdefault(at, []).append(rule)
                left -= 1
            if left < 0:
                return
    for (row, column), over in asked.items():
        cell = grid[row][column]
        fill = _painted(cell, over, fills)
        if fill:
            grid[row][column] = cell._replace(fill=fill)


def _can_paint(rule: Rule, fills: tuple[str, ...]) -> bool:
    """Whether a rule is one that is followed here, and has a fill to give."""
    followed = rule.kind == "cellIs" or rule.kind in SEARCHED
    return followed and not rule.newer and 0 <= rule.fill < len(fills) and bool(fills[rule.fill])


def _cells_inside(grid: Grid, span: Span) -> Iterator[tuple[int, int]]:
    """The cells without a fill of their own."""
    tall = span.bottom - span.top >= len(grid)
    for row in tuple(grid) if tall else range(span.top, span.bottom + 1):
        if span.top <= row <= span.bottom:
            for column, cell in grid.get(row, {}).items():
                if span.left <= column <= span.right and not cell.fill:
                    yield row, column


def _painted(cell: Cell, rules: list[Rule], fills: tuple[str, ...]) -> str:
    """The fill of the first rule that holds and has one; none as soon as a rule is in doubt."""
    for rule in rules:
        fill = fills[rule.fill] if 0 <= rule.fill < len(fills) else ""
        verdict = _holds(cell, rule)
        if verdict is None and (fill or rule.stops or rule.newer or rule.kind == "colorScale"):
            return ""
        if verdict and (fill or rule.stops):
            return fill
    return ""


def _holds(cell: Cell, rule: Rule) -> bool | None:
    """Whether a rule applies to a cell; None where that cannot be told from rule and cell alone."""
    value = cell.value
    if rule.newer or cell.kind not in (CellKind.TEXT, CellKind.NUMBER) or not isinstance(value, (str, int, float)):
        return None
    if rule.kind == "cellIs":
        return _compares(value, rule)
    if rule.kind in SEARCHED:
        return _finds(cell, rule)
    return None


def _compares(value: str | float, rule: Rule) -> bool | None:
    """Excel compares words without regard to case, and holds no word equal to a number."""
    operands = [_literal(operand) for operand in rule.operands]
    if rule.operator not in COMPARED or len(operands) != (2 if rule.operator.lower().endswith("between") else 1):
        return None
    low, high = operands[0], operands[-1]
    if low is None or high is None:
        return None
    if all(isinstance(one, str) == isinstance(value, str) for one in (low, high)):
        if isinstance(value, str) and rule.operator not in ("equal", "notEqual"):
            return None  # which word comes first is a matter of the machine's language
        folded = value.casefold() if isinstance(value, str) else value
        return COMPARED[rule.operator](folded, low, high)
    return {"equal": False, "notEqual": True}.get(rule.operator)


def _literal(operand: str) -> str | float | None:
    """The text (folded) or number that an operand is; None for a reference or a formula."""
    operand = operand.removeprefix("=")
    if TEXT.fullmatch(operand):
        return operand[1:-1].replace('""', '"').casefold()
    return float(operand) if NUMBER.fullmatch(operand) else None


def _finds(cell: Cell, rule: Rule) -> bool | None:
    """The text that is sought has to stand in the rule's formula too: there it may be a reference instead."""
    quoted = '"' + rule.text.replace('"', '""') + '"'
    if not rule.text or WILD.search(rule.text) or not any(quoted in operand for operand in rule.operands):
        return None
    if cell.kind is CellKind.NUMBER and cell.number_format != "General":
        return None
    text = cell.value if isinstance(cell.value, str) else cell.text
    return SEARCHED[rule.kind](text.casefold(), rule.text.casefold())
