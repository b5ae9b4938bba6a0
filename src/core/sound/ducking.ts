import type { Ducking } from '../project/types/index.js';
import { samplesOfMs } from '../time/time.js';
import type { GainPoint } from './envelope.js';

/** Samples of the timeline in which somebody speaks; end exclusive. */
export interface VoiceSpan {
  readonly startSample: number;
  readonly endSample: number;
}

/** Music that would be back for less than this between two phrases stays down. */
const SHORTEST_RISE_MS = 400;

/**
 * The gain of music under speech: down when a voice begins, since it goes down before, and up again
 * after it. Pauses too short to come up in are bridged, so that it does not pump.
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
