"""Checks webhooks (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any, Dict, Mapping, Sequence, Union

from ._errors import WebhookVerificationError


def verify_webhook(
    body: Union[str, bytes],
    headers: Mapping[str, str],
    secret: Union[str, Sequence[str]],
    *,
    tolerance: float = 300.0,
) -> Dict[str, Any]:
    """Checks a webhook and returns its event.

    ``body`` is the body as it arrived. ``secret`` is ``whsec_...``, or several while you replace it.

    :raises WebhookVerificationError: if the webhook is not from the service
    """
    given = {name.lower(): value for name, value in headers.items()}
    try:
        event_id, sent, signatures = (
            given[f"webhook-{name}"] for name in ("id", "timestamp", "signature")
        )
    except KeyError as error:
        raise WebhookVerificationError(f"The header {error.args[0]} is missing.") from None
    if not sent.isascii() or not sent.isdigit() or abs(time.time() - int(sent)) > tolerance:
        raise WebhookVerificationError("The time of the webhook is too far from that of this machine.")
    raw = body.encode() if isinstance(body, str) else bytes(body)
    message = f"{event_id}.{sent}.".encode() + raw
    secrets = [secret] if isinstance(secret, str) else secret
    if not any(_is_signed(message, signatures, one) for one in secrets):
        raise WebhookVerificationError("No signature of the webhook matches.")
    try:
        event = json.loads(raw)
    except ValueError:
        raise WebhookVerificationError("The body of the webhook is not JSON.") from None
    return dict(event)


def _is_signed(message: bytes, signatures: str, secret: str) -> bool:
    text = secret[len("whsec_") :] if secret.startswith("whsec_") else secret
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not key:
        raise WebhookVerificationError("The secret is not one of Standard Webhooks.")
    digest = hmac.new(key, message, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    return any(hmac.compare_digest(expected, one.encode()) for one in signatures.split(" "))
