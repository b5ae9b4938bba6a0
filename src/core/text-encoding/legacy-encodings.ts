/** The label of an encoding in the WHATWG Encoding Standard. */
export type EncodingLabel = string;

const WESTERN = ['windows-1252'];
const CENTRAL_EUROPEAN = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'];

/** Languages and their encodings before UTF-8, the most common first. */
const LANGUAGE_GROUPS: readonly (readonly [
  languages: string,
  encodings: readonly EncodingLabel[],
])[] = [
  ['en de fr es pt it nl sv da nb nn no fi is ga ca gl eu id ms af sq', WESTERN],
  ['pl cs sk hu sl hr bs ro', CENTRAL_EUROPEAN],
  ['ru uk be bg mk kk', CYRILLIC],
  ['sr', ['windows-1250', 'windows-1251', 'iso-8859-2', 'iso-8859-5']],
  ['el', ['windows-1253', 'iso-8859-7']],
  ['tr', ['windows-1254', 'iso-8859-9']],
  ['az', ['windows-1254']],
  ['he', ['windows-1255', 'iso-8859-8']],
  ['ar fa ur', ['windows-1256', 'iso-8859-6']],
  ['lt lv et', ['windows-1257', 'iso-8859-13']],
  ['vi', ['windows-1258']],
  ['th', ['windows-874']],
  ['ja', ['shift_jis', 'euc-jp']],
  ['ko', ['euc-kr']],
  ['zh', ['gb18030', 'big5']],
];

const BY_LANGUAGE: ReadonlyMap<string, readonly EncodingLabel[]> = new Map(
  LANGUAGE_GROUPS.flatMap(([languages, encodings]) =>
    languages.split(' ').map((language) => [language, encodings] as const),
  ),
);

/** All encodings that a text without a byte order mark can have. */
export const LEGACY_ENCODINGS: ReadonlySet<EncodingLabel> = new Set(
  [...BY_LANGUAGE.values()].flat(),
);

/**
 * Returns the possible encodings of a text that is not Unicode, the most common first.
 *
 * @param language BCP 47 tag, or `auto`
 * @returns empty if the language has no known encodings
 */
export function encodingsForLanguage(language: string): readonly EncodingLabel[] {
  if (/^zh\b.*-(?:TW|HK|MO|Hant)\b/i.test(language)) return ['big5', 'gb18030'];
  return BY_LANGUAGE.get(language.toLowerCase().split('-', 1)[0]!) ?? [];
}
