import {
  type ClipArea,
  intersectionOf,
  isEmptyArea,
  isPolygon,
  transformArea,
} from '../drawing/clip-area.js';
import { translation } from '../drawing/matrix.js';
import { type Sprite, UNITS } from '../drawing/sprite.js';
import type { Size } from '../timeline/box.js';
import type { TextState } from '../timeline/text-states.js';
import { type Posed, shifted } from './posed.js';
import type { TextPath } from './text-path.js';

/** Frames in which a text looks the same but for its place, in whole pixels. */
export interface TextStep {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly state: TextState;
  /** Where it is, without the whole pixels. */
  readonly posed: Posed;
  readonly shift: { readonly x: number; readonly y: number };
  /** Steps with the same key have the same drawing. */
  readonly key: string;
}

/**
 * The states of a text that moves, divided where it moves. The place of a text that only moves is rounded to what drawings
 * resolve, so that it has few drawings.
 */
export function textSteps(states: readonly TextState[], { changes, at }: TextPath): TextStep[] {
  let next = 0;
  return states.flatMap((state) => {
    const starts = [state.from];
    for (; next < changes.length && changes[next]! < state.to; next++) {
      if (changes[next]! > state.from) starts.push(changes[next]!);
    }
    return starts.map((from, index) => step(state, at(from), from, starts[index + 1] ?? state.to));
  });
}

function step(state: TextState, { matrix, ...look }: Posed, from: number, to: number): TextStep {
  const { a, b, c, d } = matrix;
  const isMoved = a === 1 && b === 0 && c === 0 && d === 1;
  const round = (at: number) => (isMoved ? Math.round(at * UNITS) / UNITS : at);
  const [e, f] = [round(matrix.e), round(matrix.f)];
  const shift = { x: Math.floor(e), y: Math.floor(f) };
  const posed = shifted({ ...look, matrix: { ...matrix, e, f } }, -shift.x, -shift.y);
  const { opacity, shown, remaining } = state;
  return { from, to, state, posed, shift, key: JSON.stringify([opacity, shown, remaining, posed]) };
}

/**
 * A sprite in the frames of a step, and in its place.
 *
 * @param first the absolute frame in which the text starts
 * @returns null if nothing of it shows
 */
export function placeSprite(
  sprite: Sprite,
  { from, to, shift }: TextStep,
  { first, frame }: { readonly first: number; readonly frame: Size },
): Sprite | null {
  const { shape, clip: area } = sprite;
  const clip = area ? clipWithin(transformArea(area, translation(shift.x, shift.y)), frame) : null;
  if (clip !== null && isEmptyArea(clip)) return null;
  return {
    ...sprite,
    startFrame: first + from,
    endFrame: first + to,
    shape: { ...shape, x: shape.x + shift.x, y: shape.y + shift.y },
    ...(clip ? { clip } : {}),
  };
}

/** libass makes a picture of a clip that is no rectangle, so that it must not be larger than the frame. */
function clipWithin(area: ClipArea, { width, height }: Size): ClipArea {
  const frame = { left: 0, top: 0, right: width, bottom: height };
  return isPolygon(area) ? intersectionOf([area, frame])! : area;
}
