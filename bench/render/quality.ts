import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The SSIM of a video against a reference, all planes together; the reference as arguments of ffmpeg. */
export async function ssim(
  ffmpeg: string,
  file: string,
  reference: readonly string[],
): Promise<number> {
  const { stderr } = await run(ffmpeg, [
    ...['-hide_banner', '-i', file, ...reference, '-lavfi', '[0:v][1:v]ssim', '-f', 'null', '-'],
  ]);
  return Number(/All:(\S+)/.exec(stderr)?.[1]);
}

/** Bytes of a file's video alone. */
export async function videoBytes(ffmpeg: string, file: string, scratch: string): Promise<number> {
  await run(ffmpeg, ['-y', '-v', 'error', '-i', file, '-map', '0:v', '-c', 'copy', scratch]);
  return (await stat(scratch)).size;
}

export interface RatePoint {
  readonly ssim: number;
  readonly bytes: number;
}

/** Rate factors that reach from better to worse than any quality asked for. */
const RATE_FACTORS = [17, 21, 25, 29, 33];

/** What x264's `medium`, as the obvious command uses it, takes of ready frames at several qualities. */
export async function mediumCurve(
  ffmpeg: string,
  frames: string,
  scratch: string,
): Promise<RatePoint[]> {
  const points: RatePoint[] = [];
  for (const crf of RATE_FACTORS) {
    await run(ffmpeg, [
      ...['-y', '-v', 'error', '-i', frames, '-map', '0:v', '-c:v', 'libx264', '-preset', 'medium'],
      ...['-crf', String(crf), '-pix_fmt', 'yuv420p', scratch],
    ]);
    const { size } = await stat(scratch);
    points.push({ ssim: await ssim(ffmpeg, scratch, ['-i', frames]), bytes: size });
  }
  return points;
}

/**
 * Bytes at a quality, between the points of a curve: their logarithm runs nearly straight over that of
 * what is lost. Beyond the ends the last piece is carried on.
 */
export function bytesAt(points: readonly RatePoint[], quality: number): number {
  const lost = (value: number) => Math.log(1 - value);
  const sorted = points.toSorted((a, b) => b.ssim - a.ssim);
  const after = sorted.findIndex((point) => point.ssim <= quality);
  const to = after < 0 ? sorted.length - 1 : Math.max(1, after);
  const [a, b] = [sorted[to - 1]!, sorted[to]!];
  const part = (lost(quality) - lost(a.ssim)) / (lost(b.ssim) - lost(a.ssim));
  return Math.exp(Math.log(a.bytes) + (Math.log(b.bytes) - Math.log(a.bytes)) * part);
}
