import { type ColorSpace, type Curve, powerCurve } from './color-table.js';
import { D50_TO_SRGB, type Matrix, times } from './matrices.js';

/** The color space of an ICC profile, or the reason why the profile cannot be used. */
export type ReadProfile = { readonly space: ColorSpace } | { readonly problem: string };

const HEADER = 128;
const MAX_TAGS = 200;
const SRGB: ColorSpace['toSrgb'] = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/**
 * Reads an ICC profile (ICC.1:2022, and version 2) that describes RGB by a matrix and curves, or gray by a
 * curve. Profiles that consist of tables, such as print profiles, cannot be used.
 */
export function readIccProfile(bytes: Uint8Array): ReadProfile {
  if (bytes.length < HEADER + 4 || textAt(bytes, 36) !== 'acsp') {
    return { problem: 'it is damaged' };
  }
  const kind = textAt(bytes, 16);
  const tags = new Tags(bytes);
  if (kind === 'GRAY') {
    const curve = tags.curve('kTRC');
    if (curve === null) return { problem: 'it has no readable curve' };
    return { space: { curves: [curve, curve, curve], toSrgb: SRGB } };
  }
  if (kind !== 'RGB ') return { problem: `it is a ${kind.trim()} profile, not an RGB profile` };
  const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => tags.xyz(name));
  const [r, g, b] = ['rTRC', 'gTRC', 'bTRC'].map((name) => tags.curve(name));
  if (!red || !green || !blue || !r || !g || !b) {
    return { problem: 'it consists of tables instead of a matrix and curves' };
  }
  const columns = [0, 1, 2].flatMap((row) => [red[row]!, green[row]!, blue[row]!]);
  const toSrgb = times(D50_TO_SRGB, columns as unknown as Matrix);
  return { space: { curves: [r, g, b], toSrgb } };
}

/** Reads the tags of a profile. Tags beyond its last byte count as missing. */
class Tags {
  private readonly places = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array) {
    const view = viewOf(bytes);
    const count = Math.min(view.getUint32(HEADER), MAX_TAGS);
    for (let tag = 0; tag < count; tag++) {
      const at = HEADER + 4 + 12 * tag;
      if (at + 12 > bytes.length) return;
      const [from, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
      if (from + size <= bytes.length)
        this.places.set(textAt(bytes, at), bytes.subarray(from, from + size));
    }
  }

  /** `XYZType` (10.31). */
  xyz(name: string): readonly number[] | null {
    const tag = this.places.get(name);
    if (tag === undefined || tag.length < 20 || textAt(tag, 0) !== 'XYZ ') return null;
    const view = viewOf(tag);
    return [8, 12, 16].map((at) => fixed(view, at));
  }

  /** `curveType` (10.6) or `parametricCurveType` (10.18). */
  curve(name: string): Curve | null {
    const tag = this.places.get(name);
    if (tag === undefined || tag.length < 12) return null;
    if (textAt(tag, 0) === 'curv') return sampledCurve(viewOf(tag));
    return textAt(tag, 0) === 'para' ? parametricCurve(viewOf(tag)) : null;
  }
}

function sampledCurve(view: DataView): Curve | null {
  const count = view.getUint32(8);
  if (count === 0) return (value) => value;
  if (view.byteLength < 12 + 2 * count) return null;
  // A single entry is a gamma, in 8.8 fixed point.
  if (count === 1) return powerCurve(view.getUint16(12) / 256);
  const sample = (index: number) => view.getUint16(12 + 2 * index) / 65_535;
  return (value) => {
    const place = value * (count - 1);
    const from = Math.min(count - 2, Math.floor(place));
    return sample(from) + (sample(from + 1) - sample(from)) * (place - from);
  };
}

/** Number of parameters, by function type. */
const PARAMETERS = [1, 3, 4, 5, 7];

/** All five function types are cases of the last one, with defaults for the missing parameters. */
function parametricCurve(view: DataView): Curve | null {
  const type = view.getUint16(8);
  const count = PARAMETERS[type];
  if (count === undefined || view.byteLength < 12 + 4 * count) return null;
  const given = Array.from({ length: count }, (_, index) => fixed(view, 12 + 4 * index));
  const [g, a = 1, b = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = given;
  const bounded = (value: number) => Math.max(0, Math.min(1, value)) || 0;
  const power = (value: number) => Math.max(0, a * value + b) ** g!;
  if (type === 0) return (value) => bounded(power(value));
  // Types 1 and 2 begin at the start of the power function, and add a constant.
  if (type <= 2) {
    return (value) => bounded((a * value + b >= 0 ? power(value) : 0) + (type === 2 ? third : 0));
  }
  return (value) => bounded(value >= fourth ? power(value) + fifth : third * value + sixth);
}

/** A number in `s15Fixed16`. */
function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 65_536;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
