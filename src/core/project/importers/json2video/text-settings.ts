import { asWritten } from '../as-written.js';
import { readCssColor } from '../../plain-values/css-color.js';
import { cssPixels, type CssScope, numberOf } from '../css.js';
import { Members } from '../members.js';
import { nearestFamily } from '../nearest-family.js';
import { hasField } from '../own-fields.js';
import { OwnObject } from '../own-object.js';
import { sidesOf } from './area.js';
import type { Movie } from './movie.js';
import { type Given, type Scope, setBorder, setShadow, setStroke } from './text-effects.js';
import type { Down } from './placement.js';

type Sides = readonly [top: number, right: number, bottom: number, left: number];

/** What the settings of a text say. */
export interface TextLook {
  readonly settings: OwnObject;
  /** Where the box stands in its canvas; null: as the text is aligned, and in the middle. */
  readonly down: Down | null;
  readonly fontSize: number;
  readonly hasBox: boolean;
  readonly margin: Sides | null;
  readonly padding: { readonly sides: Sides; readonly at: string } | null;
  /** Size of the box, if the settings set one. */
  readonly width: number | null;
  readonly opacity: { readonly value: number; readonly at: string } | null;
}

/** Settings that movies often have beside `settings`. */
export const SETTINGS_BESIDE = [
  ...[
    'font-family',
    'font-size',
    'font-weight',
    'font-color',
    'color',
    'background-color',
    'font-style',
  ],
  ...['text-align', 'line-height', 'letter-spacing', 'text-shadow', 'vertical-position', 'padding'],
  ...['horizontal-position', 'vertical-align', 'horizontal-align', 'text-transform', 'font-url'],
];

/** Properties of CSS that change nothing about a text whose lines break as here. */
const WITHOUT_EFFECT = [
  ...[
    'word-break',
    'overflow-wrap',
    'word-wrap',
    'white-space',
    'overflow',
    'display',
    'box-sizing',
  ],
  ...[
    'hyphens',
    'text-rendering',
    'z-index',
    'position',
    'align-items',
    'justify-content',
    'cursor',
  ],
];
const FONT_SIZES = { min: 4, max: 1000 };
/** The size of letters that fit themselves to their box, as a part of the width of the movie. */
const AUTO_SIZE = 0.045;
const DEFAULT_COLOR = '#FFFFFF';
const ALIGNS: Readonly<Record<string, string>> = { start: 'left', end: 'right', middle: 'center' };

/**
 * Translates settings of CSS. What a video config lacks is left out with a note.
 *
 * @param defaults the settings that count where none is given
 */
export function translateTextSettings(
  given: Members,
  defaults: Readonly<Record<string, unknown>>,
  movie: Movie,
): TextLook {
  const settings = new OwnObject(given.pointer);
  const valueOf = (names: readonly string[]) => {
    const name = given.firstOf(names);
    for (const other of names) if (other !== name) given.get(other);
    const preset = names.find((one) => defaults[one] !== undefined);
    const value =
      name === null ? (preset === undefined ? undefined : defaults[preset]) : given.get(name);
    return { value, at: name === null ? given.pointer : given.at(name) };
  };
  const fontSize = fontSizeOf(valueOf(['font-size']), settings, movie);
  const scope: CssScope = { frame: movie.frame, whole: movie.frame.width, em: fontSize };
  const weight = setFont(given, valueOf(['font-family', 'font']), settings, movie);
  const { value: wanted, at } = valueOf(['font-weight']);
  const isGiven = given.has('font-weight') && wanted !== '';
  settings.set('font-weight', isGiven ? wanted : (weight ?? defaults['font-weight'] ?? 400), at);
  setColor('font-color', valueOf(['color', 'font-color']), settings, movie, DEFAULT_COLOR);
  const background = valueOf(['background-color', 'background', 'box-color']);
  const hasBox = setColor('box-color', background, settings, movie);
  setLines(valueOf, settings, { scope, movie });
  setShadow(valueOf(['text-shadow']), settings, { scope, movie });
  setBorder(given, settings, { scope, movie });
  for (const name of WITHOUT_EFFECT) given.get(name);
  const opacity = numberOf(given.get('opacity'));
  const padding = sidesOf(given, 'padding', scope, movie);
  const look: TextLook = {
    settings,
    down: downOf(valueOf(['vertical-position', 'vertical-align']), movie),
    ...{ fontSize, hasBox },
    margin: sidesOf(given, 'margin', scope, movie),
    padding: padding && { sides: padding, at: given.at('padding') },
    width: cssPixels(given.get('width') ?? given.get('max-width'), scope),
    opacity:
      opacity === null
        ? null
        : { value: Math.min(1, Math.max(0, opacity)), at: given.at('opacity') },
  };
  noteUnreadSettings(given, settings, movie);
  return look;
}

function fontSizeOf({ value, at }: Given, settings: OwnObject, { frame, report }: Movie): number {
  const isAuto = value === 'auto';
  const read = isAuto ? frame.width * AUTO_SIZE : cssPixels(value, { frame, whole: undefined });
  if (isAuto && hasField('text-settings', 'font-size-max')) {
    settings.set('font-size', 'auto', at);
    return read!;
  }
  if (isAuto)
    report.note(
      at,
      'Texts do not fit themselves to their box, so the size of the letters is a guess.',
    );
  if (read === null)
    report.note(at, 'The size of the letters is unknown, so it is that of the style.');
  const pixels = read ?? frame.width * 0.04;
  const size = Math.min(FONT_SIZES.max, Math.max(FONT_SIZES.min, pixels));
  if (size !== pixels)
    report.note(at, `"font-size" is ${size} pixels, the nearest size that is possible.`);
  settings.set('font-size', Number(size.toFixed(2)), at);
  return size;
}

/** @returns the weight that the name of the family contains, or null */
function setFont(
  given: Members,
  { value, at }: Given,
  settings: OwnObject,
  { report, options }: Movie,
): number | null {
  const isAddress = typeof value === 'string' && /^https?:\/\//i.test(value);
  const url = given.get('font-url') ?? (isAddress ? value : undefined);
  const urlAt = given.has('font-url') ? given.at('font-url') : at;
  if (url !== undefined && url !== '') {
    if (hasField('text-settings', 'font-url')) {
      settings.set('font-url', url, urlAt);
      return null;
    }
    report.note(urlAt, 'Texts cannot have a font from an address. They have an installed one.');
  }
  if (typeof value !== 'string' || isAddress) return null;
  const match = nearestFamily(value, options);
  if (match === null) return null;
  if (!match.isSame)
    report.note(
      at,
      `The font "${value.slice(0, 60)}" is not installed, so the text has "${match.family}".`,
    );
  settings.set('font-family', match.family, at);
  return match.weight;
}

/** @returns whether there is a color */
function setColor(
  name: string,
  { value, at }: Given,
  settings: OwnObject,
  { report }: Movie,
  missing?: string,
): boolean {
  if (value === undefined || value === '') {
    if (missing !== undefined) settings.set(name, missing, at);
    return missing !== undefined;
  }
  const written = asWritten(value).trim();
  if (['none', 'transparent'].includes(written.toLowerCase()) && missing === undefined)
    return false;
  const color = readCssColor(written);
  if (color !== null) settings.set(name, color, at);
  else if (/gradient|url\(/i.test(written))
    report.note(at, `"${name}" is one color here, so it is left out.`);
  else settings.set(name, value, at);
  return color !== null;
}

type ValueOf = (names: readonly string[]) => Given;

/** Everything about lines and letters. */
function setLines(valueOf: ValueOf, settings: OwnObject, { scope, movie }: Scope): void {
  const lines = valueOf(['text-align']);
  const box = valueOf(['horizontal-position', 'horizontal-align']);
  const align = asWritten(lines.value ?? box.value ?? 'center').toLowerCase();
  const known = ALIGNS[align] ?? align;
  const isKnown = [
    'left',
    'center',
    'right',
    ...(hasField('text-settings', 'vertical-align') ? ['justify'] : []),
  ];
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
  if (change.value === 'uppercase') settings.set('all-caps', true, change.at);
  else setIf('text-transform', change, settings, movie, 'none');
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
  if (pixels === null || !hasField('text-settings', name)) {
    if (pixels !== 0) movie.report.note(at, `"${name}" is left out.`);
  } else settings.set(name, Number(Math.min(200, Math.max(-20, pixels)).toFixed(2)), at);
}

/** Sets what a video config may have. @param neutral the value that changes nothing */
function setIf(
  name: string,
  { value, at }: Given,
  settings: OwnObject,
  { report }: Movie,
  neutral: string,
): void {
  if (value === undefined || value === neutral || value === '') return;
  if (hasField('text-settings', name)) settings.set(name, value, at);
  else report.note(at, `"${name}" is not available, so it is left out.`);
}

function downOf({ value, at }: Given, { report }: Movie): Down | null {
  if (value === undefined || value === '') return null;
  const name = asWritten(value).toLowerCase();
  if (name === 'middle') return 'center';
  if (name === 'top' || name === 'center' || name === 'bottom') return name;
  report.note(at, `The position "${name.slice(0, 60)}" is unknown, so the text is in the middle.`);
  return null;
}

/** Settings that a video config has too stay. CSS has many others. */
function noteUnreadSettings(given: Members, settings: OwnObject, { report }: Movie): void {
  for (const name of given.unreadNames()) {
    if (hasField('text-settings', name)) settings.set(name, given.get(name), given.at(name));
    else
      report.note(
        given.at(name),
        `The setting "${name}" is left out, because texts have nothing like it.`,
      );
  }
}
