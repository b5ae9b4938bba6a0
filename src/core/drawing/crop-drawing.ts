import type { PixelRows } from './drawn-rows.js';

/**
 * A document that draws some rows of what a document draws, on a frame of only these rows.
 *
 * @param document from `writeAssDrawing`, without polygons that clip
 */
export function cropDrawing(document: string, { top, bottom }: PixelRows): string {
  return document
    .replace(/^PlayResY: .*$/m, `PlayResY: ${bottom - top}`)
    .replaceAll(/\\pos\(([^,)]+),([^,)]+)\)/g, (_, x, y) => `\\pos(${x},${Number(y) - top})`)
    .replaceAll(
      /\\clip\(([^,)]+),([^,)]+),([^,)]+),([^,)]+)\)/g,
      (_, left, from, right, to) =>
        `\\clip(${left},${Number(from) - top},${right},${Number(to) - top})`,
    );
}
