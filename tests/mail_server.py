"""A mail server on this machine with a throw-away certificate, for the tests of sending."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

USER, PASSWORD = "desk", "only for tests"


class Box:
    """What the server took in, each with its recipients; `refuse` are addresses that it does not know."""

    def __init__(self, refuse: str = "") -> None:
        self.messages: list[tuple[list[str], EmailMessage]] = []
        self.refuse = refuse

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802 - aiosmtpd's name
        if address == self.refuse:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        made = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.messages.append((list(envelope.rcpt_tos), made))
        return "250 OK"


def _allowed(server, session, envelope, mechanism, data) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=good)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class _Safe(Controller):
    """A server that offers STARTTLS, and takes nothing before it."""

    def __init__(self, box: Box, context: ssl.SSLContext | None) -> None:
        self.context = context
        super().__init__(box, hostname="127.0.0.1", port=_free_port())

    def factory(self) -> SMTP:
        safe = self.context is not None
        return SMTP(
            self.handler,
            tls_context=self.context,
            require_starttls=safe,
            authenticator=_allowed if safe else None,
            auth_require_tls=safe,
        )


@contextmanager
def mail_server(folder: Path, box: Box, *, safe: bool = True) -> Iterator[int]:
    """The server's port while it runs. Its authority's certificate lies in `folder` as `authority.pem`."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = _Safe(box, context if safe else None)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()
