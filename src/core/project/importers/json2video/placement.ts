import { isJsonObject } from '../../../util/json-object.js';
import { cssPixels, numberOf } from '../css.js';
import { nameIn, plainName, quoted } from './fields.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Movie } from './movie.js';
import { MovieMembers } from './movie-members.js';

export type Across = 'left' | 'center' | 'right';
export type Down = 'top' | 'center' | 'bottom';
/** A preset of JSON2Video, which stands off the edges of the movie. */
export interface Preset {
  readonly across: Across;
  readonly down: Down;
}

/** The gap between a preset and the edges of the movie, as a share of its sides. */
export const PRESET_GAP = 0.05;
const SIDES = { width: 8192, height: 8192 } as const;

/** The modes of JSON2Video, and those of a video config. */
const RESIZES = [
  ...(['cover', 'fill', 'fit', 'contain', 'stretch', 'center', 'blur', 'none'] as const),
] as const;

const PRESET = /^(top|center|bottom)-(left|center|right)$/;
const SHORT: Readonly<Record<string, string>> = {
  ...{ center: 'center-center', middle: 'center-center' },
  ...{ top: 'top-center', bottom: 'bottom-center', left: 'center-left', right: 'center-right' },
};

/** The preset of an element, or null if its coordinates count, which is also the default. */
export function presetOf(element: Members, { report }: Movie): Preset | null {
  const given = element.get('position');
  const written = plainName(given);
  if (given === undefined || written === 'custom') return null;
  const name =
    SHORT[written] ?? written.replace(/^(left|center|right)-(top|center|bottom)$/, '$2-$1');
  const [, down, across] = PRESET.exec(name) ?? [];
  if (down === undefined) {
    const at = element.at('position');
    report.note(at, `The position ${quoted(given)} is unknown, so "x" and "y" count.`);
    return null;
  }
  if (name !== written && written !== 'center')
    report.note(element.at('position'), `The position is read as "${name}".`);
  return { across: across as Across, down: down as Down };
}

/** Notes that coordinates have no effect beside a preset, as JSON2Video says. */
export function noteIgnoredCoordinates(element: Members, { report }: Movie): void {
  const given = ['x', 'y'].filter((name) => (numberOf(element.get(name)) ?? 0) !== 0);
  if (given.length === 0) return;
  const names = given.map((name) => `"${name}"`).join(' and ');
  const message = `Without the position "custom", JSON2Video ignores ${names}, and so does this video.`;
  report.note(element.at(given[0]!), message);
}

/** A coordinate or a side in whole pixels; null if it is missing or automatic, and, with a note, for anything else. */
export function pixelsOf(
  element: Members,
  name: 'x' | 'y' | 'width' | 'height',
  { frame, report }: Movie,
): number | null {
  const given = element.get(name);
  if (given === undefined || given === 'auto') return null;
  const isSide = name === 'width' || name === 'height';
  const whole = name === 'x' || name === 'width' ? frame.width : frame.height;
  const pixels = cssPixels(given, { frame, whole });
  if (pixels === null) {
    report.note(element.at(name), `${quoted(given)} is no length, so "${name}" has no effect.`);
    return null;
  }
  if (isSide && pixels <= 0) return null;
  const most = SIDES.width;
  return Math.round(Math.min(most, Math.max(isSide ? 1 : -most, pixels)));
}

/** `scale`, the older form of `width` and `height`: a side that is missing or 0 follows from the other. */
export function scaleOf(
  element: Members,
  movie: Movie,
): { width: number | null; height: number | null } {
  const given = element.get('scale');
  const none = { width: null, height: null };
  if (given === undefined) return none;
  if (!isJsonObject(given)) {
    movie.report.note(
      element.at('scale'),
      '"scale" is an object with "width" and "height". It is left out.',
    );
    return none;
  }
  const scale = new MovieMembers(given, element.at('scale'));
  return { width: pixelsOf(scale, 'width', movie), height: pixelsOf(scale, 'height', movie) };
}

/**
 * Places a picture. Without a size and `resize`, it has its own size. Without a preset, its top left corner is at `x` and
 * `y`, which are 0 by default.
 */
export function placePicture(element: Members, own: OwnObject, movie: Movie): void {
  const scale = scaleOf(element, movie);
  const width = pixelsOf(element, 'width', movie) ?? scale.width;
  const height = pixelsOf(element, 'height', movie) ?? scale.height;
  const resize = nameIn(element, 'resize', RESIZES, movie.report);
  own.set('width', width ?? undefined, element.at(element.has('width') ? 'width' : 'scale'));
  own.set('height', height ?? undefined, element.at(element.has('height') ? 'height' : 'scale'));
  if (resize === undefined) own.set('resize', 'none', element.pointer);
  else {
    // `fit` of JSON2Video also enlarges.
    own.set('resize', resize === 'fit' ? 'contain' : resize, element.at('resize'));
    if (width !== null && height === null) own.set('height', movie.frame.height, element.pointer);
    if (height !== null && width === null) own.set('width', movie.frame.width, element.pointer);
  }
  const preset = presetOf(element, movie);
  if (preset === null) {
    own.set('x', pixelsOf(element, 'x', movie) ?? 0, element.at('x'));
    own.set('y', pixelsOf(element, 'y', movie) ?? 0, element.at('y'));
    return;
  }
  noteIgnoredCoordinates(element, movie);
  own.set('position', `${preset.across}-${preset.down}`, element.at('position'));
  const isCentered = preset.across === 'center' && preset.down === 'center';
  if (!isCentered) own.set('margin', `${100 * PRESET_GAP}%`, element.at('position'));
}
