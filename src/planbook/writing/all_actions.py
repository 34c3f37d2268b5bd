"""`All actions`: one row an action, as an Excel table that people filter, sort and may edit."""

from __future__ import annotations

from collections.abc import Iterable

from planbook import forms
from planbook.model import Action, Meaning, Plan, column_letters
from planbook.writing.book import A3, Book
from planbook.writing.listing import Column, Listing, Value, write_listing
from planbook.writing.metrics import text_height, what_fits
from planbook.writing.setting import Setting, counted
from planbook.writing.theme import ROW_LIMIT, SIGNALS
from planbook.writing.tones import code_value, paint_codes

TABLE = "Actions"
_LOOKS = {
    "Section": "quiet",
    "No.": "link",
    "Objective": "quiet",
    "Due": "day",
    "RAG": "code",
    "Last updated": "day",
    "Source": "quiet",
    "Flags": "strong",
}
_WIDEST_UPDATE = 90.0


def all_actions(setting: Setting) -> Listing:
    """The sheet's table. It is made before the summary, which counts in it."""
    update = _update_width(setting)
    rows = [_row(setting, plan, action) for plan in setting.quarter.plans for action in plan.actions]
    longer = _continued(rows, update)
    headings = forms.ALL_ACTIONS_COLUMNS + forms.ALL_ACTIONS_MARKS[: 2 if longer else 1]
    columns = tuple(Column(h, _LOOKS.get(h, "cell"), update if h.startswith("Update") else 0) for h in headings)
    whole = f"One row for each of {counted(len(rows), 'action')} in {counted(len(setting.quarter.plans), 'plan')}."
    return Listing(
        name=TABLE,
        title=forms.ALL_ACTIONS,
        notes=(
            f"{whole} Filter with the arrows; the number takes you to the action in its plan.",
            "An empty Due is a timescale that names no date; an empty Section is a plan without sections.",
        ),
        columns=columns,
        rows=rows or [[""] * len(columns)],
        empty="",
        frozen=3,
    )


def write_all_actions(book: Book, setting: Setting, listing: Listing) -> None:
    """Writes the sheet, with ratings and late dates coloured and the scale as a drop-down."""
    page = book.page(forms.ALL_ACTIONS, "read", A3, 90)
    write_listing(page, listing)
    paint_codes(page, listing, "RAG", setting.figures, setting.scale, word="Rating")
    due = listing.area("Due")
    flags = f"${column_letters(listing.index('Flags') + 1)}{due[0] + 1}"
    fill, ink = SIGNALS["error"]
    page.paint(due, f'=ISNUMBER(SEARCH("{forms.FLAG_OVERDUE}",{flags}))', fill, ink, bold=True)
    _offer_scale(page.raw, listing, setting)
    page.raw.print_area(0, 0, listing.last, listing.index("Last updated"))  # the rest is for the screen


def _offer_scale(sheet: object, listing: Listing, setting: Setting) -> None:
    """The scale as a drop-down that does not refuse other words, since a plan can have a scale of its own."""
    codes = [step.code for step in setting.scale.steps]
    if len(",".join(codes)) > 250:  # Excel cannot open a longer list
        return
    rule = {
        "validate": "list",
        "source": codes,
        "error_type": "warning",
        "error_title": "Not on the scale",
        "error_message": f"The codes of the scale are {', '.join(codes)}."[:250],
    }
    sheet.data_validation(*listing.area("RAG"), rule)  # type: ignore[attr-defined]


def _row(setting: Setting, plan: Plan, action: Action) -> list[Value]:
    meaning = setting.quarter.meaning(plan, action)
    key = (plan.id, action.id)
    return [
        setting.name(plan.id),
        plan.section_of(action),
        setting.link(plan.id, action.id),
        action.text("objective"),
        action.text("action") or action.wording,
        action.text("lead"),
        action.text("timescale"),
        meaning.due,
        code_value(meaning.rating.code),
        rating_words(meaning),
        action.text("update"),
        action.text("success_measures"),
        setting.quarter.last_updated.get(key),
        source_of(plan, action),
        "\n".join(_flags(setting, action, key)),
    ]


def rating_words(meaning: Meaning) -> str:
    """The label of a rating; the words of one that is no step of a scale, so that it is not lost here."""
    return meaning.rating_label or meaning.rating.label or ("" if meaning.rating.code else meaning.rating.text)


def source_of(plan: Plan, action: Action) -> str:
    """Where an action was read, `file, sheet!cell`: its wording's cell, else its row."""
    for field in ("action", "milestone", "milestone_2", "objective"):
        entry = action.fields.get(field)
        if entry is not None and entry.text and not entry.inherited:
            return str(entry.place)
    return str(action.place or plan.source)


def _flags(setting: Setting, action: Action, key: tuple[str, str]) -> Iterable[str]:
    figures = setting.figures
    if not action.agreed:
        yield forms.FLAG_NEW
    if key in figures.overdue:
        yield forms.FLAG_OVERDUE
    if key in figures.no_update:
        yield forms.FLAG_NO_UPDATE
    if key in figures.changed:
        yield forms.FLAG_CHANGED


def _continued(rows: list[list[Value]], width: float) -> bool:
    """Shows again, in a column at the right, what even the highest row hides of an update; says whether any is.

    The update's own cell holds it whole all the same.
    """
    at = forms.ALL_ACTIONS_COLUMNS.index("Update")
    rests: list[Value] = []
    for row in rows:
        text = row[at]
        high = isinstance(text, str) and text_height(text, width) > ROW_LIMIT
        rests.append(text[what_fits(text, width, ROW_LIMIT) :].lstrip() if high and isinstance(text, str) else "")
    if not any(rests):
        return False
    for row, rest in zip(rows, rests, strict=True):
        row.append(rest)
    return True


def _update_width(setting: Setting) -> float:
    """The column of updates is as wide as the theme says, and wider where one would not fit the highest row."""
    usual = Column("Update").characters
    texts = [a.text("update") for plan in setting.quarter.plans for a in plan.actions]
    longest = [text for text in texts if len(text) > 1500]
    fits = all(text_height(text, usual) <= ROW_LIMIT for text in longest)
    return usual if fits else _WIDEST_UPDATE
