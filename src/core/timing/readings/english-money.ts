import { cardinals, numberPhrases } from './english-numbers.js';
import { alternatives, type Lexicon, type Phrases, sequence } from './phrases.js';
import type { WordContext } from './word-context.js';

/** Scales after an amount of money. */
export const MONEY_SCALES: Lexicon = {
  k: ['thousand', 'k', 'grand'],
  m: ['million', 'm'],
  mm: ['million'],
  mn: ['million'],
  mil: ['million'],
  b: ['billion', 'b'],
  bn: ['billion'],
  t: ['trillion', 't'],
  tn: ['trillion'],
};

const CURRENCIES: Readonly<
  Record<string, { readonly many: Phrases; readonly one: Phrases; readonly cents: Phrases }>
> = {
  $: { many: ['dollars', 'dollar', 'bucks'], one: ['dollar'], cents: ['cents', 'cent'] },
  '£': { many: ['pounds', 'pound'], one: ['pound'], cents: ['pence', 'p'] },
  '€': { many: ['euros', 'euro'], one: ['euro'], cents: ['cents', 'cent'] },
  '¥': { many: ['yen', 'yuan'], one: ['yen', 'yuan'], cents: [] },
  '₹': { many: ['rupees', 'rupee'], one: ['rupee'], cents: ['paise'] },
  '₩': { many: ['won'], one: ['won'], cents: [] },
  '₽': { many: ['rubles'], one: ['ruble'], cents: ['kopecks'] },
  '₿': { many: ['bitcoin', 'bitcoins'], one: ['bitcoin'], cents: [] },
};

const SCALE_AHEAD = /^(hundred|thousand|million|billion|trillion)/u;

export function money(
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
    // Some voices read the sign before the amount.
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

export function moneyWithTrailingSign(
  [sign, amount, letters, currency]: readonly string[],
  context: WordContext,
) {
  return money([sign!, currency!, amount!, letters!], context);
}
