const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const TENS = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];

/** Reads a whole number below 10^12 in French; words have no hyphens. */
export function frenchNumber(value: number): string[] {
  if (value <= 16) return [UNITS[value]!];
  if (value < 20) return ['dix', UNITS[value - 10]!];
  if (value < 70) return tens(TENS[Math.floor(value / 10)]!, value % 10, value % 10 === 1);
  if (value < 80) return tens('soixante', value - 60, value === 71);
  if (value < 100) return ['quatre', ...tens(value === 80 ? 'vingts' : 'vingt', value - 80, false)];
  if (value < 1000) return large(value, 100, 'cent');
  if (value < 1_000_000) return large(value, 1000, 'mille');
  if (value < 1e9) return counted(value, 1e6, 'million');
  return counted(value, 1e9, 'milliard');
}

function tens(ten: string, unit: number, withEt: boolean): string[] {
  if (unit === 0) return [ten];
  return withEt ? [ten, 'et', ...frenchNumber(unit)] : [ten, ...frenchNumber(unit)];
}

/** Millions and milliards always have a count, even one. */
function counted(value: number, size: number, name: string): string[] {
  const count = Math.floor(value / size);
  return [...frenchNumber(count), count === 1 ? name : `${name}s`, ...rest(value % size)];
}

/** "Cent" and "mille" have no count when it is one. */
function large(value: number, size: number, name: string): string[] {
  const count = Math.floor(value / size);
  return [...(count === 1 ? [] : frenchNumber(count)), name, ...rest(value % size)];
}

function rest(value: number): string[] {
  return value === 0 ? [] : frenchNumber(value);
}
