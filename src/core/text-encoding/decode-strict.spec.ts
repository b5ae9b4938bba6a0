import { decodeStrict, decodeStrictAs, isEncodingLabel } from './decode-strict.js';

/** A text as a file in an encoding, without a byte order mark. */
function bytesOf(text: string, encoding: 'utf8' | 'utf16le' | 'utf16be'): Buffer {
  if (encoding !== 'utf16be') return Buffer.from(text, encoding);
  return Buffer.from(text, 'utf16le').swap16();
}

const TABLE = 'name;größe\r\nZoë;"3 €"\r\n';
const LE = Buffer.from([0xff, 0xfe]);
const BE = Buffer.from([0xfe, 0xff]);

describe('decodeStrict', () => {
  it.each([
    ['UTF-8', bytesOf(TABLE, 'utf8'), 'UTF-8', false],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${TABLE}`, 'utf8'), 'UTF-8', false],
    [
      'UTF-16LE with a byte order mark',
      Buffer.concat([LE, bytesOf(TABLE, 'utf16le')]),
      'UTF-16LE',
      false,
    ],
    [
      'UTF-16BE with a byte order mark',
      Buffer.concat([BE, bytesOf(TABLE, 'utf16be')]),
      'UTF-16BE',
      false,
    ],
    ['UTF-16LE', bytesOf(TABLE, 'utf16le'), 'UTF-16LE', true],
    ['UTF-16BE', bytesOf(TABLE, 'utf16be'), 'UTF-16BE', true],
  ])('reads %s', (_name, bytes, encoding, guessed) => {
    expect(decodeStrict(bytes)).toEqual({ text: TABLE, encoding, guessed });
  });

  it('reads UTF-16 with few Latin characters', () => {
    const text = '商品,説明\n東京タワーの夜景と音楽,とても長い説明文がここに入ります\n';
    expect(decodeStrict(bytesOf(text, 'utf16be'))?.text).toBe(text);
    expect(decodeStrict(bytesOf(text, 'utf16le'))?.text).toBe(text);
  });

  it('reads an empty file as an empty text', () => {
    expect(decodeStrict(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8', guessed: false });
  });

  it.each([
    ['Größe, Äpfel, weiß', 'Gr\xf6\xdfe, \xc4pfel, wei\xdf'],
    ['Le garçon a créé des œuvres à Noël', 'Le gar\xe7on a cr\xe9\xe9 des \x9cuvres \xe0 No\xebl'],
    ['¿Mañana? ¡Sí! “5 €”', '\xbfMa\xf1ana? \xa1S\xed! \x935 \x80\x94'],
    ['Ações não são limões', 'A\xe7\xf5es n\xe3o s\xe3o lim\xf5es'],
    ['Smørrebrød på Østerbro', 'Sm\xf8rrebr\xf8d p\xe5 \xd8sterbro'],
    [
      'Müller, José, Renée, 20 m³, 5 ½, 1ª',
      'M\xfcller, Jos\xe9, Ren\xe9e, 20 m\xb3, 5 \xbd, 1\xaa',
    ],
    ['It’s “fine” – really…', 'It\x92s \x93fine\x94 \x96 really\x85'],
  ])('guesses Windows-1252 for %j', (text, bytes) => {
    const read = decodeStrict(Buffer.from(bytes, 'latin1'));
    expect(read).toEqual({ text, encoding: 'Windows-1252', guessed: true });
  });

  it.each([
    ['Windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0'],
    ['Windows-1251, short', '\xe4\xe0, \xed\xe5\xf2'],
    ['Windows-1250, Polish', 'Bia\xb3ystok, za\xbf\xf3\xb3\xe6'],
    ['Windows-1250, Czech', 'p\xf8\xed\x9at\xec bude l\xe9pe'],
    ['Windows-1250, Hungarian', 'mez\xf5gazdas\xe1g, erd\xf5'],
    ['Windows-1253', '\xc1\xe8\xde\xed\xe1'],
    ['Windows-1254', 'g\xfczel \xe7ocuk, ya\xf0mur, \xfeehir'],
    ['Shift-JIS', '\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83e\x83L\x83X\x83g'],
    ['GBK', '\xc4\xe3\xba\xc3\xca\xc0\xbd\xe7'],
    ['EUC-KR', '\xc7\xd1\xb1\xb9\xbe\xee'],
    ['Mac Roman', 'Jos\x8e, M\x9fller'],
    ['code page 850', 'Jos\x82, M\x81ller'],
    ['UTF-8 with an invalid byte', 'caf\xc3\xa9 \xff cr\xc3\xa8me'],
    ['UTF-32', '\xff\xfe\0\0a\0\0\0'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR'],
  ])('does not read %s as another encoding', (_name, bytes) => {
    expect(decodeStrict(Buffer.from(bytes, 'latin1'))).toBeNull();
  });
});

describe('decodeStrictAs', () => {
  it.each([
    ['windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['windows-1250', 'Bia\xb3ystok', 'Białystok'],
    ['windows-1252', '\x80\xe9', '€é'],
    ['latin1', '\x80', '€'],
    ['shift_jis', '\x93\xfa\x96\x7b', '日本'],
    ['utf8', '\xc3\xa9', 'é'],
  ])('reads %s', (label, bytes, text) => {
    expect(decodeStrictAs(Buffer.from(bytes, 'latin1'), label)).toBe(text);
  });

  it('rejects bytes that are not valid in the encoding', () => {
    expect(decodeStrictAs(Buffer.from([0xff, 0x41]), 'utf-8')).toBeNull();
    expect(decodeStrictAs(Buffer.from([0x81, 0x20]), 'shift_jis')).toBeNull();
  });

  it('recognizes encoding labels', () => {
    expect(['utf8', 'Windows-1252', 'macintosh'].map(isEncodingLabel)).toEqual([true, true, true]);
    expect(['', 'windows-9999', 'ebcdic'].map(isEncodingLabel)).toEqual([false, false, false]);
  });
});
