"""What the commands of the desk say on the screen: comparing, restoring, starting a workspace, sending."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from planbook.columns import title_of
from planbook.comparison import Comparison, Row, difference, shortened
from planbook.model import Change
from planbook.restoring import Restored, Thinned
from planbook.sending import Drafted, Mailing
from planbook.starting import Started
from planbook.terminal import many, safe, short, table

_LONG = 160


def nothing_written(arguments: argparse.Namespace) -> list[str]:
    """The last line of a run that only tells what it would do."""
    return ["Nothing was written (--dry-run)."] if arguments.dry_run else []


def compare_text(found: Comparison) -> list[str]:
    """A comparison as a chair reads it: counts, then plan by plan; long texts are cut to what differs."""
    head = f"{safe(found.old)} -> {safe(found.new)}"
    if found.is_same:
        return [head, f"Nothing differs: {many(found.unchanged, 'action')}, all the same."]
    changed = f"{many(found.changed_actions, 'action')} changed ({many(len(found.changes), 'field')})"
    rest = f"{len(found.added)} added, {len(found.removed)} removed, {found.unchanged} the same."
    lines = [head, f"{changed}, {rest}"]
    for plan, title in found.titles.items():
        lines += _plan_lines(found, plan, title)
    return lines


def _plan_lines(found: Comparison, plan: str, title: str) -> list[str]:
    changes = [c for c in found.changes if c.plan == plan]
    added, removed = ([r for r in rows if r.plan == plan] for rows in (found.added, found.removed))
    if not (changes or added or removed):
        return []
    renumbered = [c for c in changes if c.field == "number"]
    lines = ["", f"Plan {safe(plan)}, {short(title, 100)}"]
    lines += _action_lines([c for c in changes if c.field != "number"])
    lines += [
        f"  Doubtful: {now} was taken to be the earlier {then}." for at, now, then in found.doubtful if at == plan
    ]
    if renumbered:
        pairs = ", ".join(f"{safe(c.before) or 'none'} -> {safe(c.after) or 'none'}" for c in renumbered)
        lines.append(f"  Renumbered: {pairs}")
    lines += [_row_line("Added", row) for row in added]
    lines += [_row_line("Removed", row) for row in removed]
    return lines


def _action_lines(changes: Sequence[Change]) -> Iterator[str]:
    above = ""
    for change in changes:
        if change.action != above:
            yield f"  {safe(change.action)}"
            above = change.action
        yield f"    {title_of(change.field)}: {_from_to(change)}"


def _from_to(change: Change) -> str:
    parts = difference(change.before, change.after)
    before, after = shortened(change.before, change.after)
    if not change.before:
        return f"new: {short(change.after, _LONG)}"
    if not change.after:
        return f"cleared; it was: {short(change.before, _LONG)}"
    if not parts.before:
        return f"with new words: {short(parts.after, _LONG)}"
    if not parts.after:
        return f"without the words: {short(parts.before, _LONG)}"
    return f"{short(before, _LONG)} -> {short(after, _LONG)}"


def _row_line(what: str, row: Row) -> str:
    words = row.wording if row.wording.startswith(row.action) else f"{row.action} {row.wording}"
    return f"  {what}: {short(words, _LONG)}"


def restore_text(done: Restored | Thinned) -> list[str]:
    """The earlier masters as a table, or what was brought back, or what is older than a day."""
    if isinstance(done, Thinned):
        return _thinned(done)
    if done.brought_back is None:
        return _versions(done)
    name = safe(done.brought_back.path.name)
    if done.already:
        return [f"{name} is the same as {done.master.name}: nothing was done."]
    version = f"{name} (version {done.brought_back.version})"
    if done.is_dry:
        return [f"{version} is whole and would take the place of {done.master}, which would be kept."]
    kept = f" The one that stood there is kept as {done.kept}." if done.kept else ""
    return [f"{done.master} is {version} again.{kept}"]


def _versions(done: Restored) -> list[str]:
    if not done.versions:
        return ["There is no earlier master yet."]
    rows = [
        (e.version, e.day.isoformat(), f"{e.size / 1024:.0f} kB", "not whole" if e.fault else "whole", e.path.name)
        for e in done.versions
    ]
    return [
        *table(("Version", "Date", "Size", "State", "File"), rows),
        *(f"  {safe(e.path.name)}: {short(e.fault, 200)}" for e in done.versions if e.fault),
        "",
        "`planbook restore WORKSPACE VERSION` brings one back.",
    ]


def _thinned(done: Thinned) -> list[str]:
    day = done.before.isoformat()
    if not done.paths:
        return [f"Nothing among the earlier masters is from before {day}."]
    names = [f"  {safe(p.relative_to(done.root).as_posix())}" for p in done.paths]
    if done.deleted:
        return [f"Deleted, from before {day}:", *names]
    return [f"From before {day}:", *names, "Nothing was deleted. Add --yes to delete them for good."]


def start_text(done: Started) -> list[str]:
    """What a new workspace holds, and what to do next."""
    lines = [f"Made: {safe(name)}" for name in done.made]
    lines += [f"Was there already, and is as it was: {safe(name)}" for name in done.kept]
    lines += [f"Plan {safe(p.id)}, {short(p.title, 80)}: {many(len(p.actions), 'action')}" for p in done.plans]
    return [*lines, "", "What to do next", *(f"  {n}. {step}" for n, step in enumerate(_next_steps(done), 1))]


def _next_steps(done: Started) -> Iterator[str]:
    yield "Open planbook.toml: give the title and your initials, name the sub-committees and their addresses."
    people = sum(lead.is_person for lead in done.leads)
    near = sum(bool(lead.near) for lead in done.leads)
    if done.leads:
        found = f"{people} under People, {len(done.leads) - people} under Groups"
        slips = f" {near} of these names are near another: look whether they are the same." if near else ""
        yield f"Look through register.xlsx: {found}.{slips}"
    if not done.plans:
        yield "Fill in the plan workbook in 'issued', or put the plan workbooks that you share there instead of it."
        yield "Then start `planbook init` again: it makes register.xlsx from the leads that they name."
    yield "Put what the sub-committees send back into the folder 'returns'."
    yield f"Start `planbook merge {_as_word(str(done.root))}`."


def _as_word(path: str) -> str:
    return f'"{path}"' if " " in path else path


def mail_text(made: Mailing) -> list[str]:
    """The drafts that were written, what became of each, and what to do next."""
    lines = [_draft_line(one) for one in made.drafts]
    lines += [f"Note: {safe(note)}" for note in made.notes]
    if made.sending:
        return [*lines, "", f"{sum(d.sent for d in made.drafts)} of {many(len(made.drafts), 'message')} sent."]
    return [*lines, "", f"{many(len(made.drafts), 'draft')}. Open one in your mail program, look through it, send it."]


def _draft_line(one: Drafted) -> str:
    to = one.draft.to or "nobody yet: no address is set"
    state = one.why or ("sent" if one.sent else "")
    return f"{safe(str(one.path))}: to {short(to, 100)}" + (f"; {short(state, 240)}" if state else "")
