import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { numberOf } from '../css.js';
import { isJsonObject } from '../../../util/json-object.js';
import { quoted } from './fields.js';

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
  const missing = hasOwnLength(type) ? -1 : -2;
  own.set('duration', lengthIn(element, report) ?? missing, element.at('duration'));
  const layer = numberOf(element.get('z-index'));
  if (layer !== null) {
    const whole = Math.min(LAYERS.max, Math.max(LAYERS.min, Math.round(layer)));
    if (whole !== 0 && !['audio', 'voice', 'subtitles'].includes(type))
      own.set('z-index', whole, element.at('z-index'));
  }
  return own;
}

/**
 * The length that an element or a scene sets: seconds, or -2 for that of its container. Null if it has its own length, as -1
 * says, with a note for what is no length.
 */
export function lengthIn(given: Members, report: Report): number | object | null {
  const duration = given.get('duration');
  if (isJsonObject(duration)) return duration;
  const seconds = numberOf(duration);
  if (duration === undefined || seconds === -1) return null;
  if (seconds !== null && (seconds > 0 || seconds === -2)) return seconds;
  const message = `${quoted(duration)} is no length, so "duration" has no effect.`;
  report.note(given.at('duration'), message);
  return null;
}

/** IDs and comments are texts with a limit, and never change the video. */
function asText(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 100) : undefined;
}
