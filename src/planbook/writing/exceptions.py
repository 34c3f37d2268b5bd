"""The exception sheets: what is wrong, where, and what to do, most urgent first.

Each row is one question, whatever number of cells it is about. Its last columns make it a form: the
next run reads what was chosen and typed there (merge.md, Decisions come back).
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

from planbook import columns, forms
from planbook.catalogue import BY_CODE
from planbook.figures import ExceptionRow
from planbook.model import Choice, Place, Severity, column_letters
from planbook.writing.book import A3, Book, Page, sheet_ref
from planbook.writing.listing import Column, Link, Listing, Rich, Value, write_listing
from planbook.writing.metrics import text_height
from planbook.writing.setting import Setting, capital, counted
from planbook.writing.theme import ROW_LIMIT, SIGNALS

_DECIDING = tuple(Column(heading, "input") for heading in forms.DECIDING_COLUMNS)
_ISO = len("2020-01-31")
_LONGEST_EXCERPT, _WIDEST = 900, 90.0
_ABOUT = {
    "Exceptions - Decide": "Exceptions: decisions between versions",
    "Exceptions - Leads": "Exceptions: leads",
    "Exceptions - Dates": "Exceptions: dates",
    "Exceptions - Ratings": "Exceptions: ratings and updates",
    "Exceptions - Returns": "Exceptions: what arrived",
}
_LOOKS = {
    "Ref": "quiet",
    "Code": "link_quiet",
    "Action": "strong",
    "Suggestion": "strong",
    "Where (file, sheet, cell)": "quiet",
}


def rows_of_sheet(setting: Setting, sheet: str) -> list[ExceptionRow]:
    """The exceptions of one sheet, in the order in which they stand there."""
    return [row for row in setting.figures.exceptions if forms.family_sheet(row.code) == sheet]


def write_exceptions(book: Book, setting: Setting, sheet: str) -> None:
    """Writes one of the exception sheets."""
    found = rows_of_sheet(setting, sheet)
    widths = {"Action": 15.0, "In the return": _return_width(found)}
    listing = Listing(
        name=sheet.replace(" - ", "_"),
        title=_ABOUT.get(sheet, sheet),
        notes=_notes(found),
        columns=tuple(Column(h, _LOOKS.get(h, "cell"), widths.get(h, 0)) for h in forms.EXCEPTION_COLUMNS) + _DECIDING,
        rows=[_row(setting, row) for row in found],
        empty="Nothing of this kind is open.",
        frozen=5,
        least=2,
    )
    tab = "open" if any(row.is_open and row.severity is Severity.ERROR for row in found) else "clear"
    page = book.page(sheet, tab, A3, 85)
    write_listing(page, listing)
    severity = listing.area("Severity")
    first = f"${column_letters(severity[1] + 1)}{severity[0] + 1}"
    for name, (fill, ink) in SIGNALS.items():
        page.paint(severity, f'={first}="{name.capitalize()}"', fill, ink, bold=True)
    if found:
        _offer_decisions(page, listing, found)


def _offer_decisions(page: Page, listing: Listing, found: list[ExceptionRow]) -> None:
    """In each row a drop-down of the decisions that make sense there; a value that is still to be typed turns red."""
    column = listing.index(forms.DECISION)
    for row, exception in enumerate(found, listing.first):
        page.choose(row, column, [choice.value for choice in exception.choices], "Leave it empty to decide later.")
    value = listing.area(forms.VALUE)
    decision, typed = (f"${column_letters(c + 1)}{listing.first + 1}" for c in (column, value[1]))
    fill, ink = SIGNALS["error"]
    page.paint(value, f'=AND({decision}="{Choice.VALUE.value}",{typed}="")', fill, ink)


def exception_places(setting: Setting) -> list[str]:
    """Where each exception stands, in the order of the figures: what the summary links to."""
    next_row = {sheet: len(_notes(rows_of_sheet(setting, sheet))) + 3 for sheet in forms.EXCEPTION_SHEETS}
    places = []
    for row in setting.figures.exceptions:
        sheet = forms.family_sheet(row.code)
        places.append(f"{sheet_ref(sheet)}!A{next_row[sheet]}")
        next_row[sheet] += 1
    return places


def _notes(found: list[ExceptionRow]) -> tuple[str, ...]:
    count = {severity: sum(row.severity is severity for row in found) for severity in Severity}
    errors, warnings = counted(count[Severity.ERROR], "error"), counted(count[Severity.WARNING], "warning")
    notices = counted(count[Severity.INFO], "notice")
    return (
        capital(f"{errors}, {warnings}, {notices}; the most urgent first."),
        "One row can be about several cells; it lists them all, and one decision settles them all.",
        "Choose what should happen in the column Decision, save, and merge again. What is left empty stays open.",
    )


def _row(setting: Setting, row: ExceptionRow) -> list[Value]:
    return [
        ", ".join(row.refs),
        row.severity.value.capitalize(),
        Link(row.code, f"{sheet_ref(forms.LEGEND)}!A1", BY_CODE[row.code].title),
        "\n".join(setting.name(plan) for plan in row.plans),
        _actions(setting, row),
        columns.title_of(row.field) if row.field else "",
        _what(row),
        _in_master(row),
        row.in_return or ("(blank)" if row.held else ""),
        suggested(row.suggestion),
        where(row.places),
        "",
        "",
        row.remark,
    ]


def _actions(setting: Setting, row: ExceptionRow) -> Value:
    """The number of the action as a link to it; of several, all numbers, by plan where they are of several plans."""
    if len(row.actions) == 1:
        return setting.link(*row.actions[0])
    by_plan = {plan: ", ".join(action for of, action in row.actions if of == plan) for plan in row.plans}
    if len(by_plan) == 1:
        return next(iter(by_plan.values()))
    return "\n".join(f"{plan}: {numbers}" for plan, numbers in by_plan.items() if numbers)


def _in_master(row: ExceptionRow) -> str:
    """What the master holds: whole if a row can show it, else its beginning, since it stands whole in the plan."""
    text = row.in_master
    if text_height(text, Column("In the master").characters) <= ROW_LIMIT:
        return text
    return text[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " … (whole on the plan's sheet)"


def suggested(text: str) -> str:
    """A suggestion as people read it: a date in words, anything else as it is."""
    try:
        return forms.long_day(date.fromisoformat(text)) if len(text) == _ISO else text
    except ValueError:
        return text


def _return_width(found: list[ExceptionRow]) -> float:
    """What a return holds is shown whole, since it stands nowhere else: wider where the highest row is too low."""
    usual = Column("In the return").characters
    fits = all(text_height(row.in_return, usual) <= ROW_LIMIT for row in found if len(row.in_return) > 500)
    return usual if fits else _WIDEST


def _what(row: ExceptionRow) -> Rich:
    """The fault in bold, then what to do, and what happens if nobody does where something waits."""
    rule = BY_CODE[row.code]
    waits = f" If nobody decides: {rule.undecided[:1].lower()}{rule.undecided[1:]}" if row.held else ""
    return Rich((("bold", row.message), ("plain", f"\n{rule.to_do}{waits}")))


def where(places: tuple[Place, ...]) -> str:
    """Every place, with a file and a sheet said once: `returns/a.xlsx, Plan!C5, C7, C9`."""
    lines = []
    for (workbook, sheet), same in groupby(places, key=lambda place: (place.workbook, place.sheet)):
        cells = [place.cell or (f"row {place.row}" if place.row else "") for place in same]
        inside = ", ".join(cell for cell in cells if cell)
        lines.append(f"{workbook}, {sheet}!{inside}" if sheet and inside else str(Place(workbook, sheet)))
    return "\n".join(lines)
