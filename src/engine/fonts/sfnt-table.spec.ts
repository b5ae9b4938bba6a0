import fc from 'fast-check';
import { sfntTable } from './sfnt-table.js';

type Entry = readonly [tag: string, offset: number, length: number];

/** A font with a table directory, and 64 bytes of tables behind it. */
function sfnt(entries: readonly Entry[], count = entries.length): Buffer {
  const head = Buffer.alloc(12 + 16 * entries.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(count, 4);
  entries.forEach(([tag, offset, length], index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(length, at + 12);
  });
  return Buffer.concat([head, Buffer.alloc(64, 7)]);
}

function collection(offset: number, font: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(offset, 12);
  return Buffer.concat([head, font]);
}

describe('sfntTable', () => {
  it.each<[string, Buffer, number | null]>([
    ['no bytes', Buffer.alloc(0), null],
    ['a header that is cut off', sfnt([]).subarray(0, 11), null],
    ['no tables', sfnt([]), null],
    ['another table', sfnt([['head', 28, 4]]), null],
    ['the table', sfnt([['OS/2', 28, 4]]), 4],
    ['the table at the end of the file', sfnt([['OS/2', 28, 64]]), 64],
    [
      'the table after others',
      sfnt([
        ['head', 44, 1],
        ['OS/2', 44, 9],
      ]),
      9,
    ],
    [
      'two tables of the name',
      sfnt([
        ['OS/2', 44, 1],
        ['OS/2', 44, 2],
      ]),
      1,
    ],
    ['a table without bytes', sfnt([['OS/2', 28, 0]]), 0],
    ['a table that ends behind the file', sfnt([['OS/2', 28, 65]]), null],
    ['a table that begins behind the file', sfnt([['OS/2', 1000, 1]]), null],
    ['a table of 4 GiB', sfnt([['OS/2', 28, 0xffffffff]]), null],
    ['a table at the end of 4 GiB', sfnt([['OS/2', 0xffffffff, 0xffffffff]]), null],
    ['65,535 tables that are not there', sfnt([['head', 28, 4]], 65_535), null],
    ['a collection', collection(16, sfnt([['OS/2', 44, 4]])), 4],
    ['a collection whose font is behind the file', collection(0xfffffff0, sfnt([])), null],
    ['a collection that contains itself', collection(0, sfnt([['OS/2', 44, 4]])), null],
    ['a collection without an offset', collection(0, Buffer.alloc(0)).subarray(0, 15), null],
  ])('of %s', (_, font, length) => {
    expect(sfntTable(font, 'OS/2')?.length ?? null).toBe(length);
  });

  it('returns bytes of the file, or null, whatever the file contains', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('ttcf', '\0\x01\0\0'),
        (bytes, signature) => {
          const font = Buffer.concat([Buffer.from(signature, 'latin1'), bytes]);
          const table = sfntTable(font, '\0\0\0\0');
          expect(table === null || table.length <= font.length).toBe(true);
        },
      ),
    );
  });

  it('reads each entry once', () => {
    const font = sfnt([['head', 28, 4]], 65_535);
    const long = Buffer.concat([font, Buffer.alloc(16 * 65_535)]);
    let reads = 0;
    const counted = new Proxy(long, {
      get: (target, name) => {
        if (name === 'toString') reads++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    expect(sfntTable(counted, 'OS/2')).toBeNull();
    expect(reads).toBe(65_535);
  });
});
