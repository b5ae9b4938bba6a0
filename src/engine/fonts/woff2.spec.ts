import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff2, woff2MemoryBytes } from './woff2.js';

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve('@fontsource/anton/files/anton-latin-400-normal.woff2'));
/** Where the header says how large the font is. */
const TOTAL_SIZE_AT = 16;

describe('WOFF2', () => {
  it('gives memory back after a font that claims to be large', () => {
    unpackWoff2(font);
    const before = woff2MemoryBytes();
    expect(before).toBeGreaterThan(0);
    const large = Buffer.from(font);
    large.writeUInt32BE(64 << 20, TOTAL_SIZE_AT);
    unpackWoff2(large);
    expect(woff2MemoryBytes()).toBe(0);
    unpackWoff2(font);
    expect(woff2MemoryBytes()).toBe(before);
  });

  it('replaces the instance after a fault, and reports the font as damaged', () => {
    const whole = unpackWoff2(font);
    // The module throws, because these are no bytes.
    const faulty = { readUInt32BE: () => 1 } as unknown as Buffer;
    expect(() => unpackWoff2(faulty)).toThrow('The WOFF2 file is damaged.');
    expect(Buffer.compare(unpackWoff2(font), whole)).toBe(0);
  });

  it('keeps what it unpacked when the next font is unpacked', () => {
    const first = unpackWoff2(font);
    const copy = Uint8Array.from(first);
    unpackWoff2(
      readFileSync(require.resolve('@fontsource/bangers/files/bangers-latin-400-normal.woff2')),
    );
    expect(first).toEqual(copy);
  });
});
