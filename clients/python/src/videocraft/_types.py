"""What the service returns. Later versions may add fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, TypedDict

import httpx

# A video config, a template request, or a batch (docs/video-config.md, docs/templates.md).
Request = Mapping[str, Any]


class CreatedJob(TypedDict):
    job_id: str
    status: str


class _JobStatusFields(TypedDict):
    job_id: str
    status: str
    progress: float
    current_step: Optional[str]


class JobStatus(_JobStatusFields, total=False):
    error: Optional[str]
    error_code: Optional[str]
    error_pointer: Optional[str]
    warnings: List[Dict[str, Any]]


class Video(TypedDict, total=False):
    id: str
    status: str
    size_bytes: Optional[int]
    duration_seconds: Optional[float]
    width: Optional[int]
    height: Optional[int]
    files: List[Dict[str, Any]]
    subtitle_tracks: List[Dict[str, Any]]
    links: Dict[str, Any]


class Asset(TypedDict):
    id: str
    src: str
    name: str
    content_type: str
    size_bytes: int
    sha256: str
    created_at: str


@dataclass(frozen=True)
class Event:
    """An event of a job. ``progress`` events have no ID."""

    type: str
    id: Optional[str]
    data: Dict[str, Any]


class Estimate(TypedDict):
    """What a valid video costs, as far as its config tells."""

    duration_seconds: Optional[float]
    frames: int
    elements: int
    glyphs: int
    drawn_glyphs: int
    shape_megapixels: int
    moving_megapixels: int
    voice_characters: int


class Validation(TypedDict):
    """``warnings`` and ``estimate`` are those of a valid request."""

    valid: bool
    issues: List[Dict[str, str]]
    warnings: List[Dict[str, str]]
    estimate: Optional[Estimate]


class Timeline(TypedDict):
    """Times are in seconds from the start of the video."""

    width: int
    height: int
    frame_rate: float
    frames: int
    duration_seconds: float
    scenes: List[Dict[str, Any]]
    clips: List[Dict[str, Any]]
    sounds: List[Dict[str, Any]]
    words: List[Dict[str, Any]]
    word_timing: Optional[Dict[str, str]]
    captions: List[Dict[str, Any]]
    warnings: List[str]


@dataclass(frozen=True)
class Still:
    """A frame of a video as a picture."""

    content: bytes
    content_type: str
    #: The number of the frame, from 0, and how many the video has.
    frame: int
    frames: int

    @classmethod
    def of(cls, response: httpx.Response) -> Still:
        headers = response.headers
        return cls(
            response.content,
            headers["content-type"],
            int(headers["x-frame"]),
            int(headers["x-frames"]),
        )
