import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const EVERY_MS = 5_000;
/** A beat that is older is none. Shorter interruptions, such as of a busy disk, are no reason to restart anything. */
export const LONGEST_SILENCE_MS = 30_000;

/**
 * The file whose time tells that the workers of a container live. Containers that share a data folder have host names
 * of their own.
 */
export function heartbeatFile(dataDir: string): string {
  return join(dataDir, 'heartbeats', hostname().replaceAll(/[^\w.-]/g, '_'));
}

/**
 * Sets the time of a file again and again while workers live. A stuck process sets it no longer. It contains nothing,
 * so that it needs no space on a full disk.
 *
 * @param isAlive whether any worker lives
 * @returns ends it
 */
export function startHeartbeat(dataDir: string, isAlive: () => boolean): () => void {
  const file = heartbeatFile(dataDir);
  const beat = () => {
    if (!isAlive()) return;
    try {
      touch(file);
    } catch {
      // A data folder that cannot be written is what the check is to find.
    }
  };
  beat();
  const timer = setInterval(beat, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    try {
      rmSync(file, { force: true });
    } catch {
      // It grows old.
    }
  };
}

function touch(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a'));
  // By the clock of this machine, which a file server may not have.
  const now = new Date();
  utimesSync(file, now, now);
}

/** Why the workers seem not to live, or null. */
export function heartbeatProblem(dataDir: string, now = Date.now()): string | null {
  const file = heartbeatFile(dataDir);
  try {
    const silence = now - statSync(file).mtimeMs;
    if (silence <= LONGEST_SILENCE_MS) return null;
    return `No worker has shown that it lives for ${Math.round(silence / 1000)} seconds (${file}).`;
  } catch (error) {
    return `No worker has started, or the data folder cannot be written: ${(error as Error).message}.`;
  }
}
