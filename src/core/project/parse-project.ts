import { readColor } from './field-values.js';
import { exceedsBounds } from './input-bounds.js';
import { Issues, ObjectReader } from './reader.js';
import { readElement, type AnyElement, type ElementOptions } from './read-element.js';
import {
  QUALITIES,
  TRANSITION_STYLES,
  type FrameRate,
  type Issue,
  type MediaElement,
  type Project,
  type Scene,
  type SceneTransition,
  type SubtitlesElement,
} from './types.js';

export interface ParseOptions {
  /** Caption settings for what a project leaves out, kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
  /** The canonical name of an installed family (aliases resolved), or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
}

export type ParseResult =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Width and height by name. */
export const RESOLUTIONS = {
  sd: [854, 480],
  hd: [1280, 720],
  'full-hd': [1920, 1080],
  squared: [1080, 1080],
  'instagram-story': [1080, 1920],
  tiktok: [1080, 1920],
  custom: [1920, 1080],
} as const;
type Resolution = keyof typeof RESOLUTIONS;

const NTSC_RATES: Readonly<Record<string, FrameRate>> = {
  '23.976': { num: 24_000, den: 1001 },
  '29.97': { num: 30_000, den: 1001 },
  '59.94': { num: 60_000, den: 1001 },
};
const LONGEST_SCENE_SECONDS = 4 * 3600;

/**
 * Checks a video config and fills in what it leaves out.
 *
 * Finds every issue at once, each with its JSON pointer; never throws, whatever the input is.
 */
export function parseProject(input: unknown, options: ParseOptions): ParseResult {
  const tooMuch = exceedsBounds(input);
  if (tooMuch !== null) return { ok: false, issues: [{ pointer: '', message: tooMuch }] };
  const issues = new Issues();
  const reader = new ObjectReader(input, '', issues);
  const size = readSize(reader);
  const elementOptions: ElementOptions = { ...options, frameHeight: size.height };
  const subtitles: SubtitlesElement[] = [];

  const scenes = reader.list('scenes', { min: 1, max: 1000 }, (value, pointer) =>
    readScene(value, pointer, issues, elementOptions, (element) => {
      subtitles.push({
        ...element,
        sceneIndex: Number(pointer.slice(pointer.lastIndexOf('/') + 1)),
      });
    }),
  );
  const elements = mediaOf(
    reader.list('elements', { min: 0, max: 500 }, (value, pointer) =>
      readElement(value, pointer, issues, elementOptions),
    ),
    (element) => subtitles.push(element),
  );
  const project: Project = {
    ...size,
    fps: readFrameRate(reader),
    quality: reader.choice('quality', 'medium', QUALITIES),
    draft: reader.boolean('draft', false),
    comment: reader.text('comment', null, 2_000),
    clientData: reader.raw('client-data') ?? null,
    scenes,
    elements,
    subtitles: subtitles[0] ?? null,
  };
  reader.finish();
  if (scenes[0]?.transition) {
    issues.add('/scenes/0/transition', 'The first scene has none before it; give no transition.');
  }
  refuseDuplicateIds(scenes, issues);
  for (const extra of subtitles.slice(1)) {
    issues.add(extra.pointer, 'A video has one subtitles element; this is another.');
  }
  const found = issues.all();
  return found.length > 0 ? { ok: false, issues: found } : { ok: true, project };
}

function readSize(reader: ObjectReader): { width: number; height: number } {
  const name = reader.choice('resolution', 'full-hd', Object.keys(RESOLUTIONS) as Resolution[]);
  if (name === 'custom' && !(reader.has('width') && reader.has('height'))) {
    reader.refuse('resolution', '"custom" together with width and height');
  }
  const [width, height] = RESOLUTIONS[name];
  return { width: readSide(reader, 'width', width), height: readSide(reader, 'height', height) };
}

/** H.264 in 4:2:0 has one colour sample for two by two pixels, so both sides are even. */
function readSide(reader: ObjectReader, field: 'width' | 'height', fallback: number): number {
  const value = reader.number(field, fallback, { min: 16, max: 4096, integer: true });
  if (value % 2 === 0) return value;
  reader.refuse(field, 'an even number');
  return fallback;
}

function readFrameRate(reader: ObjectReader): FrameRate {
  const value = reader.number('fps', 30, { min: 10, max: 60 });
  const ntsc = NTSC_RATES[String(value)];
  if (ntsc) return ntsc;
  if (Number.isInteger(value)) return { num: value, den: 1 };
  reader.refuse('fps', `a whole number from 10 to 60, or ${Object.keys(NTSC_RATES).join(', ')}`);
  return { num: 30, den: 1 };
}

function readScene(
  value: unknown,
  pointer: string,
  issues: Issues,
  options: ElementOptions,
  onSubtitles: (element: SubtitlesElement) => void,
): Scene {
  const reader = new ObjectReader(value, pointer, issues);
  reader.text('comment', null, 2_000);
  const natural = reader.raw('duration') === -1;
  const seconds = natural
    ? null
    : reader.number('duration', null, { min: 0.001, max: LONGEST_SCENE_SECONDS });
  const elements = mediaOf(
    reader.list('elements', { min: 0, max: 500 }, (item, at) =>
      readElement(item, at, issues, options),
    ),
    onSubtitles,
  );
  const whole = typeof value === 'object' && issues.all().length === 0;
  if (whole && seconds === null && !elements.some(canGiveLength)) {
    issues.add(
      pointer,
      'Nothing gives this scene a length; give it a duration, an audio, a video or an image with a duration.',
    );
  }
  const scene: Scene = {
    pointer,
    id: reader.text('id', null, 100),
    backgroundColor: readColor(reader, 'background-color', '#000000', { alpha: false }),
    durationMs: seconds === null ? null : Math.round(seconds * 1000),
    transition: readTransition(reader, issues),
    elements,
  };
  reader.finish();
  return scene;
}

const LONGEST_TRANSITION_SECONDS = 5;

function readTransition(scene: ObjectReader, issues: Issues): SceneTransition | null {
  if (!scene.has('transition')) return null;
  const reader = new ObjectReader(scene.raw('transition'), scene.at('transition'), issues);
  const style = reader.choice('style', 'fade', TRANSITION_STYLES);
  const seconds = reader.number('duration', 1, { min: 0.1, max: LONGEST_TRANSITION_SECONDS });
  reader.finish();
  return { style, durationMs: Math.round(seconds * 1000) };
}

/** What loops, or lasts as long as the scene, cannot say how long the scene lasts. */
function canGiveLength(element: MediaElement): boolean {
  if (typeof element.duration === 'number') return true;
  return element.type !== 'image' && element.duration === 'natural' && !element.loop;
}

function mediaOf(
  elements: readonly (AnyElement | null)[],
  onSubtitles: (element: SubtitlesElement) => void,
): MediaElement[] {
  return elements.flatMap((element) => {
    if (element === null) return [];
    if (element.type !== 'subtitles') return [element];
    onSubtitles(element.element);
    return [];
  });
}

function refuseDuplicateIds(scenes: readonly Scene[], issues: Issues): void {
  const seen = new Set<string>();
  for (const { id, pointer } of scenes) {
    if (id === null) continue;
    if (seen.has(id)) issues.add(`${pointer}/id`, 'Another scene has this id already.');
    seen.add(id);
  }
}
