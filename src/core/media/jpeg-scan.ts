import type { HuffmanTable } from './huffman-table.js';

/** A component of the scan, and the tables that decode it. */
export interface ScanComponent {
  /** Blocks in each unit of the scan. */
  readonly blocks: number;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
}

/** The only scan of a baseline picture. */
export interface JpegScan {
  readonly components: readonly ScanComponent[];
  /** Units (MCUs) in the picture. */
  readonly units: number;
  /** Units between restart marks. 0: no marks. */
  readonly restartInterval: number;
}

const BLOCK = 64;
/** Baseline pictures of 8 bits have no larger categories (T.81, F.1.2). */
const MAX_DC_BITS = 11;
const MAX_AC_BITS = 10;
const END_OF_BLOCK = 0;
const ZERO_RUN = 0xf0;
const RESTART = 0xd0;
const RESTARTS = 8;
/** Zeros after the last code, so that 16 bits can be looked at from any bit. */
const LOOK_AHEAD = 4;

/**
 * Walks through the codes of a scan without decoding samples. Each step reads at least one bit, so the work is bounded
 * by the size of the data.
 *
 * @param data from the first byte of the scan on
 * @returns where the scan ends, or -1 unless every block is there, with valid codes
 */
export function walkScan(data: Uint8Array, scan: JpegScan): number {
  const blocks = scan.components.flatMap((component) =>
    Array.from({ length: component.blocks }, () => component),
  );
  let at = 0;
  let left = scan.units;
  const each = scan.restartInterval || scan.units;
  for (let mark = 0; left > 0; mark++) {
    const { bytes, end } = unstuff(data, at);
    const units = Math.min(each, left);
    if (!walkUnits(bytes, blocks, units)) return -1;
    left -= units;
    at = end;
    if (left === 0) break;
    if (data[at] !== 0xff || data[at + 1] !== RESTART + (mark % RESTARTS)) return -1;
    at += 2;
  }
  return at;
}

/** The coded bytes up to the next mark, without the zeros after bytes of ones. */
function unstuff(data: Uint8Array, from: number): { bytes: Uint8Array; end: number } {
  const parts: Uint8Array[] = [];
  let length = 0;
  let start = from;
  let end = data.length;
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    if (data[at + 1] !== 0) {
      end = at;
      break;
    }
    parts.push(data.subarray(start, at + 1));
    length += at + 1 - start;
    start = at + 2;
    at++;
  }
  if (start < end) {
    parts.push(data.subarray(start, end));
    length += end - start;
  }
  const bytes = new Uint8Array(length + LOOK_AHEAD);
  let to = 0;
  for (const part of parts) {
    bytes.set(part, to);
    to += part.length;
  }
  return { bytes: bytes.subarray(0, length), end };
}

/**
 * Whether the bytes contain exactly these units, and at most seven more bits.
 *
 * @param blocks the blocks of a unit
 */
function walkUnits(bytes: Uint8Array, blocks: readonly ScanComponent[], units: number): boolean {
  const padded = new Uint8Array(bytes.buffer, 0, bytes.length + LOOK_AHEAD);
  const bits = bytes.length * 8;
  let at = 0;
  for (let unit = 0; unit < units; unit++) {
    for (const { dc, ac } of blocks) {
      const code = dc[peek(padded, at)]!;
      const category = code & 0xff;
      if (code === 0 || category > MAX_DC_BITS) return false;
      at += (code >> 8) + category;
      at = walkBlock(padded, at, ac);
      if (at < 0 || at > bits) return false;
    }
  }
  return bits - at < 8;
}

/** @returns the bit after the AC coefficients of a block, or -1 if they are not valid */
function walkBlock(bytes: Uint8Array, from: number, table: HuffmanTable): number {
  let at = from;
  for (let index = 1; index < BLOCK; index++) {
    const byte = at >> 3;
    if (byte + LOOK_AHEAD > bytes.length) return -1;
    const word = (bytes[byte]! << 16) | (bytes[byte + 1]! << 8) | bytes[byte + 2]!;
    const code = table[(word >> (8 - (at & 7))) & 0xffff]!;
    if (code === 0) return -1;
    const symbol = code & 0xff;
    at += code >> 8;
    if (symbol === END_OF_BLOCK) return at;
    if (symbol === ZERO_RUN) {
      index += 15;
      if (index >= BLOCK - 1) return -1;
      continue;
    }
    const category = symbol & 15;
    if (category === 0 || category > MAX_AC_BITS) return -1;
    index += symbol >> 4;
    if (index >= BLOCK) return -1;
    at += category;
  }
  return at;
}

/** The next 16 bits. Beyond the end, they are zeros. */
function peek(bytes: Uint8Array, at: number): number {
  const byte = at >> 3;
  const word = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
  return (word >> (8 - (at & 7))) & 0xffff;
}
