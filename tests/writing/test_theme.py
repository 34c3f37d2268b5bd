"""The theme keeps its promises: every text can be read on its fill, and every heading has a width."""

from __future__ import annotations

import pytest

from planbook import forms
from planbook.settings import DEFAULT_SCALE, Scale, Step
from planbook.writing.theme import BASE, LOOKS, PAPER, SIGNALS, TONES, WIDTHS
from planbook.writing.tones import code_value, tone_of


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = (
    [(name, (BASE | look).get("bg_color", PAPER), (BASE | look)["font_color"]) for name, look in LOOKS.items()]
    + [(f"{name} strong", tone.strong, tone.on_strong) for name, tone in TONES.items()]
    + [(f"{name} tint", tone.tint, tone.on_tint) for name, tone in TONES.items()]
    + [(name, fill, ink) for name, (fill, ink) in SIGNALS.items()]
)


@pytest.mark.parametrize(("name", "fill", "ink"), PAIRS)
def test_text_can_be_read_on_its_fill(name, fill, ink):
    assert contrast(fill, ink) >= 4.5, name


def test_every_column_that_is_listed_has_a_width():
    listed = (
        *forms.ALL_ACTIONS_COLUMNS,
        *forms.ALL_ACTIONS_MARKS,
        *forms.EXCEPTION_COLUMNS,
        *forms.CHANGES_COLUMNS,
        *forms.HIGHLIGHTS_COLUMNS,
        *forms.RISKS_COLUMNS,
        *forms.RETURNS_COLUMNS,
        *forms.VERSION_COLUMNS,
        *forms.LEGEND_COLUMNS,
    )
    assert set(listed) <= set(WIDTHS)


def test_the_usual_scale_is_red_amber_green_blue():
    wanted = [TONES[name] for name in ("red", "amber", "green", "blue")]
    assert [tone_of(step.code, DEFAULT_SCALE) for step in DEFAULT_SCALE.steps] == wanted


def test_a_scale_without_colours_is_coloured_by_place_and_colour_words_by_themselves():
    scale = Scale((Step("A", "a"), Step("B", "b"), Step("C", "c"), Step("D", "d", complete=True)))
    assert [tone_of(code, scale) for code in "ABCD"] == [TONES[n] for n in ("red", "amber", "green", "blue")]
    assert tone_of("amber", scale) is TONES["amber"]
    assert tone_of("9", scale) is TONES["grey"]


@pytest.mark.parametrize(("code", "value"), [("3", 3), ("03", "03"), ("green", "green"), ("", ""), ("²", "²")])
def test_a_code_is_a_number_only_where_it_reads_back_the_same(code, value):
    assert code_value(code) == value
