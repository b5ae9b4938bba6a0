import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeUnless } from './skip.js';

const run = promisify(execFile);

/** A file system of its own, in memory. */
export interface SmallDisk {
  readonly path: string;
  /** Like `describe`, skipped where no file system can be mounted. */
  readonly describeOnDisk: ReturnType<typeof describeUnless>;
  /** In bytes. */
  readonly free: () => Promise<number>;
  /** Fills the disk so that this many bytes are left. Removes what filled it before. */
  readonly leave: (bytes: number) => Promise<void>;
  /** Removes what fills it. */
  readonly empty: () => Promise<void>;
}

/** Mounts a disk until all tests of the file have ended. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const path = await mkdtemp(join(tmpdir(), 'videocraft-disk-'));
  const size = `size=${megabytes}m`;
  const problem = await run('/bin/mount', ['-t', 'tmpfs', '-o', size, 'none', path]).then(
    () => null,
    (error: Error) => error.message,
  );
  afterAll(async () => {
    if (problem === null) await run('/bin/umount', ['-l', path]);
    await rm(path, { recursive: true, force: true });
  });
  const ballast = join(path, 'ballast');
  const free = async () => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  };
  const empty = () => rm(ballast, { force: true });
  return {
    path,
    describeOnDisk: describeUnless(
      problem === null ? null : `this machine cannot mount a file system: ${problem}`,
    ),
    free,
    empty,
    leave: async (bytes: number) => {
      await empty();
      await writeFile(ballast, Buffer.alloc((await free()) - bytes));
    },
  };
}
