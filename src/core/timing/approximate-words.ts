import { pauseSyllablesAfter, estimateSyllables } from './syllables.js';
import { normalizeWordTimes } from './normalize-word-times.js';
import type { TimedWord } from './types.js';
import type { TimeInterval } from './types.js';

/** How far a pause may lie from the place expected for its punctuation, as a share of the voiced time. */
const REACH_SHARE = 0.03;
const MIN_REACH_MS = 700;

/**
 * Estimates the times of words without a model of their language: divides voiced time by syllables,
 * and ties the ends of sentences and clauses to nearby pauses.
 *
 * @param pauses pauses of the recording, in order
 */
export function approximateWords(
  written: readonly string[],
  pauses: readonly TimeInterval[],
  durationMs: number,
): TimedWord[] {
  const voice = new VoicedTime(pauses, durationMs);
  const ends: number[] = [];
  let sum = 0;
  for (const word of written) ends.push((sum += estimateSyllables(word)));
  const anchors = findAnchors(written, ends, voice);
  const words = written.map((text, index) => {
    const start = voice.at(voicedTimeAt(anchors, index === 0 ? 0 : ends[index - 1]!), 'start');
    const end = voice.at(voicedTimeAt(anchors, ends[index]!), 'end');
    return { text, startMs: start, endMs: Math.max(start, end), confidence: null };
  });
  return normalizeWordTimes(words, durationMs);
}

/** A position in the script, in syllables, and its position in voiced time. */
interface Anchor {
  readonly syllable: number;
  readonly voicedMs: number;
}

function findAnchors(
  written: readonly string[],
  ends: readonly number[],
  voice: VoicedTime,
): Anchor[] {
  const total = ends.at(-1) ?? 1;
  const last: Anchor = { syllable: total, voicedMs: voice.totalMs };
  const anchors: Anchor[] = [{ syllable: 0, voicedMs: 0 }];
  const reach = Math.max(MIN_REACH_MS, voice.totalMs * REACH_SHARE);
  written.slice(0, -1).forEach((word, index) => {
    if (pauseSyllablesAfter(word) === 0) return;
    const before = anchors.at(-1)!;
    const rate = (last.voicedMs - before.voicedMs) / (last.syllable - before.syllable);
    const expected = before.voicedMs + (ends[index]! - before.syllable) * rate;
    const limit = Math.min(reach, (expected - before.voicedMs) * 0.5);
    const best = voice.pauses
      .filter(({ voicedMs }) => Math.abs(voicedMs - expected) <= limit)
      // A longer pause is more likely to belong to the punctuation than a nearer one.
      .sort((a, b) => cost(a, expected) - cost(b, expected))[0];
    if (best) anchors.push({ syllable: ends[index]!, voicedMs: best.voicedMs });
  });
  return [...anchors, last];
}

function cost({ voicedMs, pauseMs }: VoicedPause, expected: number): number {
  return Math.abs(voicedMs - expected) - Math.min(600, pauseMs) * 1.5;
}

function voicedTimeAt(anchors: readonly Anchor[], syllable: number): number {
  const next = anchors.findIndex((anchor) => anchor.syllable >= syllable);
  const b = anchors[Math.max(1, next)]!;
  const a = anchors[Math.max(1, next) - 1]!;
  const part = (syllable - a.syllable) / Math.max(1e-9, b.syllable - a.syllable);
  return a.voicedMs + (b.voicedMs - a.voicedMs) * part;
}

/** A pause inside the speech, and its position in voiced time. */
interface VoicedPause {
  readonly voicedMs: number;
  readonly pauseMs: number;
}

/** Maps voiced time, which leaves pauses out, to time in the recording. */
class VoicedTime {
  readonly pauses: readonly VoicedPause[];
  readonly totalMs: number;
  private readonly voiced: readonly TimeInterval[];

  constructor(pauses: readonly TimeInterval[], durationMs: number) {
    const voiced: TimeInterval[] = [];
    const inside: VoicedPause[] = [];
    let reached = 0;
    let sum = 0;
    for (const pause of pauses) {
      if (pause.startMs > reached) {
        voiced.push({ startMs: reached, endMs: pause.startMs });
        sum += pause.startMs - reached;
      }
      if (sum > 0 && pause.endMs < durationMs) {
        inside.push({ voicedMs: sum, pauseMs: pause.endMs - pause.startMs });
      }
      reached = pause.endMs;
    }
    if (durationMs > reached) voiced.push({ startMs: reached, endMs: durationMs });
    this.voiced = voiced.length > 0 ? voiced : [{ startMs: 0, endMs: durationMs }];
    this.pauses = inside;
    this.totalMs = this.voiced.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);
  }

  /** @param side which end of a pause to return: its end for the start of a word, its start for the end of one */
  at(voicedMs: number, side: 'start' | 'end'): number {
    let left = voicedMs;
    for (const { startMs, endMs } of this.voiced) {
      const length = endMs - startMs;
      if (left < length || (side === 'end' && left <= length + 1e-6)) return startMs + left;
      left -= length;
    }
    return this.voiced.at(-1)!.endMs;
  }
}
