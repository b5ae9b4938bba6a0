import type { Field } from '../../fields/field.js';
import { list, object } from '../../fields/composites.js';
import { boolean, choice, constants, anyOf, number, text } from '../../fields/scalars.js';
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
import { sceneCaptionSettings } from './caption-settings.js';
import { element } from './elements.js';
import { LONGEST_SECONDS, opaqueColor } from './values.js';

const LONGEST_TRANSITION_SECONDS = 5;

export const elements = list(element, { min: 0, max: 500 }).default([]);

/** A scene, and its subtitles elements, which belong to the video. */
export interface ParsedScene {
  readonly scene: Scene;
  readonly subtitles: readonly SubtitlesElement[];
}

const transition: Field<SceneTransition> = object(
  {
    style: choice<TransitionStyle>(TRANSITION_STYLES, TRANSITION_ALIASES)
      .default('fade')
      .describe(
        '`fade` is a plain cross-fade. The other styles require an ffmpeg whose `xfade` filter supports them.',
      ),
    duration: number({ min: 0.1, max: LONGEST_TRANSITION_SECONDS, unit: 'seconds' })
      .default(1)
      .describe('Time in seconds during which both scenes are visible.'),
    shorten: boolean()
      .default(false)
      .describe(
        'Whether a transition that is longer than half of one of its scenes is as long as that half. Otherwise, the job fails if it does not fit.',
      ),
  },
  { title: 'transition' },
).map(({ style, duration, shorten }) => ({
  style,
  durationMs: Math.round(duration * 1000),
  shortens: shorten,
}));

const sceneObject = object(
  {
    id: text(100).orNull().describe('Unique name of the scene.'),
    comment: text(2_000).orNull().describe('A note for people. The service ignores it.'),
    'background-color': opaqueColor('#000000').describe('Color behind the elements.'),
    duration: anyOf<number | 'audio', 'longest'>(
      anyOf(
        number({ min: 0.001, max: LONGEST_SECONDS, unit: 'seconds' }).map((value) =>
          Math.round(value * 1000),
        ),
        constants<'audio'>([
          {
            value: -1,
            means: 'audio',
            words:
              'the length of the audio, or of the longest picture or video if there is no audio',
          },
        ]),
      ),
      choice(['longest']),
    )
      .orNull()
      .describe(
        'Length in seconds. -1 (default): the length of the audio, or of the longest picture or video if there is no audio. `longest`: until its last element ends.',
      ),
    outlast: boolean()
      .default(false)
      .describe(
        'Whether the scene goes on until the elements of the whole video have ended, if they end later.',
      ),
    transition: transition
      .orNull()
      .describe('Transition from the previous scene. Both scenes are visible while it lasts.'),
    'caption-settings': sceneCaptionSettings
      .orNull()
      .describe(
        'Look of the captions in this scene. Missing settings are those of the subtitles element.',
      ),
    elements: elements.describe('The elements of the scene.'),
  },
  { title: 'scene' },
);

/** A scene, or null when it is not an object. */
export const scene: Field<ParsedScene | null> = sceneObject
  .map((given, { pointer }): ParsedScene => {
    const { others, subtitles } = separateSubtitles(given.elements);
    return {
      scene: {
        pointer,
        id: given.id,
        backgroundColor: given['background-color'],
        durationMs: typeof given.duration === 'number' ? given.duration : null,
        lasts: given.duration === 'longest' ? 'longest' : 'audio',
        outlasts: given.outlast,
        transition: given.transition,
        captionSettings: given['caption-settings'],
        elements: others,
      },
      // Word times count from the start of the scene.
      subtitles: subtitles.map((one) => ({ ...one, sceneIndex: indexOf(pointer) })),
    };
  })
  .orNull();

/** `/scenes/3` has the index 3. */
function indexOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/** Separates subtitles elements from the elements on the timeline. */
export function separateSubtitles(
  elements: readonly (TimelineElement | SubtitlesElement | null)[],
): { others: TimelineElement[]; subtitles: SubtitlesElement[] } {
  const others: TimelineElement[] = [];
  const subtitles: SubtitlesElement[] = [];
  for (const element of elements) {
    if (element?.type === 'subtitles') subtitles.push(element);
    else if (element !== null) others.push(element);
  }
  return { others, subtitles };
}
