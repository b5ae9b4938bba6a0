import { edgeCoverage, fillCoverage } from './path-coverage.js';
import { readSvgPath, type ShapePath } from './svg-path.js';
import { coverage, type EdgeDistance, rectangleDistance, shapeDistance } from './edge-distance.js';
import { gradientAt, mixColors, parsePremultiplied } from './gradient.js';
import type { MaskArea, MaskPicture, RasterPicture, ShapePicture } from './types.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Increase this version when the output changes, so that cached pictures of other versions are not used. */
export const RASTER_VERSION = 2;

/** The ffmpeg name of the pixel format. Samples are stored row by row. */
export function rasterFormat({ kind }: RasterPicture): string {
  return kind === 'mask' ? 'gray' : 'rgba';
}

/** Draws a picture with smooth edges. */
export function drawRaster(picture: RasterPicture): Uint8Array {
  return picture.kind === 'mask' ? drawMask(picture) : drawShape(picture);
}

const TRANSPARENT = '#00000000';

function drawMask({ width, height, margin, radius, area }: MaskPicture): Uint8Array {
  const samples = new Uint8Array(width * height);
  const size = { width: width - 2 * margin, height: height - 2 * margin };
  const distance = rectangleDistance(size.width, size.height, radius);
  const shown = area === null ? () => 1 : areaCoverage(area, size);
  visitPixels(width, height, (x, y, index) => {
    samples[index] = 255 * coverage(distance(x, y)) * shown(x, y) + 0.5;
  });
  return samples;
}

/** The share of a pixel that shows, at a distance from the center of a picture. */
function areaCoverage(area: MaskArea, size: Size): EdgeDistance {
  const { form, radius, feather, inverted } = area;
  const centerX = area.x + (area.width - size.width) / 2;
  const centerY = area.y + (area.height - size.height) / 2;
  const distance = shapeDistance(form, area, radius);
  // A soft edge that is narrower than a pixel is as smooth as a hard one.
  const shareOf = (outside: number) =>
    feather < 1 ? coverage(outside) : Math.min(1, Math.max(0, -outside / feather));
  return (x, y) => {
    const share = shareOf(distance(x - centerX, y - centerY));
    return inverted ? 1 - share : share;
  };
}

/** The shares of pixels that a shape covers. */
interface Painted {
  visible(x: number, y: number, index: number): number;
  /** Of what is visible, the share that is not the stroke. If it is missing, there is no stroke. */
  inner?(x: number, y: number, index: number): number;
}

function drawShape(shape: ShapePicture): Uint8Array {
  const { width, height, form, fill, stroke, path } = shape;
  const samples = new Uint8Array(width * height * 4);
  const painted = path === undefined ? paintedForm(shape) : paintedPath(shape, path);
  const side = Math.min(width, height);
  const box = form === 'circle' ? { width: side, height: side } : shape;
  const fillAt = gradientAt(fill, box, form === 'rectangle' ? Math.SQRT2 : 1);
  const edge = parsePremultiplied(stroke?.color ?? TRANSPARENT);
  const color = new Float64Array(4);
  visitPixels(width, height, (x, y, index) => {
    fillAt(x, y, color);
    const share = painted.inner?.(x, y, index) ?? 1;
    if (share < 1) mixColors(color, edge, color, share);
    const alpha = color[3]!;
    // Transparent pixels keep the color of their neighbors, because scaling mixes the two. Samples are rounded by
    // adding a half, because writing them drops the rest.
    const scale = 255 / (alpha || 1);
    for (let part = 0; part < 3; part++) samples[4 * index + part] = color[part]! * scale + 0.5;
    samples[4 * index + 3] = 255 * alpha * painted.visible(x, y, index) + 0.5;
  });
  return samples;
}

function paintedForm({ width, height, form, radius, stroke }: ShapePicture): Painted {
  const distance = shapeDistance(form, { width, height }, radius);
  const visible = (x: number, y: number) => coverage(distance(x, y));
  if (stroke === null) return { visible };
  return { visible, inner: (x, y) => coverage(distance(x, y) + stroke.width) };
}

function paintedPath({ width, height, stroke }: ShapePicture, path: ShapePath): Painted {
  const [left, top, boxWidth, boxHeight] = path.viewBox;
  const contours = (readSvgPath(path.data) ?? []).map((contour) =>
    contour.map(
      ([x, y]) => [((x - left) * width) / boxWidth, ((y - top) * height) / boxHeight] as const,
    ),
  );
  const size = { width, height };
  const filled = fillCoverage(contours, size);
  const visible = (_x: number, _y: number, index: number) => filled[index]!;
  if (stroke === null) return { visible };
  const edge = edgeCoverage(contours, stroke.width, size);
  return { visible, inner: (_x, _y, index) => 1 - edge[index]! };
}

/** Visits the center of each pixel, relative to the center of the picture. */
function visitPixels(
  width: number,
  height: number,
  visit: (x: number, y: number, index: number) => void,
): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      visit(column + 0.5 - width / 2, row + 0.5 - height / 2, row * width + column);
    }
  }
}
