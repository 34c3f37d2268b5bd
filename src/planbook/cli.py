"""The words of the command line to one call each. It prints, and it decides the exit status; nothing else.

The parser is made of words alone: each command imports its story when it runs, so that `--help` is quick.
Exit status: 0 done; 1 done, and exceptions of severity error are open (merge, check); 2 could not be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn

from planbook import cli_desk
from planbook._version import __version__
from planbook.cli_desk import common
from planbook.errors import PlanbookError

_EPILOG = "Exit status: 0 done; 1 done, and errors are open (merge, check); 2 could not be done, nothing was changed."


class _Parser(argparse.ArgumentParser):
    """A parser that names the nearest command or option when one is mistyped."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}{_did_you_mean(message, self)}", file=sys.stderr)
        raise SystemExit(2)


def _did_you_mean(message: str, parser: argparse.ArgumentParser) -> str:
    import difflib
    import re

    known = _words_of(parser)
    for quoted, option in re.findall(r"'([^']+)'|(--[\w-]+)", message.partition("(choose")[0]):
        near = difflib.get_close_matches(quoted or option, known, 1)
        if near:
            return f"\nDid you mean '{near[0]}'?"
    return ""


def _words_of(parser: argparse.ArgumentParser) -> list[str]:
    """Every command and option that there is: a mistyped option of a command is reported by the whole line's parser."""
    known = [option for action in parser._actions for option in action.option_strings]
    for action in parser._actions:
        known += [str(choice) for choice in (action.choices or ())]
        if isinstance(action, argparse._SubParsersAction):
            known += [word for command in action.choices.values() for word in _words_of(command)]
    return list(dict.fromkeys(known))


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(
        prog="planbook", description="Turns e-mailed action plan workbooks into one agreed plan.", epilog=_EPILOG
    )
    top.add_argument("--version", action="version", version=f"planbook {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, required=True)

    cli_desk.add_init(commands)

    merge = commands.add_parser(
        "merge",
        help="merge the returns into the master",
        description="The main job: issued + master + returns -> a new master.xlsx with its exception sheets.",
        epilog=_EPILOG,
    )
    merge.add_argument(
        "workspace", nargs="?", default=".", help="the folder that holds 'issued' and 'returns' (default: here)"
    )
    merge.add_argument("--dry-run", action="store_true", help="report what would be done, and write nothing")
    common(merge, date=True)

    issue = commands.add_parser(
        "issue",
        help="write the workbooks that go out to the sub-committees",
        description="Writes one return workbook a sub-committee into the folder 'issued', filled in from the master, "
        "and moves what was issued and what came back before into a dated folder of the history.",
    )
    issue.add_argument("workspace", nargs="?", default=".", help="the workspace (default: here)")
    issue.add_argument(
        "--committee", metavar="NAME", default="", help="one sub-committee alone; what is not its own stays where it is"
    )
    issue.add_argument("--dry-run", action="store_true", help="make and prove the workbooks, and write nothing")
    common(issue, date=True)

    check = commands.add_parser(
        "check",
        help="validate plan workbooks before they are sent",
        description="Validates plan workbooks, and shows what each of their columns was taken to be.",
        epilog=_EPILOG,
    )
    check.add_argument("files", nargs="+", metavar="FILE", help="plan workbooks")
    check.add_argument(
        "--annotate", action="store_true", help="write a copy of each workbook with a note on every faulty cell"
    )
    check.add_argument(
        "-o", "--output", metavar="FILE", help="with --annotate: where to write it (default: a name beside the input)"
    )
    check.add_argument("--register", metavar="FILE", help="the leads register to check names against")
    common(check, date=True)

    read = commands.add_parser(
        "read",
        help="the tidy table of all actions",
        description="Reads plan workbooks or a master, and gives one row an action.",
        epilog="In CSV, texts that a spreadsheet would run as a formula get an apostrophe in front.",
    )
    read.add_argument(
        "files", nargs="+", metavar="FILE", help="plan workbooks or a master; '-' reads one from standard input"
    )
    read.add_argument(
        "--to", choices=("json", "csv", "xlsx", "parquet"), help="what to write (default: a table for people)"
    )
    read.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where to write it (default: standard output, or a name beside the input)",
    )
    common(read)

    cli_desk.add_compare(commands)
    cli_desk.add_email(commands)
    cli_desk.add_restore(commands)

    explain = commands.add_parser(
        "explain",
        help="what an exception code means and what to do",
        description="Says what an exception code means, what to do, and what happens if nobody does.",
        epilog=_EPILOG,
    )
    explain.add_argument("code", nargs="?", metavar="CODE", help="a code such as T003; all of them if left out")
    common(explain)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run one command; gives the exit status. Faults of files and people end as one message, never as a traceback."""
    _safe_streams()
    arguments = parser().parse_args(argv)
    try:
        from planbook import commands

        return int(getattr(commands, arguments.command)(arguments))
    except BrokenPipeError:
        # Whoever read our output has seen enough; point the stream at nothing so that its closing is quiet too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("planbook: stopped. The master is as it was, or the new one whole.", file=sys.stderr)
        return 2
    except (PlanbookError, OSError) as fault:
        if arguments.debug:
            raise
        print(f"planbook: {fault}", file=sys.stderr)
        return 2


def _safe_streams() -> None:
    """No message fails because a console cannot show a character: it is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
