"""What people read on the screen. Plain text in all cases; colour and boxes where the stream is a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planbook.catalogue import BY_CODE, FAMILIES, Rule, severity_of
from planbook.mail.pasting import paragraph
from planbook.model import Fate, Finding, Severity

if TYPE_CHECKING:
    from planbook.library import Check, MergeResult

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def put(lines: Iterable[str]) -> None:
    """Print lines; a word before a tab is a severity, coloured where the terminal shows colour."""
    text = "\n".join(lines)
    if not _has_colour():
        print(text.replace("\t", " "))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in text.split("\n"):
        shown = Text(line.replace("\t", " "))
        for word, style in _STYLES.items():
            shown.highlight_regex(rf"\b{word}\b(?= )", style) if "\t" in line else None
        console.print(shown)


def _has_colour() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def put_json(value: Any) -> None:
    """Print JSON in UTF-8, whatever the console's own encoding is."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    buffer.write(text.encode("utf-8", "backslashreplace"))
    buffer.flush()


def safe(text: str) -> str:
    """A name from outside as a message can show it: no line breaks, no marks that turn the direction of writing."""
    return "".join(c if c.isprintable() and not 0x202A <= ord(c) <= 0x2069 else f"\\u{ord(c):04x}" for c in text)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], limit: int = 60) -> list[str]:
    """Columns of text under headings, each as wide as it needs to be."""
    cells = [[short(str(v), limit) for v in row] for row in rows]
    widths = [max(len(h), *(len(r[i]) for r in cells)) if cells else len(h) for i, h in enumerate(headings)]
    lines = ["  ".join(h.ljust(w) for h, w in zip(headings, widths, strict=True)).rstrip()]
    lines.append("  ".join("-" * w for w in widths))
    lines += ["  ".join(v.ljust(w) for v, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    return [f"  {line}" for line in lines]


def short(text: str, limit: int) -> str:
    """A text from outside on one line, cut where it is longer than `limit`."""
    line = safe(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 3] + "..."


def many(count: int, word: str) -> str:
    """A number with its noun: `1 action`, `3 actions`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def merge_text(result: MergeResult, *, dry_run: bool) -> list[str]:
    """What a merge found, in plain words, and what to do next."""
    quarter = result.run.quarter
    actions = sum(len(p.actions) for p in quarter.plans)
    lines = [
        f"{many(actions, 'action')} in {many(len(quarter.plans), 'plan')}, {many(len(result.changes), 'change')}.",
        "",
    ]
    if quarter.returns:
        rows = [(r.file, r.fate.value, ", ".join(r.plans), r.actions, r.changes) for r in quarter.returns]
        lines += ["Returns", *table(("File", "Status", "Plan", "Actions", "Changes"), rows), ""]
    if quarter.missing_returns:
        missing = [p for p in quarter.plans if p.id in quarter.missing_returns]
        lines += ["Not yet in: " + "; ".join(f"{p.id} {p.title}" for p in missing), ""]
    lines += _decisions(result, dry_run=dry_run)
    lines += _exceptions_by_kind(result.exceptions)
    lines += _refused(result)
    lines += [_where(result, dry_run=dry_run), "", "To paste into a message:", f"  {paragraph(quarter)}"]
    return lines


def _decisions(result: MergeResult, *, dry_run: bool) -> list[str]:
    """How many exceptions were decided; in a dry run what each decision will do; always which could not be applied."""
    run = result.run
    lines = []
    if run.decided or run.refused:
        lines.append(f"Decisions: {run.decided} of {run.asked} decided.")
    for change in run.quarter.changes if dry_run else ():
        if change.why.startswith("decision"):
            effect = (
                f"{short(change.before, 40)} -> {short(change.after, 40)}" if change.before != change.after else "stays"
            )
            lines.append(f"  {change.plan} {change.action} {change.field}: {change.why}: {effect}")
    lines += [f"  {ref} was not applied: {why}." for ref, why in run.refused]
    return [*lines, ""] if lines else []


def _exceptions_by_kind(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return ["No exceptions.", ""]
    counts = Counter((severity_of(f), f.code) for f in findings)
    order = sorted(counts, key=lambda k: (list(Severity).index(k[0]), list(FAMILIES).index(k[1][0]), k[1]))
    rows = [(severity.value + "\t", c, counts[severity, c], BY_CODE[c].title) for severity, c in order]
    by_severity = Counter(severity_of(f).value for f in findings)
    total = ", ".join(f"{by_severity[s.value]} {s.value}" for s in Severity if by_severity[s.value])
    lines = [f"Exceptions: {len(findings)} ({total})"]
    lines += [f"  {severity:9}{code}  {count:>4}  {title}" for severity, code, count, title in rows]
    return [*lines, "  (`planbook explain CODE` says what each means and what to do)", ""]


def _refused(result: MergeResult) -> list[str]:
    bad = {r.file for r in result.returns if r.fate in (Fate.REFUSED, Fate.UNMATCHED)}
    lines = [f"  {safe(str(f.place))}: {f.message}" for f in result.exceptions if f.code in ("F001", "F002", "F003")]
    return ["These files could not be used:", *lines, ""] if bad and lines else []


def _where(result: MergeResult, *, dry_run: bool) -> str:
    if dry_run:
        return "Nothing was written (--dry-run)."
    if not result.run.written:
        return f"Nothing new since the last run. The master is {result.master}."
    earlier = f" The one before is kept as {result.run.kept}." if result.run.kept else ""
    return f"The master is {result.master} (version {result.run.quarter.version}).{earlier}"


def check_text(checks: Sequence[Check]) -> list[str]:
    """A readable list by cell, and what each column was taken to be."""
    lines: list[str] = []
    for one in checks:
        actions = sum(len(p.actions) for p in one.plans)
        lines += [f"{safe(one.file)}: {many(len(one.plans), 'plan')}, {many(actions, 'action')}", ""]
        for plan in one.plans:
            columns = {(c.heading, c.field): c for b in plan.blocks for c in b.columns}
            rows = [(c.heading, c.field, c.why) for c in columns.values()]
            lines += [f"  Plan {plan.id}, {plan.title}: the columns were taken to be"]
            lines += [f"  {line}" for line in table(("Heading", "Field", "Why"), rows, 70)] + [""]
        lines += _findings_by_cell(one.findings)
    return lines


def _findings_by_cell(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return ["  Nothing is wrong.", ""]
    lines = []
    for f in findings:
        where = f"{f.place.sheet}!{f.place.cell}" if f.place.cell else f.place.sheet
        take = f" Suggestion: {f.suggestion}." if f.suggestion else ""
        lines.append(
            f"  {severity_of(f).value}\t{f.code} {safe(where)} {f.action}: {short(f.message, 300)}{short(take, 100)}"
        )
    return [*lines, ""]


def actions_text(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """The actions as a short table for people; the whole texts are in the other formats."""
    rows = [(i["plan"], i["action"], i["action_text"], i["lead"], i["due"] or i["timescale"], i["rag"]) for i in items]
    return [*table(("Plan", "No.", "Action", "Lead", "Due", "RAG"), rows, 40), "", many(len(items), "action") + "."]


def explain_text(rules: Sequence[Rule]) -> list[str]:
    """What codes mean: one in full, or all of them a line each."""
    if len(rules) > 1:
        lines: list[str] = []
        for letter, name in FAMILIES.items():
            lines += (
                [name] + [f"  {r.code}  {r.severity.value:8} {r.title}" for r in rules if r.code[0] == letter] + [""]
            )
        return [*lines, "`planbook explain CODE` says more about one."]
    rule = rules[0]
    return [
        f"{rule.code} {rule.title} ({rule.severity.value})",
        "",
        f"What it means: {rule.meaning}",
        f"What to do:    {rule.to_do}",
        f"If nobody does: {rule.undecided}",
    ]
