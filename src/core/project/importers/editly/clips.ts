import { OwnObject } from '../own-object.js';
import type { Clip } from './read-clips.js';
import type { ClipContext } from './layer-context.js';
import { translateLayer } from './layers.js';
import type { Layer } from './layer.js';
import { noteUnread } from './fields.js';
import { type SoundLevels, weightOf } from './sound-levels.js';
import { cutOf, seconds } from './sounds.js';
import { knownFacts } from './sources.js';
import type { Spec } from './spec.js';
import { translateTransition } from './transitions.js';

/** Translates the clips. The transition at the end of a clip is that at the start of the next scene. */
export function translateClips(
  clips: readonly Clip[],
  levels: SoundLevels,
  spec: Spec,
): OwnObject[] {
  let before: OwnObject | null = null;
  return clips.map((clip, index) => {
    const own = new OwnObject(clip.given.pointer);
    if (before !== null) own.setObject('transition', before);
    const isLast = index === clips.length - 1;
    before = isLast ? null : translateTransition(clip.transition, spec);
    translateContent(clip, own, levels, spec);
    noteUnread(clip.given, spec.report);
    return own;
  });
}

/** A clip is as long as it says, or else as its first video, or else as the default says. */
function translateContent(clip: Clip, own: OwnObject, levels: SoundLevels, spec: Spec): void {
  const { given, layers } = clip;
  const stated = given.number('duration');
  if (given.get('duration') !== undefined && stated === null && given.get('duration') !== null)
    spec.report.refuse(given.at('duration'), 'Expected "duration" to be a number of seconds.');
  const first = stated ? null : (layers.find((layer) => layer.get('type') === 'video') ?? null);
  if (stated) own.set('duration', stated, given.at('duration'));
  else if (first === null) own.set('duration', clip.defaultSeconds, given.pointer);
  else own.set('duration', 'longest', first.pointer);
  const volumes = volumesOf(layers, levels, spec);
  const elements = layers.flatMap((layer, index) => {
    const context: ClipContext = {
      setsLength: layer === first,
      seconds: stated || (first === null ? clip.defaultSeconds : cutSeconds(first, spec)),
      volume: volumes.get(layer) ?? null,
      isFirst: index === 0,
      levels,
    };
    return translateLayer(layer, context, spec);
  });
  own.setList('elements', elements, given.at('layers'));
}

/** How long a video without a given length of its clip is, if its cut says so. */
function cutSeconds(video: Layer, { report, options }: Spec): number | null {
  const { from, to } = cutOf(video, report);
  if (to !== null) return seconds(to - from);
  const whole = knownFacts(video, options)?.seconds ?? null;
  return whole === null || whole <= from ? null : seconds(whole - from);
}

const SEVERAL =
  'The volumes of a clip are relative to each other. They are as if all of its videos had sound.';

/** The volumes of the layers of a clip, which are relative to each other. Empty if they are not heard. */
function volumesOf(
  layers: readonly Layer[],
  levels: SoundLevels,
  { report, options }: Spec,
): ReadonlyMap<Layer, number> {
  if (!levels.keepsSources) return new Map();
  const heard = layers.filter(
    (layer) =>
      ['audio', 'video'].includes(String(layer.get('type'))) &&
      knownFacts(layer, options)?.hasSound !== false,
  );
  const weights = heard.map((layer) => weightOf(layer, 'mixVolume', report));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isMixed = weights.filter((weight) => weight > 0).length > 1;
  const video = heard.find((layer) => layer.get('type') === 'video');
  if (isMixed && video !== undefined && !heard.every((one) => knownFacts(one, options)))
    report.noteUnknown(video.pointer, SEVERAL);
  return new Map(
    heard.map((layer, index) => [
      layer,
      total === 0 ? 0 : (weights[index]! / total) * levels.clips,
    ]),
  );
}
