import type { CaptionSettings } from '../../project/types/index.js';
import type { FontRequest } from '../../text/types.js';

/** The font of the captions. */
export function captionFont({
  fontFamily,
  fontWeight,
  italic,
  fontSize,
  letterSpacing,
}: Pick<
  CaptionSettings,
  'fontFamily' | 'fontWeight' | 'italic' | 'fontSize' | 'letterSpacing'
>): FontRequest {
  return {
    family: fontFamily,
    weight: fontWeight,
    ...(italic ? { italic } : {}),
    sizePx: fontSize,
    letterSpacingPx: letterSpacing,
  };
}
