import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { OpenFont } from './open-font.js';
import { unpackWoff } from './woff.js';

const load = createRequire(import.meta.url);
const FONT = readFileSync(load.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** Converts a TrueType font to WOFF. Tables are compressed only if that makes them smaller. */
function woffOf(font: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const head = Buffer.alloc(44 + 20 * count);
  head.write('wOFF', 0, 'latin1');
  font.copy(head, 4, 0, 4);
  head.writeUInt16BE(count, 12);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index;
    const [tag, sum, from, length] = [0, 4, 8, 12].map((field) =>
      font.readUInt32BE(entry + field),
    ) as [number, number, number, number];
    const table = font.subarray(from, from + length);
    const packed = deflateSync(table);
    const kept = packed.length < length ? packed : table;
    const fields = [tag, at, kept.length, length, sum];
    fields.forEach((value, field) => head.writeUInt32BE(value, 44 + 20 * index + 4 * field));
    const padding = Buffer.alloc((4 - (kept.length % 4)) % 4);
    parts.push(kept, padding);
    at += kept.length + padding.length;
  }
  return Buffer.concat(parts);
}

describe('WOFF', () => {
  const woff = woffOf(FONT);

  it('contains the compressed font', () => {
    const font = OpenFont.open(woff);
    expect(font.describe()).toEqual(OpenFont.open(FONT).describe());
    const { font: shaped } = font.atWeight(400);
    expect(shaped.nominalGlyph(0x41)).toBe(
      OpenFont.open(FONT).atWeight(400).font.nominalGlyph(0x41),
    );
    expect(font.atWeight(400).layersOf(36)).toEqual(OpenFont.open(FONT).atWeight(400).layersOf(36));
  });

  it('is rejected if it is truncated, or if the length of a table is wrong', () => {
    expect(() => unpackWoff(woff.subarray(0, 60))).toThrow('The WOFF file is damaged.');
    expect(() => unpackWoff(woff.subarray(0, woff.length / 2))).toThrow(
      'The WOFF file is damaged.',
    );
    const longer = Buffer.from(woff);
    longer.writeUInt32BE(longer.readUInt32BE(44 + 12) + 1, 44 + 12);
    expect(() => unpackWoff(longer)).toThrow('The WOFF file is damaged.');
    // Every table, compressed or not.
    for (let index = 0; index < woff.readUInt16BE(12); index++) {
      const changed = Buffer.from(woff);
      const at = 44 + 20 * index + 12;
      changed.writeUInt32BE(changed.readUInt32BE(at) + 1, at);
      expect(() => unpackWoff(changed)).toThrow('The WOFF file is damaged.');
    }
  });

  it('is rejected before decompression if it is too large', () => {
    const huge = Buffer.from(woff);
    huge.writeUInt32BE(2 ** 31, 44 + 12);
    expect(() => unpackWoff(huge)).toThrow('larger than 64 MiB after decompression');
  });
});
