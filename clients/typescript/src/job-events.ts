import { Deadline, sleep } from './deadline.js';
import { ApiError, VideoCraftError } from './errors.js';
import { readEvents } from './event-stream.js';
import { toConnectionError, type Transport } from './transport.js';
import type { AuditEvent, JobEvent, Progress } from './types.js';

/** The service sends a comment every 15 seconds. Without two of them, the connection is gone. */
const SILENCE_MS = 45_000;
/** How often the stream is opened again without a new event in between. */
const MAX_BREAKS = 6;
const FINAL: ReadonlySet<string> = new Set(['job.completed', 'job.failed', 'job.cancelled']);

export interface EventsOptions {
  readonly signal?: AbortSignal | undefined;
  /** The last event that you have. The stream begins after it. */
  readonly lastEventId?: string | undefined;
}

/**
 * The events of a job, from the first to the last. A connection that breaks is opened again after the last event, so no
 * event is missing or comes twice. It ends after the event that ends the job.
 */
export async function* jobEvents(
  transport: Transport,
  jobId: string,
  options: EventsOptions = {},
): AsyncGenerator<JobEvent> {
  const { signal } = options;
  let last = options.lastEventId ?? null;
  for (let breaks = 0; ;) {
    try {
      for await (const event of oneStream(transport, jobId, last, signal)) {
        if (event === 'over') return;
        breaks = 0;
        if (event.id !== null) last = event.id;
        yield event;
        if (FINAL.has(event.type)) return;
      }
    } catch (error) {
      const isOver = signal?.aborted || error instanceof ApiError;
      if (isOver || !(error instanceof VideoCraftError) || breaks + 1 >= MAX_BREAKS) throw error;
    }
    // The service ends streams when it stops.
    if (++breaks >= MAX_BREAKS)
      throw new VideoCraftError('The stream of events ends again and again.');
    await sleep(500 * 2 ** (breaks - 1), signal);
  }
}

async function* oneStream(
  transport: Transport,
  jobId: string,
  last: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobEvent | 'over'> {
  const { response, deadline } = await transport.open({
    path: `/jobs/${encodeURIComponent(jobId)}/events`,
    headers: {
      Accept: 'text/event-stream',
      ...(last === null ? {} : { 'Last-Event-ID': last }),
    },
    timeoutMs: SILENCE_MS,
    signal,
  });
  try {
    if (response.status === 204 || response.body === null) {
      yield 'over';
      return;
    }
    yield* toJobEvents(response.body, deadline);
  } catch (error) {
    throw toConnectionError(error, deadline.signal);
  } finally {
    deadline.abort();
  }
}

async function* toJobEvents(
  body: ReadableStream<Uint8Array>,
  deadline: Deadline,
): AsyncGenerator<JobEvent> {
  for await (const { id, type, data } of readEvents(body, () => deadline.extend())) {
    // Whoever reads the events can be slow.
    deadline.pause();
    const value = JSON.parse(data) as unknown;
    if (type === 'progress') yield { type, id: null, data: value as Progress };
    else if (id !== null) yield { type, id, data: value as AuditEvent };
    deadline.extend();
  }
}
