/** The color information of a picture file. If there are several kinds, the one that takes precedence. */
export type ColorTag =
  | { readonly kind: 'icc'; readonly profile: Uint8Array; readonly deflated: boolean }
  /** Code points of ITU-T H.273. */
  | { readonly kind: 'coded'; readonly primaries: number; readonly transfer: number }
  /** Gamma of the file, as 1/2.2; chromaticities x, y of white, red, green and blue, or null. */
  | { readonly kind: 'gamma'; readonly gamma: number; readonly points: readonly number[] | null };

/** Chunks and segments that are looked through. */
const MAX_CHUNKS = 100_000;

/** @returns null if the file has no color information, or declares sRGB */
export function readColorTag(file: Uint8Array): ColorTag | null {
  if (file[0] === 0xff && file[1] === 0xd8) return icc(jpegProfile(file));
  if (textAt(file, 1, 3) === 'PNG') return pngMark(file);
  if (textAt(file, 8, 4) === 'WEBP') return icc(webpProfile(file));
  const order = textAt(file, 0, 2);
  return order === 'II' || order === 'MM' ? icc(tiffProfile(file)) : null;
}

function icc(profile: Uint8Array | null): ColorTag | null {
  return profile && { kind: 'icc', profile, deflated: false };
}

/** Joins the profile from APP2 segments, which are numbered (ICC.1:2022, B.4). */
function jpegProfile(file: Uint8Array): Uint8Array | null {
  const view = viewOf(file);
  const parts: Uint8Array[] = [];
  for (let at = 2, left = MAX_CHUNKS; at + 4 <= file.length && file[at] === 0xff && left-- > 0;) {
    const marker = file[at + 1]!;
    if (marker === 0xda) break;
    const length = view.getUint16(at + 2);
    const segment = file.subarray(at + 4, at + 2 + length);
    if (marker === 0xe2 && textAt(segment, 0, 12) === 'ICC_PROFILE\0') {
      parts[segment[12]!] = segment.subarray(14);
    }
    at += 2 + length;
  }
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === 0 ? null : joined(whole);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function webpProfile(file: Uint8Array): Uint8Array | null {
  const view = viewOf(file);
  for (let at = 12, left = MAX_CHUNKS; at + 8 <= file.length && left-- > 0;) {
    const length = view.getUint32(at + 4, true);
    if (textAt(file, at, 4) === 'ICCP') return file.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length & 1);
  }
  return null;
}

const TIFF_PROFILE = 34_675;

function tiffProfile(file: Uint8Array): Uint8Array | null {
  const little = textAt(file, 0, 2) === 'II';
  const view = viewOf(file);
  if (file.length < 8) return null;
  const directory = view.getUint32(4, little);
  if (directory + 2 > file.length) return null;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > file.length) return null;
    if (view.getUint16(at, little) !== TIFF_PROFILE) continue;
    const from = view.getUint32(at + 8, little);
    return file.subarray(from, from + view.getUint32(at + 4, little));
  }
  return null;
}

/** In order of precedence: cICP, iCCP, sRGB, and gAMA with cHRM (Portable Network Graphics 3, 4.3). */
function pngMark(file: Uint8Array): ColorTag | null {
  const chunks = pngChunks(file);
  const coded = chunks.get('cICP');
  if (coded && coded.length >= 4) {
    return { kind: 'coded', primaries: coded[0]!, transfer: coded[1]! };
  }
  const profile = chunks.get('iCCP');
  // The name, its terminator, and the compression method come first.
  const name = profile?.indexOf(0) ?? -1;
  if (profile && name >= 0) {
    return { kind: 'icc', profile: profile.subarray(name + 2), deflated: true };
  }
  const gamma = chunks.get('gAMA');
  if (chunks.has('sRGB') || !gamma || gamma.length < 4) return null;
  const points = chunks.get('cHRM');
  const [value, ...others] = [gamma, ...(points && points.length >= 32 ? [points] : [])].flatMap(
    hundredThousandths,
  );
  return { kind: 'gamma', gamma: value!, points: others.length === 8 ? others : null };
}

function hundredThousandths(chunk: Uint8Array): number[] {
  const view = viewOf(chunk);
  const count = Math.min(8, Math.floor(chunk.length / 4));
  return Array.from({ length: count }, (_, index) => view.getUint32(4 * index) / 100_000);
}

/** The chunks before the picture data, and of each type only the first. */
function pngChunks(file: Uint8Array): Map<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array>();
  const view = viewOf(file);
  for (let at = 8, left = MAX_CHUNKS; at + 8 <= file.length && left-- > 0;) {
    const length = view.getUint32(at);
    const type = textAt(file, at + 4, 4);
    if (type === 'IDAT') break;
    if (!chunks.has(type)) chunks.set(type, file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
