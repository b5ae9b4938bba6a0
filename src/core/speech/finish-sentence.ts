import { LoudnessMeter } from '../sound/loudness.js';
import { SAMPLE_RATE } from '../time/time.js';

/** The loudness of each sentence in LUFS, played on both channels. Its peaks rarely need a lower one. */
const TARGET_LUFS = -19;
const MOST_GAIN_DB = 30;
/** -1 dBFS. */
const HIGHEST_PEAK = 10 ** (-1 / 20);
/** Sound below is silence, whatever an engine says. */
const LOWEST_PEAK = 10 ** (-60 / 20);

const FRAME = SAMPLE_RATE / 100;
/** A frame belongs to the speech if it is at most so much quieter than the loudest one. */
const SPEECH_RANGE = 10 ** (-45 / 20);
/** Kept around the speech, because its first and last consonants are quiet. */
const BEFORE_SAMPLES = SAMPLE_RATE * 0.03;
const AFTER_SAMPLES = SAMPLE_RATE * 0.08;
/** Too short to be heard as a fade, and long enough to avoid a click. */
const FADE_SAMPLES = SAMPLE_RATE * 0.005;
/** The meter needs 400 ms. */
const METER_SAMPLES = SAMPLE_RATE / 2;

/** The sound of a sentence, ready to be joined to others. */
export interface FinishedSentence {
  readonly samples: Float32Array;
  /** How much silence before the speech was cut off, in samples. */
  readonly cutSamples: number;
}

/**
 * Prepares a spoken sentence: cuts off the silence at its ends, of which each engine adds another length, gives it the
 * loudness that all sentences have, and softens its edges.
 *
 * @param samples mono at 48 kHz
 * @returns null if nothing is spoken
 */
export function finishSentence(samples: Float32Array): FinishedSentence | null {
  const speech = speechIn(samples);
  if (speech === null) return null;
  const cut = samples.slice(speech.start, speech.end);
  const gain = gainOf(cut);
  const fade = Math.min(FADE_SAMPLES, Math.floor(cut.length / 2));
  for (let index = 0; index < cut.length; index++) {
    const edge = Math.min(1, (index + 0.5) / fade, (cut.length - index - 0.5) / fade);
    cut[index]! *= gain * edge;
  }
  return { samples: cut, cutSamples: speech.start };
}

function speechIn(samples: Float32Array): { readonly start: number; readonly end: number } | null {
  if (peakOf(samples) < LOWEST_PEAK) return null;
  const levels: number[] = [];
  for (let start = 0; start < samples.length; start += FRAME) {
    const frame = samples.subarray(start, start + FRAME);
    levels.push(Math.sqrt(powerOf(frame)));
  }
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  const isSpeech = (level: number) => level >= loudest * SPEECH_RANGE;
  const first = levels.findIndex(isSpeech);
  const last = levels.findLastIndex(isSpeech);
  return {
    start: Math.max(0, first * FRAME - BEFORE_SAMPLES),
    end: Math.min(samples.length, (last + 1) * FRAME + AFTER_SAMPLES),
  };
}

function gainOf(samples: Float32Array): number {
  const wanted = 10 ** (Math.min(MOST_GAIN_DB, TARGET_LUFS - loudnessOf(samples)) / 20);
  return Math.min(wanted, HIGHEST_PEAK / peakOf(samples));
}

/** A sentence that is too short for the meter is repeated. */
function loudnessOf(samples: Float32Array): number {
  const meter = new LoudnessMeter();
  const stereo = new Float32Array(samples.length * 2);
  samples.forEach((sample, index) => stereo.fill(sample, index * 2, index * 2 + 2));
  for (let length = 0; length === 0 || length < METER_SAMPLES; length += samples.length) {
    meter.push(stereo);
  }
  return meter.integrated();
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

function powerOf(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}
