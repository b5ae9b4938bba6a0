import { asWritten } from '../as-written.js';
import { readCssColor } from '../../plain-values/css-color.js';
import { cssPixels, type CssScope, numberOf } from '../css.js';
import type { Members } from '../members.js';
import { weightNamed } from '../../../font-names/font-weight-names.js';
import { quoted } from './fields.js';
import { hasField } from '../own-fields.js';
import { OwnObject } from '../own-object.js';
import { sidesOf } from './area.js';
import type { Movie } from './movie.js';
import { type Given, setBorder, setShadow } from './text-effects.js';
import { setFont, setFontSize } from './text-font.js';
import { setLines } from './text-lines.js';
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
  'font-family',
  'font-size',
  'font-weight',
  'font-color',
  'color',
  'background-color',
  'font-style',
  'text-align',
  'line-height',
  'letter-spacing',
  'text-shadow',
  'vertical-position',
  'padding',
  'horizontal-position',
  'vertical-align',
  'horizontal-align',
  'text-transform',
  'font-url',
];

/** Properties of CSS that change nothing about a text whose lines break as here. */
const WITHOUT_EFFECT = [
  'word-break',
  'overflow-wrap',
  'word-wrap',
  'white-space',
  'overflow',
  'display',
  'box-sizing',
  'hyphens',
  'text-rendering',
  'z-index',
  'position',
  'align-items',
  'justify-content',
  'cursor',
];
const DEFAULT_COLOR = '#FFFFFF';

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
  const fontSize = setFontSize(valueOf(['font-size']), settings, movie);
  const scope: CssScope = { frame: movie.frame, whole: movie.frame.width, em: fontSize };
  const weight = setFont(given, valueOf(['font-family', 'font']), settings, movie);
  const { value: wanted, at } = valueOf(['font-weight']);
  const isGiven = given.has('font-weight') && wanted !== '';
  const ofName = weight ?? defaults['font-weight'] ?? 400;
  settings.set('font-weight', (isGiven ? weightOf(wanted, at, movie) : null) ?? ofName, at);
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

/** A weight of CSS; null, with a note, for anything else. */
export function weightOf(value: unknown, at: string, { report }: Movie): number | null {
  const weight = numberOf(value) ?? weightNamed(asWritten(value));
  if (weight !== null) return Math.round(Math.min(900, Math.max(100, weight)));
  report.note(at, `${quoted(value)} is no weight of letters, so "font-weight" has no effect.`);
  return null;
}

/** @returns whether there is a color */
function setColor(
  name: string,
  { value, at }: Given,
  settings: OwnObject,
  { report }: Movie,
  missing?: string,
): boolean {
  if (value === undefined) {
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
  else report.note(at, `${quoted(value)} is not a color, so "${name}" has no effect.`);
  if (color === null && missing !== undefined) settings.set(name, missing, at);
  return color !== null;
}

function downOf({ value, at }: Given, { report }: Movie): Down | null {
  if (value === undefined) return null;
  const name = asWritten(value).trim().toLowerCase();
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
