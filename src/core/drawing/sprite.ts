import type { FrameSpan } from '../time/frame-span.js';
import type { ClipArea } from './clip-area.js';
import { type Path, pathBounds } from './path.js';

/** With `\p5`, drawings are in sixteenths of a pixel. */
export const UNITS = 16;

/** A serialized outline, which many sprites can share. */
export interface Shape {
  /** The origin of the commands, in whole pixels of the frame. */
  readonly x: number;
  readonly y: number;
  /** The height down from `y`, in whole pixels. */
  readonly height: number;
  /** ASS drawing commands in sixteenths of a pixel; empty if there is nothing to draw. */
  readonly commands: string;
}

/**
 * A shape in one color that is visible in consecutive frames (absolute) and never changes. A moving shape is one
 * sprite per frame.
 */
export interface Sprite extends FrameSpan {
  /** The paint order. Sprites on the same layer are painted in the order of the list. */
  readonly layer: number;
  readonly shape: Shape;
  /** `#RRGGBBAA` */
  readonly fill: string;
  /** A line with round joins that extends `width` pixels outside the shape. */
  readonly outline?: { readonly color: string; readonly width: number } | null;
  /** A copy of the shape and its outline below it, offset to the right and down by these pixels. */
  readonly shadow?: { readonly color: string; readonly x: number; readonly y: number } | null;
  /** The standard deviation in pixels of a Gaussian blur of the shadow, which is then all that is drawn. */
  readonly blur?: number;
  /** The visible area. A rectangle is in whole pixels. */
  readonly clip?: ClipArea | null;
}

/** @param path in pixels of the frame */
export function toShape(path: Path): Shape {
  const bounds = pathBounds(path);
  if (bounds === null) return { x: 0, y: 0, height: 0, commands: '' };
  const [x, y] = [Math.floor(bounds.left), Math.floor(bounds.top)];
  let letter = '';
  const parts: (string | number)[] = [];
  // One hour of captions has a million points, so this uses plain loops and keeps only the text.
  for (const command of path) {
    const next = LETTERS[command[0]];
    // A command applies to all points after it, but each contour needs its own `m`.
    if (next !== letter || next === 'm') parts.push(next);
    letter = next;
    for (let at = 1; at < command.length; at++) {
      const value = command[at] as number;
      parts.push(Math.round((value - (at % 2 === 1 ? x : y)) * UNITS));
    }
  }
  return { x, y, height: Math.ceil(bounds.bottom) - y, commands: parts.join(' ') };
}

const LETTERS = { M: 'm', L: 'l', C: 'b' } as const;

/** Merges consecutive sprites that look the same, and drops sprites without a shape or frames. */
export function mergeSprites(sprites: readonly Sprite[]): Sprite[] {
  const merged: Sprite[] = [];
  const latest = new Map<string, number>();
  /** A number for each outline, because a copy of it in each key would double the memory. */
  const outlines = new Map<string, number>();
  for (const sprite of sprites) {
    const { startFrame, endFrame, shape, ...look } = sprite;
    const { x, y, commands } = shape;
    if (endFrame <= startFrame || commands === '') continue;
    const outlineId = outlines.get(commands) ?? outlines.size;
    outlines.set(commands, outlineId);
    const key = JSON.stringify([look, x, y, outlineId]);
    const at = latest.get(key);
    const before = at === undefined ? undefined : merged[at];
    if (at !== undefined && before?.endFrame === startFrame) {
      merged[at] = { ...before, endFrame };
    } else {
      latest.set(key, merged.push(sprite) - 1);
    }
  }
  return merged;
}
