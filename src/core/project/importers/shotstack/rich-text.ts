import { isJsonObject } from '../../../util/json-object.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
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
import { setAlignment, setBackground, setLetters, setStroke, textIn } from './text.js';
import { type TextScope, textElement, textPlace } from './text-element.js';

const DEFAULT_SIZE = 24;
const SHARE = { min: 0, max: 1 };
const TRANSFORMS = ['none', 'uppercase', 'lowercase', 'capitalize'] as const;
const DECORATIONS = ['none', 'underline', 'line-through', 'overline'] as const;
const PRESETS = [
  ...(['fadeIn', 'slideIn', 'typewriter', 'ascend', 'shift', 'movingLetters'] as const),
] as const;
const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** A text with more of a look. */
export function translateRichText(scope: TextScope): OwnObject[] {
  const { clip, edit } = scope;
  const { asset, members } = clip;
  const { report } = edit;
  // It has no fit, and the edits of an older form have no effect.
  members.get('fit');
  const text = textIn(asset, edit);
  const place = textPlace(scope);
  const { factor } = place;
  const settings = new OwnObject(asset.pointer);
  const font = objectIn(asset, 'font', report);
  setLetters(settings, font, { size: DEFAULT_SIZE, color: '#000000', factor, edit });
  setFontStyle(settings, font, edit);
  setStyle(settings, objectIn(asset, 'style', report), factor, edit);
  const behind = colorIn(font, 'background', report);
  const runs = [{ text, settings: behind === null ? {} : { 'box-color': behind } }];
  const outline = asset.has('stroke')
    ? objectIn(asset, 'stroke', report)
    : objectIn(font, 'stroke', report);
  setStroke(settings, outline, factor, edit);
  font.get('stroke');
  noteUnread(font, report);
  setShadow(settings, objectIn(asset, 'shadow', report), factor, edit);
  setBoxes(settings, asset, factor, edit);
  setAlignment(settings, objectIn(asset, 'align', report), report);
  settings.set('wrap', 'fill');
  const animateIn = animationOf(objectIn(asset, 'animation', report), edit);
  return textElement({ runs, settings, animateIn, at: asset.at('text') }, place, scope);
}

export function setFontStyle(settings: OwnObject, font: Members, { report }: Edit): void {
  const style = nameIn(font, 'style', ['normal', 'italic', 'oblique'] as const, report);
  if (style !== null && style !== 'normal') settings.set('font-style', 'italic', font.at('style'));
}

function setStyle(settings: OwnObject, style: Members, factor: number, { report }: Edit): void {
  for (const [name, own] of [
    ['letterSpacing', 'letter-spacing'],
    ['wordSpacing', 'word-spacing'],
  ] as const) {
    const pixels = numberWithin(style, name, { min: -200, max: 1000 }, report) ?? 0;
    if (pixels !== 0) settings.set(own, rounded(pixels * factor), style.at(name));
  }
  const lineHeight = numberWithin(style, 'lineHeight', { min: 0.5, max: 4 }, report);
  settings.set('line-height', lineHeight ?? 1.2, style.at('lineHeight'));
  const transform = nameIn(style, 'textTransform', TRANSFORMS, report);
  settings.set('text-transform', transform ?? undefined, style.at('textTransform'));
  const decoration = nameIn(style, 'textDecoration', DECORATIONS, report);
  settings.set('text-decoration', decoration ?? undefined, style.at('textDecoration'));
  setGradient(settings, style, report);
  noteUnread(style, report);
}

/** Letters have one color: that in the middle of a gradient. */
export function setGradient(settings: OwnObject, style: Members, report: Edit['report']): void {
  const gradient = style.get('gradient');
  if (!isJsonObject(gradient) || !Array.isArray(gradient['stops'])) return;
  const stops: unknown[] = gradient['stops'];
  const middle = stops[Math.floor((stops.length - 1) / 2)];
  if (!isJsonObject(middle)) return;
  const at = style.at('gradient');
  report.note(at, 'Letters have one color, which is one of the gradient.');
  if (typeof middle['color'] === 'string' && /^#[0-9a-f]{6}$/i.test(middle['color']))
    settings.set('font-color', middle['color'], at);
}

export function setShadow(
  settings: OwnObject,
  shadow: Members,
  factor: number,
  { report }: Edit,
): void {
  const x = numberIn(shadow, 'offsetX', report) ?? 0;
  const y = numberIn(shadow, 'offsetY', report) ?? 0;
  const blur = Math.max(0, numberIn(shadow, 'blur', report) ?? 0);
  const color = colorIn(shadow, 'color', report) ?? '#000000';
  const opacity = numberWithin(shadow, 'opacity', SHARE, report) ?? 0.5;
  noteUnread(shadow, report);
  if (x === 0 && y === 0 && blur === 0) return;
  const within = (pixels: number, most: number) =>
    rounded(Math.min(most, Math.max(-most, pixels * factor)));
  settings.set('shadow-x', within(x, 200), shadow.at('offsetX'));
  settings.set('shadow-y', within(y, 200), shadow.at('offsetY'));
  settings.set('shadow-blur', within(blur, 160), shadow.at('blur'));
  settings.set('shadow-color', withOpacity(color, opacity), shadow.at('color'));
}

/** The box behind the text, its border, and the space in it. */
function setBoxes(settings: OwnObject, asset: Members, factor: number, edit: Edit): void {
  const { report } = edit;
  const background = objectIn(asset, 'background', report);
  setBackground(settings, background, factor, edit);
  const wraps = background.get('wrap') === true;
  const inner = numberIn(background, 'padding', report);
  noteUnread(background, report);
  const border = objectIn(asset, 'border', report);
  const width = Math.max(0, numberIn(border, 'width', report) ?? 0);
  const color = colorIn(border, 'color', report) ?? '#000000';
  const opacity = numberWithin(border, 'opacity', SHARE, report);
  const radius = Math.max(0, numberIn(border, 'radius', report) ?? 0);
  noteUnread(border, report);
  if (width > 0) {
    settings.set('box-border-width', rounded(Math.min(500, width * factor)), border.at('width'));
    settings.set('box-border-color', withOpacity(color, opacity), border.at('color'));
    // A border is drawn around a box only.
    if (settings.get('box-color') === undefined) settings.set('box-color', '#00000000');
  }
  if (radius > 0 && settings.get('box-radius') === undefined)
    settings.set('box-radius', rounded(radius * factor), border.at('radius'));
  const padding = paddingOf(asset, factor, edit);
  if (wraps) {
    settings.set('box', 'text', background.at('wrap'));
    if (inner !== null)
      return void settings.set(
        'padding',
        rounded(Math.max(0, inner) * factor),
        background.at('padding'),
      );
  }
  settings.set('padding', padding, asset.at('padding'));
}

export function paddingOf(asset: Members, factor: number, { report }: Edit): number | number[] {
  if (!isJsonObject(asset.get('padding')))
    return rounded(Math.max(0, numberIn(asset, 'padding', report) ?? 0) * factor);
  const padding = objectIn(asset, 'padding', report);
  const sides = SIDES.map((side) =>
    rounded(Math.max(0, numberIn(padding, side, report) ?? 0) * factor),
  );
  noteUnread(padding, report);
  return sides;
}

/** How the letters or words of a text appear. */
function animationOf(given: Members, { report }: Edit): object | null {
  const preset = nameIn(given, 'preset', PRESETS, report);
  const seconds = numberIn(given, 'duration', report) ?? numberIn(given, 'speed', report) ?? 1;
  const by = nameIn(given, 'style', ['character', 'word'] as const, report);
  const direction = nameIn(given, 'direction', DIRECTIONS, report);
  noteUnread(given, report);
  if (preset === null) return null;
  const duration = Math.min(10, Math.max(0.05, seconds));
  const parts = by === 'word' ? 'word' : 'letter';
  switch (preset) {
    case 'fadeIn':
      return { style: 'fade', duration };
    case 'typewriter':
      return { style: by === 'word' ? 'words' : 'typewriter', duration };
    case 'slideIn':
      // Where it comes from is said there, and where it goes here.
      return { style: 'fly', duration, direction: OPPOSITE[direction ?? 'left'] };
    case 'ascend':
      return {
        style: 'reveal',
        by: 'word',
        duration,
        direction: direction === 'down' ? 'down' : 'up',
      };
    case 'shift':
      return { style: 'slide', by: parts, duration, direction: OPPOSITE[direction ?? 'left'] };
    case 'movingLetters':
      return { style: 'slide', by: 'letter', duration, direction: direction ?? 'up' };
    default:
      return preset satisfies never;
  }
}

const OPPOSITE = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;
