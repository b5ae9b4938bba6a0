import { setTimeout as delay } from 'node:timers/promises';
import type { RenderedSegment } from '../../engine/render/segments/segment-renderer.js';
import type { ChunkState } from '../../engine/spread/chunk-state.js';
import type { Helpers, SpreadSummary } from '../types/helpers.js';
import { type OwnWork, SpreadWork } from './spread-work.js';

const FINE = { failedEncoder: null, hasDecodeErrors: false };
const WAITING: ChunkState = { kind: 'waiting' };
const TAKEN: ChunkState = { kind: 'taken' };
const doneWith = (count: number): ChunkState => ({
  kind: 'done',
  result: { worker: 'other', segments: Array.from({ length: count }, () => FINE) },
});

function segment(path: string): RenderedSegment {
  return { path, cached: false, ...FINE };
}

/** Other workers that do what a test says, in the memory of the test. */
class FakeHelpers {
  readonly states = new Map<string, ChunkState>();
  readonly discarded: string[] = [];
  readonly problems: unknown[] = [];
  summary: SpreadSummary | null = null;
  /** What becomes of a chunk when it is looked at. */
  next: (number: number, state: ChunkState) => ChunkState = (_number, state) => state;

  readonly helpers: { -readonly [K in keyof Helpers]: Helpers[K] } = {
    offer: async () => {
      const number = this.states.size;
      this.states.set(String(number), WAITING);
      return { id: String(number), number };
    },
    stateOf: async (id) => {
      const state = this.next(Number(id), this.states.get(id)!);
      this.states.set(id, state);
      return state;
    },
    withdraw: async (id) => {
      const { kind } = this.states.get(id)!;
      // A message whose worker was lost is in the queue again.
      if (kind !== 'waiting' && kind !== 'lost') return false;
      this.states.set(id, { kind: 'lost' });
      return true;
    },
    discard: async (ids) => void this.discarded.push(...ids),
    onProblem: (error) => void this.problems.push(error),
    onSpread: (summary) => void (this.summary = summary),
  } as Helpers;
}

describe('work that is spread', () => {
  let fake: FakeHelpers;
  let rendered: number[];
  let shared: number[];

  beforeEach(() => {
    fake = new FakeHelpers();
    rendered = [];
    shared = [];
  });

  /** Renders six segments in three chunks. */
  async function run(
    own: Partial<OwnWork> = {},
    signal = new AbortController().signal,
    chunks = [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
  ) {
    const work = new SpreadWork(
      chunks,
      fake.helpers,
      {
        lanes: 1,
        render: async (index) => {
          rendered.push(index);
          await delay(60);
          return segment(`own ${index}`);
        },
        collect: async (index) => segment(`other ${index}`),
        share: async (chunk) => {
          shared.push(chunk);
          return true;
        },
        patienceMs: () => 60_000,
        ...own,
      },
      100,
    );
    const results = await work.run(signal);
    return [...results].sort(([a], [b]) => a - b).map(([, { path }]) => path);
  }

  const OWN = [0, 1, 2, 3, 4, 5].map((index) => `own ${index}`);

  it('is done by this worker alone when no other is idle, for one message', async () => {
    expect(await run()).toEqual(OWN);
    expect(rendered).toEqual([4, 5, 2, 3, 0, 1]);
    expect([fake.states.size, fake.summary, shared]).toEqual([1, null, []]);
  });

  it.each<[string, Helpers['offer']]>([
    ['is being offered', () => delay(150, { id: '0', number: 0 })],
    ['cannot be offered', () => delay(150).then(() => Promise.reject(new Error('The queue.')))],
  ])('includes the last chunk while it %s', async (_how, offer) => {
    fake.helpers.offer = offer;
    fake.states.set('0', WAITING);
    expect(await run({}, undefined, [[0, 1]])).toEqual(OWN.slice(0, 2));
    expect(await run()).toEqual(OWN);
  });

  it('is done from both ends', async () => {
    fake.next = (_number, state) => (state.kind === 'waiting' ? TAKEN : doneWith(2));
    expect(await run()).toEqual(['other 0', 'other 1', ...OWN.slice(2)]);
    expect(fake.summary).toEqual({ here: 4, elsewhere: { other: 2 } });
    expect(shared).toContain(0);
    expect(fake.discarded).toEqual([]);
  });

  it.each<[string, (number: number, state: ChunkState) => ChunkState]>([
    ['dies', (_number, state) => (state.kind === 'waiting' ? TAKEN : { kind: 'lost' })],
    ['returns nothing of use', (_n, state) => (state.kind === 'waiting' ? TAKEN : doneWith(0))],
  ])('is all done by this worker if another %s', async (_what, next) => {
    fake.next = next;
    expect(await run()).toEqual(OWN);
    expect(fake.summary).toBeNull();
  });

  it('is done by this worker if a finished segment is nowhere', async () => {
    fake.next = (_number, state) => (state.kind === 'waiting' ? TAKEN : doneWith(2));
    const collect: OwnWork['collect'] = async (index) => (index === 1 ? null : segment('other'));
    expect((await run({ collect }))[1]).toBe('own 1');
  });

  it('is taken from a worker that is too slow', async () => {
    fake.next = () => TAKEN;
    expect(await run({ patienceMs: () => 0 })).toEqual(OWN);
    expect(fake.discarded.length).toBeGreaterThan(0);
  });

  it('is not given away if it cannot be shared', async () => {
    fake.next = () => TAKEN;
    expect(await run({ share: async () => false })).toEqual(OWN);
    expect(await run({ share: () => Promise.reject(new Error('the store is full')) })).toEqual(OWN);
    expect(String(fake.problems[0])).toContain('the store is full');
  });

  it('goes on while the queue does not respond', async () => {
    const broken = new Error('the database is gone');
    fake.helpers.offer = () => Promise.reject(broken);
    expect(await run()).toEqual(OWN);
    expect(fake.problems).toContain(broken);
  });

  it('fails with the error of this worker, and withdraws its chunks', async () => {
    fake.next = () => TAKEN;
    const failure = new Error('ffmpeg failed');
    const render: OwnWork['render'] = async () => {
      await delay(200);
      throw failure;
    };
    await expect(run({ render })).rejects.toBe(failure);
    expect(fake.discarded).toContain('0');
  });

  it('stops at once when it is cancelled, even while it waits for another worker', async () => {
    fake.next = () => TAKEN;
    fake.helpers.withdraw = async () => false;
    const stop = new AbortController();
    const own = { render: async (index: number) => segment(`own ${index}`) };
    setTimeout(() => stop.abort(new Error('cancelled')), 240);
    await expect(run(own, stop.signal)).rejects.toThrow('cancelled');
    expect(fake.discarded.length).toBeGreaterThan(0);
  });
});
