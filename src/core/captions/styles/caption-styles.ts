import type { CaptionStyle } from '../../project/types/index.js';
import { bounce, karaoke, pop, typewriter } from './animated.js';
import { boxedLine, boxedWord, highlight, underline } from './boxed.js';
import { classic, classicProgressive, progressive } from './plain.js';
import type { DrawPage } from './types.js';

export const STYLES: Readonly<Record<CaptionStyle, DrawPage>> = {
  progressive,
  classic,
  'classic-progressive': classicProgressive,
  // Pages of this style have one word, which `buildPages` sees to.
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
