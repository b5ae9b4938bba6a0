/** A part of the picture, in pixels of the video. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is dragged: the box itself, or the sides and corners by the points of the compass. */
export type Grip = 'move' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

/** Lines that a box has snapped to, in pixels of the video. */
export interface Guides {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Dragged {
  readonly box: Box;
  readonly guides: Guides;
}

export interface DragOptions {
  readonly frame: Size;
  /** How near to a line a side snaps. 0: nothing snaps. */
  readonly snap: number;
  readonly keepsProportions: boolean;
}

/** The margins that televisions show for sure (EBU R 95). */
const SAFE_SHARE = 0.05;

/** A box of which a grip was dragged so far. */
export function dragged(
  box: Box,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  options: DragOptions,
): Dragged {
  if (grip === 'move') return moved(box, by, options);
  return resized(box, grip, by, options);
}

function moved(
  { width, height, ...at }: Box,
  by: { x: number; y: number },
  { frame, snap }: DragOptions,
): Dragged {
  const across = snapMove(Math.round(at.x + by.x), width, frame.width, snap);
  const down = snapMove(Math.round(at.y + by.y), height, frame.height, snap);
  return {
    box: { x: across.start, y: down.start, width, height },
    guides: { x: across.guides, y: down.guides },
  };
}

function resized(
  box: Box,
  grip: Grip,
  by: { x: number; y: number },
  options: DragOptions,
): Dragged {
  const { frame, snap, keepsProportions } = options;
  const across = resizeSide(box.x, box.width, sideOf(grip, 'w', 'e'), by.x, {
    length: frame.width,
    snap,
  });
  const down = resizeSide(box.y, box.height, sideOf(grip, 'n', 's'), by.y, {
    length: frame.height,
    snap,
  });
  const guides = { x: across.guides, y: down.guides };
  if (!keepsProportions) {
    return {
      box: { x: across.start, y: down.start, width: across.size, height: down.size },
      guides,
    };
  }
  return { box: inProportion(box, grip, { width: across.size, height: down.size }), guides };
}

/** The box with the proportions that it had. What is opposite to the grip stays in place. */
function inProportion(box: Box, grip: Grip, wanted: Size): Box {
  const factors = { x: wanted.width / box.width, y: wanted.height / box.height };
  const isUpright = grip === 'n' || grip === 's';
  const isFlat = grip === 'e' || grip === 'w';
  const further = Math.abs(factors.x - 1) > Math.abs(factors.y - 1) ? factors.x : factors.y;
  const factor = isUpright ? factors.y : isFlat ? factors.x : further;
  const width = Math.max(1, Math.round(box.width * factor));
  const height = Math.max(1, Math.round(box.height * factor));
  return {
    width,
    height,
    x: grip.includes('w')
      ? box.x + box.width - width
      : isUpright
        ? centered(box.x, box.width, width)
        : box.x,
    y: grip.includes('n')
      ? box.y + box.height - height
      : isFlat
        ? centered(box.y, box.height, height)
        : box.y,
  };
}

function centered(start: number, before: number, after: number): number {
  return Math.round(start + (before - after) / 2);
}

function sideOf(grip: Grip, first: string, last: string): -1 | 0 | 1 {
  if (grip.includes(first)) return -1;
  return grip.includes(last) ? 1 : 0;
}

function resizeSide(
  start: number,
  size: number,
  side: -1 | 0 | 1,
  by: number,
  { length, snap }: { length: number; snap: number },
): { start: number; size: number; guides: number[] } {
  if (side === 0) return { start, size, guides: [] };
  const edge = Math.round((side < 0 ? start : start + size) + by);
  const line = nearest(edge, linesOf(length), snap);
  const placed = line ?? edge;
  const guides = line === null ? [] : [line];
  if (side > 0) return { start, size: Math.max(1, placed - start), guides };
  const end = start + size;
  const first = Math.min(placed, end - 1);
  return { start: first, size: end - first, guides };
}

function snapMove(start: number, size: number, length: number, snap: number) {
  const lines = linesOf(length);
  const found = [0, size / 2, size].flatMap((offset) => {
    const line = nearest(start + offset, lines, snap);
    return line === null ? [] : [{ line, start: Math.round(line - offset) }];
  });
  found.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  const [best] = found;
  if (best === undefined) return { start, guides: [] };
  const together = found.filter((one) => one.start === best.start);
  return { start: best.start, guides: together.map(({ line }) => line) };
}

/** The edges, the middle, and the safe area of the frame. */
function linesOf(length: number): number[] {
  const margin = Math.round(length * SAFE_SHARE);
  return [0, margin, Math.round(length / 2), length - margin, length];
}

function nearest(at: number, lines: readonly number[], within: number): number | null {
  let best: number | null = null;
  for (const line of lines) {
    const distance = Math.abs(line - at);
    if (distance < within && (best === null || distance < Math.abs(best - at))) best = line;
  }
  return best;
}
