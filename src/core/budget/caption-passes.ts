import type { CaptionStyle, FrameRate } from '../project/types/index.js';

/** How often a style draws each word: at rest, and in each frame of a movement of so many seconds. */
interface Passes {
  readonly still: number;
  readonly movingSeconds: number;
}

/** Words that are sung rarely last longer on average. */
const WORD_SECONDS = 0.4;

const PASSES: Readonly<Record<CaptionStyle, Passes>> = {
  progressive: { still: 4, movingSeconds: 0 },
  classic: { still: 2, movingSeconds: 0 },
  'classic-progressive': { still: 2, movingSeconds: 0 },
  'classic-one-word': { still: 2, movingSeconds: 0 },
  'boxed-line': { still: 4, movingSeconds: 0 },
  'boxed-word': { still: 5, movingSeconds: 0 },
  karaoke: { still: 3, movingSeconds: WORD_SECONDS },
  highlight: { still: 5, movingSeconds: 0 },
  pop: { still: 6, movingSeconds: 0.25 },
  bounce: { still: 6, movingSeconds: 0.4 },
  typewriter: { still: 4, movingSeconds: 0 },
  underline: { still: 2, movingSeconds: 0 },
};

/** How often a style draws a character: each frame of a movement takes a fill and an edge. */
export function captionPasses(style: CaptionStyle, { num, den }: FrameRate): number {
  const { still, movingSeconds } = PASSES[style];
  return still + 2 * Math.ceil((movingSeconds * num) / den);
}
