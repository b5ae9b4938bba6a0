import { type Format, shorterSide } from './formats.js';
import type { Look } from './looks.js';
import type { TimedWord } from '../timeline/pace-words.js';

/** A picture or a video, by its address. */
export interface Picture {
  readonly src: string;
  readonly kind: 'image' | 'video';
}

/** What a video is made of. */
export interface Material {
  readonly format: Format;
  readonly look: Look;
  readonly pictures: readonly Picture[];
  /** What is said; empty if nobody knows. */
  readonly script: string;
  /** Addresses of files, or null. */
  readonly speech: string | null;
  readonly music: string | null;
  readonly captionFile: string | null;
  readonly font: string | null;
}

/** When scenes begin. */
export interface ScenePlan {
  /** From 0, in seconds. */
  readonly starts: readonly number[];
  readonly seconds: number;
  /** Words of the captions with estimated times; null if the captions come from the speech or a file, or if there are none. */
  readonly words: readonly TimedWord[] | null;
  readonly hasCaptions: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Makes the config of a video. */
export function makeConfig(material: Material, plan: ScenePlan): Json {
  const { format, look, pictures } = material;
  const { starts, seconds } = plan;
  const scenes = starts.map((start, index): Json => {
    const end = starts[index + 1] ?? seconds;
    const isLast = index === starts.length - 1;
    // The next scene begins within this one.
    const duration = round(end - start + (isLast ? 0 : look.fade));
    const transition = index > 0 && look.fade > 0 ? { duration: look.fade } : null;
    return {
      duration,
      ...(transition === null ? {} : { transition }),
      elements: [background(look, pictures, index)],
    };
  });
  const elements = [
    ...(pictures.length > 0 && look.hasShade && plan.hasCaptions ? [SHADE] : []),
    ...sounds(material),
    ...(plan.hasCaptions ? [subtitles(material, plan.words)] : []),
  ];
  const { width, height } = format;
  return { width, height, scenes, ...(elements.length === 0 ? {} : { elements }) };
}

/** Pictures and videos one after another: videos at their own length and with their sound. */
export function makeSlideshow(material: Material, secondsEach: number): Json {
  const { format, look, pictures } = material;
  const scenes = pictures.map(({ src, kind }, index): Json => {
    const transition = index > 0 && look.fade > 0 ? { transition: { duration: look.fade } } : {};
    const isVideo = kind === 'video';
    const length = isVideo ? {} : { duration: secondsEach };
    const element = isVideo ? { type: 'video', src } : background(look, pictures, index);
    return { ...length, ...transition, elements: [element] };
  });
  const elements = sounds(material);
  const { width, height } = format;
  return { width, height, scenes, ...(elements.length === 0 ? {} : { elements }) };
}

/** A config whose timeline has the words of the speech or the caption file, and how long they last. */
export function makeProbe({ format, script, speech, captionFile }: Material): Json {
  const { width, height } = format;
  const scene =
    speech === null
      ? { duration: PROBE_SECONDS }
      : { elements: [spoken(speech, script, captionFile)] };
  const source = captionFile === null ? {} : { captions: captionFile };
  return { width, height, scenes: [scene], elements: [{ type: 'subtitles', ...source }] };
}

/** Longer than any caption file. */
const PROBE_SECONDS = 14_400;

/** Darkens what is below the middle, so that words are legible on any picture. */
const SHADE: Json = {
  type: 'shape',
  ...{ x: 0, y: '35%', width: '100%', height: '65%' },
  fill: { angle: 90, colors: ['#00000000', '#000000B3'] },
};

function background(
  { zoom, backgrounds }: Look,
  pictures: readonly Picture[],
  index: number,
): Json {
  const picture = pictures[index % pictures.length];
  if (picture?.kind === 'video') {
    return { type: 'video', src: picture.src, volume: 0, loop: true, duration: -2 };
  }
  // In, and out: two zooms in a row look like a jump.
  if (picture !== undefined) {
    return { type: 'image', src: picture.src, zoom: index % 2 === 0 ? zoom : -zoom };
  }
  const colors = backgrounds[index % backgrounds.length]!;
  return { type: 'shape', fill: { angle: 60, colors: [...colors] } };
}

function sounds({ speech, music, script, captionFile }: Material): Json[] {
  const voice = speech === null ? [] : [spoken(speech, script, captionFile)];
  if (music === null) return voice;
  const quiet = {
    volume: speech === null ? 1 : 0.6,
    ...(speech === null ? {} : { ducking: true }),
  };
  const song = { type: 'audio', src: music, loop: true, duration: -2, 'fade-out': 1.5, ...quiet };
  return [...voice, speech === null ? { ...song, speech: false } : song];
}

function spoken(src: string, script: string, captionFile: string | null): Json {
  const text = script.trim();
  return { type: 'audio', src, ...(text === '' || captionFile !== null ? {} : { text }) };
}

function subtitles(material: Material, words: readonly TimedWord[] | null): Json {
  const { captionFile } = material;
  const given = words?.map(({ word, start, end }) => ({ word, start, end }));
  return {
    type: 'subtitles',
    ...(captionFile === null ? {} : { captions: captionFile }),
    ...(given === undefined ? {} : { words: given }),
    settings: captionSettings(material),
  };
}

/** The look of the captions: in the middle if there is nothing else to see. */
export function captionSettings({ format, look, pictures, font }: Material): Json {
  const isCentered = look.isCentered || pictures.length === 0;
  const isPortrait = format.height > format.width;
  const size = look.letters * (pictures.length === 0 ? 1.25 : 1) * shorterSide(format);
  return {
    ...look.captions,
    ...(font === null ? {} : { 'font-url': font }),
    'font-size': Math.round(size),
    ...(isCentered ? { position: 'center' } : {}),
    // What apps draw over vertical videos.
    ...(isPortrait && !isCentered ? { 'safe-area': 'shorts' } : {}),
    ...(isPortrait && look.captions['max-words-per-line'] === undefined
      ? { 'max-words-per-line': 4 }
      : {}),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
