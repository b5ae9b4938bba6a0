import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { anyOf, choice, integer, number, text } from '../../fields/scalars.js';
import type { StartRule } from '../types/index.js';
import { duration, LONGEST_SECONDS, seconds } from './values.js';

const elementId = () => text(100).orNull();

const relativeStart: Field<StartRule> = object(
  {
    after: elementId().describe('ID of the element after whose end this one begins.'),
    'same-as': elementId().describe('ID of the element with which this one begins.'),
    offset: number({ min: -LONGEST_SECONDS, max: LONGEST_SECONDS, unit: 'seconds' })
      .default(0)
      .describe('Seconds later, or with a negative number, earlier.'),
  },
  { title: 'start' },
).map((given, { pointer, issues }): StartRule => {
  const { after, 'same-as': sameAs, offset } = given;
  if ((after === null) === (sameAs === null)) {
    issues.add(pointer, 'A start requires either "after" or "same-as".');
  }
  const offsetMs = Math.round(offset * 1000);
  return after === null
    ? { begins: 'with', id: sameAs ?? '', offsetMs }
    : { begins: 'after', id: after, offsetMs };
});

/** A duration that another element has. */
const sharedDuration: Field<{ readonly id: string }> = object(
  {
    'same-as': text(100).required().describe('ID of the element that lasts as long as this one.'),
  },
  { title: 'duration' },
).map((given) => ({ id: given['same-as'] }));

const START =
  'When the element begins: seconds from the start of its scene or the video, `auto` (when the element before it on its `track` ends), or an object that names another element.';

/** When an element begins and how long it lasts. */
export const sequenceFields = (
  missing: 'natural' | 'container',
  natural = 'the length of the source',
) => ({
  start: anyOf<number | StartRule, StartRule>(
    anyOf<number, StartRule>(
      seconds(),
      choice(['auto']).map(() => ({ begins: 'auto' })),
    ),
    relativeStart,
  )
    .defaultFrom(() => 0)
    .describe(START),
  duration: anyOf(duration(missing), sharedDuration).describe(
    `Length in seconds. -1: ${natural}. -2: until the end of the scene or the video. An object: that of another element. Default: ${missing === 'natural' ? -1 : -2}.`,
  ),
  track: integer({ min: -1000, max: 1000 })
    .orNull()
    .describe(
      'Elements with the same number follow each other: with `"start": "auto"`, one begins when the one before it ends, and with `"duration": -2`, it lasts until the next one begins. Elements without a number share one track for `auto`.',
    ),
});

/** The times of an element as far as the config tells. */
export const toSequence = (given: ValuesOf<ReturnType<typeof sequenceFields>>) => {
  const { start, duration: length, track } = given;
  const isShared = typeof length === 'object';
  return {
    startMs: typeof start === 'number' ? start : 0,
    startRule: typeof start === 'number' ? null : start,
    // Until the length of the other element is known.
    duration: isShared ? ('container' as const) : length,
    durationOf: isShared ? length.id : null,
    track,
  };
};
