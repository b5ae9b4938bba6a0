import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from './journal.js';
import type { ScheduledJob } from './schedule.js';

const LONGEST_WAIT_MS = 2_000;
/** A request without an answer is given up, and repeated. */
const PATIENCE_MS = 10_000;

/** The job of a promise, or how long the service asks to wait. */
type Outcome = { readonly jobId: string } | { readonly waitMs: number };

/**
 * Submits jobs as a careful client does: with an idempotency key, again until it has the promise, and no earlier than
 * the service asks for.
 */
export class Client {
  /** How often each status came, and how often none. */
  readonly answers = new Map<string, number>();
  /** As many of the next requests are left before their answer. */
  leaving = 0;

  constructor(
    private readonly url: string,
    private readonly journal: Journal,
    private readonly seed: number,
  ) {}

  async submit(job: ScheduledJob, config: unknown, signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      const leaves = (job.leaves && tries === 0) || this.leaving-- > 0;
      this.leaving = Math.max(0, this.leaving);
      const outcome = await this.attempt(job.index, config, leaves);
      if ('jobId' in outcome) {
        this.journal.promise(job.index, outcome.jobId);
        return;
      }
      await delay(Math.max(outcome.waitMs, Math.min(LONGEST_WAIT_MS, 100 * 2 ** tries)));
    }
  }

  private async attempt(index: number, config: unknown, leaves: boolean): Promise<Outcome> {
    const patience = AbortSignal.timeout(leaves ? 5 : PATIENCE_MS);
    try {
      const response = await fetch(`${this.url}/videos`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `storm-${this.seed}-${index}`,
        },
        body: JSON.stringify(config),
        signal: patience,
      });
      const answer = (await response.json()) as Record<string, unknown>;
      this.count(`${response.status}`);
      if (response.ok) return { jobId: String(answer['job_id']) };
      this.journal.note('refused', { index, status: response.status, answer });
      return { waitMs: 1_000 * Number(response.headers.get('retry-after')) };
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: string } };
      this.count(leaves && patience.aborted ? 'left' : (cause?.code ?? message));
      return { waitMs: 0 };
    }
  }

  private count(outcome: string): void {
    this.answers.set(outcome, (this.answers.get(outcome) ?? 0) + 1);
  }
}
