"""The errors of this package."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, List, Mapping, Optional

import httpx

from ._types import JobStatus


class VideoCraftError(Exception):
    """The base of all errors of this package."""


@dataclass(frozen=True)
class FieldError:
    """One mistake in a request."""

    pointer: str
    message: str


class ApiError(VideoCraftError):
    """The service refused a request, or failed."""

    def __init__(self, response: httpx.Response) -> None:
        body = _json_object(response)
        own = isinstance(body.get("code"), str)
        self.status: int = response.status_code
        #: Such as ``VALIDATION_ERROR``; ``HTTP_502`` if a proxy answered.
        self.code: str = body["code"] if own else f"HTTP_{response.status_code}"
        self.details: str = str(body.get("details", "")) if own else response.text[:200]
        #: All mistakes of the request.
        self.errors: List[FieldError] = [
            FieldError(str(one.get("pointer")), str(one.get("message")))
            for one in body.get("errors") or []
            if isinstance(one, dict)
        ]
        self.request_id: Optional[str] = response.headers.get("x-request-id")
        self.help_url: Optional[str] = body.get("help_url") if own else None
        self.retry_after: Optional[float] = _retry_after(response.headers.get("retry-after"))
        super().__init__(f"{self.code} (HTTP {self.status}): {self.details}")


class ConnectionFailed(VideoCraftError):
    """The service could not be reached, or the connection broke."""


class WaitTimeout(VideoCraftError, TimeoutError):
    """The job did not end in time."""


class JobFailed(VideoCraftError):
    """A job ended without a video."""

    def __init__(self, job: JobStatus) -> None:
        self.job = job
        code = f" ({job['error_code']})" if job.get("error_code") else ""
        reason = f": {job['error']}" if job.get("error") else "."
        super().__init__(f"The job {job['job_id']} is {job['status']}{code}{reason}")


class WebhookVerificationError(VideoCraftError):
    """A webhook is not from the service, was changed, or is too old."""


def _json_object(response: httpx.Response) -> Mapping[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _retry_after(header: Optional[str]) -> Optional[float]:
    """Seconds from ``Retry-After``, which is a number or a date."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        from datetime import datetime, timezone

        at = parsedate_to_datetime(header)
        return max(0.0, (at - datetime.now(timezone.utc)).total_seconds())
    except (TypeError, ValueError):
        return None
