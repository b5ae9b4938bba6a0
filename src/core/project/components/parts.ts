import type { JsonObject } from '../../util/json-object.js';

/** A box in pixels of the group. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box in whole pixels, with at least one on each side. */
export function placed({ x, y, width, height }: Box): JsonObject {
  return {
    ...{ x: Math.round(x), y: Math.round(y) },
    ...{ width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) },
  };
}

/** A filled shape. */
export function filled(box: Box, fill: string, more: JsonObject = {}): JsonObject {
  return { type: 'shape', ...placed(box), fill, ...more };
}

/** An outline with coordinates in pixels of its box. */
export function outlined(box: Box, path: string, fill: string, more: JsonObject = {}): JsonObject {
  const { width, height } = placed(box) as unknown as Box;
  return filled(box, fill, { path, 'view-box': `0 0 ${width} ${height}`, ...more });
}

/** A text on one line or several, as large as fits its box. */
export function lettered(
  box: Box,
  text: string,
  settings: JsonObject,
  more: JsonObject = {},
): JsonObject {
  const { height } = placed(box) as unknown as Box;
  const look = {
    ...{ 'font-size': 'auto', 'font-size-max': Math.min(1000, Math.max(4, height)) },
    ...{ 'font-size-min': 4, 'vertical-align': 'center', padding: 0, 'safe-area': 0 },
    ...settings,
  };
  return { type: 'text', text, ...placed(box), settings: look, ...more };
}

/** A number of path data. */
export function digits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Seconds, in whole milliseconds. */
export function inSeconds(value: number): number {
  return Math.round(value * 1000) / 1000;
}
