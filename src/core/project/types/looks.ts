import type { ShapeForm } from '../../raster/types.js';

/** How an element is framed, cut, and turned where it stands. */
export interface CornersAndRotation {
  /** Of its corners; a share is of its shorter side. */
  readonly cornerRadius: Length;
  readonly rotation: Rotation | null;
  /** A line along the inner side of the edge, or null. */
  readonly border: Border | null;
  /** What the visible parts of the element throw on what is below, or null. */
  readonly shadow: Shadow | null;
}

export interface Border {
  readonly width: number;
  /** `#RRGGBBAA` in uppercase. */
  readonly color: string;
}

/** As in CSS. Lengths are pixels of the output. */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  /** Twice the standard deviation. */
  readonly blur: number;
  /** `#RRGGBBAA` in uppercase. */
  readonly color: string;
}

/** Clockwise rotation around the center. */
export interface Rotation {
  /** Degrees when the element appears. */
  readonly angle: number;
  /** Degrees per second. */
  readonly speed: number;
}

/** A length in pixels, or as a share of another length (0 to 1). */
export type Length = { readonly px: number } | { readonly share: number };

/** Edits of a picture before it is placed. */
export interface ElementLook {
  /** The visible part of the source, or null for all of it. */
  readonly crop: Crop | null;
  readonly flip: Flip | null;
  readonly correction: ColorCorrection | null;
  readonly chromaKey: ChromaKey | null;
}

/** In pixels of the source, or as a share of its width and height. */
export interface Crop {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
}

export const FLIPS = ['horizontal', 'vertical', 'both'] as const;
export type Flip = (typeof FLIPS)[number];

/** Color correction. The descriptions of the fields define the values. */
export interface ColorCorrection {
  readonly lut: Lut | null;
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  readonly gamma: number;
  /** Degrees. */
  readonly hue: number;
  readonly grayscale: number;
  readonly sepia: number;
  /** Standard deviation in pixels of the output. */
  readonly blur: number;
  readonly negative: number;
  /** `#RRGGBBAA` in uppercase; null or without opacity for none. */
  readonly tint: string | null;
  readonly overlayColor: string | null;
  readonly vignette: number;
  readonly sharpen: number;
}

/** A lookup table of colors. */
export interface Lut {
  readonly src: string;
  /** The share of what the table makes of a color, 0 to 1. */
  readonly intensity: number;
  /** What the file says with this intensity. Null before the file is read, and if it changes no color. */
  readonly table: LutFile | null;
}

/** A lookup table as ffmpeg reads it, with the intensity in its values. */
export interface LutFile {
  /** Of its content. */
  readonly contentHash: string;
  /** Curves of the channels, or a grid. */
  readonly dimensions: 1 | 3;
}

/** A color that becomes transparent. */
export interface ChromaKey {
  /** `#RRGGBB` in uppercase. */
  readonly color: string;
  /** Distance from the color up to which pixels are transparent, 0.01 to 1. */
  readonly tolerance: number;
  /** Further distance over which pixels become opaque, 0 to 1. */
  readonly blend: number;
}

/** How the colors of an element combine with those below it. */
export const BLEND_MODES = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'add',
  'subtract',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const;
export type BlendMode = (typeof BLEND_MODES)[number];

/** A form in the box of an element, outside of which nothing shows. A share is of the side or, for lengths, of the shorter side. */
export interface ShapeMask {
  readonly form: ShapeForm;
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
  readonly radius: Length;
  /** Width of the soft edge, inward. */
  readonly feather: Length;
  /** True if nothing shows inside of it. */
  readonly inverted: boolean;
}

export const MATTE_TYPES = ['alpha', 'luma', 'alpha-inverted', 'luma-inverted'] as const;
export type MatteType = (typeof MATTE_TYPES)[number];

/** Directions in which the view can move. */
export const PAN_DIRECTIONS = [
  'left',
  'right',
  'top',
  'bottom',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
] as const;
export type PanDirection = (typeof PAN_DIRECTIONS)[number];

export interface ElementMotion {
  /** Magnification at the start and at the end. 1 is none. */
  readonly zoomFrom: number;
  readonly zoomTo: number;
  readonly pan: PanDirection | null;
  /** Distance of the pan as a share of the size of the picture, 0.01 to 0.5. */
  readonly panDistance: number;
}
