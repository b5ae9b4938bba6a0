/** How exactly the font size of a fitted text is found, in pixels. */
export const SIZE_STEP = 0.25;

/** The sizes between which a text is fitted, in pixels. Without a smallest one, the size is fixed. */
export interface SizeRange {
  readonly fontSize: number;
  readonly fontSizeMin: number | null;
}

/** How often a text is laid out at most to find its font size. */
export function layoutsOf({ fontSize, fontSizeMin }: SizeRange): number {
  if (fontSizeMin === null) return 1;
  return 2 + Math.ceil(Math.log2(Math.max(1, (fontSize - fontSizeMin) / SIZE_STEP)));
}
