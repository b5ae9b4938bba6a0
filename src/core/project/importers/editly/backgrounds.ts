import { OwnObject } from '../own-object.js';
import { noteUnread } from './fields.js';
import type { Layer } from './layer.js';
import type { LayerContext } from './layer-context.js';
import { COLOR_PAIRS, COLORS } from './random.js';

/** How far a linear gradient turns while it shows, in degrees. */
const TURN = 30;
/** The radius of a radial gradient at its start, as a share of the longer side. It doubles. */
const RADIUS = 0.6;

/** A shape that fills the frame. */
function fullFrame({ timed, spec: { frame } }: LayerContext): OwnObject {
  const own = timed().set('type', 'shape').set('x', 0).set('y', 0);
  return own.set('width', frame.width).set('height', frame.height);
}

/** A color, or any color. */
export function fillColor(layer: Layer, context: LayerContext): OwnObject[] {
  const color = layer.get('color') || context.spec.any(COLORS);
  noteUnread(layer, context.spec.report);
  return [fullFrame(context).set('fill', color, layer.at('color'))];
}

/** Two colors, or any two. */
function colorsOf(layer: Layer, { spec }: LayerContext): readonly unknown[] {
  const given = layer.get('colors');
  if (Array.isArray(given) && given.length === 2) return given;
  if (given !== undefined && given !== null)
    spec.report.note(layer.at('colors'), 'A gradient has two colors, so these are any two.');
  return spec.any(COLOR_PAIRS);
}

/**
 * A gradient from the upper left corner of a rectangle of twice the frame to its middle, which is the middle of the frame.
 * It turns about it.
 */
export function linearGradient(layer: Layer, context: LayerContext): OwnObject[] {
  const { width, height } = context.spec.frame;
  const [from, to] = colorsOf(layer, context);
  const angle = Number(((Math.atan2(height, width) * 180) / Math.PI).toFixed(3));
  const own = fullFrame(context);
  own.set('fill', { style: 'linear', angle, colors: [from, to, to] }, layer.pointer);
  own.set('scale', 2);
  const turn = [
    { time: 'start', value: 0 },
    { time: 'end', value: TURN },
  ];
  own.set('keyframes', { rotation: turn }, layer.pointer);
  noteUnread(layer, context.spec.report);
  return [own];
}

/** A gradient from the middle outward, which grows. */
export function radialGradient(layer: Layer, context: LayerContext): OwnObject[] {
  const { frame, report } = context.spec;
  const [from, to] = colorsOf(layer, context);
  const { width, height } = frame;
  // A radial gradient of a square reaches its corners, at half of its diagonal. Half of that is the radius.
  const side = Math.round(Math.SQRT2 * RADIUS * Math.max(width, height));
  const own = context.timed().set('type', 'shape').set('width', side).set('height', side);
  own.set('x', Math.round((width - side) / 2)).set('y', Math.round((height - side) / 2));
  own.set('fill', { style: 'radial', colors: [from, to, to] }, layer.pointer);
  const growth = [
    { time: 'start', value: 2 },
    { time: 'end', value: 4 },
  ];
  own.set('keyframes', { scale: growth }, layer.pointer);
  noteUnread(layer, report);
  return [own];
}

/** Red grows to the left up to the height of the frame, green grows upward, and blue grows in time, as a sine. */
export function rainbow(layer: Layer, context: LayerContext): OwnObject[] {
  const { width, height } = context.spec.frame;
  const square = Math.min(width, height);
  const red = fullFrame(context).set('fill', '#FF0000', layer.pointer);
  const most = Math.round(255 * Math.min(1, width / height));
  const reddish = `#${most.toString(16).padStart(2, '0')}0000`;
  const ramp = fullFrame(context).set('width', width > height ? square : width);
  ramp.set('x', width > height ? width - square : 0);
  ramp.set('fill', { style: 'linear', angle: 0, colors: [reddish, '#000000'] });
  const green = fullFrame(context).set('blend', 'add');
  green.set('fill', { style: 'linear', angle: 90, colors: ['#00FF00', '#000000'] });
  const blue = fullFrame(context).set('blend', 'add').set('fill', '#0000FF');
  const moments = [0, 0.25, 0.5, 0.75, 1];
  const opacity = moments.map((moment) => ({
    time: `${moment * 100}%`,
    value: Number(Math.sin(moment).toFixed(4)),
  }));
  blue.set('keyframes', { opacity });
  noteUnread(layer, context.spec.report);
  return [red, ramp, green, blue];
}

/** A shader is a program. Where it is the background, a gradient is in its place. */
export function shader(layer: Layer, context: LayerContext): OwnObject[] {
  const { report } = context.spec;
  for (const name of ['fragmentPath', 'vertexPath', 'fragmentSrc', 'vertexSrc', 'speed'])
    layer.get(name);
  if (!context.isFirst) {
    report.note(layer.pointer, 'Shaders do not run here, so this layer is left out.');
    return [];
  }
  report.note(layer.pointer, 'Shaders do not run here, so this background is a gradient.');
  return linearGradient(layer, context);
}
