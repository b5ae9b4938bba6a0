import { readCaptionSource } from '../../../captions/read/read-caption-source.js';
import { isJsonObject } from '../../../util/json-object.js';
import { cssPixels, numberOf } from '../css.js';
import { Members } from '../members.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import { OwnObject } from '../own-object.js';
import { noteUnread } from './fields.js';
import type { Movie } from './movie.js';

/** Ranges of captions here. */
const FONT_SIZE = { min: 6, max: 300 };
const EDGE_SIZES = { min: 0, max: 20 };
/** The size of the letters without a setting, as a share of the shorter side. */
const DEFAULT_SIZE = 0.1;
const DEFAULTS = { style: 'classic', 'max-words-per-line': 4, 'word-color': '#FFFF00' };
/** The gap at the edges of the movie, in percent. */
const GAP = 5;
/** The least half of the width of captions around a point, as a share of the movie. */
const LEAST_HALF = 0.25;
const MID = /^mid-(top|bottom)(?:-(left|center|right))?$/;

/** Separates the subtitles elements of a list, which are elements of the whole video here. */
export function separateSubtitles(elements: readonly Members[]): {
  others: Members[];
  subtitles: Members[];
} {
  const isSubtitles = (element: Members) => element.get('type') === 'subtitles';
  return {
    others: elements.filter((element) => !isSubtitles(element)),
    subtitles: elements.filter(isSubtitles),
  };
}

/**
 * Translates the captions of a movie, which JSON2Video documents as one element of the movie. Others, and those in scenes,
 * are noted.
 */
export function translateSubtitles(
  ofMovie: readonly Members[],
  ofScenes: readonly Members[],
  movie: Movie,
): OwnObject | null {
  const [first, ...others] = [...ofMovie, ...ofScenes];
  if (first === undefined) return null;
  for (const { pointer } of others)
    movie.report.note(
      pointer,
      'A video has one subtitles element for all scenes, so this one is left out.',
    );
  if (ofMovie.length === 0)
    movie.report.note(
      first.pointer,
      'A subtitles element is for all scenes, not only for its own.',
    );
  return translateElement(first, movie);
}

function translateElement(element: Members, movie: Movie): OwnObject {
  const { report } = movie;
  const own = new OwnObject(element.pointer).set('type', 'subtitles', element.at('type'));
  for (const name of ['cache', 'id', 'comment', 'z-index']) element.get(name);
  for (const name of ['start', 'duration', 'fade-in', 'fade-out', 'extra-time']) {
    const value = numberOf(element.get(name)) ?? 0;
    if (value > 0)
      report.note(
        element.at(name),
        `Captions are shown when their words are spoken, so "${name}" has no effect.`,
      );
  }
  const model = element.get('model');
  if (model !== undefined && !['default', 'whisper', ''].includes(model as string))
    report.note(element.at('model'), 'The operator of the service chooses the recognition model.');
  own.set('language', element.get('language'), element.at('language'));
  setCaptions(element, own, report);
  const given = element.get('settings');
  if (given !== undefined && !isJsonObject(given))
    own.set('settings', given, element.at('settings'));
  else
    own.setObject(
      'settings',
      translateLook(new Members(given ?? {}, element.at('settings')), movie),
    );
  noteUnread(element, 'subtitles', own, report);
  return own;
}

/** A text without times can't be captions. The words are then heard. */
function setCaptions(element: Members, own: OwnObject, report: Movie['report']): void {
  const captions = element.get('captions');
  if (captions === undefined || captions === '') return;
  const at = element.at('captions');
  const isText = typeof captions === 'string' && !/^\s*(https?:|asset:)/i.test(captions);
  const read = isText && /\s/.test(captions.trim()) ? readCaptionSource(captions) : null;
  if (read !== null && 'problem' in read)
    report.note(at, `The captions are left out. ${read.problem}`);
  else own.set('captions', captions, at);
}

function translateLook(given: Members, movie: Movie): OwnObject {
  const { report } = movie;
  const own = new OwnObject(given.pointer);
  for (const [name, value] of Object.entries(DEFAULTS))
    own.set(name, given.get(name) ?? value, given.at(name));
  setSize(given, own, movie);
  setFont(given, own, movie);
  for (const name of ['outline-width', 'shadow-offset']) setEdge(given, own, name, movie);
  setPosition(given, own, movie);
  noteUnread(given, 'caption-settings', own, report);
  return own;
}

function setSize(given: Members, own: OwnObject, { frame, report }: Movie): void {
  const at = given.at('font-size');
  const value = given.get('font-size');
  const pixels = cssPixels(value, { frame });
  if (value !== undefined && pixels === null) return void own.set('font-size', value, at);
  // Old movies say 0 for the default.
  const wanted =
    pixels === null || pixels <= 0 ? DEFAULT_SIZE * Math.min(frame.width, frame.height) : pixels;
  const size = Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, wanted));
  if (size !== wanted)
    report.note(at, `"font-size" is ${size} pixels, the nearest size that is possible.`);
  own.set('font-size', Number(size.toFixed(2)), at);
}

function setFont(given: Members, own: OwnObject, { options, report }: Movie): void {
  const name = given.get('font-family');
  const at = given.at('font-family');
  const url = given.get('font-url');
  if (url !== undefined && url !== '') {
    // The font of the address is used, whatever its family is called.
    own.set('font-url', url, given.at('font-url'));
    return;
  }
  if (typeof name !== 'string' || name === '') return void own.set('font-family', name, at);
  const match = nearestFamily(name, options);
  if (match === null) return;
  if (!match.isSame)
    report.note(
      at,
      `The font "${name.slice(0, 60)}" is not installed, so the captions have "${match.family}".`,
    );
  own.set('font-family', match.family, at);
  if (match.weight !== null && !given.has('font-weight')) own.set('font-weight', match.weight, at);
}

/** A negative width is the default. */
function setEdge(given: Members, own: OwnObject, name: string, { report }: Movie): void {
  const value = given.get(name);
  const pixels = numberOf(value);
  if (pixels === null) return void own.set(name, value, given.at(name));
  if (pixels < 0) return;
  const nearest = Math.min(EDGE_SIZES.max, pixels);
  if (nearest !== pixels)
    report.note(given.at(name), `"${name}" is ${nearest} pixels, the most that is possible.`);
  own.set(name, nearest, given.at(name));
}

/** `mid-...` is in the middle of the upper or the lower half, and `custom` around a point. */
function setPosition(given: Members, own: OwnObject, movie: Movie): void {
  const { report } = movie;
  const position = given.get('position');
  const at = given.at('position');
  const point = { x: numberOf(given.get('x')) ?? 0, y: numberOf(given.get('y')) ?? 0 };
  if (position === 'custom') return setPoint(given, own, point, movie);
  if (point.x !== 0 || point.y !== 0)
    report.note(
      given.at(point.y !== 0 ? 'y' : 'x'),
      'Without the position "custom", "x" and "y" have no effect.',
    );
  const [, half, across = 'center'] =
    (typeof position === 'string' ? MID.exec(position) : null) ?? [];
  if (half === undefined)
    return void own.set('position', position === '' ? undefined : position, at);
  own.set('position', across === 'center' ? 'center' : `${across}-center`, at);
  const margins = half === 'top' ? { top: GAP, bottom: 50 } : { top: 50, bottom: GAP };
  own.set('safe-area', { ...margins, left: GAP, right: GAP }, at);
}

/** Captions around a point: as wide as the nearer edge of the movie allows. */
function setPoint(
  given: Members,
  own: OwnObject,
  { x, y }: { readonly x: number; readonly y: number },
  { frame, report }: Movie,
): void {
  const at = given.at('position');
  report.note(at, 'The captions are centered on "x" and "y". Without "x", they are in the middle.');
  const around = (center: number, side: number, least: number) => {
    const share = Math.min(1, Math.max(0, center / side));
    const half = Math.max(least, Math.min(share, 1 - share));
    const before = Math.min(75, Math.max(0, 100 * (share - half)));
    return { before, after: Math.min(75, Math.max(0, 100 * (1 - share - half))) };
  };
  const across = x === 0 ? { before: GAP, after: GAP } : around(x, frame.width, LEAST_HALF);
  const down = around(y, frame.height, 0.1);
  const rounded = (percent: number) => Number(percent.toFixed(3));
  own.set('position', 'center', at);
  own.set(
    'safe-area',
    {
      ...{ top: rounded(down.before), bottom: rounded(down.after) },
      ...{ left: rounded(across.before), right: rounded(across.after) },
    },
    at,
  );
}
