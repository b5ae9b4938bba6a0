"""The asynchronous client. `make_sync.py` makes the synchronous one from it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Any, AsyncIterator, Callable, Dict, Mapping, Optional, Type, Union, cast

import httpx

from ._errors import ApiError, ConnectionFailed, JobFailed, VideoCraftError, WaitTimeout
from ._protocol import (
    DEFAULT_URL,
    FINAL_EVENTS,
    FINAL_STATUSES,
    FIRST_DELAY,
    MAX_BREAKS,
    TOKEN_CALL,
    Attempts,
    Call,
    EventReader,
    Part,
    Settings,
    Token,
    connection_failed,
    create_call,
    events_call,
    file_path,
    path_of,
    poll_delays,
    preview_call,
    settings,
)
from ._types import (
    Asset,
    CreatedJob,
    Event,
    JobStatus,
    Request,
    Still,
    Timeline,
    Validation,
    Video,
)


class AsyncVideoCraft:
    """A client of a VideoCraft service.

    ``timeout`` limits the seconds in which nothing arrives. ``retries`` is how often a request is repeated that a later
    attempt can answer. ``client`` replaces the client of httpx, for example to use a proxy or certificates of your own.
    """

    def __init__(
        self,
        api_key: str,
        base_url: str = DEFAULT_URL,
        *,
        timeout: float = 60.0,
        retries: int = 4,
        max_retry_delay: float = 60.0,
        client: Optional[httpx.AsyncClient] = None,
    ) -> None:
        self._settings: Settings = settings(api_key, base_url, timeout, retries, max_retry_delay)
        self._client = client or httpx.AsyncClient(follow_redirects=True)
        self._owns_client = client is None
        self._token: Optional[Token] = None
        self.videos = AsyncVideos(self)
        self.jobs = AsyncJobs(self)
        self.assets = AsyncAssets(self)
        self.previews = AsyncPreviews(self)

    async def __aenter__(self) -> AsyncVideoCraft:
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections."""
        if self._owns_client:
            await self._client.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Optional[Mapping[str, Any]] = None,
        json: Any = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> Any:
        """Sends any request to the API (``/templates``), and returns the ``data`` of its response."""
        call = Call(method, path, dict(params or {}), dict(headers or {}), json)
        return await self._json(call)

    async def _json(self, call: Call) -> Any:
        return (await self._send(call)).json().get("data")

    async def _send(self, call: Call) -> httpx.Response:
        async with self._open(call) as response:
            return response

    @contextlib.asynccontextmanager
    async def _open(self, call: Call, stream: bool = False) -> AsyncIterator[httpx.Response]:
        """The response of a request, which is repeated if that helps. Without ``stream``, with its body."""
        attempts = Attempts(self._settings, call)
        while True:
            try:
                response = await self._attempt(call, stream)
                break
            except (ApiError, ConnectionFailed) as error:
                if attempts.is_stale_token(error):
                    self._token = None
                    continue
                delay = attempts.delay_after(error)
                if delay is None:
                    raise
                await asyncio.sleep(delay)
        try:
            yield response
        finally:
            await response.aclose()

    async def _attempt(self, call: Call, stream: bool) -> httpx.Response:
        token = await self._csrf_token() if call.changes else None
        # A file is sent from its beginning again.
        for file in (call.files or {}).values():
            file[1].seek(0)
        try:
            request = self._client.build_request(**call.arguments(self._settings, token))
            response = await self._client.send(request, stream=True)
            try:
                if response.is_error or not stream:
                    await response.aread()
            except BaseException:
                await response.aclose()
                raise
        except httpx.HTTPError as error:
            raise connection_failed(error) from error
        if response.is_error:
            await response.aclose()
            raise ApiError(response)
        return response

    async def _csrf_token(self) -> str:
        if self._token is None or not self._token.is_valid:
            self._token = Token(await self._json(TOKEN_CALL))
        return self._token.text


class AsyncVideos:
    """Videos. The ID of a video is that of its job."""

    def __init__(self, api: AsyncVideoCraft) -> None:
        self._api = api

    async def create(self, config: Request, *, idempotency_key: Optional[str] = None) -> CreatedJob:
        """Creates a video from a config or a template. One call creates one video."""
        call = create_call("/videos", config, idempotency_key)
        return cast(CreatedJob, await self._api._json(call))

    async def create_batch(
        self, batch: Request, *, idempotency_key: Optional[str] = None
    ) -> Dict[str, Any]:
        """Creates many videos from one config or template."""
        call = create_call("/videos/batch", batch, idempotency_key)
        return cast(Dict[str, Any], await self._api._json(call))

    async def wait(
        self,
        video_id: str,
        *,
        timeout: Optional[float] = None,
        on_progress: Optional[Callable[[JobStatus], None]] = None,
    ) -> JobStatus:
        """Waits until a video is finished.

        :raises JobFailed: if the job failed or was cancelled
        :raises WaitTimeout: after ``timeout`` seconds
        """
        until = None if timeout is None else time.monotonic() + timeout
        shown: Any = None
        for delay in poll_delays():
            status = await self._api.jobs.status(video_id)
            now = (status["status"], status["progress"], status["current_step"])
            if on_progress is not None and now != shown:
                on_progress(status)
            shown = now
            if status["status"] in FINAL_STATUSES:
                break
            if until is not None and time.monotonic() + delay > until:
                raise WaitTimeout(f"The job {video_id} did not end in {timeout} seconds.")
            await asyncio.sleep(delay)
        if status["status"] != "completed":
            raise JobFailed(status)
        return status

    async def render(self, config: Request, *, timeout: Optional[float] = None) -> Video:
        """Creates a video, waits for it, and returns what the service says about it."""
        job = await self.create(config)
        await self.wait(job["job_id"], timeout=timeout)
        return await self.get(job["job_id"])

    async def events(
        self, video_id: str, *, last_event_id: Optional[str] = None
    ) -> AsyncIterator[Event]:
        """The events of a render, as they happen.

        A connection that breaks is opened again after the last event, so no event is missing or comes twice.
        """
        breaks = 0
        while True:
            try:
                async with self._api._open(events_call(video_id, last_event_id), stream=True) as response:
                    if response.status_code == 204:
                        return
                    reader = EventReader()
                    async for line in response.aiter_lines():
                        event = reader.feed(line)
                        if event is None:
                            continue
                        breaks = 0
                        last_event_id = event.id or last_event_id
                        yield event
                        if event.type in FINAL_EVENTS:
                            return
            except httpx.HTTPError as error:
                if breaks + 1 >= MAX_BREAKS:
                    raise connection_failed(error) from error
            # The service ends streams when it stops.
            breaks += 1
            if breaks >= MAX_BREAKS:
                raise VideoCraftError("The stream of events ends again and again.")
            await asyncio.sleep(FIRST_DELAY * 2 ** (breaks - 1))

    async def get(self, video_id: str) -> Video:
        return cast(Video, await self._api._json(Call("GET", path_of("videos", video_id))))

    async def all(self, **filters: Any) -> AsyncIterator[Video]:
        """All videos, newest first. Filters are those of ``GET /videos``, such as ``status``."""
        cursor: Optional[str] = None
        while True:
            params = {"limit": 100, **filters, "cursor": cursor}
            page = await self._api._json(Call("GET", "/videos", params))
            for video in page["videos"]:
                yield cast(Video, video)
            cursor = page["pagination"]["next_cursor"]
            if cursor is None:
                return

    async def stream(self, video_id: str, *, file: Optional[str] = None) -> AsyncIterator[bytes]:
        """The bytes of the video, or of another of its files. A broken connection is continued where it ended."""
        part = Part()
        while True:
            call = Call("GET", file_path(video_id, file), headers=part.headers())
            try:
                async with self._api._open(call, stream=True) as response:
                    if part.received == 0:
                        part.begin(response)
                    elif not part.continues(response):
                        raise VideoCraftError("The video has changed during the download.")
                    async for chunk in response.aiter_bytes():
                        part.take(chunk)
                        yield chunk
                part.require_complete()
                return
            except (httpx.HTTPError, ConnectionFailed) as error:
                delay = part.delay_after_break()
                if delay is None:
                    raise ConnectionFailed(f"The download broke: {error}") from error
                await asyncio.sleep(delay)

    async def download(
        self,
        video_id: str,
        path: Union[str, "os.PathLike[str]"],
        *,
        file: Optional[str] = None,
    ) -> Path:
        """Saves the video, or another of its files. The file appears when it is complete."""
        target = Path(path)
        unfinished = target.with_name(f".{target.name}.part")
        try:
            with open(unfinished, "wb") as output:
                async for chunk in self.stream(video_id, file=file):
                    output.write(chunk)
            os.replace(unfinished, target)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.remove(unfinished)
        return target

    async def create_link(
        self, video_id: str, *, file: Optional[str] = None, expires_in: Optional[int] = None
    ) -> Dict[str, Any]:
        """A link to a file that needs no key."""
        given = {"file": file, "expires-in": expires_in}
        body = {name: value for name, value in given.items() if value is not None}
        call = Call("POST", path_of("videos", video_id, "links"), json=body, repeatable=True)
        return cast(Dict[str, Any], await self._api._json(call))

    async def delete(self, video_id: str) -> None:
        """Deletes a video, and cancels its render."""
        await self._api._json(Call("DELETE", path_of("videos", video_id)))


class AsyncJobs:
    """Jobs."""

    def __init__(self, api: AsyncVideoCraft) -> None:
        self._api = api

    async def get(self, job_id: str) -> Dict[str, Any]:
        return cast(Dict[str, Any], await self._api._json(Call("GET", path_of("jobs", job_id))))

    async def status(self, job_id: str) -> JobStatus:
        call = Call("GET", path_of("jobs", job_id, "status"))
        return cast(JobStatus, await self._api._json(call))

    async def cancel(self, job_id: str) -> JobStatus:
        """Cancels a job. A job that is cancelled already stays so."""
        call = Call("POST", path_of("jobs", job_id, "cancel"), repeatable=True)
        return cast(JobStatus, await self._api._json(call))

    async def retry(self, job_id: str, *, idempotency_key: Optional[str] = None) -> CreatedJob:
        """Repeats a failed or cancelled job, as a new job."""
        call = create_call(path_of("jobs", job_id, "retry"), {}, idempotency_key)
        call.json = None
        return cast(CreatedJob, await self._api._json(call))


class AsyncAssets:
    """Files of yours that videos use."""

    def __init__(self, api: AsyncVideoCraft) -> None:
        self._api = api

    async def upload(
        self,
        file: Union[str, "os.PathLike[str]", bytes, IO[bytes]],
        *,
        name: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Asset:
        """Uploads a file. Its ``src`` is what a config names. The same content twice is one asset.

        A path or an open file is sent as it is read. An open file must support ``seek``.
        """
        with contextlib.ExitStack() as stack:
            source: Any = file
            if isinstance(file, bytes):
                import io

                source = io.BytesIO(file)
            elif not hasattr(file, "read"):
                path = Path(cast(str, file))
                name = name or path.name
                source = stack.enter_context(open(path, "rb"))
            files = {"file": (name or "file", source, "application/octet-stream")}
            limits = None if timeout is None else httpx.Timeout(timeout)
            # The same content gives the same asset.
            call = Call("POST", "/assets", files=files, repeatable=True, timeout=limits)
            asset = await self._api._json(call)
        return cast(Asset, asset)

    async def from_url(self, url: str, *, name: Optional[str] = None) -> Asset:
        """Lets the service fetch a file once."""
        body = {"url": url} if name is None else {"url": url, "name": name}
        return cast(Asset, await self._api._json(Call("POST", "/assets", json=body, repeatable=True)))

    async def get(self, asset_id: str) -> Asset:
        return cast(Asset, await self._api._json(Call("GET", path_of("assets", asset_id))))

    async def delete(self, asset_id: str) -> None:
        await self._api._json(Call("DELETE", path_of("assets", asset_id)))


class AsyncPreviews:
    """What a request for a video would lead to, without a job."""

    def __init__(self, api: AsyncVideoCraft) -> None:
        self._api = api

    async def validate(self, config: Request) -> Validation:
        """All issues for which ``videos.create`` would be refused, or warnings and an estimate."""
        return cast(Validation, await self._api._json(preview_call("validate", config)))

    async def timeline(
        self, config: Request, *, peaks_per_second: Optional[int] = None
    ) -> Timeline:
        """When what happens in a video: scenes, elements, sounds, words, and captions."""
        call = preview_call("timeline", config, peaks_per_second=peaks_per_second)
        return cast(Timeline, await self._api._json(call))

    async def still(
        self,
        config: Request,
        *,
        at: Optional[float] = None,
        width: Optional[int] = None,
        format: Optional[str] = None,
    ) -> Still:
        """One frame of a video as a picture: ``png``, ``jpg``, or ``webp``."""
        call = preview_call("still", config, at=at, width=width, format=format)
        return Still.of(await self._api._send(call))

    @contextlib.asynccontextmanager
    async def draft(
        self,
        config: Request,
        *,
        start: Optional[float] = None,
        end: Optional[float] = None,
        width: Optional[int] = None,
    ) -> AsyncIterator[AsyncDraft]:
        """A range of a video, small and as it is rendered. The times are in seconds."""
        call = preview_call("draft", config, **{"from": start, "to": end, "width": width})
        async with self._api._open(call, stream=True) as response:
            yield AsyncDraft(response)


class AsyncDraft:
    """A part of a video that plays while it is rendered."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.content_type = response.headers["content-type"]
        #: Where it starts and ends, in seconds from the start of the video.
        self.start = float(response.headers["x-start-seconds"])
        self.end = float(response.headers["x-end-seconds"])

    async def stream(self) -> AsyncIterator[bytes]:
        """A fragmented MP4 whose times are those of the video.

        :raises ConnectionFailed: if the render fails before the end
        """
        try:
            async for chunk in self._response.aiter_bytes():
                yield chunk
        except httpx.HTTPError as error:
            raise ConnectionFailed(f"The draft broke: {error}") from error
