import { readCssColor } from '../../plain-values/css-color.js';
import { asWritten } from '../as-written.js';
import { numberOf } from '../css.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { areaOf } from './area.js';
import { noteUnread } from './fields.js';
import { rotationOf, translateMask } from './media.js';
import type { Movie } from './movie.js';
import { pixelsOf, presetOf } from './placement.js';
import { translateCommon } from './timing.js';

const AMPLITUDE = { min: 0, max: 10 };
/** Without an amplitude. At this one, our waveform fills its box. */
const DEFAULT_AMPLITUDE = 5;
/** Points of the wave, and how much sound it shows at once: close to the waves of a moment. */
const LOOK = { style: 'wave', bars: 120, span: 1 };
/** What pictures have, and waveforms have not. */
const WITHOUT_EFFECT = [
  'chroma-key',
  'correction',
  'crop',
  'flip-horizontal',
  'flip-vertical',
].concat(...['pan', 'pan-crop', 'pan-distance', 'resize', 'zoom']);

/** An audiogram, which shows what is heard, as a waveform. */
export function translateAudiogram(element: Members, movie: Movie): OwnObject[] {
  const { report } = movie;
  const own = translateCommon('waveform', element, report);
  for (const [name, value] of Object.entries(LOOK)) own.set(name, value, element.pointer);
  const { x, y, width, height } = boxOf(element, movie);
  for (const [name, value] of Object.entries({ x, y, width, height }))
    own.set(name, value, element.at(name));
  const given = element.get('color');
  const color = given === undefined ? null : readCssColor(asWritten(given));
  if (given !== undefined && color === null)
    report.note(element.at('color'), '"color" is no color, so the waveform is white.');
  own.set('color', color ?? '#FFFFFF', element.at('color'));
  own.set('amplitude', amplitudeOf(element, movie), element.at('amplitude'));
  own.set('rotate', rotationOf(element), element.at('rotate'));
  translateMask(element, own);
  for (const name of WITHOUT_EFFECT)
    if (element.get(name) !== undefined)
      report.note(element.at(name), `"${name}" has no effect on a waveform, and is left out.`);
  noteUnread(element, 'waveform', own, report);
  report.note(
    element.pointer,
    'The audiogram is approximated by a waveform. At the amplitude 5, its loudest moment is as high as its box.',
  );
  return [own];
}

/** Without a preset, an audiogram without a size is as large as the movie, wherever it begins. */
function boxOf(element: Members, movie: Movie) {
  if (presetOf(element, movie) !== null) return areaOf(element, movie);
  return {
    x: pixelsOf(element, 'x', movie) ?? 0,
    y: pixelsOf(element, 'y', movie) ?? 0,
    width: pixelsOf(element, 'width', movie) ?? movie.frame.width,
    height: pixelsOf(element, 'height', movie) ?? movie.frame.height,
  };
}

function amplitudeOf(element: Members, { report }: Movie): number {
  const given = numberOf(element.get('amplitude')) ?? DEFAULT_AMPLITUDE;
  const nearest = Math.min(AMPLITUDE.max, Math.max(AMPLITUDE.min, given));
  if (nearest !== given)
    report.note(
      element.at('amplitude'),
      `"amplitude" is ${nearest} instead of ${given}, which is out of range.`,
    );
  return nearest / DEFAULT_AMPLITUDE;
}
