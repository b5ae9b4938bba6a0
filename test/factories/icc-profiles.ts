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

/** An ICC profile, as far as it tells of colours. */
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
