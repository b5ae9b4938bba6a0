import type { MessagePort } from 'node:worker_threads';
import { type PlanesAt, type PreparedStream, ViewSampler } from './view-sampler.js';

export interface ViewTask {
  readonly streams: readonly PreparedStream[];
  readonly port: MessagePort;
}

/** A message to the thread: the frame to render, or null to end. */
export type FrameRequest = { readonly index: number; readonly n: number } | null;

/** A message from the thread: the position of a requested frame. Requests are answered in order. */
export interface FrameLocation {
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
  readonly bytes: number;
}

/** The first message from the thread: where the next pictures of streams are written. */
export interface SamplerInputs {
  readonly buffer: ArrayBufferLike;
  readonly inputs: readonly (PlanesAt | null)[];
}

/** Kept between tasks, together with its memory and its compiled kernels. */
const sampler = new ViewSampler();

/** The task of a sampler thread: renders the frames that are requested through its port. */
export default function sampleViews({ streams, port }: ViewTask): Promise<void> {
  sampler.load(streams);
  port.postMessage({ buffer: sampler.buffer, inputs: sampler.inputs } satisfies SamplerInputs);
  return new Promise((resolve) => {
    port.on('message', (request: FrameRequest) => {
      if (request === null) {
        port.close();
        resolve();
        return;
      }
      const frame = sampler.frame(request.index, request.n);
      port.postMessage({ buffer: sampler.buffer, ...frame } satisfies FrameLocation);
    });
  });
}
