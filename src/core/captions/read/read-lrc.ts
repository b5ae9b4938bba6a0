import {
  type CuePiece,
  type FileRead,
  type LeftOut,
  MOST_CUES,
  type RawCue,
} from '../cues/caption-cue.js';
import { parseCueTime } from './cue-time.js';
import { decodeEntities } from './decode-entities.js';

/** Longest time a line of a song stands when the next one is further away. */
const LONGEST_LINE_MS = 10_000;
const STAMP = /^\s*\[(\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)\]/;
const TAG = /^\s*\[([a-z#]\w{0,20}):(.*)\]\s*$/i;
const WORD_STAMP = /[<[](\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)[>\]]/g;

/** `mm:ss.xx`, where a colon may stand for the dot: there are no hours. */
function stampMs(stamp: string): number | null {
  return parseCueTime(stamp.replace(/:(?=\d+$)(?<=:\d{1,2}:)/, '.'));
}

/** Whether a line has the time of a line of a song. */
export function isLrcLine(line: string): boolean {
  return STAMP.test(line.slice(0, 40));
}

interface SungLine {
  readonly startMs: number;
  readonly pieces: readonly CuePiece[];
}

/**
 * Reads LRC, as songs have it: `[mm:ss.xx]` begins a line, several of them say it several times, and
 * `<mm:ss.xx>` begins a word (enhanced LRC). A line stands until the next one; one without a text ends the
 * one before it.
 */
export function readLrc(lines: readonly string[]): FileRead {
  const sung: SungLine[] = [];
  const left: LeftOut[] = [];
  let earlierMs = 0;
  for (const [at, line] of lines.entries()) {
    if (sung.length > MOST_CUES) break;
    const tag = TAG.exec(line.slice(0, 500));
    if (tag?.[1]!.toLowerCase() === 'offset') earlierMs = Number.parseInt(tag[2]!, 10) || 0;
    if (tag || line.trim() === '') continue;
    const own = sungLines(line, earlierMs);
    if (own.length === 0) left.push({ line: at + 1, why: 'text' });
    sung.push(...own);
  }
  const sorted = sung.sort((a, b) => a.startMs - b.startMs);
  const cues = sorted.flatMap(({ startMs, pieces }, index): RawCue[] => {
    if (pieces.length === 0) return [];
    const nextMs = sorted[index + 1]?.startMs ?? startMs;
    const ownEndMs = pieces.reduce((last, one) => Math.max(last, one.endMs ?? one.startMs ?? 0), 0);
    const endMs = Math.min(nextMs, Math.max(startMs + LONGEST_LINE_MS, ownEndMs));
    return [{ startMs, endMs: Math.max(endMs, lastEnd(pieces)), lines: [pieces] }];
  });
  return { cues, left };
}

/** When the last word ends, where the line says so. */
function lastEnd(pieces: readonly CuePiece[]): number {
  return pieces.at(-1)?.endMs ?? 0;
}

/** The line at each of its times. */
function sungLines(line: string, earlierMs: number): SungLine[] {
  const starts: number[] = [];
  let rest = line;
  for (let match = STAMP.exec(rest); match && starts.length < 100; match = STAMP.exec(rest)) {
    const ms = stampMs(match[1]!);
    if (ms !== null) starts.push(ms);
    rest = rest.slice(match[0].length);
  }
  const first = starts[0] ?? 0;
  const pieces = wordPieces(rest);
  return starts.map((start) => ({
    startMs: Math.max(0, start - earlierMs),
    pieces: pieces.map((piece) => movedPiece(piece, start - first - earlierMs)),
  }));
}

function movedPiece(piece: CuePiece, byMs: number): CuePiece {
  if (piece.startMs === null) return piece;
  const at = (ms: number) => Math.max(0, ms + byMs);
  const end = piece.endMs === undefined ? {} : { endMs: at(piece.endMs) };
  return { ...piece, startMs: at(piece.startMs), ...end };
}

function wordPieces(text: string): CuePiece[] {
  const pieces: CuePiece[] = [];
  let startMs: number | null = null;
  let from = 0;
  const add = (to: number, endMs?: number) => {
    const plain = decodeEntities(text.slice(from, to));
    if (plain.trim() === '') return;
    pieces.push({ text: plain, startMs, ...(endMs === undefined ? {} : { endMs }) });
  };
  for (const match of text.matchAll(WORD_STAMP)) {
    const ms = stampMs(match[1]!);
    if (ms === null) continue;
    add(match.index, startMs === null ? undefined : ms);
    startMs = ms;
    from = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}
