import { readCssColor } from '../../plain-values/css-color.js';
import { cssPixels, type CssScope, cssShadows } from '../css.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Movie } from './movie.js';

/** A setting, or the default of the style, and where it is. */
export interface Given {
  readonly value: unknown;
  readonly at: string;
}

/** What lengths refer to, and the movie. */
export interface Scope {
  readonly scope: CssScope;
  readonly movie: Movie;
}

/** `2px black`: an outline around the letters. */
export function setStroke(
  { value, at }: Given,
  settings: OwnObject,
  { scope, movie }: Scope,
): void {
  if (typeof value !== 'string') return;
  const [, width, color] = /^\s*(\S+)\s*(.*)$/.exec(value) ?? [];
  const pixels = cssPixels(width, scope);
  if (pixels === null) {
    movie.report.note(at, 'The stroke of the text is left out.');
    return;
  }
  settings.set('outline-width', Math.min(50, Math.max(0, pixels / 2)), at);
  const read = readCssColor(color ?? '');
  if (read !== null) settings.set('outline-color', read, at);
}

/** The uppermost shadow of `text-shadow`. */
export function setShadow(
  { value, at }: Given,
  settings: OwnObject,
  { scope, movie: { report } }: Scope,
): void {
  if (value === undefined) return;
  const shadows = typeof value === 'string' ? cssShadows(value, scope) : null;
  if (shadows === null) {
    report.note(at, 'The shadow of the text is not one of CSS, and is left out.');
    return;
  }
  const [shadow] = shadows;
  if (shadow === undefined) return;
  if (shadows.length > 1) report.note(at, 'A text has one shadow, so the others are left out.');
  const color = readCssColor(shadow.color ?? '') ?? '#000000';
  settings.set('shadow-color', color, at);
  const rounded = (pixels: number) => Number(pixels.toFixed(2));
  settings.set('shadow-x', rounded(shadow.x), at).set('shadow-y', rounded(shadow.y), at);
  settings.set('shadow-blur', rounded(shadow.blur), at);
}

/** The corners and the border of the box. */
export function setBorder(given: Members, settings: OwnObject, { scope, movie }: Scope): void {
  const radius = given.get('border-radius');
  if (radius !== undefined) {
    const pixels = cssPixels(
      typeof radius === 'string' ? radius.trim().split(/\s+/)[0] : radius,
      scope,
    );
    if (pixels === null)
      movie.report.note(given.at('border-radius'), '"border-radius" is left out.');
    else settings.set('box-radius', Math.min(500, Math.max(0, pixels)), given.at('border-radius'));
  }
  const names = ['border', 'border-width', 'border-color'].filter((name) => given.has(name));
  const parts = names.flatMap((name) =>
    String(given.get(name))
      .slice(0, 200)
      .split(/\s+(?![^(]*\))/),
  );
  given.get('border-style');
  if (names.length === 0 || parts.includes('none')) return;
  const at = given.at(names[0]!);
  const width = parts.map((part) => cssPixels(part, scope)).find((pixels) => pixels !== null);
  const color = parts.map((part) => readCssColor(part)).find((read) => read !== null);
  if (width !== undefined) settings.set('box-border-width', width, at);
  if (color !== undefined) settings.set('box-border-color', color, at);
}
