import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { PAN_DIRECTIONS } from '../../types/index.js';
import { numberOf } from '../css.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { flagOf, noteUnread, numberIn, plainName, quoted } from './fields.js';
import type { Movie } from './movie.js';
import { placePicture } from './placement.js';
import { translateCommon } from './timing.js';
import { MovieMembers } from './movie-members.js';

const GENERATED = 'Media cannot be generated. Set "src" to the address of a file.';
const ZOOM = { min: -10, max: 10 };
const PAN_DISTANCE = { min: 0.01, max: 0.5 };
const CORRECTION = {
  brightness: { min: -1, max: 1 },
  contrast: { min: 0, max: 4 },
  gamma: { min: 0.1, max: 10 },
  saturation: { min: 0, max: 4 },
};
const PITCH = { min: -12, max: 12 };
const SPEED = { min: 0.25, max: 4 };
/** Of 100, when a chroma key has no tolerance. */
const DEFAULT_TOLERANCE = 25;
const TOLERANCE = { min: 1, max: 100 };
const VOLUME = { min: 0, max: 10 };

/** A picture or a video. */
export function translatePicture(
  type: 'image' | 'video',
  element: Members,
  movie: Movie,
): OwnObject[] {
  const { report } = movie;
  const own = translateCommon(type, element, report);
  translateSource(element, own, movie);
  placePicture(element, own, movie);
  translatePictureLook(element, own, movie);
  if (type === 'video') translatePlayback(element, own, movie);
  else if (element.get('volume') !== undefined && numberOf(element.get('volume')) !== 0)
    report.note(element.at('volume'), 'A picture has no sound, so "volume" has no effect.');
  noteUnread(element, type, own, report);
  return [own];
}

/** How the picture of an element moves, and what it looks like. */
export function translatePictureLook(element: Members, own: OwnObject, movie: Movie): void {
  translateView(element, own, movie);
  translateLook(element, own, movie);
}

export function translateAudio(element: Members, movie: Movie): OwnObject[] {
  const own = translateCommon('audio', element, movie.report);
  translateSource(element, own, movie);
  translatePlayback(element, own, movie);
  // A sound that nobody hears is not searched for words either.
  if (own.get('volume') === 0 && flagOf(element.get('muted')) === true)
    own.set('speech', false, element.at('muted'));
  noteUnread(element, 'audio', own, movie.report);
  return [own];
}

/** A text that a voice speaks. Providers are called models there. */
export function translateVoice(element: Members, { report }: Movie): OwnObject[] {
  const own = translateCommon('voice', element, report);
  const model = element.get('model');
  if (typeof model === 'string') {
    const [provider, ...rest] = model.split('-');
    own.set('provider', provider, element.at('model'));
    // The engine calls `elevenlabs-flash-v2-5` `eleven_flash_v2_5`.
    const name = provider === 'elevenlabs' ? ['eleven', ...rest].join('_') : rest.join('-');
    if (rest.length > 0) own.set('model', name, element.at('model'));
  }
  const voice = element.get('voice');
  own.set('voice', voice, element.at('voice'));
  const [language] = /^[a-z]{2,3}-[A-Z]{2}(?=-)/.exec(String(voice)) ?? [];
  own.set('language', language, element.at('voice'));
  own.set('volume', numberIn(element, 'volume', VOLUME, report), element.at('volume'));
  if (isSet(element, 'muted', report)) own.set('volume', 0, element.at('muted'));
  own.set('speed', numberIn(element, 'speed', SPEED, report), element.at('speed'));
  own.set('pitch', numberIn(element, 'pitch', PITCH, report), element.at('pitch'));
  noteUnread(element, 'voice', own, report);
  return [own];
}

function translateSource(element: Members, own: OwnObject, { report }: Movie): void {
  const src = element.get('src');
  const prompt = element.get('prompt');
  if (prompt !== undefined && prompt !== '' && (src === undefined || src === '')) {
    report.refuse(element.at('prompt'), GENERATED);
    own.set('src', 'https://generated.invalid/');
  } else own.set('src', src, element.at('src'));
  for (const name of ['model', 'model-settings', 'connection', 'aspect-ratio']) {
    if (element.get(name) === undefined || prompt !== undefined) continue;
    report.note(element.at(name), `"${name}" has no effect beside "src".`);
  }
}

function translatePlayback(element: Members, own: OwnObject, { report }: Movie): void {
  own.set('seek', element.get('seek'), element.at('seek'));
  own.set('volume', numberIn(element, 'volume', VOLUME, report), element.at('volume'));
  if (isSet(element, 'muted', report)) own.set('volume', 0, element.at('muted'));
  translateLoop(element, own, report);
}

/** Whether a flag is set. One that is neither true nor false is noted. */
function isSet(element: Members, name: string, report: Movie['report']): boolean {
  const value = element.get(name);
  const flag = flagOf(value);
  if (value !== undefined && flag === null)
    report.note(
      element.at(name),
      `${quoted(value)} is not true or false, so "${name}" has no effect.`,
    );
  return flag === true;
}

/** -1 repeats without end, 0 and 1 play once. Other numbers end with the duration of the element. */
function translateLoop(element: Members, own: OwnObject, report: Movie['report']): void {
  const loop = element.get('loop');
  const times = typeof loop === 'boolean' ? null : numberOf(loop);
  if (times === null) {
    if (isSet(element, 'loop', report)) own.set('loop', true, element.at('loop'));
    return;
  }
  const hasEnd = numberOf(own.get('duration')) !== -1;
  if (times === -1 || (times > 1 && hasEnd)) own.set('loop', true, element.at('loop'));
  if (times <= 1) return;
  const message = hasEnd
    ? `The source repeats until the element ends, instead of ${times} times.`
    : `The source plays once instead of ${times} times. Set a "duration", and it repeats until then.`;
  report.note(element.at('loop'), message);
}

/** The movement of the view, and the rotation. */
function translateView(element: Members, own: OwnObject, { report }: Movie): void {
  own.set('zoom', numberIn(element, 'zoom', ZOOM, report), element.at('zoom'));
  const pan = element.get('pan');
  const distance = numberIn(element, 'pan-distance', PAN_DISTANCE, report);
  const direction = plainName(pan);
  const isKnown = (PAN_DIRECTIONS as readonly unknown[]).includes(direction);
  if (isKnown) {
    own.set('pan', direction, element.at('pan'));
    own.set('pan-distance', distance, element.at('pan-distance'));
  } else if (pan !== undefined && direction !== 'none') {
    report.note(
      element.at('pan'),
      `The direction ${quoted(pan)} is unknown, so the view does not pan.`,
    );
  }
  if (flagOf(element.get('pan-crop')) === false)
    report.note(element.at('pan-crop'), 'A picture with "pan" always fills its box.');
  own.set('rotate', rotationOf(element), element.at('rotate'));
}

/** `speed` is how long the angle takes there, and degrees per second here. */
export function rotationOf(element: Members): unknown {
  const given = element.get('rotate');
  if (!isJsonObject(given)) return given;
  const angle = numberOf(given['angle'] || 0);
  const seconds = numberOf(given['speed'] || 0);
  if (angle === null || seconds === null) return given;
  if (seconds === 0) return angle;
  return { angle: 0, speed: Math.min(3600, Math.max(-3600, angle / Math.abs(seconds))) };
}

function translateLook(element: Members, own: OwnObject, { report }: Movie): void {
  const across = isSet(element, 'flip-horizontal', report);
  const down = isSet(element, 'flip-vertical', report);
  if (across || down) {
    const flip = across && down ? 'both' : across ? 'horizontal' : 'vertical';
    own.set('flip', flip, element.at(across ? 'flip-horizontal' : 'flip-vertical'));
  }
  translateChromaKey(element, own, report);
  const correction = element.get('correction');
  if (isJsonObject(correction)) {
    const members = new MovieMembers(correction, element.at('correction'));
    const corrected = new OwnObject(members.pointer);
    for (const [name, range] of Object.entries(CORRECTION))
      corrected.set(name, numberIn(members, name, range, report), members.at(name));
    noteUnread(members, 'correction', corrected, report);
    own.setObject('correction', corrected);
  } else own.set('correction', correction, element.at('correction'));
  translateMask(element, own);
}

/** The range of JSON2Video is 1 to 100. */
function translateChromaKey(element: Members, own: OwnObject, report: Movie['report']): void {
  const given = element.get('chroma-key');
  if (!isJsonObject(given)) return void own.set('chroma-key', given, element.at('chroma-key'));
  const members = new MovieMembers(given, element.at('chroma-key'));
  const key = new OwnObject(members.pointer);
  const tolerance = numberOf(members.get('tolerance'));
  // A number below 1 is meant as a share.
  const isShare = tolerance !== null && tolerance > 0 && tolerance < 1;
  const percent = isShare
    ? 100 * tolerance
    : (numberIn(members, 'tolerance', TOLERANCE, report) ?? DEFAULT_TOLERANCE);
  key.set('tolerance', Number((percent / 100).toFixed(4)), members.at('tolerance'));
  for (const name of members.unreadNames()) key.set(name, members.get(name), members.at(name));
  own.setObject('chroma-key', key);
}

/** White parts of a mask show the element, and black parts hide it. */
export function translateMask(element: Members, own: OwnObject): void {
  const src = element.get('mask');
  if (src === undefined || src === '') return;
  const at = element.at('mask');
  const mask = /\.(mp4|mov|webm|mkv)(\?|$)/i.test(asWritten(src)) ? 'video' : 'image';
  own.set('matte', { type: 'luma', element: { type: mask, src } }, at);
}
