import { type CuePiece, MOST_CUES, type RawCue } from './caption-cue.js';
import { splitMarkup } from './cue-markup.js';
import { parseCueTime } from './cue-time.js';

/** Columns of `[Events]` when no Format line names them (ASS v4+). */
const USUAL = 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'
  .toLowerCase()
  .split(',');

/**
 * Reads the events of Advanced SubStation Alpha (and SSA): `Dialogue` lines, not `Comment` ones, without
 * override blocks and drawings. Karaoke tags, `{\k25}` in centiseconds, say when syllables are sung.
 */
export function readAss(lines: readonly string[]): RawCue[] {
  const cues: RawCue[] = [];
  let columns = USUAL;
  let inEvents = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (/^\[.{1,40}\]$/.test(trimmed)) inEvents = /^\[events\]$/i.test(trimmed);
    if (!inEvents || cues.length > MOST_CUES) continue;
    const colon = trimmed.indexOf(':');
    const keyword = trimmed.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const rest = trimmed.slice(colon + 1);
    if (keyword === 'format')
      columns = rest.split(',', 50).map((name) => name.trim().toLowerCase());
    if (keyword === 'dialogue') cues.push(...dialogue(rest, columns));
  }
  return cues;
}

function dialogue(rest: string, columns: readonly string[]): RawCue[] {
  const fields = splitFields(rest, columns.length);
  const field = (name: string) => fields[columns.indexOf(name)] ?? '';
  const startMs = parseCueTime(field('start'));
  const endMs = parseCueTime(field('end'));
  if (startMs === null || endMs === null) return [];
  return [{ startMs, endMs, lines: textLines(field('text'), startMs) }];
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

function textLines(text: string, cueStartMs: number): CuePiece[][] {
  const lines: CuePiece[][] = [[]];
  let startMs: number | null = null;
  let nextMs = cueStartMs;
  let drawing = false;
  for (const part of splitMarkup(text, 'always')) {
    if ('tag' in part) {
      for (const [, name, value] of part.tag.matchAll(/\\(k[fo]?|K|p)(\d{1,6})/g)) {
        if (name === 'p') drawing = Number(value) > 0;
        else {
          startMs = nextMs;
          nextMs += Number(value) * 10;
        }
      }
    } else if (!drawing) {
      part.text.split(/\\[Nn]/).forEach((piece, index) => {
        if (index > 0) lines.push([]);
        lines.at(-1)!.push({ text: piece.replaceAll('\\h', ' '), startMs });
      });
    }
  }
  return lines;
}
