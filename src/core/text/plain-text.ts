import { composed } from './clean-text.js';
import type { CaptionSettings } from '../project/types/index.js';

/** Combining marks kept on one letter; more would only pile up ink over other lines. */
const MAX_MARKS = 8;
const EXCESS_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');
/** Controls, bidi overrides and characters without a shape; ZWJ and ZWNJ stay, scripts need them. */
const UNSEEN =
  /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * The caller's text as it may be shown: one line, single spaces, nothing in it that acts on other
 * text. Idempotent; may be empty.
 */
export function plainText(text: string): string {
  const seen = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(EXCESS_MARKS, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return composed(seen);
}

/**
 * The text of a word as it stands on the screen.
 *
 * @param language BCP 47 tag; matters for capitals only (Turkish i, Greek accents). A tag that is
 * not well formed, such as `auto`, counts as undetermined, never as the machine's own language.
 */
export function displayText(
  text: string,
  settings: Pick<CaptionSettings, 'allCaps'>,
  language: string,
): string {
  const plain = plainText(text);
  return settings.allCaps ? plain.toLocaleUpperCase(knownLocale(language)) : plain;
}

function knownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
