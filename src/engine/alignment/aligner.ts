import { alignScript } from '../../core/alignment/align-script.js';
import { CEPSTRA } from '../../core/alignment/sphinx-model.js';
import { OTHER_SPEECH, type Reading, type ScriptToken } from '../../core/alignment/types.js';
import type { TraceEntry } from '../../core/alignment/traceback.js';
import { placeWords, type WordMatch } from '../../core/timing/place-words.js';
import { scriptReadings, type WordReadings } from '../../core/timing/script-readings.js';
import { pronounce } from '../../core/timing/readings/pronounce.js';
import { PRONUNCIATION_RULES } from '../../core/timing/readings/pronunciation-rules.js';
import { confidenceOf, measureFit, type ScriptFit } from '../../core/timing/script-fit.js';
import type { ModelLanguage } from '../../core/timing/readings/script-language.js';
import { snapToPauses, normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { TimedWord } from '../../core/timing/types.js';
import { findPauses, SPEECH_SAMPLE_RATE, type TimeInterval } from '../../core/timing/voice-activity.js';
import { AcousticModel } from './acoustic-model.js';

/** Silence before and after, in which a path begins and ends. */
const PAD_FRAMES = 20;
const FRAME_MS = 10;
const FRAME_SAMPLES = (SPEECH_SAMPLE_RATE * FRAME_MS) / 1000;
/** A frame is a window of 25 ms, and what changes in it is heard some way into it. */
const FRAME_OFFSET_MS = PAD_FRAMES * FRAME_MS - FRAME_MS / 2;

const FOLDERS: Readonly<Record<ModelLanguage, string>> = { en: 'en-us', fr: 'fr-fr' };

export interface AlignmentRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  readonly written: readonly string[];
  readonly language: ModelLanguage;
}

/** A script laid over speech. */
export interface AlignedScript {
  /** The words of the script that are said, or that are shown between those, in order. */
  readonly words: readonly TimedWord[];
  readonly fit: ScriptFit;
}

/** Aligns scripts to speech, with the acoustic models that soundswallower carries. */
export class Aligner {
  private readonly models = new Map<ModelLanguage, Promise<AcousticModel>>();

  /** When each written word is said, and how well the script fits the speech. */
  async align({ samples, written, language }: AlignmentRequest): Promise<AlignedScript> {
    const model = await this.model(language);
    const pauses = findPauses(samples);
    const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
    const read = scriptReadings(written, language);
    const cepstra = model.cepstraOf(withRoomTone(samples));
    const frames = cepstra.length / CEPSTRA;
    const quiet = quietFrames(pauses, frames);
    const { passages, score } = alignScript(
      cepstra,
      tokensOf(read, model, language),
      model,
      (frame) => quiet[frame] === 0,
    );
    const heard = heardWords(passages, { frames, score, count: written.length }, pauses);
    const placed = placeWords(written, heard, pauses, durationMs);
    const fit = measureFit({
      written,
      read,
      heard,
      leftOut: placed.leftOut,
      other: otherSpeech(passages, frames),
    });
    return { words: normalizeWordTimes(placed.words, durationMs), fit };
  }

  private model(language: ModelLanguage): Promise<AcousticModel> {
    const known = this.models.get(language);
    if (known) return known;
    const loaded = AcousticModel.load(FOLDERS[language]);
    this.models.set(language, loaded);
    return loaded;
  }
}

/** Pads, and adds a faint noise: pure digital silence has no features. */
function withRoomTone(samples: Float32Array): Float32Array {
  const pad = PAD_FRAMES * FRAME_SAMPLES;
  const padded = new Float32Array(samples.length + 2 * pad);
  padded.set(samples, pad);
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = Math.max(2e-4, Math.sqrt(power) * 0.025);
  // A fixed generator: the same audio must always give the same times.
  let state = 1;
  for (let index = 0; index < padded.length; index++) {
    state = (state * 48_271) % 2_147_483_647;
    padded[index]! += level * ((2 * state) / 2_147_483_647 - 1);
  }
  return padded;
}

/** 1 for each frame in which nobody speaks, the padding among them. */
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

/** Spoken words in all readings of a written one, and pronunciations of each: a bound on the graph. */
const MAX_SPOKEN = 256;
const MANY_READINGS = 8;
const FEW_PRONUNCIATIONS = 2;

function tokensOf(
  read: readonly WordReadings[],
  model: AcousticModel,
  language: ModelLanguage,
): ScriptToken[] {
  const rules = PRONUNCIATION_RULES[language];
  const lookUp = (word: string) => model.lookUp(word);
  return read.map(({ phrases, isDoubtful }) => {
    let known = true;
    let spoken = 0;
    const most = phrases.length > MANY_READINGS ? FEW_PRONUNCIATIONS : Infinity;
    const readings: Reading[] = [];
    for (const phrase of phrases) {
      const words = phrase === '' ? [] : phrase.split(' ');
      if ((spoken += words.length) > MAX_SPOKEN && readings.length > 0) break;
      readings.push(
        words.map((word) => {
          const pronounced = pronounce(word, lookUp, rules);
          known &&= pronounced.isKnown;
          return pronounced.pronunciations.slice(0, most).map((phones) => model.phonesOf(phones));
        }),
      );
    }
    return { readings, doubtful: isDoubtful || !known };
  });
}

function heardWords(
  passages: readonly TraceEntry[],
  { frames, score, count }: { frames: number; score: number; count: number },
  pauses: readonly TimeInterval[],
): (WordMatch | null)[] {
  const spans: ({ startMs: number; endMs: number; gain: number; frames: number } | null)[] =
    Array.from({ length: count }, () => null);
  passages.forEach(({ label, frame, score: before }, index) => {
    if (label < 0) return;
    const next = passages[index + 1] ?? { frame: frames, score };
    const span = (spans[label] ??= { startMs: timeOf(frame), endMs: 0, gain: 0, frames: 0 });
    span.endMs = timeOf(next.frame);
    span.gain += next.score - before;
    span.frames += next.frame - frame;
  });
  return spans.map((span) => {
    if (!span) return null;
    const word = { text: '', startMs: span.startMs, endMs: span.endMs, confidence: null };
    const [{ startMs, endMs }] = snapToPauses([word], pauses) as [TimedWord];
    return { startMs, endMs, confidence: confidenceOf(span.gain / Math.max(1, span.frames)) };
  });
}

function otherSpeech(passages: readonly TraceEntry[], frames: number): TimeInterval[] {
  return passages.flatMap(({ label, frame }, index) =>
    label === OTHER_SPEECH
      ? [{ startMs: timeOf(frame), endMs: timeOf(passages[index + 1]?.frame ?? frames) }]
      : [],
  );
}

function timeOf(frame: number): number {
  return Math.max(0, frame * FRAME_MS - FRAME_OFFSET_MS);
}
