import { object, type ValuesOf, variants } from '../../fields/composites.js';
import type { Field, Place } from '../../fields/field.js';
import { choice, flag, text as words } from '../../fields/scalars.js';
import type {
  AudioElement,
  CaptionSource,
  ImageElement,
  ShapeElement,
  SubtitlesElement,
  TextElement,
  VideoElement,
} from '../types/index.js';
import { captionSettings } from './caption-settings.js';
import { captions } from './captions.js';
import { lookFields, lookOf } from './look.js';
import { motionFields, motionOf } from './motion.js';
import { outlineFields, outlineOf } from './corners-and-rotation.js';
import { placeFields, placementFields } from './placement.js';
import { playbackFields } from './playback.js';
import { scriptFields } from './script.js';
import { shapeFields, shapeOf } from './shape.js';
import { textFields, textOf } from './text-element.js';
import { duration, seconds, source } from './values.js';

/** The fields of every element. */
const common = <const T extends string>(type: T) => ({
  type: choice<T>([type]).must(),
  id: words(100).orNull().about('A name for the element.'),
  comment: words(2_000).orNull().about('For people; nothing reads it.'),
});

/** When an element is there. */
const timing = (missing: 'natural' | 'container') => ({
  start: seconds().about('When it begins, in seconds from the start of what holds it.'),
  duration: duration(missing).about(
    `Seconds; -1: its own length; -2: as long as what holds it. ${missing === 'natural' ? -1 : -2} when missing.`,
  ),
  'fade-in': seconds().about('Seconds over which it comes.'),
  'fade-out': seconds().about('Seconds over which it goes.'),
});

/** The fields of elements with a source. */
const media = (missing: 'natural' | 'container') => ({
  src: source.about('Address of the media.'),
  'accept-damaged': flag()
    .or(false)
    .about('Uses what there is of a source that is not whole, with a warning; else the job fails.'),
  ...timing(missing),
});

const visual = { ...placementFields, ...outlineFields, ...lookFields, ...motionFields };

type Common = ValuesOf<ReturnType<typeof common>>;
type Timed = Common & ValuesOf<ReturnType<typeof timing>>;
type Media = Timed & { readonly src: string; readonly 'accept-damaged': boolean };

const timed = (given: Timed, { pointer }: Place) => ({
  pointer,
  id: given.id,
  startMs: given.start,
  duration: given.duration,
  fadeInMs: given['fade-in'],
  fadeOutMs: given['fade-out'],
});

const base = (given: Media, place: Place) => ({
  ...timed(given, place),
  src: given.src,
  acceptDamaged: given['accept-damaged'],
});

const standing = (given: ValuesOf<typeof placeFields>) => ({
  zIndex: given['z-index'],
  x: given.x,
  y: given.y,
  width: given.width,
  height: given.height,
  position: given.position,
  opacity: given.opacity,
});

const placed = (given: ValuesOf<typeof visual>) => ({
  ...standing(given),
  resize: given.resize,
  motion: motionOf(given),
  look: lookOf(given),
  outline: outlineOf(given),
});

const played = (given: ValuesOf<typeof playbackFields>) => ({
  seekMs: given.seek,
  loop: given.loop,
  speed: given.speed,
  volume: given.volume,
  ducking: given.ducking,
  audioTrack: given['audio-track'],
});

/** `text` or `words`, not both. */
const said = (
  { text: script, words }: ValuesOf<typeof scriptFields>,
  { pointer, issues }: Place,
) => {
  if (script !== null && words !== null) {
    issues.add(`${pointer}/words`, 'Give "text" or "words", not both.');
  }
  return { text: script, words };
};

/** Captions, and nothing else that says the words. */
const captionsOf = (
  given: ValuesOf<typeof scriptFields> & { readonly captions: CaptionSource | null },
  { pointer, issues }: Place,
) => {
  if (given.captions !== null && (given.text !== null || given.words !== null)) {
    issues.add(`${pointer}/captions`, 'Give one of "text", "words" and "captions".');
  }
  return given.captions;
};

const audio: Field<AudioElement> = object(
  {
    ...common('audio'),
    ...media('natural'),
    ...playbackFields,
    speech: flag()
      .orNull()
      .about('False: music, never read for words. True when missing, unless it ducks.'),
    language: words(35).orNull().about('Language tag (BCP 47) of the speech.'),
    ...scriptFields,
  },
  { title: 'audio' },
).map((given, place) => ({
  type: 'audio',
  ...base(given, place),
  ...played(given),
  speech: given.speech ?? given.ducking === null,
  language: given.language,
  ...said(given, place),
}));

const image: Field<ImageElement> = object(
  { ...common('image'), ...media('container'), ...visual },
  { title: 'image' },
).map((given, place) => ({ type: 'image', ...base(given, place), ...placed(given) }));

const video: Field<VideoElement> = object(
  { ...common('video'), ...media('natural'), ...visual, ...playbackFields },
  { title: 'video' },
).map((given, place) => ({
  type: 'video',
  ...base(given, place),
  ...placed(given),
  ...played(given),
}));

const shape: Field<ShapeElement> = object(
  { ...common('shape'), ...timing('container'), ...shapeFields, ...placeFields, ...outlineFields },
  { title: 'shape' },
).map((given, at) => ({
  type: 'shape',
  ...timed(given, at),
  ...shapeOf(given),
  ...standing(given),
  outline: outlineOf(given),
}));

const text: Field<TextElement> = object(
  { ...common('text'), ...timing('container'), ...textFields, ...placeFields },
  { title: 'text' },
).map((given, at) => ({
  type: 'text',
  ...timed(given, at),
  ...textOf(given),
  ...standing(given),
}));

const subtitles: Field<SubtitlesElement> = object(
  {
    ...common('subtitles'),
    language: words(35).or('auto').about('Language tag (BCP 47) of the speech and the captions.'),
    ...scriptFields,
    captions,
    settings: captionSettings.about('How the captions look.'),
  },
  { title: 'subtitles' },
).map((given, place) => ({
  type: 'subtitles',
  pointer: place.pointer,
  sceneIndex: null,
  language: given.language,
  ...said(given, place),
  captions: captionsOf(given, place),
  settings: given.settings,
}));

/** An element of a scene or of the video; null when its type is not known. */
export const element = variants({ audio, image, video, shape, text, subtitles });
