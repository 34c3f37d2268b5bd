"""What each command of the desk does: one call to its story, then its report as text or JSON."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from planbook import terminal
from planbook.days import as_of, day, now, today
from planbook.errors import PlanbookError


def init(arguments: argparse.Namespace) -> int:
    """`planbook init`."""
    from planbook import desk_text, starting

    done = starting.start(Path(arguments.folder), [Path(file) for file in arguments.sources], dry_run=arguments.dry_run)
    if arguments.format == "json":
        terminal.put_json(starting.start_report(done))
    elif not arguments.quiet:
        terminal.put([*desk_text.start_text(done), *desk_text.nothing_written(arguments)])
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """`planbook compare`."""
    from planbook import desk_text
    from planbook.comparing import compare as compare_workbooks
    from planbook.comparing import compare_report

    found = compare_workbooks(arguments.old, arguments.new)
    if arguments.output:
        from planbook.made_file import write_made
        from planbook.writing.comparison import comparison_bytes

        sources = (arguments.old, arguments.new)
        write_made(arguments.output, comparison_bytes(found), sources, asked=True, quiet=arguments.quiet)
    if arguments.format == "json":
        terminal.put_json(compare_report(found))
    elif not arguments.quiet:
        terminal.put(desk_text.compare_text(found))
    return 0


def email(arguments: argparse.Namespace) -> int:
    """`planbook email`."""
    from planbook import desk_text, sending

    how = sending.Sending(os.environ.get("PLANBOOK_SMTP_PASSWORD", ""), now, arguments.again)
    how_sent = how if arguments.send else None
    where = Path(arguments.workspace)
    made = sending.mail(where, as_of(arguments), arguments.to, how_sent, dry_run=arguments.dry_run)
    if arguments.format == "json":
        terminal.put_json(sending.mail_report(made))
    elif not arguments.quiet:
        terminal.put([*desk_text.mail_text(made), *desk_text.nothing_written(arguments)])
    for one in made.drafts if made.failed else ():
        if one.why:
            print(f"planbook: {terminal.safe(one.path.name)}: {terminal.safe(one.why)}", file=sys.stderr)
    return 2 if made.failed else 0


def restore(arguments: argparse.Namespace) -> int:
    """`planbook restore`."""
    from planbook import desk_text, restoring

    workspace, version = restoring.workspace_and_version(arguments.workspace, arguments.version)
    done: restoring.Restored | restoring.Thinned
    if arguments.thin_before:
        if version:
            raise PlanbookError("--thin-before deletes and VERSION brings back: give one of the two.")
        done = restoring.thin(
            Path(workspace),
            day("--thin-before", arguments.thin_before),
            really=arguments.yes and not arguments.dry_run,
        )
    elif version:
        done = restoring.restore(Path(workspace), version, today(), dry_run=arguments.dry_run)
    else:
        done = restoring.list_versions(Path(workspace), today())
    if arguments.format == "json":
        terminal.put_json(restoring.restore_report(done))
    elif not arguments.quiet:
        terminal.put([*desk_text.restore_text(done), *desk_text.nothing_written(arguments)])
    return 0
