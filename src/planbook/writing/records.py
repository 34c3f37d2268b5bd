"""The sheets that keep the record: `Changes`, `Returns`, `Version control`, `Legend`."""

from __future__ import annotations

from collections.abc import Iterator

from planbook import columns, forms
from planbook.catalogue import BY_CODE
from planbook.model import Change, ReturnRecord, Severity
from planbook.writing.book import A3, A4, Book
from planbook.writing.listing import Column, Listing, Rich, Value, write_listing
from planbook.writing.setting import Setting, capital, counted
from planbook.writing.theme import SIGNALS
from planbook.writing.tones import paint_codes

_CONTINUED = "(continued)"
_PART = forms.CELL_LIMIT - 2 * len(forms.CUT_MARK)


def write_changes(book: Book, setting: Setting) -> None:
    """Every change, cell by cell: those of this run, then those of the versions before."""
    quarter = setting.quarter
    rows = [row for change in (*quarter.changes, *quarter.earlier_changes) for row in _change_rows(setting, change)]
    looks = {"Version": "strong", "Action": "link", "Before": "quiet", "Where": "quiet"}
    widths = {"Action": 10.0, "Plan": 18.0}
    now = f"{counted(len(quarter.changes), 'change')} in version {setting.version}"
    listing = Listing(
        name="Changes",
        title=forms.CHANGES,
        notes=(
            capital(f"{now}, {counted(len(quarter.earlier_changes), 'change')} before; newest first."),
            "Texts are whole; where a text only grew, what is new stands in bold.",
        ),
        columns=tuple(Column(h, looks.get(h, "cell"), widths.get(h, 0)) for h in forms.CHANGES_COLUMNS),
        rows=rows,
        empty="Nothing has been changed in any version so far.",
    )
    write_listing(book.page(forms.CHANGES, "record", A3), listing)


def _change_rows(setting: Setting, change: Change) -> Iterator[list[Value]]:
    """A change as a row; one longer than a cell can hold goes on in rows below, so that it stands here whole."""
    befores, afters = _parts(change.before), _parts(change.after)
    for index in range(max(len(befores), len(afters))):
        before = befores[index] if index < len(befores) else ""
        after = afters[index] if index < len(afters) else ""
        yield [
            change.version or setting.quarter.version,
            setting.name(change.plan),
            setting.link(change.plan, change.action),
            columns.title_of(change.field) + (f" {_CONTINUED}" if index else ""),
            before,
            _grown(before, after) if len(befores) == len(afters) == 1 else after,
            str(change.place),
            change.why,
        ]


def _parts(text: str) -> list[str]:
    """A text in parts that each fit a cell, counted as Excel counts."""
    clean = forms.writable(text)
    if len(clean) * 2 <= forms.CELL_LIMIT:
        return [clean]
    step = _PART if clean.isascii() else _PART // 2
    return [clean[start : start + step] for start in range(0, len(clean), step)]


def _grown(before: str, after: str) -> Value:
    """The new text, with what was added in bold where the old one stands whole at its beginning or end."""
    if before and len(after) > len(before):
        if after.startswith(before):
            return Rich((("plain", before), ("bold", after[len(before) :])))
        if after.endswith(before):
            return Rich((("bold", after[: -len(before)]), ("plain", before)))
    return after


def write_returns(book: Book, setting: Setting) -> None:
    """Every file that was received, what became of it, and what has not come."""
    quarter = setting.quarter
    rows = [_return_row(setting, record) for record in quarter.returns]
    rows += [
        ["", setting.name(plan), "", "missing", "", "", "", "Expected, and not come."]
        for plan in quarter.missing_returns
    ]
    came = f"{counted(len(quarter.returns), 'file')} received"
    listing = Listing(
        name="Returns",
        title=forms.RETURNS,
        notes=(
            capital(f"{came}, {counted(len(quarter.missing_returns), 'return')} missing."),
            _cells_said(setting),
        ),
        columns=tuple(
            Column(
                h,
                {"File": "strong", "Rows": "count", "Changes": "count", "Exceptions": "count"}.get(h, "cell"),
                12 if h == "Changes" else 24 if h == "Plan" else 0,
            )
            for h in forms.RETURNS_COLUMNS
        ),
        rows=rows,
        empty="No file was received, and none was expected.",
    )
    page = book.page(forms.RETURNS, "record", A4)
    write_listing(page, listing)
    status = listing.area("Status")
    fill, ink = SIGNALS["warning"]
    words = ",".join(f'$D{status[0] + 1}="{word}"' for word in ("missing", "refused", "unmatched"))
    page.paint(status, f"=OR({words})", fill, ink, bold=True)


def _return_row(setting: Setting, record: ReturnRecord) -> list[Value]:
    plans = "\n".join(setting.name(plan) for plan in record.plans)
    return [
        record.file,
        plans,
        record.group,
        record.fate.value,
        record.actions,
        record.changes,
        record.exceptions,
        record.why,
    ]


def _cells_said(setting: Setting) -> str:
    """What became of every cell of the returns, since none may be lost."""
    cells = setting.quarter.cells
    if not cells.read:
        return "No cell of a return was read."
    kept = f"{cells.unchanged:,} are unchanged, {cells.changed:,} changed, {cells.held:,} held for a decision"
    rest = f"{cells.carried:,} carried along, {cells.layout:,} layout, {cells.unaccounted:,} not accounted for"
    return f"Of {cells.read:,} cells read {kept}, {rest}."


def write_versions(book: Book, setting: Setting) -> None:
    """One row for each run that changed something."""
    listing = Listing(
        name="Versions",
        title=forms.VERSION_CONTROL,
        notes=("One row for each run that changed something, newest first. Earlier masters are kept whole.",),
        columns=tuple(Column(h, {"Version": "strong", "Date": "day"}.get(h, "cell")) for h in forms.VERSION_COLUMNS),
        rows=[[v.version, v.date, v.author, v.changes] for v in setting.quarter.versions],
        empty="This is the first version.",
    )
    write_listing(book.page(forms.VERSION_CONTROL, "record", A4), listing)


def write_legend(book: Book, setting: Setting) -> None:
    """The rating scale, then every exception code in use, with what to do."""
    used = sorted({row.code for row in setting.figures.exceptions})
    rows: list[list[Value]] = [_step_row(setting, code) for code in setting.figures.codes]
    order = list(Severity)
    for code in sorted(used, key=lambda c: (order.index(BY_CODE[c].severity), c)):
        rule = BY_CODE[code]
        rows.append([rule.severity.value.capitalize(), rule.code, rule.title, rule.meaning, rule.to_do, rule.undecided])
    listing = Listing(
        name="Legend",
        title=forms.LEGEND,
        notes=(f"The rating scale, and {counted(len(used), 'code')} of exceptions in use here, with what to do.",),
        columns=tuple(Column(h, {"Code": "code", "Name": "strong"}.get(h, "cell")) for h in forms.LEGEND_COLUMNS),
        rows=rows,
        empty="No scale and no codes are in use.",
    )
    page = book.page(forms.LEGEND, "record", A4)
    write_listing(page, listing)
    paint_codes(page, listing, "Code", setting.figures, setting.scale)
    kind = listing.area("Kind")
    for name, (fill, ink) in SIGNALS.items():
        page.paint(kind, f'=$A{kind[0] + 1}="{name.capitalize()}"', fill, ink, bold=True)


def _step_row(setting: Setting, code: str) -> list[Value]:
    step = setting.scale.step(code)
    if step is None:
        return ["Rating", code, code.capitalize(), "Not on the scale; used by a plan of its own accord.", "", ""]
    also = f"Also written: {', '.join(step.words)}." if step.words else ""
    colours = f"Colour: {' or '.join(step.colours)}." if step.colours else ""
    done = "Nothing is left to do." if step.complete else ""
    meaning = " ".join(part for part in (done, also, colours) if part)
    return ["Rating", code, step.label, meaning, "Put the code in the rating, and say in the update why.", ""]
