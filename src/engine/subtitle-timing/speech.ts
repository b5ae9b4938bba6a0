import type { TimeInterval } from '../../core/timing/types.js';
import { findPauses, SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';

/** A sample below this level counts as digital silence. */
const SILENT_LEVEL = 1e-4;
/** A shorter sound is a click. */
const SHORTEST_SPEECH_MS = 50;

/** A recording with its pauses. */
export interface Speech {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  readonly pauses: readonly TimeInterval[];
  readonly durationMs: number;
  /** True if the recording contains no speech. */
  readonly isSilent: boolean;
}

export function analyzeSpeech(samples: Float32Array): Speech {
  const pauses = findPauses(samples);
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  const pausedMs = pauses.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const isSilent =
    durationMs - pausedMs < SHORTEST_SPEECH_MS ||
    samples.every((sample) => Math.abs(sample) < SILENT_LEVEL);
  return { samples, pauses, durationMs, isSilent };
}
