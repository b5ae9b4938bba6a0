import { ABBREVIATIONS, CURRENCIES, MONTHS, SIGNS, UNITS } from './french-lexicon.js';
import { frenchNumber } from './french-numbers.js';
import { alternatives, type Lexicon, type Phrases, sequence } from './phrases.js';
import { ownEntry } from '../../util/own-entry.js';

const NUMBER = String.raw`\d{1,3}(?:[.\u00a0\u202f']\d{3})+|\d+`;
const PARTS = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;
const MAX_PARTS = 24;

/**
 * Lists what may be said for a French written word, the likeliest phrases first.
 *
 * @param written the word with the punctuation around it
 * @returns an empty list when no reading is known, and an empty phrase for a word without sound
 */
export function frenchPhrases(written: string, before: string, after: string): Phrases {
  const plain = written.normalize('NFC').replace(/[\u2018\u2019]/gu, "'");
  const core = plain.replace(/^[^\p{L}\p{N}$£€°+-]+|[^\p{L}\p{N}$£€%°²]+$/gu, '');
  const lower = core.toLowerCase();
  const known = [
    ...patterns(lower, before, after),
    ...(/\d/u.test(before) && Object.hasOwn(UNITS, lower) ? UNITS[lower]! : []),
    ...(Object.hasOwn(ABBREVIATIONS, lower) ? ABBREVIATIONS[lower]! : []),
  ];
  return alternatives(known, partByPart(plain).slice(0, known.length > 0 ? 6 : 64)).filter(
    (phrase) => phrase !== '' || !/[\p{L}\p{N}]/u.test(plain) || isThousands(lower, before),
  );
}

/** Whether a word is the "000" of "10 000". */
function isThousands(lower: string, before: string): boolean {
  return lower === '000' && /\d$/u.test(before);
}

function patterns(lower: string, before: string, after: string): Phrases {
  const read = (form: RegExp, phrases: (groups: readonly string[]) => Phrases) => {
    const match = form.exec(lower);
    return match ? phrases(match.slice(1).map((group) => group ?? '')) : [];
  };
  return alternatives(
    spacedThousands(lower, before, after),
    read(new RegExp(`^(${NUMBER})(?:,(\\d+))?$`, 'u'), ([whole, part]) => amounts(whole!, part!)),
    read(new RegExp(`^(${NUMBER})(?:,(\\d+))?([€$£¥])$`, 'u'), ([whole, part, sign]) =>
      money(whole!, part!, sign!),
    ),
    read(new RegExp(`^([€$£¥])(${NUMBER})(?:[.,](\\d+))?$`, 'u'), ([sign, whole, part]) =>
      money(whole!, part!, sign!),
    ),
    read(new RegExp(`^(${NUMBER})(?:,(\\d+))?(%|°c?|[a-zé]{1,3}(?:[²2€]|/h)?)$`, 'u'), (groups) => {
      const [whole, part, unit] = groups as [string, string, string];
      return Object.hasOwn(UNITS, unit) ? sequence(amounts(whole, part), UNITS[unit]!) : [];
    }),
    read(/^(\d+)(?:er|re|ère)$/u, ([digits]) => (digits === '1' ? ['premier', 'première'] : [])),
    read(/^(\d+)(?:e|è|ème|nd|nde)s?$/u, ([digits]) => ordinal(digits!)),
    read(/^(\d{1,2})\s*[h:](\d\d)?$/u, ([hours, minutes]) => clock(hours!, minutes!)),
    read(/^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/u, ([day, month, year]) =>
      date(day!, month!, year!),
    ),
    read(/^(\d+)\/(\d+)$/u, ([a, b]) => fraction(a!, b!)),
  );
}

/** Numbers with spaces are several written words: "1 250" is "mille" and "deux cent cinquante". */
function spacedThousands(lower: string, before: string, after: string): Phrases {
  const follows = /^\d{3}$/u.test(lower) && /^\d{1,3}$/u.test(before);
  const leads = /^\d{1,3}$/u.test(lower) && /^\d{3}(?!\d)/u.test(after);
  if (leads) {
    const thousands = lower === '1' ? ['mille'] : sequence(numbers(lower), ['mille', 'millions']);
    return follows ? thousands : alternatives(thousands, numbers(lower));
  }
  if (!follows) return [];
  return lower === '000' ? [''] : numbers(String(Number(lower)));
}

function numbers(digits: string): string[] {
  const value = Number(digits);
  if (!Number.isSafeInteger(value) || value >= 1e12) return [spelled(digits)];
  const whole = frenchNumber(value).join(' ');
  const feminine = /(?:^| )un$/u.test(whole) ? [`${whole}e`] : [];
  const year = /^1[1-9]\d\d$/u.test(digits)
    ? [`${frenchNumber(Number(digits.slice(0, 2))).join(' ')} cent ${rest(digits.slice(2))}`.trim()]
    : [];
  const pairs =
    digits.length > 4 && digits.length % 2 === 0
      ? [
          (digits.match(/\d\d/gu) ?? [])
            .map((pair) => (pair.startsWith('0') ? spelled(pair) : numbers(pair)[0]))
            .join(' '),
        ]
      : [];
  return alternatives(
    [whole],
    feminine,
    year,
    pairs,
    digits.startsWith('0') ? [spelled(digits)] : [],
  );
}

function rest(digits: string): string {
  return Number(digits) === 0 ? '' : frenchNumber(Number(digits)).join(' ');
}

function spelled(digits: string): string {
  return Array.from(digits, (digit) => frenchNumber(Number(digit)).join(' ')).join(' ');
}

function amounts(whole: string, part: string): string[] {
  const plain = numbers(whole.replace(/\D/gu, ''));
  if (part === '') return plain;
  return sequence(
    plain,
    ['virgule', 'point'],
    alternatives([spelled(part)], part.startsWith('0') ? [] : numbers(part)),
  );
}

function money(whole: string, part: string, sign: string): Phrases {
  const names = CURRENCIES[sign]!;
  const plain = sequence(amounts(whole, part), names);
  if (!/^\d\d$/u.test(part)) return plain;
  return alternatives(
    sequence(numbers(whole.replace(/\D/gu, '')), names, ['', 'et'], numbers(part), [
      '',
      'centimes',
    ]),
    plain,
  );
}

function ordinal(digits: string): Phrases {
  if (digits === '2') return ['deuxième', 'second', 'seconde'];
  const words = numbers(digits)[0]!.split(' ');
  const last = words.pop()!;
  const stems: Readonly<Record<string, string>> = { cinq: 'cinqu', neuf: 'neuv', un: 'un' };
  const stem = stems[last] ?? last.replace(/e$/u, '');
  return [[...words, `${stem}ième`].join(' ')];
}

function clock(hours: string, minutes: string): Phrases {
  const hour = sequence(
    alternatives(numbers(hours).map((phrase) => (phrase === 'un' ? 'une' : phrase))),
    ['heures', 'heure'],
  );
  const special = { '30': ['et demie'], '15': ['et quart'], '45': ['trois quarts'] }[minutes] ?? [];
  const plain = minutes === '' || minutes === '00' ? [''] : alternatives(numbers(minutes), special);
  const noon = hours === '12' ? ['midi'] : hours === '0' || hours === '00' ? ['minuit'] : [];
  return alternatives(sequence(hour, plain), sequence(noon, plain));
}

function date(day: string, month: string, year: string): Phrases {
  const name = MONTHS[Number(month) - 1];
  if (!name || Number(day) < 1 || Number(day) > 31) return [];
  const days = Number(day) === 1 ? ['premier', 'un'] : numbers(String(Number(day)));
  return sequence(['', 'le'], days, [name], year === '' ? [''] : numbers(year));
}

function fraction(over: string, under: string): Phrases {
  const names: Lexicon = { 2: ['demi'], 3: ['tiers'], 4: ['quart', 'quarts'] };
  const parts = names[under] ?? ordinal(under);
  return alternatives(
    sequence(numbers(over), parts),
    sequence(numbers(over), ['sur', 'slash', ''], numbers(under)),
  );
}

function partByPart(plain: string): Phrases {
  const parts = (plain.match(PARTS) ?? []).slice(0, MAX_PARTS);
  const sounding = parts.filter((part) => /[\p{L}\p{N}&+@%=°]/u.test(part));
  return alternatives(
    sequence(...(elided(plain) ?? sounding.map(partPhrases))),
    sequence(...parts.map(partPhrases)),
  );
}

/** In the dictionary, an elided word with its apostrophe is a separate word. */
function elided(plain: string): Phrases[] | null {
  const match = /^\P{L}*(\p{L}{1,5}')(\p{L}+)\P{L}*$/u.exec(plain.toLowerCase());
  return match ? [[match[1]!], [match[2]!]] : null;
}

function partPhrases(part: string): Phrases {
  if (/^\d+$/u.test(part)) return numbers(part);
  if (!/\p{L}/u.test(part)) return ownEntry(SIGNS, part) ?? [''];
  const lower = part.toLowerCase();
  const isCapital = part.length > 1 && part.length <= 6 && part === part.toUpperCase();
  return isCapital ? [Array.from(lower).join(' '), lower] : [lower];
}
