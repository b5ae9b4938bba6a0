import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { noteUnread } from './fields.js';
import { Layer } from './layer.js';
import { bounded, type SoundLevels, weightOf } from './sound-levels.js';
import type { Spec } from './spec.js';

/** The sounds that play over the whole video: `audioFilePath` and `audioTracks`. */
export function translateTracks(given: Layer, levels: SoundLevels, spec: Spec): OwnObject[] {
  const tracks = given.get('audioTracks');
  if (![undefined, null].includes(tracks as null) && !Array.isArray(tracks))
    spec.report.refuse(given.at('audioTracks'), 'Expected a list.');
  return [
    ...background(given, levels, spec.report),
    ...(Array.isArray(tracks) ? tracks : []).map((track: unknown, index) => {
      const pointer = childPointer(given.at('audioTracks'), index);
      if (!isJsonObject(track)) spec.report.refuse(pointer, 'Expected an object.');
      return translateTrack(
        new Layer([{ object: isJsonObject(track) ? track : {}, pointer }]),
        levels,
        spec.report,
      );
    }),
  ];
}

function background(given: Layer, levels: SoundLevels, report: Report): OwnObject[] {
  const path = given.get('audioFilePath');
  const loops = given.isOn('loopAudio');
  if (path === undefined || path === null || path === '') return [];
  const at = given.at('audioFilePath');
  const own = new OwnObject(at).set('type', 'audio').set('src', path, at);
  if (loops) own.set('loop', true, given.at('loopAudio')).set('duration', -2);
  levels.setTrack(own, weightOf(given, 'backgroundAudioVolume', report), at);
  return [own];
}

/** A track of its own time, which plays on when clips end. */
export function translateTrack(track: Layer, levels: SoundLevels, report: Report): OwnObject {
  const own = new OwnObject(track.pointer).set('type', 'audio');
  own.set('src', track.get('path') ?? '', track.at('path'));
  const start = track.get('start');
  if (start !== null) own.set('start', start, track.at('start'));
  const cut = cutOf(track, report);
  own.set('seek', cut.from, track.at('cutFrom'));
  if (cut.to !== null) own.set('duration', seconds(cut.to - cut.from), track.at('cutTo'));
  levels.setTrack(own, weightOf(track, 'mixVolume', report), track.at('mixVolume'));
  noteUnread(track, report);
  return own;
}

/** An `audio` layer, which sounds as long as its clip. Null if it is not heard. */
export function translateAudioLayer(
  layer: Layer,
  own: OwnObject,
  { volume, report }: { readonly volume: number | null; readonly report: Report },
): OwnObject[] {
  own.set('type', 'audio').set('src', layer.get('path') ?? '', layer.at('path'));
  setCut(layer, own, report);
  own.set('volume', bounded(volume ?? 1, layer.at('mixVolume'), report), layer.at('mixVolume'));
  noteUnread(layer, report);
  if (volume !== null) return [own];
  const message = 'Without "keepSourceAudio", the sound of clips is not heard.';
  report.note(layer.pointer, message);
  return [];
}

/** The part of its source that a layer plays. If it has an end, it takes as long as the layer. */
function setCut(layer: Layer, own: OwnObject, report: Report): void {
  const { from, to } = cutOf(layer, report);
  own.set('seek', from, layer.at('cutFrom'));
  if (to === null) return;
  own.set('until', to, layer.at('cutTo')).set('speed', 'fit', layer.at('cutTo'));
}

/** What `cutFrom` and `cutTo` say, in seconds of the source. An end of null is that of the source. */
export function cutOf(layer: Layer, report: Report): { from: number; to: number | null } {
  const from = Math.max(0, layer.number('cutFrom') ?? 0);
  const to = layer.number('cutTo');
  for (const name of ['cutFrom', 'cutTo']) {
    const value = layer.get(name);
    if (value !== undefined && value !== null && layer.number(name) === null)
      report.refuse(layer.at(name), `Expected "${name}" to be a number of seconds.`);
  }
  // A zero is no end in editly.
  if (to === null || to === 0) return { from, to: null };
  if (to > from) return { from, to };
  report.refuse(layer.at('cutTo'), 'Expected "cutTo" to be more than "cutFrom".');
  return { from, to: null };
}

/** Seconds without the noise of a subtraction. */
export function seconds(value: number): number {
  return Number(value.toFixed(6));
}
