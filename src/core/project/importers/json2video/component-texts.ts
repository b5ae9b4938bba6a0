import { isJsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import { type ComponentParts, textOf, textPart } from './component-parts.js';

const PLAIN = { 'font-family': 'Roboto', 'font-weight': 400, 'font-size': '6vw' };
const STARS = { 'font-family': 'DejaVu Sans', 'font-size': '8vw' };
const MOST_STARS = 10;
const MOST_ROWS = 50;
const FIRST_COLUMN = 0.35;

/** A component that is one text. */
export const lines =
  (name: string, defaults: Readonly<Record<string, unknown>>) =>
  (parts: ComponentParts): OwnObject[] => {
    const item = parts.item(name);
    return textOf(item) === null ? [] : [textPart(item, defaults, parts.area, parts)];
  };

/** A counter, which stands at its last number. */
export function counter(parts: ComponentParts): OwnObject[] {
  const item = parts.item('counter');
  const text = textOf(item) ?? '__num__';
  const last = numberOf(item.get('to')) ?? 1000;
  const decimals = Math.min(2, Math.max(0, Math.round(numberOf(item.get('decimals')) ?? 0)));
  for (const name of ['from', 'duration', 'easing', 'to', 'decimals']) item.get(name);
  return [
    textPart(item, PLAIN, parts.area, parts, text.replaceAll('__num__', last.toFixed(decimals))),
  ];
}

/** A rating: as many stars as its value. */
export function rating(parts: ComponentParts): OwnObject[] {
  const item = parts.item('rating');
  const value = Math.round(numberOf(item.get('value')) ?? 5);
  const size = item.get('size');
  for (const name of ['symbol', 'off-color', 'size', 'value']) item.get(name);
  const stars = '★'.repeat(Math.min(MOST_STARS, Math.max(1, value)));
  const defaults = { ...STARS, ...(size === undefined ? {} : { 'font-size': size }) };
  return [textPart(item, defaults, parts.area, parts, stars)];
}

/** A table: two columns of texts. */
export function table(parts: ComponentParts): OwnObject[] {
  const rows = parts.item('data').get('rows');
  if (!Array.isArray(rows)) return [];
  const shown = rows.slice(0, MOST_ROWS).filter((row) => Array.isArray(row) || isJsonObject(row));
  if (rows.length > shown.length)
    parts.movie.report.note(
      parts.element.at('settings'),
      `Only ${shown.length} rows of the table are shown.`,
    );
  const { area } = parts;
  const height = Math.max(1, Math.floor(area.height / Math.max(1, shown.length)));
  const first = Math.round(area.width * FIRST_COLUMN);
  const style = parts.item('table');
  const defaults = { ...PLAIN, 'font-size': '3vw', color: 'black' };
  for (const name of ['width', 'border-spacing', 'border-collapse']) style.get(name);
  return shown.flatMap((row: unknown, index) => {
    const cells = (Array.isArray(row) ? row : Object.values(row as object)).map(String);
    const y = area.y + index * height;
    const columns = [
      { text: cells[0] ?? '', box: { x: area.x, y, width: first, height } },
      {
        text: cells.slice(1).join(' '),
        box: { x: area.x + first, y, width: Math.max(1, area.width - first), height },
      },
    ];
    return columns
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, box }, column) =>
        textPart(
          parts.item('table'),
          { ...defaults, padding: '0.5vw 1vw', 'text-align': column === 0 ? 'right' : 'left' },
          box,
          parts,
          text,
        ),
      );
  });
}
