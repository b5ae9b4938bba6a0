import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';
import type { Report } from '../report.js';
import { Layer } from './layer.js';
import type { Spec } from './spec.js';

/** Distance of a named position from the edges, as a share of the frame. */
const MARGIN = 0.05;

const SHARES: Readonly<Record<string, number>> = {
  ...{ left: 0, top: 0, center: 0.5, right: 1, bottom: 1 },
};

/** A point of the frame, and the point of a box that is there, both as shares. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly originX: number;
  readonly originY: number;
}

const CENTER: Place = { x: 0.5, y: 0.5, originX: 0.5, originY: 0.5 };
const NAMES = /^(?:(top|center|bottom)-)?(left|center|right|top|bottom)$/;

/** Where a layer stands: a name, or a point. The middle by default. */
export function placeOf(layer: Layer, { report }: Spec, missing: Place = CENTER): Place {
  const given = layer.get('position');
  if (given === undefined || given === null) return missing;
  if (isJsonObject(given)) return pointOf(layer.object('position')!, report);
  const named = typeof given === 'string' ? namedPlace(given) : null;
  if (named !== null) return named;
  const at = layer.at('position');
  const name = asWritten(given).slice(0, 60);
  report.note(at, `The position "${name}" is unknown, so it is "center".`);
  return CENTER;
}

function namedPlace(name: string): Place | null {
  const [, down, last] = NAMES.exec(name) ?? [];
  if (last === undefined) return null;
  const isDown = last === 'top' || last === 'bottom';
  if (down !== undefined && isDown) return null;
  const across = SHARES[isDown ? 'center' : last]!;
  const below = SHARES[down ?? (isDown ? last : 'center')]!;
  const inside = (share: number) => MARGIN + share * (1 - 2 * MARGIN);
  return { x: inside(across), y: inside(below), originX: across, originY: below };
}

/** A point whose box begins there by default. Without a coordinate, it is in the middle. */
function pointOf(position: Layer, report: Report): Place {
  const along = (name: 'x' | 'y', origin: 'originX' | 'originY', first: string) => {
    const value = position.get(name);
    const share = numberOf(value);
    if (value !== undefined && value !== null && share === null)
      report.refuse(
        position.at(name),
        `Expected "${name}" to be a share of the frame, from 0 to 1.`,
      );
    const from = shareOf(position, origin, first, report);
    return share === null ? { at: 0.5, from: 0.5 } : { at: share, from };
  };
  const across = along('x', 'originX', 'left');
  const down = along('y', 'originY', 'top');
  return { x: across.at, y: down.at, originX: across.from, originY: down.from };
}

/** The share of a box that an origin names. */
export function shareOf(layer: Layer, name: string, missing: string, report: Report): number {
  const given = layer.get(name) ?? missing;
  const share = typeof given === 'string' ? SHARES[given] : undefined;
  if (share !== undefined) return share;
  const message = `The origin "${asWritten(given).slice(0, 60)}" is unknown, so it is "${missing}".`;
  report.note(layer.at(name), message);
  return SHARES[missing]!;
}

const RESIZES: Readonly<Record<string, string>> = {
  ...{ contain: 'contain', 'contain-blur': 'blur', cover: 'cover', stretch: 'fill' },
};

/** How a picture fills its box. `contain-blur` has a blurred copy behind it. */
export function resizeOf(layer: Layer, report: Report): string {
  const given = layer.get('resizeMode') ?? 'contain-blur';
  if (typeof given === 'string' && Object.hasOwn(RESIZES, given)) return RESIZES[given]!;
  const name = asWritten(given).slice(0, 60);
  const message = `The resize mode "${name}" is unknown, so it is "contain-blur".`;
  report.note(layer.at('resizeMode'), message);
  return RESIZES['contain-blur']!;
}
