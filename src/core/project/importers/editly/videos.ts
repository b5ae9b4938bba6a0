import { OwnObject } from '../own-object.js';
import { noteUnread } from './fields.js';
import type { Layer } from './layer.js';
import type { LayerContext } from './layer-context.js';
import { resizeOf, shareOf } from './places.js';
import { bounded } from './sound-levels.js';
import { cutOf, seconds } from './sounds.js';

const SPEEDS = { min: 0.25, max: 4 };

/** A video in its box, which is the whole frame by default. It passes as fast as its clip is long. */
export function videoLayer(layer: Layer, context: LayerContext): OwnObject[] {
  const { spec, volume } = context;
  const own = context.timed().set('type', 'video');
  own.set('src', layer.get('path') ?? '', layer.at('path'));
  setTime(layer, own, context);
  place(layer, own, context);
  layer.get('mixVolume');
  const at = layer.at('mixVolume');
  own.set('volume', volume === null ? 0 : bounded(volume, at, spec.report), at);
  if (typeof layer.get('fabricImagePostProcessing') === 'string')
    spec.report.note(layer.at('fabricImagePostProcessing'), 'JavaScript functions have no effect.');
  noteUnread(layer, spec.report);
  return [own];
}

/** Sets the part of the source that plays, and how fast. */
function setTime(layer: Layer, own: OwnObject, context: LayerContext): void {
  const { setsLength, isPart, spec } = context;
  const { from, to } = cutOf(layer, spec.report);
  if (from > 0) own.set('seek', from, layer.at('cutFrom'));
  if (setsLength) {
    // A clip is as long as this video, also if the video ends before "cutTo".
    const length = to === null ? -1 : seconds(to - from);
    if (!isPart) own.set('duration', length, layer.at('cutTo'));
    return;
  }
  if (to !== null) own.set('until', to, layer.at('cutTo'));
  // A video in a part of a clip passes as if it was in all of it.
  if (!isPart || to === null || context.seconds === null) {
    own.set('speed', 'fit', layer.pointer);
    return;
  }
  const speed = (to - from) / context.seconds;
  const possible = Math.min(SPEEDS.max, Math.max(SPEEDS.min, speed));
  if (possible !== speed)
    spec.report.note(layer.pointer, `The speed is ${possible} instead of ${seconds(speed)}.`);
  own.set('speed', seconds(possible), layer.at('cutTo'));
}

/** Sizes and places are shares of the frame. */
function place(layer: Layer, own: OwnObject, { spec }: LayerContext): void {
  const { frame } = spec;
  const width = Math.max(1, Math.round((layer.number('width') || 1) * frame.width));
  const height = Math.max(1, Math.round((layer.number('height') || 1) * frame.height));
  own.set('width', width, layer.at('width')).set('height', height, layer.at('height'));
  const across = shareOf(layer, 'originX', 'left', spec.report);
  const down = shareOf(layer, 'originY', 'top', spec.report);
  const left = (layer.number('left') ?? 0) * frame.width - across * width;
  const top = (layer.number('top') ?? 0) * frame.height - down * height;
  own.set('x', Math.round(left), layer.at('left')).set('y', Math.round(top), layer.at('top'));
  own.set('resize', resizeOf(layer, spec.report), layer.at('resizeMode'));
}
