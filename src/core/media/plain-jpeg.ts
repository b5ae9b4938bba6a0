import { type HuffmanTable, readHuffmanTable } from './huffman-table.js';
import { type JpegScan, type ScanComponent, walkScan } from './jpeg-scan.js';

/** The size of a picture, in pixels. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const QUANTIZATION = 0xdb;
const RESTART_INTERVAL = 0xdd;
const BASELINE = 0xc0;
const HUFFMAN = 0xc4;
const COMMENT = 0xfe;
/** `AVI1` in ASCII. */
const AVI1 = [0x41, 0x56, 0x49, 0x31];
const BLOCK_SIDE = 8;
/** A JPEG of a camera has about twenty. */
const MAX_SEGMENTS = 1_000;
/** Four are used. Each costs as much as it has patterns, however few bytes it has. */
const MAX_TABLES = 8;
/** One for each row of units in the tallest picture. Each costs as much as hundreds of codes. */
const MAX_RESTARTS = 8_192;

/** What the segments before the scan tell. */
interface Header {
  size: PictureSize | null;
  components: readonly FrameComponent[];
  readonly quantization: Set<number>;
  readonly dc: Map<number, HuffmanTable>;
  readonly ac: Map<number, HuffmanTable>;
  tables: number;
  restartInterval: number;
}

interface FrameComponent {
  readonly id: number;
  readonly horizontal: number;
  readonly vertical: number;
  readonly quantization: number;
}

/**
 * Reads the size of a plain JPEG file: baseline, with 8 bits, gray or with full luma and chroma of at most half the
 * resolution, in one scan of which every code is valid, and with nothing after it.
 *
 * @returns null for any other file, damaged or not
 */
export function readPlainJpeg(file: Uint8Array): PictureSize | null {
  if (file[0] !== 0xff || file[1] !== START_OF_IMAGE) return null;
  const header: Header = {
    size: null,
    components: [],
    quantization: new Set(),
    dc: new Map(),
    ac: new Map(),
    tables: 0,
    restartInterval: 0,
  };
  for (let at = 2, count = 0; at + 4 <= file.length && count < MAX_SEGMENTS; count++) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1]!;
    const end = at + 2 + word(file, at + 2);
    if (end < at + 4 || end > file.length) return null;
    const content = file.subarray(at + 4, end);
    if (marker === START_OF_SCAN) return readScan(header, content, file.subarray(end));
    if (!readSegment(header, marker, content)) return null;
    at = end;
  }
  return null;
}

/** @returns false if the segment does not belong into a plain file */
function readSegment(header: Header, marker: number, content: Uint8Array): boolean {
  if (marker === BASELINE) return readFrame(header, content);
  if (marker === HUFFMAN) return readTables(header, content);
  if (marker === QUANTIZATION) return readQuantization(header, content);
  if (marker === RESTART_INTERVAL) {
    if (content.length !== 2) return false;
    header.restartInterval = word(content, 0);
    return true;
  }
  // Interlaced pictures of AVI files name themselves in the first segment of applications.
  const isInterlaced = marker === 0xe0 && AVI1.every((byte, at) => content[at] === byte);
  return !isInterlaced && ((marker >= 0xe0 && marker <= 0xef) || marker === COMMENT);
}

function readFrame(header: Header, content: Uint8Array): boolean {
  const count = content[5]!;
  if (header.size !== null || content[0] !== 8 || content.length !== 6 + 3 * count) return false;
  const [height, width] = [word(content, 1), word(content, 3)];
  if (width === 0 || height === 0) return false;
  const components = Array.from({ length: count }, (_, index): FrameComponent => {
    const at = 6 + 3 * index;
    const factors = content[at + 1]!;
    return {
      id: content[at]!,
      horizontal: factors >> 4,
      vertical: factors & 15,
      quantization: content[at + 2]!,
    };
  });
  header.size = { width, height };
  header.components = components;
  return isSampled(components);
}

/** Sampling factors, horizontal and vertical, of gray pictures and of those with luma and chroma. */
const SAMPLINGS: ReadonlySet<string> = new Set([
  '11',
  '11 11 11',
  // How ffmpeg writes chroma at full height.
  '12 12 12',
  '21 11 11',
  '22 11 11',
  '22 12 12',
]);

function isSampled(components: readonly FrameComponent[]): boolean {
  const factors = components.map(({ horizontal, vertical }) => `${horizontal}${vertical}`);
  // Names of letters mean RGB.
  return SAMPLINGS.has(factors.join(' ')) && components.every(({ id }) => id < 0x42);
}

function readTables(header: Header, content: Uint8Array): boolean {
  let at = 0;
  while (at < content.length) {
    if (++header.tables > MAX_TABLES) return false;
    const place = content[at]!;
    const counts = content.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const end = at + 17 + total;
    const table =
      end <= content.length ? readHuffmanTable(counts, content.subarray(at + 17, end)) : null;
    // Baseline pictures have two tables of each class.
    if (table === null || (place & 0xee) !== 0) return false;
    (place >> 4 === 0 ? header.dc : header.ac).set(place & 15, table);
    at = end;
  }
  return true;
}

function readQuantization({ quantization }: Header, content: Uint8Array): boolean {
  if (content.length % 65 !== 0) return false;
  for (let at = 0; at < content.length; at += 65) {
    // Eight bits each, none of them zero, in one of four places.
    if (content[at]! > 3 || content.subarray(at + 1, at + 65).includes(0)) return false;
    quantization.add(content[at]!);
  }
  return true;
}

function readScan(header: Header, content: Uint8Array, rest: Uint8Array): PictureSize | null {
  const scan = describeScan(header, content);
  if (scan === null) return null;
  const end = walkScan(rest, scan);
  const isWhole = end >= 0 && rest[end] === 0xff && rest[end + 1] === END_OF_IMAGE;
  // Further pictures may follow, which have to be looked at, too.
  return isWhole && end + 2 === rest.length ? header.size : null;
}

function describeScan(header: Header, content: Uint8Array): JpegScan | null {
  const { size, components, restartInterval } = header;
  const count = components.length;
  if (size === null || content[0] !== count || content.length !== 4 + 2 * count) return null;
  const [start, end, approximation] = content.subarray(1 + 2 * count);
  if (start !== 0 || end !== 63 || approximation !== 0) return null;
  const used: ScanComponent[] = [];
  for (const [index, { id, horizontal, vertical, quantization }] of components.entries()) {
    const tables = content[2 + 2 * index]!;
    const [dc, ac] = [header.dc.get(tables >> 4), header.ac.get(tables & 15)];
    const isKnown = content[1 + 2 * index] === id && header.quantization.has(quantization);
    if (!isKnown || dc === undefined || ac === undefined) return null;
    used.push({ blocks: horizontal * vertical, dc, ac });
  }
  const { horizontal, vertical } = components[0]!;
  const units =
    Math.ceil(size.width / (BLOCK_SIDE * horizontal)) *
    Math.ceil(size.height / (BLOCK_SIDE * vertical));
  if (restartInterval > 0 && units / restartInterval > MAX_RESTARTS) return null;
  return { components: used, units, restartInterval };
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}
