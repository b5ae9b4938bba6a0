import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type FileExtent, INTACT_FILE } from '../../../core/media/file-extent.js';
import { readExtent } from './read-extent.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-extent-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the structure tells, without what an intact file tells too. */
async function found(demuxer: string, file: Buffer): Promise<Partial<FileExtent>> {
  const path = join(folder, 'file');
  await writeFile(path, file);
  const { bytes, ...extent } = await readExtent({ path, demuxer, convert: null } as never);
  expect(bytes).toBe(file.length);
  const news = Object.entries(extent).filter(
    ([name, value]) => value !== INTACT_FILE[name as keyof typeof INTACT_FILE],
  );
  return Object.fromEntries(news);
}

/** Bytes: hexadecimal digits, text in quotation marks, or a number of zeros as `*64`. */
function bytes(...parts: readonly (string | Buffer)[]): Buffer {
  const read = (part: string) => {
    if (part.startsWith('*')) return Buffer.alloc(Number(part.slice(1)));
    return part.startsWith("'")
      ? Buffer.from(part.slice(1, -1), 'latin1')
      : Buffer.from(part.replaceAll(' ', ''), 'hex');
  };
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? read(part) : part)));
}

type Row = readonly [what: string, file: Buffer, extent: Partial<FileExtent>];

const chunk = (name: string, length: string, ...data: (string | Buffer)[]) =>
  bytes(`'${name}'`, length, ...data);
const pngChunk = (type: string, data: Buffer) => {
  const typed = bytes(`'${type}'`, data);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return bytes(length, typed, sum);
};

const RATE_8000 = '400bfa00000000000000';
const COMM = chunk('COMM', '00000012', '0001 00003e80 0010', RATE_8000);
const FORM = bytes("'FORM'", '00000000', "'AIFF'");
const AIFF: readonly Row[] = [
  ['another file', bytes("'RIFF'", '*20'), {}],
  [
    'a sound that ends early',
    bytes(FORM, COMM, chunk('SSND', '00007d08', '*8')),
    { declaredBytes: 12 + 26 + 8 + 0x7d08, soundSeconds: 2 },
  ],
  [
    'a sound that ends early, without a rate',
    bytes(FORM, chunk('COMM', '00000012', '0001 00003e80 0010', '*10'), chunk('SSND', '00000100')),
    { declaredBytes: 12 + 26 + 8 + 256 },
  ],
  ['a sound of unknown length', bytes(FORM, COMM, chunk('SSND', '7fffffff', '*8')), {}],
  ['a whole sound', bytes(FORM, chunk('NAME', '00000001', '6100'), chunk('SSND', '00000000')), {}],
  ['no sound', bytes(FORM, COMM), {}],
];

const CAF = bytes("'caff'", '00010000');
const CAFS: readonly Row[] = [
  ['another file', bytes("'RIFF'", '*20'), {}],
  [
    'a sound that ends early',
    bytes(CAF, chunk('desc', '0000000000000004', '*4'), chunk('data', '0000000000000100', '*8')),
    { declaredBytes: 8 + 16 + 12 + 256 },
  ],
  ['a sound of unknown length', bytes(CAF, chunk('data', 'ffffffffffffffff', '*8')), {}],
  ['a whole sound', bytes(CAF, chunk('data', '0000000000000004', '*4')), {}],
  ['no sound', CAF, {}],
];

const ASF = bytes('3026b2758e66cf11a6d900aa0062ce6c', '*14');
const asfProperties = (size: string, flags: string) =>
  bytes('a1dcab8c47a9cf118ee400c00c205365', '*24', size, '*40', flags);
const ASFS: readonly Row[] = [
  ['another file', bytes('*122'), {}],
  [
    'a file that ends early',
    bytes(ASF, '*16', '1800000000000000', asfProperties('0010000000000000', '00000000')),
    { declaredBytes: 4096 },
  ],
  ['a broadcast', bytes(ASF, asfProperties('0010000000000000', '01000000')), {}],
  ['a whole file', bytes(ASF, asfProperties('0100000000000000', '00000000')), {}],
  ['no properties', bytes(ASF, '*60'), {}],
  ['1,000 objects without properties', bytes(ASF, '*24200'), {}],
];

const FLV = bytes("'FLV'", '01 05 00000009 00000000');
const script = (size: string) => bytes("'filesize'", size);
const FLVS: readonly Row[] = [
  ['another file', bytes('*20'), {}],
  ['a file shorter than its header', bytes("'FLV'"), {}],
  ['a tag of an unknown kind', bytes(FLV, '07', '*14'), {}],
  ['whole tags', bytes(FLV, '09 000001', '*7', '00', '*4'), {}],
  ['half a tag', bytes(FLV, '09 000100', '*7', '00'), { truncatedIn: 'a tag' }],
  ['half the head of a tag', bytes(FLV, '09 0001'), { truncatedIn: 'a tag' }],
  [
    'half a tag of a file with a declared size',
    bytes(FLV, '12 000011', '*7', script('00 40c0000000000000'), '*4', '09 000100', '*7'),
    { truncatedIn: 'a tag', declaredBytes: 8192 },
  ],
  [
    'half a tag of a file with a declared size that is no number',
    bytes(FLV, '12 000011', '*7', script('02 40c0000000000000'), '*4', '09 000100', '*7'),
    { truncatedIn: 'a tag' },
  ],
];

const GIF = bytes("'GIF89a'", '0100 0100 00 00 00');
const NOTHING = { missingPart: 'its entire picture' };
const GIFS: readonly Row[] = [
  ['half a header', bytes("'GIF89a'"), NOTHING],
  ['no picture', GIF, NOTHING],
  ['a color table only', bytes("'GIF89a'", '0100 0100 80 00 00', '*6'), NOTHING],
  ['a picture', bytes(GIF, '2c 0000 0000 0100 0100 00 02 02 4c01 00 3b'), {}],
  ['a picture without a trailer', bytes(GIF, '2c 0000 0000 0100 0100 80', '*6', '02 00'), {}],
  [
    'half a picture',
    bytes(GIF, '2c 0000 0000 0100 0100 00 02 08 4c01'),
    { truncatedIn: 'picture 1', isClearlyTruncated: true },
  ],
  [
    'a picture without its size',
    bytes(GIF, '2c 0000'),
    { truncatedIn: 'picture 1', isClearlyTruncated: true },
  ],
  [
    'half an extension',
    bytes(GIF, '2c 0000 0000 0100 0100 00 02 00 21 fe 08 61'),
    { truncatedIn: 'the data after picture 1', isClearlyTruncated: true },
  ],
  [
    'zeros instead of the rest',
    bytes(GIF, '2c 0000 0000 0100 0100 00 02 02 4c01 00', '*100'),
    { lostZeros: 101 },
  ],
  ['a few zeros', bytes(GIF, '2c 0000 0000 0100 0100 00 02 02 4c01 00', '*9'), {}],
  [
    'a comment up to the end of what is loaded at once',
    bytes(GIF, '21 fe', Buffer.alloc(255 * 256, 255), Buffer.alloc(240, 239), '00 2c'),
    { truncatedIn: 'picture 1', isClearlyTruncated: true },
  ],
  ['zeros behind other data', bytes(GIF, 'ff 2c', '*100'), {}],
];

const heifBox = (type: string, length: string, content = '') => bytes(length, `'${type}'`, content);
const HEIFS: readonly Row[] = [
  ['whole boxes', heifBox('ftyp', '0000000c', '*4'), {}],
  ['a last box without a length', heifBox('mdat', '00000000', '*40'), {}],
  ['half a box', heifBox('mdat', '00000100', '*4'), { truncatedIn: 'its "mdat" box' }],
  ['a box with a strange name', heifBox('\u0001\u0002ab', '00000100'), {}],
  ['a box shorter than its header', heifBox('mdat', '00000004'), {}],
  ['an empty file', Buffer.alloc(0), {}],
];

const SCAN = 'ffd8 ffda 0003 01';
const JPEGS: readonly Row[] = [
  ['a picture', bytes(SCAN, '55 ff00 ffd0 ffd9'), {}],
  ['no picture', bytes('ffd8 ffe0 0004 4141 ffd9'), NOTHING],
  ['no end', bytes(SCAN, '55ff'), {}],
  ['fill bytes before a mark', bytes(SCAN, 'ffff ffd9'), {}],
  ['a mark without a length', bytes(SCAN, 'ffe0'), {}],
  ['zeros instead of the rest', bytes(SCAN, '55', '*70'), { lostZeros: 70 }],
  [
    'a mark at the end of a window',
    bytes('ffd8', Buffer.alloc(65_535, 1), 'ffda 0002 55 ffd9'),
    {},
  ],
  ['a length at the end of a window', bytes('ffd8', Buffer.alloc(65_534, 1), 'ffda 0002 ffd9'), {}],
];

const EBML = bytes('1a45dfa3 80');
const MATROSKAS: readonly Row[] = [
  ['another file', bytes('*40'), {}],
  ['half a header', EBML, {}],
  ['a header of unknown length', bytes('1a45dfa3 ff', '*20'), {}],
  ['a header without a valid length', bytes('1a45dfa3 00', '*20'), {}],
  ['no segment', bytes(EBML, '*20'), {}],
  ['half the head of a segment', bytes(EBML, '18538067 10'), {}],
  [
    'half a segment',
    bytes(EBML, '18538067 4100', Buffer.alloc(20, 1)),
    { declaredBytes: 5 + 4 + 2 + 256 },
  ],
  ['a whole segment', bytes(EBML, '18538067 88', Buffer.alloc(8, 1)), {}],
  ['a recording with zeros at the end', bytes(EBML, '18538067 ff', '01', '*9'), { zeroTail: 9 }],
  ['a segment without a valid length', bytes(EBML, '18538067 00', '01', '*9'), { zeroTail: 9 }],
];

const NO_INDEX = { missingPart: 'its index (the "moov" box)' };
const MOOV = bytes('00000008', "'moov'");
const MP4S: readonly Row[] = [
  ['whole boxes', bytes(MOOV, '00000010', "'mdat'", Buffer.alloc(8, 1)), {}],
  ['a last box without a length', bytes(MOOV, '00000000', "'mdat'", Buffer.alloc(8, 1)), {}],
  [
    'half its media',
    bytes(MOOV, '00000100', "'mdat'", Buffer.alloc(8, 1)),
    { declaredBytes: 8 + 256 },
  ],
  ['half its index', bytes('00000100', "'moov'"), { declaredBytes: 256, ...NO_INDEX }],
  ['half its free space', bytes(MOOV, '00000100', "'free'", '01'), {}],
  ['a box shorter than its header', bytes('00000004', "'mdat'"), NO_INDEX],
  ['a box with a strange name', bytes('00000008 01020304'), NO_INDEX],
  ['zeros instead of media', bytes(MOOV, '00000010', "'mdat'", '01', '*7'), { zeroTail: 7 }],
  ['zeros behind its media', bytes(MOOV, '00000009', "'mdat'", '01', '*7'), {}],
];

/** A frame of 24 bytes: MPEG-2, 8 kbit/s, 24 kHz. */
const FRAME = bytes('fff31400', '*20');
/** A frame of 417 bytes: MPEG-1, 128 kbit/s, 44.1 kHz, stereo. */
const xing = (flags: string) => bytes('fffb9000', '*32', "'Xing'", flags, '00000064', '*500');
const MP3S: readonly Row[] = [
  ['another file', bytes('*40'), {}],
  ['half a header', bytes('fff3'), {}],
  ['a version that does not exist', bytes('ffeb1400', '*20'), {}],
  ['a sample rate that does not exist', bytes('fff31c00', '*20'), {}],
  ['a bit rate that does not exist', bytes('fff30400', '*20'), {}],
  ['whole frames', bytes(FRAME.subarray(0, 23), '01'), {}],
  ['half a frame', bytes(FRAME, 'fff31400 0101'), { truncatedIn: 'a frame' }],
  ['an ID3v2 tag', bytes("'ID3'", '04 00 00 00000002 0101', FRAME.subarray(0, 23), '01'), {}],
  [
    'an ID3v2 tag with a footer',
    bytes("'ID3'", '04 00 10 00000001 01', '*10', 'fff31400 0101'),
    { truncatedIn: 'a frame' },
  ],
  ['zeros instead of frames', bytes(FRAME.subarray(0, 4), '*40'), { lostZeros: 41 }],
  ['a summary', xing('00000001'), { soundSeconds: (100 * 1152) / 44_100 }],
  ['a summary without frames', bytes('fffb9000', '*32', "'Xing'", '*600'), { lostZeros: 600 }],
  [
    'a summary of no frames',
    bytes('fffb9000', '*32', "'Info'", '00000001', '*600'),
    { lostZeros: 600 },
  ],
  [
    'a summary of mono sound',
    bytes('fffb90c0', '*17', "'Xing'", '00000001 00000064', '*500'),
    { soundSeconds: (100 * 1152) / 44_100 },
  ],
  [
    'a summary of mono sound in MPEG-2',
    bytes('fff314c0', '*9', "'Xing'", '00000001 00000064', '*500'),
    { soundSeconds: (100 * 576) / 24_000 },
  ],
  [
    'a summary by Fraunhofer',
    bytes('fffb9000', '*32', "'VBRI'", '*10', '00000064', '*400'),
    { soundSeconds: (100 * 1152) / 44_100 },
  ],
];

const ADTS = bytes('fff15080 01 1f fc', '01');
const AACS: readonly Row[] = [
  ['whole frames', bytes(ADTS, ADTS), {}],
  ['half a frame', bytes(ADTS, ADTS.subarray(0, 7)), { truncatedIn: 'a frame' }],
  ['another file', bytes('01'.repeat(40)), {}],
  ['half a header', bytes('fff1'), {}],
  ['a frame shorter than its header', bytes('fff15080 00 1f fc'), {}],
];

const page = (flags: string) => bytes("'OggS'", '00', flags, '*20', '01 04 01020304');
const OGGS: readonly Row[] = [
  ['whole pages', bytes(page('02'), page('04')), {}],
  ['a recording that was stopped', bytes(page('02'), page('00')), {}],
  [
    'half a page',
    bytes(page('02'), page('00').subarray(0, 29)),
    { truncatedIn: 'a page', isClearlyTruncated: true },
  ],
  [
    'half the head of a page',
    bytes(page('02'), page('00').subarray(0, 27)),
    { truncatedIn: 'a page', isClearlyTruncated: true },
  ],
  ['other data behind the last page', bytes(page('04'), Buffer.alloc(50, 1)), {}],
  [
    'other data between pages',
    bytes(page('02'), Buffer.alloc(50, 1), page('04')),
    { corruption: 'some of its pages cannot be read' },
  ],
  [
    'half a page behind other data',
    bytes(page('02'), '0101', page('00'), page('00').subarray(0, 29)),
    { corruption: 'some of its pages cannot be read' },
  ],
  ['zeros instead of pages', bytes(page('02'), '*2000'), { lostZeros: 2000 }],
  ['zeros instead of half a page', bytes(page('02').subarray(0, 29), '*2000'), { lostZeros: 2000 }],
  ['zeros behind the last page', bytes(page('04'), '*2000'), {}],
];

const header = (width: number, color: number, interlaced = 0) => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(4, 4);
  data.set([8, color, 0, 0, interlaced], 8);
  return pngChunk('IHDR', data);
};
const SIGNATURE = '89504e470d0a1a0a';
const ROWS = pngChunk('IDAT', deflateSync(Buffer.alloc(4 * 5, 7)));
const END = pngChunk('IEND', Buffer.alloc(0));
const damaged = (part: Buffer) => bytes(part.subarray(0, -4), '01020304');
const acTL = (pictures: string) => pngChunk('acTL', bytes(pictures));
const PNGS: readonly Row[] = [
  ['a picture', bytes(SIGNATURE, header(4, 0), ROWS, END), {}],
  [
    'a damaged comment',
    bytes(SIGNATURE, header(4, 0), damaged(pngChunk('tEXt', bytes("'a'"))), ROWS, END),
    {},
  ],
  ['no chunks', bytes(SIGNATURE), NOTHING],
  ['another first chunk', bytes(SIGNATURE, ROWS), NOTHING],
  ['a damaged header', bytes(SIGNATURE, damaged(header(4, 0))), NOTHING],
  ['a short header', bytes(SIGNATURE, pngChunk('IHDR', Buffer.alloc(12))), NOTHING],
  ['a color type that does not exist', bytes(SIGNATURE, header(4, 5)), NOTHING],
  ['too many pixels', bytes(SIGNATURE, header(0x7fffffff, 0), ROWS), {}],
  ['no end', bytes(SIGNATURE, header(4, 0), ROWS), { truncatedIn: 'a chunk' }],
  [
    'rows that are missing',
    bytes(SIGNATURE, header(4, 0), pngChunk('IDAT', deflateSync(Buffer.alloc(10, 7)))),
    { missingPicture: 'only 2 of its 4 rows are present' },
  ],
  [
    'damaged rows',
    bytes(SIGNATURE, header(4, 0), pngChunk('IDAT', bytes('01020304'))),
    { missingPicture: 'only 0 of its 4 rows are present' },
  ],
  [
    'rows of an interlaced picture that are missing',
    bytes(SIGNATURE, header(1, 0, 1), pngChunk('IDAT', deflateSync(Buffer.alloc(4, 7)))),
    { missingPicture: 'only 2 of its 4 rows are present' },
  ],
  [
    'a chunk with a strange name',
    bytes(SIGNATURE, header(4, 0), ROWS, '00000000 01020304'),
    { truncatedIn: 'a chunk' },
  ],
  [
    'half an animation',
    bytes(
      SIGNATURE,
      header(4, 0),
      acTL('00000002 00000000'),
      pngChunk('fcTL', Buffer.alloc(26)),
      ROWS,
    ),
    { missingPicture: 'only 1 of its 2 pictures are present' },
  ],
  [
    'an animation without an end',
    bytes(
      SIGNATURE,
      header(4, 0),
      acTL('00000002 00000000'),
      pngChunk('fcTL', Buffer.alloc(26)),
      ROWS,
      pngChunk('fcTL', Buffer.alloc(26)),
    ),
    { truncatedIn: 'a chunk', isClearlyTruncated: true },
  ],
  [
    'an animation of unknown length',
    bytes(SIGNATURE, header(4, 0), acTL('00'), ROWS),
    { truncatedIn: 'a chunk' },
  ],
];

const RIFF = (kind: string, length: string) => bytes("'RIFF'", length, `'${kind}'`);
const FMT = chunk('fmt ', '10000000', '0100 0100 401f0000 803e0000 0200 1000');
const RIFFS: readonly Row[] = [
  ['another file', bytes("'FORM'", '*20'), {}],
  ['half a header', bytes("'RIFF'"), {}],
  ['a whole AVI', bytes(RIFF('AVI ', '0c000000'), '*8'), {}],
  ['half an AVI', bytes(RIFF('AVI ', '00010000'), '*8'), { declaredBytes: 8 + 256 }],
  ['an AVI of unknown length', RIFF('AVI ', 'ffffffff'), {}],
  ['an AVI without a length', RIFF('AVI ', '00000000'), {}],
  ['a WebP without its padding', bytes(RIFF('WEBP', '05000000'), '01'), {}],
  [
    'zeros instead of a picture',
    bytes(RIFF('WEBP', '05040000'), '01', '*1024'),
    { lostZeros: 1024 },
  ],
  ['a few zeros', bytes(RIFF('WEBP', '0c000000'), '01', '*7'), {}],
  ['zeros behind a picture', bytes(RIFF('WEBP', '05000000'), '01', '*2000'), {}],
  [
    'half a WAV',
    bytes(
      RIFF('WAVE', '00000000'),
      FMT,
      chunk('LIST', '01000000', '6100'),
      chunk('data', '007d0000'),
    ),
    { declaredBytes: 12 + 24 + 10 + 8 + 32_000, soundSeconds: 2 },
  ],
  [
    'half a WAV without a rate',
    bytes(RIFF('WAVE', '00000000'), chunk('fmt ', '02000000', '0100'), chunk('data', '00010000')),
    { declaredBytes: 12 + 10 + 8 + 256 },
  ],
  ['a WAV of unknown length', bytes(RIFF('WAVE', '00000000'), FMT, chunk('data', 'ffffffff')), {}],
  ['a WAV without a length', bytes(RIFF('WAVE', '00000000'), FMT, chunk('data', '00000000')), {}],
  ['a whole WAV', bytes(RIFF('WAVE', '00000000'), FMT, chunk('data', '02000000', '0101')), {}],
  ['a WAV without sound', bytes(RIFF('WAVE', '00000000'), FMT), {}],
];

describe.each<[demuxer: string, rows: readonly Row[]]>([
  ['aiff', AIFF],
  ['caf', CAFS],
  ['asf', ASFS],
  ['flv', FLVS],
  ['gif', GIFS],
  ['heif', HEIFS],
  ['jpeg_pipe', JPEGS],
  ['matroska', MATROSKAS],
  ['mov', MP4S],
  ['mp3', MP3S],
  ['aac', AACS],
  ['ogg', OGGS],
  ['png_pipe', PNGS],
  ['wav', RIFFS],
  ['dts', [['a format that is only checked by decoding', bytes('*40'), {}]]],
])('the extent of %s', (demuxer, rows) => {
  it.each(rows)('%s', async (_what, file, extent) => {
    await expect(found(demuxer, file)).resolves.toEqual(extent);
  });
});

it('reads a large file whose end is all zeros', async () => {
  const file = bytes("'RIFF'", 'c00f0200', "'WEBP'", Buffer.alloc(100, 1), '*135000');
  await expect(found('webp_pipe', file)).resolves.toEqual({ lostZeros: 135_000 });
  await expect(found('ogg', Buffer.alloc(70_000))).resolves.toEqual({ lostZeros: 70_000 });
});
