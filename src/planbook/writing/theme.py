"""The look of every workbook that is written, as data. Writers name a look; no other file names a colour.

One accent (navy) and otherwise ink on white: what is well steps back, what needs somebody comes
forward. So complete and on target are pale, and only the ratings that need work are strong. Colour
never stands alone: the code, the word or the figure is in the same cell. Every pair of text and
fill has a contrast of 4.5 to 1 or better by WCAG's formula (tests/writing/test_theme.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FONT: Final = "Arial"
"""On every Windows and Mac, and metric-compatible with Liberation Sans: lines break where we counted."""

BODY, SUMMARY, SECTION, FIGURE, TITLE, FOOTER = 10, 11, 13, 16, 18, 8
PAPER, INK, QUIET, NAVY, LINK = "FFFFFF", "1B2733", "5A6773", "16324F", "0B3D91"
LINE, BAND, NARRATIVE, CHANGED = "C9D2DA", "E6EEF4", "F5F7F9", "E8F1FB"
INPUT = "FFF9E0"
"""Where people type."""

DAY_FORMAT: Final = "d mmm yyyy"
COUNT_FORMAT: Final = '0;-0;"–"'
"""An en dash for nought: a table of counts shows where something is."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How a rating looks: the strong pair for charts and for what needs work, the tint for the rest."""

    strong: str
    on_strong: str
    tint: str
    on_tint: str
    loud: bool = False
    """Whether the rating asks for somebody: then its code wears the strong pair in lists too."""


TONES: Final = {
    "red": Tone("B3261E", "FFFFFF", "F6C3BC", "6B120E", loud=True),
    "amber": Tone("F4B83F", "1B2733", "FCE3A1", "4D3700", loud=True),
    "green": Tone("BFE0C2", "1B2733", "E6F3DC", "1F4D25"),
    "blue": Tone("1F6F78", "FFFFFF", "C3DFE6", "0B3F49"),
    "grey": Tone("DDE2E7", "1B2733", "EEF1F4", "1B2733"),
}

# Severities, and what is late: fill and text.
SIGNALS: Final = {
    "error": ("F6C3BC", "6B120E"),
    "warning": ("FCE3A1", "4D3700"),
    "info": ("E6EEF4", "16324F"),
}

TABS: Final = {
    "read": NAVY,
    "plan": "1F6F78",
    "open": "B3261E",
    "clear": "8FA3B3",
    "record": "8FA3B3",
}

_CELL: Final = {"border": 1, "border_color": LINE, "align": "left", "indent": 1}
_HEADING: Final = {"bold": True, "font_color": PAPER, "bg_color": NAVY, "border": 1, "border_color": NAVY}
_LINE_OF_TEXT: Final = {"text_wrap": False, "valign": "vcenter"}
_UNDER: Final = {"font_size": SUMMARY, "text_wrap": False, "valign": "vcenter", "bottom": 1, "bottom_color": LINE}

# A look by name. Each is laid over the base, which every cell has.
BASE: Final[dict[str, object]] = {
    "font_name": FONT,
    "font_size": BODY,
    "font_color": INK,
    "valign": "top",
    "text_wrap": True,
}
LOOKS: Final[dict[str, dict[str, object]]] = {
    # text on the page
    "title": {"bold": True, "font_size": TITLE, "font_color": NAVY, **_LINE_OF_TEXT},
    "section": {"bold": True, "font_size": SECTION, "font_color": NAVY, **_LINE_OF_TEXT},
    "note": {"font_color": QUIET, **_LINE_OF_TEXT},
    "plain": {},
    "bold": {"bold": True},
    "struck": {"font_strikeout": True, "font_color": QUIET},
    "said": {"font_size": SUMMARY, **_LINE_OF_TEXT},
    "said_link": {"font_size": SUMMARY, "font_color": LINK, "underline": 1, **_LINE_OF_TEXT},
    "way": {"font_color": LINK, "underline": 1, **_LINE_OF_TEXT},
    # cells of a table
    "cell": _CELL,
    "strong": {**_CELL, "bold": True},
    "quiet": {**_CELL, "font_color": QUIET},
    "day": {**_CELL, "num_format": DAY_FORMAT},
    "count": {**_CELL, "align": "center", "indent": 0, "num_format": COUNT_FORMAT},
    "code": {**_CELL, "align": "center", "indent": 0, "bold": True},
    "link_quiet": {**_CELL, "font_color": LINK, "underline": 1},
    "link": {**_CELL, "font_color": LINK, "underline": 1, "bold": True},
    "input": {**_CELL, "bg_color": INPUT},
    "heading": {**_HEADING, "align": "left", "indent": 1, "valign": "vcenter"},
    "heading_centred": {**_HEADING, "align": "center", "valign": "vcenter"},
    # a plan's sheet
    "plan_title": {"bold": True, "font_size": TITLE, "font_color": NAVY, "valign": "vcenter", "align": "left"},
    "plan_text": {"align": "left"},
    "band": {**_CELL, "bold": True, "font_color": NAVY, "bg_color": BAND, "valign": "vcenter"},
    "narrative": {**_CELL, "bg_color": NARRATIVE},
    "narrative_label": {**_CELL, "bg_color": NARRATIVE, "bold": True},
    "narrative_mark": {**_CELL, "bg_color": NARRATIVE, "font_color": LINK, "bold": True},
    "changed": {**_CELL, "bg_color": CHANGED, "border": 2, "border_color": LINK},
    "changed_rating": {**_CELL, "bold": True, "border": 2, "border_color": LINK},
    "mark": {**_CELL, "font_color": LINK, "bold": True},
    # the summary
    "tile_name": {"bg_color": BAND, "font_color": QUIET, "align": "left", "indent": 1, **_LINE_OF_TEXT},
    "tile_figure": {
        "bg_color": BAND,
        "font_color": NAVY,
        "bold": True,
        "font_size": FIGURE,
        "align": "left",
        "indent": 1,
        **_LINE_OF_TEXT,
    },
    "row_name": {**_UNDER, "font_color": LINK, "align": "left", "indent": 1, "underline": 1},
    "row_word": {**_UNDER, "align": "left", "indent": 1},
    "row_count": {**_UNDER, "align": "center", "num_format": COUNT_FORMAT},
    "row_count_link": {**_UNDER, "align": "center", "num_format": COUNT_FORMAT, "font_color": LINK},
    "total_word": {**_UNDER, "align": "left", "indent": 1, "bold": True, "top": 2, "top_color": NAVY},
    "total_count": {
        **_UNDER,
        "align": "center",
        "num_format": COUNT_FORMAT,
        "bold": True,
        "top": 2,
        "top_color": NAVY,
    },
}

ROW_LIMIT: Final = 409.0
"""Points: no spreadsheet has higher rows."""

# Widths of the columns of our own sheets, in characters, by heading.
WIDTHS: Final[dict[str, float]] = {
    "Action": 38,
    "Decision": 20,
    "Value": 24,
    "Settled by": 20,
    "Actions": 16,
    "After": 58,
    "Author": 24,
    "Before": 58,
    "Changes": 70,
    "Code": 9,
    "Date": 15,
    "Due": 13,
    "Exceptions": 13,
    "Field": 15,
    "File": 44,
    "Flags": 14,
    "From": 34,
    "If nobody does": 40,
    "In a word": 46,
    "In the master": 36,
    "In the return": 36,
    "Kind": 12,
    "Last updated": 13,
    "Lead": 20,
    "Lowest RAG": 10,
    "Mitigation": 50,
    "Name": 32,
    "No.": 9,
    "Objective": 26,
    "Plan": 18,
    "RAG": 8,
    "Rating": 13,
    "Ref": 20,
    "Risk": 50,
    "Rows": 9,
    "Section": 16,
    "Severity": 11.5,
    "Source": 24,
    "Status": 13,
    "Success measures": 26,
    "Suggestion": 20,
    "Timescale": 18,
    "Update": 60,
    "Update (continued)": 60,
    "Version": 10,
    "What it means": 50,
    "What is wrong": 50,
    "What to do": 50,
    "Where": 32,
    "Where (file, sheet, cell)": 32,
    "Why": 40,
    "Why (return, decision)": 20,
    "Why it is here": 18,
}
