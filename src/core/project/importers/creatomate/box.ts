import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { animatedOf, type Animated } from './keyframes.js';
import type { Stage } from './script.js';
import { clamp, lengthOf, namedShare, round, shareOf } from './units.js';

/** Sides and places of an element in pixels of its composition. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is, and how that changes. */
export interface Geometry {
  /** What the element fills, without its padding and what its aspect ratio leaves. */
  readonly box: Box;
  /** Whether the element has a width, or a height, of its own. Texts and shapes can be without. */
  readonly hasWidth: boolean;
  readonly hasHeight: boolean;
  /** The point that `x` and `y` place, as a share of what the element occupies. */
  readonly anchor: { readonly x: number; readonly y: number };
  /** Where the anchor is, in pixels of the composition. */
  readonly point: { readonly x: number; readonly y: number };
  /** The keyframes of the anchor, in pixels of the composition. */
  readonly moves: { readonly x: Animated; readonly y: Animated };
  /** The keyframes of the sides, as factors of those of the box. */
  readonly grows: { readonly x: Animated; readonly y: Animated };
}

const STILL: Animated = { value: 1, keys: null };

/** A length of an element along one side of its composition. */
export function sideOf(
  props: Members,
  name: string,
  stage: Stage,
  { missing, isAcross }: { readonly missing: number; readonly isAcross: boolean },
): Animated {
  const { script } = stage;
  const whole = isAcross ? stage.width : stage.height;
  const scope = { frame: script.frame, scale: script.scale, whole };
  const read = (value: unknown) => {
    const named = namedShare(value);
    return named === null ? lengthOf(value, scope) : named * whole;
  };
  return animatedOf(props, name, { missing, read, report: script.report });
}

/** A share such as an anchor or an alignment. The names of sides are understood, with a note. */
export function shareIn(props: Members, name: string, missing: number, stage: Stage): number {
  const { report } = stage.script;
  const given = props.get(name);
  const named = namedShare(given);
  if (named !== null) {
    report.note(
      props.at(name),
      `"${asWritten(given)}" is read as ${100 * named}%. Creatomate has percentages here.`,
    );
    return named;
  }
  const { value, keys } = animatedOf(props, name, { missing, read: shareOf, report });
  if (keys !== null)
    report.note(props.at(name), `"${name}" does not change here. It has its first value.`);
  return value;
}

/** Reads where an element is. @param fills whether it is as large as its composition without sides of its own */
export function geometryOf(props: Members, stage: Stage, fills: boolean): Geometry {
  const { report } = stage.script;
  const anchor = {
    x: shareIn(props, 'x-anchor', 0.5, stage),
    y: shareIn(props, 'y-anchor', 0.5, stage),
  };
  const isAuto = (name: string) => props.isNull(name) || props.get(name) === 'auto';
  const hasWidth = fills || (props.has('width') && !isAuto('width'));
  const hasHeight = fills || (props.has('height') && !isAuto('height'));
  const width = isAuto('width')
    ? fullSide(stage.width)
    : sideOf(props, 'width', stage, { missing: stage.width, isAcross: true });
  const height = isAuto('height')
    ? fullSide(stage.height)
    : sideOf(props, 'height', stage, { missing: stage.height, isAcross: false });
  const x = sideOf(props, 'x', stage, { missing: stage.width / 2, isAcross: true });
  const y = sideOf(props, 'y', stage, { missing: stage.height / 2, isAcross: false });
  const outer = { width: largest(width), height: largest(height) };
  const padding = {
    x: Math.max(0, sideOf(props, 'x-padding', stage, { missing: 0, isAcross: true }).value),
    y: Math.max(0, sideOf(props, 'y-padding', stage, { missing: 0, isAcross: false }).value),
  };
  const padded = {
    x: padding.x,
    y: padding.y,
    width: Math.max(1, outer.width - 2 * padding.x),
    height: Math.max(1, outer.height - 2 * padding.y),
  };
  const inner = withRatio(props, padded, stage);
  const left = x.value - anchor.x * outer.width;
  const top = y.value - anchor.y * outer.height;
  if (outer.width * outer.height > 0 && props.has('aspect-ratio') && (width.keys ?? height.keys))
    report.note(props.at('aspect-ratio'), 'The sides that change do not keep the aspect ratio.');
  return {
    box: { x: left + inner.x, y: top + inner.y, width: inner.width, height: inner.height },
    hasWidth,
    hasHeight,
    anchor: {
      x: (anchor.x * outer.width - inner.x) / inner.width,
      y: (anchor.y * outer.height - inner.y) / inner.height,
    },
    point: { x: x.value, y: y.value },
    moves: { x, y },
    grows: { x: factors(width, outer.width), y: factors(height, outer.height) },
  };
}

const fullSide = (value: number): Animated => ({ value, keys: null });

/** A picture is as sharp as the largest box that it fills. */
function largest({ value, keys }: Animated): number {
  return Math.max(1, Math.abs(value), ...(keys ?? []).map((key) => Math.abs(key.value)));
}

function factors({ value, keys }: Animated, side: number): Animated {
  if (keys === null) return STILL;
  return {
    value: value / side,
    keys: keys.map((key) => ({ ...key, value: Math.max(0, key.value) / side })),
  };
}

/** The part of a box that has an aspect ratio, where the alignment of the element puts it. */
function withRatio(props: Members, box: Box, stage: Stage): Box {
  const ratio = animatedOf(props, 'aspect-ratio', {
    missing: 0,
    read: (value) => (typeof value === 'number' && value > 0.001 && value < 1000 ? value : null),
    report: stage.script.report,
  }).value;
  if (ratio === 0) return box;
  const width = Math.min(box.width, box.height * ratio);
  const height = Math.min(box.height, box.width / ratio);
  const isText = props.get('type') === 'text';
  const across = isText ? 0.5 : shareIn(props, 'x-alignment', 0.5, stage);
  const down = isText ? 0.5 : shareIn(props, 'y-alignment', 0.5, stage);
  return {
    x: box.x + (box.width - width) * across,
    y: box.y + (box.height - height) * down,
    width,
    height,
  };
}

const SIDES = { min: 1, max: 8192 };
const PLACES = { min: -8192, max: 8192 };

/** The box in whole pixels, as a video config has it. */
export function wholeBox({ x, y, width, height }: Box): Box {
  const side = (value: number) => clamp(Math.round(value), SIDES.min, SIDES.max);
  const place = (value: number) => clamp(Math.round(value), PLACES.min, PLACES.max);
  const left = place(x);
  const top = place(y);
  // The right and the bottom edges are rounded, so that boxes side by side have no gap.
  return {
    x: left,
    y: top,
    width: side(Math.round(round(x + width)) - left),
    height: side(Math.round(round(y + height)) - top),
  };
}

/** The whole box of a group, whose sides are even. */
export function evenBox(box: Box): Box {
  const { x, y, width, height } = wholeBox(box);
  return { x, y, width: width + (width % 2), height: height + (height % 2) };
}
