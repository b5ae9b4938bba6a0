import type { WordMatch } from './place-words.js';
import type { WordReadings } from './script-readings.js';
import { estimateSyllables } from './syllables.js';
import type { TimeInterval } from './types.js';

/** How well a script fits the speech. */
export interface ScriptFit {
  /** The share of the script's plain words that is heard, by syllables, from 0 to 1. */
  readonly share: number;
  /** Longer runs of words that are not heard: `[first, last]` in the script. */
  readonly unheard: readonly (readonly [first: number, last: number])[];
  /** The words that are left out: `[first, last]` in the script. */
  readonly leftOut: readonly (readonly [first: number, last: number])[];
  /** Longer intervals in which something else is said. */
  readonly otherSpeech: readonly TimeInterval[];
}

/** The gain over the background, in nats per frame, at which the confidence is 0.5. */
const EVEN_GAIN = -2.25;
const GAIN_SCALE = 0.8;
/** Words with less confidence count as not heard. */
const MIN_CONFIDENCE = 0.5;
/** A run of words is reported only if all of its words have less confidence than this. */
const HARDLY_HEARD = 0.15;
/** With fewer plain words than this, doubtful words count too. */
const FEW_WORDS = 4;
const LONG_RUN = 4;
const LONG_SPEECH_MS = 1000;
/** Speech continues over pauses up to this long. */
const BREATH_MS = 500;
/** The longest time for a syllable in slow speech, and for a drawn-out sound in a word. */
const SLOW_SYLLABLE_MS = 400;
const SLOW_WORD_MS = 500;
const SLACK_MS = 20;

/** Returns the confidence in a word from its gain over the background, in nats per frame. */
export function confidenceOf(gain: number): number {
  return 1 / (1 + Math.exp(-(gain - EVEN_GAIN) / GAIN_SCALE));
}

/** A script with the matches of its words in the speech. */
export interface MatchedScript {
  readonly written: readonly string[];
  readonly readings: readonly WordReadings[];
  /** The match of each written word; null for a word that was not heard. */
  readonly matches: readonly (WordMatch | null)[];
  readonly leftOut: readonly (readonly [first: number, last: number])[];
  readonly otherSpeech: readonly TimeInterval[];
}

/**
 * Measures how well a script fits. Words with several readings count only if there are hardly any other
 * words, because a reading that is not heard says little about the script.
 */
export function measureFit(script: MatchedScript): ScriptFit {
  const { readings, matches, leftOut, otherSpeech } = script;
  const sounding = readings.map(({ phrases }) => phrases.some((phrase) => phrase !== ''));
  const plain = sounding.map((sounds, index) => sounds && !readings[index]!.isDoubtful);
  const counted = plain.filter(Boolean).length >= FEW_WORDS ? plain : sounding;
  const hasConfidence = (min: number) => matches.map((match) => (match?.confidence ?? 0) >= min);
  return {
    share: shareOf(script.written, counted, hasConfidence(MIN_CONFIDENCE)),
    unheard: runsOf(sounding, hasConfidence(HARDLY_HEARD)).filter(
      ([first, last]) => counted.slice(first, last + 1).filter(Boolean).length >= LONG_RUN,
    ),
    leftOut,
    otherSpeech: mergeNearby(
      [...otherSpeech, ...overlongParts(script)].filter(
        (interval) => !isAtDoubtfulWord(interval, script),
      ),
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

/** Finds runs of sounding words that are not heard; words without sound do not interrupt a run. */
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

/** Returns the excess of words that take longer than anyone says them: something else is said there. */
function overlongParts({ written, readings, matches }: MatchedScript): TimeInterval[] {
  return matches.flatMap((match, index) => {
    if (!match || readings[index]!.isDoubtful) return [];
    const longestMs = estimateSyllables(written[index]!) * SLOW_SYLLABLE_MS + SLOW_WORD_MS;
    const startMs = match.startMs + longestMs;
    return startMs < match.endMs ? [{ startMs, endMs: match.endMs }] : [];
  });
}

/** Sorts intervals and merges those with little time between them. */
function mergeNearby(intervals: readonly TimeInterval[]): TimeInterval[] {
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && startMs - last.endMs < BREATH_MS) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}

/** Returns true for speech at a doubtful word, where it may be part of how that word is said. */
function isAtDoubtfulWord(
  { startMs, endMs }: TimeInterval,
  { readings, matches }: MatchedScript,
): boolean {
  let reachedMs = 0;
  return matches.some((match, index) => {
    const fromMs = reachedMs;
    if (match) reachedMs = match.endMs;
    if (!readings[index]!.isDoubtful) return false;
    const next = matches.slice(index + 1, index + 1 + FEW_WORDS).find(Boolean);
    return startMs >= fromMs - SLACK_MS && endMs <= (next?.startMs ?? Infinity) + SLACK_MS;
  });
}
