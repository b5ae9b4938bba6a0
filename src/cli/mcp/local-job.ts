import { JobFailure } from '../../core/job/job-failure.js';
import { isFinal, type JobStatus } from '../../core/job/job-status.js';
import { risingProgress, type Step } from '../../core/job/steps.js';
import type { AgentError, AgentFile, AgentJob, AgentPicture } from '../../mcp/work/agent-work.js';

/** What a finished job leaves. */
export interface LocalResult {
  readonly facts: readonly string[];
  readonly files: readonly AgentFile[];
  readonly warnings: readonly string[];
  readonly pictures: readonly AgentPicture[];
  /** The path of the JSON transcript, or null without captions. */
  readonly transcript: string | null;
}

/** A render of this process. */
export class LocalJob {
  private status: JobStatus = 'pending';
  private progress = 0;
  private readonly progressOf = risingProgress();
  private step: Step | null = null;
  private error: AgentError | null = null;
  private readonly stop = new AbortController();
  private readonly listeners = new Set<() => void>();
  result: LocalResult | null = null;

  constructor(
    readonly id: string,
    readonly hasStills: boolean,
  ) {}

  /** Aborted when the job is cancelled. */
  get signal(): AbortSignal {
    return this.stop.signal;
  }

  get isOver(): boolean {
    return isFinal(this.status);
  }

  begin(): void {
    if (this.isOver) return;
    this.status = 'processing';
    this.changed();
  }

  /** @param fraction of the step, 0 to 1 */
  report(step: Step, fraction: number): void {
    this.step = step;
    this.progress = this.progressOf(step, fraction);
    this.changed();
  }

  complete(result: LocalResult): void {
    if (this.isOver) return;
    this.result = result;
    this.progress = 100;
    this.end('completed');
  }

  fail(error: unknown): void {
    if (this.isOver) return;
    this.error =
      error instanceof JobFailure
        ? { code: error.code, message: error.message, pointer: error.pointer }
        : { code: 'INTERNAL_ERROR', message: messageOf(error), pointer: null };
    this.end('failed');
  }

  cancel(): void {
    if (this.isOver) return;
    this.end('cancelled');
    this.stop.abort();
  }

  /** Calls back on each change. @returns a function that ends it */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get state(): AgentJob {
    const { id, status, progress, step, error, hasStills, result } = this;
    const { facts = [], files = [], warnings = [] } = result ?? {};
    return { id, status, progress, step, error, hasStills, facts, files, warnings };
  }

  private end(status: JobStatus): void {
    this.status = status;
    this.step = null;
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The user of the machine sees everything, so that the reason helps here. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
