import { linearGain } from '../../../core/sound/envelope.js';
import { Limiter } from '../../../core/sound/limiter.js';
import { LoudnessMeter } from '../../../core/sound/loudness.js';
import { samplePeaks, truePeaks } from '../../../core/sound/peaks.js';

/** Starts a mix from its beginning. The mix is computed several times instead of stored. */
export type StartMix = () => AsyncIterable<Float32Array>;

/** Peaks of -1 dBTP, minus what a lossy encoder may add to them. */
const TRUE_PEAK_CEILING_DB = -1.5;
const FULL_SCALE = 1;
/** Limiting reduces loudness, so the gain is searched for. */
const MAX_TRIES = 4;
const NEAR_ENOUGH_LU = 0.1;
/** Near silence is not amplified without limit. */
const MAX_GAIN_DB = 40;

/**
 * Prepares a mix for encoding: within full scale, and at the requested loudness.
 *
 * Without a loudness, the mix stays as it is up to full scale, and peaks above it are limited. With a
 * loudness, the whole mix is measured (ITU-R BS.1770-4), amplified, and limited by its true peaks.
 *
 * @param loudness LUFS, or null
 */
export async function* masterSound(
  mix: StartMix,
  loudness: number | null,
): AsyncGenerator<Float32Array> {
  if (loudness === null) {
    yield* limited(mix(), 1, new Limiter(FULL_SCALE, samplePeaks));
    return;
  }
  yield* limited(mix(), await findGain(mix, loudness), ceilingLimiter());
}

async function findGain(mix: StartMix, loudness: number): Promise<number> {
  const measured = await measure(mix());
  if (measured === -Infinity) return 1;
  let db = Math.min(MAX_GAIN_DB, loudness - measured);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const short = loudness - (await measure(limited(mix(), linearGain(db), ceilingLimiter())));
    if (Math.abs(short) < NEAR_ENOUGH_LU) break;
    db = Math.min(MAX_GAIN_DB, db + short);
  }
  return linearGain(db);
}

async function measure(sound: AsyncIterable<Float32Array>): Promise<number> {
  const meter = new LoudnessMeter();
  for await (const chunk of sound) meter.push(chunk);
  return meter.integrated();
}

function ceilingLimiter(): Limiter {
  return new Limiter(linearGain(TRUE_PEAK_CEILING_DB), truePeaks);
}

async function* limited(
  mix: AsyncIterable<Float32Array>,
  gain: number,
  limiter: Limiter,
): AsyncGenerator<Float32Array> {
  for await (const chunk of mix) {
    if (gain !== 1) for (let at = 0; at < chunk.length; at++) chunk[at]! *= gain;
    yield limiter.push(chunk);
  }
  yield limiter.end();
}
