/**
 * Compares x264 settings on uncompressed frames: bytes, SSIM, and CPU seconds.
 *
 *   npm run bench:encoder -- [still] [overlays] [moving-view] [--frames 90]
 *   npm run bench:encoder -- overlays --encoder nvenc [--device 0]
 *
 * With a hardware encoder, its quality levels replace the settings of x264.
 *
 * The frames come from the jobs of bench/render: still scenes with word captions, a moving
 * background with overlays and captions, and moving views of photos with captions. The SSIM of a
 * still is weighted by the duration of each picture.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Segment } from '../../src/core/render/segment/types.js';
import { HARDWARE_ENCODER_NAMES } from '../../src/core/render/encode/encoder-names.js';
import { HARDWARE_ENCODERS } from '../../src/engine/render/encoders/hardware-encoders.js';
import {
  hardwareEncoder,
  type SegmentEncoder,
  X264,
} from '../../src/engine/render/encoders/segment-encoder.js';
import { JOBS } from '../render/jobs.js';
import { measure } from '../render/measure.js';
import { Planned } from '../render/planned.js';
import {
  type Candidate,
  chosen,
  HARDWARE_CANDIDATES,
  MOVING_CANDIDATES,
  STILL_CANDIDATES,
} from './candidates.js';

const run = promisify(execFile);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    frames: { type: 'string', default: '90' },
    encoder: { type: 'string' },
    device: { type: 'string' },
  },
});
const MOST_FRAMES = Number(values.frames);
const HARDWARE = hardwareOf(values.encoder, values.device ?? null);
const MATERIALS = {
  still: { job: 'J1', segments: 3, kind: 'still', candidates: STILL_CANDIDATES },
  overlays: { job: 'J2', segments: 1, kind: 'moving', candidates: MOVING_CANDIDATES },
  'moving-view': { job: 'J3', segments: 1, kind: 'moving', candidates: MOVING_CANDIDATES },
} as const;
type Material = keyof typeof MATERIALS;

interface Outcome {
  readonly bytes: number;
  readonly ssim: number;
  readonly frames: number;
  readonly cpuSeconds: number;
}

const dir = await mkdtemp(join(tmpdir(), 'videocraft-encoder-'));
try {
  for (const name of Object.keys(MATERIALS) as Material[]) {
    if (positionals.length === 0 || positionals.includes(name)) await compare(name);
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}

function hardwareOf(name: string | undefined, device: string | null): SegmentEncoder | null {
  if (name === undefined) return null;
  const known = HARDWARE_ENCODER_NAMES.find((one) => one === name);
  if (known === undefined)
    throw new Error(`--encoder must be one of ${HARDWARE_ENCODER_NAMES.join(', ')}.`);
  return hardwareEncoder(known, HARDWARE_ENCODERS[known], device, { environment: {} });
}

async function compare(name: Material): Promise<void> {
  const { job, segments: count, kind, candidates } = MATERIALS[name];
  const planned = await Planned.load((await JOBS[job](dir, 'ffmpeg')).project, dir);
  const segments = planned.planned.plan.segments
    .filter(({ repeats }) => (repeats === null) === (kind === 'moving'))
    .slice(0, count)
    .map(shortened);
  const { paths } = await planned.filters(segments, 'raw', name);
  process.stdout.write(
    `\n${name}\n\n| settings | kB | SSIM | CPU s |\n| --- | --- | --- | --- |\n`,
  );
  const measured = kind === 'moving' && HARDWARE ? HARDWARE_CANDIDATES : candidates;
  for (const candidate of [...measured, ...chosen(kind)]) {
    const encoder = HARDWARE_CANDIDATES.includes(candidate) ? HARDWARE! : X264;
    const outcomes: Outcome[] = [];
    for (const [index, segment] of segments.entries()) {
      const encoded = { ...segment, encoder: candidate };
      outcomes.push(await encode(planned.ffmpeg, encoder, encoded, paths[index]!));
    }
    report(encoder, candidate, outcomes);
  }
  await Promise.all(paths.map((path) => rm(path)));
}

/** The first frames of a segment are enough to compare settings. */
function shortened(segment: Segment): Segment {
  if (segment.repeats !== null) return segment;
  return { ...segment, frameCount: Math.min(MOST_FRAMES, segment.frameCount) };
}

async function encode(
  ffmpeg: string,
  { options, upload }: SegmentEncoder,
  segment: Segment,
  raw: string,
): Promise<Outcome> {
  const output = join(dir, 'encoded.h264');
  const { width, height, fps } = segment;
  const rate = `${fps.num}/${fps.den}`;
  const frames = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', rate];
  const cost = await measure([
    ffmpeg,
    '-y',
    '-v',
    'error',
    ...frames,
    '-i',
    raw,
    ...(upload === null ? [] : ['-vf', upload]),
    ...options(segment, 1),
    '-f',
    'h264',
    output,
  ]);
  const log = join(dir, 'ssim.log');
  const graph = `[0:v]setpts=N[a];[1:v]setpts=N[b];[a][b]ssim=stats_file=ssim.log`;
  await run(
    ffmpeg,
    ['-y', '-v', 'error', '-r', rate, '-i', output, ...frames, '-i', raw].concat(
      ...['-lavfi', graph, '-f', 'null', '-'],
    ),
    { cwd: dir },
  );
  const each = [...(await readFile(log, 'utf8')).matchAll(/All:(\S+)/g)].map(([, all]) =>
    Number(all),
  );
  const shown = segment.repeats ?? each.map(() => 1);
  const total = shown.reduce((sum, count) => sum + count, 0);
  const ssim = each.reduce((sum, value, index) => sum + value * shown[index]!, 0) / total;
  return { bytes: (await stat(output)).size, ssim, frames: total, cpuSeconds: cost.cpuSeconds };
}

function report(
  encoder: SegmentEncoder,
  { preset, crf, name }: Candidate,
  outcomes: readonly Outcome[],
): void {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const ssim = sum((outcome) => outcome.ssim * outcome.frames) / sum(({ frames }) => frames);
  const cells = [
    (encoder === X264 ? `${preset} ${crf} ${name}` : `${encoder.name} ${crf}`).trim(),
    (sum(({ bytes }) => bytes) / 1000).toFixed(0),
    ssim.toFixed(5),
    sum(({ cpuSeconds }) => cpuSeconds).toFixed(2),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
