"""The two sheets for the partnership's meeting: `Highlights` and `Risks`."""

from __future__ import annotations

from planbook import forms
from planbook.figures import Highlight, RiskRow, Why
from planbook.writing.book import A4, Book
from planbook.writing.listing import Column, Listing, Value, write_listing
from planbook.writing.setting import Setting, capital, counted
from planbook.writing.theme import SIGNALS
from planbook.writing.tones import code_value, paint_codes

_LONGEST_WORDING = 220
"""A highlight names its action; the whole wording is a click away, on the plan's sheet."""


def write_highlights(book: Book, setting: Setting) -> None:
    """What the partnership should talk about: one row an action, by reason."""
    total, looks = setting.figures.total, {"Why it is here": "strong", "No.": "link", "Due": "day", "RAG": "code"}
    done = sum(row.why is Why.COMPLETED for row in setting.figures.highlights)
    now = f"Since the last issue {total.better} better, {total.worse} worse, {done} completed."
    now += f" {total.overdue} overdue, {total.no_update} without an update."
    listing = Listing(
        name="Highlights",
        title="Highlight report",
        notes=(
            f"Position at {forms.long_day(setting.quarter.as_of)}. {now}",
            "Each action once, for its most pressing reason; the number leads to it in its plan.",
        ),
        columns=tuple(
            Column(h, looks.get(h, "cell"), {"Action": 54.0, "Lead": 27.0}.get(h, 0)) for h in forms.HIGHLIGHTS_COLUMNS
        ),
        rows=[_highlight(setting, row) for row in setting.figures.highlights],
        empty="Nothing is overdue, worse, undecided or without an update, and nothing was newly completed.",
    )
    page = book.page(forms.HIGHLIGHTS, "read", A4)
    write_listing(page, listing)
    paint_codes(page, listing, "RAG", setting.figures, setting.scale)
    why = listing.area("Why it is here")
    fill, ink = SIGNALS["error"]
    page.paint(why, f'=$A{why[0] + 1}="{Why.OVERDUE.value}"', fill, ink, bold=True)


def _highlight(setting: Setting, row: Highlight) -> list[Value]:
    if len(row.actions) != 1:
        return [
            row.why.value,
            setting.name(row.plan),
            "",
            "Several actions: see the last column.",
            "",
            None,
            "",
            row.word,
        ]
    plan = setting.plans[row.plan]
    action = setting.actions.get((row.plan, row.actions[0]))
    if action is None:
        return [row.why.value, setting.name(row.plan), row.actions[0], "", "", None, "", row.word]
    meaning = setting.quarter.meaning(plan, action)
    return [
        row.why.value,
        setting.name(row.plan),
        setting.link(row.plan, action.id),
        shortened(action.wording),
        action.text("lead"),
        meaning.due,
        code_value(meaning.rating.code),
        row.word,
    ]


def shortened(text: str) -> str:
    """The beginning of a text, cut between words and marked where it is cut."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_WORDING else words[:_LONGEST_WORDING].rsplit(" ", 1)[0] + " …"


def write_risks(book: Book, setting: Setting) -> None:
    """Every risk and mitigation of all plans, worst rated first."""
    found = setting.figures.risks
    plans, named = len({row.plan for row in found}), counted(len(found), "risk")
    listing = Listing(
        name="Risks",
        title="Risks and mitigations",
        notes=(
            f"{capital(named)} in {counted(plans, 'plan')}, worst rated first; the others name none.",
            "The same words of one plan stand once, with all their actions.",
        ),
        columns=tuple(
            Column(h, {"Actions": "link", "Lowest RAG": "code"}.get(h, "cell"), 28 if h == "Lead" else 0)
            for h in forms.RISKS_COLUMNS
        ),
        rows=[_risk(setting, row) for row in found],
        empty="None of the plans names a risk.",
    )
    page = book.page(forms.RISKS, "read", A4)
    write_listing(page, listing)
    paint_codes(page, listing, "Lowest RAG", setting.figures, setting.scale)


def _risk(setting: Setting, row: RiskRow) -> list[Value]:
    numbers = setting.link(row.plan, row.actions[0], ", ".join(row.actions))
    leads = "\n".join(row.leads)
    return [setting.name(row.plan), numbers, row.risk, row.mitigation, leads, code_value(row.rating)]
