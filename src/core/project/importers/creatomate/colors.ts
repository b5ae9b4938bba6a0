import { readCssColor } from '../../plain-values/css-color.js';
import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import type { Report } from '../report.js';
import { staticOf } from './keyframes.js';
import { clamp, lengthOf, round, shareOf } from './units.js';

/** A color as `#RRGGBB` or `#RRGGBBAA`. Null for anything else. */
export const colorOf = (value: unknown) => (typeof value === 'string' ? readCssColor(value) : null);

/** Reads a color that does not change. Undefined without one; what is none is a note. */
export function colorIn(props: Members, name: string, report: Report): string | undefined {
  const value = staticOf(props, name, report);
  if (value === undefined || value === null || value === '') return undefined;
  const color =
    colorOf(value) ?? (isStops(value) ? averageOf(value, props.at(name), report) : null);
  if (color === null)
    report.note(
      props.at(name),
      `The color "${asWritten(value).slice(0, 60)}" is unknown. It is left out.`,
    );
  return color ?? undefined;
}

interface Stop {
  readonly offset: number;
  readonly color: string;
}

function isStops(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isJsonObject(one) && 'color' in one)
  );
}

function stopsOf(value: readonly Readonly<Record<string, unknown>>[]): Stop[] {
  return value
    .flatMap(({ offset, color }, index) => {
      const read = colorOf(color);
      const place = shareOf(offset) ?? index / Math.max(1, value.length - 1);
      return read === null ? [] : [{ offset: place, color: read }];
    })
    .sort((a, b) => a.offset - b.offset);
}

/** What has one color only has the middle of a gradient. */
function averageOf(
  value: readonly Readonly<Record<string, unknown>>[],
  at: string,
  report: Report,
): string | null {
  const stops = stopsOf(value);
  if (stops.length === 0) return null;
  if (new Set(stops.map(({ color }) => color)).size > 1)
    report.note(at, 'A gradient is not possible here, so its color in the middle is used.');
  return colorAt(stops, 0.5);
}

function colorAt(stops: readonly Stop[], offset: number): string {
  const next = stops.findIndex((stop) => stop.offset >= offset);
  if (next <= 0) return (next === 0 ? stops[0]! : stops.at(-1)!).color;
  const [from, to] = [stops[next - 1]!, stops[next]!];
  const span = to.offset - from.offset;
  return mixed(from.color, to.color, span === 0 ? 1 : (offset - from.offset) / span);
}

function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5, 7].map((at) => {
    const of = (color: string) => Number.parseInt(color.slice(at, at + 2) || 'FF', 16);
    const value = Math.round(of(from) + (of(to) - of(from)) * share);
    return value.toString(16).padStart(2, '0').toUpperCase();
  });
  const color = `#${parts.join('')}`;
  return color.endsWith('FF') ? color.slice(0, 7) : color;
}

const CLEAR = '#00000000';
const MOST_COLORS = 8;

/** A fill as a video config has it: a color, a gradient, or a clear color for none. */
export function fillOf(props: Members, report: Report): string | object {
  const value = staticOf(props, 'fill-color', report);
  const mode = staticOf(props, 'fill-mode', report);
  const x0 = placeOf(props, 'fill-x0', 0, report);
  const y0 = placeOf(props, 'fill-y0', 0, report);
  const x1 = placeOf(props, 'fill-x1', 1, report);
  const y1 = placeOf(props, 'fill-y1', 0, report);
  props.get('fill-radius');
  if (value === undefined || value === null || value === '') return CLEAR;
  const color = colorOf(value);
  if (color !== null) return color;
  if (!isStops(value)) {
    report.note(
      props.at('fill-color'),
      `The color "${asWritten(value).slice(0, 60)}" is unknown. It is left out.`,
    );
    return CLEAR;
  }
  const stops = stopsOf(value);
  if (stops.length === 0) return CLEAR;
  if (stops.length === 1) return stops[0]!.color;
  const count = evenCount(stops);
  const colors = Array.from({ length: count }, (_, index) => colorAt(stops, index / (count - 1)));
  if (mode === 'radial') return { style: 'radial', colors };
  const angle = round((Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI);
  return { style: 'linear', angle, colors };
}

/** Gradients of a video config have even steps. Others are sampled at as many as possible. */
function evenCount(stops: readonly Stop[]): number {
  const isEven = stops.every(
    ({ offset }, index) => Math.abs(offset - index / (stops.length - 1)) < 0.01,
  );
  return isEven && stops.length <= MOST_COLORS ? stops.length : MOST_COLORS;
}

function placeOf(props: Members, name: string, missing: number, report: Report): number {
  const value = staticOf(props, name, report);
  const share = value === undefined ? missing : shareOf(value);
  return clamp(share ?? missing, -10, 10);
}

/** The width of a stroke in pixels, at most the given one. 0 without a color. */
export function strokeOf(
  props: Members,
  scope: Parameters<typeof lengthOf>[1],
  most: number,
  report: Report,
): { readonly color: string; readonly width: number } | null {
  const color = colorIn(props, 'stroke-color', report);
  const given = staticOf(props, 'stroke-width', report);
  for (const name of ['stroke-cap', 'stroke-join']) props.get(name);
  if (color === undefined) return null;
  const vmin = Math.min(scope.frame.width, scope.frame.height) / 100;
  const width = given === undefined ? vmin : lengthOf(given, scope);
  if (width === null) {
    report.note(
      props.at('stroke-width'),
      `The width "${asWritten(given).slice(0, 60)}" is unknown, so it is ${round(vmin, 1)} pixels.`,
    );
    return { color, width: vmin };
  }
  return width <= 0 ? null : { color, width: clamp(width, 0, most) };
}
