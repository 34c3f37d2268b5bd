"""What each command does: one call to its story, then its report as text or JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from planbook import terminal
from planbook.catalogue import BY_CODE, RULES, severity_of
from planbook.commands_desk import compare, email, init, restore
from planbook.days import as_of as _as_of
from planbook.errors import PlanbookError
from planbook.model import Severity

__all__ = ["check", "compare", "email", "explain", "init", "issue", "merge", "read", "restore"]


def merge(arguments: argparse.Namespace) -> int:
    """`planbook merge`."""
    from planbook.library import merge as merge_workspace

    result = merge_workspace(arguments.workspace, _as_of(arguments), dry_run=arguments.dry_run)
    if arguments.format == "json":
        terminal.put_json(result.report())
    elif not arguments.quiet:
        terminal.put(terminal.merge_text(result, dry_run=arguments.dry_run))
    return int(any(severity_of(f) is Severity.ERROR and f.decision is None for f in result.exceptions))


def issue(arguments: argparse.Namespace) -> int:
    """`planbook issue`."""
    from planbook import issuing, issuing_report

    day = _as_of(arguments)
    done = issuing.issue(Path(arguments.workspace), day, committee=arguments.committee, dry_run=arguments.dry_run)
    if arguments.format == "json":
        terminal.put_json(issuing_report.issue_report(done))
    elif not arguments.quiet:
        terminal.put(issuing_report.issue_text(done))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """`planbook check`."""
    from planbook.library import check_workbook
    from planbook.refs import with_refs
    from planbook.report import check_report
    from planbook.settings import Settings
    from planbook.workspace.register_file import read_register

    settings = Settings(_as_of(arguments))
    if arguments.register:
        register = Path(arguments.register)
        settings = Settings(settings.as_of, register=read_register(register, register.name))
    checks = [check_workbook(file, settings) for file in arguments.files]
    if arguments.annotate:
        from planbook.annotating import annotate

        annotate(arguments.files, checks, arguments.output, quiet=arguments.quiet)
    elif arguments.output:
        raise PlanbookError("-o names the annotated copy: give --annotate as well.")
    findings = with_refs(f for c in checks for f in c.findings)
    if arguments.format == "json":
        files: list[dict[str, Any]] = [
            {"file": c.file, "plans": [p.id for p in c.plans], "actions": sum(len(p.actions) for p in c.plans)}
            for c in checks
        ]
        terminal.put_json(check_report(files, findings))
    elif not arguments.quiet:
        terminal.put(terminal.check_text(checks))
    if not any(c.plans for c in checks):
        return 2  # no plan was found in anything that was named
    return int(any(severity_of(f) is Severity.ERROR for f in findings))


def read(arguments: argparse.Namespace) -> int:
    """`planbook read`."""
    from planbook.library import read_workbook
    from planbook.tidy import write_items

    sources = [sys.stdin.buffer.read() if file == "-" else file for file in arguments.files]
    items = [item for source in sources for item in read_workbook(source).items()]
    to = arguments.to or ("json" if arguments.format == "json" else None)
    if not items:
        print("planbook: no action plan was found. `planbook check FILE` says what was seen.", file=sys.stderr)
    if to is None:
        terminal.put(terminal.actions_text(items))
    elif to == "json" and not arguments.output:
        terminal.put_json(items)
    else:
        write_items(items, to, arguments.output, arguments.files[0], quiet=arguments.quiet)
    return 0 if items else 2


def explain(arguments: argparse.Namespace) -> int:
    """`planbook explain`."""
    import difflib

    code = (arguments.code or "").upper()
    if code and code not in BY_CODE:
        near = difflib.get_close_matches(code, list(BY_CODE), 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise PlanbookError(f"There is no exception code {arguments.code!r}.{hint} `planbook explain` lists them all.")
    rules = [BY_CODE[code]] if code else list(RULES)
    if arguments.format == "json":
        names = ("code", "title", "meaning", "to_do", "undecided")
        terminal.put_json([{"severity": r.severity.value, **{n: getattr(r, n) for n in names}} for r in rules])
    else:
        terminal.put(terminal.explain_text(rules))
    return 0
