"""What became of every file: its line in `Returns`, and what is to be said of it as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planbook import forms
from planbook.columns import COLUMNS, Owner
from planbook.matching.returns import Recognised
from planbook.merging.accounting import Account
from planbook.model import CellCount, Change, Fate, Finding, Place, ReturnRecord
from planbook.quarter.inputs import Inputs
from planbook.quarter.issues import findings_of_issues, older_issue
from planbook.quarter.merging_all import Merging
from planbook.quarter.receiving import Opened
from planbook.settings import Settings

_PROGRESS = tuple(column.key for column in COLUMNS if column.owner is Owner.PROGRESS)


def findings_of_files(
    inputs: Inputs, issued: Sequence[Opened], returned: Sequence[Opened], merging: Merging, settings: Settings
) -> Iterable[Finding]:
    """The F and S codes that are said of whole files."""
    for opened in issued:
        yield from (f for f in opened.findings if f.code in ("F001", "F002", "F007", "S007"))
    copies = {one.file.name for one in merging.recognised if not one.is_used}
    for opened in returned:
        if opened.name not in copies:  # of the same words twice, what they say is said of the ones that are used
            yield from opened.findings
    for record in inputs.passed_over:
        if record.fate is Fate.PASSED_OVER:
            yield Finding("F009", Place(record.file), f"It was passed over: {record.why}.", value=record.file)
    for one in merging.recognised:
        if one.same_as:
            message = f"It says the same as {one.same_as}, which was used."
            yield Finding("F004", Place(one.file.name), message, value=one.file.name)
        if one.superseded_by:
            message = f"A later copy of it came, {one.superseded_by}, which was used instead."
            yield Finding("F004", Place(one.file.name), message, value=one.file.name)
        for plan in one.unknown:
            message = f"The plan '{plan.title}' ({len(plan.actions)} actions) is none of this workspace's plans."
            yield Finding("F003", plan.source, message, value=plan.title)
    yield from findings_of_issues(returned, merging.recognised, merging.issues)
    for loose in merging.master.beside if merging.master else ():
        message = "Somebody wrote this in the master where it cannot stay. It is kept here and in the earlier master."
        yield Finding("S006", loose.place, message, value=loose.text)
    for plan_id in missing_plans(merging, settings):
        title = merging.merged[plan_id].plan.title
        yield Finding(
            "F005", merging.merged[plan_id].plan.source, f"No return has come for '{title}'.", plan_id, value=title
        )


def missing_plans(merging: Merging, settings: Settings) -> Iterable[str]:
    """Plans whose return was expected and is not there."""
    came = {known.id for one in merging.recognised for _, known in one.plans}
    not_expected = {p for c in settings.committees if not c.expected for p in c.plans}
    return (p for p in merging.merged if p not in came and p not in not_expected)


def records_of(
    inputs: Inputs,
    returned: Sequence[Opened],
    merging: Merging,
    changes: Sequence[Change],
    findings: Sequence[Finding],
    accounts: dict[str, Account],
) -> tuple[ReturnRecord, ...]:
    """One line for every file that was received, by name."""
    recognised = {one.file.name: one for one in merging.recognised}
    records = list(inputs.passed_over)
    for opened in returned:
        one = recognised.get(opened.name)
        mine = [f for f in findings if f.place.workbook == opened.name]
        plans = tuple(dict.fromkeys(known.id for _, known in one.plans)) if one else ()
        records.append(
            ReturnRecord(
                opened.name,
                _fate(opened, one, accounts.get(opened.name)),
                plans,
                sum(len(p.actions) for p in opened.file.plans) if opened.file else 0,
                sum(c.place.workbook == opened.name for c in changes),
                len(mine),
                why=_why(opened, one, merging, mine),
            )
        )
    return tuple(sorted(records, key=lambda r: r.file))


def _why(opened: Opened, one: Recognised | None, merging: Merging, said: Sequence[Finding]) -> str:
    """What is to be known of a file besides its fate."""
    if opened.fate or one is None:
        return said[0].message if said else ""
    if not one.is_used:
        return f"the same as {one.same_as}" if one.same_as else f"a later copy was used: {one.superseded_by}"
    older = older_issue(one, opened, merging.issues)
    words = [f"from the issue of {forms.long_day(older[0])}"] if older else []
    words += ["blank: it holds no update and no rating"] if _is_blank(one) else []
    return "; ".join(words)


def _is_blank(one: Recognised) -> bool:
    """Whether nothing stands in any cell that tells of progress, though the plan has such columns."""
    told = [e for plan, _ in one.plans for a in plan.actions for k in _PROGRESS if (e := a.fields.get(k)) is not None]
    return bool(told) and all(entry.is_blank for entry in told)


def _fate(opened: Opened, one: Recognised | None, cells: Account | None) -> Fate:
    if opened.fate or one is None:
        return opened.fate or Fate.REFUSED
    if one.same_as:
        return Fate.DUPLICATE
    if one.superseded_by:
        return Fate.SUPERSEDED
    if not one.plans:
        return Fate.UNMATCHED
    count = cells.cells if cells else CellCount()
    return Fate.MERGED if count.changed or count.held or count.carried else Fate.UNCHANGED
