import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type SlotHandlers, WorkerSlot } from './worker-slot.js';

/** A worker whose first process is large. A file with its messages follows each of them. */
const PROGRAM = `
import { appendFileSync, existsSync } from 'node:fs';
process.on('message', ({ kind, settings }) => {
  if (kind === 'stop') process.exit(0);
  const isFirst = !existsSync(settings.log);
  appendFileSync(settings.log, process.pid + '\\n');
  const figures = (residentBytes) =>
    process.send({ kind: 'figures', figures: { residentBytes, heapUsedBytes: 1, ffmpegProcesses: 0, cacheUses: [] } });
  process.send({ kind: 'ready' });
  if (!isFirst) return figures(settings.most);
  for (const message of settings.messages) process.send(message);
  figures(settings.most + 1);
});
`;
const HEAP = 256;
const MOST = (HEAP + 512) * 2 ** 20;
const ATTEMPT = { jobId: 'j', attempt: 1, message: { id: 'm', retryCount: 0 } };

describe('WorkerSlot', () => {
  let folder: string;
  let slot: WorkerSlot;
  let calls: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-slot-'));
    await writeFile(join(folder, 'worker.mjs'), PROGRAM);
    calls = [];
  });

  afterEach(async () => {
    await slot.stop(2_000);
    await rm(folder, { recursive: true, force: true });
  });

  async function start(messages: readonly object[]): Promise<void> {
    const handlers = {
      warn: (message: string) => calls.push(message),
      diedOfMemory: async () => void calls.push('died'),
      notHandedBack: async () => void calls.push('not handed back'),
      hold: async () => {},
      rendered: () => {},
    } satisfies SlotHandlers;
    const settings = { log: join(folder, 'log'), most: MOST, messages };
    const file = pathToFileURL(join(folder, 'worker.mjs'));
    slot = new WorkerSlot({ file, settings, heapMegabytes: HEAP }, handlers);
    await slot.start();
  }

  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it('replaces an idle process that keeps too much memory, once', async () => {
    await start([]);
    await until(() => slot.describe().restarts === 1 && slot.describe().figures !== null);
    expect(slot.describe()).toMatchObject({ state: 'idle', figures: { residentBytes: MOST } });
    expect(calls).toEqual(['A worker process keeps too much memory and is replaced']);
    const pids = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
    expect(new Set(pids).size).toBe(2);
  });

  it('lets a process finish its job first', async () => {
    await start([{ kind: 'attempt', attempt: ATTEMPT }]);
    await until(() => slot.describe().figures !== null);
    expect(slot.describe()).toMatchObject({ state: 'rendering', restarts: 0 });
    expect(calls).toEqual([]);
  });
});
