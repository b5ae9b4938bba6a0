"""Client of VideoCraft, a self-hosted service that turns JSON into videos with captions."""

from ._async_client import AsyncVideoCraft
from ._client import VideoCraft
from ._errors import (
    ApiError,
    ConnectionFailed,
    FieldError,
    JobFailed,
    VideoCraftError,
    WaitTimeout,
    WebhookVerificationError,
)
from ._types import Asset, CreatedJob, Event, JobStatus, Video
from ._webhooks import verify_webhook

__all__ = [
    "ApiError",
    "Asset",
    "AsyncVideoCraft",
    "ConnectionFailed",
    "CreatedJob",
    "Event",
    "FieldError",
    "JobFailed",
    "JobStatus",
    "Video",
    "VideoCraft",
    "VideoCraftError",
    "WaitTimeout",
    "WebhookVerificationError",
    "verify_webhook",
]
