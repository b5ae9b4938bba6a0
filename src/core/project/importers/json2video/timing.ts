import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { numberOf } from '../css.js';

const SHOWN = ['id', 'comment', 'start', 'fade-in', 'fade-out', 'extra-time'];
const LAYERS = { min: -1000, max: 1000 };

/** Sounds and videos have a length of their own. */
const hasOwnLength = (type: string) => ['audio', 'video', 'voice'].includes(type);

/**
 * Starts an element with what all elements have. What has no length of its own lasts as long as its scene, which -1 and
 * no duration mean there.
 */
export function translateCommon(type: string, element: Members, report: Report): OwnObject {
  const own = new OwnObject(element.pointer).set('type', type);
  element.get('cache');
  for (const name of SHOWN) {
    const value = element.get(name);
    const isTime = !['id', 'comment'].includes(name);
    if (isTime && (numberOf(value) ?? 1) < 0) {
      report.note(element.at(name), `"${name}" is 0, because it can't be negative.`);
    } else own.set(name, isTime ? value : asText(value), element.at(name));
  }
  const duration = element.get('duration');
  const isNatural = duration === undefined || numberOf(duration) === -1;
  const isEmpty = numberOf(duration) === 0;
  if (isEmpty) report.note(element.at('duration'), 'A duration of 0 is taken as no duration.');
  if (!isNatural && !isEmpty) own.set('duration', duration, element.at('duration'));
  else own.set('duration', hasOwnLength(type) ? -1 : -2, element.at('duration'));
  const layer = numberOf(element.get('z-index'));
  if (layer !== null) {
    const whole = Math.min(LAYERS.max, Math.max(LAYERS.min, Math.round(layer)));
    if (whole !== 0 && !['audio', 'voice', 'subtitles'].includes(type))
      own.set('z-index', whole, element.at('z-index'));
  }
  return own;
}

/** IDs and comments are texts with a limit, and never change the video. */
function asText(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
