/** A picture in an MP4 file of one frame, from which HEIF files are made. */
export interface HeifPart {
  readonly mp4: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface HeifOptions {
  /** Adjacent tiles form the picture. Otherwise, the first part is the whole picture. */
  readonly grid?: { columns: number; rows: number; width: number; height: number };
  /** Bodies of additional properties of the picture, by type. */
  readonly properties?: readonly (readonly [string, Buffer])[];
  /** Alpha of a picture without a grid. */
  readonly alpha?: HeifPart;
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const u8 = (...values: number[]) => Buffer.from(values);
const u16 = (...values: number[]) => Buffer.from(values.flatMap((v) => [v >> 8, v & 255]));
const u32 = (...values: number[]) =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );
const full = (version = 0, flags = 0) => u32((version << 24) | flags);

/** The body of a box, wherever it is in the file. */
function bodyOf(file: Buffer, type: string): Buffer | null {
  const at = file.indexOf(type, 0, 'latin1');
  return at < 0 ? null : file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4));
}

interface Item {
  readonly type: string;
  readonly data: Buffer;
  readonly properties: Buffer[];
}

function itemOf({ mp4, width, height }: HeifPart): Item {
  const hevc = bodyOf(mp4, 'hvcC');
  const config = hevc ? box('hvcC', hevc) : box('av1C', bodyOf(mp4, 'av1C')!);
  return {
    type: hevc ? 'hvc1' : 'av01',
    data: bodyOf(mp4, 'mdat')!,
    properties: [config, box('ispe', full(), u32(width, height))],
  };
}

/** A HEIC or AVIF file of pictures from ffmpeg. */
export function heifFile(parts: readonly HeifPart[], options: HeifOptions = {}): Buffer {
  const { grid, properties = [], alpha } = options;
  const items = parts.map(itemOf);
  const more = properties.map(([type, body]) => box(type, body));
  const references: Buffer[] = [];
  if (grid) {
    const { columns, rows, width, height } = grid;
    const data = Buffer.concat([u8(0, 0, rows - 1, columns - 1), u16(width, height)]);
    const ids = items.map((_, index) => index + 1);
    items.push({ type: 'grid', data, properties: [box('ispe', full(), u32(width, height))] });
    references.push(box('dimg', u16(items.length, ids.length, ...ids)));
  }
  const primary = items.length;
  items[primary - 1]!.properties.push(...more);
  if (alpha) {
    const item = itemOf(alpha);
    const kind = 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0';
    item.properties.push(box('auxC', full(), Buffer.from(kind, 'latin1')));
    items.push(item);
    references.push(box('auxl', u16(items.length, 1, primary)));
  }
  const brand = items[0]!.type === 'av01' ? 'avif' : 'heic';
  const start = box('ftyp', Buffer.from(`${brand}\0\0\0\0mif1${brand}`, 'latin1'));
  const metaAt = (offset: number) => metaBox(items, primary, references, offset);
  const dataAt = start.length + metaAt(0).length + 8;
  return Buffer.concat([start, metaAt(dataAt), box('mdat', ...items.map(({ data }) => data))]);
}

function metaBox(
  items: readonly Item[],
  primary: number,
  references: readonly Buffer[],
  dataAt: number,
): Buffer {
  let offset = dataAt;
  const places = items.map(({ data }, index) => {
    const place = Buffer.concat([u16(index + 1, 0, 1), u32(offset, data.length)]);
    offset += data.length;
    return place;
  });
  const all = items.flatMap((item) => item.properties);
  const entries = items.map(({ type }, index) =>
    box('infe', full(2), u16(index + 1, 0), Buffer.from(`${type}\0`, 'latin1')),
  );
  const uses = items.map(({ properties }, index) => {
    const numbers = properties.map((property) => all.indexOf(property) + 1);
    return Buffer.concat([u16(index + 1), u8(numbers.length, ...numbers)]);
  });
  return box(
    'meta',
    full(),
    box('hdlr', full(), u32(0), Buffer.from('pict', 'latin1'), Buffer.alloc(13)),
    box('pitm', full(), u16(primary)),
    box('iloc', full(), u8(0x44, 0), u16(items.length), ...places),
    box('iinf', full(), u16(items.length), ...entries),
    box('iprp', box('ipco', ...all), box('ipma', full(), u32(items.length), ...uses)),
    ...(references.length > 0 ? [box('iref', full(), ...references)] : []),
  );
}
