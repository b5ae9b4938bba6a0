import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CheckerBusy, type CheckLimits, CheckTooCostly, ConfigChecker } from './config-checker.js';
import type { ConfigCheck } from './config-checks.js';

/** A check that takes as much as its config says. */
const WORKER = `export default ({ check: { config } }) => {
  if (config === 'time') for (;;);
  const kept = [];
  while (config === 'memory') kept.push(Array.from({ length: 10_000 }, () => ({})));
  return { ok: true, configs: [config] };
};`;
const SETTINGS = { families: [], fontsDir: null, subtitleDefaults: {}, localSources: false };
const LIMITS: CheckLimits = {
  timeoutMs: 60_000,
  heapMegabytes: 64,
  threads: 1,
  waiting: 1,
  waitMs: 60_000,
};

describe('ConfigChecker', () => {
  let dir: string;
  let worker: URL;
  let checker: ConfigChecker;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-checker-'));
    worker = pathToFileURL(join(dir, 'worker.mjs'));
    await writeFile(worker, WORKER);
  });
  afterEach(() => checker.close());
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const check = (config: string): ConfigCheck => ({ kind: 'template', config, variables: [] });
  const startWith = (limits: Partial<CheckLimits>) => {
    checker = new ConfigChecker(SETTINGS, { ...LIMITS, ...limits }, worker);
  };

  it('ends a check that takes too long, and makes the next one', async () => {
    startWith({ timeoutMs: 500 });
    await expect(checker.run(check('time'))).rejects.toThrow(
      new CheckTooCostly('Checking the request takes longer than 0.5 s.'),
    );
    startWith({});
    expect(await checker.run(check('x'))).toEqual({ ok: true, configs: ['x'] });
  });

  it('ends a check that takes too much memory, and makes the next one', async () => {
    startWith({});
    await expect(checker.run(check('memory'))).rejects.toThrow(
      new CheckTooCostly('Checking the request takes more than 64 MB of memory.'),
    );
    expect(await checker.run(check('x'))).toEqual({ ok: true, configs: ['x'] });
  });

  it('refuses what too many others wait before', async () => {
    startWith({ timeoutMs: 2_000 });
    const first = checker.run(check('time'));
    const second = checker.run(check('x'));
    await expect(checker.run(check('x'))).rejects.toThrow(CheckerBusy);
    await expect(first).rejects.toThrow(CheckTooCostly);
    expect(await second).toEqual({ ok: true, configs: ['x'] });
    expect(await checker.run(check('x'))).toEqual({ ok: true, configs: ['x'] });
  });

  it('refuses what has waited too long', async () => {
    startWith({ timeoutMs: 2_000, waitMs: 200 });
    const first = checker.run(check('time'));
    await expect(checker.run(check('x'))).rejects.toThrow(CheckerBusy);
    await expect(first).rejects.toThrow(CheckTooCostly);
  });
});
