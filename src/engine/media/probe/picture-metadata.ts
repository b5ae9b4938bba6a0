import type { FileReader } from '../extent/file-reader.js';

/** Chunks and segments that are looked through. */
const MAX_CHUNKS = 100_000;
/** Color profiles of printers can be almost as large. */
const MAX_PART_BYTES = 8 << 20;
/** A JPEG file can divide a profile into 255 segments. */
const MAX_BYTES = 32 << 20;
const TIFF_PROFILE = 34_675;

/** Chunks of a PNG file that say how its pixels are shown. */
const PNG_PARTS: ReadonlySet<string> = new Set(['cICP', 'iCCP', 'sRGB', 'gAMA', 'cHRM', 'eXIf']);
const WEBP_PARTS: ReadonlySet<string> = new Set(['ICCP', 'EXIF']);
const NONE = Buffer.alloc(0);

/**
 * Reads what a picture file declares besides its pixels, as a small file of the same format. The file is read
 * in windows, because pictures can be as large as sources may be.
 */
export async function readPictureMetadata(reader: FileReader): Promise<Buffer> {
  const head = await reader.read(0, 12);
  if (head[0] === 0xff && head[1] === 0xd8) return jpegMetadata(reader);
  if (head.toString('latin1', 1, 4) === 'PNG') return pngMetadata(reader);
  if (head.toString('latin1', 8, 12) === 'WEBP') return webpMetadata(reader);
  const order = head.toString('latin1', 0, 2);
  return order === 'II' || order === 'MM' ? tiffMetadata(reader, order === 'II') : NONE;
}

/** The segments before the picture data that applications define. */
async function jpegMetadata(reader: FileReader): Promise<Buffer> {
  const parts = [await reader.read(0, 2)];
  for (let at = 2, bytes = 0, left = MAX_CHUNKS; left > 0 && bytes < MAX_BYTES; left--) {
    const head = await reader.read(at, 4);
    if (head.length < 4 || head[0] !== 0xff || head[1] === 0xda) break;
    const length = 2 + head.readUInt16BE(2);
    if (head[1] === 0xe1 || head[1] === 0xe2) {
      parts.push(await reader.read(at, length));
      bytes += length;
    }
    at += length;
  }
  return Buffer.concat(parts);
}

async function pngMetadata(reader: FileReader): Promise<Buffer> {
  const parts = [await reader.read(0, 8)];
  const seen = new Set<string>();
  for (let at = 8, left = MAX_CHUNKS; left > 0; left--) {
    const head = await reader.read(at, 8);
    if (head.length < 8) break;
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    if ((PNG_PARTS.has(type) || type === 'IDAT') && !seen.has(type)) {
      // Only the place of the pixels matters: colors are declared before them.
      const data = type === 'IDAT' ? NONE : await readPart(reader, at + 8, length);
      parts.push(lengthBE(data), head.subarray(4), data, Buffer.alloc(4));
      seen.add(type);
    }
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

async function webpMetadata(reader: FileReader): Promise<Buffer> {
  const parts = [await reader.read(0, 12)];
  const seen = new Set<string>();
  for (let at = 12, left = MAX_CHUNKS; left > 0; left--) {
    const head = await reader.read(at, 8);
    if (head.length < 8) break;
    const length = head.readUInt32LE(4);
    const type = head.toString('latin1', 0, 4);
    if (WEBP_PARTS.has(type) && !seen.has(type)) {
      const data = await readPart(reader, at + 8, length);
      parts.push(head.subarray(0, 4), lengthBE(data).swap32(), data, Buffer.alloc(data.length & 1));
      seen.add(type);
    }
    at += 8 + length + (length & 1);
  }
  return Buffer.concat(parts);
}

/** A TIFF file whose directory has no other entry than the color profile. */
async function tiffMetadata(reader: FileReader, little: boolean): Promise<Buffer> {
  const u16 = (bytes: Buffer, at: number) =>
    little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  const u32 = (bytes: Buffer, at: number) =>
    little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  const head = await reader.read(0, 8);
  if (head.length < 8) return NONE;
  const directory = u32(head, 4);
  const count = await reader.read(directory, 2);
  if (count.length < 2) return NONE;
  const entries = await reader.read(directory + 2, 12 * u16(count, 0));
  for (let at = 0; at + 12 <= entries.length; at += 12) {
    if (u16(entries, at) !== TIFF_PROFILE) continue;
    const profile = await readPart(reader, u32(entries, at + 8), u32(entries, at + 4));
    return tiffOf(profile, little);
  }
  return NONE;
}

function tiffOf(profile: Buffer, little: boolean): Buffer {
  const head = Buffer.alloc(22);
  const put16 = (value: number, at: number) =>
    little ? head.writeUInt16LE(value, at) : head.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    little ? head.writeUInt32LE(value, at) : head.writeUInt32BE(value, at);
  head.write(little ? 'II' : 'MM', 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  put16(TIFF_PROFILE, 10);
  put16(7, 12);
  put32(profile.length, 14);
  put32(head.length, 18);
  return Buffer.concat([head, profile]);
}

/** A part without the bytes that no profile has. */
function readPart(reader: FileReader, at: number, length: number): Promise<Buffer> {
  return reader.read(at, Math.min(length, MAX_PART_BYTES));
}

function lengthBE(data: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(data.length);
  return bytes;
}
