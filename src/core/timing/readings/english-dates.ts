import { cardinals, ordinals, spelledDigits, wholeNumber } from './english-numbers.js';
import { alternatives, type Phrases, sequence } from './phrases.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export function clock([hour, minute, second, half]: readonly string[]): Phrases {
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

export function halfDay(half = ''): Phrases {
  return half.startsWith('a')
    ? ['a m', 'in the morning']
    : ['p m', 'in the afternoon', 'in the evening'];
}

export function date(day: string, month: string, year: string): Phrases {
  const phrases = dayAndMonth(day, month);
  if (phrases.length === 0) return [];
  const years = year.length === 4 ? wholeNumber(year).slice(0, 6) : twoDigits(year);
  return sequence(phrases, alternatives(years, ['']));
}

export function dayAndMonth(day: string, month: string): Phrases {
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

export function isMonth(word: string): boolean {
  const name = word.toLowerCase().replace(/[^a-z]/gu, '');
  return name.length >= 3 && MONTHS.some((month) => month.startsWith(name));
}

function twoDigits(digits: string): Phrases {
  return digits.startsWith('0') ? spelledDigits(digits) : cardinals(digits);
}
