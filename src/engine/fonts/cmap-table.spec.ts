import { readCmap } from './cmap-table.js';

/** A cmap table with one subtable. */
function cmap(platform: number, encoding: number, subtable: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(platform, 4);
  head.writeUInt16BE(encoding, 6);
  head.writeUInt32BE(12, 8);
  return Buffer.concat([head, subtable]);
}

const words = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value, index * 2));
  return bytes;
};

describe('readCmap', () => {
  it('reads format 4: by delta, by glyph array, and the closing segment', () => {
    const glyphOf = readCmap(
      cmap(
        3,
        1,
        // prettier-ignore
        words(
          4, 0, 0, 6, 0, 0, 0,
          0x42, 0x62, 0xffff, 0, // ends, padding
          0x41, 0x61, 0xffff, // starts
          0xffff & (5 - 0x41), 1, 1, // deltas
          0, 4, 0, // offsets: of the second segment, to the array behind them
          20, 0,
        ),
      ),
    );
    expect([0x40, 0x41, 0x42, 0x43].map(glyphOf)).toEqual([0, 5, 6, 0]);
    expect([0x61, 0x62].map(glyphOf)).toEqual([21, 0]);
    expect([0xfffe, 0x1f600].map(glyphOf)).toEqual([0, 0]);
  });

  it('reads format 12 beyond the basic plane', () => {
    const table = Buffer.alloc(28);
    table.writeUInt16BE(12, 0);
    table.writeUInt32BE(1, 12);
    table.writeUInt32BE(0x1f600, 16);
    table.writeUInt32BE(0x1f602, 20);
    table.writeUInt32BE(7, 24);
    const glyphOf = readCmap(cmap(3, 10, table));
    expect([0x1f5ff, 0x1f600, 0x1f602, 0x1f603].map(glyphOf)).toEqual([0, 7, 9, 0]);
  });

  it('refuses a font without a Unicode map', () => {
    expect(() => readCmap(cmap(3, 0, words(4, 0)))).toThrow('no Unicode character map');
  });
});
