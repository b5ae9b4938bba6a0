import { crc32, deflateSync } from 'node:zlib';

/** A curve of a profile: one gamma, samples of 16 bits, or a function with parameters. */
export type ProfileCurve =
  | { readonly gamma: number }
  | { readonly samples: readonly number[] }
  | { readonly type: number; readonly parameters: readonly number[] };

export interface ProfileParts {
  readonly kind?: 'RGB ' | 'GRAY' | 'CMYK';
  /** From linear RGB to XYZ under D50, row by row. */
  readonly matrix?: readonly number[];
  readonly curve?: ProfileCurve;
}

/** An ICC profile with its color tags only. */
export function iccProfile({ kind = 'RGB ', matrix, curve }: ProfileParts): Uint8Array {
  const tags: [string, Buffer][] = [];
  if (matrix) {
    ['rXYZ', 'gXYZ', 'bXYZ'].forEach((name, column) => {
      tags.push([name, xyz([matrix[column]!, matrix[column + 3]!, matrix[column + 6]!])]);
    });
  }
  if (curve) {
    const names = kind === 'GRAY' ? ['kTRC'] : ['rTRC', 'gTRC', 'bTRC'];
    for (const name of names) tags.push([name, curveTag(curve)]);
  }
  const header = Buffer.alloc(128);
  header.write('\x04\x40', 8, 'latin1');
  header.write(`mntr${kind}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  const list = Buffer.alloc(4 + 12 * tags.length);
  list.writeUInt32BE(tags.length);
  let at = header.length + list.length;
  tags.forEach(([name, data], index) => {
    list.write(name, 4 + 12 * index, 'latin1');
    list.writeUInt32BE(at, 8 + 12 * index);
    list.writeUInt32BE(data.length, 12 + 12 * index);
    at += data.length;
  });
  header.writeUInt32BE(at);
  return Buffer.concat([header, list, ...tags.map(([, data]) => data)]);
}

function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), 4 * index));
  return bytes;
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(values)]);
}

function curveTag(curve: ProfileCurve): Buffer {
  if ('type' in curve) {
    const head = Buffer.from(`para\0\0\0\0\0${String.fromCharCode(curve.type)}\0\0`, 'latin1');
    return Buffer.concat([head, fixed(curve.parameters)]);
  }
  const entries =
    'gamma' in curve
      ? [Math.round(curve.gamma * 256)]
      : curve.samples.map((value) => Math.round(value * 65_535));
  const bytes = Buffer.alloc(12 + 2 * entries.length);
  bytes.write('curv', 'latin1');
  bytes.writeUInt32BE(entries.length, 8);
  entries.forEach((value, index) => bytes.writeUInt16BE(value, 12 + 2 * index));
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(2)]);
}

/** A JPEG, PNG, WebP, or TIFF (little endian) file with a profile added. */
export function withProfile(
  type: string,
  file: Buffer,
  profile: Uint8Array,
  { width }: { readonly width: number } = { width: 0 },
): Buffer {
  if (type === 'jpg') {
    const body = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]);
    const head = Buffer.from([0xff, 0xe2, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([file.subarray(0, 2), head, body, file.subarray(2)]);
  }
  if (type === 'png') {
    const name = Buffer.from('iCCPprofile\0\0', 'latin1');
    const typed = Buffer.concat([name, deflateSync(profile)]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(typed.length - 4);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([file.subarray(0, 33), length, typed, sum, file.subarray(33)]);
  }
  return type === 'webp' ? webpWith(file, profile, width) : tiffWith(file, profile);
}

function webpWith(file: Buffer, profile: Uint8Array, width: number): Buffer {
  const chunk = (name: string, body: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length & 1)]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 0x20;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(31, 7, 3);
  const chunks = [chunk('VP8X', extended), chunk('ICCP', profile), file.subarray(12)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]));
}

/** Writes the directory again at the end, with one more entry, and the profile after it. */
function tiffWith(file: Buffer, profile: Uint8Array): Buffer {
  const at = file.readUInt32LE(4);
  const count = file.readUInt16LE(at);
  const entries = file.subarray(at + 2, at + 2 + 12 * count);
  const start = Buffer.concat([file, Buffer.alloc(file.length & 1)]);
  const head = Buffer.alloc(2);
  head.writeUInt16LE(count + 1);
  const entry = Buffer.alloc(12);
  entry.writeUInt16LE(34_675, 0);
  entry.writeUInt16LE(7, 2);
  entry.writeUInt32LE(profile.length, 4);
  entry.writeUInt32LE(start.length + 2 + 12 * (count + 1) + 4, 8);
  start.writeUInt32LE(start.length, 4);
  return Buffer.concat([start, head, entries, entry, Buffer.alloc(4), profile]);
}
