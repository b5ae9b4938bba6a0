import { toNfc } from './clean-text.js';
import { transformText } from './transform-text.js';
import type { CaptionSettings } from '../project/types/index.js';

/** The combining marks that are kept per letter. More would only cover other lines. */
const MAX_MARKS = 8;
const EXCESS_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');
/** Controls, bidi overrides, and invisible characters. ZWJ and ZWNJ stay, because scripts need them. */
const INVISIBLE =
  /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Converts a client's text to displayable text: one line, single spaces, and nothing that affects other text.
 * Idempotent. The result can be empty.
 */
export function plainText(text: string): string {
  const visible = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(EXCESS_MARKS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return toNfc(visible);
}

/**
 * The text of a word as it appears on screen.
 *
 * @param language BCP 47 tag; affects capitals only (Turkish i, Greek accents). A malformed tag, such as `auto`,
 * is treated as undetermined, never as the language of the machine.
 */
export function displayText(
  text: string,
  settings: Pick<CaptionSettings, 'transform'>,
  language: string,
): string {
  const plain = plainText(text);
  return transformText(plain, settings.transform, toLocale(language));
}

function toLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
