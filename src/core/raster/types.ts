/** Drawn by us rather than read from a source; all lengths are pixels of the picture. */
export type RasterPicture = MaskPicture | ShapePicture;

/** What shows of a picture: grey, white where all of it does. */
export interface MaskPicture {
  readonly kind: 'mask';
  readonly width: number;
  readonly height: number;
  /** Empty at each side, around the outline. */
  readonly margin: number;
  readonly radius: number;
}

export const SHAPE_FORMS = ['rectangle', 'ellipse', 'circle'] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

/** How a form is painted; colours are `#RRGGBBAA`. */
export interface Paintwork {
  readonly fill: Gradient;
  /** Along the inner side of the edge; null: none. */
  readonly stroke: { readonly color: string; readonly width: number } | null;
}

export interface ShapePicture extends Paintwork {
  readonly kind: 'shape';
  readonly form: ShapeForm;
  readonly width: number;
  readonly height: number;
  /** Of a rectangle's corners. */
  readonly radius: number;
}

/** Colours at even distances; a single one is plain. */
export interface Gradient {
  readonly style: 'linear' | 'radial';
  /** Degrees, clockwise; 0: from left to right. */
  readonly angle: number;
  readonly colors: readonly string[];
}
