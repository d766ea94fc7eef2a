"""Webhooks by the rules of Standard Webhooks (standardwebhooks.com): signed, to public addresses.

The headers ``webhook-id``, ``webhook-timestamp`` and ``webhook-signature`` go along; the signature
is ``v1,`` and the base64 of the HMAC-SHA256 of ``id.timestamp.body``. A receiver checks it with the
secret that was shown when the search was saved, and drops what it has seen by its id.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.read.fetch import Question, ask

_PREFIX = "whsec_"
_FINE = range(200, 300)


def signature(secret: str, id_: str, timestamp: int, body: bytes) -> str:
    """Return what the header ``webhook-signature`` holds."""
    key = secret.removeprefix(_PREFIX)
    decoded = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4))
    signed = f"{id_}.{timestamp}.".encode() + body
    digest = hmac.new(decoded, signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode('ascii')}"


def send(
    url: str, secret: str, id_: str, timestamp: int, body: bytes, options: ReadOptions
) -> None:
    """Send a body; raise ``ReadError`` where it was not taken. No redirect is followed."""
    headers = {
        "Content-Type": "application/json",
        "webhook-id": id_,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, id_, timestamp, body),
    }
    answer = ask(Question(url, headers, "POST", body), options)
    if answer.status not in _FINE:
        raise ReadError("http-status", f"the webhook answered {answer.status}")
