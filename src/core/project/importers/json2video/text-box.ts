import type { OwnObject } from '../own-object.js';
import { type Area, inset } from './area.js';
import type { TextLook } from './text-settings.js';

/** What a background is behind: the text, or each of its lines. */
export type BoxKind = 'text' | 'line';

interface Place {
  readonly area: Area;
  readonly box: BoxKind;
}

/**
 * Places a text: its area is the canvas of the element without the margins, and without the padding if there is no box to
 * see. In the area, the text stands where the settings say, or else the preset, or else in the middle.
 */
export function placeText(own: OwnObject, look: TextLook, { area: canvas, box }: Place): void {
  const { settings, hasBox, margin, padding } = look;
  let area = margin === null ? canvas : inset(canvas, [...margin]);
  if (padding !== null && !hasBox) area = inset(area, [...padding.sides]);
  if (look.width !== null && look.width < area.width) {
    const width = Math.max(1, Math.round(look.width));
    area = { ...area, x: Math.round(area.x + (area.width - width) / 2), width };
  }
  if (padding !== null && hasBox) setPadding(padding, settings);
  const { x, y, width, height } = area;
  own.set('x', x, own.origin).set('y', y, own.origin);
  own.set('width', width, own.origin).set('height', height, own.origin);
  if (canvas.across !== null && settings.get('text-align') === 'center')
    settings.set('text-align', canvas.across, own.origin);
  const down = look.down ?? canvas.down ?? 'center';
  settings.set('vertical-align', down, settings.origin);
  if (hasBox) settings.set('box', box, settings.origin);
}

function setPadding({ sides, at }: NonNullable<TextLook['padding']>, settings: OwnObject): void {
  settings.set(
    'padding',
    sides.map((side) => Math.round(Math.min(200, Math.max(0, side)))),
    at,
  );
}
