"""The words of the desk's commands: starting, comparing, sending, restoring. `cli.py` puts them among the others."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]


def common(command: argparse.ArgumentParser, *, date: bool = False) -> None:
    """The options that every command has; `date` where a day matters."""
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people, or for programs (default: text)"
    )
    if date:
        command.add_argument(
            "--as-of", metavar="DATE", help="the day that decides what is overdue, as 2020-02-14 (default: today)"
        )
    command.add_argument("--quiet", action="store_true", help="only say what went wrong")
    command.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)


def add_init(commands: Commands) -> None:
    """`planbook init`."""
    init = commands.add_parser(
        "init",
        help="start a workspace",
        description="Starts a workspace: its folders, a planbook.toml with every key explained, and a register.xlsx "
        "of the leads that the plans name. Nothing that is there already is changed.",
    )
    init.add_argument("folder", nargs="?", metavar="FOLDER", default=".", help="the new workspace (default: here)")
    init.add_argument(
        "--from",
        dest="sources",
        nargs="+",
        metavar="FILE",
        default=(),
        help="the plan workbooks that people share already; they are copied as they are",
    )
    init.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")
    common(init)


def add_compare(commands: Commands) -> None:
    """`planbook compare`."""
    compare = commands.add_parser(
        "compare",
        help="what changed between two plan or master workbooks",
        description="What changed between two plan or master workbooks, action by action and field by field.",
    )
    compare.add_argument("old", metavar="OLD", help="the earlier workbook: a plan, a return or a master")
    compare.add_argument("new", metavar="NEW", help="the later one")
    compare.add_argument("-o", "--output", metavar="FILE", help="write the comparison as a workbook as well")
    common(compare)


def add_email(commands: Commands) -> None:
    """`planbook email`."""
    email = commands.add_parser(
        "email",
        help="drafts of the messages to send, and sending them",
        description="Writes drafts to the folder 'outbox': one to the partnership with the master, one a sub-committee "
        "with its own workbook and its own open exceptions, and reminders to those whose return is missing.",
    )
    email.add_argument("workspace", nargs="?", default=".", help="the workspace (default: here)")
    email.add_argument(
        "--to", nargs="+", metavar="NAME", default=(), help="sub-committees, or 'partnership' (default: all)"
    )
    email.add_argument("--send", action="store_true", help="send them by the mail server set in planbook.toml")
    email.add_argument("--again", action="store_true", help="with --send: also what was sent before")
    email.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")
    common(email, date=True)


def add_restore(commands: Commands) -> None:
    """`planbook restore`."""
    restore = commands.add_parser(
        "restore",
        help="bring an earlier master back",
        description="Brings an earlier master back in one step; the present one goes to the folder of earlier ones "
        "first. Without a version it lists the earlier masters.",
    )
    restore.add_argument("workspace", nargs="?", default=".", help="the workspace (default: here)")
    restore.add_argument("version", nargs="?", metavar="VERSION", help="V3, 3, or the name of a file in 'history'")
    restore.add_argument("--thin-before", metavar="DATE", help="list what 'history' holds from before this day")
    restore.add_argument("--yes", action="store_true", help="with --thin-before: delete it for good")
    restore.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")
    common(restore)
