import { cardinals, numberPhrases } from './english-numbers.js';
import { alternatives, type Lexicon, type Phrases, sequence } from './phrases.js';
import { ownEntry } from '../../util/own-entry.js';

/** Units after a number, in the plural, the singular and spelled out. */
export const UNITS: Lexicon = {
  km: ['kilometers', 'kilometer', 'k m', 'k'],
  m: ['meters', 'million', 'meter', 'm', 'minutes'],
  cm: ['centimeters', 'centimeter', 'c m'],
  mm: ['millimeters', 'millimeter', 'm m'],
  kg: ['kilograms', 'kilogram', 'kilos', 'kilo', 'k g'],
  g: ['grams', 'gram', 'g'],
  mg: ['milligrams', 'milligram', 'm g'],
  l: ['liters', 'liter', 'l'],
  ml: ['milliliters', 'milliliter', 'm l'],
  lb: ['pounds', 'pound'],
  lbs: ['pounds', 'pound', 'l b s'],
  oz: ['ounces', 'ounce'],
  ft: ['feet', 'foot'],
  in: ['inches', 'inch'],
  yd: ['yards', 'yard'],
  mi: ['miles', 'mile'],
  mph: ['miles per hour', 'miles an hour', 'm p h'],
  kmh: ['kilometers per hour', 'kilometers an hour', 'k m h'],
  kph: ['kilometers per hour', 'kilometers an hour', 'k p h'],
  h: ['hours', 'hour', 'h'],
  hr: ['hours', 'hour'],
  hrs: ['hours'],
  s: ['seconds', 'second', 's'],
  sec: ['seconds', 'second', 'sec'],
  ms: ['milliseconds', 'millisecond', 'm s'],
  min: ['minutes', 'minute', 'min'],
  mins: ['minutes'],
  d: ['d', 'days', 'day'],
  kb: ['kilobytes', 'k b', 'kilobyte'],
  mb: ['megabytes', 'm b', 'megabyte', 'megs'],
  gb: ['gigabytes', 'g b', 'gigabyte', 'gigs'],
  tb: ['terabytes', 't b', 'terabyte'],
  kbps: ['kilobits per second', 'k b p s'],
  mbps: ['megabits per second', 'm b p s'],
  gbps: ['gigabits per second', 'g b p s'],
  hz: ['hertz'],
  khz: ['kilohertz'],
  mhz: ['megahertz'],
  ghz: ['gigahertz'],
  w: ['watts', 'watt', 'w'],
  kw: ['kilowatts', 'kilowatt', 'k w'],
  mw: ['megawatts', 'megawatt', 'm w'],
  kwh: ['kilowatt hours', 'k w h'],
  v: ['volts', 'volt', 'v'],
  mah: ['milliamp hours', 'm a h'],
  c: ['degrees celsius', 'c', 'celsius'],
  f: ['degrees fahrenheit', 'f', 'fahrenheit'],
  px: ['pixels', 'p x'],
  fps: ['frames per second', 'f p s'],
  dpi: ['d p i'],
  k: ['thousand', 'k', 'kelvin'],
  bn: ['billion'],
  b: ['billion', 'b', 'bytes'],
  t: ['trillion', 't', 'tons', 'tonnes'],
  tn: ['trillion'],
  mn: ['million'],
  mil: ['million', 'mil'],
  x: ['times', 'x'],
  am: ['a m', 'in the morning'],
  pm: ['p m', 'in the afternoon', 'in the evening'],
  p: ['p', 'pence', 'pages'],
  pct: ['percent'],
  ha: ['hectares', 'hectare'],
  sqft: ['square feet'],
  sqm: ['square meters'],
  cal: ['calories'],
  kcal: ['kilocalories', 'calories'],
  bpm: ['beats per minute', 'b p m'],
  rpm: ['r p m', 'revolutions per minute'],
  psi: ['p s i'],
  ppm: ['parts per million', 'p p m'],
  hp: ['horsepower', 'h p'],
  mp: ['megapixels', 'm p'],
};

export function feetAndInches([feet, inches]: readonly string[]): Phrases {
  return sequence(cardinals(feet!), ['foot', 'feet', ''], cardinals(inches!), [
    '',
    'inches',
    'inch',
  ]);
}

export function temperature([amount, letter]: readonly string[]): Phrases {
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

export function quantity([amount, unit, power]: readonly string[]): Phrases {
  if (amount === '') return [];
  const names = ownEntry(UNITS, unit!);
  const spelled = Array.from(unit!).join(' ');
  const numbers = numberPhrases(amount!).slice(0, 6);
  const units = alternatives(names ?? [], unit!.length <= 3 ? [spelled] : [], [unit!]);
  const reading = /^[²2]$/u.test(power ?? '')
    ? sequence(['square', ''], units, ['squared', ''])
    : power
      ? sequence(['cubic', ''], units, ['cubed', ''])
      : units;
  return sequence(numbers, reading);
}
