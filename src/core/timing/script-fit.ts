import type { WordMatch } from './place-words.js';
import type { WordReadings } from './script-readings.js';
import { estimateSyllables } from './syllables.js';
import type { TimeInterval } from './voice-activity.js';

/** How well a script fits the speech it was laid over. */
export interface ScriptFit {
  /** Share of the script's plain words, by syllables, that is heard, 0 to 1. */
  readonly share: number;
  /** Longer runs of words that are not heard: `[first, last]` in the script. */
  readonly unheard: readonly (readonly [first: number, last: number])[];
  /** Of these, what is left out of the words. */
  readonly leftOut: readonly (readonly [first: number, last: number])[];
  /** Longer stretches in which something else is said. */
  readonly otherSpeech: readonly TimeInterval[];
}

/** Gain over the background, in nats a frame, at which a word is as likely heard as not. */
const EVEN_GAIN = -2.25;
const GAIN_SCALE = 0.8;
/** Words with less confidence count as not heard. */
const MIN_CONFIDENCE = 0.5;
/** A run of words is told only where none of them comes near to being heard. */
const HARDLY_HEARD = 0.15;
/** With fewer plain words than this, the others have to do. */
const FEW_WORDS = 4;
const LONG_RUN = 4;
const LONG_SPEECH_MS = 1000;
/** Pauses up to this are part of a speech. */
const BREATH_MS = 500;
/** Slow speech, with a sound drawn out. */
const SLOW_SYLLABLE_MS = 400;
const SLOW_WORD_MS = 500;
const SLACK_MS = 20;

/** Confidence in a word that gains so much over the background, in nats a frame. */
export function confidenceOf(gain: number): number {
  return 1 / (1 + Math.exp(-(gain - EVEN_GAIN) / GAIN_SCALE));
}

/** What was found of a script. */
export interface MatchedScript {
  readonly written: readonly string[];
  readonly read: readonly WordReadings[];
  readonly heard: readonly (WordMatch | null)[];
  readonly leftOut: readonly (readonly [first: number, last: number])[];
  readonly other: readonly TimeInterval[];
}

/**
 * Words that may be read in several ways count only where there are hardly others: that none of their
 * readings is heard says little of the script.
 */
export function measureFit(found: MatchedScript): ScriptFit {
  const { read, heard, leftOut, other } = found;
  const sounding = read.map(({ phrases }) => phrases.some((phrase) => phrase !== ''));
  const plain = sounding.map((sounds, index) => sounds && !read[index]!.isDoubtful);
  const counted = plain.filter(Boolean).length >= FEW_WORDS ? plain : sounding;
  const surerThan = (least: number) => heard.map((word) => (word?.confidence ?? 0) >= least);
  return {
    share: shareOf(found.written, counted, surerThan(MIN_CONFIDENCE)),
    unheard: runsOf(sounding, surerThan(HARDLY_HEARD)).filter(
      ([first, last]) => counted.slice(first, last + 1).filter(Boolean).length >= LONG_RUN,
    ),
    leftOut,
    otherSpeech: joined(
      [...other, ...overlong(found)].filter((stretch) => !isOfDoubtful(stretch, found)),
    ).filter(({ startMs, endMs }) => endMs - startMs >= LONG_SPEECH_MS),
  };
}

function shareOf(
  written: readonly string[],
  counted: readonly boolean[],
  isHeard: readonly boolean[],
): number {
  const weight = (chosen: (index: number) => boolean | undefined) =>
    written.reduce((sum, word, index) => sum + (chosen(index) ? estimateSyllables(word) : 0), 0);
  const all = weight((index) => counted[index]);
  return all === 0 ? 1 : weight((index) => counted[index] && isHeard[index]) / all;
}

/** Runs of words that sound and are not heard; what has no sound belongs to the run around it. */
function runsOf(sounding: readonly boolean[], isHeard: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  let run: [number, number] | null = null;
  sounding.forEach((sounds, index) => {
    if (!sounds) return;
    if (isHeard[index]) run = null;
    else if (run) run[1] = index;
    else runs.push((run = [index, index]));
  });
  return runs;
}

/** What is left of words that take longer than anybody says them: something else is said meanwhile. */
function overlong({ written, read, heard }: MatchedScript): TimeInterval[] {
  return heard.flatMap((word, index) => {
    if (!word || read[index]!.isDoubtful) return [];
    const longest = estimateSyllables(written[index]!) * SLOW_SYLLABLE_MS + SLOW_WORD_MS;
    const startMs = word.startMs + longest;
    return startMs < word.endMs ? [{ startMs, endMs: word.endMs }] : [];
  });
}

/** Stretches in order; those with little between them are one. */
function joined(stretches: readonly TimeInterval[]): TimeInterval[] {
  const found: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of [...stretches].sort((a, b) => a.startMs - b.startMs)) {
    const last = found.at(-1);
    if (last && startMs - last.endMs < BREATH_MS) last.endMs = Math.max(last.endMs, endMs);
    else found.push({ startMs, endMs });
  }
  return found;
}

/** True for speech where a doubtful word stands: it may be part of how that word is said. */
function isOfDoubtful({ startMs, endMs }: TimeInterval, { read, heard }: MatchedScript): boolean {
  let from = 0;
  return heard.some((word, index) => {
    const begin = from;
    if (word) from = word.endMs;
    if (!read[index]!.isDoubtful) return false;
    const next = heard.slice(index + 1, index + 1 + FEW_WORDS).find(Boolean);
    return startMs >= begin - SLACK_MS && endMs <= (next?.startMs ?? Infinity) + SLACK_MS;
  });
}
