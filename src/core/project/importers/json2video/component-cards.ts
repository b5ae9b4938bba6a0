import { cssPixels, cssSides } from '../css.js';
import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import { inset, sidesOf } from './area.js';
import {
  type ComponentParts,
  componentElement,
  fillOf,
  type PlacedBox,
  textOf,
  textPart,
} from './component-parts.js';
import type { Across, Down } from './placement.js';

/** A text of a card, and the settings that it has without its own. */
export interface Block {
  readonly name: string;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** How it appears, or null. */
  readonly appears: Readonly<Record<string, unknown>> | null;
}

/** Texts one below another. */
export interface Card {
  readonly down: Down;
  readonly align: Across;
  readonly padding: string;
  /** The item that is a bar on the left, or null. */
  readonly bar: string | null;
  /** How the bar appears, or null. */
  readonly barAppears: Readonly<Record<string, unknown>> | null;
  readonly blocks: readonly Block[];
}

/** The width of a letter, as a share of its size, on average. */
const LETTER_WIDTH = 0.52;
const LINE_HEIGHT = 1.3;
const BAR = { width: '3vw', gap: '3vw' };

/** Places the texts of a card, whose heights are estimated from the number of their letters. */
export function placeCard(parts: ComponentParts, layout: Card): OwnObject[] {
  const { movie } = parts;
  const scope = { frame: movie.frame, whole: parts.area.width };
  const settings = parts.item('card');
  const down = downOf(settings) ?? layout.down;
  const padding = sidesOf(settings, 'padding', scope, movie) ?? cssSides(layout.padding, scope)!;
  const margin = sidesOf(settings, 'margin', scope, movie) ?? [0, 0, 0, 0];
  let area = inset(inset(parts.area, margin), padding);
  const bar = layout.bar === null ? null : parts.item(layout.bar);
  const barWidth =
    bar === null ? 0 : Math.round(cssPixels(bar.get('width') ?? BAR.width, scope) ?? 0);
  const gap =
    bar === null ? 0 : Math.round(cssPixels(bar.get('margin-right') ?? BAR.gap, scope) ?? 0);
  if (bar !== null) area = inset(area, [0, 0, 0, barWidth + gap]);
  const blocks = layout.blocks.filter(({ name }) => textOf(parts.item(name)) !== null);
  const heights = blocks.map(({ name, defaults }) =>
    heightOf(parts.item(name), defaults, area.width, parts),
  );
  const whole = heights.reduce((sum, height) => sum + height, 0);
  const share = { top: 0, center: 0.5, bottom: 1 }[down];
  let y = Math.round(area.y + Math.max(0, area.height - whole) * share);
  const top = y;
  const built = blocks.map(({ name, defaults, appears }, index) => {
    const box: PlacedBox = {
      x: area.x,
      y,
      width: area.width,
      height: Math.max(1, heights[index]!),
    };
    y += heights[index]!;
    const look = { ...defaults, 'text-align': layout.align };
    return appearing(textPart(parts.item(name), look, box, parts), appears);
  });
  const back = fillOf(settings.get('background') ?? settings.get('background-color'));
  const shapes: OwnObject[] = [];
  if (back !== null) {
    const box = {
      x: area.x - padding[3],
      y: top - padding[0],
      width: area.width + padding[1] + padding[3],
    };
    shapes.push(
      shape(parts, settings.pointer, { ...box, height: whole + padding[0] + padding[2] }, back),
    );
  }
  if (bar !== null && whole > 0) {
    const color = fillOf(bar.get('background') ?? bar.get('color') ?? 'red') ?? '#FF0000FF';
    const box = { x: area.x - barWidth - gap, y: top, width: Math.max(1, barWidth), height: whole };
    shapes.push(appearing(shape(parts, bar.pointer, box, color), layout.barAppears));
  }
  return [...shapes, ...built];
}

const appearing = (own: OwnObject, motion: Block['appears']) =>
  own.set('animate-in', motion ?? undefined);

function shape(parts: ComponentParts, origin: string, box: PlacedBox, fill: unknown): OwnObject {
  const own = componentElement('shape', parts).set('fill', fill, origin);
  for (const [name, value] of Object.entries(box)) own.set(name, Math.round(value), origin);
  return own;
}

function downOf(settings: Members): Down | null {
  const given = settings.get('vertical-align') ?? settings.get('vertical-position');
  return given === 'top' || given === 'center' || given === 'bottom' ? given : null;
}

function heightOf(
  item: Members,
  defaults: Block['defaults'],
  width: number,
  { movie: { frame } }: ComponentParts,
): number {
  const given = item.get('font-size');
  const size = cssPixels(given, { frame }) ?? cssPixels(defaults['font-size'], { frame })!;
  const padding = cssSides(item.get('padding') ?? defaults['padding'] ?? 0, {
    frame,
    whole: width,
  }) ?? [0, 0, 0, 0];
  const inner = Math.max(size, width - padding[1] - padding[3]);
  const lines = (textOf(item) ?? '')
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((line.length * size * LETTER_WIDTH) / inner)),
      0,
    );
  return Math.ceil(lines * size * LINE_HEIGHT + padding[0] + padding[2]);
}
