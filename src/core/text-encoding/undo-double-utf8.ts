import { HIGH_CONTROLS } from './windows-1252.js';

/** Runs of characters that bytes of UTF-8 become when they are read as Windows-1252. */
const BYTES_AS_LETTERS = new RegExp(
  `[\\u00C2-\\u00F4][\\u0080-\\u00BF${HIGH_CONTROLS}]{1,3}`,
  'gu',
);
/** One such run may be what its author meant. */
const FEWEST = 2;
/** Of what is not ASCII, so much must be such runs: else the text is in order. */
const LEAST_SHARE = 0.9;

/**
 * Text that was UTF-8, read as Windows-1252 and saved as UTF-8 again, as it was: `Ã©` is `é`, `â€™` is an
 * apostrophe.
 *
 * @returns null when the text is not of that kind
 */
export function undoDoubleUtf8(text: string): string | null {
  let [runs, letters] = [0, 0];
  const restored = text.replace(BYTES_AS_LETTERS, (run) => {
    const inner = decoded(run);
    if (inner === null) return run;
    runs++;
    letters += run.length;
    return inner;
  });
  if (runs < FEWEST) return null;
  const foreign = text.match(/[\u0080-\uFEFE\uFF00-\uFFFF]/g)?.length ?? 0;
  return letters >= foreign * LEAST_SHARE ? restored : null;
}

function decoded(run: string): string | null {
  const bytes = Uint8Array.from(run, (letter) => {
    const high = HIGH_CONTROLS.indexOf(letter);
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
