import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The SSIM of a video against a reference, for all planes. The reference is a list of ffmpeg
 * arguments.
 */
export async function ssim(
  ffmpeg: string,
  file: string,
  reference: readonly string[],
): Promise<number> {
  const { stderr } = await run(
    ffmpeg,
    args(['-hide_banner', '-i', file, ...reference, '-lavfi', '[0:v][1:v]ssim', '-f', 'null', '-']),
  );
  return Number(/All:(\S+)/.exec(stderr)?.[1]);
}

/** The bytes of the video stream in a file. */
export async function videoBytes(ffmpeg: string, file: string, scratch: string): Promise<number> {
  await run(ffmpeg, ['-y', '-v', 'error', '-i', file, '-map', '0:v', '-c', 'copy', scratch]);
  return (await stat(scratch)).size;
}

/** Two results that differ by less count as equally good. */
const NEAR = 0.0005;
const MOST_TRIES = 8;
const [BEST, WORST] = [8, 40];

/**
 * Finds the rate factor at which the `medium` preset of x264 reaches a given SSIM, starting from a
 * known rate factor. The logarithm of the loss is almost linear in the rate factor.
 *
 * @param frames losslessly encoded
 * @param known a rate factor and its SSIM
 */
export async function rateFactorFor(
  ffmpeg: string,
  frames: string,
  scratch: string,
  { wanted, known }: { wanted: number; known: { crf: number; ssim: number } },
): Promise<number> {
  let { crf, ssim: reached } = known;
  // The initial effect of one step of the rate factor. It is measured from the second try on.
  let slope = 0.06;
  for (let tries = 0; tries < MOST_TRIES && Math.abs(reached - wanted) > NEAR; tries++) {
    const [lost, mayLose] = [Math.log(1 - reached), Math.log(1 - wanted)];
    const next = Math.min(WORST, Math.max(BEST, round(crf + (mayLose - lost) / slope)));
    if (next === crf) break;
    await run(
      ffmpeg,
      args(
        ['-y', '-v', 'error', '-i', frames, '-map', '0:v', '-c:v', 'libx264', '-preset', 'medium'],
        ['-crf', String(next), '-pix_fmt', 'yuv420p', scratch],
      ),
    );
    reached = await ssim(ffmpeg, scratch, ['-i', frames]);
    const change = (Math.log(1 - reached) - lost) / (next - crf);
    if (change > 0) slope = change;
    crf = next;
  }
  return crf;
}

function round(crf: number): number {
  return Math.round(crf * 10) / 10;
}
