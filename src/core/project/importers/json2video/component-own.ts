import { asWritten } from '../as-written.js';
import { cssPixels, numberOf } from '../css.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { readCssColor } from '../../plain-values/css-color.js';
import type { ComponentParts } from './component-parts.js';
import { textOf } from './component-parts.js';
import { applySettings } from './text.js';
import { translateCommon } from './timing.js';

const NUMBER = '__num__';
/** The longest text before or after the number. */
const MOST_AROUND = 40;
const COUNTER = { 'font-family': 'Roboto', 'font-weight': 400, 'font-size': '6vw' };
const LOOK = ['font-family', 'font-weight', 'font-size', 'font-color'] as const;
const MOST_STARS = 20;

/** A counter as our own. */
export function counter(parts: ComponentParts): OwnObject[] {
  const item = parts.item('counter');
  const text = textOf(item) ?? NUMBER;
  const at = text.indexOf(NUMBER);
  const [prefix, suffix] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 7)];
  const decimals = Math.round(numberOf(item.get('decimals')) ?? 0);
  const settings = {
    from: numberOf(item.get('from')) ?? 0,
    to: numberOf(item.get('to')) ?? 1000,
    duration: clamped(numberOf(item.get('duration')) ?? 2, 0.1, 60),
    decimals: clamped(decimals, 0, 6),
    prefix: prefix.slice(-MOST_AROUND),
    suffix: suffix.replaceAll(NUMBER, '').slice(0, MOST_AROUND),
    ...lookOf(item, parts),
  };
  item.get('easing');
  return [componentOf('counter', settings, parts)];
}

/** A rating as our own. */
export function rating(parts: ComponentParts): OwnObject[] {
  const item = parts.item('rating');
  const color = (name: string) => readCssColor(asWritten(item.get(name) ?? ''));
  const value = clamped(numberOf(item.get('value')) ?? 5, 0, MOST_STARS);
  const [on, off] = [color('color'), color('off-color')];
  const symbol = item.get('symbol');
  if (symbol !== undefined && symbol !== 'star')
    parts.movie.report.note(item.at('symbol'), 'The symbols of the rating are stars.');
  const size = cssPixels(item.get('size'), { frame: parts.movie.frame });
  const settings = {
    value,
    max: Math.max(5, Math.ceil(value)),
    ...(on === null ? {} : { color: on }),
    ...(off === null ? {} : { 'off-color': off }),
  };
  const own = componentOf('rating', settings, parts);
  if (size === null || size < 1) return [own];
  const height = Math.min(parts.area.height, Math.round(size));
  const y = Math.round(parts.area.y + (parts.area.height - height) / 2);
  return [own.set('height', height, item.at('size')).set('y', y, item.at('size'))];
}

/** The look of the letters as the settings of a component. */
function lookOf(item: Members, { area, movie }: ComponentParts): Record<string, unknown> {
  const text = new OwnObject(item.pointer);
  const place = { ...area, across: null, down: null };
  applySettings(item, COUNTER, { own: text, box: 'text', area: place, movie });
  const settings = (text.get('settings') ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    LOOK.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]]),
  );
}

function componentOf(name: string, settings: object, { element, area, movie }: ComponentParts) {
  const at = element.at('settings');
  const own = translateCommon('component', element, movie.report)
    .set('component', name, element.at('component'))
    .set('settings', settings, at);
  for (const side of ['x', 'y', 'width', 'height'] as const) own.set(side, Math.round(area[side]));
  return own;
}

const clamped = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));
