"""Client of VideoCraft, a self-hosted service that turns JSON into videos with captions."""

from ._async_client import AsyncDraft, AsyncVideoCraft
from ._client import Draft, VideoCraft
from ._errors import (
    ApiError,
    ConnectionFailed,
    FieldError,
    JobFailed,
    VideoCraftError,
    WaitTimeout,
    WebhookVerificationError,
)
from ._types import Asset, CreatedJob, Event, JobStatus, Still, Timeline, Validation, Video
from ._webhooks import verify_webhook

__all__ = [
    "ApiError",
    "Asset",
    "AsyncDraft",
    "AsyncVideoCraft",
    "ConnectionFailed",
    "CreatedJob",
    "Draft",
    "Event",
    "FieldError",
    "JobFailed",
    "JobStatus",
    "Still",
    "Timeline",
    "Validation",
    "Video",
    "VideoCraft",
    "VideoCraftError",
    "WaitTimeout",
    "WebhookVerificationError",
    "verify_webhook",
]
