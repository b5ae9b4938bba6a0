import type { Watcher } from '../../engine/jobs/job-watch.js';
import { JobWaits } from './job-waits.js';

const NEVER = new AbortController().signal;
const CALL = { signal: NEVER, progress: () => {} };
const LONG_SECONDS = 600;

describe('JobWaits', () => {
  const watchers = new Set<Watcher>();
  const watch = {
    add(watcher: Watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
  let stopping: AbortController;
  let waits: JobWaits;

  beforeEach(() => {
    stopping = new AbortController();
    waits = new JobWaits(watch, stopping.signal);
  });

  const job = (keyId = 'a') => ({ jobId: 'j', keyId });

  it('ends with the job, and tells the progress until then', async () => {
    const told: number[] = [];
    const call = { signal: NEVER, progress: (percent: number) => void told.push(percent) };
    const wait = waits.until(job(), LONG_SECONDS, call);
    const [watcher] = watchers;
    watcher!.onState({
      id: 'j',
      status: 'processing',
      progress: 12,
      currentStep: null,
      attempt: 1,
    });
    watcher!.onEnd();
    await wait;
    expect(told).toEqual([12]);
    expect(watchers.size).toBe(0);
  });

  it.each<[what: string, end: (client: AbortController, service: AbortController) => void]>([
    ['the client leaves', (client) => client.abort()],
    ['the service stops', (_client, service) => service.abort()],
  ])('ends when %s', async (_what, end) => {
    const client = new AbortController();
    const wait = waits.until(job(), LONG_SECONDS, { ...CALL, signal: client.signal });
    end(client, stopping);
    await wait;
    expect(watchers.size).toBe(0);
  });

  it('ends after its time', async () => {
    await waits.until(job(), 0.01, CALL);
    expect(watchers.size).toBe(0);
  });

  it('bounds the waits of a key, not those of another', async () => {
    const open = Array.from({ length: 25 }, () => waits.until(job(), LONG_SECONDS, CALL));
    expect(watchers.size).toBe(20);
    open.push(waits.until(job('b'), LONG_SECONDS, CALL));
    expect(watchers.size).toBe(21);
    stopping.abort();
    await Promise.all(open);
    expect(watchers.size).toBe(0);
  });
});
