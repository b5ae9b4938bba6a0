const UNITS = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  ...['onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'],
];
const TENS = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];

/** A whole number below a billion as it is said in French; words without hyphens. */
export function frenchNumber(value: number): string[] {
  if (value <= 16) return [UNITS[value]!];
  if (value < 20) return ['dix', UNITS[value - 10]!];
  if (value < 70) return tens(TENS[Math.floor(value / 10)]!, value % 10, value % 10 === 1);
  if (value < 80) return tens('soixante', value - 60, value === 71);
  if (value < 100) return ['quatre', ...tens(value === 80 ? 'vingts' : 'vingt', value - 80, false)];
  if (value < 1000) return large(value, 100, 'cent');
  if (value < 1_000_000) return large(value, 1000, 'mille');
  const millions = Math.floor(value / 1_000_000);
  const unit = millions === 1 ? 'million' : 'millions';
  return [...frenchNumber(millions), unit, ...rest(value % 1_000_000)];
}

function tens(ten: string, unit: number, withEt: boolean): string[] {
  if (unit === 0) return [ten];
  return withEt ? [ten, 'et', ...frenchNumber(unit)] : [ten, ...frenchNumber(unit)];
}

/** One hundred and one thousand are said without their one. */
function large(value: number, size: number, name: string): string[] {
  const count = Math.floor(value / size);
  return [...(count === 1 ? [] : frenchNumber(count)), name, ...rest(value % size)];
}

function rest(value: number): string[] {
  return value === 0 ? [] : frenchNumber(value);
}

/** What is said for one written French word, in lower-case letters and apostrophes. */
export function spokenFrench(written: string): string[] {
  return (
    written
      .normalize('NFKC')
      .replace(/[\u2018\u2019]/gu, "'")
      .toLowerCase()
      .replace(/\d{1,9}/gu, (digits) => ` ${frenchNumber(Number(digits)).join(' ')} `)
      .replace(/%/gu, ' pour cent ')
      .replace(/€/gu, ' euros ')
      .replace(/&/gu, ' et ')
      .replace(/[^\p{L}' ]+/gu, ' ')
      // An elided word is one of its own in the dictionary, with its apostrophe.
      .replace(/'(?=\p{L})/gu, "' ")
      .split(/ +/u)
      .filter((word) => /\p{L}/u.test(word))
  );
}

/** Letter groups and their usual sound in the phone set of the French model, longest first. */
const SOUNDS: readonly (readonly [letters: string, phones: string])[] = [
  ['eau', 'au'],
  ['tion', 'ss yy on'],
  ['ille', 'ii yy'],
  ['ain', 'in'],
  ['ein', 'in'],
  ['oin', 'ww in'],
  ['ien', 'yy in'],
  ['qu', 'kk'],
  ['ch', 'ch'],
  ['ph', 'ff'],
  ['gn', 'gn'],
  ['ou', 'ou'],
  ['oi', 'ww aa'],
  ['ai', 'ai'],
  ['ei', 'ai'],
  ['au', 'au'],
  ['eu', 'eu'],
  ['an', 'an'],
  ['am', 'an'],
  ['en', 'an'],
  ['em', 'an'],
  ['on', 'on'],
  ['om', 'on'],
  ['in', 'in'],
  ['im', 'in'],
  ['un', 'un'],
  ['é', 'ei'],
  ['è', 'ai'],
  ['ê', 'ai'],
  ['ç', 'ss'],
  ['a', 'aa'],
  ['b', 'bb'],
  ['c', 'kk'],
  ['d', 'dd'],
  ['e', 'ee'],
  ['f', 'ff'],
  ['g', 'gg'],
  ['h', ''],
  ['i', 'ii'],
  ['j', 'jj'],
  ['k', 'kk'],
  ['l', 'll'],
  ['m', 'mm'],
  ['n', 'nn'],
  ['o', 'oo'],
  ['p', 'pp'],
  ['q', 'kk'],
  ['r', 'rr'],
  ['s', 'ss'],
  ['t', 'tt'],
  ['u', 'uu'],
  ['v', 'vv'],
  ['w', 'ww'],
  ['x', 'kk ss'],
  ['y', 'ii'],
  ['z', 'zz'],
];

/** A guess at how an unknown French word is said, as space-separated phones; never empty. */
export function frenchLetterToSound(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300\u0302\u0308](?<!e.)/gu, '')
    .normalize('NFC')
    .replace(/[^a-zéèêç]/gu, '');
  // Final consonants but c, f, l and r are silent, and so is a final e.
  const spoken = plain.length > 2 ? plain.replace(/(e|es|[bdgpstxz])$/u, '') : plain;
  const phones: string[] = [];
  for (let at = 0; at < spoken.length;) {
    const [letters, sound] = SOUNDS.find(([group]) => spoken.startsWith(group, at))!;
    const doubled = letters.length === 1 && spoken[at - 1] === letters;
    if (sound !== '' && !doubled) phones.push(sound);
    at += letters.length;
  }
  return phones.join(' ') || 'ee';
}
