import { CHARACTERS_80_TO_9F } from './windows-1252.js';

/** Character sequences that result from decoding UTF-8 bytes as Windows-1252. */
const BYTES_AS_LETTERS = new RegExp(
  `[\\u00C2-\\u00F4][\\u0080-\\u00BF${CHARACTERS_80_TO_9F}]{1,3}`,
  'gu',
);
/** A single sequence can be intended. */
const MIN_RUNS = 2;
/** The share of non-ASCII characters that must be in such sequences. */
const MIN_SHARE = 0.9;

/**
 * Restores text that was encoded as UTF-8, decoded as Windows-1252, and encoded as UTF-8 again: `Ã©` becomes `é`, and
 * `â€™` becomes an apostrophe.
 *
 * @returns null if the text was not encoded twice
 */
export function undoDoubleUtf8(text: string): string | null {
  let [runs, letters] = [0, 0];
  const restored = text.replace(BYTES_AS_LETTERS, (run) => {
    const character = decodeRun(run);
    if (character === null) return run;
    runs++;
    letters += run.length;
    return character;
  });
  if (runs < MIN_RUNS) return null;
  const nonAscii = text.match(/[\u0080-\uFEFE\uFF00-\uFFFF]/g)?.length ?? 0;
  return letters >= nonAscii * MIN_SHARE ? restored : null;
}

function decodeRun(run: string): string | null {
  const bytes = Uint8Array.from(run, (letter) => {
    const high = CHARACTERS_80_TO_9F.indexOf(letter);
    return high < 0 ? letter.charCodeAt(0) : 0x80 + high;
  });
  const count = bytes[0]! < 0xe0 ? 2 : bytes[0]! < 0xf0 ? 3 : 4;
  if (bytes.length < count) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, count));
    return text + run.slice(count);
  } catch {
    return null;
  }
}
