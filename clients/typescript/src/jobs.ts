import { page } from './page.js';
import { randomKey } from './random-key.js';
import type { Transport } from './transport.js';
import type {
  Batch,
  CreatedJob,
  CreateOptions,
  Delivery,
  Job,
  JobList,
  JobStatus,
  PageOptions,
  RequestOptions,
} from './types.js';

/** Jobs, and batches of them. */
export class Jobs {
  constructor(private readonly transport: Transport) {}

  get(id: string, options: RequestOptions = {}): Promise<Job> {
    return this.transport.json<Job>({ path: pathOf(id), ...options });
  }

  status(id: string, options: RequestOptions = {}): Promise<JobStatus> {
    return this.transport.json<JobStatus>({ path: `${pathOf(id)}/status`, ...options });
  }

  /** A page of jobs, newest first. */
  list(options: PageOptions & { readonly batch?: string } = {}): Promise<JobList> {
    return this.transport.json<JobList>({ path: '/jobs', ...page(options) });
  }

  /** Cancels a job. A job that is cancelled already stays so. */
  cancel(id: string, options: RequestOptions = {}): Promise<JobStatus> {
    const path = `${pathOf(id)}/cancel`;
    return this.transport.json<JobStatus>({ method: 'POST', path, isRepeatable: true, ...options });
  }

  /** Repeats a failed or cancelled job, as a new job. */
  retry(id: string, options: CreateOptions = {}): Promise<CreatedJob> {
    const { idempotencyKey = randomKey(), ...rest } = options;
    return this.transport.json<CreatedJob>({
      method: 'POST',
      path: `${pathOf(id)}/retry`,
      headers: { 'Idempotency-Key': idempotencyKey },
      isRepeatable: true,
      ...rest,
    });
  }

  batch(id: string, options: RequestOptions = {}): Promise<Batch> {
    return this.transport.json<Batch>({ path: batchPath(id), ...options });
  }

  /** Cancels the jobs of a batch that have not ended. */
  cancelBatch(id: string, options: RequestOptions = {}): Promise<Batch> {
    const path = `${batchPath(id)}/cancel`;
    return this.transport.json<Batch>({ method: 'POST', path, isRepeatable: true, ...options });
  }

  /** Delivers the video of a job to a destination again. */
  retryDelivery(id: string, delivery: string, options: RequestOptions = {}): Promise<Delivery> {
    const path = `${pathOf(id)}/deliveries/${encodeURIComponent(delivery)}/retry`;
    return this.transport.json<Delivery>({ method: 'POST', path, ...options });
  }
}

function pathOf(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}

function batchPath(id: string): string {
  return `/batches/${encodeURIComponent(id)}`;
}
