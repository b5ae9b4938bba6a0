import type { CuePiece } from '../cues/caption-cue.js';
import { parseCueTime } from './cue-time.js';
import { decodeEntities } from './decode-entities.js';

/** Tags and override blocks longer than this are text. */
const LONGEST_TAG = 300;
/** Open tags that are kept count of. */
const DEEPEST = 32;

/** A run of text, or what stood in a tag: `<...>` or `{...}` without its brackets. */
export type Markup = { readonly text: string } | { readonly tag: string };

/**
 * Splits a text into runs and tags, in one pass over it. What only looks like a tag, such as `a < b`,
 * is text.
 *
 * @param braces whether `{...}` is a tag: `always` (ASS), or when it is one of those that SubRip files
 * borrow
 */
export function splitMarkup(line: string, braces: 'always' | 'borrowed'): Markup[] {
  const parts: Markup[] = [];
  let from = 0;
  const flush = (to: number) => {
    if (to > from) parts.push({ text: line.slice(from, to) });
  };
  for (let at = 0; at < line.length;) {
    const end = tagEnd(line, at, braces);
    if (end < 0) at++;
    else {
      flush(at);
      parts.push({ tag: line.slice(at + 1, end).replace(/>$/, '') });
      from = at = line[end] === '>' || line[end] === '}' ? end + 1 : end;
    }
  }
  flush(line.length);
  return parts;
}

/** What stands in the braces of override blocks and of MicroDVD's and others' styles. */
const BORROWED = /^(?:\\|\/?[biu]$|[yYcCfFsS]:)/;
/** Tags of HTML that people write into captions, and those of WebVTT, perhaps with classes. */
const KNOWN_TAG =
  /^\/?\s*(?:[abcipqsuv]|abbr|big|blink|blockquote|body|br|center|cite|code|del|div|em|font|h[1-6]|head|hr|html|i[mn][gs]|lang|li|mark|ol|p|r[bptu]|rtc|ruby|small|span|strike|strong|style|sub|sup|sync|title|tt|ul)(?=$|[\s./])/i;

/** What else stands in angle brackets is text, such as `<laughs>` or an address, unless it has attributes. */
function isKnownTag(inner: string): boolean {
  return KNOWN_TAG.test(inner) || /^\/?[a-z][\w:-]*\s+[\w:-]+\s*=/i.test(inner);
}

/** A closing tag whose end was lost. */
const UNCLOSED = /<\/(?:i|b|u|c|v|rt|font|ruby|lang|span)[ \t]*(?=[\n<]|$)/iy;

/** Where the tag that begins at a place ends; below 0: there is none. */
function tagEnd(line: string, at: number, braces: 'always' | 'borrowed'): number {
  const open = line[at];
  if (open !== '<' && open !== '{') return -1;
  const window = line.slice(at + 1, at + LONGEST_TAG);
  if (open === '{') {
    const close = window.indexOf('}');
    const isTag = braces === 'always' || BORROWED.test(window.slice(0, Math.max(0, close)));
    return close < 0 || !isTag ? -1 : at + 1 + close;
  }
  const close = window.indexOf('>');
  const nested = close >= 0 && window.slice(0, close).includes('<');
  if (close < 0 || nested) {
    UNCLOSED.lastIndex = at;
    const unclosed = UNCLOSED.exec(line);
    return unclosed ? at + unclosed[0].length : -1;
  }
  const inner = window.slice(0, close);
  const isTag = isKnownTag(inner) || parseCueTime(inner) !== null;
  return isTag ? at + 1 + close : -1;
}

/** A tag that a text ends in before it is whole. `<3` is none. */
const BROKEN_END =
  /<(?:\.?|\/?(?:i|b|u|c|v|rt|font|ruby|lang)?(?:\.[\w.]{0,40})?|\d{1,6}[:.][\d:.]{0,20})\s{0,20}$/i;

/** Tags that set words off; `c` does with a class. */
const LOOKS = /^(?:u|b|i|em|strong|mark|font|c\.|span)(?=$|[\s.])|^c\./i;

/**
 * The lines of a cue without its tags, in pieces where they hold times or change their look. `<br>` and
 * the `\N` of ASS begin lines; readings of ruby, which repeat what they stand above, are left out.
 */
export function readMarkup(lines: readonly string[]): CuePiece[][] {
  const result: CuePiece[][] = [[]];
  const open: { name: string; look: string }[] = [];
  let startMs: number | null = null;
  for (const part of splitMarkup(lines.join('\n').replace(BROKEN_END, ''), 'borrowed')) {
    if ('tag' in part) {
      const time = parseCueTime(part.tag);
      if (time !== null) startMs = time;
      else if (/^\/?br\b/i.test(part.tag)) result.push([]);
      else noteTag(part.tag, open);
      continue;
    }
    if (open.some(({ name }) => name === 'rt')) continue;
    const look = open.map((tag) => tag.look).join('');
    for (const [index, text] of part.text.split(/\n|\\N/).entries()) {
      if (index > 0) result.push([]);
      if (text === '') continue;
      const plain = decodeEntities(text.replaceAll('\\h', ' '));
      result.at(-1)!.push({ text: plain, startMs, ...(look === '' ? {} : { look }) });
    }
  }
  return result;
}

function noteTag(tag: string, open: { name: string; look: string }[]): void {
  const name = /^\/?\s*([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (!tag.startsWith('/')) {
    const look = LOOKS.test(tag) ? tag.toLowerCase() : '';
    if (open.length < DEEPEST && (look !== '' || name === 'rt' || name === 'c')) {
      open.push({ name, look });
    }
    return;
  }
  const at =
    name === 'ruby'
      ? open.findIndex((tag) => tag.name === 'rt')
      : open.findLastIndex((tag) => tag.name === name || name === '');
  if (at >= 0) open.length = at;
}
