/** An encoding by its label in the WHATWG Encoding Standard. */
export type EncodingLabel = string;

const WESTERN = ['windows-1252'];
const CENTRAL_EUROPEAN = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'];

/** What files of a language were written in before UTF-8, the commonest first. */
const BY_LANGUAGE: Readonly<Record<string, readonly EncodingLabel[]>> = {
  ...each('en de fr es pt it nl sv da nb nn no fi is ga ca gl eu id ms af sq', WESTERN),
  ...each('pl cs sk hu sl hr bs ro', CENTRAL_EUROPEAN),
  ...each('ru uk be bg mk kk', CYRILLIC),
  sr: ['windows-1250', 'windows-1251', 'iso-8859-2', 'iso-8859-5'],
  el: ['windows-1253', 'iso-8859-7'],
  tr: ['windows-1254', 'iso-8859-9'],
  az: ['windows-1254'],
  he: ['windows-1255', 'iso-8859-8'],
  ...each('ar fa ur', ['windows-1256', 'iso-8859-6']),
  ...each('lt lv et', ['windows-1257', 'iso-8859-13']),
  vi: ['windows-1258'],
  th: ['windows-874'],
  ja: ['shift_jis', 'euc-jp'],
  ko: ['euc-kr'],
  zh: ['gb18030', 'big5'],
};

function each(languages: string, encodings: readonly EncodingLabel[]) {
  return Object.fromEntries(languages.split(' ').map((language) => [language, encodings]));
}

/** Every encoding that a text without a mark may be in. */
export const LEGACY_ENCODINGS: ReadonlySet<EncodingLabel> = new Set(
  Object.values(BY_LANGUAGE).flat(),
);

/**
 * What a text of a language may be in when it is not Unicode, the commonest first.
 *
 * @param language BCP 47, or `auto`
 * @returns empty when the language tells nothing
 */
export function encodingsOf(language: string): readonly EncodingLabel[] {
  if (/^zh\b.*-(?:TW|HK|MO|Hant)\b/i.test(language)) return ['big5', 'gb18030'];
  return BY_LANGUAGE[language.toLowerCase().split('-', 1)[0]!] ?? [];
}
