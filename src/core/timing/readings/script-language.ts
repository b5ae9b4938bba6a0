import { ownEntry } from '../../util/own-entry.js';

/** The languages of the acoustic models. */
export type ModelLanguage = 'en' | 'fr';

/** BCP 47 tags of the language names that recognition engines use. */
const TAGS_BY_NAME: Readonly<Record<string, string>> = {
  english: 'en',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  russian: 'ru',
  japanese: 'ja',
  chinese: 'zh',
  korean: 'ko',
  arabic: 'ar',
  hebrew: 'he',
  hindi: 'hi',
  turkish: 'tr',
  polish: 'pl',
};

/** Converts a language from an engine, such as `english` or `en-GB`, to a BCP 47 tag. */
export function languageTag(name: string): string {
  const lower = name.trim().toLowerCase();
  return (
    ownEntry(TAGS_BY_NAME, lower) ?? (/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(lower) ? lower : 'auto')
  );
}

/**
 * Returns the models that a script may be aligned with, the likeliest first, or none for other languages. A
 * script without a language may be in any of them if it is in Latin letters.
 */
export function modelLanguages(language: string, text: string): readonly ModelLanguage[] {
  const [base] = language.toLowerCase().split('-');
  if (base === 'en' || base === 'fr') return [base];
  if (base !== 'auto') return [];
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length * 2 >= letters.length ? ['en', 'fr'] : [];
}
