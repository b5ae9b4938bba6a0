/** Letter groups and their usual sound in the phones of the English model (ARPAbet), longest first. */
const SOUNDS: readonly (readonly [letters: string, phones: string])[] = [
  ['tch', 'CH'],
  ['ough', 'AO'],
  ['igh', 'AY'],
  ['ch', 'CH'],
  ['sh', 'SH'],
  ['th', 'TH'],
  ['ph', 'F'],
  ['ng', 'NG'],
  ['ck', 'K'],
  ['qu', 'K W'],
  ['wh', 'W'],
  ['kn', 'N'],
  ['ee', 'IY'],
  ['ea', 'IY'],
  ['oo', 'UW'],
  ['ou', 'AW'],
  ['ow', 'OW'],
  ['ai', 'EY'],
  ['ay', 'EY'],
  ['oa', 'OW'],
  ['oy', 'OY'],
  ['oi', 'OY'],
  ['au', 'AO'],
  ['aw', 'AO'],
  ['er', 'ER'],
  ['ir', 'ER'],
  ['ur', 'ER'],
  ['a', 'AE'],
  ['b', 'B'],
  ['c', 'K'],
  ['d', 'D'],
  ['e', 'EH'],
  ['f', 'F'],
  ['g', 'G'],
  ['h', 'HH'],
  ['i', 'IH'],
  ['j', 'JH'],
  ['k', 'K'],
  ['l', 'L'],
  ['m', 'M'],
  ['n', 'N'],
  ['o', 'AA'],
  ['p', 'P'],
  ['q', 'K'],
  ['r', 'R'],
  ['s', 'S'],
  ['t', 'T'],
  ['u', 'AH'],
  ['v', 'V'],
  ['w', 'W'],
  ['x', 'K S'],
  ['y', 'IY'],
  ['z', 'Z'],
];

/** Guesses the pronunciation of an unknown English word as space-separated phones; never empty. */
export function englishLetterToSound(word: string): string {
  const plain = word.normalize('NFD').replace(/[^a-z]/gu, '');
  const phones: string[] = [];
  for (let at = 0; at < plain.length;) {
    const [letters, sound] = SOUNDS.find(([group]) => plain.startsWith(group, at))!;
    const isSilent = letters === 'e' && at === plain.length - 1 && phones.length > 1;
    const isDoubled = letters.length === 1 && plain[at - 1] === letters;
    if (!isSilent && !isDoubled) phones.push(sound);
    at += letters.length;
  }
  return phones.join(' ') || 'AH';
}
