import type { Timeline } from '../api/index.js';
import { isWithin, valueAt } from '../document/pointers.js';
import { findSubtitles } from '../document/subtitles.js';

type Fields = Readonly<Record<string, unknown>>;

/** Where a word of the transcript is written in the document. */
export type WordHome =
  /** A part of a script, in UTF-16 units. */
  | {
      readonly kind: 'script';
      readonly pointer: string;
      readonly from: number;
      readonly to: number;
    }
  /** An item of a list of words. Its times are those of the timeline multiplied by `speed`, from another zero. */
  | {
      readonly kind: 'list';
      readonly pointer: string;
      readonly index: number;
      readonly speed: number;
    };

type Words = Timeline['words'];

/**
 * Finds where each word is written. Null: nowhere, as with recognized speech, or in a form that cannot be corrected
 * word by word, as a caption file.
 */
export function homesOf(value: unknown, timeline: Timeline): (WordHome | null)[] {
  const { words } = timeline;
  const nowhere = words.map(() => null);
  const subtitles = findSubtitles(value);
  if (subtitles === null) return nowhere;
  const element = valueAt(value, subtitles) as Fields;
  if (isGiven(element['captions'])) return nowhere;
  if (isGiven(element['words'])) return inList(element['words'], `${subtitles}/words`, words, 1);
  if (typeof element['text'] === 'string') {
    return inScript(element['text'], `${subtitles}/text`, words);
  }
  return inClips(value, subtitles, timeline);
}

/** The words of the clips: each has a track of its own. */
function inClips(value: unknown, subtitles: string, { words, sounds }: Timeline) {
  const homes: (WordHome | null)[] = words.map(() => null);
  const scene = /^\/scenes\/\d+/.exec(subtitles)?.[0];
  const clips = sounds.filter(
    ({ is_speech: isSpeech, pointer }) =>
      isSpeech && (scene === undefined || isWithin(pointer, scene)),
  );
  // Speakers within a clip have tracks, too. Then nobody knows which clip a track belongs to.
  if (words.some(({ track }) => track >= clips.length)) return homes;
  for (const [track, { pointer }] of clips.entries()) {
    const places = words.flatMap((word, index) => (word.track === track ? [index] : []));
    const own = places.map((index) => words[index]!);
    const element = valueAt(value, pointer) as Fields | undefined;
    if (element === undefined) continue;
    const speed = typeof element['speed'] === 'number' ? element['speed'] : 1;
    let found: readonly (WordHome | null)[] = [];
    if (isGiven(element['words'])) found = inList(element['words'], `${pointer}/words`, own, speed);
    else if (typeof element['text'] === 'string') {
      found = inScript(element['text'], `${pointer}/text`, own);
    }
    for (const [index, home] of found.entries()) homes[places[index]!] = home;
  }
  return homes;
}

/** Captions show the words of a script as they are written, in their order. */
function inScript(script: string, pointer: string, words: Words): (WordHome | null)[] {
  let at = 0;
  return words.map(({ word }) => {
    const from = script.indexOf(word, at);
    if (from < 0) return null;
    at = from + word.length;
    return { kind: 'script', pointer, from, to: at };
  });
}

/** A list in the form of the service: its items are the words. */
function inList(list: unknown, pointer: string, words: Words, speed: number): (WordHome | null)[] {
  const items = Array.isArray(list) ? (list as unknown[]) : [];
  const isOwn = words.every(({ word }, index) => {
    const item = items[index] as Fields | null | undefined;
    return typeof item?.['word'] === 'string' && item['word'].trim().normalize('NFC') === word;
  });
  return words.map((_, index) => (isOwn ? { kind: 'list', pointer, index, speed } : null));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
