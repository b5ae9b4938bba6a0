/** Colors for whoever has none: they go together on dark and on light. */
const PALETTE = ['#FFFFFF', '#000000', '#1F2A5C', '#3A4FD8', '#B3402A', '#E2A72E', '#14713D'];

export interface SuggestedColor {
  readonly color: string;
  /** Whether the video has it, as videos have few colors that go together. */
  readonly isUsed: boolean;
}

/** The colors of a video, and then others. */
export function collectColors(text: string): SuggestedColor[] {
  const used = new Set(
    [...text.matchAll(/"(#[\da-f]{6}(?:[\da-f]{2})?)"/gi)].map(([, color]) => color!.toUpperCase()),
  );
  const others = PALETTE.filter((color) => !used.has(color));
  return [
    ...[...used].map((color) => ({ color, isUsed: true })),
    ...others.map((color) => ({ color, isUsed: false })),
  ];
}
