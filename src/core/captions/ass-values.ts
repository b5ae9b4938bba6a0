import type { Position } from '../project/types.js';
import { plainText } from './plain-text.js';

/** Zero-width, so that what follows a backslash is not read together with it. */
const WORD_JOINER = '\u2060';

/**
 * A caller's text, printed by libass letter by letter: no override block, no line break.
 * A backslash is an escape only before certain letters and braces, and cannot itself be escaped.
 */
export function assText(text: string): string {
  return plainText(text).replace(/[\\{}]/g, (mark) =>
    mark === '\\' ? `\\${WORD_JOINER}` : `\\${mark}`,
  );
}

/** A style value of ASS ends at the comma. */
export function assName(name: string): string {
  return plainText(name).replaceAll(',', ' ');
}

export interface AssColor {
  /** `BBGGRR` */
  readonly bgr: string;
  /** `AA`, 00 opaque to FF invisible. */
  readonly alpha: string;
}

/** @param color `#RRGGBBAA`, alpha FF opaque */
export function assColor(color: string): AssColor {
  const [red, green, blue, opacity] = [1, 3, 5, 7].map((at) => color.slice(at, at + 2));
  const alpha = 255 - Number.parseInt(opacity || 'FF', 16);
  return {
    bgr: `${blue}${green}${red}`,
    alpha: alpha.toString(16).padStart(2, '0').toUpperCase(),
  };
}

/** The style field's spelling of a colour. */
export function assStyleColor(color: string): string {
  const { alpha, bgr } = assColor(color);
  return `&H${alpha}${bgr}`;
}

/** Alignment as on a numeric keypad: 1 bottom left, 9 top right. */
export function assAlignment(position: Position): number {
  const row = { bottom: 0, center: 3, top: 6 }[position.vertical];
  return row + { left: 1, center: 2, right: 3 }[position.horizontal];
}
