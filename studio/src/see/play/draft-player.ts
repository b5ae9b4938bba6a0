import type { Draft } from '../../../../clients/typescript/src/index.js';
import { MediaBuffer } from './media-buffer.js';
import { Spans } from './spans.js';

/** The version of a video that a player plays. */
export interface DraftSource {
  readonly key: string;
  readonly duration: number;
  readonly open: (from: number, to: number, signal: AbortSignal) => Promise<Draft>;
}

export interface PlayerEvents {
  /** A frame is on the screen. @param seconds its time */
  readonly onFrame: (seconds: number) => void;
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly onEnd: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Seconds of one request. */
const RANGE_SECONDS = 10;
/** The next seconds are asked for when so many are left. */
const AHEAD_SECONDS = 7;
/** What was played longer ago is forgotten. */
const BEHIND_SECONDS = 120;
/** A time that falls safely into its frame. */
const INTO_FRAME = 1e-3;

interface Loading {
  readonly from: number;
  readonly controller: AbortController;
  to: number;
}

/** Plays drafts in a video element: it asks for ranges before they are needed, and plays them while they arrive. */
export class DraftPlayer {
  private source: DraftSource | null = null;
  private media: MediaBuffer | null = null;
  private readonly complete = new Spans();
  private loading: Loading | null = null;
  private isPlaying = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly events: PlayerEvents,
  ) {
    video.addEventListener('waiting', () => events.onWaiting(this.isPlaying));
    video.addEventListener('playing', () => events.onWaiting(false));
    video.addEventListener('timeupdate', () => void this.fill());
    video.addEventListener('ended', () => this.isPlaying && events.onEnd());
    this.followFrames();
  }

  /** The version whose frames can be shown; null if there is none. */
  get key(): string | null {
    return this.source?.key ?? null;
  }

  /** Whether a time can be shown at once. */
  has(seconds: number): boolean {
    const { buffered } = this.video;
    const at = seconds + INTO_FRAME;
    for (let index = 0; index < buffered.length; index++) {
      if (buffered.start(index) <= at && buffered.end(index) > at) return true;
    }
    return false;
  }

  /** Plays a version from a time. Ranges of the same version are kept. */
  play(source: DraftSource, seconds: number): void {
    this.open(source);
    this.isPlaying = true;
    this.events.onWaiting(!this.has(seconds));
    this.seek(seconds);
    this.video.play().catch((error: unknown) => {
      // A pause before the first frame ends the attempt.
      if (this.isPlaying && !isAbort(error)) this.events.onFailure(error);
    });
  }

  /** Stops at the frame that shows. The range that is on its way still arrives. */
  pause(): void {
    this.isPlaying = false;
    this.video.pause();
    this.events.onWaiting(false);
  }

  seek(seconds: number): void {
    this.video.currentTime = seconds + INTO_FRAME;
    if (this.isPlaying) void this.fill();
  }

  set rate(rate: number) {
    this.video.defaultPlaybackRate = rate;
    this.video.playbackRate = rate;
  }

  /** Forgets the version. */
  close(): void {
    this.isPlaying = false;
    this.leave();
    this.complete.clear();
    this.source = null;
    this.media?.close();
    this.media = null;
  }

  private open(source: DraftSource): void {
    if (this.source?.key === source.key && this.video.error === null) return;
    this.close();
    this.media = new MediaBuffer(this.video);
    this.source = source;
  }

  private leave(): void {
    this.loading?.controller.abort();
    this.loading = null;
  }

  /** Asks for the range that is needed next, if it is time to. */
  private async fill(): Promise<void> {
    const { source, loading, video } = this;
    if (source === null || !this.isPlaying) return;
    const at = Math.max(0, video.currentTime - INTO_FRAME);
    const from = this.complete.endFrom(at);
    if (from >= source.duration - INTO_FRAME || from - at > AHEAD_SECONDS) return;
    if (loading !== null) {
      // What is needed is on its way, or another place is looked at now.
      if (from >= loading.from - INTO_FRAME && from < loading.to) return;
      this.leave();
    }
    await this.load(source, from);
  }

  private async load(source: DraftSource, from: number): Promise<void> {
    const media = this.media!;
    const controller = new AbortController();
    const { signal } = controller;
    const loading: Loading = { from, to: from + RANGE_SECONDS, controller };
    this.loading = loading;
    try {
      const draft = await source.open(from, loading.to, signal);
      if (signal.aborted) return;
      loading.to = draft.to;
      await media.open(draft.contentType, source.duration);
      const isWhole = await appendAll(media, draft.stream, signal);
      if (!isWhole) return;
      this.complete.add(draft);
      // Half of a frame at most is missing.
      if (draft.to >= source.duration - 0.02) media.end();
      await this.forget(media);
    } catch (error) {
      if (!signal.aborted) this.events.onFailure(error);
      return;
    } finally {
      if (this.loading === loading) this.loading = null;
    }
    await this.fill();
  }

  private async forget(media: MediaBuffer): Promise<void> {
    const before = this.video.currentTime - BEHIND_SECONDS;
    if (before <= 0) return;
    await media.forgetBefore(before);
    this.complete.forgetBefore(before);
  }

  private followFrames(): void {
    const { video, events } = this;
    if (!('requestVideoFrameCallback' in video)) {
      const report = () => events.onFrame((video as HTMLVideoElement).currentTime);
      (video as HTMLVideoElement).addEventListener('timeupdate', report);
      return;
    }
    const onFrame: VideoFrameRequestCallback = (_now, { mediaTime }) => {
      events.onFrame(mediaTime);
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  }
}

/** Returns false if it was ended before the last byte. */
async function appendAll(
  media: MediaBuffer,
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<boolean> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) break;
      if (done) return true;
      await media.append(value);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  media.reset();
  return false;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
