/** A shape of the picture. */
export interface Format {
  readonly id: 'portrait' | 'square' | 'landscape';
  readonly width: number;
  readonly height: number;
}

export const FORMATS: readonly Format[] = [
  { id: 'portrait', width: 1080, height: 1920 },
  { id: 'square', width: 1080, height: 1080 },
  { id: 'landscape', width: 1920, height: 1080 },
];

/** The shorter side: what sizes of letters follow. */
export function shorterSide({ width, height }: Format): number {
  return Math.min(width, height);
}
