import type { ObjectReader } from './reader.js';
import type { GivenWord, HorizontalAlign, Position, VerticalAlign } from './types.js';

const LONGEST_SECONDS = 4 * 3600;
const HORIZONTAL: readonly string[] = ['left', 'center', 'right'];
const VERTICAL: readonly string[] = ['top', 'center', 'bottom'];

/** A length in seconds as whole milliseconds. */
export function readMs(reader: ObjectReader, field: string, fallback = 0): number {
  return Math.round(reader.number(field, fallback / 1000, { min: 0, max: LONGEST_SECONDS }) * 1000);
}

/** `duration`: seconds above 0, -1 (its own length) or -2 (as long as what holds it). */
export function readDuration(
  reader: ObjectReader,
  fallback: 'natural' | 'container',
): number | 'natural' | 'container' {
  const value = reader.raw('duration');
  if (value === undefined) return fallback;
  if (value === -1) return 'natural';
  if (value === -2) return 'container';
  if (typeof value === 'number' && value >= 0.001 && value <= LONGEST_SECONDS) {
    return Math.round(value * 1000);
  }
  reader.refuse(
    'duration',
    `seconds from 0.001 to ${LONGEST_SECONDS}, -1 (its own length) or -2 (as long as what holds it)`,
  );
  return fallback;
}

/** `#RRGGBB`, or with `alpha` also `#RRGGBBAA`; upper case. */
export function readColor(
  reader: ObjectReader,
  field: string,
  fallback: string,
  { alpha }: { alpha: boolean },
): string {
  const value = reader.raw(field);
  if (value === undefined) return fallback;
  const pattern = alpha ? /^#[0-9a-f]{6}([0-9a-f]{2})?$/i : /^#[0-9a-f]{6}$/i;
  if (typeof value === 'string' && pattern.test(value)) {
    const upper = value.toUpperCase();
    return alpha && upper.length === 7 ? `${upper}FF` : upper;
  }
  reader.refuse(field, alpha ? '#RRGGBB or #RRGGBBAA' : '#RRGGBB');
  return fallback;
}

/** One of the nine presets, in either order: `center-bottom`, `bottom-center`, `center`. */
export function readPosition(reader: ObjectReader, field: string, fallback: Position): Position {
  const value = reader.raw(field);
  if (value === undefined) return fallback;
  if (value === 'center') return { horizontal: 'center', vertical: 'center' };
  const [first, second, ...rest] = typeof value === 'string' ? value.split('-') : [];
  if (first !== undefined && second !== undefined && rest.length === 0) {
    for (const [horizontal, vertical] of [
      [first, second],
      [second, first],
    ] as const) {
      if (HORIZONTAL.includes(horizontal) && VERTICAL.includes(vertical)) {
        return { horizontal: horizontal as HorizontalAlign, vertical: vertical as VerticalAlign };
      }
    }
  }
  reader.refuse(field, '(left, center or right)-(top, center or bottom), in either order');
  return fallback;
}

/** `http(s)` address without credentials; with `localSources` also a path. */
export function readSource(
  reader: ObjectReader,
  { localSources }: { localSources: boolean },
): string {
  const value = reader.text('src', null, 4096);
  if (value === null) {
    if (!reader.has('src')) reader.refuse('src', 'the address of the media');
    return '';
  }
  const isAddress = /^https?:\/\/[^/?#\s@\\]+([/?#][^\s]*)?$/i.test(value);
  const isPath =
    localSources &&
    value.length > 0 &&
    !/^[a-z][a-z0-9+.-]+:/i.test(value) &&
    !value.includes('\0');
  if (!isAddress && !isPath) {
    reader.refuse(
      'src',
      `an http or https address without user name${localSources ? ', or a path' : ''}`,
    );
  }
  return value;
}

/** A script or a word: control and direction characters dropped, lone surrogates replaced. */
export function cleanText(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) =>
      char === '\n' || char === '\t' ? ' ' : '',
    )
    .trim();
}

/** `text` or `words`, what an element says; not both. */
export function readScript(
  reader: ObjectReader,
  readWord: (item: unknown, pointer: string) => GivenWord,
): { text: string | null; words: GivenWord[] | null } {
  const raw = reader.text('text', null, 50_000);
  const words = reader.has('words')
    ? reader.list('words', { min: 1, max: 20_000 }, readWord)
    : null;
  const text = raw === null ? null : cleanText(raw);
  if (text === '') reader.refuse('text', 'a text with at least one word');
  if (raw !== null && words !== null) {
    reader.issues.add(reader.at('words'), 'Give "text" or "words", not both.');
  }
  return { text, words };
}
