import { limitMessage, type Limits } from '../../core/budget/limits.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { sizeOfFolder } from './folder-size.js';

/** How often the work folder is measured. */
const MEASURE_MS = 5_000;

/** Ends an attempt that takes too long, or whose work folder becomes too large. */
export class WorkLimits {
  private readonly controller = new AbortController();
  private readonly deadline: NodeJS.Timeout;
  private readonly timer: NodeJS.Timeout;
  private measuring = false;
  /** Why the attempt was ended, or null. */
  failure: JobFailure | null = null;

  constructor(
    private readonly limits: Pick<Limits, 'jobSeconds' | 'workBytes'>,
    private readonly workDir: string,
    /** Keeps space free while the work folder grows. */
    private readonly makeRoom: () => Promise<unknown> = async () => {},
  ) {
    this.deadline = setTimeout(
      () => this.end('RENDER_TIMEOUT', 'jobSeconds', null),
      limits.jobSeconds * 1_000,
    );
    this.timer = setInterval(() => void this.measure(), MEASURE_MS);
  }

  /** Aborted when a limit is exceeded. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    clearTimeout(this.deadline);
    clearInterval(this.timer);
  }

  /** Measures the work folder once. */
  async measure(): Promise<void> {
    if (this.measuring) return;
    this.measuring = true;
    const [bytes] = await Promise.all([
      sizeOfFolder(this.workDir),
      this.makeRoom().catch(() => {}),
    ]);
    this.measuring = false;
    if (bytes > this.limits.workBytes) this.end('MEDIA_LIMIT_EXCEEDED', 'workBytes', bytes);
  }

  private end(
    code: 'RENDER_TIMEOUT' | 'MEDIA_LIMIT_EXCEEDED',
    name: 'jobSeconds' | 'workBytes',
    amount: number | null,
  ): void {
    this.failure ??= new JobFailure(code, limitMessage(name, this.limits[name], amount));
    this.controller.abort(this.failure);
  }
}
