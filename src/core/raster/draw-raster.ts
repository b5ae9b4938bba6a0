import { coverage, toForm, toRectangle } from './edge-distance.js';
import { gradientAt, mix, premultiplied } from './gradient.js';
import type { MaskPicture, RasterPicture, ShapePicture } from './types.js';

/** Changes with what is drawn, so that pictures of other versions are not taken for the same. */
export const RASTER_VERSION = 1;

/** ffmpeg's name of the format of a drawn picture's samples, row by row. */
export function rasterFormat({ kind }: RasterPicture): string {
  return kind === 'mask' ? 'gray' : 'rgba';
}

/** The samples of a picture, smooth at its edges. */
export function drawRaster(picture: RasterPicture): Uint8Array {
  return picture.kind === 'mask' ? drawMask(picture) : drawShape(picture);
}

const CLEAR = '#00000000';

function drawMask({ width, height, margin, radius }: MaskPicture): Uint8Array {
  const samples = new Uint8Array(width * height);
  const distance = toRectangle(width - 2 * margin, height - 2 * margin, radius);
  eachPixel(width, height, (x, y, index) => {
    samples[index] = Math.round(255 * coverage(distance(x, y)));
  });
  return samples;
}

function drawShape(shape: ShapePicture): Uint8Array {
  const { width, height, form, radius, fill, stroke } = shape;
  const samples = new Uint8Array(width * height * 4);
  const distance = toForm(form, shape, radius);
  const side = Math.min(width, height);
  const box = form === 'circle' ? { width: side, height: side } : shape;
  const inner = gradientAt(fill, box, form === 'rectangle' ? Math.SQRT2 : 1);
  const edge = premultiplied(stroke?.color ?? CLEAR);
  eachPixel(width, height, (x, y, index) => {
    const outside = distance(x, y);
    const seen = coverage(outside);
    const color = inner(x, y);
    const share = stroke ? coverage(outside + stroke.width) : 1;
    const painted = share < 1 ? mix(edge, color, share) : color;
    const alpha = painted[3];
    // What lets all through has the colour of what is beside it: scaling mixes the two.
    for (let part = 0; part < 3; part++) {
      samples[4 * index + part] = Math.round((255 * painted[part]!) / (alpha || 1));
    }
    samples[4 * index + 3] = Math.round(255 * alpha * seen);
  });
  return samples;
}

/** Calls with the centre of each pixel, counted from the middle of the picture. */
function eachPixel(
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
