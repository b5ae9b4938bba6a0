import { batch } from '@preact/signals';
import type { VideoDocument } from '../../document/index.js';
import type { Box, Size } from './box-geometry.js';

const LENGTH_FIELDS = ['x', 'y', 'width', 'height'] as const;
type LengthField = (typeof LENGTH_FIELDS)[number];

const PERCENTAGE = /^-?\d{1,3}(\.\d{1,3})?%$/;
const LARGEST = 8192;

export interface BoxChange {
  readonly before: Box;
  readonly after: Box;
  readonly frame: Size;
  /** Whether the element is a text, whose size follows from its letters unless it is set. */
  readonly isText: boolean;
  /** Changes with the same group are undone together. */
  readonly group: string;
}

/** Whether the place of an element is written as numbers, which dragging can change. */
export function canPlace(element: unknown): element is Record<string, unknown> {
  if (typeof element !== 'object' || element === null) return false;
  const fields = element as Record<string, unknown>;
  return [...LENGTH_FIELDS, 'position' as const].every((field) => {
    const value = fields[field];
    if (typeof value === 'string' && field !== 'position') return PERCENTAGE.test(value);
    return typeof value !== 'string' || !value.includes('{{');
  });
}

/** The fields that a change of a box sets. */
export function fieldsOf(
  element: Readonly<Record<string, unknown>>,
  { before, after, frame, isText }: Omit<BoxChange, 'group'>,
): Partial<Record<LengthField, number | string>> {
  const isWider = after.width !== before.width;
  const isHigher = after.height !== before.height;
  const isResized = isWider || isHigher;
  // The other side of a picture follows from its proportions if only one is set.
  const needsBoth = !isText && isResized && !keepsProportions(element, before, after);
  const isSet = (field: LengthField) => element[field] !== undefined;
  const wanted: Record<LengthField, boolean> = {
    // Without it, a box that grows would move to where its `position` is.
    x: after.x !== before.x || (isWider && !isSet('x')),
    y: after.y !== before.y || (isHigher && !isSet('y')),
    width: isText ? isWider : needsBoth || (isResized && isSet('width')),
    height: isText ? isHigher : needsBoth || (isResized && isSet('height')),
  };
  const side = { x: frame.width, y: frame.height, width: frame.width, height: frame.height };
  const fields: Partial<Record<LengthField, number | string>> = {};
  for (const field of LENGTH_FIELDS) {
    if (wanted[field]) fields[field] = written(after[field], element[field], side[field], field);
  }
  return fields;
}

/** Writes a changed box into an element. A `position` that no longer means anything is removed. */
export function writeBox(video: VideoDocument, pointer: string, change: BoxChange): boolean {
  const element = video.valueAt(pointer);
  if (!canPlace(element)) return false;
  const { group } = change;
  const fields = fieldsOf(element, change);
  batch(() => {
    for (const [field, value] of Object.entries(fields)) {
      if (element[field] !== value) video.edit(`${pointer}/${field}`, value, { group });
    }
    const placed = video.valueAt(pointer) as Record<string, unknown>;
    const isPlaced = placed['x'] !== undefined && placed['y'] !== undefined;
    if (isPlaced && placed['position'] !== undefined)
      video.remove(`${pointer}/position`, { group });
  });
  return true;
}

/** Whether one side is set, and the other one still follows from it. */
function keepsProportions(
  element: Readonly<Record<string, unknown>>,
  before: Box,
  after: Box,
): boolean {
  const isOneSided = (element['width'] === undefined) !== (element['height'] === undefined);
  const expected = (before.height * after.width) / before.width;
  return isOneSided && Math.abs(expected - after.height) <= 1;
}

/** A length as it was written before: in pixels, or as a percentage of the frame. */
function written(
  pixels: number,
  before: unknown,
  side: number,
  field: LengthField,
): number | string {
  const least = field === 'width' || field === 'height' ? 1 : -LARGEST;
  const whole = Math.max(least, Math.min(LARGEST, Math.round(pixels)));
  const percent = Math.round((whole / side) * 100_000) / 1000;
  const isShare = typeof before === 'string' && Math.abs(percent) < 1000;
  return isShare ? `${percent}%` : whole;
}
