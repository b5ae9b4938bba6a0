import type { JobWatch } from '../../engine/jobs/job-watch.js';
import type { ToolCall } from '../../mcp/work/agent-work.js';

/** Calls of a process that wait for jobs. Further ones are answered at once. */
const MOST_WAITS = 500;
const MOST_WAITS_OF_A_KEY = 20;
/** No event is newer: only the states of jobs matter. */
const NO_EVENTS = Number.MAX_SAFE_INTEGER;

/** Waits for the ends of jobs. */
export class JobWaits {
  private waits = 0;
  private readonly ofKeys = new Map<string, number>();

  /** @param stopping aborted when the service stops, which ends all waits */
  constructor(
    private readonly watch: Pick<JobWatch, 'add'>,
    private readonly stopping: AbortSignal,
  ) {}

  /** Resolves when a job or its key has ended, after some seconds, or when nobody waits any more. */
  async until(
    { jobId, keyId }: { readonly jobId: string; readonly keyId: string },
    seconds: number,
    call: ToolCall,
  ): Promise<void> {
    const own = this.ofKeys.get(keyId) ?? 0;
    if (seconds === 0 || this.waits >= MOST_WAITS || own >= MOST_WAITS_OF_A_KEY) return;
    this.waits++;
    this.ofKeys.set(keyId, own + 1);
    try {
      await this.wait(jobId, keyId, seconds, call);
    } finally {
      this.waits--;
      const left = this.ofKeys.get(keyId)! - 1;
      if (left > 0) this.ofKeys.set(keyId, left);
      else this.ofKeys.delete(keyId);
    }
  }

  private wait(
    jobId: string,
    keyId: string,
    seconds: number,
    { signal, progress }: ToolCall,
  ): Promise<void> {
    const ends = AbortSignal.any([signal, this.stopping]);
    if (ends.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.watch.add({
        jobId,
        keyId,
        seen: NO_EVENTS,
        onEvent: () => {},
        onState: (state) => progress(state.progress, state.currentStep ?? 'waiting'),
        onEnd: () => finish(),
      });
      const timer = setTimeout(() => finish(), seconds * 1000);
      const finish = () => {
        clearTimeout(timer);
        ends.removeEventListener('abort', finish);
        stop();
        resolve();
      };
      ends.addEventListener('abort', finish);
    });
  }
}
