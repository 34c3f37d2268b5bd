"""What messages need to be written and sent, as values; `workspace/` reads them from planbook.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Smtp:
    """The mail server. Its password is never a setting: it comes from the environment when something is sent."""

    host: str = ""
    port: int = 587
    user: str = ""
    sender: str = ""
    starttls: bool = True


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Who gets the master, when an answer is due, and how messages are sent."""

    partnership_email: str = ""
    answer_by: date | None = None
    smtp: Smtp = field(default_factory=Smtp)
