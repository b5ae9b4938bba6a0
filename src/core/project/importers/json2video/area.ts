import { cssPixels, cssSides, type CssScope } from '../css.js';
import type { Members } from '../members.js';
import type { Movie } from './movie.js';
import {
  type Across,
  type Down,
  noteIgnoredCoordinates,
  pixelsOf,
  presetOf,
  PRESET_GAP,
} from './placement.js';

/** The canvas of a text or a component in the movie, and where its box stands in it. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What the preset of the element says of the box; null without a preset. */
  readonly across: Across | null;
  readonly down: Down | null;
}

const CANVAS_TO_EDGE =
  'Without a width or a height, the canvas goes to the edge of the movie, and the text stands in the canvas as it is aligned.';

/**
 * The canvas of an element. Without a size, it goes to the edges of the movie, and with a preset it leaves the gap of presets at
 * all edges, so that its box stands off them.
 */
export function areaOf(element: Members, movie: Movie): Area {
  const { frame } = movie;
  const preset = presetOf(element, movie);
  const width = pixelsOf(element, 'width', movie);
  const height = pixelsOf(element, 'height', movie);
  if (preset === null) {
    const [x, y] = [pixelsOf(element, 'x', movie) ?? 0, pixelsOf(element, 'y', movie) ?? 0];
    const size = {
      width: width ?? Math.max(1, frame.width - Math.max(0, x)),
      height: height ?? Math.max(1, frame.height - Math.max(0, y)),
    };
    if ((width === null && x > 0) || (height === null && y > 0))
      movie.report.note(element.pointer, CANVAS_TO_EDGE);
    return { x, y, ...size, across: null, down: null };
  }
  noteIgnoredCoordinates(element, movie);
  const across = along(frame.width, width, { left: 0, center: 0.5, right: 1 }[preset.across]);
  const down = along(frame.height, height, { top: 0, center: 0.5, bottom: 1 }[preset.down]);
  return {
    ...{ x: across.start, y: down.start, width: across.size, height: down.size },
    ...preset,
  };
}

/** The start and the size of an area in a side of the movie. */
function along(side: number, given: number | null, share: number): { start: number; size: number } {
  const gap = Math.round(side * PRESET_GAP);
  const size = given ?? side - 2 * gap;
  const free = side - size;
  const kept = Math.max(0, Math.min(gap, free));
  const inward = share === 0.5 ? 0 : share === 0 ? kept : -kept;
  return { start: Math.round(free * share + inward), size };
}

const EDGES = ['top', 'right', 'bottom', 'left'] as const;
type Sides = [top: number, right: number, bottom: number, left: number];

/** `padding` or `margin` of CSS with its four sides, in pixels. Null if none is set. */
export function sidesOf(
  settings: Members,
  name: 'margin' | 'padding',
  scope: CssScope,
  { report }: Movie,
): Sides | null {
  const given = settings.get(name);
  const all = given === undefined ? null : cssSides(given, scope);
  if (given !== undefined && all === null)
    report.note(settings.at(name), `"${name}" is not a length, and is left out.`);
  const sides: Sides = all ?? [0, 0, 0, 0];
  let isSet = all !== null;
  for (const [index, edge] of EDGES.entries()) {
    const side = settings.get(`${name}-${edge}`);
    if (side === undefined) continue;
    const pixels = cssPixels(side, scope);
    if (pixels === null)
      report.note(
        settings.at(`${name}-${edge}`),
        `"${name}-${edge}" is not a length, and is left out.`,
      );
    else sides[index] = pixels;
    isSet ||= pixels !== null;
  }
  return isSet ? sides : null;
}

/** An area without its margins. It keeps at least a pixel. */
export function inset(area: Area, [top, right, bottom, left]: Sides): Area {
  return {
    ...area,
    x: Math.round(area.x + left),
    y: Math.round(area.y + top),
    width: Math.max(1, Math.round(area.width - left - right)),
    height: Math.max(1, Math.round(area.height - top - bottom)),
  };
}
