import type { GivenWord } from '../project/types.js';
import { writtenWords } from '../timing/written-words.js';
import {
  type CaptionCue,
  type CuePiece,
  LONGEST_CUE_TEXT,
  MOST_CUES,
  type RawCue,
} from './caption-cue.js';
import { dropRepeats } from './drop-repeats.js';
import { plainText } from './plain-text.js';
import { readAss } from './read-ass.js';
import { readSrt } from './read-srt.js';
import { readVtt } from './read-vtt.js';

/** Largest caption file: some hundred hours of talk. */
export const LARGEST_CAPTIONS_BYTES = 2 << 20;
/** Shortest time a cue without a lawful end is given, and the time for each of its letters. */
const SHORTEST_CUE_MS = 500;
const MS_A_LETTER = 60;

export type CaptionsResult =
  | { readonly cues: readonly CaptionCue[] }
  /** A sentence that says what is wrong. */
  | { readonly problem: string };

/**
 * Reads a caption file: SubRip, WebVTT or Advanced SubStation Alpha, told apart by their content. Never
 * throws; what cannot be read is passed over, as players do.
 *
 * @returns cues in order of their start, which may overlap; a problem when there is none
 */
export function readCaptions(text: string): CaptionsResult {
  if (text.length > LARGEST_CAPTIONS_BYTES) {
    return { problem: `The captions are longer than ${LARGEST_CAPTIONS_BYTES} characters.` };
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const raw = readerOf(lines)(lines);
  if (raw.length > MOST_CUES) return { problem: `The captions have more than ${MOST_CUES} cues.` };
  const sorted = [...raw].sort((a, b) => a.startMs - b.startMs);
  const cues = dropRepeats(sorted).flatMap((cue, index, all) => finish(cue, all[index + 1]));
  if (cues.length > 0) return { cues };
  return { problem: 'The captions hold no cue with a text: give SubRip (SRT), WebVTT or ASS.' };
}

function readerOf(lines: readonly string[]): (lines: readonly string[]) => RawCue[] {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (/^WEBVTT(\s|$)/.test(first.trim())) return readVtt;
  const isAss = lines.some((line) => /^\s*\[(script info|events)\]\s*$/i.test(line.slice(0, 80)));
  return isAss ? readAss : readSrt;
}

function finish(cue: RawCue, next: RawCue | undefined): CaptionCue[] {
  const lines = bounded(cue.lines);
  const text = plainText(lines.map((line) => line.map((piece) => piece.text).join('')).join(' '));
  if (text === '') return [];
  const { startMs } = cue;
  let { endMs } = cue;
  if (endMs <= startMs) {
    const wanted = startMs + Math.max(SHORTEST_CUE_MS, text.length * MS_A_LETTER);
    const free = next && next.startMs > startMs ? next.startMs : wanted;
    endMs = Math.min(wanted, free);
  }
  return [{ startMs, endMs, text, words: timedWords(lines.flat(), text, startMs, endMs) }];
}

/** As much of a cue as one is allowed to hold. */
function bounded(lines: RawCue['lines']): CuePiece[][] {
  let left = LONGEST_CUE_TEXT;
  return lines.map((line) =>
    line.flatMap(({ text, startMs }) => {
      const kept = text.slice(0, left);
      left -= kept.length;
      return kept === '' ? [] : [{ text: kept, startMs }];
    }),
  );
}

/**
 * Words from the times of pieces, which may be syllables or several words: within a piece its letters
 * share its time evenly.
 */
function timedWords(
  pieces: readonly CuePiece[],
  text: string,
  startMs: number,
  endMs: number,
): GivenWord[] | null {
  if (!pieces.some((piece) => piece.startMs !== null)) return null;
  const begins: number[] = [];
  for (const piece of pieces) {
    begins.push(Math.min(Math.max(piece.startMs ?? startMs, begins.at(-1) ?? startMs), endMs));
  }
  const starts: number[] = [];
  let untilMs = endMs;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const own = begins[index]!;
    const letters = plainText(pieces[index]!.text).replaceAll(' ', '').length;
    for (let letter = letters - 1; letter >= 0; letter--) {
      starts.push(own + ((untilMs - own) * letter) / letters);
    }
    untilMs = own;
  }
  starts.reverse();
  let at = 0;
  return writtenWords(text).map((word) => {
    const from = starts[Math.min(at, starts.length - 1)] ?? startMs;
    at += word.length;
    const to = starts[at] ?? endMs;
    return { text: word, startMs: Math.round(from), endMs: Math.round(Math.max(from, to)) };
  });
}
