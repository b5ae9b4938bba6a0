import type { Timeline } from '../api/index.js';
import { valueAt } from '../document/pointers.js';
import { wordAt } from './transcript-rows.js';
import { milliseconds, type TranscriptWord } from './transcript.js';

type Fields = Readonly<Record<string, unknown>>;

/** Enough to see what a style does, and few enough to be read in a small picture. */
const WORDS = 4;
const WORD_SECONDS = 0.4;
const VISUALS: ReadonlySet<unknown> = new Set(['image', 'video', 'shape']);

export interface SampleInput {
  /** The document. */
  readonly value: unknown;
  readonly timeline: Timeline | null;
  readonly words: readonly TranscriptWord[];
  readonly playhead: number;
  /** The settings of the captions. */
  readonly settings: Fields;
  readonly style: string;
  /** What is shown if the video has no words. */
  readonly fallback: string;
}

/** A small video of the user's own words over the user's own picture, and the moment at which it shows a style best. */
export function styleSample(input: SampleInput) {
  const { value, timeline, playhead, settings, style } = input;
  const words = wordsNear(input);
  const scene = timeline?.scenes.findLast(({ start }) => start <= (words.at ?? playhead));
  const project = value as Fields | null;
  const [width, height] = timeline === null ? [1920, 1080] : [timeline.width, timeline.height];
  const { keywords: _, replace: __, offset: ___, ...look } = settings;
  const start = Math.max(0, (words.at ?? playhead) - (scene?.start ?? 0));
  const timed = words.texts.map((word, index) => ({
    word,
    start: milliseconds(start + index * WORD_SECONDS),
    end: milliseconds(start + (index + 1) * WORD_SECONDS),
  }));
  const end = start + words.texts.length * WORD_SECONDS;
  const sceneValue = scene === undefined ? undefined : (valueAt(value, scene.pointer) as Fields);
  const color = plain(sceneValue?.['background-color']);
  const config = {
    ...{ width, height },
    scenes: [
      {
        duration: milliseconds(Math.max(end + 0.2, (scene?.end ?? 0) - (scene?.start ?? 0))),
        ...(color === null ? {} : { 'background-color': color }),
        elements: [...visuals(sceneValue?.['elements']), ...visuals(project?.['elements'])],
      },
    ],
    elements: [{ type: 'subtitles', words: timed, settings: { ...look, style } }],
  };
  // Within the second-last word: some are said, and one is to come.
  const at = milliseconds(start + (Math.max(1, timed.length - 1) - 0.4) * WORD_SECONDS);
  return { config, at, ratio: width / height };
}

function wordsNear({ words, playhead, fallback }: SampleInput) {
  if (words.length === 0) return { at: null, texts: fallback.split(' ').slice(0, WORDS) };
  const current = Math.max(0, wordAt(words, playhead));
  const from = Math.max(0, Math.min(current - 1, words.length - WORDS));
  const shown = words.slice(from, from + WORDS);
  return { at: shown[0]!.start, texts: shown.map(({ word }) => word) };
}

/** What is behind the captions. What depends on variables or conditions is left out, because it is not there by itself. */
function visuals(elements: unknown): Fields[] {
  if (!Array.isArray(elements)) return [];
  return (elements as Fields[])
    .filter((element) => VISUALS.has(element?.['type']))
    .filter((element) => element['condition'] === undefined && element['iterate'] === undefined)
    .filter((element) => !JSON.stringify(element).includes('{{'))
    .map((element) => (element['type'] === 'video' ? { ...element, volume: 0 } : element));
}

function plain(color: unknown): string | null {
  return typeof color === 'string' && !color.includes('{{') ? color : null;
}
