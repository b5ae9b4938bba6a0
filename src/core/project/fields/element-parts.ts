import type { ValuesOf } from '../../fields/composites.js';
import type { FieldPlace } from '../../fields/field.js';
import { choice, boolean, text as words } from '../../fields/scalars.js';
import type { placementFields } from './placement.js';
import type { playbackFields } from './playback.js';
import type { scriptFields } from './script.js';
import { sequenceFields, toSequence } from './sequence.js';
import { seconds, source } from './values.js';

/** The fields of every element. */
export const common = <const T extends string>(type: T) => ({
  type: choice<T>([type]).required(),
  id: words(100).orNull().describe('Name of the element.'),
  comment: words(2_000).orNull().describe('A note for people. The service ignores it.'),
});

/** When an element is visible or audible. */
export const timing = (missing: 'natural' | 'container', natural?: string) => ({
  ...sequenceFields(missing, natural),
  'fade-in': seconds().describe('Length of the fade-in, in seconds.'),
  'fade-out': seconds().describe('Length of the fade-out, in seconds.'),
  'extra-time': seconds().describe(
    'Seconds that a scene goes on after the element, if the scene has no `duration`.',
  ),
});

/** The fields of elements with a source. */
export const media = (missing: 'natural' | 'container') => ({
  src: source.describe('Address of the source: a URL, or `asset:` and the ID of an uploaded file.'),
  'accept-damaged': boolean()
    .default(false)
    .describe(
      'Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.',
    ),
  ...timing(missing),
});

type Common = ValuesOf<ReturnType<typeof common>>;
type Timed = Common & ValuesOf<ReturnType<typeof timing>>;
type Media = Timed & { readonly src: string; readonly 'accept-damaged': boolean };

export const toTiming = (given: Timed, { pointer }: FieldPlace) => ({
  pointer,
  id: given.id,
  ...toSequence(given),
  fadeInMs: given['fade-in'],
  fadeOutMs: given['fade-out'],
  extraTimeMs: given['extra-time'],
});

export const toMedia = (given: Media, place: FieldPlace) => ({
  ...toTiming(given, place),
  src: given.src,
  acceptDamaged: given['accept-damaged'],
});

export const toPlacement = (given: ValuesOf<typeof placementFields>) => ({
  zIndex: given['z-index'],
  x: given.x,
  y: given.y,
  width: given.width,
  height: given.height,
  position: given.position,
  opacity: given.opacity,
});

export const toPlayback = (
  given: ValuesOf<typeof playbackFields> & Pick<Timed, 'duration'>,
  { pointer, issues }: FieldPlace,
) => {
  const { until, seek, loop, speed } = given;
  if (until !== null && until <= seek)
    issues.add(`${pointer}/until`, 'Expected "until" to be more than "seek".');
  for (const [name, isSet] of [
    ['until', until !== null],
    ['speed', speed === 'fit'],
  ] as const) {
    if (loop && isSet)
      issues.add(`${pointer}/${name}`, `"loop" cannot be combined with this "${name}".`);
  }
  return {
    ...toSettings(given),
    ...toSpeed(given),
  };
};

/** A source that fits its element has no length of its own. */
const toSpeed = ({ speed, duration }: ValuesOf<typeof playbackFields> & Pick<Timed, 'duration'>) =>
  speed === 'fit'
    ? {
        speed: 1,
        fits: true,
        ...(duration === 'natural' ? { duration: 'container' as const } : {}),
      }
    : { speed, fits: false };

const toSettings = (given: ValuesOf<typeof playbackFields>) => ({
  seekMs: given.seek,
  untilMs: given.until,
  loop: given.loop,
  volume: given.volume,
  ducking: given.ducking,
  audioTrack: given['audio-track'],
});

/** `text` or `words`, but not both. */
export const toScript = (
  { text: script, words }: ValuesOf<typeof scriptFields>,
  { pointer, issues }: FieldPlace,
) => {
  if (script !== null && words !== null) {
    issues.add(`${pointer}/words`, '"text" and "words" cannot be combined. Keep one of them.');
  }
  return { text: script, words };
};
