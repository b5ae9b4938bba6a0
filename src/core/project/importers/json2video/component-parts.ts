import { readCssColor } from '../../plain-values/css-color.js';
import { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Area } from './area.js';
import { plainText } from './markup.js';
import type { Movie } from './movie.js';
import { applySettings } from './text.js';
import { translateCommon } from './timing.js';

/** What a component is made of. */
export interface ComponentParts {
  readonly element: Members;
  /** The settings of an item of the component, which is empty if it has none. */
  readonly item: (name: string) => Members;
  /** The names of its items. */
  readonly names: readonly string[];
  readonly area: Area;
  readonly movie: Movie;
}

/** A box in pixels of the movie. */
export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_LETTERS = 5_000;

/** An element of a component, which appears and disappears with it. */
export function componentElement(
  type: 'text' | 'shape',
  { element, movie }: ComponentParts,
): OwnObject {
  return translateCommon(type, element, movie.report);
}

/** The text of an item, with several paragraphs on lines of their own. Null if it has none. */
export function textOf(item: Members): string | null {
  const given = item.get('text');
  const written = Array.isArray(given) ? given.map(String).join('\n') : given;
  if (typeof written !== 'string' && typeof written !== 'number') return null;
  const { text } = plainText(String(written));
  return text === '' ? null : text.slice(0, MOST_LETTERS);
}

/** A text in a box, in the look of an item. */
export function textPart(
  item: Members,
  defaults: Readonly<Record<string, unknown>>,
  box: PlacedBox,
  parts: ComponentParts,
  text = textOf(item) ?? '',
): OwnObject {
  const own = componentElement('text', parts).set('text', text, item.at('text'));
  const area: Area = { ...box, across: null, down: null };
  applySettings(item, defaults, { own, box: 'text', area, movie: parts.movie });
  return own;
}

/** A color or a linear gradient of CSS as a fill; null if it is neither. */
export function fillOf(background: unknown): unknown {
  if (typeof background !== 'string') return null;
  const plain = readCssColor(background);
  if (plain !== null) return plain;
  const [, inside] = /^\s*linear-gradient\((.*)\)\s*$/s.exec(background.slice(0, 1000)) ?? [];
  if (inside === undefined) return null;
  const colors = inside
    .split(/,(?![^(]*\))/)
    .map((part) => readCssColor(part.trim().replace(/\s+-?[\d.]+(%|px)$/, '')))
    .filter((color) => color !== null)
    .slice(0, 8);
  const [, degrees] = /^\s*(-?\d{1,3})(?:\.\d+)?deg/.exec(inside) ?? [];
  // 0 degrees of CSS point up, and ours to the right.
  const angle = degrees === undefined ? 90 : Number(degrees) - 90;
  return colors.length < 2 ? (colors[0] ?? null) : { style: 'linear', angle: angle % 360, colors };
}
