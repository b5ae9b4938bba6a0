import { asWritten } from '../as-written.js';
import { readSvgPath } from '../../../raster/svg-path.js';
import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import { SILENT } from '../report.js';
import type { Box } from './box.js';
import { colorOf, fillOf, strokeOf } from './colors.js';
import { animateDraft, type Draft, ownOf, placeDraft } from './element.js';
import { isKeyframes, type Key, keysOf, staticOf } from './keyframes.js';
import { noteColors, radiusOf, translateLayer, translateShadow } from './looks.js';
import { type Outline, outlineOf } from './path.js';
import { round } from './units.js';

const CLEAR = '#00000000';
/** Further colors of a shape are shapes over it. */
const MOST_COLORS = 30;

/** A shape: rectangles and ellipses are exact, and other paths become the rectangle around them. */
export function translateShape(draft: Draft): OwnObject[] {
  const { props, stage } = draft;
  const { report } = stage.script;
  const outline = readPath(draft);
  const sized = withSize(draft, outline);
  const given = props.get('fill-color');
  const colors = isKeyframes(given) ? colorKeys(draft) : null;
  const fill = colors === null ? fillOf(props, report) : colors[0]!.color;
  if (colors !== null) fillOf(props, SILENT);
  const { frame, scale } = stage.script;
  const { box } = sized.geometry;
  const whole = Math.min(box.width, box.height);
  const stroke = strokeOf(props, { frame, scale, whole }, 1000, report);
  if (fill === CLEAR && stroke === null) {
    report.note(
      props.pointer,
      'The shape has neither a fill nor a stroke, so nothing of it is shown. It is left out.',
    );
    return [];
  }
  const own = ownOf(props, 'shape');
  if (outline?.kind === 'ellipse') own.set('shape', 'ellipse', props.at('path'));
  const hasPath = outline?.kind === 'other' && setPath(own, outline, props.at('path'));
  own.set('fill', fill, props.at('fill-color'));
  let edge = box;
  if (stroke !== null) {
    own.set('stroke-color', stroke.color, props.at('stroke-color'));
    own.set('stroke-width', round(stroke.width, 1), props.at('stroke-width'));
    // Strokes are inward here, and along the middle of the edge there.
    if (hasPath) report.note(props.at('stroke-width'), 'The stroke of a path is within it.');
    else edge = widened(box, stroke.width / 2);
  }
  for (const name of ['stroke-start', 'stroke-end', 'stroke-offset'])
    if (props.get(name) !== undefined) report.note(props.at(name), 'Strokes are drawn as a whole.');
  const radius = radiusOf(props, box, stage);
  if (radius > 0 && outline?.kind !== 'ellipse' && !hasPath)
    own.set(
      'corner-radius',
      Math.round(radius + (stroke?.width ?? 0) / 2),
      props.at('border-radius'),
    );
  animateDraft(sized);
  const placed = edge;
  noteColors(props, 'shape', stage, { blur: sized.transform.blur, motion: sized.motion });
  translateShadow(props, own, 'shape', stage);
  translateLayer(props, own, stage);
  if (colors !== null && colors.length > 1) {
    placeDraft(sized, own, 'shape', placed);
    return [own, ...overlays(sized, own, colors, placed)];
  }
  placeDraft(sized, own, 'shape', placed);
  return [own];
}

function readPath({ props, stage }: Draft): Outline | null {
  const { report } = stage.script;
  const path = staticOf(props, 'path', report);
  const at = props.at('path');
  if (path === undefined || path === null || path === '') {
    const named = props.get('shape-type') ?? props.get('shape');
    if (named === 'ellipse' || named === 'circle')
      return { kind: 'ellipse', data: '', bounds: { left: 0, top: 0, right: 100, bottom: 100 } };
    report.note(props.pointer, 'The shape has no path, so it is a rectangle.');
    return null;
  }
  const outline = outlineOf(asWritten(path));
  if (outline === null || (outline.kind === 'other' && !isDrawn(outline)))
    report.note(at, 'The path cannot be drawn. The shape is the rectangle around it.');
  return outline;
}

/** Paths that are longer than that are not drawn, as in a video config. */
const LONGEST_PATH = 50_000;
/** Bounds of a view box of a video config. */
const VIEW = { least: 0.01, most: 99_999 };

/** True if a video config can draw the path: it has an area, and is not too large. */
function isDrawn({ data, bounds: { left, top, right, bottom } }: Outline): boolean {
  const isSized = right - left >= VIEW.least && bottom - top >= VIEW.least;
  const isNear = [left, top, right, bottom].every((value) => Math.abs(value) < VIEW.most / 2);
  return (
    hasField('shape', 'path') &&
    isSized &&
    isNear &&
    data.length <= LONGEST_PATH &&
    readSvgPath(data) !== null
  );
}

function setPath(own: OwnObject, outline: Outline, at: string): boolean {
  if (!isDrawn(outline)) return false;
  const { left, top, right, bottom } = outline.bounds;
  const view = [left, top, right - left, bottom - top].map((value) => round(value));
  own.set('path', outline.data, at).set('view-box', view.join(' '), at);
  return true;
}

/** A shape without sides is as large as its path, which then is in pixels from the place of the shape. */
function withSize(draft: Draft, outline: Outline | null): Draft {
  const { geometry, stage } = draft;
  const scale = stage.script.scale;
  if (outline === null) return draft;
  const { left, top, right, bottom } = outline.bounds;
  const isBoxed = geometry.hasWidth && geometry.hasHeight;
  if (!isBoxed) {
    const box = {
      x: geometry.point.x + left * scale,
      y: geometry.point.y + top * scale,
      width: Math.max(1, (right - left) * scale),
      height: Math.max(1, (bottom - top) * scale),
    };
    const anchor = { x: -left / Math.max(1, right - left), y: -top / Math.max(1, bottom - top) };
    return { ...draft, geometry: { ...geometry, box, anchor } };
  }
  // The path is in percent of the box, and need not fill it.
  const { box } = geometry;
  const inner = {
    x: box.x + (box.width * left) / 100,
    y: box.y + (box.height * top) / 100,
    width: Math.max(1, (box.width * (right - left)) / 100),
    height: Math.max(1, (box.height * (bottom - top)) / 100),
  };
  const anchor = {
    x: (box.x + geometry.anchor.x * box.width - inner.x) / inner.width,
    y: (box.y + geometry.anchor.y * box.height - inner.y) / inner.height,
  };
  return { ...draft, geometry: { ...geometry, box: inner, anchor } };
}

const widened = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

interface ColorKey extends Omit<Key, 'value'> {
  readonly color: string;
}

/** The colors that a shape takes. Null if its keyframes are not plain colors. */
function colorKeys({ props, stage }: Draft): ColorKey[] | null {
  const { report, copies } = stage.script;
  const at = props.at('fill-color');
  const keys = keysOf(props.get('fill-color') as never, at, report);
  const colors = keys.flatMap(({ time, value, easing }) => {
    const color = colorOf(value);
    return color === null ? [] : [{ time, easing, color }];
  });
  if (colors.length < keys.length || colors.length === 0) return null;
  if (colors.length > MOST_COLORS || copies.left < colors.length) return null;
  copies.left -= colors.length;
  return colors;
}

/** Each further color is a shape over the one before, which becomes opaque. Opaque colors change exactly so. */
function overlays(
  draft: Draft,
  own: OwnObject,
  colors: readonly ColorKey[],
  box: Box,
): OwnObject[] {
  const { props, stage, motion } = draft;
  if (colors.some(({ color }) => color.length > 7))
    stage.script.report.note(
      props.at('fill-color'),
      'Colors that are not opaque lie one over another.',
    );
  return colors.slice(1).map(({ color, time, easing }, index) => {
    const copy = ownOf(props, 'shape');
    for (const [name, value] of Object.entries(own.value))
      if (name !== 'type' && name !== 'keyframes') copy.set(name, value, own.origin);
    copy.set('fill', color, props.at('fill-color'));
    copy.set('stroke-width', own.value['stroke-width'] === undefined ? undefined : 0);
    const moved = motion.copy();
    moved.add(
      'opacity',
      [
        { time: colors[index]!.time, value: 0, easing: 'linear' },
        { time, value: 1, easing },
      ],
      props.at('fill-color'),
    );
    moved.write(copy, 'shape', box);
    return copy;
  });
}
