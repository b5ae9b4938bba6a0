import type { Timeline } from '../api/index.js';

/** A timeline of a version of the document. */
export interface KnownTimeline {
  readonly timeline: Timeline;
  /** False for one that shows a change before the service has computed what follows from it. */
  readonly isComputed: boolean;
}

const MOST = 12;

/** The timelines of the last versions, so that undoing a change shows at once. */
export class Timelines {
  /** By the key of the version; the least recently used one first. */
  private readonly known = new Map<string, KnownTimeline>();

  get(key: string): KnownTimeline | null {
    const known = this.known.get(key);
    if (known === undefined) return null;
    this.keep(key, known);
    return known;
  }

  forget(key: string): void {
    this.known.delete(key);
  }

  keep(key: string, known: KnownTimeline): void {
    this.known.delete(key);
    this.known.set(key, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST) return;
      this.known.delete(oldest);
    }
  }
}
