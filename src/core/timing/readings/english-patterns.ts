import { clock, date, dayAndMonth, halfDay, isMonth } from './english-dates.js';
import { money, moneyWithTrailingSign } from './english-money.js';
import {
  cardinals,
  decades,
  decimalNumber,
  numberPhrases,
  ordinals,
  spelledDigits,
  wholeNumber,
} from './english-numbers.js';
import { feetAndInches, quantity, temperature } from './english-units.js';
import type { WordContext } from './word-context.js';
import { alternatives, type Lexicon, type Phrases, sequence } from './phrases.js';

/** A number with thousands separators and decimals: "1,250.50", "8'000", ".99". */
const NUMBER = String.raw`(?:\d{1,3}(?:[,'’]\d{3})+|\d+)?(?:\.\d+)?`;
const MONEY_SIGNS = '[$£€¥₹₩₽₿]';

/** Denominators that are not ordinals. */
const DENOMINATORS: Lexicon = {
  2: ['half', 'halves'],
  4: ['quarter', 'quarters', 'fourth', 'fourths'],
};

type Pattern = readonly [
  form: RegExp,
  read: (groups: readonly string[], context: WordContext) => Phrases,
];

/**
 * Forms that are not read sign by sign. All matching forms contribute readings, because 03/04 may be a date, a
 * fraction or neither.
 */
const PATTERNS: readonly Pattern[] = [
  [new RegExp(`^(-?)(?:us|ca|au|hk|nz|s|r)?(${MONEY_SIGNS})(${NUMBER})([a-z]{0,3})$`, 'u'), money],
  [new RegExp(`^(-?)(${NUMBER})()(${MONEY_SIGNS})$`, 'u'), moneyWithTrailingSign],
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
      alternatives(
        decimalNumber([whole!, rest!]),
        sequence(wholeNumber(whole!), wholeNumber(rest!)),
      ),
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

/**
 * Reads a word by the patterns that match it.
 *
 * @param written the word in lower case, without the punctuation around it
 */
export function patternPhrases(written: string, context: WordContext): Phrases {
  return alternatives(
    ...PATTERNS.map(([form, read]) => {
      const match = form.exec(written);
      return match && /\d/u.test(written) ? read(match.slice(1), context) : [];
    }),
  );
}

function plainNumber([amount]: readonly string[], { before, after }: WordContext): Phrases {
  const numbers = numberPhrases(amount!);
  const isDay = /^\d{1,2}$/u.test(amount!) && (isMonth(before) || isMonth(after));
  if (!isDay) return numbers;
  return alternatives(ordinals(amount!), sequence(['the'], ordinals(amount!)), numbers);
}

function fraction(over: string, under: string): Phrases {
  const [a, b] = [cardinals(over), cardinals(under)];
  const parts = DENOMINATORS[under] ?? ordinals(under).flatMap((name) => [name, `${name}s`]);
  const share = sequence(over === '1' ? ['one', 'a', 'an', ''] : a, Number(under) > 1 ? parts : []);
  return alternatives(share, sequence(a, ['out of', 'of', 'over', 'slash', 'by', ''], b));
}

/** Reads the groups of digits of a phone number. */
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
