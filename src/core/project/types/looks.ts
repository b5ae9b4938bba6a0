/** How an element is cut and turned where it stands. */
export interface CornersAndRotation {
  /** Of its corners; a share is of its shorter side. */
  readonly cornerRadius: Length;
  readonly rotation: Rotation | null;
}

/** Around the middle, clockwise. */
export interface Rotation {
  /** Degrees, as the element comes. */
  readonly angle: number;
  /** Degrees a second. */
  readonly speed: number;
}

/** A length in pixels of what it is a length of, or as a share of it, 0 to 1. */
export type Length = { readonly px: number } | { readonly share: number };

/** What is done to a picture before it is placed. */
export interface ElementLook {
  /** The part of the source that shows, or null: all of it. */
  readonly crop: Crop | null;
  readonly flip: Flip | null;
  readonly correction: Correction | null;
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

/** Colour correction; what each value means stands with its field. */
export interface Correction {
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
}

/** A colour that lets through what lies below. */
export interface ChromaKey {
  /** `#RRGGBB`, upper case. */
  readonly color: string;
  /** How far from the colour all is let through, 0.01 to 1. */
  readonly tolerance: number;
  /** Over how much more distance it lets through less and less, 0 to 1. */
  readonly blend: number;
}

/** Where the view goes when it pans, and null where it stays in the middle. */
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
  /** Enlargement at the end (above 1: zooms in) or at the start (below -1: zooms out); 1 is none. */
  readonly zoomFrom: number;
  readonly zoomTo: number;
  readonly pan: PanDirection | null;
  /** How far the view goes, as a part of the picture's size, 0.01 to 0.5. */
  readonly panDistance: number;
}
