/** Letter groups and their usual sound in the phones of the French model, longest first. */
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

/** Guesses the pronunciation of an unknown French word as space-separated phones; never empty. */
export function frenchLetterToSound(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300\u0302\u0308](?<!e.)/gu, '')
    .normalize('NFC')
    .replace(/[^a-zéèêç]/gu, '');
  // Final consonants except c, f, l and r are silent, and so is a final e.
  const spoken = plain.length > 2 ? plain.replace(/(e|es|[bdgpstxz])$/u, '') : plain;
  const phones: string[] = [];
  for (let at = 0; at < spoken.length;) {
    const [letters, sound] = SOUNDS.find(([group]) => spoken.startsWith(group, at))!;
    const isDoubled = letters.length === 1 && spoken[at - 1] === letters;
    if (sound !== '' && !isDoubled) phones.push(sound);
    at += letters.length;
  }
  return phones.join(' ') || 'ee';
}
