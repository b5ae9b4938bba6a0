import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { asWritten } from '../as-written.js';
import { type Clip, type ClipTime, secondsOf } from './clip.js';
import type { Edit } from './edit.js';
import {
  colorIn,
  isOpen,
  nameIn,
  noteUnread,
  numberIn,
  numberWithin,
  objectIn,
  rounded,
} from './fields.js';
import { later, setMotion } from './motion.js';
import {
  boxOf,
  editedFrame,
  type Placement,
  placementOf,
  placePicture,
  setBox,
} from './placement.js';
import { isTweened, keyframesOf, tweensIn } from './tweens.js';

const SPEED = { min: 0.25, max: 4 };
const VOLUME = { min: 0, max: 10 };
const HALO = { min: 0, max: 250 };
const FADES = ['none', 'fadeIn', 'fadeOut', 'fadeInFadeOut'] as const;
/** The length of a fade of the volume. */
const FADE_SECONDS = 2;
const FILTERS = {
  none: {},
  blur: { blur: 12 },
  boost: { contrast: 1.2, saturation: 1.4 },
  contrast: { contrast: 1.4 },
  darken: { brightness: -0.2 },
  greyscale: { grayscale: 1 },
  grayscale: { grayscale: 1 },
  lighten: { brightness: 0.2 },
  muted: { contrast: 0.85, saturation: 0.6 },
  negative: { negative: 1 },
} as const;
/** Filters that leave no choice. */
const EXACT: ReadonlySet<string> = new Set(['none', 'greyscale', 'grayscale', 'negative']);
const GENERATED =
  'Media cannot be generated. Set "src" to the address of a file in place of "prompt".';
const PLACEHOLDER_COLOR = '#808080';

/** Starts an element with the times of its clip. */
export type Begin = (type: string, clip: Clip) => OwnObject;

interface MediaScope {
  readonly clip: Clip;
  readonly time: ClipTime;
  readonly edit: Edit;
  readonly begin: Begin;
}

/** A picture or a video. */
export function translatePicture(type: 'image' | 'video', scope: MediaScope): OwnObject[] {
  const { clip, time, edit, begin } = scope;
  const { members, asset } = clip;
  const placement = placementOf(members, edit);
  const src = sourceOf(asset, 'a gray box takes its place', edit);
  const isMissing = src === null;
  const own = begin(isMissing ? 'shape' : type, clip);
  for (const name of ['model', 'options', 'seed', 'transcode', 'aspectRatio']) asset.get(name);
  if (isMissing) {
    own.set('fill', PLACEHOLDER_COLOR, asset.at('src'));
    setBox(own, boxOf(placement, sizeIn(placement, edit), edit), members, edit);
  } else {
    own.set('src', src, asset.at('src'));
    placePicture(own, placement, members, edit);
  }
  if (type === 'video') setPlayback(own, scope, isMissing ? 'shape' : 'video');
  setCrop(own, objectIn(asset, 'crop', edit.report), { isMissing, edit });
  setChromaKey(own, asset, { isMissing, edit });
  setFilter(own, members, { isMissing, edit });
  setMotion(own, isMissing ? 'shape' : type, { clip: members, placement, edit, cut: time.cut });
  return [own];
}

/** The size of a clip in pixels of the edit, if that of its source is unknown. */
const sizeIn = ({ given }: Placement, edit: Edit) => ({
  width: given.width ?? editedFrame(edit).width,
  height: given.height ?? editedFrame(edit).height,
});

/**
 * The address of a source. Null, with a note, if there is none, or one with a placeholder without a value. Templates are
 * complete only with their merge fields, and show where their media are.
 */
function sourceOf(asset: Members, what: string, { report }: Edit): string | null {
  const src = asset.get('src');
  const hasPrompt = asset.get('prompt') !== undefined;
  const hasSource = src !== undefined && src !== '';
  if (hasPrompt && !hasSource) {
    report.refuse(asset.at('prompt'), GENERATED);
    return 'https://generated.invalid/';
  }
  if (hasPrompt)
    report.note(
      asset.at('prompt'),
      'Media cannot be generated, so that of "src" is taken as it is.',
    );
  if (hasSource && !isOpen(src)) return src as string;
  report.note(asset.at('src'), `The clip has no source, so ${what}.`);
  return null;
}

/** A sound. */
export function translateAudio(scope: MediaScope): OwnObject[] {
  const { clip, edit, begin } = scope;
  const { asset } = clip;
  if (asset.has('prompt')) return translateSpeech(scope, 'prompt');
  const src = sourceOf(asset, 'it is left out', edit);
  const own = begin('audio', clip).set('src', src ?? undefined, asset.at('src'));
  setPlayback(own, scope, 'audio');
  return src === null ? [] : [own];
}

/** Models that speak the text of a prompt. Others make music. */
const SPEAKS = /tts|polly|speech|voice/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A text that is spoken. @param field with the text */
export function translateSpeech(scope: MediaScope, field: 'text' | 'prompt'): OwnObject[] {
  const { clip, edit, begin } = scope;
  const { asset } = clip;
  const model = asset.get('model');
  if (field === 'prompt' && typeof model === 'string' && !SPEAKS.test(model)) {
    edit.report.refuse(asset.at('prompt'), GENERATED);
    return [];
  }
  asset.get('src');
  const options = objectIn(asset, 'options', edit.report);
  const voice = asset.get('voice') ?? options.get('voice');
  const own = begin('voice', clip).set('text', asset.get(field), asset.at(field));
  if (voice !== undefined) {
    own.set('voice', asWritten(voice).slice(0, 200), asset.at('voice'));
    edit.report.note(
      asset.at('voice'),
      'The voice is that of a voice engine of this service, which may not know this name.',
    );
  }
  const language = asset.get('language') ?? options.get('language');
  if (typeof language === 'string' && LANGUAGE.test(language))
    own.set('language', language, asset.at('language'));
  if (asset.get('newscaster') === true)
    edit.report.note(asset.at('newscaster'), 'Voices do not have a mode for news.');
  setPlayback(own, scope, 'voice');
  return [own];
}

/** The music of the timeline, which plays until either it or the video ends. */
export function translateSoundtrack(given: Members, edit: Edit): OwnObject | null {
  if (given.unreadNames().length === 0) return null;
  const src = sourceOf(given, 'there is no music', edit);
  const own = new OwnObject(given.pointer)
    .set('type', 'audio')
    .set('src', src ?? undefined, given.at('src'))
    .set('duration', -2)
    .set('speech', false);
  if (edit.skipped > 0) own.set('seek', edit.skipped);
  const volume = numberWithin(given, 'volume', VOLUME, edit.report);
  own.set('volume', edit.isMuted ? 0 : (volume ?? undefined), given.at('volume'));
  const effect = nameIn(given, 'effect', FADES, edit.report) ?? 'none';
  setFades(own, effect, FADE_SECONDS, given.at('effect'));
  noteUnread(given, edit.report);
  return src === null ? null : own;
}

function setFades(
  own: OwnObject,
  effect: (typeof FADES)[number],
  seconds: number,
  at: string,
): void {
  if (effect === 'fadeIn' || effect === 'fadeInFadeOut') own.set('fade-in', seconds, at);
  if (effect === 'fadeOut' || effect === 'fadeInFadeOut') own.set('fade-out', seconds, at);
}

/** Where a source starts, its speed, and its volume. */
function setPlayback(own: OwnObject, scope: MediaScope, kind: string): void {
  const { clip, time, edit } = scope;
  const { asset } = clip;
  const { report } = edit;
  const given = numberIn(asset, 'speed', report) ?? 1;
  const speed = Math.min(SPEED.max, Math.max(SPEED.min, given));
  const trim = Math.max(0, numberIn(asset, 'trim', report) ?? 0);
  if (kind === 'shape') return void volumeOf(asset, edit);
  if (speed !== given)
    report.note(
      asset.at('speed'),
      `"speed" is ${speed} instead of ${given}, which is out of range.`,
    );
  if (speed !== 1) own.set('speed', speed, asset.at('speed'));
  // A trim is played at the speed of the clip, too.
  const seek = rounded((trim + time.cut) * speed);
  if (seek > 0 && kind === 'voice')
    report.note(asset.at('trim'), 'A voice is heard from its start, so "trim" has no effect.');
  else if (seek > 0) own.set('seek', seek, asset.at('trim'));
  setVolume(own, scope, kind);
}

function volumeOf(asset: Members, { report }: Edit): number | null {
  for (const name of ['volumeEffect', 'effect']) asset.get(name);
  return isTweened(asset.get('volume')) ? null : numberWithin(asset, 'volume', VOLUME, report);
}

function setVolume(own: OwnObject, { clip, time, edit }: MediaScope, kind: string): void {
  const { asset } = clip;
  const { report } = edit;
  const volume = volumeOf(asset, edit);
  if (edit.isMuted) return void own.set('volume', 0, asset.at('volume'));
  if (volume !== null && volume !== 1) own.set('volume', volume, asset.at('volume'));
  const tweens = tweensIn(asset, 'volume', report);
  const at = asset.at('volume');
  const clamped = (value: number) => Math.min(VOLUME.max, Math.max(0, rounded(value)));
  if (tweens !== null) {
    own.set('keyframes', { volume: keyframesOf(later(tweens, time.cut), clamped) }, at);
    return;
  }
  const name = asset.has('volumeEffect') ? 'volumeEffect' : 'effect';
  const effect = nameIn(asset, name, FADES, report) ?? 'none';
  if (effect === 'none') return;
  const seconds = secondsOf(time.length);
  const fade = Math.min(FADE_SECONDS, (seconds ?? Infinity) / 2);
  // The fades of a video are also those of its picture.
  if (kind !== 'video') return setFades(own, effect, rounded(fade), asset.at(name));
  const ramps: { time: number | string; value: number }[] = [];
  if (effect !== 'fadeOut') ramps.push({ time: 0, value: 0 }, { time: rounded(fade), value: 1 });
  if (effect !== 'fadeIn' && seconds !== null)
    ramps.push({ time: rounded(seconds - fade), value: 1 }, { time: rounded(seconds), value: 0 });
  if (effect !== 'fadeIn' && seconds === null) {
    report.note(asset.at(name), 'The volume fades out over the last tenth of the clip.');
    ramps.push({ time: '90%', value: 1 }, { time: 'end', value: 0 });
  }
  own.set('keyframes', { volume: ramps }, asset.at(name));
}

/** Shares of the clip that are cut off. What is left keeps its size and its place. */
function setCrop(
  own: OwnObject,
  crop: Members,
  { isMissing, edit }: { readonly isMissing: boolean; readonly edit: Edit },
): void {
  const { report } = edit;
  const side = (name: string) => numberWithin(crop, name, { min: 0, max: 1 }, report) ?? 0;
  const [left, right, top, bottom] = [side('left'), side('right'), side('top'), side('bottom')];
  noteUnread(crop, report);
  if (isMissing || left + right + top + bottom === 0) return;
  if (left + right >= 1 || top + bottom >= 1)
    return report.note(crop.pointer, 'This crop leaves nothing, so it has no effect.');
  const percent = (share: number) => `${rounded(100 * share)}%`;
  own.set(
    'mask',
    {
      ...{ x: percent(left), y: percent(top) },
      ...{ width: percent(1 - left - right), height: percent(1 - top - bottom) },
    },
    crop.pointer,
  );
}

/** Distances of colors there are up to 250. */
function setChromaKey(
  own: OwnObject,
  asset: Members,
  { isMissing, edit }: { readonly isMissing: boolean; readonly edit: Edit },
): void {
  if (!asset.has('chromaKey')) return;
  const { report } = edit;
  const key = objectIn(asset, 'chromaKey', report);
  const color = colorIn(key, 'color', report);
  const threshold = numberWithin(key, 'threshold', HALO, report) ?? 25;
  const halo = numberWithin(key, 'halo', HALO, report) ?? 0;
  noteUnread(key, report);
  if (isMissing) return;
  const share = (distance: number) => rounded(distance / (2 * HALO.max));
  own.set(
    'chroma-key',
    {
      color: color === null ? undefined : color.slice(0, 7),
      tolerance: Math.max(0.01, share(threshold)),
      blend: share(halo),
    },
    key.pointer,
  );
  report.note(key.pointer, 'Colors are compared without their brightness, so edges can differ.');
}

/** The filter of a clip as a color correction. */
export function setFilter(
  own: OwnObject,
  clip: Members,
  { isMissing, edit }: { readonly isMissing: boolean; readonly edit: Edit },
): void {
  const names = Object.keys(FILTERS) as (keyof typeof FILTERS)[];
  const filter = nameIn(clip, 'filter', names, edit.report) ?? 'none';
  if (isMissing || filter === 'none') return;
  const correction = FILTERS[filter];
  const blur = 'blur' in correction ? { blur: rounded(correction.blur * edit.factor) } : correction;
  own.set('correction', blur, clip.at('filter'));
  if (!EXACT.has(filter))
    edit.report.note(
      clip.at('filter'),
      `Shotstack does not say how strong the filter "${filter}" is, so this one can differ.`,
    );
}
