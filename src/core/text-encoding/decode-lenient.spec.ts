import { decodeLenient } from './decode-lenient.js';
import { decodeStrictAs } from './decode-strict.js';

const TEXT = '1\n00:00:01,000 --> 00:00:02,000\nGr\u00fc\u00dfe\n';
const MARK = Buffer.from('efbbbf', 'hex');
const read = (bytes: Buffer) => decodeLenient(bytes, 'de', () => ['windows-1252']);

describe('decodeLenient', () => {
  it.each<[what: string, bytes: Buffer, guessed: string | null]>([
    ['UTF-8', Buffer.from(TEXT), null],
    ['UTF-8 with a byte order mark', Buffer.concat([MARK, Buffer.from(TEXT)]), null],
    ['UTF-16', Buffer.from(TEXT, 'utf16le'), null],
    ['UTF-16, big endian', Buffer.from(TEXT, 'utf16le').swap16(), null],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), null],
    ['UTF-16, big endian, with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), null],
    ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'windows-1252'],
  ])('reads %s', (_what, bytes, guessed) => {
    expect(read(bytes)).toEqual({ text: TEXT, guessed, damagedLines: [] });
  });

  it.each<[what: string, start: Buffer]>([
    ['a byte order mark', MARK],
    ['more characters than damage', Buffer.from('\u00fc'.repeat(9))],
  ])('removes damage from UTF-8 with %s', (_what, start) => {
    const bytes = Buffer.concat([
      start,
      Buffer.from('a\nb'),
      Buffer.from([0xff]),
      Buffer.from('c'),
    ]);
    const { text, guessed, damagedLines } = read(bytes);
    expect([text.slice(-4), guessed, damagedLines]).toEqual(['a\nbc', null, [2]]);
  });

  it.each<[what: string, bytes: Buffer]>([
    ['one byte of a mark', Buffer.from('efe4', 'hex')],
    ['two bytes of a mark', Buffer.from('efbbe4', 'hex')],
    ['nothing that a decoder knows', Buffer.from('81ff', 'hex')],
  ])('never fails: %s', (_what, bytes) => {
    expect(decodeLenient(bytes, 'auto', () => [])).toMatchObject({ guessed: 'windows-1252' });
  });
});

describe('decodeStrictAs', () => {
  it('refuses a mark of another encoding', () => {
    const bytes = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
    expect(decodeStrictAs(bytes, 'utf-8')).toBeNull();
  });
});
