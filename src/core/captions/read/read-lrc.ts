import {
  type CuePiece,
  MAX_CUES,
  type ParsedCaptionFile,
  type ParsedCue,
  type SkippedPart,
} from '../cues/caption-cue.js';
import { parseCueTime } from './cue-time.js';
import { decodeEntities } from '../../text/decode-entities.js';

/** The longest time that a line of a song stays if the next line starts later. */
const MAX_LINE_MS = 10_000;
/** Pieces of lines that are repeated: a song has some thousand. */
const MAX_REPEATED_PIECES = 100_000;
const STAMP = /^\s*\[(\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)\]/;
const TAG = /^\s*\[([a-z#]\w{0,20}):(.*)\]\s*$/i;
const WORD_STAMP = /[<[](\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)[>\]]/g;

/** Parses `mm:ss.xx`, or `mm:ss:xx`: LRC has no hours. */
function parseStamp(stamp: string): number | null {
  return parseCueTime(stamp.replace(/:(?=\d+$)(?<=:\d{1,2}:)/, '.'));
}

/** Whether a line starts with a time in brackets. */
export function isLrcLine(line: string): boolean {
  return STAMP.test(line.slice(0, 40));
}

const TOO_REPETITIVE = `The lines are repeated too often: more than ${MAX_REPEATED_PIECES} timed words are repeated.`;

interface SungLine {
  readonly startMs: number;
  readonly pieces: readonly CuePiece[];
}

/**
 * Reads LRC (song lyrics): `[mm:ss.xx]` starts a line, several times repeat the line, and `<mm:ss.xx>` starts
 * a word (enhanced LRC). A line stays until the next line. A line without text ends the line before it.
 */
export function readLrc(lines: readonly string[]): ParsedCaptionFile {
  const sungLines: SungLine[] = [];
  const skipped: SkippedPart[] = [];
  let earlierMs = 0;
  let repeatedPieces = 0;
  for (const [at, line] of lines.entries()) {
    if (sungLines.length > MAX_CUES) break;
    const tag = TAG.exec(line.slice(0, 500));
    if (tag?.[1]!.toLowerCase() === 'offset') earlierMs = Number.parseInt(tag[2]!, 10) || 0;
    if (tag || line.trim() === '') continue;
    const parsed = parseLine(line, earlierMs);
    if (parsed.length === 0) skipped.push({ line: at + 1, reason: 'text' });
    repeatedPieces += parsed.slice(1).reduce((sum, { pieces }) => sum + pieces.length, 0);
    if (repeatedPieces > MAX_REPEATED_PIECES) {
      return { cues: [], skipped, warnings: [TOO_REPETITIVE] };
    }
    sungLines.push(...parsed);
  }
  const sorted = sungLines.sort((a, b) => a.startMs - b.startMs);
  const cues = sorted.flatMap(({ startMs, pieces }, index): ParsedCue[] => {
    if (pieces.length === 0) return [];
    const nextMs = sorted[index + 1]?.startMs ?? startMs;
    const latestMs = pieces.reduce((last, one) => Math.max(last, one.endMs ?? one.startMs ?? 0), 0);
    const endMs = Math.min(nextMs, Math.max(startMs + MAX_LINE_MS, latestMs));
    const lastWordEndMs = pieces.at(-1)?.endMs ?? 0;
    return [{ startMs, endMs: Math.max(endMs, lastWordEndMs), lines: [pieces] }];
  });
  return { cues, skipped };
}

/** Parses a line once for each of its times. */
function parseLine(line: string, earlierMs: number): SungLine[] {
  const starts: number[] = [];
  let rest = line;
  for (let match = STAMP.exec(rest); match && starts.length < 100; match = STAMP.exec(rest)) {
    const ms = parseStamp(match[1]!);
    if (ms !== null) starts.push(ms);
    rest = rest.slice(match[0].length);
  }
  const first = starts[0] ?? 0;
  const pieces = parsePieces(rest);
  // Checked before the line is repeated.
  const repeats = Math.floor(MAX_REPEATED_PIECES / Math.max(1, pieces.length)) + 2;
  return starts.slice(0, repeats).map((start) => ({
    startMs: Math.max(0, start - earlierMs),
    pieces: pieces.map((piece) => shiftPiece(piece, start - first - earlierMs)),
  }));
}

function shiftPiece(piece: CuePiece, byMs: number): CuePiece {
  if (piece.startMs === null) return piece;
  const shift = (ms: number) => Math.max(0, ms + byMs);
  const end = piece.endMs === undefined ? {} : { endMs: shift(piece.endMs) };
  return { ...piece, startMs: shift(piece.startMs), ...end };
}

function parsePieces(text: string): CuePiece[] {
  const pieces: CuePiece[] = [];
  let startMs: number | null = null;
  let from = 0;
  const addPiece = (to: number, endMs?: number) => {
    const plain = decodeEntities(text.slice(from, to));
    if (plain.trim() === '') return;
    pieces.push({ text: plain, startMs, ...(endMs === undefined ? {} : { endMs }) });
  };
  for (const match of text.matchAll(WORD_STAMP)) {
    const ms = parseStamp(match[1]!);
    if (ms === null) continue;
    addPiece(match.index, startMs === null ? undefined : ms);
    startMs = ms;
    from = match.index + match[0].length;
  }
  addPiece(text.length);
  return pieces;
}
