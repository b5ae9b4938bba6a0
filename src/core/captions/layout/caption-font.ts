import type { CaptionSettings } from '../../project/types/index.js';
import type { FontRequest } from '../../text/types.js';

/** The font of the captions. */
export function captionFont({
  fontFamily,
  fontWeight,
  fontSize,
  letterSpacing,
}: Pick<CaptionSettings, 'fontFamily' | 'fontWeight' | 'fontSize' | 'letterSpacing'>): FontRequest {
  return {
    family: fontFamily,
    weight: fontWeight,
    sizePx: fontSize,
    letterSpacingPx: letterSpacing,
  };
}
