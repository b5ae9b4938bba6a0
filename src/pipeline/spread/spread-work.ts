import { setTimeout as delay } from 'node:timers/promises';
import { allOrNone } from '../../engine/concurrency/all-or-none.js';
import type { RenderedSegment } from '../../engine/render/segments/segment-renderer.js';
import type { ChunkResult, ChunkState, SegmentOutcome } from '../../engine/spread/chunk-state.js';
import type { Helpers, Offer } from '../types/helpers.js';

const WATCH_MS = 500;
/** Chunks that wait for a worker, at least, once there is one that helps. */
const SPARE = 2;

/** What this worker does with segments, by their index. */
export interface OwnWork {
  /** The segments that are rendered at the same time. */
  readonly lanes: number;
  render(index: number, signal: AbortSignal): Promise<RenderedSegment>;
  /** Gets a segment that another worker rendered, under a name within the attempt; null if it is nowhere. */
  collect(index: number, name: string, outcome: SegmentOutcome): Promise<RenderedSegment | null>;
  /** Shares what other workers need for a chunk. @returns false if the chunk cannot be shared */
  share(chunk: number, indices: readonly number[]): Promise<boolean>;
  /** After how long another worker is too slow with segments, when nothing else is left to do. */
  patienceMs(indices: readonly number[]): number;
}

interface Chunk extends Offer {
  readonly indices: readonly number[];
  state: 'waiting' | 'taken' | 'withdrawing';
  takenAt: number;
  sharing: Promise<void> | null;
}

/**
 * Renders segments on this worker and, meanwhile, on others. This worker begins at the end and the others at the
 * beginning, in chunks. Only chunks that idle workers may take next are offered, so that a worker alone pays for one
 * message and no more. Whatever happens to the others, this worker renders what is left.
 */
export class SpreadWork {
  private readonly results = new Map<number, RenderedSegment>();
  /** What this worker renders next. */
  private readonly ready: number[] = [];
  private readonly offered = new Set<Chunk>();
  /** Chunks that are neither free nor offered, because the queue has not answered yet. */
  private offering = 0;
  private readonly elsewhere: Record<string, number> = {};
  private here = 0;
  private hasHelp = false;
  private wake = () => {};
  private changed = new Promise<void>((resolve) => (this.wake = resolve));

  /**
   * @param free chunks of indices, in order
   * @param watchMs how often the chunks of other workers are looked at
   */
  constructor(
    private readonly free: number[][],
    private readonly helpers: Helpers,
    private readonly own: OwnWork,
    private readonly watchMs = WATCH_MS,
  ) {}

  /** @returns the rendered segments by their index */
  async run(signal: AbortSignal): Promise<ReadonlyMap<number, RenderedSegment>> {
    const done = new AbortController();
    try {
      await allOrNone(signal, (stop) => [
        this.watch(AbortSignal.any([stop, done.signal])),
        this.renderAll(stop).finally(() => done.abort()),
      ]);
    } finally {
      await this.attempt(() => this.helpers.discard([...this.offered].map(({ id }) => id)));
    }
    if (Object.keys(this.elsewhere).length > 0) {
      this.helpers.onSpread({ here: this.here, elsewhere: this.elsewhere });
    }
    return this.results;
  }

  private async renderAll(signal: AbortSignal): Promise<void> {
    await allOrNone<void[]>(signal, (stop) =>
      Array.from({ length: this.own.lanes }, () => this.renderLane(stop)),
    );
  }

  private async renderLane(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.announce(), { once: true });
    for (;;) {
      const index = await this.next(signal);
      if (index === null) return;
      this.results.set(index, await this.own.render(index, signal));
      this.here++;
    }
  }

  /** The next segment for this worker; null when none is left anywhere. Waits for those of others. */
  private async next(signal: AbortSignal): Promise<number | null> {
    for (;;) {
      signal.throwIfAborted();
      const index = this.ready.shift();
      if (index !== undefined) return index;
      const { changed } = this;
      const chunk = this.free.pop();
      if (chunk) this.takeOver(chunk);
      else if (this.offered.size + this.offering === 0) return null;
      else if (!(await this.withdrawOne()) && !(await this.takeOverdue())) {
        await changed;
      }
    }
  }

  /** Takes back the last chunk that nobody has. @returns false if there is none */
  private async withdrawOne(): Promise<boolean> {
    const chunk = [...this.offered].reverse().find(({ state }) => state === 'waiting');
    if (chunk === undefined) return false;
    chunk.state = 'withdrawing';
    const isMine = await this.attempt(() => this.helpers.withdraw(chunk.id));
    if (isMine === true) this.reclaim(chunk);
    else this.markTaken(chunk);
    return isMine === true;
  }

  /** Takes a chunk from a worker that is too slow. @returns false if none is */
  private async takeOverdue(): Promise<boolean> {
    const now = performance.now();
    const chunk = [...this.offered].find(
      ({ state, takenAt, indices }) =>
        state === 'taken' && now - takenAt > this.own.patienceMs(indices),
    );
    if (chunk === undefined) return false;
    chunk.state = 'withdrawing';
    await this.attempt(() => this.helpers.discard([chunk.id]));
    this.reclaim(chunk);
    return true;
  }

  /** Follows the chunks of the others, and offers more, until `signal` is aborted. */
  private async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.attempt(async () => {
        for (const chunk of this.offered) await this.look(chunk);
        await this.offerMore();
      });
      this.announce();
      await delay(this.watchMs, undefined, { signal }).catch(() => {});
    }
  }

  private async look(chunk: Chunk): Promise<void> {
    const state = await this.helpers.stateOf(chunk.id);
    // A lane may have taken it back meanwhile.
    if (!this.offered.has(chunk) || chunk.state === 'withdrawing') return;
    if (state.kind === 'taken') this.markTaken(chunk);
    if (state.kind === 'waiting') chunk.state = 'waiting';
    if (state.kind === 'done') await this.collect(chunk, state.result);
    if (state.kind === 'lost') await this.takeBack(chunk);
  }

  /** Takes over a chunk that was lost, unless the queue has just passed it to another worker. */
  private async takeBack(chunk: Chunk): Promise<void> {
    chunk.state = 'withdrawing';
    const isMine = await this.helpers.withdraw(chunk.id);
    const state: ChunkState = isMine ? { kind: 'lost' } : await this.helpers.stateOf(chunk.id);
    if (state.kind === 'lost') this.reclaim(chunk);
    else this.markTaken(chunk);
  }

  private markTaken(chunk: Chunk): void {
    if (chunk.state === 'taken') return;
    chunk.state = 'taken';
    chunk.takenAt = performance.now();
    this.hasHelp = true;
    this.share(chunk);
  }

  /** Shares a chunk in the background: its sources may be large. */
  private share(chunk: Chunk): void {
    chunk.sharing ??= this.own
      .share(chunk.number, chunk.indices)
      .catch((error: unknown) => {
        this.helpers.onProblem(error);
        return false;
      })
      .then(async (isShared) => {
        if (isShared || !this.offered.has(chunk) || chunk.state === 'withdrawing') return;
        chunk.state = 'withdrawing';
        await this.attempt(() => this.helpers.discard([chunk.id]));
        this.reclaim(chunk);
      });
  }

  private async collect(chunk: Chunk, { worker, segments }: ChunkResult): Promise<void> {
    chunk.state = 'withdrawing';
    for (const [position, index] of chunk.indices.entries()) {
      const outcome = segments[position];
      const name = `${chunk.number}-${position}`;
      const rendered = outcome
        ? await this.attempt(() => this.own.collect(index, name, outcome))
        : null;
      // The cache may have had to make room for others.
      if (rendered === null) this.ready.push(index);
      else {
        this.results.set(index, rendered);
        this.elsewhere[worker] = (this.elsewhere[worker] ?? 0) + 1;
      }
    }
    this.offered.delete(chunk);
  }

  private async offerMore(): Promise<void> {
    const states = [...this.offered].map(({ state }) => state);
    const taken = states.filter((state) => state === 'taken').length;
    const spare = this.hasHelp ? Math.max(SPARE, Math.ceil(taken / 2)) : 1;
    for (let waiting = states.length - taken; waiting < spare; waiting++) {
      const indices = this.free.shift();
      if (indices === undefined) return;
      await this.offer(indices);
    }
  }

  private async offer(indices: readonly number[]): Promise<void> {
    this.offering++;
    try {
      const offer = await this.helpers.offer();
      const chunk: Chunk = { ...offer, indices, state: 'waiting', takenAt: 0, sharing: null };
      this.offered.add(chunk);
      // The first worker that helps waits a moment; the others do not.
      if (this.hasHelp) this.share(chunk);
    } catch (error) {
      this.takeOver(indices);
      throw error;
    } finally {
      this.offering--;
      this.announce();
    }
  }

  private reclaim(chunk: Chunk): void {
    this.offered.delete(chunk);
    this.takeOver(chunk.indices);
  }

  private takeOver(indices: readonly number[]): void {
    this.ready.push(...indices);
    this.announce();
  }

  /** Wakes the lanes that wait. */
  private announce(): void {
    const { wake } = this;
    this.changed = new Promise((resolve) => (this.wake = resolve));
    wake();
  }

  /** Runs what needs the queue or the store. If it fails, the state of the chunks stays as it is known. */
  private async attempt<T>(action: () => Promise<T>): Promise<T | null> {
    try {
      return await action();
    } catch (error) {
      this.helpers.onProblem(error);
      return null;
    }
  }
}
