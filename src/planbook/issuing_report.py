"""What `planbook issue` says: for people, and for programs."""

from __future__ import annotations

from typing import Any

from planbook.going_out import Issued
from planbook.terminal import many, safe, table


def issue_report(done: Issued) -> dict[str, Any]:
    """The report of `planbook issue --format json`; files are relative to the workspace."""
    return {
        "schema": 1,
        "as_of": done.day.isoformat(),
        "issued": [
            {"file": one.file, "committee": one.committee, "plans": list(one.plans), "actions": one.actions}
            for one in done.books
        ],
        "kept": done.kept or None,
        "moved": list(done.moved),
        "stayed": list(done.stayed),
        "never_used": list(done.never_used),
        "unassigned": list(done.unassigned),
        "written": done.written,
        "resumed": done.resumed,
    }


def issue_text(done: Issued) -> list[str]:
    """What was written and where the quarter before lies now, in plain words, and what to do next."""
    rows = [(one.file, one.committee, ", ".join(one.plans), one.actions) for one in done.books]
    stopped = ["An issue had been stopped on its way. It is finished now; no other one was made.", ""]
    lines = [
        *(stopped if done.resumed else ()),
        f"{many(len(done.books), 'workbook')}.",
        "",
        *table(("File", "Sub-committee", "Plan", "Actions"), rows),
        "",
    ]
    if done.unassigned:
        plans = ", ".join(safe(plan) for plan in done.unassigned)
        lines += [f"No [[committee]] of planbook.toml has plan {plans}: it goes out under its own title.", ""]
    if done.never_used:
        lines += ["These returns could not be used, and go to the history as they came:"]
        lines += [*(f"  {safe(name)}" for name in done.never_used), ""]
    if done.stayed:
        lines += ["These files changed meanwhile and were left where they are. Run `planbook merge` for them:"]
        lines += [*(f"  {safe(name)}" for name in done.stayed), ""]
    if not done.written:
        return [*lines, "Nothing was written (--dry-run)."]
    if done.kept:
        lines.append(f"{many(len(done.moved), 'file')} of the quarter before: now in {safe(done.kept)}.")
    return [
        *lines,
        "Send each workbook to its sub-committee. Put what comes back into the folder of returns, and merge.",
    ]
