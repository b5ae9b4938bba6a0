import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeArenas } from './storm/arena.js';
import { reportOf } from './storm/report.js';
import { FAULT_KINDS, LONG, scheduleOf, SHORT } from './storm/schedule.js';
import { openS3Store } from './storm/s3-storm-store.js';
import { runStorm } from './storm/storm.js';
import { sharedFolder } from './storm/storm-store.js';

const isLong = process.env['FAULTS_LONG'] === '1';
const SIZE = isLong ? LONG : SHORT;
const given = process.env['FAULTS_SEED'];
/** The short storm is the same each time, so that it does not fail by luck. */
const SEED =
  given !== undefined ? Number(given) : isLong ? Math.floor(Math.random() * 2 ** 31) : 21;
/** `folder`: the machines share a folder. `s3`: each has its own, and the videos are in an S3 store. */
const STORE = process.env['FAULTS_STORE'] ?? 's3';
const HOSTS = ['api', ...Array.from({ length: SIZE.workers }, (_, index) => `worker-${index}`)];
/** Bounds hangs; the machine may be slow and shared. */
const PATIENCE_MS = isLong ? 60 * 60_000 : 20 * 60_000;

describe('a storm of faults', () => {
  afterAll(closeArenas, 120_000);

  it('comes from its seed alone', () => {
    expect(scheduleOf(7, LONG, 's3')).toEqual(scheduleOf(7, LONG, 's3'));
    expect(scheduleOf(8, LONG, 's3')).not.toEqual(scheduleOf(7, LONG, 's3'));
    const { jobs, faults } = scheduleOf(7, LONG, 's3');
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
    expect(faults.length).toBeGreaterThanOrEqual(80);
    expect(jobs.filter(({ kind }) => kind === 'real').length).toBe(50);
  });

  it(
    'breaks no promise',
    async () => {
      process.stdout.write(`storm: FAULTS_SEED=${SEED}\n`);
      const dir = await mkdtemp(join(tmpdir(), 'videocraft-storm-'));
      await chmod(dir, 0o755);
      const { storm, found } = await runStorm({
        ...{ seed: SEED, size: SIZE, dir },
        store: STORE === 's3' ? await openS3Store(dir, HOSTS) : sharedFolder(dir),
      });
      process.stdout.write(`${reportOf(storm, found)}\n`);
      if (found.problems.length > 0) process.stdout.write(`Journal and files: ${dir}\n`);
      expect(found.problems).toEqual([]);
      await rm(dir, { recursive: true, force: true });
    },
    PATIENCE_MS,
  );
});
