import type { Path, Rect } from './path.js';
import { pathBounds } from './path.js';

/** `\p5`: drawings count in sixteenths of a pixel. */
const UNITS = 16;

/** An outline ready to be written, so that many sprites can share the text of one. */
export interface Shape {
  /** Whole pixels of the frame from which the commands count. */
  readonly x: number;
  readonly y: number;
  /** ASS drawing commands in sixteenths of a pixel; empty: nothing to draw. */
  readonly commands: string;
}

/**
 * Something of one colour that stands in the frame from one frame to another, and never changes:
 * whatever moves is a sprite a frame.
 */
export interface Sprite {
  /** Paint order; of one layer, in the order of the list. */
  readonly layer: number;
  /** Absolute whole frames; end exclusive. */
  readonly startFrame: number;
  readonly endFrame: number;
  readonly shape: Shape;
  /** `#RRGGBBAA` */
  readonly fill: string;
  /** A line around the shape with round joins, `width` pixels outside of it. */
  readonly outline?: { readonly color: string; readonly width: number } | null;
  /** The shape with its outline once more, below it and this many pixels to the right and down. */
  readonly shadow?: { readonly color: string; readonly offset: number } | null;
  /** Seen only within these whole pixels. */
  readonly clip?: Rect | null;
}

/** @param path in pixels of the frame */
export function shapeOf(path: Path): Shape {
  const bounds = pathBounds(path);
  if (bounds === null) return { x: 0, y: 0, commands: '' };
  const [x, y] = [Math.floor(bounds.left), Math.floor(bounds.top)];
  let letter = '';
  const parts: (string | number)[] = [];
  // Captions of an hour have a million points: plain loops, and nothing kept but the text.
  for (const command of path) {
    const next = LETTERS[command[0]];
    // A command holds for all points that follow it, but a contour begins with one of its own.
    if (next !== letter || next === 'm') parts.push(next);
    letter = next;
    for (let at = 1; at < command.length; at++) {
      const value = command[at] as number;
      parts.push(Math.round((value - (at % 2 === 1 ? x : y)) * UNITS));
    }
  }
  return { x, y, commands: parts.join(' ') };
}

const LETTERS = { M: 'm', L: 'l', C: 'b' } as const;

/** Joins sprites that follow each other and look the same; leaves out those of nothing or no frame. */
export function mergeSprites(sprites: readonly Sprite[]): Sprite[] {
  const merged: Sprite[] = [];
  const latest = new Map<string, number>();
  for (const sprite of sprites) {
    const { startFrame, endFrame, ...look } = sprite;
    if (endFrame <= startFrame || sprite.shape.commands === '') continue;
    const key = JSON.stringify(look);
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
