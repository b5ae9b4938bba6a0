"""What the synchronous and the asynchronous client share: requests, repetitions, and events."""

from __future__ import annotations

import json
import random
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional
from urllib.parse import quote

import httpx

from ._errors import ApiError, ConnectionFailed
from ._types import Event

API = "/api/v1"
DEFAULT_URL = "http://localhost:3002"
FIRST_DELAY = 0.5
#: What says that the service, or a proxy before it, could not work on the request now.
PASSING = frozenset({429, 502, 503, 504})
FINAL_STATUSES = frozenset({"completed", "failed", "cancelled"})
FINAL_EVENTS = frozenset({"job.completed", "job.failed", "job.cancelled"})
#: The service sends a comment every 15 seconds. Without two of them, the connection is gone.
SILENCE = 45.0
MAX_BREAKS = 6
#: A preview may fetch its sources before anything arrives.
PREVIEW_SILENCE = 130.0
FIRST_POLL = 1.0
LONGEST_POLL = 5.0


@dataclass(frozen=True)
class Settings:
    """Where the service is, and how to talk to it."""

    api: str
    headers: Mapping[str, str]
    timeout: float
    retries: int
    max_retry_delay: float


def settings(
    api_key: str, base_url: str, timeout: float, retries: int, max_retry_delay: float
) -> Settings:
    if not re.fullmatch(r"[\x21-\x7e]+", api_key or ""):
        raise ValueError("An API key is missing.")
    if not re.match(r"https?://", base_url, re.IGNORECASE):
        raise ValueError(f"Expected an http or https address, but got {base_url}.")
    base = base_url.rstrip("/")
    headers = {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}
    api = base if base.endswith(API) else base + API
    return Settings(api, headers, timeout, retries, max_retry_delay)


@dataclass
class Call:
    """A request to the API."""

    method: str
    path: str
    params: Dict[str, Any] = field(default_factory=dict)
    headers: Dict[str, str] = field(default_factory=dict)
    json: Any = None
    files: Any = None
    data: Any = None
    #: Whether a repetition does no harm. The default is by method.
    repeatable: Optional[bool] = None
    timeout: Optional[httpx.Timeout] = None

    @property
    def changes(self) -> bool:
        return self.method not in ("GET", "HEAD")

    def can_repeat(self, error: Exception) -> bool:
        """A request that may have been carried out is repeated only if that does no harm."""
        harmless = self.method not in ("POST", "PATCH") if self.repeatable is None else self.repeatable
        if not isinstance(error, ApiError):
            return harmless
        # The service says so before it does anything.
        if error.status == 429:
            return error.retry_after is not None
        return error.status in PASSING and harmless

    def arguments(self, own: Settings, token: Optional[str]) -> Dict[str, Any]:
        headers = {**own.headers, **self.headers}
        if token is not None:
            headers["X-CSRF-Token"] = token
        arguments: Dict[str, Any] = {
            "method": self.method,
            "url": own.api + self.path,
            "headers": headers,
            "params": {name: value for name, value in self.params.items() if value is not None},
            "timeout": self.timeout or httpx.Timeout(own.timeout),
        }
        if self.json is not None:
            arguments["content"] = json.dumps(self.json, allow_nan=False)
            headers["Content-Type"] = "application/json"
        if self.files is not None:
            arguments.update(files=self.files, data=self.data)
        return arguments


class Attempts:
    """Decides whether a request is sent again, and when."""

    def __init__(self, own: Settings, call: Call) -> None:
        self._own = own
        self._call = call
        self._count = 0
        self._has_new_token = False

    def is_stale_token(self, error: Exception) -> bool:
        """True once, if a new CSRF token helps."""
        stale = isinstance(error, ApiError) and error.code.startswith("CSRF_TOKEN_")
        if not stale or self._has_new_token:
            return False
        self._has_new_token = True
        return True

    def delay_after(self, error: Exception) -> Optional[float]:
        """Seconds until the next attempt; None if there is none."""
        own = FIRST_DELAY * 2**self._count * random.uniform(0.75, 1.25)
        asked = error.retry_after if isinstance(error, ApiError) else None
        delay = own if asked is None else max(asked, own)
        self._count += 1
        is_over = self._count > self._own.retries or delay > self._own.max_retry_delay
        return None if is_over or not self._call.can_repeat(error) else delay


class Token:
    """A CSRF token with its end."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.text = str(answer["csrf_token"])
        # A request takes time.
        self._until = time.monotonic() + float(answer["expires_in"]) - 60

    @property
    def is_valid(self) -> bool:
        return time.monotonic() < self._until


TOKEN_CALL = Call("GET", "/csrf-token")


def connection_failed(error: httpx.HTTPError) -> ConnectionFailed:
    reason = str(error) or type(error).__name__
    return ConnectionFailed(f"The service cannot be reached: {reason}")


def create_call(path: str, request: Mapping[str, Any], idempotency_key: Optional[str]) -> Call:
    """A request that creates one job, however often it is sent."""
    headers = {"Idempotency-Key": idempotency_key or uuid.uuid4().hex}
    return Call("POST", path, headers=headers, json=dict(request), repeatable=True)


def preview_call(name: str, request: Mapping[str, Any], **params: Any) -> Call:
    """A request for a preview. It changes nothing."""
    return Call(
        "POST",
        path_of("videos", name),
        params,
        {"Accept": "*/*"},
        json=dict(request),
        repeatable=True,
        timeout=httpx.Timeout(PREVIEW_SILENCE),
    )


def path_of(kind: str, identifier: str, *rest: str) -> str:
    return "/".join(["", kind, *(quote(part, safe="") for part in (identifier, *rest))])


def file_path(video_id: str, file: Optional[str]) -> str:
    if file is None:
        return path_of("videos", video_id, "download")
    return path_of("videos", video_id, "files", file)


def events_call(job_id: str, last_event_id: Optional[str]) -> Call:
    headers = {"Accept": "text/event-stream"}
    if last_event_id is not None:
        headers["Last-Event-ID"] = last_event_id
    timeout = httpx.Timeout(SILENCE)
    return Call("GET", path_of("jobs", job_id, "events"), headers=headers, timeout=timeout)


class EventReader:
    """Reads server-sent events (HTML standard, section 9.2) from lines."""

    def __init__(self) -> None:
        self._id: Optional[str] = None
        self._type = "message"
        self._data: List[str] = []

    def feed(self, line: str) -> Optional[Event]:
        line = line.rstrip("\r\n")
        if line == "":
            return self._finish()
        name, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if name == "id":
            self._id = value
        elif name == "event":
            self._type = value
        elif name == "data":
            self._data.append(value)
        return None

    def _finish(self) -> Optional[Event]:
        text, kind, identifier = "\n".join(self._data), self._type, self._id
        self._id, self._type, self._data = None, "message", []
        return Event(kind, identifier, json.loads(text)) if text else None


@dataclass
class Part:
    """The rest of a download after a broken connection."""

    received: int = 0
    breaks: int = 0
    tag: Optional[str] = None
    size: Optional[int] = None

    def begin(self, response: httpx.Response) -> None:
        tag = response.headers.get("etag")
        # Only a strong tag says that the bytes are the same.
        self.tag = tag if tag and not tag.startswith("W/") else None
        length = response.headers.get("content-length")
        encoded = "content-encoding" in response.headers
        self.size = int(length) if length and not encoded else None

    def headers(self) -> Dict[str, str]:
        headers = {"Accept": "*/*"}
        if self.received > 0 and self.tag is not None:
            headers.update({"Range": f"bytes={self.received}-", "If-Range": self.tag})
        return headers

    def continues(self, response: httpx.Response) -> bool:
        content_range = response.headers.get("content-range", "")
        is_part = response.status_code == 206
        return is_part and content_range.startswith(f"bytes {self.received}-")

    def take(self, chunk: bytes) -> None:
        self.received += len(chunk)
        self.breaks = 0

    def require_complete(self) -> None:
        if self.size is not None and self.received != self.size:
            raise ConnectionFailed(f"Received {self.received} of {self.size} bytes.")

    def delay_after_break(self) -> Optional[float]:
        self.breaks += 1
        hopeless = self.breaks >= MAX_BREAKS or (self.received > 0 and self.tag is None)
        return None if hopeless else FIRST_DELAY * 2 ** (self.breaks - 1)


def poll_delays() -> Iterator[float]:
    delay = FIRST_POLL
    while True:
        yield delay
        delay = min(delay * 1.5, LONGEST_POLL)
