import type { MessagePort } from 'node:worker_threads';
import { type PreparedStream, ViewSampler } from './view-sampler.js';

export interface ViewTask {
  readonly streams: readonly PreparedStream[];
  readonly port: MessagePort;
}

/** To the thread: make a frame, or null: no more are wanted. */
export type FrameRequest = { readonly index: number; readonly n: number } | null;

/** From the thread: where an ordered frame lies. Orders are met one after another. */
export interface FrameLocation {
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
  readonly bytes: number;
}

/** Kept from task to task: its memory is there, and its loops are compiled. */
const sampler = new ViewSampler();

/** The task of a sampler thread: makes the frames that are asked for at its port. */
export default function sampleViews({ streams, port }: ViewTask): Promise<void> {
  sampler.load(streams);
  return new Promise((resolve) => {
    port.on('message', (order: FrameRequest) => {
      if (order === null) {
        port.close();
        resolve();
        return;
      }
      const frame = sampler.frame(order.index, order.n);
      port.postMessage({ buffer: sampler.buffer, ...frame } satisfies FrameLocation);
    });
  });
}
