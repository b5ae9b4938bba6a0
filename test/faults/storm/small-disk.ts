import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DISK = 'size=512m';
/** From large to small, until nothing more fits. */
const PIECES = [4 << 20, 64 << 10, 4 << 10, 1];

/** A disk of 512 MB at a folder. */
export interface SmallDisk {
  fill(): Promise<void>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** @returns why this machine cannot have one, if it cannot */
export async function mountSmallDisk(dir: string): Promise<SmallDisk | string> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `${DISK},mode=755`, 'storm', dir]);
  } catch (error) {
    return `no disk can be mounted: ${(error as Error).message.trim()}`;
  }
  const filler = join(dir, 'filler');
  return {
    async fill() {
      const file = await open(filler, 'w');
      try {
        for (const bytes of PIECES) {
          const piece = Buffer.alloc(bytes);
          while (await fits(file.write(piece))) continue;
        }
      } finally {
        await file.close();
      }
    },
    empty: () => rm(filler, { force: true }),
    close: async () => void (await run('umount', ['-l', dir])),
  };
}

async function fits(written: Promise<{ bytesWritten: number }>): Promise<boolean> {
  return written.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOSPC') return false;
      throw error;
    },
  );
}
