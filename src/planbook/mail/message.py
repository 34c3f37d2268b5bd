"""A draft to a message that mail programs open ready to send, the same bytes for the same draft and day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from planbook.mail.cleaning import addresses, file_name, one_line
from planbook.mail.drafts import PARTNERSHIP, Draft
from planbook.mail.words import html, plain

_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_DOMAIN = "planbook.invalid"
"""No machine's name goes into a message."""


def digest(draft: Draft) -> str:
    """What a message says and to whom, whatever the day: the same digest is not sent twice."""
    total = hashlib.sha256()
    parts = [draft.kind, draft.to, draft.subject, plain(draft.words).replace("\r", "")]
    for part in (*parts, *(a.name for a in draft.attachments)):
        total.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for attachment in draft.attachments:
        total.update(hashlib.sha256(attachment.data).digest())
    return total.hexdigest()


def message(draft: Draft, sender: str, as_of: date, *, unsent: bool = True) -> EmailMessage:
    """The message. An address that is none is left out; `unsent` is what makes Outlook open it for sending."""
    made = EmailMessage(policy=SMTP)
    mark = digest(draft)
    if unsent:
        made["X-Unsent"] = "1"
    if sender_of := addresses(sender):
        made["From"] = _address("", sender_of[0])
    made["To"] = tuple(_to(draft))
    made["Subject"] = one_line(draft.subject)
    made["Date"] = format_datetime(datetime.combine(as_of, time(12), UTC))
    made["Message-ID"] = f"<{mark[:32]}.{as_of:%Y%m%d}@{_DOMAIN}>"
    made.set_content(plain(draft.words))
    made.add_alternative(html(one_line(draft.subject), draft.words), subtype="html")
    for attachment in draft.attachments:
        stem, _, ending = attachment.name.rpartition(".")
        name = f"{file_name(stem)}.{file_name(ending)}"
        made.add_attachment(attachment.data, maintype=_XLSX[0], subtype=_XLSX[1], filename=name)
    for number, part in enumerate(p for p in made.walk() if p.is_multipart()):
        part.set_boundary(f"=_planbook_{mark[:32]}_{number}")
    return made


def _to(draft: Draft) -> Iterator[Address]:
    found = addresses(draft.to) or ()
    name = draft.name if len(found) == 1 and draft.kind != PARTNERSHIP else ""
    return (_address(name, one) for one in found)


def _address(name: str, address: str) -> Address:
    return Address(one_line(name, 100), addr_spec=address)
