import type { Timeline } from '../../api/index.js';
import type { VideoDocument } from '../../document/index.js';
import { valueAt } from '../../document/pointers.js';
import { toMillis } from '../model/frames.js';
import type { TimeSpan } from './time-edits.js';

/** The most words that a config can contain. */
export const MOST_WORDS = 20_000;

type Words = Timeline['words'];
type Fields = Readonly<Record<string, unknown>>;

/** The subtitles element of a video. */
export interface Subtitles {
  readonly pointer: string;
  readonly element: Fields;
  /** The seconds from which its times count. */
  readonly base: number;
}

/** Finds the subtitles element; null if there is none. */
export function findSubtitles(root: unknown, scenes: Timeline['scenes']): Subtitles | null {
  const own = findIn(valueAt(root, '/elements'), '/elements');
  if (own !== null) return { ...own, base: 0 };
  const list = valueAt(root, '/scenes');
  for (const index of Array.isArray(list) ? list.keys() : []) {
    const place = `/scenes/${index}/elements`;
    const found = findIn(valueAt(root, place), place);
    const scene = scenes.find(({ pointer }) => pointer === `/scenes/${index}`);
    if (found !== null) return { ...found, base: scene?.start ?? 0 };
  }
  return null;
}

/** Whether the words of the timeline are those that are written in the element, one by one. */
export function areWritten({ element, base }: Subtitles, words: Words): boolean {
  const list = element['words'];
  if (!Array.isArray(list) || list.length !== words.length) return false;
  return list.every((one: unknown, index) => {
    if (typeof one !== 'object' || one === null) return false;
    const { word, start } = one as Fields;
    const shown = words[index]!;
    const isSame = typeof word === 'string' && word.trim() === shown.word;
    return isSame && typeof start === 'number' && Math.abs(start + base - shown.start) < 0.002;
  });
}

/** The place of a word that is nudged: it stays between its neighbors in the order of the words. */
export function limitedWord(words: Words, index: number, wanted: TimeSpan): TimeSpan {
  const step = 0.001;
  const first = index > 0 ? words[index - 1]!.start + step : 0;
  const last = index + 1 < words.length ? words[index + 1]!.start - step : Infinity;
  const start = toMillis(Math.max(0, Math.min(last, Math.max(first, wanted.start))));
  return { start, end: toMillis(Math.max(start + step, wanted.end + start - wanted.start)) };
}

/** The words with one of them in another place. */
export function withSpan(words: Words, index: number, span: TimeSpan): Words {
  return words.map((word, at) => (at === index ? { ...word, ...span } : word));
}

/** Writes the times of a word whose element contains all words. */
export function writeWord(
  video: VideoDocument,
  { pointer, element, base }: Subtitles,
  index: number,
  span: TimeSpan,
): void {
  const place = `${pointer}/words/${index}`;
  const word = (element['words'] as readonly Fields[])[index]!;
  const times = { start: toMillis(span.start - base), end: toMillis(span.end - base) };
  // One edit for both times: each one reads the whole text, which may have thousands of words.
  video.edit(place, { ...word, ...times }, { group: `nudge:${place}` });
}

/** Writes all words with their times, instead of what they were found by. */
export function writeWords(
  video: VideoDocument,
  { pointer, element, base }: Subtitles,
  words: Words,
): void {
  video.transact(() => {
    if (element['text'] !== undefined) video.remove(`${pointer}/text`);
    if (element['captions'] !== undefined) {
      video.remove(`${pointer}/captions`);
      // The times already include the offset of the file.
      const hasOffset = valueAt(element, '/settings/offset') !== undefined;
      if (hasOffset) video.remove(`${pointer}/settings/offset`);
    }
    // A list of lists would be spread over five lines for each word.
    video.edit(`${pointer}/words`, 0);
    const range = video.rangeOf(`${pointer}/words`)!;
    const text = video.text.peek();
    const line = text.lastIndexOf('\n', range.from) + 1;
    const indent = /^[ \t]*/.exec(text.slice(line))![0];
    video.setText(text.slice(0, range.from) + wordList(words, base, indent) + text.slice(range.to));
  });
}

function wordList(words: Words, base: number, indent: string): string {
  const unit = indent.startsWith('\t') ? '\t' : '  ';
  const hasSpeakers = words.some(({ track }) => track !== words[0]!.track);
  const lines = words.map(({ word, start, end, track }) => {
    const fields: [string, unknown][] = [
      ['word', word],
      ['start', toMillis(start - base)],
      ['end', toMillis(end - base)],
    ];
    if (hasSpeakers) fields.push(['speaker', String(track + 1)]);
    const inside = fields.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
    return `${indent}${unit}{ ${inside.join(', ')} }`;
  });
  return `[\n${lines.join(',\n')}\n${indent}]`;
}

function findIn(elements: unknown, place: string): { pointer: string; element: Fields } | null {
  if (!Array.isArray(elements)) return null;
  const index = elements.findIndex(
    (one: unknown) =>
      typeof one === 'object' && one !== null && (one as Fields)['type'] === 'subtitles',
  );
  return index < 0 ? null : { pointer: `${place}/${index}`, element: elements[index] as Fields };
}
