const ONES = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
] as const;

/** A whole number from 0 to 10^12 as English words. */
export function numberWords(value: number): string[] {
  if (value < 20) return [ONES[value] ?? 'zero'];
  if (value < 100) {
    const rest = value % 10;
    return [TENS[Math.floor(value / 10) - 2]!, ...(rest > 0 ? [ONES[rest]!] : [])];
  }
  const [size, name] = SCALES.find(([scale]) => value >= scale)!;
  const rest = value % size;
  return [...numberWords(Math.floor(value / size)), name, ...(rest > 0 ? numberWords(rest) : [])];
}

/** Digits as they are said: years from 1100 to 2099 in two halves, long strings digit by digit. */
export function digitWords(digits: string): string[] {
  if (digits.length > 12) return Array.from(digits, (digit) => ONES[Number(digit)]!);
  const value = Number(digits);
  const isYear = digits.length === 4 && value >= 1100 && value < 2100 && value % 1000 >= 10;
  if (!isYear) return numberWords(value);
  const [century, rest] = [Math.floor(value / 100), value % 100];
  if (rest === 0) return [...numberWords(century), 'hundred'];
  return [...numberWords(century), ...(rest < 10 ? ['oh'] : []), ...numberWords(rest)];
}
