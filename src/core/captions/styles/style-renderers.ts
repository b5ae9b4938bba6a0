import type { CaptionStyle } from '../../project/types/index.js';
import { bounce, karaoke, pop, typewriter } from './animated.js';
import { boxedLine, boxedWord, highlight, underline } from './boxed.js';
import { classic, classicProgressive, progressive } from './plain.js';
import type { DrawPage } from './types.js';

export const STYLE_RENDERERS: Readonly<Record<CaptionStyle, DrawPage>> = {
  progressive,
  classic,
  'classic-progressive': classicProgressive,
  // `buildPages` makes pages of one word for this style.
  'classic-one-word': classic,
  'boxed-line': boxedLine,
  'boxed-word': boxedWord,
  karaoke,
  highlight,
  pop,
  bounce,
  typewriter,
  underline,
};
