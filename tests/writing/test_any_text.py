"""Whatever people type stands in the master as they typed it, as far as a workbook can hold it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbook import forms
from planbook.model import Change, Place
from planbook.reading import read
from planbook.reporting.summary import figures
from planbook.settings import DEFAULT_SCALE
from planbook.writing.master import master_bytes
from planbook.writing.names import sheet_names
from writing.quarters import banded_plan, combined_plan, entry, quarter

HARD = (
    "=1+1",
    "{=1}",
    "+2 audits",
    "-none",
    "@home",
    "https://example.org/a?b=c&d",
    "internal:Summary!A1",
    "external:c:\\x.xlsx",
    "mailto:a@b.example",
    "1.10",
    "007",
    "1-2",
    "TRUE",
    "None",
    "#N/A",
    "_x000D_ and _x0041_",
    " leading and trailing ",
    "a\tb",
    "tab\nand\r\nline",
    "<b>&amp;\"'</b>",
    "é é 😀 مرحبا",
    "\u200bzero\u200b",
    "'quoted",
    "\ud800 alone",
    "\x00\x01\x1f\x85",
    "\ufffe\uffff",
    "]]>",
)


def written(text):
    """The quarter with this text in several places, as our own engine reads it back."""
    plan, other = combined_plan(), banded_plan()
    first, second = plan.actions[0], other.actions[0]
    odd = replace(first, fields=first.fields | {"lead": entry(text, (5, 3)), "update": entry(text, (5, 5))})
    plan = replace(plan, title=text or "x", actions=(odd, *plan.actions[1:]))
    other = replace(other, actions=(replace(second, fields=second.fields | {"action": entry(text)}), other.actions[1]))
    change = Change("1", "1a", "lead", "", text, Place("returns/a.xlsx", text[:20]))
    found = quarter(title=text, plans=(plan, other), changes=(change,))
    data = master_bytes(found, figures(found, DEFAULT_SCALE), DEFAULT_SCALE, "{}", text)
    return read(data, "master.xlsx"), sheet_names(found.plans)


def shown(sheet, row, column):
    cell = sheet.cell(row, column)
    return cell.text if cell else ""


def check(text):
    book, names = written(text)
    clean = forms.writable(text)
    plan = book.sheet(names["1"])
    assert shown(plan, 5, 3) == clean
    assert shown(plan, 5, 5) == forms.writable(forms.combined("3 - On target", text))
    actions = book.sheet(forms.ALL_ACTIONS)
    assert shown(actions, 5, 6) == clean
    assert shown(actions, 5, 11) == clean
    assert shown(book.sheet(forms.CHANGES), 5, 6) == clean
    assert not any(cell.formula for row in plan.rows.values() for cell in row.values())


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_come_back_as_they_were(text):
    check(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_characters="\x7f"), max_size=80))  # which reading leaves out
def test_any_text_comes_back_as_it_was(text):
    check(text)
