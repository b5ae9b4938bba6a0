import { pauseSyllablesAfter, estimateSyllables } from './syllables.js';
import { normalizeWordTimes } from './normalize-word-times.js';
import type { TimedWord } from './types.js';
import type { TimeInterval } from './voice-activity.js';

/** A pause may lie this much of the script's length from where its comma is expected. */
const REACH_SHARE = 0.03;
const MIN_REACH_MS = 700;

/**
 * Times of a script's words without any model of its language: voiced time is shared out by
 * syllables, and ends of sentences and clauses are tied to the pauses that lie near.
 *
 * @param pauses of the recording, in order
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
  const anchors = anchorsOf(written, ends, voice);
  const words = written.map((text, index) => {
    const start = voice.at(between(anchors, index === 0 ? 0 : ends[index - 1]!), 'start');
    const end = voice.at(between(anchors, ends[index]!), 'end');
    return { text, startMs: start, endMs: Math.max(start, end), confidence: null };
  });
  return normalizeWordTimes(words, durationMs);
}

/** A place in the script, in syllables, and where it lies in voiced time. */
interface Anchor {
  readonly syllable: number;
  readonly voicedMs: number;
}

function anchorsOf(
  written: readonly string[],
  ends: readonly number[],
  voice: VoicedTime,
): Anchor[] {
  const total = ends.at(-1) ?? 1;
  const last: Anchor = { syllable: total, voicedMs: voice.totalMs };
  const anchors: Anchor[] = [{ syllable: 0, voicedMs: 0 }];
  const reach = Math.max(MIN_REACH_MS, voice.totalMs * REACH_SHARE);
  written.slice(0, -1).forEach((word, index) => {
    const wanted = pauseSyllablesAfter(word);
    if (wanted === 0) return;
    const before = anchors.at(-1)!;
    const rate = (last.voicedMs - before.voicedMs) / (last.syllable - before.syllable);
    const expected = before.voicedMs + (ends[index]! - before.syllable) * rate;
    const limit = Math.min(reach, (expected - before.voicedMs) * 0.5);
    const found = voice.edges
      .filter(({ voicedMs }) => Math.abs(voicedMs - expected) <= limit)
      // A longer pause is a better place for a comma than a nearer one.
      .sort((a, b) => cost(a, expected) - cost(b, expected))[0];
    if (found) anchors.push({ syllable: ends[index]!, voicedMs: found.voicedMs });
  });
  return [...anchors, last];
}

function cost({ voicedMs, pauseMs }: Edge, expected: number): number {
  return Math.abs(voicedMs - expected) - Math.min(600, pauseMs) * 1.5;
}

function between(anchors: readonly Anchor[], syllable: number): number {
  const next = anchors.findIndex((anchor) => anchor.syllable >= syllable);
  const b = anchors[Math.max(1, next)]!;
  const a = anchors[Math.max(1, next) - 1]!;
  const part = (syllable - a.syllable) / Math.max(1e-9, b.syllable - a.syllable);
  return a.voicedMs + (b.voicedMs - a.voicedMs) * part;
}

interface Edge {
  readonly voicedMs: number;
  readonly pauseMs: number;
}

/** Time without the pauses, and back. */
class VoicedTime {
  /** Where pauses lie in voiced time, those inside the speech. */
  readonly edges: readonly Edge[];
  readonly totalMs: number;
  private readonly voiced: readonly TimeInterval[];

  constructor(pauses: readonly TimeInterval[], durationMs: number) {
    const voiced: TimeInterval[] = [];
    const edges: Edge[] = [];
    let reached = 0;
    let sum = 0;
    for (const pause of pauses) {
      if (pause.startMs > reached) {
        voiced.push({ startMs: reached, endMs: pause.startMs });
        sum += pause.startMs - reached;
      }
      if (sum > 0 && pause.endMs < durationMs) {
        edges.push({ voicedMs: sum, pauseMs: pause.endMs - pause.startMs });
      }
      reached = pause.endMs;
    }
    if (durationMs > reached) voiced.push({ startMs: reached, endMs: durationMs });
    this.voiced = voiced.length > 0 ? voiced : [{ startMs: 0, endMs: durationMs }];
    this.edges = edges;
    this.totalMs = this.voiced.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);
  }

  /** @param side at a pause: where it ends (a word's start), or where it begins (a word's end) */
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
