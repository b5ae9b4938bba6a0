import { totalmem } from 'node:os';

/** Kept free for the API, Postgres and the system. */
const RESERVED_MEGABYTES = 768;
const LEAST = 256;
const MOST = 4096;

/**
 * The heap of each worker: half of its share of the memory. The other half is for ffmpeg, buffers and
 * WebAssembly.
 */
export function defaultHeapMegabytes(memoryBytes: number, workers: number): number {
  const share = (memoryBytes / 2 ** 20 - RESERVED_MEGABYTES) / Math.max(1, workers);
  return Math.round(Math.min(MOST, Math.max(LEAST, share / 2)));
}

/** The memory that this process may use: that of its container, or of the machine. */
export function memoryAtHand(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Memory beside its heap that a worker may keep after a job. A new worker has about 150 MB. */
const KEPT_MEGABYTES = 512;

/**
 * Whether an idle worker keeps so much memory that a new one should take its place. WebAssembly, for example,
 * never gives memory back.
 */
export function keepsTooMuch(residentBytes: number, heapMegabytes: number): boolean {
  return residentBytes > (heapMegabytes + KEPT_MEGABYTES) * 2 ** 20;
}
