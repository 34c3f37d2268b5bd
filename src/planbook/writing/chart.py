"""The chart of the summary: actions by rating, a bar for each plan. Native, so that it prints and follows its table."""

from __future__ import annotations

from planbook import forms
from planbook.forms import writable
from planbook.writing.book import Page
from planbook.writing.setting import Setting
from planbook.writing.theme import FONT, INK, QUIET
from planbook.writing.tones import heading_of, tone_of

_FONT = {"name": FONT, "size": 10, "color": INK}


def insert_chart(page: Page, setting: Setting, row: int, top: int, width: int, height: int) -> None:
    """Puts the chart at a row; its figures are those of the table whose headings stand in row `top`."""
    last = top + len(setting.figures.plans)
    chart = page.book.raw.add_chart({"type": "bar", "subtype": "stacked"})
    for place, code in enumerate(setting.figures.codes, 2):
        tone = tone_of(code, setting.scale)
        chart.add_series(
            {
                "name": [forms.SUMMARY, top, place],
                "categories": [forms.SUMMARY, top + 1, 0, last, 0],
                "values": [forms.SUMMARY, top + 1, place, last, place],
                "gap": 38,
                "overlap": 100,
                "fill": {"color": tone.strong},
                "border": {"color": QUIET, "width": 0.75},  # pale on white needs an edge
                "data_labels": {
                    "value": True,
                    "num_format": "0;;;",  # no label on nought
                    "font": {"name": FONT, "size": 10, "bold": True, "color": tone.on_strong},
                },
            }
        )
    chart.set_title({"none": True})  # the heading above it is text, which a screen reader can find
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_size({"width": width, "height": height})
    place_and_words = {"x_offset": 4, "y_offset": 4, "object_position": 2, "description": described(setting)}
    page.raw.insert_chart(row, 0, chart, place_and_words)


def described(setting: Setting) -> str:
    """The chart in words, every figure of it: what a screen reader says."""
    lines = []
    for line in setting.figures.plans:
        parts = [
            f"{line.ratings[code]} {heading_of(code, setting.scale)}"
            for code in setting.figures.codes
            if line.ratings.get(code)
        ]
        lines.append(f"{setting.name(line.plan)}: {', '.join(parts) or 'none rated'}")
    return writable(f"Stacked bars, one for each plan, of actions by rating. {'; '.join(lines)}.")
