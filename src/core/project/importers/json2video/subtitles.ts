import { readCaptionSource } from '../../../captions/read/read-caption-source.js';
import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { CAPTION_STYLES } from '../../types/index.js';
import { cssPixels, numberOf } from '../css.js';
import type { Members } from '../members.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import { OwnObject } from '../own-object.js';
import {
  colorIn,
  flagOf,
  isEmptyList,
  nameIn,
  noteUnread,
  numberIn,
  plainName,
  quoted,
} from './fields.js';
import type { Movie } from './movie.js';
import { weightOf } from './text-settings.js';
import { MovieMembers } from './movie-members.js';

/** Ranges of captions here. */
const FONT_SIZE = { min: 6, max: 300 };
const EDGE_SIZES = { min: 0, max: 20 };
/** The size of the letters without a setting, as a share of the shorter side. */
const DEFAULT_SIZE = 0.1;
const DEFAULTS = { style: 'classic', words: 4, 'word-color': '#FFFF00' } as const;
const WORDS = { min: 1, max: 20, isWhole: true };
const COLORS = ['word-color', 'line-color', 'box-color', 'outline-color', 'shadow-color'] as const;
/** The gap at the edges of the movie, in percent. */
const GAP = 5;
/** The least half of the width of captions around a point, as a share of the movie. */
const LEAST_HALF = 0.25;
const PLACE =
  /^(?:(?:top|center|bottom)-(?:left|center|right)|(?:left|center|right)-(?:top|center|bottom)|center)$/;
/** A side alone is the middle of it. */
const SIDES: Readonly<Record<string, string>> = {
  ...{ top: 'top-center', bottom: 'bottom-center', middle: 'center' },
  ...{ left: 'center-left', right: 'center-right' },
};
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
  if (given !== undefined && !isJsonObject(given) && !isEmptyList(given))
    report.note(
      element.at('settings'),
      'Expected "settings" to be an object, so it has no effect.',
    );
  const look = new MovieMembers(isJsonObject(given) ? given : {}, element.at('settings'));
  own.setObject('settings', translateLook(look, movie));
  noteUnread(element, 'subtitles', own, report);
  return own;
}

/** A text without times can't be captions. The words are then heard. */
function setCaptions(element: Members, own: OwnObject, report: Movie['report']): void {
  const captions = element.get('captions');
  if (captions === undefined) return;
  const at = element.at('captions');
  const isText = typeof captions === 'string' && !/^\s*(https?:|asset:)/i.test(captions);
  const read = isText ? readCaptionSource(captions) : null;
  if (read !== null && 'problem' in read)
    report.note(at, `The captions are left out. ${read.problem}`);
  else own.set('captions', captions, at);
}

function translateLook(given: Members, movie: Movie): OwnObject {
  const { report } = movie;
  const own = new OwnObject(given.pointer);
  const style = nameIn(given, 'style', CAPTION_STYLES, report) ?? DEFAULTS.style;
  own.set('style', style, given.at('style'));
  const words = numberIn(given, 'max-words-per-line', WORDS, report) ?? DEFAULTS.words;
  own.set('max-words-per-line', words, given.at('max-words-per-line'));
  own.set('word-color', DEFAULTS['word-color']);
  for (const name of COLORS) own.set(name, colorIn(given, name, report), given.at(name));
  setCapitals(given, own, report);
  setWords(given, own, report);
  setSize(given, own, movie);
  setFont(given, own, movie);
  const weight = given.get('font-weight');
  if (weight !== undefined)
    own.set('font-weight', weightOf(weight, given.at('font-weight'), movie) ?? undefined);
  for (const name of ['outline-width', 'shadow-offset']) setEdge(given, own, name, movie);
  setPosition(given, own, movie);
  noteUnread(given, 'caption-settings', own, report);
  return own;
}

/** Words that are marked, or replaced. What is neither a list nor an object, as it should be, has no effect. */
function setWords(given: Members, own: OwnObject, report: Movie['report']): void {
  const keywords = given.get('keywords');
  const words = typeof keywords === 'string' ? keywords.split(',') : keywords;
  if (Array.isArray(words)) {
    const marked = words.map((word) => asWritten(word).trim()).filter((word) => word !== '');
    own.set('keywords', marked.length === 0 ? undefined : marked, given.at('keywords'));
  } else if (words !== undefined)
    report.note(given.at('keywords'), 'Expected "keywords" to be a list, so it has no effect.');
  const replace = given.get('replace');
  if (isJsonObject(replace)) own.set('replace', replace, given.at('replace'));
  else if (replace !== undefined && !isEmptyList(replace))
    report.note(given.at('replace'), 'Expected "replace" to be an object, so it has no effect.');
}

function setCapitals(given: Members, own: OwnObject, report: Movie['report']): void {
  const value = given.get('all-caps');
  const flag = flagOf(value);
  const at = given.at('all-caps');
  if (value !== undefined && flag === null)
    report.note(at, `${quoted(value)} is not true or false, so "all-caps" has no effect.`);
  own.set('all-caps', flag ?? undefined, at);
}

function setSize(given: Members, own: OwnObject, { frame, report }: Movie): void {
  const at = given.at('font-size');
  const value = given.get('font-size');
  const pixels = cssPixels(value, { frame });
  if (value !== undefined && pixels === null)
    report.note(at, `${quoted(value)} is no size, so the letters have the default.`);
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
  if (typeof name !== 'string') {
    if (name !== undefined)
      report.note(at, `${quoted(name)} is no font, so "font-family" has no effect.`);
    return;
  }
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
function setEdge(given: Members, own: OwnObject, name: string, { frame, report }: Movie): void {
  const value = given.get(name);
  if (value === undefined) return;
  const pixels = cssPixels(value, { frame });
  if (pixels === null)
    return report.note(given.at(name), `${quoted(value)} is no size, so "${name}" has no effect.`);
  if (pixels < 0) return;
  const nearest = Math.min(EDGE_SIZES.max, pixels);
  if (nearest !== pixels)
    report.note(given.at(name), `"${name}" is ${nearest} pixels, the most that is possible.`);
  own.set(name, nearest, given.at(name));
}

/** `mid-...` is in the middle of the upper or the lower half, and `custom` around a point. */
function setPosition(given: Members, own: OwnObject, movie: Movie): void {
  const { report } = movie;
  const position = positionIn(given, report);
  const at = given.at('position');
  const point = { x: numberOf(given.get('x')) ?? 0, y: numberOf(given.get('y')) ?? 0 };
  if (position === 'custom') return setPoint(given, own, point, movie);
  if (point.x !== 0 || point.y !== 0)
    report.note(
      given.at(point.y !== 0 ? 'y' : 'x'),
      'Without the position "custom", "x" and "y" have no effect.',
    );
  const [, half, across = 'center'] = MID.exec(position ?? '') ?? [];
  if (half === undefined) return void own.set('position', position ?? undefined, at);
  own.set('position', across === 'center' ? 'center' : `${across}-center`, at);
  const margins = half === 'top' ? { top: GAP, bottom: 50 } : { top: 50, bottom: GAP };
  own.set('safe-area', { ...margins, left: GAP, right: GAP }, at);
}

/** The position in the words of JSON2Video, and null, with a note, for what is none. */
function positionIn(given: Members, report: Movie['report']): string | null {
  const value = given.get('position');
  if (value === undefined) return null;
  const written = plainName(value);
  const name = SIDES[written] ?? written;
  if (name === 'custom' || MID.test(name) || PLACE.test(name)) return name;
  report.note(
    given.at('position'),
    `The position ${quoted(value)} is unknown, so the captions are at the bottom.`,
  );
  return null;
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
