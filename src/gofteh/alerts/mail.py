"""E-mail through the SMTP server that whoever runs gofteh has named."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import unquote, urlsplit

from gofteh.errors import GoftehError

_SECONDS = 30.0
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


class MailError(GoftehError, ValueError):
    """An SMTP server, an address or a message that cannot be; the message says why."""


@dataclass(frozen=True, slots=True)
class Smtp:
    """An SMTP server, and who sends. ``scheme`` is that of its address."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def smtp_of(address: str, sender: str) -> Smtp:
    """Return the server of ``smtp://``, ``smtp+starttls://`` or ``smtps://[USER:PASS@]HOST[:PORT]``.

    Raises `MailError`.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise MailError(f"this is no address of an SMTP server: {error}") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise MailError("an SMTP server is named like smtps://USER:PASSWORD@HOST.")
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    place = (parts.scheme, parts.hostname, port or _PORTS[parts.scheme])
    return Smtp(*place, checked_address(sender), user, password)


def checked_address(text: str) -> str:
    """Return an e-mail address that is one. Raises `MailError`."""
    try:
        address = Address(addr_spec=text.strip())
    except (ValueError, IndexError, MessageError) as error:
        raise MailError(f"{text[:100]!r} is no e-mail address.") from error
    if not address.username or not address.domain:
        raise MailError(f"{text[:100]!r} is no e-mail address.")
    return address.addr_spec


def message(to: str, sender: str, subject: str, text: str) -> EmailMessage:
    """Return a message in plain text."""
    made = EmailMessage()
    made["From"], made["To"] = sender, to
    made["Subject"] = " ".join(subject.split())
    made["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text)
    return made


def send(server: Smtp, made: EmailMessage) -> None:
    """Send a message. Raises ``OSError`` or ``smtplib.SMTPException`` where it was not taken."""
    with _connected(server) as connection:
        if server.scheme == "smtp+starttls":
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password or "")
        connection.send_message(made)


def _connected(server: Smtp) -> smtplib.SMTP:
    if server.scheme == "smtps":
        trust = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=trust)
    return smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
