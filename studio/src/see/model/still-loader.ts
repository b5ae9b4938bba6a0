import type { Picture, StillCache } from './still-cache.js';

/** A frame that somebody looks at. */
export interface WantedFrame {
  readonly key: string;
  readonly version: string;
  readonly frame: number;
  readonly load: (signal: AbortSignal) => Promise<Omit<Picture, 'key' | 'version'>>;
}

export interface StillEvents {
  readonly onPicture: (picture: Picture) => void;
  readonly onBusy: (isBusy: boolean) => void;
  /** Returns after how many milliseconds the frame is asked for again; null for never. */
  readonly onFailure: (error: unknown) => number | null;
}

/** A frame of the same version that has been on its way for so long no longer holds up the next one. */
const PATIENCE_MS = 700;
/** Neighbors are loaded when nothing else has happened for so long. */
const IDLE_MS = 600;

interface Running {
  readonly wanted: WantedFrame;
  readonly controller: AbortController;
  readonly startedAt: number;
  readonly isAhead: boolean;
}

/**
 * Loads one frame at a time: always the newest that is wanted. While somebody scrubs, a frame that is nearly there is
 * still shown; one of an older version is not.
 */
export class StillLoader {
  private wanted: WantedFrame | null = null;
  private neighbors: readonly WantedFrame[] = [];
  private running: Running | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly cache: StillCache,
    private readonly events: StillEvents,
  ) {}

  /** @param neighbors frames that are likely to be wanted next */
  want(wanted: WantedFrame | null, neighbors: readonly WantedFrame[] = []): void {
    this.wanted = wanted;
    this.neighbors = neighbors;
    clearTimeout(this.timer);
    if (wanted === null) this.leave();
    else this.next();
  }

  private next(): void {
    const { wanted, running } = this;
    if (wanted === null) return;
    const known = this.cache.get(wanted.key);
    if (known !== null) {
      if (running !== null && !running.isAhead) this.leave();
      this.events.onBusy(false);
      this.events.onPicture(known);
      this.timer = setTimeout(() => this.loadAhead(), IDLE_MS);
      return;
    }
    this.events.onBusy(true);
    if (running === null) void this.run(wanted, false);
    else if (running.wanted.key !== wanted.key) this.replace(running, wanted);
  }

  private replace(running: Running, wanted: WantedFrame): void {
    const age = performance.now() - running.startedAt;
    const isStale = running.isAhead || running.wanted.version !== wanted.version;
    if (isStale || age >= PATIENCE_MS) {
      this.leave();
      void this.run(wanted, false);
    } else {
      this.timer = setTimeout(() => this.next(), PATIENCE_MS - age);
    }
  }

  private leave(): void {
    this.running?.controller.abort();
    this.running = null;
    this.events.onBusy(false);
  }

  private loadAhead(): void {
    const ahead = this.neighbors.find(({ key }) => !this.cache.has(key));
    if (ahead !== undefined && this.running === null) void this.run(ahead, true);
  }

  private async run(wanted: WantedFrame, isAhead: boolean): Promise<void> {
    const controller = new AbortController();
    const running = { wanted, controller, startedAt: performance.now(), isAhead };
    this.running = running;
    if (!isAhead) this.events.onBusy(true);
    try {
      const loaded = await wanted.load(controller.signal);
      if (controller.signal.aborted) return;
      const picture = { ...loaded, key: wanted.key, version: wanted.version };
      this.cache.keep(picture);
      if (!isAhead && wanted.key !== this.wanted?.key) this.events.onPicture(picture);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.running = null;
      if (!isAhead) this.fail(wanted, error);
      return;
    }
    this.running = null;
    this.next();
  }

  private fail(failed: WantedFrame, error: unknown): void {
    if (failed.key !== this.wanted?.key) {
      this.next();
      return;
    }
    this.events.onBusy(false);
    const again = this.events.onFailure(error);
    if (again !== null) this.timer = setTimeout(() => this.next(), again);
  }
}
