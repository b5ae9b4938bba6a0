import type { ShapePath } from './svg-path.js';

/** A picture that VideoCraft draws instead of reading it from a source. All lengths are pixels of the picture. */
export type RasterPicture = MaskPicture | ShapePicture;

/** A gray mask for another picture: white areas are fully visible. */
export interface MaskPicture {
  readonly kind: 'mask';
  readonly width: number;
  readonly height: number;
  /** The empty space on each side. */
  readonly margin: number;
  readonly radius: number;
  /** The part of the picture that shows, or null for all of it. */
  readonly area: MaskArea | null;
}

/** A form in a picture, without its margin. */
export interface MaskArea {
  readonly form: ShapeForm;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Width of the soft edge, inward. */
  readonly feather: number;
  readonly inverted: boolean;
}

export const SHAPE_FORMS = ['rectangle', 'ellipse', 'circle'] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

/** How a shape is painted. Colors are `#RRGGBBAA`. */
export interface FillAndStroke {
  readonly fill: Gradient;
  /** A line along the inner side of the edge; null for no line. */
  readonly stroke: { readonly color: string; readonly width: number } | null;
}

export interface ShapePicture extends FillAndStroke {
  readonly kind: 'shape';
  readonly form: ShapeForm;
  /** An outline in the place of the form. Absent for shapes that have a form. */
  readonly path?: ShapePath;
  readonly width: number;
  readonly height: number;
  /** The corner radius of a rectangle. */
  readonly radius: number;
}

/** Colors at equal distances. A single color is a solid fill. */
export interface Gradient {
  readonly style: 'linear' | 'radial';
  /** In degrees, clockwise. At 0, the gradient goes from left to right. */
  readonly angle: number;
  readonly colors: readonly string[];
}
