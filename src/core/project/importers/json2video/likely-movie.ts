import { isJsonObject, type JsonObject } from '../../../util/json-object.js';

/** What movies and video configs have both. Anything else is only of a video config, or of nothing. */
const SHARED: Readonly<Record<'root' | 'scene' | 'element', ReadonlySet<string>>> = {
  root: new Set([
    ...['resolution', 'width', 'height', 'fps', 'quality', 'draft', 'comment', 'client-data'],
    ...['variables', 'scenes', 'elements'],
  ]),
  scene: new Set([
    ...['id', 'comment', 'background-color', 'duration', 'transition', 'elements', 'condition'],
    ...['variables', 'iterate', 'iterate-as'],
  ]),
  element: new Set([
    ...['type', 'id', 'comment', 'condition', 'variables', 'src', 'start', 'duration', 'text'],
    ...['fade-in', 'fade-out', 'extra-time', 'z-index', 'x', 'y', 'width', 'height', 'position'],
    ...['resize', 'correction', 'chroma-key', 'zoom', 'pan', 'pan-distance', 'rotate', 'seek'],
    ...['loop', 'volume', 'settings', 'voice', 'language', 'captions', 'html'],
  ]),
};
/** Names of voices of Azure, such as `en-US-JennyNeural`. */
const AZURE = /^[a-z]{2,3}-[A-Z]{2}-\w+Neural$/;
/** A position of captions in the order of JSON2Video. */
const DOWN_FIRST = /^(?:top|bottom)-(?:left|center|right)$/;
/** How many signs make a movie. One can be chance. */
const ENOUGH = 2;

type Members = readonly [names: ReadonlySet<string>, object: JsonObject];

/**
 * Whether a config that could be either is rather a movie: it has nothing that only a video config has, and says several things
 * that JSON2Video needs to be told, and a video config does not.
 */
export function isLikelyMovie(config: JsonObject): boolean {
  const scenes = objectsIn(config['scenes']);
  const elements = [config, ...scenes].flatMap((parent) => objectsIn(parent['elements']));
  const members = (object: JsonObject): Members => [namesIn(object), object];
  const isShared = ([names]: Members, kind: keyof typeof SHARED) =>
    [...names].every((name) => SHARED[kind].has(name));
  const all = elements.map(members);
  if (!isShared(members(config), 'root')) return false;
  if (!scenes.every((scene) => isShared(members(scene), 'scene'))) return false;
  if (!all.every((element) => isShared(element, 'element'))) return false;
  const signs = [
    config['resolution'] === 'custom' && 'width' in config && 'height' in config,
    scenes[0]?.['transition'] !== undefined,
    scenes.some(({ duration }) => Number(duration) === -1),
    elements.some(({ resize }) => resize === 'cover'),
    elements.some(isNaturalLength),
    elements.some(({ type, settings }) => type === 'subtitles' && isDownFirst(settings)),
    elements.some(({ voice }) => typeof voice === 'string' && AZURE.test(voice)),
  ];
  return signs.filter(Boolean).length >= ENOUGH;
}

const isDownFirst = (settings: unknown) =>
  isJsonObject(settings) && DOWN_FIRST.test(String(settings['position']));

/** The length that an element has anyway. */
function isNaturalLength({ type, duration }: JsonObject): boolean {
  const isPlayed = ['audio', 'video', 'voice'].includes(String(type));
  return duration !== undefined && Number(duration) === (isPlayed ? -1 : -2);
}

const objectsIn = (list: unknown): JsonObject[] =>
  Array.isArray(list) ? list.filter(isJsonObject) : [];

const namesIn = (object: JsonObject): ReadonlySet<string> =>
  new Set(Object.keys(object).map((name) => name.replaceAll('_', '-')));
