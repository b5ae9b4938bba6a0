import { setTimeout as delay } from 'node:timers/promises';
import { WorkerHeap } from './small-heap.js';

describe('the heap of a worker', () => {
  it('gives its memory back after a job, but not while another one runs', async () => {
    const heap = new WorkerHeap(20);
    const left = new WeakRef({ text: 'x'.repeat(1e5) });
    heap.use(true);
    heap.use(false);
    heap.use(true);
    await delay(60);
    expect(left.deref()).toBeDefined();
    heap.use(false);
    await delay(100);
    expect(left.deref()).toBeUndefined();
  });
});
