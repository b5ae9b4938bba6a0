import { isJsonObject } from '../../../util/json-object.js';
import type { OwnObject } from '../own-object.js';
import { type ComponentParts, textOf, textPart } from './component-parts.js';

const PLAIN = { 'font-family': 'Roboto', 'font-weight': 400, 'font-size': '6vw' };
const MOST_ROWS = 50;
const FIRST_COLUMN = 0.35;

/** A component that is one text. */
export const lines =
  (name: string, defaults: Readonly<Record<string, unknown>>, appears?: object) =>
  (parts: ComponentParts): OwnObject[] => {
    const item = parts.item(name);
    if (textOf(item) === null) return [];
    return [textPart(item, defaults, parts.area, parts).set('animate-in', appears)];
  };

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
