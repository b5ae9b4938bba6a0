import {
  type CuePiece,
  MAX_CUES,
  type ParsedCaptionFile,
  type ParsedCue,
  type SkippedPart,
} from '../cues/caption-cue.js';
import { splitMarkup } from './cue-markup.js';
import { parseCueTime } from './cue-time.js';

/** The columns of `[Events]` if there is no Format line (ASS v4+; SSA v4 has the same number). */
const DEFAULT_COLUMNS = 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'
  .toLowerCase()
  .split(',');

/**
 * Reads the events of Advanced SubStation Alpha (and SSA): `Dialogue` lines, not `Comment` lines, without
 * override blocks and drawings. Karaoke tags, `{\k25}` in centiseconds, are the times of syllables. If a
 * script generated effects from karaoke lines, the original lines are read instead of the effects.
 */
export function readAss(lines: readonly string[]): ParsedCaptionFile {
  const cues: ParsedCue[] = [];
  const skipped: SkippedPart[] = [];
  const events = parseEvents(lines);
  const isKaraokeSource = ({ kind, field }: AssEvent) =>
    kind === 'comment' && field('effect') === 'karaoke';
  const hasEffects = events.some(isKaraokeSource);
  for (const event of events) {
    if (cues.length > MAX_CUES) break;
    const { kind, field, line } = event;
    if (hasEffects && !isKaraokeSource(event) && field('effect') === 'fx') continue;
    if (kind === 'comment' && !isKaraokeSource(event)) continue;
    const startMs = parseCueTime(field('start'));
    const endMs = parseCueTime(field('end'));
    if (startMs === null || endMs === null) skipped.push({ line, reason: 'time' });
    else cues.push({ startMs, endMs, lines: parseText(field('text'), startMs) });
  }
  return { cues, skipped };
}

interface AssEvent {
  readonly kind: 'dialogue' | 'comment';
  /** The value of a column, by its name in lowercase; empty if there is no such column. */
  readonly field: (name: string) => string;
  /** The line of the file, starting at 1. */
  readonly line: number;
}

function parseEvents(lines: readonly string[]): AssEvent[] {
  const events: AssEvent[] = [];
  let columns = DEFAULT_COLUMNS;
  let inEvents = false;
  for (const [at, text] of lines.entries()) {
    const trimmed = text.trim();
    if (/^\[.{1,40}\]$/.test(trimmed)) inEvents = /^\[events\]$/i.test(trimmed);
    if (!inEvents || events.length > 2 * MAX_CUES) continue;
    const colon = trimmed.indexOf(':');
    const keyword = trimmed.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const rest = trimmed.slice(colon + 1);
    if (keyword === 'format')
      columns = rest.split(',', 50).map((name) => name.trim().toLowerCase());
    if (keyword !== 'dialogue' && keyword !== 'comment') continue;
    const names = columns;
    const fields = splitFields(rest, names.length);
    const field = (name: string) => (fields[names.indexOf(name)] ?? '').trim();
    events.push({ kind: keyword, field, line: at + 1 });
  }
  return events;
}

/** Splits a line into fields. The last field takes the rest, commas included. */
function splitFields(text: string, count: number): string[] {
  const fields: string[] = [];
  let at = 0;
  while (fields.length < count - 1) {
    const comma = text.indexOf(',', at);
    if (comma < 0) break;
    fields.push(text.slice(at, comma));
    at = comma + 1;
  }
  return [...fields, text.slice(at)];
}

/** Tags that set a word apart, one per match: colors, alphas, sizes, borders, fonts, a named style. */
const LOOK =
  /\\(?:[1-4]?c|[1-4]a|alpha|[biusp]|fs|fsc[xy]|fsp|fn|[xy]?bord|[xy]?shad|r(?=[\w ]))[^\\()]{0,40}(?=\\|$)/gi;

function parseText(text: string, cueStartMs: number): CuePiece[][] {
  const lines: CuePiece[][] = [[]];
  let time: Pick<CuePiece, 'startMs' | 'endMs'> = { startMs: null };
  let nextMs = cueStartMs;
  let inDrawing = false;
  let look = '';
  for (const part of splitMarkup(text, 'always')) {
    if ('tag' in part) {
      for (const [, name, value] of part.tag.matchAll(/\\(k[fo]?|K|p)(\d{1,6})/g)) {
        if (name === 'p') inDrawing = Number(value) > 0;
        else {
          const startMs = nextMs;
          nextMs += Number(value) * 10;
          time = { startMs, endMs: nextMs };
        }
      }
      if (/\\r(?![\w ])/i.test(part.tag)) look = '';
      const newLook = part.tag.match(LOOK)?.join('') ?? '';
      if (newLook !== '') look = newLook;
    } else if (!inDrawing) {
      part.text.split('\\N').forEach((piece, index) => {
        if (index > 0) lines.push([]);
        const plain = piece.replaceAll('\\h', ' ').replaceAll('\\n', ' ');
        if (plain !== '')
          lines.at(-1)!.push({ text: plain, ...time, ...(look === '' ? {} : { look }) });
      });
    }
  }
  return lines;
}
