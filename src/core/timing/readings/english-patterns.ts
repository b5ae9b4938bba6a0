import { CURRENCIES, DENOMINATORS, MONEY_SCALES, MONTHS, UNITS } from './english-lexicon.js';
import {
  cardinals,
  decades,
  decimalNumber,
  ordinals,
  spelledDigits,
  wholeNumber,
} from './english-numbers.js';
import type { WordContext } from './word-context.js';
import { alternatives, sequence, type Phrases } from './phrases.js';

/** A number with its thousands apart, and its decimals: "1,250.50", "8'000", ".99". */
const NUMBER = String.raw`(?:\d{1,3}(?:[,'’]\d{3})+|\d+)?(?:\.\d+)?`;
const MONEY_SIGNS = '[$£€¥₹₩₽₿]';
const SCALE_AHEAD = /^(hundred|thousand|million|billion|trillion)/u;

type Pattern = readonly [
  form: RegExp,
  read: (groups: readonly string[], context: WordContext) => Phrases,
];

/**
 * Forms that are read otherwise than sign by sign. All that match are tried; none of them is taken for
 * certain, as 03/04 is a date, a fraction or neither.
 */
const PATTERNS: readonly Pattern[] = [
  [new RegExp(`^(-?)(?:us|ca|au|hk|nz|s|r)?(${MONEY_SIGNS})(${NUMBER})([a-z]{0,3})$`, 'u'), money],
  [new RegExp(`^(-?)(${NUMBER})()(${MONEY_SIGNS})$`, 'u'), moneyBehind],
  [
    new RegExp(`^(${NUMBER})¢$`, 'u'),
    ([amount]) => sequence(numberPhrases(amount!), ['cents', 'cent']),
  ],
  [/^(\d{1,2})(?::|h|\.)(\d\d)(?::(\d\d))?([ap]\.?m\.?)?$/u, clock],
  [/^(\d{1,2})([ap]\.?m\.?)$/u, ([hour, half]) => sequence(wholeNumber(hour!), halfDay(half))],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)$/u,
    ([a, b, year]) => alternatives(date(a!, b!, year!), date(b!, a!, year!)),
  ],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u, ([year, month, day]) => date(day!, month!, year!)],
  [
    /^(\d{1,2})\/(\d{1,2})$/u,
    ([a, b]) => alternatives(fraction(a!, b!), dayAndMonth(a!, b!), dayAndMonth(b!, a!)),
  ],
  [
    /^(\d+)(st|nd|rd|th)$/u,
    ([digits]) =>
      alternatives(
        ordinals(digits!),
        ordinals(digits!).map((phrase) => `the ${phrase}`),
      ),
  ],
  [
    /^'?(\d{2}|\d{4})'?s$/u,
    ([digits]) => alternatives(decades(digits!), sequence(wholeNumber(digits!), ['s'])),
  ],
  [/^(\d+)['’](\d{1,2})(?:["”]|'')?$/u, feetAndInches],
  [
    /^(\d+)[:x×](\d+)$/u,
    ([a, b]) => sequence(wholeNumber(a!), ['by', 'to', '', 'times', 'x'], wholeNumber(b!)),
  ],
  [
    /^(\d+)(?:-|–|—|\.\.)(\d+)$/u,
    ([a, b]) => sequence(wholeNumber(a!), ['to', '', 'dash', 'through', 'minus'], wholeNumber(b!)),
  ],
  [
    new RegExp(`^[-−–](${NUMBER})$`, 'u'),
    ([amount]) => sequence(['minus', 'negative', ''], numberPhrases(amount!)),
  ],
  [
    new RegExp(`^(${NUMBER})%$`, 'u'),
    ([amount]) => sequence(numberPhrases(amount!), ['percent', 'per cent']),
  ],
  [new RegExp(`^(-?${NUMBER})[°º]([cf])?$`, 'u'), temperature],
  [new RegExp(`^(${NUMBER})-?([a-z]{1,4})([²³23])?$`, 'u'), quantity],
  [/^\+?(?:[(]?\d{2,4}[)]?[-./ ]?){2,}\d{2,4}$/u, telephone],
  [
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/u,
    ([whole, rest]) => numberPhrases(`${whole!.replaceAll('.', '')}${rest ? `.${rest}` : ''}`),
  ],
  [
    /^(\d+),(\d{1,2})$/u,
    ([whole, rest]) =>
      alternatives(decimalNumber([whole!, rest!]), sequence(wholeNumber(whole!), wholeNumber(rest!))),
  ],
  [new RegExp(`^(${NUMBER})$`, 'u'), plainNumber],
  [
    /^v?(\d+(?:\.\d+){2,})$/u,
    ([version]) =>
      alternatives(
        decimalNumber(version!.split('.')),
        sequence(['version', 'v'], decimalNumber(version!.split('.'))),
      ),
  ],
  [
    /^#(\d+)$/u,
    ([digits]) => sequence(['number', 'hashtag', 'hash', '', 'pound'], cardinals(digits!)),
  ],
];

/** @param written in lower case, without the punctuation around it */
export function patternPhrases(written: string, context: WordContext): Phrases {
  return alternatives(
    ...PATTERNS.map(([form, read]) => {
      const match = form.exec(written);
      return match && /\d/u.test(written) ? read(match.slice(1), context) : [];
    }),
  );
}

/** A number with or without thousands and decimals. */
export function numberPhrases(amount: string): string[] {
  const plain = amount.replace(/[,'’]/gu, '');
  if (!plain.includes('.')) return plain === '' ? [] : wholeNumber(plain);
  return decimalNumber(plain.split('.'));
}

function plainNumber([amount]: readonly string[], { before, after }: WordContext): Phrases {
  const numbers = numberPhrases(amount!);
  const isDay = /^\d{1,2}$/u.test(amount!) && (isMonth(before) || isMonth(after));
  if (!isDay) return numbers;
  return alternatives(ordinals(amount!), sequence(['the'], ordinals(amount!)), numbers);
}

function isMonth(word: string): boolean {
  const name = word.toLowerCase().replace(/[^a-z]/gu, '');
  return name.length >= 3 && MONTHS.some((month) => month.startsWith(name));
}

function money(
  [sign, currency, amount, letters]: readonly string[],
  context: WordContext,
): Phrases {
  const scale = letters === '' ? [''] : MONEY_SCALES[letters!];
  const { many, one, cents } = CURRENCIES[currency!]!;
  if (!scale) return [];
  const first = sign === '' ? [''] : ['minus', 'negative'];
  const numbers = numberPhrases(amount!);
  if (SCALE_AHEAD.test(context.after.toLowerCase())) return sequence(first, numbers);
  const [whole = '', part = ''] = amount!.replace(/[,'’]/gu, '').split('.');
  const names = whole === '1' && scale[0] === '' ? one : many;
  const plain = alternatives(
    sequence(first, numbers, scale, names),
    // Some voices read the sign where it stands.
    sequence(first, [...one, ...many.slice(0, 1)], numbers.slice(0, 3), scale),
  );
  if (!/^\d\d$/u.test(part) || scale[0] !== '') return plain;
  const unit = whole === '1' ? one : many.slice(0, 1);
  const small = part === '00' ? [''] : cardinals(part);
  const large = /^0*$/u.test(whole) ? null : cardinals(whole);
  if (!large) return alternatives(sequence(small, cents), plain);
  return alternatives(
    sequence(large, unit, small),
    sequence(large, unit, ['', 'and'], small, cents),
    sequence(large, small),
    plain,
  );
}

function moneyBehind([sign, amount, letters, currency]: readonly string[], context: WordContext) {
  return money([sign!, currency!, amount!, letters!], context);
}

function clock([hour, minute, second, half]: readonly string[]): Phrases {
  const hours = wholeNumber(hour!);
  const ends = half ? halfDay(half) : ['', 'a m', 'p m'];
  const seconds = second ? alternatives(wholeNumber(second), ['']) : [''];
  const minutes =
    Number(minute) === 0
      ? ['', "o'clock", 'hundred', 'oh oh', 'hundred hours']
      : twoDigits(minute!);
  const noon = /^12$/u.test(hour!) && minute === '00' ? ['noon', 'midnight', 'twelve noon'] : [];
  return alternatives(sequence(hours, minutes, seconds, ends), noon, halfPast(hour!, minute!));
}

function halfPast(hour: string, minute: string): Phrases {
  const next = String((Number(hour) % 12) + 1);
  if (minute === '30') return sequence(['half past'], cardinals(hour));
  if (minute === '15') return sequence(['quarter past', 'a quarter past'], cardinals(hour));
  return minute === '45' ? sequence(['quarter to', 'a quarter to'], cardinals(next)) : [];
}

function halfDay(half = ''): Phrases {
  return half.startsWith('a')
    ? ['a m', 'in the morning']
    : ['p m', 'in the afternoon', 'in the evening'];
}

function twoDigits(digits: string): Phrases {
  return digits.startsWith('0') ? spelledDigits(digits) : cardinals(digits);
}

function date(day: string, month: string, year: string): Phrases {
  const said = dayAndMonth(day, month);
  if (said.length === 0) return [];
  const years = year.length === 4 ? wholeNumber(year).slice(0, 6) : twoDigits(year);
  return sequence(said, alternatives(years, ['']));
}

function dayAndMonth(day: string, month: string): Phrases {
  const name = MONTHS[Number(month) - 1];
  if (!name || Number(day) < 1 || Number(day) > 31) return [];
  const nth = ordinals(String(Number(day)));
  const count = cardinals(String(Number(day)));
  return alternatives(
    sequence([name], nth),
    sequence(['the'], nth, ['of'], [name]),
    sequence(nth, ['of', ''], [name]),
    sequence([name], alternatives(sequence(['the'], nth), count)),
    sequence(count, [name]),
  );
}

function fraction(over: string, under: string): Phrases {
  const [a, b] = [cardinals(over), cardinals(under)];
  const parts = DENOMINATORS[under] ?? ordinals(under).flatMap((name) => [name, `${name}s`]);
  const share = sequence(over === '1' ? ['one', 'a', 'an', ''] : a, Number(under) > 1 ? parts : []);
  return alternatives(share, sequence(a, ['out of', 'of', 'over', 'slash', 'by', ''], b));
}

function feetAndInches([feet, inches]: readonly string[]): Phrases {
  return sequence(cardinals(feet!), ['foot', 'feet', ''], cardinals(inches!), [
    '',
    'inches',
    'inch',
  ]);
}

function temperature([amount, letter]: readonly string[]): Phrases {
  const below = amount!.startsWith('-');
  const scales = letter === 'c' ? ['celsius', 'c', 'centigrade', ''] : ['fahrenheit', 'f', ''];
  const numbers = numberPhrases(amount!.replace('-', ''));
  const all = sequence(
    below ? ['minus', 'negative', ''] : [''],
    numbers.slice(0, 4),
    ['degrees', 'degree', ''],
    letter ? scales : [''],
  );
  return all;
}

function quantity([amount, unit, power]: readonly string[]): Phrases {
  if (amount === '') return [];
  const names = UNITS[unit!];
  const spelled = Array.from(unit!).join(' ');
  const numbers = numberPhrases(amount!).slice(0, 6);
  const units = alternatives(names ?? [], unit!.length <= 3 ? [spelled] : [], [unit!]);
  const said = /^[²2]$/u.test(power ?? '')
    ? sequence(['square', ''], units, ['squared', ''])
    : power
      ? sequence(['cubic', ''], units, ['cubed', ''])
      : units;
  return sequence(numbers, said);
}

/** Digits in their groups. */
function telephone(_groups: readonly string[], { written }: WordContext): Phrases {
  const groups = written.match(/\d+/gu) ?? [];
  const digits = sequence(...groups.map(spelledDigits));
  const hundreds = groups.map((group) =>
    /^[1-9]00$/u.test(group)
      ? alternatives(cardinals(group).slice(0, 1), spelledDigits(group))
      : spelledDigits(group).slice(0, 1),
  );
  const dashes = groups.flatMap((group, index) =>
    index === 0 ? [spelledDigits(group)] : [['', 'dash'], spelledDigits(group)],
  );
  return alternatives(
    digits.slice(0, 8),
    sequence(...hundreds),
    sequence(
      ...hundreds.map((phrases) => phrases.map((phrase) => phrase.replaceAll('zero', 'oh'))),
    ),
    sequence(...dashes),
    sequence(...groups.map((group) => wholeNumber(group).slice(0, 3))),
  );
}
