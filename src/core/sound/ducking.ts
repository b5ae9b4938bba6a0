import type { Ducking } from '../project/types/index.js';
import { samplesOfMs } from '../time/time.js';
import type { GainPoint } from './envelope.js';

/** An interval of the timeline with speech, in samples; the end is exclusive. */
export interface VoiceSpan {
  readonly startSample: number;
  readonly endSample: number;
}

/** Music stays down between two phrases if it would be back up for less than this. */
const SHORTEST_RISE_MS = 400;

/**
 * Computes the gain of music under speech. The music is down when a voice starts and comes back up after it.
 * It stays down over short pauses, so that it does not pump.
 *
 * @param voices in any order; they may overlap
 */
export function duckingEnvelope(voices: readonly VoiceSpan[], ducking: Ducking): GainPoint[] {
  const { levelDb } = ducking;
  const attack = samplesOfMs(ducking.attackMs);
  const release = samplesOfMs(ducking.releaseMs);
  const shortestGap = attack + release + samplesOfMs(SHORTEST_RISE_MS);
  return bridgeShortPauses(voices, shortestGap).flatMap(({ startSample, endSample }) => [
    { sample: startSample - attack, db: 0 },
    { sample: startSample, db: levelDb },
    { sample: endSample, db: levelDb },
    { sample: endSample + release, db: 0 },
  ]);
}

function bridgeShortPauses(voices: readonly VoiceSpan[], shortestGap: number): VoiceSpan[] {
  const spans: { startSample: number; endSample: number }[] = [];
  for (const { startSample, endSample } of voices.toSorted(
    (a, b) => a.startSample - b.startSample,
  )) {
    const last = spans.at(-1);
    if (last && startSample - last.endSample < shortestGap) {
      last.endSample = Math.max(last.endSample, endSample);
    } else {
      spans.push({ startSample, endSample });
    }
  }
  return spans;
}
