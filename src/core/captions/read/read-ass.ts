import {
  type CuePiece,
  type FileRead,
  type LeftOut,
  MOST_CUES,
  type RawCue,
} from '../cues/caption-cue.js';
import { splitMarkup } from './cue-markup.js';
import { parseCueTime } from './cue-time.js';

/** Columns of `[Events]` when no Format line names them (ASS v4+; SSA v4 has as many). */
const USUAL = 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'
  .toLowerCase()
  .split(',');

/**
 * Reads the events of Advanced SubStation Alpha (and SSA): `Dialogue` lines, not `Comment` ones, without
 * override blocks and drawings. Karaoke tags, `{\k25}` in centiseconds, say when syllables are sung; where
 * a script made effects of them, the lines it made them from are read instead.
 */
export function readAss(lines: readonly string[]): FileRead {
  const cues: RawCue[] = [];
  const left: LeftOut[] = [];
  const found = events(lines);
  const isSung = ({ kind, field }: AssEvent) => kind === 'comment' && field('effect') === 'karaoke';
  const hasEffects = found.some(isSung);
  for (const event of found) {
    if (cues.length > MOST_CUES) break;
    const { kind, field, line } = event;
    if (hasEffects ? !isSung(event) && field('effect') === 'fx' : false) continue;
    if (kind === 'comment' && !isSung(event)) continue;
    const startMs = parseCueTime(field('start'));
    const endMs = parseCueTime(field('end'));
    if (startMs === null || endMs === null) left.push({ line, why: 'time' });
    else cues.push({ startMs, endMs, lines: textLines(field('text'), startMs) });
  }
  return { cues, left };
}

interface AssEvent {
  readonly kind: 'dialogue' | 'comment';
  /** Of its columns, by the name in small letters; empty where there is none. */
  readonly field: (name: string) => string;
  /** In the file, from 1. */
  readonly line: number;
}

function events(lines: readonly string[]): AssEvent[] {
  const found: AssEvent[] = [];
  let columns = USUAL;
  let inEvents = false;
  for (const [at, text] of lines.entries()) {
    const trimmed = text.trim();
    if (/^\[.{1,40}\]$/.test(trimmed)) inEvents = /^\[events\]$/i.test(trimmed);
    if (!inEvents || found.length > 2 * MOST_CUES) continue;
    const colon = trimmed.indexOf(':');
    const keyword = trimmed.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const rest = trimmed.slice(colon + 1);
    if (keyword === 'format')
      columns = rest.split(',', 50).map((name) => name.trim().toLowerCase());
    if (keyword !== 'dialogue' && keyword !== 'comment') continue;
    const names = columns;
    const fields = splitFields(rest, names.length);
    const field = (name: string) => (fields[names.indexOf(name)] ?? '').trim();
    found.push({ kind: keyword, field, line: at + 1 });
  }
  return found;
}

/** The last column takes the rest, commas included. */
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

/** Tags that set a word off, one in each match: colours, alphas, sizes, borders, fonts, a style of its own. */
const LOOK =
  /\\(?:[1-4]?c|[1-4]a|alpha|[biusp]|fs|fsc[xy]|fsp|fn|[xy]?bord|[xy]?shad|r(?=[\w ]))[^\\()]{0,40}(?=\\|$)/gi;

function textLines(text: string, cueStartMs: number): CuePiece[][] {
  const lines: CuePiece[][] = [[]];
  let time: Pick<CuePiece, 'startMs' | 'endMs'> = { startMs: null };
  let nextMs = cueStartMs;
  let drawing = false;
  let look = '';
  for (const part of splitMarkup(text, 'always')) {
    if ('tag' in part) {
      for (const [, name, value] of part.tag.matchAll(/\\(k[fo]?|K|p)(\d{1,6})/g)) {
        if (name === 'p') drawing = Number(value) > 0;
        else {
          const startMs = nextMs;
          nextMs += Number(value) * 10;
          time = { startMs, endMs: nextMs };
        }
      }
      if (/\\r(?![\w ])/i.test(part.tag)) look = '';
      const changed = part.tag.match(LOOK)?.join('') ?? '';
      if (changed !== '') look = changed;
    } else if (!drawing) {
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
