import type { Field } from '../../fields/field.js';
import { list, object } from '../../fields/composites.js';
import { choice, constants, anyOf, number, text } from '../../fields/scalars.js';
import {
  type TimelineElement,
  type Scene,
  type SceneTransition,
  type SubtitlesElement,
} from '../types/index.js';
import {
  TRANSITION_ALIASES,
  TRANSITION_STYLES,
  type TransitionStyle,
} from '../types/transition-styles.js';
import { element } from './elements.js';
import { LONGEST_SECONDS, opaqueColor } from './values.js';

const LONGEST_TRANSITION_SECONDS = 5;

export const elements = list(element, { min: 0, max: 500 }).default([]);

/** A scene and the subtitles that stand in it, which belong to the video. */
export interface ParsedScene {
  readonly scene: Scene;
  readonly subtitles: readonly SubtitlesElement[];
}

const transition: Field<SceneTransition> = object(
  {
    style: choice<TransitionStyle>(TRANSITION_STYLES, TRANSITION_ALIASES)
      .default('fade')
      .describe(
        '`fade` is the plain cross-fade; the others need an ffmpeg whose `xfade` has them.',
      ),
    duration: number({ min: 0.1, max: LONGEST_TRANSITION_SECONDS, unit: 'seconds' })
      .default(1)
      .describe('Seconds in which both scenes show.'),
  },
  { title: 'transition' },
).map(({ style, duration }) => ({ style, durationMs: Math.round(duration * 1000) }));

const sceneObject = object(
  {
    id: text(100).orNull().describe('A name, unique in the video.'),
    comment: text(2_000).orNull().describe('For people; nothing reads it.'),
    'background-color': opaqueColor('#000000').describe('Colour behind the elements.'),
    duration: anyOf(
      number({ min: 0.001, max: LONGEST_SECONDS, unit: 'seconds' }).map((value) =>
        Math.round(value * 1000),
      ),
      constants<null>([
        { value: -1, means: null, words: 'as long as its audio, else its longest visual' },
      ]),
    )
      .orNull()
      .describe('Seconds; -1 or missing: as long as its audio, else its longest visual.'),
    transition: transition
      .orNull()
      .describe('How it takes the place of the scene before; both show for that long.'),
    elements: elements.describe('What is seen and heard in the scene.'),
  },
  { title: 'scene' },
);

/** A scene; null when it is no object. */
export const scene: Field<ParsedScene | null> = sceneObject
  .map((given, { pointer }): ParsedScene => {
    const { held, subtitles } = separateSubtitles(given.elements);
    return {
      scene: {
        pointer,
        id: given.id,
        backgroundColor: given['background-color'],
        durationMs: given.duration,
        transition: given.transition,
        elements: held,
      },
      // Its words count from the start of its scene.
      subtitles: subtitles.map((one) => ({ ...one, sceneIndex: indexOf(pointer) })),
    };
  })
  .orNull();

/** `/scenes/3` is the scene at 3. */
function indexOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/** What is held, and the subtitles among it. */
export function separateSubtitles(read: readonly (TimelineElement | SubtitlesElement | null)[]): {
  held: TimelineElement[];
  subtitles: SubtitlesElement[];
} {
  const held: TimelineElement[] = [];
  const subtitles: SubtitlesElement[] = [];
  for (const one of read) {
    if (one?.type === 'subtitles') subtitles.push(one);
    else if (one !== null) held.push(one);
  }
  return { held, subtitles };
}
