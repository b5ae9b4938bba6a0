import { setTimeout as delay } from 'node:timers/promises';
import { collectGarbage, WorkerHeap } from './small-heap.js';

describe('the heap of a worker', () => {
  it('gives its memory back after a job, but not while another one runs', async () => {
    const collections: number[] = [];
    const heap = new WorkerHeap(20, () => collections.push(1));
    heap.use(true);
    heap.use(false);
    heap.use(true);
    await delay(60);
    expect(collections).toHaveLength(0);
    heap.use(false);
    while (collections.length === 0) await delay(10);
    await delay(60);
    expect(collections).toHaveLength(1);
  });

  it('is collected as a whole', async () => {
    const left = new WeakRef({ bytes: Array.from({ length: 1e5 }, () => 0) });
    // Until the end of the turn, what a reference has led to is kept.
    await delay(0);
    collectGarbage();
    expect(left.deref()).toBeUndefined();
  });
});
