import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 300;

/**
 * Notices changes of files. It compares size, time, and identity of each file every moment: this finds files that
 * editors replace by renaming, files that appear, and files on network and container mounts, which send no events.
 * Other files in the same folders, such as the output, are not looked at.
 */
export class FileChanges {
  private seen = new Map<string, string>();

  constructor(private readonly pollMs = POLL_MS) {}

  /** Watches these files from now on instead of the others. Known states are kept. */
  async watch(paths: readonly string[]): Promise<void> {
    const next = new Map<string, string>();
    for (const path of paths) next.set(path, this.seen.get(path) ?? (await stateOf(path)));
    this.seen = next;
  }

  get count(): number {
    return this.seen.size;
  }

  /**
   * Waits until a file has changed, and then until nothing changes any more: editors write in several steps.
   *
   * @returns the path of the first changed file, or null when the signal is aborted
   */
  async next(signal: AbortSignal): Promise<string | null> {
    let first: string | null = null;
    for (;;) {
      try {
        await delay(this.pollMs, null, { signal });
      } catch {
        return null;
      }
      const changed = await this.compare();
      if (changed === null && first !== null) return first;
      first ??= changed;
    }
  }

  /** The path of a file that has changed since the last comparison, or null. */
  private async compare(): Promise<string | null> {
    let changed: string | null = null;
    for (const [path, before] of [...this.seen]) {
      const now = await stateOf(path);
      if (now === before) continue;
      changed ??= path;
      if (this.seen.has(path)) this.seen.set(path, now);
    }
    return changed;
  }
}

async function stateOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? 'missing' : `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}`;
}
