import { OwnObject } from '../own-object.js';
import type { Members } from '../members.js';
import type { Edit } from './edit.js';
import {
  colorIn,
  nameIn,
  noteUnread,
  numberIn,
  numberWithin,
  objectIn,
  rounded,
  withOpacity,
} from './fields.js';
import { DEFAULT_FAMILY, setFont } from './fonts.js';
import { type TextScope, textElement, textPlace } from './text-element.js';
import { isOpen } from './fields.js';

const FONT_SIZE = { min: 4, max: 1000 };
const OUTLINE = { min: 0, max: 50 };
const SHARE = { min: 0, max: 1 };
const WEIGHT = { min: 100, max: 900 };
/** The size of the letters of a text that does not say it. */
const DEFAULT_SIZE = 32;
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ thin: 100, hairline: 100, extralight: 200, ultralight: 200, light: 300 },
  ...{ normal: 400, regular: 400, medium: 500, semibold: 600, demibold: 600 },
  ...{ bold: 700, extrabold: 800, ultrabold: 800, black: 900, heavy: 900 },
};

/** A text of one look. */
export function translateText(scope: TextScope): OwnObject[] {
  const { clip, edit } = scope;
  const { asset } = clip;
  const { report } = edit;
  const text = textIn(asset, edit);
  const place = textPlace(scope);
  const settings = new OwnObject(asset.pointer);
  const font = objectIn(asset, 'font', report);
  setLetters(settings, font, { size: DEFAULT_SIZE, color: '#FFFFFF', factor: place.factor, edit });
  const lineHeight = numberWithin(font, 'lineHeight', { min: 0.5, max: 4 }, report);
  settings.set('line-height', lineHeight ?? 1, font.at('lineHeight'));
  noteUnread(font, report);
  const align = objectIn(asset, 'alignment', report);
  setAlignment(settings, align, report);
  setStroke(settings, objectIn(asset, 'stroke', report), place.factor, edit);
  const background = objectIn(asset, 'background', report);
  setBackground(settings, background, place.factor, edit);
  const padding = numberIn(background, 'padding', report) ?? 0;
  settings.set('padding', rounded(Math.max(0, padding) * place.factor), background.at('padding'));
  background.get('wrap');
  noteUnread(background, report);
  settings.set('wrap', 'fill');
  const ellipsis = asset.get('ellipsis');
  settings.set('overflow', ellipsis === undefined ? 'clip' : 'ellipsis', asset.at('ellipsis'));
  if (ellipsis !== undefined && ellipsis !== '…' && ellipsis !== '...')
    report.note(asset.at('ellipsis'), 'A text that is cut ends with an ellipsis.');
  const animation = objectIn(asset, 'animation', report);
  const animateIn = typewriter(animation, edit);
  return textElement(
    { runs: [{ text, settings: {} }], settings, animateIn, at: asset.at('text') },
    place,
    scope,
  );
}

/** The text of an asset. Numbers are texts, too. */
export function textIn(asset: Members, { report }: Edit): string {
  const value = asset.get('text');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value !== undefined) report.note(asset.at('text'), 'Expected "text" to be a text.');
  return '';
}

interface LetterDefaults {
  readonly size: number;
  readonly color: string;
  /** Pixels of the video for each of the text. */
  readonly factor: number;
  readonly edit: Edit;
}

/** The family, the size, the weight, and the color of letters. */
export function setLetters(settings: OwnObject, font: Members, defaults: LetterDefaults): void {
  const { factor, edit } = defaults;
  const { report } = edit;
  const family = font.get('family');
  setFont(
    settings,
    {
      family:
        typeof family === 'string' && family !== '' && !isOpen(family) ? family : DEFAULT_FAMILY,
      weight: weightIn(font, edit),
      at: font.at('family'),
    },
    edit,
  );
  const given = numberIn(font, 'size', report) ?? defaults.size;
  const size = Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, given * factor));
  if (Math.abs(size - given * factor) > 1e-6)
    report.note(font.at('size'), `Letters have ${size} pixels, the nearest size that is possible.`);
  settings.set('font-size', rounded(size), font.at('size'));
  const color = colorIn(font, 'color', report) ?? defaults.color;
  const opacity = numberWithin(font, 'opacity', SHARE, report);
  settings.set('font-color', withOpacity(color, opacity), font.at('color'));
}

function weightIn(font: Members, { report }: Edit): number | null {
  const value = font.get('weight');
  const named = typeof value === 'string' ? WEIGHTS[value.toLowerCase().trim()] : undefined;
  if (named !== undefined) return named;
  const weight = numberIn(font, 'weight', report);
  if (weight === null) return null;
  return Math.round(Math.min(WEIGHT.max, Math.max(WEIGHT.min, weight)));
}

const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'center', 'middle', 'bottom'] as const;

/** Where the text is in its box: in the middle by default. */
export function setAlignment(settings: OwnObject, align: Members, report: Edit['report']): void {
  const across = nameIn(align, 'horizontal', ACROSS, report) ?? 'center';
  const down = nameIn(align, 'vertical', DOWN, report) ?? 'center';
  settings.set('text-align', across, align.at('horizontal'));
  settings.set('vertical-align', down === 'middle' ? 'center' : down, align.at('vertical'));
  noteUnread(align, report);
}

/** The outline of letters. */
export function setStroke(
  settings: OwnObject,
  stroke: Members,
  factor: number,
  { report }: Edit,
): void {
  const given = numberIn(stroke, 'width', report) ?? 0;
  const color = colorIn(stroke, 'color', report) ?? '#000000';
  const opacity = numberWithin(stroke, 'opacity', SHARE, report);
  noteUnread(stroke, report);
  if (given <= 0) return;
  const width = Math.min(OUTLINE.max, given * factor);
  settings.set('outline-width', rounded(width), stroke.at('width'));
  settings.set('outline-color', withOpacity(color, opacity), stroke.at('color'));
}

/** The box behind a text. */
export function setBackground(
  settings: OwnObject,
  background: Members,
  factor: number,
  { report }: Edit,
): void {
  const color = colorIn(background, 'color', report);
  const opacity = numberWithin(background, 'opacity', SHARE, report);
  const radius = numberIn(background, 'borderRadius', report) ?? 0;
  if (color === null) return;
  settings.set('box-color', withOpacity(color, opacity), background.at('color'));
  settings.set('box', 'area');
  if (radius > 0)
    settings.set(
      'box-radius',
      rounded(Math.min(4096, radius * factor)),
      background.at('borderRadius'),
    );
}

function typewriter(animation: Members, { report }: Edit): object | null {
  const preset = nameIn(animation, 'preset', ['typewriter'] as const, report);
  const seconds = numberIn(animation, 'duration', report) ?? 1;
  noteUnread(animation, report);
  if (preset === null) return null;
  return { style: 'typewriter', duration: Math.min(10, Math.max(0.05, seconds)) };
}
