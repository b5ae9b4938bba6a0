import { existsSync } from 'node:fs';
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
  process.send({ kind: 'ready', worker: { id: 'w' + process.pid } });
  if (!isFirst) return figures(settings.most);
  for (const message of settings.messages) process.send(message);
  appendFileSync(settings.sent, '.');
  if (settings.dies) return setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200);
  if (settings.isBusy) return setTimeout(() => { for (;;); }, 200);
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
  /** For each process that ended, whether it was asked to. */
  let ends: boolean[];
  let wanted: boolean;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-slot-'));
    await writeFile(join(folder, 'worker.mjs'), PROGRAM);
    calls = [];
    ends = [];
    wanted = true;
  });

  afterEach(async () => {
    await slot.stop(2_000);
    await rm(folder, { recursive: true, force: true });
  });

  async function start(messages: readonly object[], how: object = {}): Promise<void> {
    const sent = join(folder, 'sent');
    const handlers = {
      warn: (message: string) => {
        calls.push(message);
        // The process may be killed next, on a busy machine before it has sent the rest.
        while (!existsSync(sent)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      },
      diedOfMemory: async () => void calls.push('died of memory'),
      notHandedBack: async () => void calls.push('not handed back'),
      died: async () => void calls.push('died'),
      isWanted: async () => wanted,
      unwanted: async () => void calls.push('unwanted'),
      hold: async () => void calls.push('held'),
      rendered: () => {},
      started: () => {},
      ended: (_id: string, wasAsked: boolean) => void ends.push(wasAsked),
    } satisfies SlotHandlers;
    const settings = { log: join(folder, 'log'), sent, most: MOST, messages, ...how };
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
    expect(ends).toEqual([true]);
    const pids = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
    expect(new Set(pids).size).toBe(2);
  });

  it('lets a process finish its job first', async () => {
    await start([{ kind: 'attempt', attempt: ATTEMPT }]);
    await until(() => slot.describe().figures !== null);
    expect(slot.describe()).toMatchObject({ state: 'rendering', restarts: 0 });
    expect(calls).toEqual([]);
  });

  it('tells that a process died in its attempt, and replaces it', async () => {
    await start([{ kind: 'attempt', attempt: ATTEMPT }], { dies: true });
    await until(() => slot.describe().restarts === 1 && slot.describe().figures !== null);
    expect(calls).toEqual(['A worker process ended and is replaced', 'died']);
    expect(ends).toEqual([false]);
  });

  it('holds the message of a busy process as long as its attempt is wanted, and ends it then', async () => {
    await start([{ kind: 'attempt', attempt: ATTEMPT }], { isBusy: true });
    await until(() => calls.includes('held'));
    expect(slot.describe()).toMatchObject({ state: 'rendering', restarts: 0 });
    wanted = false;
    await until(() => slot.describe().restarts === 1 && slot.describe().figures !== null);
    expect(calls.filter((call) => call !== 'held')).toEqual([
      'A worker process is too busy to notice that its job was cancelled: it is replaced',
      'unwanted',
    ]);
  });

  it('ends a process that says that its attempt does not end', async () => {
    await start([{ kind: 'attempt', attempt: ATTEMPT }, { kind: 'stuck' }]);
    await until(() => slot.describe().restarts === 1 && slot.describe().figures !== null);
    expect(calls).toContain('unwanted');
  });

  it('gives back the attempt that a process began before it was ended for another one', async () => {
    const next = { ...ATTEMPT, jobId: 'next' };
    await start([
      { kind: 'attempt', attempt: ATTEMPT },
      { kind: 'stuck' },
      { kind: 'attempt', attempt: next },
    ]);
    await until(() => slot.describe().restarts === 1 && slot.describe().figures !== null);
    expect(calls).toContain('not handed back');
    expect(calls).not.toContain('unwanted');
  });

  it('shows why a process takes no jobs', async () => {
    await start([{ kind: 'problem', problem: 'The disk is full.' }], { isBusy: true });
    await until(() => slot.describe().problem !== null);
    expect(slot.describe()).toMatchObject({ state: 'idle', problem: 'The disk is full.' });
  });
});
