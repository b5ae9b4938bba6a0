import { sleep } from './deadline.js';
import { ApiError, JobFailedError, TimeoutError, VideoCraftError } from './errors.js';
import { jobEvents } from './job-events.js';
import type { Transport } from './transport.js';
import type { JobStatus, Progress } from './types.js';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** The longest time to wait, in milliseconds. The default is no limit. */
  readonly timeoutMs?: number | undefined;
  /** Called when the status, the progress, or the step changes. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const FIRST_POLL_MS = 1_000;
const LONGEST_POLL_MS = 10_000;

/**
 * Waits for the end of a job. It follows the stream of events, which costs one request, and asks for the status from time
 * to time if there is no stream: some proxies hold it back.
 *
 * @throws JobFailedError if the job failed or was cancelled
 */
export async function waitForJob(
  transport: Transport,
  jobId: string,
  options: WaitOptions = {},
): Promise<JobStatus> {
  const limit = new AbortController();
  const { timeoutMs, signal } = options;
  const onAbort = () => limit.abort(signal!.reason);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const expire = () =>
    limit.abort(new TimeoutError(`The job ${jobId} did not end in ${timeoutMs} ms.`));
  const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs);
  try {
    const status = await finalStatus(new Watch(transport, jobId, limit.signal, options.onProgress));
    if (status.status !== 'completed') throw new JobFailedError(status);
    return status;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Ends the stream.
    limit.abort();
  }
}

async function finalStatus(watch: Watch): Promise<JobStatus> {
  // Whatever happens to the stream, the status decides.
  const [status] = await Promise.all([watch.poll(), watch.follow()]);
  return status;
}

class Watch {
  private shown = '';
  private isStreaming = false;
  private wake: () => void = () => undefined;
  private readonly stream = new AbortController();

  constructor(
    private readonly transport: Transport,
    private readonly jobId: string,
    private readonly signal: AbortSignal,
    private readonly onProgress: WaitOptions['onProgress'],
  ) {}

  /** Asks for the status until it is final: rarely while the stream says more. */
  async poll(): Promise<JobStatus> {
    const onAbort = () => this.stream.abort(this.signal.reason);
    if (this.signal.aborted) throw this.signal.reason;
    this.signal.addEventListener('abort', onAbort, { once: true });
    try {
      for (let delay = FIRST_POLL_MS; ; delay = Math.min(delay * 1.5, LONGEST_POLL_MS)) {
        const status = await this.status();
        if (!['pending', 'processing'].includes(status.status)) return status;
        this.show({ attempt: 0, ...status });
        await this.pause(this.isStreaming ? LONGEST_POLL_MS * 3 : delay);
      }
    } finally {
      this.stream.abort();
      this.signal.removeEventListener('abort', onAbort);
    }
  }

  /** Follows the stream of events, if there is one. */
  async follow(): Promise<void> {
    const { signal } = this.stream;
    try {
      for await (const { type, data } of jobEvents(this.transport, this.jobId, { signal })) {
        this.isStreaming = true;
        if (type === 'progress') this.show(data as Progress);
      }
    } catch (error) {
      // A key has a number of streams, and proxies end them.
      const isBroken = error instanceof VideoCraftError;
      if (!signal.aborted && !isBroken) throw error;
    } finally {
      this.isStreaming = false;
      this.wake();
    }
  }

  private async status(): Promise<JobStatus> {
    const path = `/jobs/${encodeURIComponent(this.jobId)}/status`;
    try {
      return await this.transport.json<JobStatus>({ path, signal: this.signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 429) {
        await sleep((error.retryAfterSeconds ?? 10) * 1000, this.signal);
        return this.status();
      }
      throw error;
    }
  }

  /** Waits, but no longer than the stream. */
  private async pause(ms: number): Promise<void> {
    const early = new AbortController();
    this.wake = () => early.abort();
    const onAbort = () => early.abort();
    this.signal.addEventListener('abort', onAbort, { once: true });
    await sleep(ms, early.signal).catch(() => undefined);
    this.signal.removeEventListener('abort', onAbort);
    if (this.signal.aborted) throw this.signal.reason;
  }

  private show(progress: Progress): void {
    const { job_id, status, progress: percent, current_step, attempt } = progress;
    const text = JSON.stringify([status, percent, current_step]);
    if (text === this.shown) return;
    this.shown = text;
    this.onProgress?.({ job_id, status, progress: percent, current_step, attempt });
  }
}
