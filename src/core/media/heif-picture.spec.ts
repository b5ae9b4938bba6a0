import { type HeifPicture, readHeifPicture } from './heif-picture.js';

const u8 = (...values: number[]) => Buffer.from(values);
const u16 = (...values: number[]) => Buffer.from(values.flatMap((v) => [(v >> 8) & 255, v & 255]));
const u32 = (...values: number[]) =>
  Buffer.concat(values.map((value) => u16(Math.floor(value / 65_536), value)));
const text = (letters: string) => Buffer.from(letters, 'latin1');
const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(8 + body.length), text(type), body]);
};
const full = (version = 0, flags = 0) => u8(version, 0, 0, flags);

/** One item, as its boxes describe it; the properties are counted from 1. */
interface Item {
  readonly type: string;
  /** The place of its data, behind its ID. */
  readonly place: Buffer;
  readonly uses?: readonly number[];
}

interface Meta {
  readonly items: readonly Item[];
  readonly properties?: readonly Buffer[];
  readonly references?: readonly Buffer[];
  readonly placeVersion?: number;
  readonly useFlags?: number;
  /** Boxes without which a file is damaged. */
  readonly without?: readonly string[];
  readonly idat?: Buffer;
}

/** A HEIF file of boxes whose data, if any, is in `idat`. */
function fileOf(meta: Meta): Buffer {
  const { items, properties = [], references = [], placeVersion = 1, useFlags = 0 } = meta;
  const places = items.map(({ place }, index) => Buffer.concat([u16(index + 1), place]));
  const entries = items.map(({ type }, index) =>
    box('infe', full(2), u16(index + 1, 0), text(`${type}\0`)),
  );
  const uses = items.map(({ uses: used = [] }, index) =>
    Buffer.concat([u16(index + 1), u8(used.length), useFlags === 1 ? u16(...used) : u8(...used)]),
  );
  const boxes = {
    pitm: box('pitm', full(), u16(1)),
    iloc: box('iloc', full(placeVersion), u8(0x44, 0), u16(items.length), ...places),
    iinf: box('iinf', full(), u16(items.length + 1), box('free'), ...entries),
    iprp: box(
      'iprp',
      box('ipco', ...properties),
      box('ipma', full(0, useFlags), u32(items.length), ...uses),
    ),
    iref: box('iref', full(), ...references),
    idat: box('idat', meta.idat ?? Buffer.alloc(0)),
  };
  const kept = Object.entries(boxes).filter(([type]) => !meta.without?.includes(type));
  return Buffer.concat([
    box('ftyp', text('avif')),
    box('meta', full(), ...kept.map(([, bytes]) => bytes)),
    Buffer.alloc(64),
  ]);
}

/** Data in `idat`, in place version 1. */
const inData = (offset: number, length: number) =>
  Buffer.concat([u16(1), u16(0, 1), u32(offset, length)]);
const SIZE = box('ispe', full(), u32(8, 4));
const AV1: Meta = {
  items: [{ type: 'av01', place: inData(0, 4), uses: [1, 2] }],
  properties: [SIZE, box('av1C', u8(0x81, 0, 0x40, 0))],
  idat: u8(1, 2, 3, 4),
};
const av1 = (...properties: Buffer[]) =>
  fileOf({
    ...AV1,
    items: [{ ...AV1.items[0]!, uses: [1, ...properties.map((_, index) => index + 2)] }],
    properties: [SIZE, ...properties],
  });
const nclx = (transfer: number, fullRange = 0x80) =>
  box('colr', text('nclx'), u16(9, transfer, 9), u8(fullRange));
const hevc = (unit: Buffer, data: Buffer, more: Partial<Meta> = {}) =>
  fileOf({
    items: [{ type: 'hvc1', place: inData(0, data.length), uses: [1, 2] }],
    properties: [SIZE, box('hvcC', Buffer.alloc(21), u8(0, 1, 32), u16(1, unit.length), unit)],
    idat: data,
    ...more,
  });
/** A grid of tiles, in two columns. */
const grid = (tiles: readonly Item[], more: Partial<Meta> = {}) =>
  fileOf({
    items: [{ type: 'grid', place: inData(0, 8), uses: [1] }, ...tiles],
    properties: [SIZE, box('av1C', u8(0x81, 0, 0, 0))],
    references: [box('dimg', u16(1, 2, 2, 3))],
    idat: u8(0, 0, 0, 1, 0, 8, 0, 4, 9, 9, 9, 9),
    ...more,
  });
const tile = (type: string): Item => ({ type, place: inData(8, 4), uses: [2] });

const read = (file: Buffer, mostPixels = 1000) => readHeifPicture(file, mostPixels);

describe('readHeifPicture', () => {
  it('reads AV1 of 10 bits from the data of the box', () => {
    const { picture, ...rest } = read(fileOf(AV1));
    expect(picture).toMatchObject({ demuxer: 'ivf', width: 8, height: 4, truncatedTiles: 0 });
    expect(Buffer.from(picture.bytes).subarray(-4)).toEqual(u8(1, 2, 3, 4));
    expect(rest).toEqual({
      alpha: null,
      orientation: 1,
      colors: null,
      matrix: 6,
      fullRange: true,
      deep: true,
    });
  });

  it('reads boxes with long lengths, and a last box without one', () => {
    const free = Buffer.concat([u32(1), text('free'), u32(0, 16)]);
    const last = box('mdat');
    last.writeUInt32BE(0);
    expect(read(Buffer.concat([free, fileOf(AV1).subarray(0, -64), last]))).toMatchObject({
      picture: { width: 8 },
    });
  });

  it('reads HEVC with start codes', () => {
    const { picture, deep } = read(hevc(u8(7, 7), u8(2, 8, 8, 1, 9)));
    expect(Buffer.from(picture.bytes).toString('hex')).toBe('0000000107070000000108080000000109');
    expect(deep).toBe(false);
  });

  it('reads the tiles of a grid', () => {
    const { picture } = read(grid([tile('av01'), tile('av01')]));
    expect(picture).toMatchObject({ columns: 2, rows: 1, width: 8, height: 4, truncatedTiles: 0 });
  });

  it('reads a grid of more than 65,535 pixels', () => {
    const large = grid([tile('av01'), tile('av01')], {
      idat: Buffer.concat([u8(0, 1, 0, 1), u32(70_000, 1), u8(9, 9, 9, 9)]),
      items: [
        { type: 'grid', place: inData(0, 12), uses: [1] },
        { ...tile('av01'), place: inData(12, 4) },
        { ...tile('av01'), place: inData(12, 9) },
      ],
    });
    expect(read(large, 70_000).picture).toMatchObject({ width: 70_000, truncatedTiles: 1 });
  });

  it('reads properties with wide numbers, and passes over those that do not exist', () => {
    const wide = { ...AV1, useFlags: 1, items: [{ ...AV1.items[0]!, uses: [0x8001, 9] }] };
    expect(read(fileOf(wide))).toMatchObject({ picture: { width: 8 }, deep: false });
  });

  it('reads data from the file by place version 0', () => {
    const place = Buffer.concat([u16(0, 1), u32(4, 4)]);
    const { picture } = read(
      fileOf({ ...AV1, placeVersion: 0, items: [{ ...AV1.items[0]!, place }] }),
    );
    expect(Buffer.from(picture.bytes).subarray(-4)).toEqual(text('ftyp'));
  });

  it('reads the alpha of a picture, and no other auxiliary picture', () => {
    const withAux = (kind: string) =>
      read(
        fileOf({
          ...AV1,
          items: [AV1.items[0]!, { type: 'av01', place: inData(0, 4), uses: [1, 2, 3] }],
          properties: [SIZE, box('av1C', Buffer.alloc(4)), box('auxC', full(), text(kind))],
          references: [box('auxl', u16(2, 1, 1)), box('thmb', u16(2, 1, 1))],
        }),
      ).alpha;
    expect(withAux('urn:mpeg:hevc:2015:auxid:1\0')).toMatchObject({ width: 8 });
    expect(withAux('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha')).toMatchObject({ width: 8 });
    expect(withAux('urn:mpeg:hevc:2015:auxid:2\0')).toBeNull();
    const bare = fileOf({
      ...AV1,
      items: [AV1.items[0]!, { type: 'av01', place: inData(0, 4) }],
      references: [box('auxl', u16(2, 1, 1))],
    });
    expect(read(bare).alpha).toBeNull();
  });

  it.each<[what: string, properties: Buffer[], picture: Partial<HeifPicture>]>([
    ['a turn without a body', [box('irot')], { orientation: 1 }],
    ['a turn to the left', [box('irot', u8(1))], { orientation: 8 }],
    ['a mirror without a body', [box('imir')], { orientation: 4 }],
    ['a turn and a mirror', [box('irot', u8(1)), box('imir', u8(1))], { orientation: 7 }],
    [
      'code points',
      [nclx(16, 0)],
      {
        colors: { kind: 'coded', primaries: 9, transfer: 16, matrix: 9, fullRange: false } as never,
        matrix: 9,
        fullRange: false,
      },
    ],
    ['unspecified code points', [nclx(2)], { colors: null, matrix: 9, fullRange: true }],
    [
      'a profile beside code points',
      [nclx(16), box('colr', text('rICC'), u8(1))],
      { colors: { kind: 'icc', profile: u8(1), deflated: false }, matrix: 9 },
    ],
    [
      'a profile of another kind',
      [box('colr', text('prof'), u8(2))],
      { colors: { kind: 'icc', profile: u8(2), deflated: false }, matrix: 6 },
    ],
    ['a color of an unknown kind', [box('colr', text('????'))], { colors: null }],
    ['a codec without a body', [box('av1C')], { deep: false }],
    ['a codec of HEVC without a body', [box('hvcC')], { deep: false }],
  ])('reads %s', (_what, properties, picture) => {
    expect(read(av1(...properties))).toMatchObject(picture);
  });

  it.each<[what: string, file: Buffer, problem: string]>([
    ['nothing', Buffer.alloc(0), 'it contains no picture, or is damaged'],
    [
      'a box that is shorter than its header',
      Buffer.concat([u32(4), text('meta'), fileOf(AV1)]),
      'it contains no picture',
    ],
    ['no primary item', fileOf({ ...AV1, without: ['pitm'] }), 'it contains no picture'],
    ['no items', fileOf({ ...AV1, without: ['iinf'] }), 'it contains no picture'],
    ['no properties', fileOf({ ...AV1, without: ['iprp'] }), 'its size of 0 x 0 pixels'],
    ['a grid without places', grid([], { without: ['iloc'] }), 'tiles of its picture are missing'],
    ['a grid without references', grid([tile('av01')], { without: ['iref'] }), 'tiles of its'],
    ['a grid with a tile that does not exist', grid([tile('av01')]), 'tiles of its picture'],
    ['tiles of two codecs', grid([tile('av01'), tile('hvc1')]), 'its tiles have different codecs'],
    [
      'another codec',
      av1().fill('jpeg', av1().indexOf('av01'), av1().indexOf('av01') + 4),
      'its picture is coded as "jpeg"',
    ],
    ['too many pixels', av1(box('free')), 'its size of 8 x 4 pixels is not supported'],
    ['HEVC of 20,001 units', hevc(u8(7), Buffer.alloc(20_002)), 'its picture has too many parts'],
  ])('refuses %s', (_what, file, problem) => {
    expect(() => read(file, 31)).toThrow(problem);
  });

  it('reads nothing of extents that are larger than the file together', () => {
    const place = Buffer.concat([
      u16(1),
      u16(0, 20),
      ...Array.from({ length: 20 }, () => u32(0, 0)),
    ]);
    const file = fileOf({ ...AV1, items: [{ ...AV1.items[0]!, place }], idat: Buffer.alloc(400) });
    const { picture } = read(file);
    // The heads of the file and of its only frame.
    expect(picture.bytes).toHaveLength(44);
  });
});
