"""Days and times from the command line, and the one place where the clock is asked."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from planbook.errors import PlanbookError


def today() -> date:
    """The one place where the clock is asked."""
    return date.today()  # noqa: DTZ011 - the day on the user's own wall is what is meant


def now() -> datetime:
    """The time of day, for the log of what was sent."""
    return datetime.now().astimezone()


def as_of(arguments: argparse.Namespace) -> date:
    """The day of the run."""
    return day("--as-of", arguments.as_of) if arguments.as_of else today()


def day(option: str, text: str) -> date:
    """A day as an option gives it; PlanbookError, naming the option, where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PlanbookError(f"{option} {text!r} is no date: write it as 2020-02-14.") from None
