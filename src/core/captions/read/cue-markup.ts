import type { CuePiece } from '../cues/caption-cue.js';
import { parseCueTime } from './cue-time.js';
import { decodeEntities } from '../../text/decode-entities.js';

/** Longer tags and override blocks are text. */
const MAX_TAG_LENGTH = 300;
const MAX_OPEN_TAGS = 32;
/** The part of a tag that tells looks apart. */
const MAX_LOOK_LENGTH = 40;

/** Looks that are kept to be shared. */
const MAX_LOOKS = 100;

/** A run of text, or the content of a tag: `<...>` or `{...}` without the brackets. */
export type MarkupToken = { readonly text: string } | { readonly tag: string };

/**
 * Splits text into runs and tags in one pass. Text that only resembles a tag, such as `a < b`, stays text.
 *
 * @param braces which `{...}` are tags: all (`always`, for ASS), or only those that SubRip files borrow from
 * other formats (`borrowed`)
 */
export function splitMarkup(line: string, braces: 'always' | 'borrowed'): MarkupToken[] {
  const parts: MarkupToken[] = [];
  let from = 0;
  const flush = (to: number) => {
    if (to > from) parts.push({ text: line.slice(from, to) });
  };
  for (let at = 0; at < line.length;) {
    const end = findTagEnd(line, at, braces);
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

/** The content of override blocks, and of styles from MicroDVD and other formats. */
const BORROWED = /^(?:\\|\/?[biu]$|[yYcCfFsS]:)/;
/** HTML tags that are common in captions, and WebVTT tags, with or without classes. */
const KNOWN_TAG =
  /^\/?\s*(?:[abcipqsuv]|abbr|big|blink|blockquote|body|br|center|cite|code|del|div|em|font|h[1-6]|head|hr|html|i[mn][gs]|lang|li|mark|ol|p|r[bptu]|rtc|ruby|small|span|strike|strong|style|sub|sup|sync|title|tt|ul)(?=$|[\s./])/i;

/** Other text in angle brackets, such as `<laughs>` or a URL, is not a tag, unless it has attributes. */
function isKnownTag(inner: string): boolean {
  return KNOWN_TAG.test(inner) || /^\/?[a-z][\w:-]*\s+[\w:-]+\s*=/i.test(inner);
}

/** A closing tag without its closing bracket. */
const UNCLOSED = /<\/(?:i|b|u|c|v|rt|font|ruby|lang|span)[ \t]*(?=[\n<]|$)/iy;

/** The index at which the tag that starts at `at` ends; negative if there is no tag. */
function findTagEnd(line: string, at: number, braces: 'always' | 'borrowed'): number {
  const open = line[at];
  if (open !== '<' && open !== '{') return -1;
  const window = line.slice(at + 1, at + MAX_TAG_LENGTH);
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

/** An incomplete tag at the end of the text. `<3` is not a tag. */
const BROKEN_END =
  /<(?:\.?|\/?(?:i|b|u|c|v|rt|font|ruby|lang)?(?:\.[\w.]{0,40})?|\d{1,6}[:.][\d:.]{0,20})\s{0,20}$/i;

/** Tags that can highlight a word. `c` highlights only with a class. */
const LOOKS = /^(?:u|b|i|em|strong|mark|font|c\.|span)(?=$|[\s.])|^c\./i;

/**
 * Removes the tags from the lines of a cue and splits the lines into pieces where a time or the look changes.
 * `<br>` and the `\N` of ASS start a new line. Ruby readings are dropped, because they repeat the base text.
 */
export function readMarkup(lines: readonly string[]): CuePiece[][] {
  const result: CuePiece[][] = [[]];
  const open: { name: string; look: string }[] = [];
  const looks = new Map<string, string>();
  let startMs: number | null = null;
  for (const part of splitMarkup(lines.join('\n').replace(BROKEN_END, ''), 'borrowed')) {
    if ('tag' in part) {
      const time = parseCueTime(part.tag);
      if (time !== null) startMs = time;
      else if (/^\/?br\b/i.test(part.tag)) result.push([]);
      else updateOpenTags(part.tag, open);
      continue;
    }
    if (open.some(({ name }) => name === 'rt')) continue;
    const look = internLook(open, looks);
    for (const [index, text] of part.text.split(/\n|\\N/).entries()) {
      if (index > 0) result.push([]);
      if (text === '') continue;
      const plain = decodeEntities(text.replaceAll('\\h', ' '));
      result.at(-1)!.push({ text: plain, startMs, ...(look === '' ? {} : { look }) });
    }
  }
  return result;
}

/** The look of open tags. Pieces that look the same share one text. */
function internLook(
  open: readonly { readonly look: string }[],
  looks: Map<string, string>,
): string {
  const look = open.map((tag) => tag.look).join('');
  const known = looks.get(look);
  if (known === undefined && looks.size < MAX_LOOKS) looks.set(look, look);
  return known ?? look;
}

function updateOpenTags(tag: string, open: { name: string; look: string }[]): void {
  const name = /^\/?\s*([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (!tag.startsWith('/')) {
    const look = LOOKS.test(tag) ? tag.slice(0, MAX_LOOK_LENGTH).toLowerCase() : '';
    if (open.length < MAX_OPEN_TAGS && (look !== '' || name === 'rt' || name === 'c')) {
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
