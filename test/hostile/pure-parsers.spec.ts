import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCaptionSource } from '../../src/core/captions/read/read-caption-source.js';
import { readColorTag } from '../../src/core/color/color-tags.js';
import { lutTable } from '../../src/core/color/lut-table.js';
import { readCube } from '../../src/core/color/read-cube.js';
import { readIccProfile } from '../../src/core/color/icc-profile.js';
import { readAnimatedWebp } from '../../src/core/media/animated-webp.js';
import { isDotLottie } from '../../src/core/media/lottie.js';
import { exifOrientation } from '../../src/core/media/exif-orientation.js';
import { detectTextOrRawAudio } from '../../src/core/media/file-kinds.js';
import { readHeifPicture } from '../../src/core/media/heif-picture.js';
import { readPlainJpeg } from '../../src/core/media/plain-jpeg.js';
import { decodeLenient } from '../../src/core/text-encoding/decode-lenient.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../src/engine/fonts/harfbuzz-shaper.js';
import { readLottie } from '../../src/engine/media/convert/read-lottie.js';
import { unpackWoff } from '../../src/engine/fonts/woff.js';
import { colored, layer, lottie, rectangle, zip } from '../support/lottie-files.js';
import { heifFile } from '../support/heif-files.js';
import { fuzzCount, fuzzSeed, mutate, seededNumbers } from '../support/mutate.js';

const require = createRequire(import.meta.url);
const fontFile = (name: string) => readFileSync(require.resolve(`@fontsource/anton/files/${name}`));
const WOFF = fontFile('anton-latin-400-normal.woff');
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const utf8 = (text: string) => Buffer.from(text, 'utf8');

const LOTTIE = lottie(
  2,
  [
    layer([0, 0], { ty: 4, shapes: [rectangle(9, 9, colored(1, 0, 0))] }),
    layer([0, 0], { ty: 2, refId: 'p' }),
  ],
  { assets: [{ id: 'p', w: 8, h: 8, u: '', p: 'p.png', e: 0 }] },
);
const LOTTIE_REFUSALS = /^(it |its |a |"\w+" is )/;

const CAPTION_FILES: readonly (readonly [string, Buffer])[] = [
  [
    'SubRip',
    utf8(
      '1\n00:00:01,000 --> 00:00:02,000\n<i>One</i> {\\an8}two\n\n2\n00:00:03,000 --> 00:00:04,000\nThree &amp; four\n',
    ),
  ],
  [
    'WebVTT',
    utf8(
      'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\nNOTE a\n\nname\n00:01.000 --> 00:02.000 align:start\n<c.yellow>One</c> <00:01.500>two\n',
    ),
  ],
  [
    'TTML',
    utf8(
      '<?xml version="1.0"?><!DOCTYPE tt><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25"><body><div begin="1s"><p begin="0s" end="00:00:02:10"><span begin="0s">One</span><br/>two <![CDATA[three]]></p></div></body></tt>',
    ),
  ],
  [
    'ASS',
    utf8(
      '[Script Info]\nTitle: a\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\k25\\c&H00FF00&}One {\\k50}two\\Nthree\n',
    ),
  ],
  ['SBV', utf8('0:00:01.000,0:00:02.000\nOne[br]two\n\n0:00:03.000,0:00:04.000\nThree\n')],
  [
    'LRC',
    utf8(
      '[ar:Someone]\n[offset:+100]\n[00:01.00][00:05.00]<00:01.00>One <00:01.50>two\n[00:03.00]\n',
    ),
  ],
  [
    'word JSON',
    utf8(
      '{"text":"One, two.","segments":[{"id":0,"start":0.5,"end":2,"text":" One, two.","words":[{"word":" One,","start":0.5,"end":1},{"word":" two.","start":1,"end":2}]}]}',
    ),
  ],
  [
    'JSON of characters',
    utf8(
      '{"alignment":{"characters":["O","n","e"," ","a"],"character_start_times_seconds":[0,0.1,0.2,0.3,0.4],"character_end_times_seconds":[0.1,0.2,0.3,0.4,0.5]}}',
    ),
  ],
  ['UTF-16', Buffer.from('\uFEFF1\n00:00:01,000 --> 00:00:02,000\nOne\n', 'utf16le')],
  ['Windows-1252', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nGr\u00fc\u00dfe\n', 'latin1')],
];

describe('mutated caption files', () => {
  const seed = fuzzSeed('caption files');

  it.each(CAPTION_FILES)('%s: gives cues, words, or a problem', (_, file) => {
    const random = seededNumbers(seed);
    for (let time = 0; time < fuzzCount(); time++) {
      const { text } = decodeLenient(mutate(file, random), 'en', () => ['windows-1252']);
      const read = readCaptionSource(text);
      const found = 'cues' in read ? read.cues.length : 'words' in read ? 1 : read.problem.length;
      expect(found).toBeGreaterThan(0);
      if (!('cues' in read)) continue;
      const { cues } = read;
      expect(cues.every(({ startMs, endMs }) => Number.isInteger(startMs) && endMs > startMs)).toBe(
        true,
      );
      expect(cues.every((cue, at) => at === 0 || cue.startMs >= cues[at - 1]!.startMs)).toBe(true);
    }
  });
});

/** Nothing of it may fail, or may fail only in these words. */
const PICTURES: readonly (readonly [
  string,
  () => Buffer,
  (file: Buffer) => unknown,
  RegExp | null,
])[] = [
  ['orientation of a JPEG', () => picture('progressive.jpg'), exifOrientation, null],
  ['orientation of a PNG', () => picture('interlaced.png'), exifOrientation, null],
  ['colors of a JPEG', () => picture('cmyk.jpg'), readColorTag, null],
  ['colors of a PNG', () => picture('interlaced.png'), readColorTag, null],
  ['codes of a JPEG', () => picture('i2.jpg'), readPlainJpeg, null],
  [
    'kind of a file',
    () => picture('interlaced.png'),
    (file) => detectTextOrRawAudio(file.subarray(0, 4096)),
    null,
  ],
  ['ICC profile', iccFile, readIccProfile, null],
  [
    'lookup table',
    () => utf8('TITLE "a"\nDOMAIN_MAX 1 1 2\nLUT_3D_SIZE 2\n' + '0 0.5 1e-2\n'.repeat(8)),
    (file) => lutTable(readCube(file.toString('latin1')), 0.5, 3),
    /^(it |its |line |"|LUT_|DOMAIN_)/,
  ],
  ['Lottie', () => utf8(JSON.stringify(LOTTIE)), readLottie, LOTTIE_REFUSALS],
  [
    'dotLottie',
    () =>
      zip({
        'manifest.json': '{"version":"2","animations":[{"id":"a"}]}',
        'a/a.json': JSON.stringify(LOTTIE),
        'i/p.png': WOFF.subarray(0, 100),
      }),
    (file) => [isDotLottie(file), readLottie(file)],
    LOTTIE_REFUSALS,
  ],
  [
    'animated WebP',
    webpFile,
    readAnimatedWebp,
    /^(its header is missing|it contains no frames|a frame lies outside its canvas|it has too many chunks)$/,
  ],
  [
    'HEIF',
    heif,
    (file) => readHeifPicture(file, 1_000_000),
    /^(it contains no picture, or is damaged|tiles of its picture are missing|its )/,
  ],
];

describe('mutated pictures', () => {
  const seed = fuzzSeed('pictures');

  it.each(PICTURES)('%s: is read, or refused in known words', (_, fileOf, read, refusal) => {
    const random = seededNumbers(seed);
    const file = fileOf();
    for (let time = 0; time < 10 * fuzzCount(); time++) {
      const mutated = mutate(file, random);
      const problem = problemOf(() => read(mutated));
      const isExpected = problem === null || (refusal?.test(problem) ?? false);
      expect(isExpected ? null : problem).toBeNull();
    }
  });
});

describe('pictures that ask for more than they are', () => {
  it('dotLottie: a file of a gigabyte', () => {
    const file = zip({ 'manifest.json': '{}', 'a/a.json': '{}' });
    const bomb = zip({ a: '', 'manifest.json': Buffer.alloc(100 << 20) });
    expect(problemOf(() => readLottie(bomb))).toBe('its files have more than 64 MiB');
    expect(problemOf(() => readLottie(file))).toBe('its manifest names no animation');
  });

  it('Lottie: compositions that multiply', () => {
    const assets = Array.from({ length: 40 }, (_, at) => ({
      id: at,
      layers: [1, 2].map(() => ({ ty: 0, refId: at + 1 })),
    }));
    const animation = { ...LOTTIE, assets, layers: [{ ty: 0, refId: 0 }] };
    expect(problemOf(() => readLottie(utf8(JSON.stringify(animation))))).toMatch(
      /^it has \d+ layers/,
    );
  });

  it('Lottie: lists in lists', () => {
    const deep = JSON.stringify(LOTTIE).replace(
      /}$/,
      `,"deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    );
    expect(problemOf(() => readLottie(utf8(deep)))).toBe('it is nested too deep');
  });

  it('HEIF: 5,000 items of 65,535 extents without bytes', () => {
    const items = Array.from({ length: 5000 }, (_, at) => {
      const item = Buffer.from('00000000ffff', 'hex');
      item.writeUInt16BE(at + 1, 0);
      return item;
    });
    // Sizes of 0 for offsets, lengths, and bases: no extent has a byte of its own.
    const iloc = box(
      'iloc',
      Buffer.from('00000000', 'hex'),
      Buffer.from('00001388', 'hex'),
      ...items,
    );
    const meta = box(
      'meta',
      Buffer.alloc(4),
      box('pitm', Buffer.from('000000000001', 'hex')),
      iloc,
    );
    expect(problemOf(() => readHeifPicture(meta, 1_000_000))).toBe(
      'it contains no picture, or is damaged',
    );
  });

  it.each([
    // DHT segments full of tables with a single code.
    [
      'tables',
      Buffer.concat([hex('ffc4fff3'), Buffer.alloc(0xfff1, hex(`00 01${'00'.repeat(16)}`))]),
    ],
    ['segments', hex('ffe00002')],
  ])('JPEG: %s in eight megabytes', (_, segment) => {
    const file = Buffer.alloc(8 << 20, segment);
    const before = performance.now();
    expect(readPlainJpeg(Buffer.concat([hex('ffd8'), file.subarray(0, -2)]))).toBeNull();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('WebP: a million chunks', () => {
    const file = Buffer.concat([
      webpFile(),
      Buffer.alloc(8_000_000, Buffer.from('junk\0\0\0\0', 'latin1')),
    ]);
    expect(problemOf(() => readAnimatedWebp(file))).toBe('it has too many chunks');
  });

  it('PNG: a million chunks before its orientation', () => {
    const chunks = Buffer.alloc(12_000_000, Buffer.from('\0\0\0\0junk\0\0\0\0', 'latin1'));
    const file = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunks]);
    expect(exifOrientation(file)).toBe(1);
    expect(readColorTag(file)).toBeNull();
  });
});

const FONT_REFUSALS =
  /^(The file is not a TrueType|The font contains no characters|The font has no family name|The WOFF2? file is damaged|The font is larger than 64 MiB)/;

describe('mutated fonts', () => {
  const seed = fuzzSeed('fonts');
  let catalog: FontCatalog;
  beforeAll(async () => {
    catalog = await FontCatalog.load();
  });

  it.each([
    ['TrueType', () => unpackWoff(WOFF)],
    ['WOFF', () => WOFF],
    ['WOFF2', () => fontFile('anton-latin-400-normal.woff2')],
  ])('%s: draws text, or is refused in known words', (_, fileOf) => {
    const random = seededNumbers(seed);
    const file = fileOf();
    for (let time = 0; time < fuzzCount(); time++) {
      const mutated = mutate(file, random);
      const problem = problemOf(() => drawWith(catalog, mutated));
      if (problem !== null) expect(problem).toMatch(FONT_REFUSALS);
    }
    // Whatever broken fonts did, others still draw.
    expect(drawWith(catalog, WOFF)).toBeGreaterThan(0);
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'The file is not a TrueType or OpenType font.'],
    ['text', utf8('a font'), 'The file is not a TrueType or OpenType font.'],
    ['zeros', Buffer.alloc(10_000), 'The file is not a TrueType or OpenType font.'],
    [
      'a signature alone',
      Buffer.from('00010000', 'hex'),
      'The file is not a TrueType or OpenType font.',
    ],
    [
      'a header without tables',
      Buffer.from('000100000000000000000000', 'hex'),
      'The font contains no characters.',
    ],
    [
      '65,535 tables that are not there',
      Buffer.from('00010000ffff000000000000', 'hex'),
      'The font contains no characters.',
    ],
    [
      'a collection that is in itself',
      Buffer.from('74746366000100000000000100000000', 'hex'),
      'The font contains no characters.',
    ],
    [
      'WOFF without tables',
      Buffer.concat([WOFF.subarray(0, 12), Buffer.alloc(32)]),
      'The font contains no characters.',
    ],
    ['WOFF of 65,535 tables', withBytes(WOFF, 12, 'ffff'), 'The WOFF file is damaged.'],
    [
      'WOFF with a table of 4 GiB',
      withBytes(WOFF, 44 + 12, 'ffffffff'),
      'The font is larger than 64 MiB after decompression.',
    ],
    ['half of a WOFF', WOFF.subarray(0, WOFF.length / 2), 'The WOFF file is damaged.'],
    [
      'WOFF2 that says it has 4 GiB',
      withBytes(fontFile('anton-latin-400-normal.woff2'), 16, 'ffffffff'),
      'The font is larger than 64 MiB after decompression.',
    ],
    [
      'half of a WOFF2',
      fontFile('anton-latin-400-normal.woff2').subarray(0, 5000),
      'The WOFF2 file is damaged.',
    ],
    ['a picture', picture('i0.jpg'), 'The file is not a TrueType or OpenType font.'],
  ])('refuses %s', (_, file, problem) => {
    expect(problemOf(() => drawWith(catalog, file))).toBe(problem);
  });
});

function drawWith(catalog: FontCatalog, bytes: Buffer): number {
  const { fonts, family, close } = catalog.withFont(bytes, 'font');
  try {
    const font = { family, weight: 400, sizePx: 40 };
    const shaper = new HarfbuzzShaper(fonts);
    shaper.metrics(font);
    return shaper.shape('Office, 12', font, { direction: 'auto', language: 'en' }).glyphs.length;
  } finally {
    close();
  }
}

function problemOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function picture(name: string): Buffer {
  return readFileSync(new URL(`../media/pictures/${name}`, import.meta.url));
}

function withBytes(file: Buffer, at: number, hex: string): Buffer {
  const bytes = Buffer.from(file);
  Buffer.from(hex, 'hex').copy(bytes, at);
  return bytes;
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length & 1)]);
}

function webpFile(): Buffer {
  const header = chunk('VP8X', Buffer.from('02000000 0f0000 0f0000'.replaceAll(' ', ''), 'hex'));
  const frame = Buffer.concat([
    Buffer.from('000000 000000 0f0000 0f0000 640000 00'.replaceAll(' ', ''), 'hex'),
    chunk('VP8L', Buffer.alloc(20, 1)),
  ]);
  const frames = Array.from({ length: 3 }, () => chunk('ANMF', frame));
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), header, ...frames]);
}

function heif(): Buffer {
  const config = Buffer.alloc(23);
  config[21] = 3;
  const unit = Buffer.concat([Buffer.from('00000008', 'hex'), Buffer.alloc(8, 1)]);
  const mp4 = Buffer.concat([box('hvcC', config), box('mdat', unit, unit)]);
  const tile = { mp4, width: 16, height: 16 };
  return heifFile([tile, tile], { grid: { columns: 2, rows: 1, width: 32, height: 16 } });
}

function iccFile(): Buffer {
  const tags = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
  const head = Buffer.alloc(132);
  head.write('RGB ', 16, 'latin1');
  head.write('acsp', 36, 'latin1');
  head.writeUInt32BE(tags.length, 128);
  const from = 132 + 12 * tags.length;
  const table = tags.map((tag, at) => {
    const entry = Buffer.alloc(12);
    entry.write(tag, 0, 'latin1');
    entry.writeUInt32BE(from + 20 * at, 4);
    entry.writeUInt32BE(20, 8);
    return entry;
  });
  const bodies = tags.map((tag) => {
    const body = Buffer.alloc(20);
    body.write(tag.endsWith('XYZ') ? 'XYZ ' : 'curv', 0, 'latin1');
    body.writeUInt32BE(1, 8);
    return body;
  });
  return Buffer.concat([head, ...table, ...bodies]);
}
