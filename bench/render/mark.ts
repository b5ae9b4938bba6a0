import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A picture with a soft round mark on black, `mark` pixels from its left and top edge. */
export async function markPicture(
  ffmpeg: string,
  path: string,
  { width, height, mark, radius }: MarkPicture,
): Promise<void> {
  const [x, y] = mark;
  // The position of a sample is the middle of its pixel.
  const squared = `(pow(X+0.5-${x},2)+pow(Y+0.5-${y},2))/${radius ** 2}`;
  await run(
    ffmpeg,
    args(
      ['-y', '-v', 'error', '-f', 'lavfi', '-i', `color=black:s=${width}x${height},format=gray`],
      ['-vf', `geq=lum='220*exp(-${squared})'`, '-frames:v', '1', path],
    ),
  );
}

export interface MarkPicture {
  readonly width: number;
  readonly height: number;
  readonly mark: readonly [x: number, y: number];
  readonly radius: number;
}

/** The position of the mark in a luma plane: the center of everything brighter than black. */
export function findMark(luma: Uint8Array, width: number): readonly [x: number, y: number] {
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  luma.forEach((sample, at) => {
    const light = Math.max(0, sample - 18);
    sum += light;
    sumX += light * ((at % width) + 0.5);
    sumY += light * (Math.floor(at / width) + 0.5);
  });
  return [sumX / sum, sumY / sum];
}

/**
 * Compares a measured path with the computed one. Returns the largest distance, and the largest
 * difference between a measured and a computed step, in pixels.
 */
export function pathErrors(
  measured: readonly (readonly [number, number])[],
  computed: readonly (readonly [number, number])[],
): { place: number; step: number } {
  const off = measured.map(([x, y], n) => [x - computed[n]![0], y - computed[n]![1]] as const);
  const steps = off.slice(1).map(([x, y], n) => Math.hypot(x - off[n]![0], y - off[n]![1]));
  return { place: Math.max(...off.map(([x, y]) => Math.hypot(x, y))), step: Math.max(...steps) };
}
