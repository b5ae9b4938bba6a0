import fc from 'fast-check';
import type { FileReader } from './file-reader.js';
import { gifExtent } from './gif-extent.js';
import { EXTENT_READERS } from './read-extent.js';

/** A file in memory that counts what is asked of it. */
class CountingReader {
  reads = 0;
  bytes = 0;

  constructor(private readonly file: Buffer) {}

  get size(): number {
    return this.file.length;
  }

  async read(at: number, length: number): Promise<Buffer> {
    const part = this.file.subarray(at, at + length);
    this.reads++;
    this.bytes += part.length;
    return part;
  }

  loadedByte(at: number): number | undefined {
    this.reads++;
    return this.file[at];
  }

  async trailingZeros(): Promise<number> {
    this.bytes += this.file.length;
    return this.file.length - 1 - this.file.findLastIndex((byte) => byte !== 0);
  }
}

async function costOf(format: string, file: Buffer): Promise<CountingReader> {
  const reader = new CountingReader(file);
  await EXTENT_READERS[format]!(reader as unknown as FileReader);
  return reader;
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const text = (letters: string) => Buffer.from(letters, 'latin1');
const GIF = Buffer.concat([text('GIF89a'), hex('0100 0100 00 00 00')]);
const PNG = hex('89504e470d0a1a0a');
const ASF = hex('3026b2758e66cf11a6d900aa0062ce6c 0000000000000000 00000000 0102');

/** The smallest structure of each format, repeated, costs the most steps for its bytes. */
const ROWS: readonly (readonly [format: string, head: Buffer, unit: Buffer])[] = [
  ['gif', GIF, hex('21 fe 00')],
  ['gif', GIF, hex('2c 0000 0000 0100 0100 00 02 00')],
  ['gif', Buffer.concat([GIF, hex('21 fe')]), hex('01 41')],
  ['png_pipe', PNG, Buffer.concat([hex('00000000'), text('teXt'), hex('00000000')])],
  ['apng', PNG, Buffer.concat([hex('00000000'), text('fcTL'), hex('00000000')])],
  ['jpeg_pipe', hex('ffd8'), hex('ffff')],
  ['jpeg_pipe', hex('ffd8'), hex('ff00')],
  ['jpeg_pipe', hex('ffd8'), hex('ffe1 0000')],
  ['mov', Buffer.alloc(0), Buffer.concat([hex('00000008'), text('free')])],
  ['heif', Buffer.alloc(0), Buffer.concat([hex('00000008'), text('free')])],
  ['wav', text('RIFF    WAVE'), Buffer.concat([text('junk'), hex('00000000')])],
  ['avi', text('RIFF    AVI '), Buffer.concat([text('junk'), hex('00000000')])],
  ['aiff', text('FORM    AIFF'), Buffer.concat([text('junk'), hex('00000000')])],
  ['caf', text('caff    '), Buffer.concat([text('junk'), hex('0000000000000000')])],
  ['asf', ASF, hex('00'.repeat(24))],
  [
    'flv',
    Buffer.concat([text('FLV'), hex('01 05 00000009 00000000')]),
    hex('08' + '00'.repeat(14)),
  ],
  [
    'flv',
    Buffer.concat([text('FLV'), hex('01 05 00000009 00000000')]),
    hex('12' + '00'.repeat(14)),
  ],
  ['ogg', Buffer.alloc(0), Buffer.concat([text('OggS'), hex('00'.repeat(23))])],
  ['ogg', Buffer.alloc(0), text('OggSx')],
  ['mp3', Buffer.alloc(0), Buffer.concat([text('ID3'), hex('04 00 00 00000000')])],
  ['mp3', Buffer.alloc(0), Buffer.concat([hex('fff3 1800'), Buffer.alloc(20)])],
  ['aac', Buffer.alloc(0), hex('fff1 50 80 00 e0 00')],
  ['matroska', hex('1a45dfa3'), hex('80')],
];

describe('walks through media files', () => {
  it.each(ROWS)(
    '%s takes twice the steps for twice the units at most',
    async (format, head, unit) => {
      const fileOf = (units: number) =>
        Buffer.concat([head, Buffer.alloc(units * unit.length, unit)]);
      const [once, twice] = [
        await costOf(format, fileOf(4000)),
        await costOf(format, fileOf(8000)),
      ];
      expect(twice.reads).toBeLessThanOrEqual(2 * once.reads + 20);
      // A page of Ogg is sought in windows of 64 KiB, as often as there are gaps at most.
      expect(twice.bytes).toBeLessThanOrEqual(2 * once.bytes + 1000 * 65_540);
      expect(once.reads).toBeLessThanOrEqual(4 * fileOf(4000).length);
    },
  );

  it('ends for any bytes behind the first ones of a format', async () => {
    const heads = fc.constantFrom(...ROWS);
    await fc.assert(
      fc.asyncProperty(
        heads,
        fc.uint8Array({ maxLength: 3000 }),
        fc.nat(2000),
        async ([format, head, unit], noise, at) => {
          const units = Buffer.alloc(100 * unit.length, unit);
          units.set(noise.subarray(0, Math.max(0, units.length - at)), Math.min(at, units.length));
          const file = Buffer.concat([head, units]);
          const { reads } = await costOf(format, file);
          expect(reads).toBeLessThanOrEqual(4 * file.length + 20);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not check a GIF of more steps than allowed', async () => {
    const file = Buffer.concat([GIF, Buffer.alloc(3000, hex('21 fe 00')), hex('2c')]);
    const cut = new CountingReader(file);
    await expect(gifExtent(cut as unknown as FileReader)).resolves.toMatchObject({
      isClearlyTruncated: true,
    });
    const bounded = new CountingReader(file);
    await expect(gifExtent(bounded as unknown as FileReader, 100)).resolves.toEqual({});
    expect(bounded.reads).toBeLessThan(400);
  });
});
