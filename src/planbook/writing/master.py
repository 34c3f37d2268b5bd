"""The master workbook: a merged quarter to the bytes of an xlsx. The order of the sheets is decided here.

The same quarter gives the same bytes: the creation date is the quarter's, and nothing asks a clock.
"""

from __future__ import annotations

from collections.abc import Sequence

from planbook import forms
from planbook.figures import Figures
from planbook.model import Consolidation, Sheet
from planbook.settings import Scale
from planbook.writing.all_actions import all_actions, write_all_actions
from planbook.writing.book import Book, footer_text
from planbook.writing.exceptions import write_exceptions
from planbook.writing.own_sheets import write_own_sheets
from planbook.writing.plan_sheet import write_plan
from planbook.writing.plan_subject import changed_fields, plan_sheet
from planbook.writing.records import write_changes, write_legend, write_returns, write_versions
from planbook.writing.reports import write_highlights, write_risks
from planbook.writing.setting import Setting, setting
from planbook.writing.summary import write_summary


def master_bytes(
    quarter: Consolidation, figures: Figures, scale: Scale, snapshot: str, author: str = "", own: Sequence[Sheet] = ()
) -> bytes:
    """A whole quarter as a workbook (interface.md, The master workbook).

    `figures` are the quarter's own (`reporting.summary.figures`), `snapshot` what the next run needs
    to read this master exactly, `author` the one of the settings: no person of a return is named in
    the file's properties. `own` are sheets that the business manager has added to the master before.
    """
    ready = setting(quarter, figures, scale)
    book = Book(f"{quarter.title}: master, version {ready.version}", author, quarter.as_of)
    book.footer = (footer_text(quarter.title), f"Version {ready.version}, {forms.long_day(quarter.as_of)}")
    actions = all_actions(ready)
    write_summary(book, ready, actions)
    write_all_actions(book, ready, actions)
    _write_plans(book, ready)
    for sheet in forms.EXCEPTION_SHEETS:
        write_exceptions(book, ready, sheet)
    write_changes(book, ready)
    write_highlights(book, ready)
    write_risks(book, ready)
    write_returns(book, ready)
    write_versions(book, ready)
    write_legend(book, ready)
    write_own_sheets(book, own, [*forms.SHEETS, *ready.names.values()])
    book.hidden(forms.SNAPSHOT, forms.chunks(snapshot))
    return book.bytes()


def _write_plans(book: Book, ready: Setting) -> None:
    changed = changed_fields(ready.quarter)
    for plan in ready.quarter.plans:
        sheet = plan_sheet(plan, changed, ready.quarter.version)
        write_plan(book, ready.names[plan.id], sheet, ready.scale)
