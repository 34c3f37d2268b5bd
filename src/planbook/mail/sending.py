"""Messages to a mail server, over a safe connection or not at all."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from planbook.errors import PlanbookError
from planbook.mail_settings import Smtp

_PATIENCE = 60.0
_NAME = "localhost"
"""What we call ourselves to the server: no machine's name."""


@contextmanager
def connection(settings: Smtp, password: str) -> Iterator[smtplib.SMTP]:
    """A connection that is safe, and signed in where a user is set. PlanbookError, saying why, where there is none."""
    where = f"{settings.host}:{settings.port}"
    try:
        server = _connected(settings)
    except (OSError, smtplib.SMTPException) as fault:
        raise PlanbookError(f"The mail server {where} cannot be used ({_why(fault)}). Nothing was sent.") from fault
    try:
        if settings.user:
            _sign_in(server, settings, password)
        yield server
    finally:
        try:
            server.quit()
        except (OSError, smtplib.SMTPException):
            server.close()


def _connected(settings: Smtp) -> smtplib.SMTP:
    """Certificates are always looked at; a server that offers no safe connection is refused by smtplib itself."""
    context = ssl.create_default_context()
    if not settings.starttls:
        return smtplib.SMTP_SSL(settings.host, settings.port, _NAME, timeout=_PATIENCE, context=context)
    server = smtplib.SMTP(settings.host, settings.port, _NAME, timeout=_PATIENCE)
    try:
        server.starttls(context=context)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


def _sign_in(server: smtplib.SMTP, settings: Smtp, password: str) -> None:
    try:
        server.login(settings.user, password)
    except (OSError, smtplib.SMTPException, UnicodeError) as fault:
        raise PlanbookError(
            f"The mail server {settings.host} did not let {settings.user} in. Look at [smtp] user in planbook.toml and "
            "at the environment variable PLANBOOK_SMTP_PASSWORD. Nothing was sent."
        ) from fault


def send(server: smtplib.SMTP, made: EmailMessage) -> str:
    """Send one message; gives why it was not, or to whom it was not, and nothing where all is well."""
    try:
        refused = server.send_message(made)
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        return f"not sent: {_why(fault)}"
    return f"sent, but not to {', '.join(sorted(refused))}" if refused else ""


def _why(fault: Exception) -> str:
    """A fault on one line; what a server says is bytes."""
    said = getattr(fault, "smtp_error", None) or getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(text.split())[:200]
