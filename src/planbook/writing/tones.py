"""Which tone a rating has, on any scale, and the conditional formats that show it.

A scale is settings: four codes, or colour words, or one that a workbook brought with it. Its steps
say which colours they mean; where they do not, their place on the scale decides.
"""

from __future__ import annotations

from planbook.figures import Figures
from planbook.model import RowKind, column_letters
from planbook.settings import Scale
from planbook.writing.book import Page
from planbook.writing.listing import Listing
from planbook.writing.plan_layout import PlanGrid
from planbook.writing.theme import TONES, Tone

_COLOUR_WORDS = {"red": "red", "amber": "amber", "yellow": "amber", "orange": "amber", "green": "green", "blue": "blue"}


def tone_of(code: str, scale: Scale) -> Tone:
    """The tone of a rating code; grey for one that nothing is known of."""
    step = scale.step(code)
    if step is None:
        return TONES[_COLOUR_WORDS.get(code.casefold(), "grey")]
    if step.complete:
        return TONES["blue"]
    for colour in step.colours:
        if colour.casefold() in _COLOUR_WORDS:
            return TONES[_COLOUR_WORDS[colour.casefold()]]
    open_steps = [s for s in scale.steps if not s.complete]
    if step is open_steps[0]:
        return TONES["red"]
    return TONES["green" if step is open_steps[-1] else "amber"]


def heading_of(code: str, scale: Scale) -> str:
    """A code with its label, as a heading: `3 On target`."""
    label = scale.label(code)
    return f"{code} {label}" if label and label.casefold() != code.casefold() else _capital(code)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def code_value(code: str) -> str | int:
    """A code as its cell holds it: a number where it is one, so that it sorts and counts as one."""
    return int(code) if code.isascii() and code.isdigit() and str(int(code)) == code else code


def quoted(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


def paint_codes(page: Page, listing: Listing, heading: str, figures: Figures, scale: Scale, word: str = "") -> None:
    """Colours a column of codes, and the column of words beside it. What asks for somebody is strong."""
    area = listing.area(heading)
    first = f"${column_letters(area[1] + 1)}{area[0] + 1}"
    for code in figures.codes:
        tone = tone_of(code, scale)
        fill, ink = (tone.strong, tone.on_strong) if tone.loud else (tone.tint, tone.on_tint)
        page.paint(area, f'={first}&""={quoted(code)}', fill, ink, bold=True)
        if word:
            page.paint(listing.area(word), f'={first}&""={quoted(code)}', tone.tint, tone.on_tint, bold=True)


def paint_ratings_of_texts(page: Page, grid: PlanGrid, scale: Scale) -> None:
    """Colours the rating cells of a plan's sheet by the code that they begin with."""
    for column, rows in _rating_rows(grid).items():
        letters = column_letters(column + 1)
        ranges = " ".join(f"{letters}{top + 1}:{letters}{bottom + 1}" for top, bottom in _runs(rows))
        cell = f"TRIM({letters}{rows[0] + 1})"
        codes = [step.code for step in scale.steps]
        codes += [word for word in _COLOUR_WORDS if scale.step(word) is None]
        for code in sorted(codes, key=len, reverse=True):
            tone, rule = tone_of(code, scale), _begins_with(cell, code)
            options = {
                "type": "formula",
                "criteria": rule,
                "format": page.book.paint(tone.tint, tone.on_tint),
                "multi_range": ranges,
            }
            page.raw.conditional_format(rows[0], column, rows[-1], column, options)


def _begins_with(cell: str, code: str) -> str:
    """The formula that a text begins with a code, and not only with a longer number or word (`10`, `reduced`)."""
    following = f"MID({cell},{len(code) + 1},1)"
    ends = f"NOT(ISNUMBER(-{following}))"
    if code[-1:].isalpha():
        ends += f",EXACT(LOWER({following}),UPPER({following}))"
    return f"=AND(LEFT({cell},{len(code)})={quoted(code)},{ends})"


def _rating_rows(grid: PlanGrid) -> dict[int, list[int]]:
    """The rows that can hold a rating, by column."""
    found: dict[int, list[int]] = {}
    for cell in grid.cells:
        if cell.kind is RowKind.ACTION and cell.field in ("rag", "rag_and_update"):
            found.setdefault(cell.left, []).extend(range(cell.top, cell.bottom + 1))
    return {column: sorted(rows) for column, rows in found.items()}


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
