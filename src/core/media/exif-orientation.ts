import type { Orientation } from './picture-traits.js';

const ORIENTATION_TAG = 0x0112;
/** Chunks and segments that are looked through. */
const MAX_CHUNKS = 100_000;

/**
 * The EXIF orientation of a JPEG, PNG, or WebP file, or 1 if it has none.
 *
 * Read here, because ffmpeg honors it only in some formats and versions.
 */
export function exifOrientation(file: Uint8Array): Orientation {
  const exif = jpegExif(file) ?? pngExif(file) ?? webpExif(file);
  return exif ? tiffOrientation(exif) : 1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Reads EXIF data without the marker that precedes it in JPEG, and by mistake in other formats. */
function withoutMarker(bytes: Uint8Array): Uint8Array {
  return textAt(bytes, 0, 6) === 'Exif\0\0' ? bytes.subarray(6) : bytes;
}

function jpegExif(file: Uint8Array): Uint8Array | null {
  if (file[0] !== 0xff || file[1] !== 0xd8) return null;
  const view = viewOf(file);
  for (let at = 2, left = MAX_CHUNKS; at + 4 <= file.length && file[at] === 0xff && left-- > 0;) {
    const marker = file[at + 1]!;
    // The picture data begins here. No metadata follows.
    if (marker === 0xda) return null;
    const length = view.getUint16(at + 2);
    const segment = file.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && textAt(segment, 0, 6) === 'Exif\0\0') return withoutMarker(segment);
    at += 2 + length;
  }
  return null;
}

function pngExif(file: Uint8Array): Uint8Array | null {
  if (textAt(file, 1, 3) !== 'PNG') return null;
  const view = viewOf(file);
  for (let at = 8, left = MAX_CHUNKS; at + 8 <= file.length && left-- > 0;) {
    const length = view.getUint32(at);
    if (textAt(file, at + 4, 4) === 'eXIf') return file.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return null;
}

function webpExif(file: Uint8Array): Uint8Array | null {
  if (textAt(file, 8, 4) !== 'WEBP') return null;
  const view = viewOf(file);
  for (let at = 12, left = MAX_CHUNKS; at + 8 <= file.length && left-- > 0;) {
    const length = view.getUint32(at + 4, true);
    if (textAt(file, at, 4) === 'EXIF') {
      return withoutMarker(file.subarray(at + 8, at + 8 + length));
    }
    at += 8 + length + (length & 1);
  }
  return null;
}

function tiffOrientation(tiff: Uint8Array): Orientation {
  const order = textAt(tiff, 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const little = order === 'II';
  const view = viewOf(tiff);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}
