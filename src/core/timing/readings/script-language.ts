/** Languages that an acoustic model is there for. */
export type ModelLanguage = 'en' | 'fr';

/** Names by which recognition engines call languages, for tags that a model or a reader needs. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
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

/** A language as an engine tells it, `english` or `en-GB`, as a BCP 47 tag. */
export function languageTag(name: string): string {
  const lower = name.trim().toLowerCase();
  return ENGLISH_NAMES[lower] ?? (/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(lower) ? lower : 'auto');
}

/**
 * The models that a script may be aligned with, the likeliest first; none where there is none for its
 * language. A script without a language may be of any of them as long as it is in Latin letters.
 */
export function modelLanguages(language: string, text: string): readonly ModelLanguage[] {
  const [base] = language.toLowerCase().split('-');
  if (base === 'en' || base === 'fr') return [base];
  if (base !== 'auto') return [];
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length * 2 >= letters.length ? ['en', 'fr'] : [];
}
