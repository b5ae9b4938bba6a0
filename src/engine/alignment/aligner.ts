import { alignScript } from '../../core/alignment/align-script.js';
import { CEPSTRA } from '../../core/alignment/sphinx-model.js';
import { OTHER_SPEECH, type Reading, type ScriptToken } from '../../core/alignment/types.js';
import type { AlignmentPath } from '../../core/alignment/script-search.js';
import { placeWords, type WordMatch } from '../../core/timing/place-words.js';
import { scriptReadings, type WordReadings } from '../../core/timing/script-readings.js';
import { pronounce } from '../../core/timing/readings/pronounce.js';
import { PRONUNCIATION_RULES } from '../../core/timing/readings/pronunciation-rules.js';
import { confidenceOf, measureFit, type ScriptFit } from '../../core/timing/script-fit.js';
import type { ModelLanguage } from '../../core/timing/readings/script-language.js';
import { snapToPauses, normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { TimedWord } from '../../core/timing/types.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { type TimeInterval } from '../../core/timing/types.js';
import { AcousticModel } from './acoustic-model.js';

/** Silence added before and after the recording, in which a path starts and ends. */
const PAD_FRAMES = 20;
const FRAME_MS = 10;
const FRAME_SAMPLES = (SPEECH_SAMPLE_RATE * FRAME_MS) / 1000;
/** A frame covers a window of 25 ms, so a change is heard some way into it. */
const FRAME_OFFSET_MS = PAD_FRAMES * FRAME_MS - FRAME_MS / 2;

const FOLDERS: Readonly<Record<ModelLanguage, string>> = { en: 'en-us', fr: 'fr-fr' };

export interface AlignmentRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  /** The pauses in the samples, as `findPauses` finds them. */
  readonly pauses: readonly TimeInterval[];
  readonly written: readonly string[];
  readonly language: ModelLanguage;
}

/** A script aligned to speech. */
export interface AlignedScript {
  /** The words of the script to show, in order, without longer runs that are not said. */
  readonly words: readonly TimedWord[];
  readonly fit: ScriptFit;
}

/** Aligns scripts to speech with the acoustic models in the package `soundswallower`. */
export class Aligner {
  private readonly models = new Map<ModelLanguage, Promise<AcousticModel>>();

  /** Returns when each written word is said, and how well the script fits the speech. */
  async align({ samples, pauses, written, language }: AlignmentRequest): Promise<AlignedScript> {
    const model = await this.loadModel(language);
    const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
    const readings = scriptReadings(written, language);
    const cepstra = model.computeCepstra(withRoomTone(samples));
    const frames = cepstra.length / CEPSTRA;
    const quiet = quietFrames(pauses, frames);
    const tokens = tokensOf(readings, model, language);
    const path = alignScript(cepstra, tokens, model, (frame) => quiet[frame] === 0);
    const matches = matchWords(segmentsOf(path, frames), written.length, pauses);
    const placed = placeWords(written, matches, pauses, durationMs);
    const fit = measureFit({
      written,
      readings,
      matches,
      leftOut: placed.leftOut,
      otherSpeech: otherSpeechIn(segmentsOf(path, frames)),
    });
    return { words: normalizeWordTimes(placed.words, durationMs), fit };
  }

  private loadModel(language: ModelLanguage): Promise<AcousticModel> {
    const existing = this.models.get(language);
    if (existing) return existing;
    const loaded = AcousticModel.load(FOLDERS[language]);
    this.models.set(language, loaded);
    return loaded;
  }
}

/** Pads the samples and adds faint noise, because digital silence has no features. */
function withRoomTone(samples: Float32Array): Float32Array {
  const pad = PAD_FRAMES * FRAME_SAMPLES;
  const padded = new Float32Array(samples.length + 2 * pad);
  padded.set(samples, pad);
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = Math.max(2e-4, Math.sqrt(power) * 0.025);
  // The generator is fixed, because the same audio must always give the same times.
  let state = 1;
  for (let index = 0; index < padded.length; index++) {
    state = nextState(state);
    padded[index]! += level * ((2 * state) / MERSENNE_31 - 1);
  }
  return padded;
}

const MERSENNE_31 = 2_147_483_647;

/** The next state of a multiplicative generator modulo 2^31 - 1, without a division: 2^31 is 1 modulo 2^31 - 1. */
function nextState(state: number): number {
  const product = state * 48_271;
  const high = Math.floor(product / (MERSENNE_31 + 1));
  const folded = product - high * MERSENNE_31;
  return folded >= MERSENNE_31 ? folded - MERSENNE_31 : folded;
}

/** Returns 1 for each frame without voice activity, including the padding. */
function quietFrames(pauses: readonly TimeInterval[], frames: number): Uint8Array {
  const quiet = new Uint8Array(frames);
  quiet.fill(1, 0, PAD_FRAMES);
  quiet.fill(1, Math.max(0, frames - PAD_FRAMES));
  for (const { startMs, endMs } of pauses) {
    quiet.fill(
      1,
      Math.round(startMs / FRAME_MS) + PAD_FRAMES,
      Math.round(endMs / FRAME_MS) + PAD_FRAMES,
    );
  }
  return quiet;
}

/** Limits on the size of the graph: spoken words in all readings of a written word, and their pronunciations. */
const MAX_SPOKEN = 256;
const MANY_READINGS = 8;
const FEW_PRONUNCIATIONS = 2;
/**
 * Spoken words in all readings of a script. Beyond that, each written word has only its first reading.
 * A course of two hours of plain words has 20,000; a date has more than 100 in its readings.
 */
const MAX_SPOKEN_IN_SCRIPT = 200_000;

function tokensOf(
  readings: readonly WordReadings[],
  model: AcousticModel,
  language: ModelLanguage,
): ScriptToken[] {
  const rules = PRONUNCIATION_RULES[language];
  const lookUp = (word: string) => model.lookUp(word);
  return boundReadings(readings).map(({ phrases, isDoubtful }) => {
    let isKnown = true;
    const limit = phrases.length > MANY_READINGS ? FEW_PRONUNCIATIONS : Infinity;
    const spokenReadings = phrases.map((phrase): Reading =>
      spokenWords(phrase).map((word) => {
        const pronounced = pronounce(word, lookUp, rules);
        isKnown &&= pronounced.isKnown;
        return pronounced.pronunciations.slice(0, limit).map((phones) => model.phonesOf(phones));
      }),
    );
    return { readings: spokenReadings, isDoubtful: isDoubtful || !isKnown };
  });
}

/** Keeps the likeliest readings of each word: at least one, and as many as the size of the graph allows. */
export function boundReadings(
  readings: readonly WordReadings[],
  mostInScript = MAX_SPOKEN_IN_SCRIPT,
): WordReadings[] {
  let inScript = 0;
  return readings.map(({ phrases, isDoubtful }) => {
    let inWord = 0;
    const kept: string[] = [];
    for (const phrase of phrases) {
      const count = spokenWords(phrase).length;
      const isTooMuch = inWord + count > MAX_SPOKEN || inScript + count > mostInScript;
      if (count > 0 && isTooMuch && kept.length > 0) break;
      inWord += count;
      inScript += count;
      kept.push(phrase);
    }
    return { phrases: kept, isDoubtful: isDoubtful || kept.length < phrases.length };
  });
}

function spokenWords(phrase: string): string[] {
  return phrase === '' ? [] : phrase.split(' ');
}

/** The part of a path from one trace entry to the next. */
interface PathSegment {
  readonly label: number;
  readonly frame: number;
  readonly endFrame: number;
  /** In nats over the background. */
  readonly gain: number;
}

function segmentsOf({ entries, score }: AlignmentPath, frames: number): PathSegment[] {
  return entries.map((entry, index) => {
    const next = entries[index + 1] ?? { frame: frames, score };
    const { label, frame } = entry;
    return { label, frame, endFrame: next.frame, gain: next.score - entry.score };
  });
}

/** Returns the match of each written word, or null for words that are not heard. */
function matchWords(
  segments: readonly PathSegment[],
  count: number,
  pauses: readonly TimeInterval[],
): (WordMatch | null)[] {
  const totals: ({ startMs: number; endMs: number; gain: number; frames: number } | null)[] =
    Array.from({ length: count }, () => null);
  for (const { label, frame, endFrame, gain } of segments) {
    if (label < 0) continue;
    const total = (totals[label] ??= { startMs: timeOf(frame), endMs: 0, gain: 0, frames: 0 });
    total.endMs = timeOf(endFrame);
    total.gain += gain;
    total.frames += endFrame - frame;
  }
  return totals.map((total) => {
    if (!total) return null;
    const word = { text: '', startMs: total.startMs, endMs: total.endMs, confidence: null };
    const [{ startMs, endMs }] = snapToPauses([word], pauses) as [TimedWord];
    return { startMs, endMs, confidence: confidenceOf(total.gain / Math.max(1, total.frames)) };
  });
}

function otherSpeechIn(segments: readonly PathSegment[]): TimeInterval[] {
  return segments
    .filter(({ label }) => label === OTHER_SPEECH)
    .map(({ frame, endFrame }) => ({ startMs: timeOf(frame), endMs: timeOf(endFrame) }));
}

function timeOf(frame: number): number {
  return Math.max(0, frame * FRAME_MS - FRAME_OFFSET_MS);
}
