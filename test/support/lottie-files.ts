import { crc32, deflateRawSync } from 'node:zlib';

type Json = Record<string, unknown>;

const still = (k: unknown) => ({ a: 0, k });
const PLACE = { ty: 'tr', p: still([0, 0]), a: still([0, 0]), s: still([100, 100]), r: still(0) };

/** A filled rectangle around the origin. */
export function rectangle(width: number, height: number, color: unknown, opacity = 100): Json {
  const fill = { ty: 'fl', c: color, o: still(opacity) };
  const form = { ty: 'rc', p: still([0, 0]), s: still([width, height]), r: still(0) };
  return { ty: 'gr', it: [form, fill, { ...PLACE, o: still(100) }] };
}

/** A color of shapes, from 0 to 1. */
export const colored = (red: number, green: number, blue: number) => still([red, green, blue, 1]);

/** A value that jumps at each frame. */
export function jumping(values: readonly unknown[]): Json {
  return { a: 1, k: values.map((value, t) => ({ t, h: 1, s: value })) };
}

/** A layer at a place. */
export function layer(place: readonly number[], fields: Json): Json {
  const ks = { o: still(100), r: still(0), p: still([...place, 0]), a: still([0, 0, 0]) };
  return {
    ddd: 0,
    sr: 1,
    ks: { ...ks, s: still([100, 100, 100]) },
    ao: 0,
    ip: 0,
    st: 0,
    ...fields,
  };
}

/** An animation of 40 x 20 pixels with 25 frames a second. */
export function lottie(frames: number, layers: readonly Json[], fields: Json = {}): Json {
  const size = { w: 40, h: 20, fr: 25, ip: 0, op: frames };
  const numbered = layers.map((one, at) => ({ ind: at + 1, op: frames, bm: 0, ...one }));
  return { v: '5.7.0', nm: 'test', ddd: 0, assets: [], ...size, layers: numbered, ...fields };
}

/** A ZIP archive, with every second file compressed. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const plain = Buffer.from(text);
    const data = index % 2 === 0 ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(data === plain ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    const made = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
    list.push(Buffer.concat([made, fields, entry, Buffer.from(name)]));
    parts.push(head);
    at += head.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const index = Buffer.concat(list);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}
