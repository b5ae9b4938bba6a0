import type { CaptionSettings } from '../project/types.js';
import type { FontRequest } from '../text/types.js';

/** Thin strokes do not survive video compression over a moving picture. */
const BOLD = 700;
/** From baseline to baseline, of the font size. */
export const LINE_HEIGHT = 1.2;

/** The font of captions. */
export function captionFont({
  fontFamily,
  fontSize,
}: Pick<CaptionSettings, 'fontFamily' | 'fontSize'>): FontRequest {
  return { family: fontFamily, weight: BOLD, sizePx: fontSize };
}
