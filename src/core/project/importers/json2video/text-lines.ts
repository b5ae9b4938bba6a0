import { TEXT_DECORATIONS, TEXT_TRANSFORMS } from '../../types/index.js';
import { asWritten } from '../as-written.js';
import { cssPixels, type CssScope, numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import type { Movie } from './movie.js';
import { type Given, type Scope, setStroke } from './text-effects.js';

const ALIGNS: Readonly<Record<string, string>> = { start: 'left', end: 'right', middle: 'center' };

/** The keywords of CSS that texts have too. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  'text-transform': TEXT_TRANSFORMS,
  'text-decoration': TEXT_DECORATIONS,
  'font-style': ['normal', 'italic', 'oblique'],
};

/** The setting that is given under one of some names. */
export type ValueOf = (names: readonly string[]) => Given;

/** Sets everything about lines and letters. */
export function setLines(valueOf: ValueOf, settings: OwnObject, { scope, movie }: Scope): void {
  const lines = valueOf(['text-align']);
  const box = valueOf(['horizontal-position', 'horizontal-align']);
  const align = asWritten(lines.value ?? box.value ?? 'center').toLowerCase();
  const known = ALIGNS[align] ?? align;
  const isKnown = ['left', 'center', 'right', 'justify'];
  settings.set(
    'text-align',
    isKnown.includes(known) ? known : 'center',
    lines.value === undefined ? box.at : lines.at,
  );
  const place = asWritten(box.value ?? known).toLowerCase();
  if (lines.value !== undefined && (ALIGNS[place] ?? place) !== known)
    movie.report.note(
      box.at,
      `The box of the text stands where its lines are aligned: "${known}".`,
    );
  const { value: height, at } = valueOf(['line-height']);
  const ratio = lineRatio(height, scope);
  if (ratio !== null) settings.set('line-height', Math.min(4, Math.max(0.5, ratio)), at);
  setLength('letter-spacing', valueOf, settings, { scope, movie });
  setLength('word-spacing', valueOf, settings, { scope, movie });
  const change = valueOf(['text-transform']);
  setIf('text-transform', change, settings, movie, 'none');
  setIf('font-style', valueOf(['font-style']), settings, movie, 'normal');
  setIf(
    'text-decoration',
    valueOf(['text-decoration', 'text-decoration-line']),
    settings,
    movie,
    'none',
  );
  setStroke(valueOf(['-webkit-text-stroke', 'text-stroke']), settings, { scope, movie });
}

/** A multiple of the font size: a plain number, or a length in relation to it. */
function lineRatio(height: unknown, scope: CssScope): number | null {
  if (height === undefined || height === 'normal' || height === '') return null;
  const plain = numberOf(height);
  if (plain !== null) return plain;
  const pixels = cssPixels(height, { ...scope, whole: scope.em! });
  return pixels === null ? null : Number((pixels / scope.em!).toFixed(3));
}

function setLength(
  name: string,
  valueOf: ValueOf,
  settings: OwnObject,
  { scope, movie }: Scope,
): void {
  const { value, at } = valueOf([name]);
  if (value === undefined || value === 'normal') return;
  const pixels = cssPixels(value, scope);
  if (pixels === null) {
    if (pixels !== 0) movie.report.note(at, `"${name}" is left out.`);
  } else settings.set(name, Number(Math.min(200, Math.max(-20, pixels)).toFixed(2)), at);
}

/** Sets a keyword. One that a video config lacks is left out. @param neutral the keyword that changes nothing */
function setIf(
  name: string,
  { value, at }: Given,
  settings: OwnObject,
  { report }: Movie,
  neutral: string,
): void {
  if (value === undefined || value === neutral || value === '') return;
  if (KEYWORDS[name]!.includes(asWritten(value))) settings.set(name, value, at);
  else
    report.note(at, `"${name}" cannot be "${asWritten(value).slice(0, 60)}", so it is left out.`);
}
