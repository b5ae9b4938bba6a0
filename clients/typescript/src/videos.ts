import { download, type Download } from './download.js';
import { page } from './page.js';
import { type EventsOptions, jobEvents } from './job-events.js';
import { randomKey } from './random-key.js';
import type { Transport } from './transport.js';
import type {
  BatchRequest,
  CreatedBatch,
  CreatedJob,
  CreateOptions,
  JobEvent,
  JobStatus,
  PageOptions,
  RequestOptions,
  Transcript,
  Video,
  VideoLink,
  VideoList,
  VideoRequest,
} from './types.js';
import { waitForJob, type WaitOptions } from './wait-for-job.js';

export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Limits the time in which nothing arrives, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** Another file of the video, such as `subtitles.srt`. `videos.get` lists them. */
  readonly file?: string | undefined;
}

export interface LinkOptions extends RequestOptions {
  readonly file?: string | undefined;
  readonly expiresInSeconds?: number | undefined;
  /** Shows the file in the browser instead of saving it. */
  readonly inline?: boolean | undefined;
}

/** Videos. The ID of a video is that of its job. */
export class Videos {
  constructor(private readonly transport: Transport) {}

  /** Creates a video from a config, or from a template. It is safe to repeat: one call creates one video. */
  create(request: VideoRequest, options: CreateOptions = {}): Promise<CreatedJob> {
    return this.transport.json<CreatedJob>({ path: '/videos', ...created(request, options) });
  }

  /** Creates many videos from one config or template. */
  createBatch(request: BatchRequest, options: CreateOptions = {}): Promise<CreatedBatch> {
    return this.transport.json<CreatedBatch>({
      path: '/videos/batch',
      ...created(request, options),
    });
  }

  /** Creates a video, and waits until it is finished. @throws JobFailedError */
  async render(request: VideoRequest, options: WaitOptions & CreateOptions = {}): Promise<Video> {
    const { signal, idempotencyKey } = options;
    const { job_id: id } = await this.create(request, { signal, idempotencyKey });
    await this.wait(id, options);
    return this.get(id, { signal });
  }

  /** Waits until a video is finished. @throws JobFailedError, TimeoutError */
  wait(id: string, options: WaitOptions = {}): Promise<JobStatus> {
    return waitForJob(this.transport, id, options);
  }

  /** The events of a render, as they happen. */
  events(id: string, options: EventsOptions = {}): AsyncGenerator<JobEvent> {
    return jobEvents(this.transport, id, options);
  }

  get(id: string, options: RequestOptions = {}): Promise<Video> {
    return this.transport.json<Video>({ path: pathOf(id), ...options });
  }

  /** A page of videos, newest first. */
  list(options: PageOptions = {}): Promise<VideoList> {
    return this.transport.json<VideoList>({ path: '/videos', ...page(options) });
  }

  /** All videos, newest first. */
  async *all(options: Omit<PageOptions, 'cursor' | 'offset'> = {}): AsyncGenerator<Video> {
    let cursor: string | undefined;
    do {
      const { videos, pagination } = await this.list({ limit: 100, ...options, cursor });
      yield* videos;
      cursor = pagination.next_cursor ?? undefined;
    } while (cursor !== undefined);
  }

  /** Downloads the video, or another of its files. */
  download(id: string, options: DownloadOptions = {}): Promise<Download> {
    const { file, signal, timeoutMs } = options;
    const name = file === undefined ? 'download' : `files/${encodeURIComponent(file)}`;
    return download(this.transport, {
      path: `${pathOf(id)}/${name}`,
      headers: { Accept: '*/*' },
      signal,
      timeoutMs,
    });
  }

  /** A link to a file that needs no key. */
  createLink(id: string, options: LinkOptions = {}): Promise<VideoLink> {
    const { file, expiresInSeconds, inline, ...rest } = options;
    return this.transport.json<VideoLink>({
      method: 'POST',
      path: `${pathOf(id)}/links`,
      json: {
        ...(file === undefined ? {} : { file }),
        ...(expiresInSeconds === undefined ? {} : { 'expires-in': expiresInSeconds }),
        ...(inline === undefined ? {} : { disposition: inline ? 'inline' : 'attachment' }),
      },
      isRepeatable: true,
      ...rest,
    });
  }

  transcript(id: string, options: RequestOptions = {}): Promise<Transcript> {
    return this.transport.json<Transcript>({ path: `${pathOf(id)}/transcript`, ...options });
  }

  /** Deletes a video, and cancels its render. */
  async delete(id: string, options: RequestOptions = {}): Promise<void> {
    await this.transport.json({ method: 'DELETE', path: pathOf(id), ...options });
  }
}

function created(json: unknown, { idempotencyKey = randomKey(), ...rest }: CreateOptions) {
  return {
    method: 'POST' as const,
    headers: { 'Idempotency-Key': idempotencyKey },
    isRepeatable: true,
    json,
    ...rest,
  };
}

function pathOf(id: string): string {
  return `/videos/${encodeURIComponent(id)}`;
}
