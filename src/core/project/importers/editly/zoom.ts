import { asWritten } from '../as-written.js';
import type { OwnObject } from '../own-object.js';
import type { Layer } from './layer.js';
import type { Spec } from './spec.js';

/** Pictures that move sideways are larger by this and the amount of the zoom. */
const SIDEWAYS_SCALE = 1.3;
/** Pixels that they move for an amount of 1. */
const SIDEWAYS_PIXELS = 1000;

/** The Ken Burns effect of a layer, evenly from its start to its end. */
export interface Zoom {
  readonly scale: readonly [from: number, to: number];
  /** Pixels to the right. */
  readonly shift: readonly [from: number, to: number];
}

const STILL: Zoom = { scale: [1, 1], shift: [0, 0] };

/** The effect that a layer names. @param missing the direction and the amount without any */
export function zoomOf(
  layer: Layer,
  missing: { readonly direction: string | null; readonly amount: number },
  { report }: Spec,
): Zoom {
  const given = layer.get('zoomDirection');
  const direction = given === undefined ? missing.direction : given;
  const amount = Math.min(10, Math.max(0, layer.number('zoomAmount') ?? missing.amount));
  const grown = Number((1 + amount).toFixed(6));
  const half = (amount * SIDEWAYS_PIXELS) / 2;
  const wide = Number((SIDEWAYS_SCALE + amount).toFixed(6));
  switch (direction) {
    case null:
      return STILL;
    case 'in':
      return { ...STILL, scale: [1, grown] };
    case 'out':
      return { ...STILL, scale: [grown, 1] };
    case 'right':
      return { scale: [wide, wide], shift: [-half, half] };
    case 'left':
      return { scale: [wide, wide], shift: [half, -half] };
    default:
      report.note(
        layer.at('zoomDirection'),
        `The direction "${asWritten(direction).slice(0, 60)}" is unknown, so the layer stands still.`,
      );
      return STILL;
  }
}

/** Whether a layer moves, or has another size. */
export function isStill({ scale, shift }: Zoom): boolean {
  return scale.every((value) => value === 1) && shift.every((value) => value === 0);
}

/**
 * Moves an element.
 *
 * @param x the left edge of its box without the effect
 */
export function setZoom(own: OwnObject, { scale, shift }: Zoom, x: number, at: string): void {
  const along = ([from, to]: readonly [number, number], base: number) =>
    from === to
      ? [{ time: 'start', value: base + from }]
      : [
          { time: 'start', value: base + from },
          { time: 'end', value: base + to },
        ];
  const isShifted = shift.some((value) => value !== 0);
  const keyframes = {
    ...(scale.every((value) => value === 1) ? {} : { scale: along(scale, 0) }),
    ...(isShifted ? { x: along(shift, x) } : {}),
  };
  if (Object.keys(keyframes).length > 0) own.set('keyframes', keyframes, at);
}
