import type { LimitName } from '../core/budget/limits.js';
import { prefixed } from '../pipeline/checks/config-checks.js';
import type { VideoDescription } from '../submissions/submissions.service.js';
import type { ValidationDto } from './validation.dto.js';

/** The answer for a valid request. @param pointer of the field that contains or names the config */
export function toValidationDto(
  { seconds, estimate, doubts }: VideoDescription,
  pointer: string,
): ValidationDto {
  const amountOf = (name: LimitName) => Math.ceil(estimate.get(name)?.amount ?? 0);
  return {
    valid: true,
    issues: [],
    warnings: prefixed(pointer, doubts),
    estimate: {
      duration_seconds: seconds,
      frames: amountOf('frames'),
      elements: amountOf('elements'),
      glyphs: amountOf('glyphs'),
      drawn_glyphs: amountOf('drawnGlyphs'),
      shape_megapixels: amountOf('shapeMegapixels'),
      moving_megapixels: amountOf('movingMegapixels'),
      voice_characters: amountOf('voiceCharacters'),
    },
  };
}
