import { digitWords, numberWords } from './spoken-numbers.js';

const SYMBOLS: Readonly<Record<string, string>> = {
  '&': ' and ',
  '+': ' plus ',
  '@': ' at ',
  '%': ' percent ',
};

/**
 * What is said for one written word, in lower-case letters and apostrophes; one written word may be
 * many spoken ones (`$499`, `2-year`, `50%`), or none (a lone dash).
 */
export function spokenWords(written: string): string[] {
  const spoken = written
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/gu, '$1')
    .replace(/\$(\d{1,12})(?:\.(\d\d))?/gu, (_match, dollars: string, cents?: string) => {
      const unit = Number(dollars) === 1 ? 'dollar' : 'dollars';
      const rest =
        Number(cents ?? 0) > 0 ? ` and ${numberWords(Number(cents)).join(' ')} cents` : '';
      return ` ${numberWords(Number(dollars)).join(' ')} ${unit}${rest} `;
    })
    .replace(/(\d+)\.(\d+)/gu, (_match, whole: string, decimals: string) => {
      const after = Array.from(decimals, (digit) => numberWords(Number(digit)).join(' '));
      return ` ${digitWords(whole).join(' ')} point ${after.join(' ')} `;
    })
    .replace(/\d+/gu, (digits) => ` ${digitWords(digits).join(' ')} `)
    .replace(/[&+@%]/gu, (symbol) => SYMBOLS[symbol] ?? ' ');
  return spoken
    .replace(/[^\p{L}' ]+/gu, ' ')
    .split(/ +/u)
    .map((word) => word.replace(/^'+|'+$/gu, ''))
    .filter((word) => word !== '');
}
