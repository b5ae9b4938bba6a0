import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import { type Area, inset } from './area.js';
import type { Movie } from './movie.js';
import type { TextLook } from './text-settings.js';

/** What a background is behind: the text, or each of its lines. */
export type BoxKind = 'text' | 'line';

interface Place {
  readonly area: Area;
  readonly box: BoxKind;
  readonly movie: Movie;
}

/**
 * Places a text: its area is the canvas of the element without the margins, and without the padding if there is no box to
 * see. In the area, the text stands where the settings say, or else the preset, or else in the middle.
 */
export function placeText(
  own: OwnObject,
  look: TextLook,
  { area: canvas, box, movie }: Place,
): void {
  const { settings, hasBox, margin, padding } = look;
  let area = margin === null ? canvas : inset(canvas, [...margin]);
  if (padding !== null && !hasBox) area = inset(area, [...padding.sides]);
  if (look.width !== null && look.width < area.width) {
    const width = Math.max(1, Math.round(look.width));
    area = { ...area, x: Math.round(area.x + (area.width - width) / 2), width };
  }
  if (padding !== null && hasBox) setPadding(padding, settings, movie);
  const { x, y, width, height } = area;
  own.set('x', x, own.origin).set('y', y, own.origin);
  own.set('width', width, own.origin).set('height', height, own.origin);
  if (canvas.across !== null && settings.get('text-align') === 'center')
    settings.set('text-align', canvas.across, own.origin);
  const down = look.down ?? canvas.down ?? 'center';
  if (hasField('text-settings', 'vertical-align')) {
    settings.set('vertical-align', down, settings.origin);
  } else if (down !== 'center') placeAtEdge(own, look, { area, down });
  if (!hasBox) return;
  if (hasField('text-settings', 'box')) settings.set('box', box, settings.origin);
  else movie.report.note(own.origin, 'The background fills the whole box of the text.');
}

/** A text that is centered in its area is moved to an edge by a smaller area of about its height. */
function placeAtEdge(
  own: OwnObject,
  look: TextLook,
  { area, down }: { readonly area: Area; readonly down: 'top' | 'bottom' },
): void {
  const lines = String(own.get('text')).split('\n');
  const perLine = Math.max(1, area.width / (look.fontSize * 0.5));
  const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const height = Math.min(area.height, Math.ceil(count * look.fontSize * 1.2));
  own.set('height', height, own.origin);
  if (down === 'bottom') own.set('y', area.y + area.height - height, own.origin);
}

function setPadding(
  { sides, at }: NonNullable<TextLook['padding']>,
  settings: OwnObject,
  { report }: Movie,
): void {
  const rounded = sides.map((side) => Math.round(Math.min(200, Math.max(0, side))));
  if (hasField('text-settings', 'padding')) settings.set('padding', rounded, at);
  else {
    settings.set('box-padding', Math.max(...rounded), at);
    if (new Set(rounded).size > 1)
      report.note(at, 'The padding of the text is the same on all sides.');
  }
}
