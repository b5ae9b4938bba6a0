import type { Issue } from '../../../fields/issues.js';
import { isLikelyMovie } from './likely-movie.js';
import { isJsonObject, type JsonObject } from '../../../util/json-object.js';

/** Root fields that only movies have. */
const ROOT_FIELDS = ['cache', 'exports', 'id', 'project', 'settings'];
/** Types of elements that only movies have. */
const TYPES: ReadonlySet<unknown> = new Set(['audiogram']);
/** The components of movies, such as `basic/001`. Those of video configs have plain names. */
const NUMBERED = /\//;
/** Fields of elements that only movies have. */
const ELEMENT_FIELDS = [
  ...['aspect-ratio', 'cache', 'flip-horizontal', 'flip-vertical', 'muted', 'pan-crop', 'prompt'],
];
/** Fields of elements of HTML that only movies have. */
const HTML_FIELDS = ['src', 'tailwind', 'tailwindcss', 'wait'];
/** What CSS is called in the settings of texts. */
const TEXT_SETTINGS = [
  ...['horizontal-align', 'horizontal-position', 'vertical-position'],
  ...['margin-bottom', 'margin-top', 'padding-bottom', 'padding-top', 'word-break'],
];
/** The files that the documentation and the templates of JSON2Video use. */
const OWN_FILES = /^https?:\/\/(?:[a-z0-9-]+\.)?json2video\.com\//i;
/** Positions of captions that only movies have. */
const POINTS: ReadonlySet<unknown> = new Set(['custom', 'center-center']);
const SPEECH_MODELS = /^(azure|elevenlabs|whisper|default)/i;

/**
 * True if a config has something that movies of JSON2Video have, and video configs have not. Both have scenes and
 * elements with mostly the same fields, so a plain config without such a thing is a video config.
 */
export function isMovie(config: JsonObject): boolean {
  const { scenes, elements, template } = config;
  if (typeof template === 'string' && scenes === undefined) return true;
  if (!Array.isArray(scenes) && !Array.isArray(elements)) return false;
  const names = namesOf(config);
  if (ROOT_FIELDS.some((name) => names.has(name))) return true;
  if (listed(scenes).some(isMovieScene) || listed(elements).some(isMovieElement)) return true;
  return hasHints(config) || isLikelyMovie(config);
}

/** Whether the variables have the hints of JSON2Video's editor. */
function hasHints({ variables }: JsonObject): boolean {
  return isJsonObject(variables) && Object.keys(variables).some((name) => /^[?@]/.test(name));
}

/** Fields and types of elements that only a video config has. */
const OWN_FIELDS = [
  'accept-damaged',
  'animate-in',
  'animate-out',
  'audio-track',
  'corner-radius',
].concat(...['ducking', 'keyframes', 'words']);
const OWN_HTML_FIELDS = ['css', 'pixel-ratio'];
const OWN_TYPES: ReadonlySet<unknown> = new Set(['group', 'shape']);

/** The place of the first thing in a movie that only a video config has, or null. */
export function mixtureIn({ scenes, elements }: JsonObject): string | null {
  const lists = [
    { inside: elements, at: '' },
    ...listed(scenes).map(({ elements: inside }, index) => ({ inside, at: `/scenes/${index}` })),
  ];
  for (const { inside, at } of lists) {
    const index = (Array.isArray(inside) ? inside : []).findIndex(
      (element: unknown) => isJsonObject(element) && isOwn(element),
    );
    if (index !== -1) return `${at}/elements/${index}`;
  }
  return null;
}

function isOwn(element: JsonObject): boolean {
  const names = namesOf(element);
  const own = element['type'] === 'html' ? [...OWN_FIELDS, ...OWN_HTML_FIELDS] : OWN_FIELDS;
  return OWN_TYPES.has(element['type']) || own.some((name) => names.has(name));
}

const PRESET = /^(top|center|bottom)-(left|center|right)$/;
const OFF_THE_EDGES =
  'If this is a JSON2Video movie, set "format": "json2video". A picture with this position is then 5% off the edges.';

/** Pictures with a position in the order of JSON2Video, where presets stand off the edges. */
export function movieDoubts({ scenes, elements }: JsonObject): readonly Issue[] {
  const lists = [
    ...listed(scenes).map(({ elements: inside }, index) => ({ inside, at: `/scenes/${index}` })),
    { inside: elements, at: '' },
  ];
  for (const { inside, at } of lists) {
    if (!Array.isArray(inside)) continue;
    const index = inside.findIndex((element) => isJsonObject(element) && hasPreset(element));
    if (index !== -1)
      return [{ pointer: `${at}/elements/${index}/position`, message: OFF_THE_EDGES }];
  }
  return [];
}

function hasPreset({ type, position, width, height }: JsonObject): boolean {
  const isSized = width !== undefined || height !== undefined;
  return (type === 'image' || type === 'video') && isSized && PRESET.test(String(position));
}

function isMovieScene(scene: JsonObject): boolean {
  const { cache, transition, elements } = scene;
  if (cache !== undefined || (isJsonObject(transition) && 'type' in transition)) return true;
  const background = scene['background-color'] ?? scene['background_color'];
  if (background === 'transparent') return true;
  return listed(elements).some(isMovieElement);
}

function isMovieElement(element: JsonObject): boolean {
  const names = namesOf(element);
  const { type, component, loop, width, height, position, settings, model, scale } = element;
  const { src, mask } = element;
  return (
    TYPES.has(type) ||
    (type === 'component' && NUMBERED.test(String(component))) ||
    ELEMENT_FIELDS.some((name) => names.has(name)) ||
    typeof loop === 'number' ||
    [width, height].includes(-1) ||
    ['center-center', 'custom'].includes(position as string) ||
    (typeof src === 'string' && OWN_FILES.test(src)) ||
    typeof mask === 'string' ||
    (isJsonObject(scale) && ('width' in scale || 'height' in scale)) ||
    (typeof model === 'string' && SPEECH_MODELS.test(model)) ||
    (type === 'html' && HTML_FIELDS.some((name) => names.has(name))) ||
    (type === 'text' && isMovieText(names, settings)) ||
    (type === 'subtitles' && isMovieSubtitles(names, settings))
  );
}

function isMovieText(names: ReadonlySet<string>, settings: unknown): boolean {
  const isStyled =
    names.has('style') || ['font-size', 'font-color'].some((name) => names.has(name));
  if (isStyled || !isJsonObject(settings)) return isStyled;
  const inside = namesOf(settings);
  return TEXT_SETTINGS.some((name) => inside.has(name));
}

function isMovieSubtitles(names: ReadonlySet<string>, settings: unknown): boolean {
  if (['model', 'start', 'duration'].some((name) => names.has(name))) return true;
  return isJsonObject(settings) && POINTS.has(settings['position']);
}

function listed(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function namesOf(object: JsonObject): ReadonlySet<string> {
  return new Set(Object.keys(object).map((name) => name.replaceAll('_', '-')));
}
