"""`planbook email`: drafts from what the master says, and sending them where that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from planbook.drafting import drafts_of
from planbook.errors import PlanbookError, WorkspaceError
from planbook.mail.cleaning import addresses, file_name, one_line
from planbook.mail.drafts import COMMITTEE, PARTNERSHIP, REMINDER, Draft
from planbook.mail.message import digest, message
from planbook.mail.sending import connection, send
from planbook.mail_settings import MailSettings
from planbook.workspace.folder import find_workspace
from planbook.workspace.holding import hold
from planbook.workspace.outbox import log_sent, put_draft, sent_digests
from planbook.workspace.settings_file import read_mail_settings, read_settings

_STEMS = {PARTNERSHIP: "Partnership", COMMITTEE: "To {}", REMINDER: "Reminder to {}"}


@dataclass(frozen=True, slots=True)
class Drafted:
    """One draft: where it lies, and what became of it where messages were sent."""

    draft: Draft
    path: Path
    sent: bool = False
    why: str = ""
    """Why it was not sent, or what is to be said of it."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """Everything that one run of `planbook email` made."""

    root: Path
    as_of: date
    drafts: tuple[Drafted, ...]
    notes: tuple[str, ...] = ()
    """What the business manager should know: a workbook that was not attached, an address that is none."""
    sending: bool = False

    @property
    def failed(self) -> bool:
        """Whether a message was to be sent and was not, for another reason than that it had been sent before."""
        return self.sending and any(d.why.startswith("not sent") for d in self.drafts)


@dataclass(frozen=True, slots=True)
class Sending:
    """How messages are sent, from the command line: nothing below it asks the clock or the environment."""

    password: str
    now: Callable[[], datetime]
    again: bool = False


def mail(
    workspace: Path, as_of: date, to: Sequence[str] = (), sending: Sending | None = None, *, dry_run: bool = False
) -> Mailing:
    """Write the drafts of a workspace to its outbox, and send them where `sending` says how.

    `to` are the names of sub-committees, or `partnership`; all of them where it is empty. `dry_run` tells what would be
    written, and neither writes nor sends. WorkspaceError where there
    is no master, PlanbookError where the mail server cannot be used.
    """
    root = find_workspace(workspace)
    settings, mailing = read_settings(root, as_of), read_mail_settings(root)
    drafts, notes = drafts_of(root, settings, mailing, to)
    outbox = root / settings.folders.outbox
    if dry_run:
        would = tuple(Drafted(draft, outbox / f"{_stem(draft, as_of)}.eml") for draft in drafts)
        return Mailing(root, as_of, would, tuple(notes))
    with hold(root):
        paths = [_put(outbox, draft, mailing, as_of) for draft in drafts]
        made = Mailing(root, as_of, tuple(map(Drafted, drafts, paths)), tuple(notes), sending is not None)
        return _sent(made, outbox, mailing, sending) if sending else made


def _stem(draft: Draft, as_of: date) -> str:
    return f"{as_of.isoformat()} {_STEMS[draft.kind].format(file_name(draft.name))}"


def _put(outbox: Path, draft: Draft, mailing: MailSettings, as_of: date) -> Path:
    data = message(draft, mailing.smtp.sender, as_of).as_bytes()
    try:
        return put_draft(outbox, _stem(draft, as_of), data)
    except OSError as fault:
        raise WorkspaceError(f"{outbox} cannot be written to ({fault.strerror or fault}).") from fault


def _sent(made: Mailing, outbox: Path, mailing: MailSettings, sending: Sending) -> Mailing:
    """The mailing with what became of each message; every one that went is in the log before the next one goes."""
    smtp = mailing.smtp
    if not smtp.host or not addresses(smtp.sender):
        raise PlanbookError("To send, planbook.toml needs [smtp] with at least a host and a sender. Nothing was sent.")
    if smtp.user and not sending.password:
        raise PlanbookError(
            "To sign in, the environment variable PLANBOOK_SMTP_PASSWORD has to hold the password. Nothing was sent."
        )
    before = frozenset() if sending.again else sent_digests(outbox)
    done = [replace(d, why=_why_not(d.draft, before)) for d in made.drafts]
    if all(d.why for d in done):
        return replace(made, drafts=tuple(done))
    with connection(smtp, sending.password) as server:
        for at, one in enumerate(done):
            if one.why:
                continue
            why = send(server, message(one.draft, smtp.sender, made.as_of, unsent=False))
            done[at] = replace(one, why=why, sent=not why.startswith("not sent"))
            if done[at].sent:
                to = ", ".join(addresses(one.draft.to) or ())
                log_sent(outbox, sending.now(), to, one_line(one.draft.subject), digest(one.draft))
    return replace(made, drafts=tuple(done))


def _why_not(draft: Draft, before: frozenset[str]) -> str:
    if not draft.to:
        return "not sent: it has no address"
    return "sent before (add --again to send it once more)" if digest(draft) in before else ""


def mail_report(made: Mailing) -> dict[str, Any]:
    """The report of `planbook email --format json`."""
    return {
        "schema": 1,
        "as_of": made.as_of.isoformat(),
        "drafts": [
            {
                "file": d.path.relative_to(made.root).as_posix(),
                "kind": d.draft.kind,
                "name": d.draft.name,
                "to": list(addresses(d.draft.to) or ()),
                "subject": one_line(d.draft.subject),
                "attachments": [a.name for a in d.draft.attachments],
                "exceptions": d.draft.exceptions,
                "sent": d.sent,
                "why": d.why,
            }
            for d in made.drafts
        ],
        "notes": list(made.notes),
    }
