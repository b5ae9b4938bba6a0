import { download } from './download.js';
import type { ApiRequest, Transport } from './transport.js';
import type { RequestOptions, Timeline, Validation, VideoRequest } from './types.js';

/** A preview may fetch its sources first. */
const TIMEOUT_MS = 130_000;

export interface TimelineOptions extends RequestOptions {
  /** Peaks of each sound for a second. The default is 20. */
  readonly peaksPerSecond?: number | undefined;
}

export interface StillOptions extends RequestOptions {
  /** Seconds from the start of the video. The default is 0. */
  readonly at?: number | undefined;
  /** The largest width in pixels. The default is 960. */
  readonly width?: number | undefined;
  /** The default is `png`. */
  readonly format?: 'png' | 'jpg' | 'webp' | undefined;
}

/** A frame of a video as a picture. */
export interface Still {
  readonly blob: Blob;
  /** The number of the frame, from 0, and how many the video has. */
  readonly frame: number;
  readonly frames: number;
}

export interface DraftOptions extends RequestOptions {
  /** In seconds from the start of the video. The default is 0. */
  readonly from?: number | undefined;
  /** The default is 10 after `from`, and at most 120 after it. */
  readonly to?: number | undefined;
  /** The largest width in pixels. The default is 640. */
  readonly width?: number | undefined;
}

/** A part of a video that plays while it is rendered. */
export interface Draft {
  /** The media type for `MediaSource.addSourceBuffer`. */
  readonly contentType: string;
  /** Where it starts and ends, in seconds from the start of the video. */
  readonly from: number;
  readonly to: number;
  /** A fragmented MP4 whose times are those of the video. It ends early with an error if the render fails. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** What a request for a video would lead to, without a job. */
export class Previews {
  constructor(private readonly transport: Transport) {}

  /** All issues for which `videos.create` would be refused, or warnings and an estimate. */
  validate(request: VideoRequest, options: RequestOptions = {}): Promise<Validation> {
    return this.transport.json<Validation>(posted('validate', request, options));
  }

  /** When what happens in a video: scenes, elements, sounds, words, and captions. */
  timeline(request: VideoRequest, options: TimelineOptions = {}): Promise<Timeline> {
    const { peaksPerSecond, ...rest } = options;
    const query = { peaks_per_second: peaksPerSecond };
    return this.transport.json<Timeline>({ ...posted('timeline', request, rest), query });
  }

  /** One frame of a video. */
  still(request: VideoRequest, options: StillOptions = {}): Promise<Still> {
    const { at, width, format, ...rest } = options;
    const wanted = { ...posted('still', request, rest), query: { at, width, format } };
    return this.transport.send(wanted, async ({ response }) => ({
      blob: await response.blob(),
      frame: Number(response.headers.get('x-frame')),
      frames: Number(response.headers.get('x-frames')),
    }));
  }

  /** A range of a video, small and as it is rendered. */
  async draft(request: VideoRequest, options: DraftOptions = {}): Promise<Draft> {
    const { from, to, width, ...rest } = options;
    const wanted = { ...posted('draft', request, rest), query: { from, to, width } };
    const { stream, contentType, headers } = await download(this.transport, wanted);
    return {
      ...{ stream, contentType },
      from: Number(headers.get('x-start-seconds')),
      to: Number(headers.get('x-end-seconds')),
    };
  }
}

function posted(name: string, json: unknown, options: RequestOptions): ApiRequest {
  const { signal, timeoutMs = TIMEOUT_MS } = options;
  return {
    ...{ method: 'POST', path: `/videos/${name}`, json },
    isRepeatable: true,
    signal,
    timeoutMs,
  };
}
