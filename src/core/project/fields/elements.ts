import { list, object, type ValuesOf, variants } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { choice, boolean, number, text as words } from '../../fields/scalars.js';
import { UNSPOKEN } from '../../sources/voice-address.js';
import {
  type AudioElement,
  type CaptionSource,
  type DrawnElement,
  type GroupElement,
  type ImageElement,
  type Matte,
  MATTE_TYPES,
  type MatteType,
  type ShapeElement,
  type SubtitlesElement,
  type TextElement,
  type TimelineElement,
  type VideoElement,
} from '../types/index.js';
import { captionSettings } from './caption-settings.js';
import { captions } from './captions.js';
import { blendFields, maskFields } from './compositing.js';
import { lookFields, toLook } from './look.js';
import { motionFields, toMotion } from './motion.js';
import { movementFields, soundKeyframes, toMovement, videoMovementFields } from './movement.js';
import {
  borderFields,
  cornerAndRotationFields,
  shadowFields,
  toCornersAndRotation,
} from './corners-and-rotation.js';
import { inGroupSize, nested } from './nesting.js';
import { placementFields, picturePlacementFields } from './placement.js';
import { playbackFields } from './playback.js';
import { scriptFields } from './script.js';
import { shapeFields, toShape } from './shape.js';
import { textFields, toText } from './text-element.js';
import { sequenceFields, toSequence } from './sequence.js';
import { color, seconds, source } from './values.js';
import { toVoice, voiceFields } from './voice.js';

/** The fields of every element. */
const common = <const T extends string>(type: T) => ({
  type: choice<T>([type]).required(),
  id: words(100).orNull().describe('Name of the element.'),
  comment: words(2_000).orNull().describe('A note for people. The service ignores it.'),
});

/** When an element is visible or audible. */
const timing = (missing: 'natural' | 'container', natural?: string) => ({
  ...sequenceFields(missing, natural),
  'fade-in': seconds().describe('Length of the fade-in, in seconds.'),
  'fade-out': seconds().describe('Length of the fade-out, in seconds.'),
  'extra-time': seconds().describe(
    'Seconds that a scene goes on after the element, if the scene has no `duration`.',
  ),
});

/** The fields of elements with a source. */
const media = (missing: 'natural' | 'container') => ({
  src: source.describe('Address of the source: a URL, or `asset:` and the ID of an uploaded file.'),
  'accept-damaged': boolean()
    .default(false)
    .describe(
      'Uses the readable part of a damaged source and adds a warning. Otherwise the job fails.',
    ),
  ...timing(missing),
});

/** An element that is seen. Its schema refers to itself. */
const drawn: Field<DrawnElement | null> = nested<DrawnElement | null>(
  {
    description: 'The image, video, shape, text, or group whose opacity or brightness counts.',
    get oneOf() {
      return [image, video, shape, text, group].map(({ schema }) => schema);
    },
  },
  () => variants({ image, video, shape, text, group }),
  { expected: 'an object', missing: null },
);

const MOST_ELEMENTS = 500;

const nestedElements: Field<(TimelineElement | null)[]> = nested<(TimelineElement | null)[]>(
  {
    type: 'array',
    minItems: 0,
    maxItems: MOST_ELEMENTS,
    default: [],
    description: 'The elements of the group. Times and places are relative to the group.',
    get items() {
      return inner().schema;
    },
  },
  () => list(inner(), { min: 0, max: MOST_ELEMENTS }),
  { expected: `a list with 0 to ${MOST_ELEMENTS} items`, missing: [] },
);

const inner = () => variants({ audio, voice, image, video, shape, text, group });

const matte: Field<Matte | null> = object(
  {
    type: choice<MatteType>(MATTE_TYPES)
      .default('alpha')
      .describe(
        'What counts: the opacity of the matte (`alpha`), or its brightness (`luma`), where black and transparent are the same.',
      ),
    element: drawn.required(),
  },
  { title: 'matte' },
).map(({ type, element }) => element && { type, element });

/** How an element combines with what is below it. */
const compositing = {
  ...blendFields,
  matte: matte
    .orNull()
    .describe('Another element, which is not seen: this one shows only where that one is.'),
};

const toCompositing = ({ blend, matte }: ValuesOf<typeof compositing>) => ({ blend, matte });

const visual = {
  ...compositing,
  ...maskFields,
  ...picturePlacementFields,
  ...cornerAndRotationFields,
  ...borderFields,
  ...shadowFields,
  ...lookFields,
  ...motionFields,
  ...movementFields,
};

type Common = ValuesOf<ReturnType<typeof common>>;
type Timed = Common & ValuesOf<ReturnType<typeof timing>>;
type Media = Timed & { readonly src: string; readonly 'accept-damaged': boolean };

const toTiming = (given: Timed, { pointer }: FieldPlace) => ({
  pointer,
  id: given.id,
  ...toSequence(given),
  fadeInMs: given['fade-in'],
  fadeOutMs: given['fade-out'],
  extraTimeMs: given['extra-time'],
});

const toMedia = (given: Media, place: FieldPlace) => ({
  ...toTiming(given, place),
  src: given.src,
  acceptDamaged: given['accept-damaged'],
});

const toPlacement = (given: ValuesOf<typeof placementFields>) => ({
  zIndex: given['z-index'],
  x: given.x,
  y: given.y,
  width: given.width,
  height: given.height,
  position: given.position,
  opacity: given.opacity,
});

const toPicture = (given: ValuesOf<typeof visual>) => ({
  ...toPlacement(given),
  resize: given.resize,
  margin: given.margin,
  padding: given.padding,
  sourceScale: 1,
  motion: toMotion(given),
  movement: toMovement(given),
  look: toLook(given),
  outline: toCornersAndRotation(given),
  mask: given.mask,
  ...toCompositing(given),
});

const toPlayback = (given: ValuesOf<typeof playbackFields>) => ({
  seekMs: given.seek,
  loop: given.loop,
  speed: given.speed,
  volume: given.volume,
  ducking: given.ducking,
  audioTrack: given['audio-track'],
});

/** `text` or `words`, but not both. */
const toScript = (
  { text: script, words }: ValuesOf<typeof scriptFields>,
  { pointer, issues }: FieldPlace,
) => {
  if (script !== null && words !== null) {
    issues.add(`${pointer}/words`, '"text" and "words" cannot be combined. Keep one of them.');
  }
  return { text: script, words };
};

/** `captions`, without `text` and `words`. */
const toCaptions = (
  given: ValuesOf<typeof scriptFields> & { readonly captions: CaptionSource | null },
  { pointer, issues }: FieldPlace,
) => {
  if (given.captions !== null && (given.text !== null || given.words !== null)) {
    issues.add(
      `${pointer}/captions`,
      '"text", "words", and "captions" cannot be combined. Keep one of them.',
    );
  }
  return given.captions;
};

const audio: Field<AudioElement> = object(
  {
    ...common('audio'),
    ...media('natural'),
    ...playbackFields,
    keyframes: soundKeyframes,
    speech: boolean()
      .orNull()
      .describe(
        '`false`: music, which is never searched for words. Default: `true`, or `false` with `ducking`.',
      ),
    language: words(35).orNull().describe('Language of the speech, as a BCP 47 tag.'),
    ...scriptFields,
  },
  { title: 'audio' },
).map((given, place) => ({
  type: 'audio',
  ...toMedia(given, place),
  ...toPlayback(given),
  volumeKeyframes: given.keyframes.volume,
  speech: given.speech ?? given.ducking === null,
  language: given.language,
  ...toScript(given, place),
}));

/** An audio element whose source is spoken. */
const voice: Field<AudioElement> = object(
  { ...common('voice'), ...timing('natural'), ...voiceFields, keyframes: soundKeyframes },
  { title: 'voice' },
).map((given, place) => ({
  type: 'audio',
  ...toTiming(given, place),
  src: UNSPOKEN,
  acceptDamaged: true,
  seekMs: 0,
  loop: false,
  // The pipeline sets the part of the speed that the engine doesn't speak with.
  speed: 1,
  volume: given.volume,
  volumeKeyframes: given.keyframes.volume,
  ducking: null,
  audioTrack: null,
  speech: true,
  language: given.language,
  words: null,
  ...toVoice(given),
}));

const image: Field<ImageElement> = object(
  { ...common('image'), ...media('container'), ...visual },
  { title: 'image' },
).map((given, place) => ({ type: 'image', ...toMedia(given, place), ...toPicture(given) }));

const video: Field<VideoElement> = object(
  {
    ...common('video'),
    ...media('natural'),
    ...visual,
    ...videoMovementFields,
    ...playbackFields,
  },
  { title: 'video' },
).map((given, place) => ({
  type: 'video',
  ...toMedia(given, place),
  ...toPicture(given),
  ...toPlayback(given),
  volumeKeyframes: given.keyframes.volume,
}));

const shape: Field<ShapeElement> = object(
  {
    ...common('shape'),
    ...timing('container'),
    ...shapeFields,
    ...placementFields,
    ...compositing,
    ...maskFields,
    ...cornerAndRotationFields,
    ...movementFields,
    ...shadowFields,
  },
  { title: 'shape' },
).map((given, at) => ({
  type: 'shape',
  ...toTiming(given, at),
  ...toShape(given),
  ...toPlacement(given),
  outline: toCornersAndRotation(given),
  movement: toMovement(given),
  mask: given.mask,
  ...toCompositing(given),
}));

const group: Field<GroupElement> = inGroupSize(
  object(
    {
      ...common('group'),
      ...timing('natural', 'until the last of its elements ends'),
      elements: nestedElements,
      'background-color': color().orNull().describe('Color behind the elements of the group.'),
      volume: number({ min: 0, max: 10 })
        .default(1)
        .describe('Multiplied with the volume of each sound in the group.'),
      ...placementFields,
      ...compositing,
      ...maskFields,
      ...cornerAndRotationFields,
      ...borderFields,
      ...shadowFields,
    },
    { title: 'group' },
  ).map((given, at) => ({
    type: 'group',
    ...toTiming(given, at),
    ...toPlacement(given),
    elements: given.elements.filter((one) => one !== null),
    backgroundColor: given['background-color'],
    volume: given.volume,
    outline: toCornersAndRotation(given),
    mask: given.mask,
    ...toCompositing(given),
  })),
);

const text: Field<TextElement> = object(
  { ...common('text'), ...timing('container'), ...textFields, ...placementFields, ...compositing },
  { title: 'text' },
).map((given, at) => ({
  type: 'text',
  ...toTiming(given, at),
  ...toText(given, at),
  ...toPlacement(given),
  ...toCompositing(given),
}));

const subtitles: Field<SubtitlesElement> = object(
  {
    ...common('subtitles'),
    language: words(35)
      .default('auto')
      .describe('Language of the speech and the captions, as a BCP 47 tag.'),
    ...scriptFields,
    captions,
    settings: captionSettings.describe('Look of the captions.'),
  },
  { title: 'subtitles' },
).map((given, place) => ({
  type: 'subtitles',
  pointer: place.pointer,
  sceneIndex: null,
  language: given.language,
  ...toScript(given, place),
  captions: toCaptions(given, place),
  settings: given.settings,
}));

/** An element of a scene or of the video, or null when its type is unknown. */
export const element = variants({
  audio,
  voice,
  image,
  video,
  shape,
  text,
  group,
  subtitles,
});
