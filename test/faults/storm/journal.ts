import { appendFileSync } from 'node:fs';

/** What a client wrote down before it forgot its request: the service has promised this job. */
export interface Promised {
  readonly index: number;
  readonly jobId: string;
}

/** The memory of the clients and of the storm: one line of JSON for each event, on the disk before it counts. */
export class Journal {
  readonly promised: Promised[] = [];
  private readonly since = Date.now();

  constructor(readonly path: string) {}

  promise(index: number, jobId: string): void {
    this.note('promised', { index, jobId });
    this.promised.push({ index, jobId });
  }

  note(event: string, details: object): void {
    const after = (Date.now() - this.since) / 1_000;
    appendFileSync(this.path, `${JSON.stringify({ after, event, ...details })}\n`);
  }
}
