import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The clock of one machine, which can jump. */
export interface OwnClock {
  readonly env: Record<string, string>;
  /** @param seconds from the true time */
  jump(seconds: number): Promise<void>;
}

/** @returns why this machine cannot have one, if it cannot */
export async function openClock(dir: string): Promise<OwnClock | string> {
  const library = await findLibrary();
  if (library === null) return 'libfaketime is missing (Debian package faketime)';
  const file = join(dir, 'clock');
  const jump = (seconds: number) => writeFile(file, seconds < 0 ? `${seconds}` : `+${seconds}`);
  await jump(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // As on a real machine, whose steady clock never jumps.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    jump,
  };
}

async function findLibrary(): Promise<string | null> {
  const folders = await readdir('/usr/lib').catch(() => []);
  const candidates = folders.map((folder) => join('/usr/lib', folder, 'faketime'));
  for (const folder of [...candidates, '/usr/lib/faketime']) {
    const names = await readdir(folder).catch(() => []);
    // The one for programs with threads.
    const name = names.find((entry) => entry.startsWith('libfaketimeMT.'));
    if (name !== undefined) return join(folder, name);
  }
  return null;
}
