import { alternatives, sequence, type Phrases } from './phrases.js';

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
/** Irregular ordinals. */
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
const MAX_DIGITS = 18;
/** Longer strings of digits are hardly said in pairs. */
const LONGEST_IN_PAIRS = 8;

/** Reads a whole number of at most 18 digits, with and without "and": "one thousand two hundred fifty". */
export function cardinals(digits: string): string[] {
  const plain = digits.replace(/^0+(?=\d)/u, '');
  if (plain.length > MAX_DIGITS) return [];
  return alternatives([cardinal(plain, '')], [cardinal(plain, 'and')], withA(plain));
}

/** "a hundred", "a thousand". */
function withA(digits: string): Phrases {
  return /^1(00|000|000000)$/u.test(digits) ? [cardinal(digits, '').replace(/^one/u, 'a')] : [];
}

function cardinal(digits: string, and: string): string {
  if (/^0*$/u.test(digits)) return 'zero';
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3)
    groups.push(digits.slice(Math.max(0, end - 3), end));
  const words = groups.map((group, index) => {
    const value = Number(group);
    if (value === 0) return '';
    const isLast = index === 0 && groups.length > 1;
    return `${isLast && value < 100 && and ? 'and ' : ''}${belowThousand(value, and)} ${SCALES[index]}`;
  });
  return spaced(words.reverse().join(' '));
}

function belowThousand(value: number, and: string): string {
  const rest = value % 100;
  if (value < 100) return belowHundred(rest);
  const hundreds = `${ONES[Math.floor(value / 100)]} hundred`;
  return rest === 0 ? hundreds : `${hundreds} ${and} ${belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 20) return ONES[value]!;
  const rest = value % 10;
  return `${TENS[Math.floor(value / 10) - 2]}${rest > 0 ? ` ${ONES[rest]}` : ''}`;
}

/** Reads digit by digit, with 0 as "zero" or "oh". */
export function spelledDigits(digits: string): string[] {
  const names = (zero: string) =>
    Array.from(digits, (digit) => (digit === '0' ? zero : ONES[Number(digit)])).join(' ');
  return alternatives([names('zero')], [names('oh')]);
}

/** Reads in pairs, like years and room numbers: "nineteen eighty four", "nineteen oh five", "twelve hundred". */
export function pairedDigits(digits: string): string[] {
  if (digits.length < 3 || digits.length > LONGEST_IN_PAIRS) return [];
  const head = digits.length % 2 === 0 ? 2 : 1;
  const pairs = [digits.slice(0, head), ...(digits.slice(head).match(/\d\d/gu) ?? [])];
  const spoken = pairs.map((pair, index) => pairPhrases(pair, index > 0));
  const hundreds =
    digits.length <= 4 && digits.endsWith('00') ? [`${cardinal(pairs[0]!, '')} hundred`] : [];
  return alternatives(hundreds, sequence(...spoken), hundredsAndRest(digits));
}

function pairPhrases(pair: string, follows: boolean): Phrases {
  const value = Number(pair);
  if (!follows || value >= 10) return [cardinal(String(value), '')];
  if (value === 0) return ['hundred', 'oh oh', 'zero zero', 'double oh'];
  return [`oh ${ONES[value]}`, `zero ${ONES[value]}`];
}

/** "twelve hundred fifty", "twelve hundred and fifty". */
function hundredsAndRest(digits: string): Phrases {
  if (digits.length !== 4 || digits.startsWith('0') || digits.endsWith('00')) return [];
  const [head, rest] = [digits.slice(0, 2), cardinal(digits.slice(2), '')];
  return [`${cardinal(head, '')} hundred ${rest}`, `${cardinal(head, '')} hundred and ${rest}`];
}

/** Lists all ways to say a string of digits. */
export function wholeNumber(digits: string): string[] {
  const all = digits.length > 1 ? spelledDigits(digits) : alternatives(spelledDigits(digits));
  const value = cardinals(digits);
  const leadsWithZero = digits.length > 1 && digits.startsWith('0');
  if (leadsWithZero) return alternatives(all, value, pairedDigits(digits), repeatedDigits(digits));
  const isYear = /^(1[1-9]|20)\d\d$/u.test(digits);
  const pairs = pairedDigits(digits);
  const likely = isYear ? alternatives(pairs, value) : alternatives(value, pairs);
  return alternatives(likely, all, repeatedDigits(digits));
}

/** "double seven", "triple oh". */
function repeatedDigits(digits: string): Phrases {
  const names = ['', '', 'double', 'triple'];
  const runs = digits.match(/(\d)\1*/gu) ?? [];
  if (digits.length > MAX_DIGITS || !runs.some((run) => run.length === 2 || run.length === 3)) {
    return [];
  }
  return [
    runs
      .map((run) => {
        const name = run.startsWith('0') ? 'oh' : ONES[Number(run[0])]!;
        const kind = names[run.length];
        return kind ? `${kind} ${name}` : Array.from(run, () => name).join(' ');
      })
      .join(' '),
  ];
}

/** Reads "two point five", "two dot five" or "two and a half"; also several parts, as in versions. */
export function decimalNumber(parts: readonly string[]): string[] {
  const [whole = '', ...rest] = parts;
  const first =
    whole === ''
      ? ['', 'zero', 'oh']
      : /^0+$/u.test(whole)
        ? ['zero', 'oh', '']
        : wholeShort(whole);
  const marks: Phrases = ['point', 'dot'];
  const tail = rest.map((digits) => sequence(marks, afterPoint(digits)));
  const plain = sequence(first, ...tail);
  if (rest.length !== 1) return alternatives(plain, sequence(first, ...rest.map(afterPoint)));
  const fraction = { '5': 'a half', '25': 'a quarter', '75': 'three quarters' }[rest[0]!];
  return alternatives(plain, fraction ? sequence(first, [`and ${fraction}`]) : []);
}

/** Reads a number, with or without thousands separators and decimals. */
export function numberPhrases(amount: string): string[] {
  const plain = amount.replace(/[,'’]/gu, '');
  if (!plain.includes('.')) return plain === '' ? [] : wholeNumber(plain);
  return decimalNumber(plain.split('.'));
}

function wholeShort(digits: string): string[] {
  return cardinals(digits).length > 0 ? cardinals(digits) : spelledDigits(digits);
}

function afterPoint(digits: string): Phrases {
  return digits.length === 2 && !digits.startsWith('0')
    ? alternatives(spelledDigits(digits), cardinals(digits))
    : spelledDigits(digits);
}

/** "twenty second", "fifth". */
export function ordinals(digits: string): string[] {
  return cardinals(digits).map((phrase) => {
    const words = phrase.split(' ');
    const last = words.pop()!;
    return [...words, ordinalOf(last)].join(' ');
  });
}

function ordinalOf(word: string): string {
  return ORDINALS[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
}

/** "nineteen nineties", "nineties". */
export function decades(digits: string): string[] {
  if (!/^(\d\d)?\d0$/u.test(digits)) return [];
  const tens = digits.slice(-2);
  const plural =
    tens === '00'
      ? 'hundreds'
      : tens === '10'
        ? 'tens'
        : `${TENS[Number(tens[0]) - 2]?.slice(0, -1)}ies`;
  if (digits.length === 2) return [plural];
  const century = cardinal(digits.slice(0, 2), '');
  return alternatives([`${century} ${plural}`], digits.endsWith('000') ? ['two thousands'] : [], [
    plural,
  ]);
}

function spaced(text: string): string {
  return text.replace(/ +/gu, ' ').trim();
}
