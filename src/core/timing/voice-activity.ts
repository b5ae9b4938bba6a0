import type { TimeInterval } from './types.js';

/** The sample rate of speech for alignment and recognition, in Hz. */
export const SPEECH_SAMPLE_RATE = 16_000;
const FRAME_MS = 10;
const FRAME = (SPEECH_SAMPLE_RATE * FRAME_MS) / 1000;
/** Edges of the frequency bands of speech in Hz; separate bands, so that a hum spoils only one. */
const BANDS = [150, 350, 700, 1200, 2000, 3200, 5000, 7500];
const SHORTEST_PAUSE_FRAMES = 15;
const SHORTEST_VOICE_FRAMES = 5;

/**
 * Finds the pauses of a recording, where no frequency band stands out from its noise floor. Each band has
 * its own floor (its quiet tenth), so steady noise and hum do not count as voice.
 *
 * @param samples mono at 16 kHz, -1 to 1
 */
export function findPauses(samples: Float32Array): TimeInterval[] {
  const frames = Math.floor(samples.length / FRAME);
  if (frames < SHORTEST_PAUSE_FRAMES) return [];
  const excess = new Float32Array(frames);
  for (let band = 0; band + 1 < BANDS.length; band++) {
    const levels = bandLevels(samples, frames, BANDS[band]!, BANDS[band + 1]!);
    const sorted = Float32Array.from(levels).sort();
    const peak = sorted[Math.floor(frames * 0.95)]!;
    const floor = Math.max(sorted[Math.floor(frames * 0.08)]!, peak - 45);
    for (let frame = 0; frame < frames; frame++) {
      excess[frame]! += Math.max(0, levels[frame]! - floor - 2) / (BANDS.length - 1);
    }
  }
  return pausesOf(excess);
}

/** Returns the level of a band in each frame in dB, smoothed over five frames. */
function bandLevels(
  samples: Float32Array,
  frames: number,
  low: number,
  high: number,
): Float32Array {
  const filtered = bandPass(samples, low, high);
  const raw = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let index = frame * FRAME; index < (frame + 1) * FRAME; index++)
      sum += filtered[index]! ** 2;
    raw[frame] = 10 * Math.log10(sum / FRAME + 1e-9);
  }
  return raw.map((_, frame) => {
    const around = raw.subarray(Math.max(0, frame - 2), frame + 3);
    return around.reduce((sum, level) => sum + level, 0) / around.length;
  });
}

/** A second-order band-pass filter with constant peak gain (Audio EQ Cookbook, Bristow-Johnson). */
function bandPass(samples: Float32Array, low: number, high: number): Float32Array {
  const center = Math.sqrt(low * high);
  const angle = (2 * Math.PI * center) / SPEECH_SAMPLE_RATE;
  const alpha = (Math.sin(angle) * (high - low)) / (2 * center);
  const gain = alpha / (1 + alpha);
  const a1 = (-2 * Math.cos(angle)) / (1 + alpha);
  const a2 = (1 - alpha) / (1 + alpha);
  const output = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index]!;
    const y = gain * (x - x2) - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    output[index] = y;
  }
  return output;
}

function pausesOf(excess: Float32Array): TimeInterval[] {
  const top = Float32Array.from(excess).sort()[Math.floor(excess.length * 0.9)]!;
  const on = Math.min(Math.max(3, top * 0.3), top * 0.6);
  const voiced = hysteresis(excess, on, on * 0.55);
  const runs = runsOf(voiced);
  const pauses = runs.filter(
    (run, index) => !run.isVoiced || (run.length < SHORTEST_VOICE_FRAMES && index > 0),
  );
  const merged: { start: number; end: number }[] = [];
  for (const { start, length } of pauses) {
    const last = merged.at(-1);
    if (last?.end === start) last.end = start + length;
    else merged.push({ start, end: start + length });
  }
  return merged
    .filter(({ start, end }) => end - start >= SHORTEST_PAUSE_FRAMES || start === 0)
    .map(({ start, end }) => ({ startMs: start * FRAME_MS, endMs: end * FRAME_MS }));
}

/** Voice starts above `on` and extends in both directions until the level falls below `off`. */
function hysteresis(levels: Float32Array, on: number, off: number): boolean[] {
  const voiced = Array.from(levels, () => false);
  for (let frame = 0; frame < levels.length; frame++) {
    if (levels[frame]! <= on || voiced[frame]) continue;
    let start = frame;
    while (start > 0 && levels[start - 1]! > off) start--;
    let end = frame;
    while (end < levels.length && levels[end]! > off) end++;
    voiced.fill(true, start, end);
  }
  return voiced;
}

function runsOf(
  voiced: readonly boolean[],
): { isVoiced: boolean; start: number; length: number }[] {
  const runs: { isVoiced: boolean; start: number; length: number }[] = [];
  voiced.forEach((value, start) => {
    const last = runs.at(-1);
    if (last?.isVoiced === value) last.length++;
    else runs.push({ isVoiced: value, start, length: 1 });
  });
  return runs;
}
