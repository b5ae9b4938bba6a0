/**
 * The inner loops of the view sampler, in AssemblyScript. They resample planes of 8-bit samples at fractions
 * of a sample, first along rows and then across them, with four taps each way.
 *
 * Pictures are stored as signed samples, minus 128; `shift` converts them. A lookup places samples in the
 * upper half of 16 bits, which multiplies them by 256. Weights are 14-bit fixed point, because one may exceed
 * 1 at an edge. `q15mulr` multiplies, halves, and rounds in one step. So a sample is multiplied by 128
 * between the passes, and by 64 after both.
 */

/** The layout of the tables that `tap-tables.ts` writes. */
const GROUP_SAMPLES: u32 = 8;
const GROUP_BYTES: usize = 96;
const GROUP_INDEX: usize = 16;
const GROUP_WEIGHTS: usize = 32;
const ROW_BYTES: usize = 16;
const ROW_WEIGHTS: usize = 4;
const RESULT_BITS: i32 = 6;
const RESULT_HALF: i16 = 32;
/** A share of 1. */
const WHOLE: i32 = 32767;
const MIX_BITS: i32 = 7;
const MIX_HALF: i16 = 64;
const MIDDLE: i8 = -128;

const TAPS: i32 = 4;
/** Number of filtered rows that are kept: the four in use, and those ahead of them. A power of two. */
const LINES: i32 = 8;

function tap(source: v128, index: v128, weights: v128): v128 {
  return i16x8.q15mulr_sat_s(v128.swizzle(source, index), weights);
}

/**
 * Filters two rows at once, because reading the table is half of the work. Samples of a group lie within 16
 * bytes.
 */
function filterRows(
  source: usize,
  stride: usize,
  line: usize,
  next: usize,
  groups: u32,
  table: usize,
): void {
  const one = i16x8.splat(256);
  for (let group: u32 = 0; group < groups; group++) {
    const at = source + load<u32>(table);
    const a = v128.load(at);
    const b = v128.load(at + stride);
    let index = v128.load(table, GROUP_INDEX);
    let weights = v128.load(table, GROUP_WEIGHTS);
    let sumA = tap(a, index, weights);
    let sumB = tap(b, index, weights);
    index = v128.add<i16>(index, one);
    weights = v128.load(table, GROUP_WEIGHTS + 16);
    sumA = v128.add<i16>(sumA, tap(a, index, weights));
    sumB = v128.add<i16>(sumB, tap(b, index, weights));
    index = v128.add<i16>(index, one);
    weights = v128.load(table, GROUP_WEIGHTS + 32);
    sumA = v128.add<i16>(sumA, tap(a, index, weights));
    sumB = v128.add<i16>(sumB, tap(b, index, weights));
    index = v128.add<i16>(index, one);
    weights = v128.load(table, GROUP_WEIGHTS + 48);
    sumA = v128.add<i16>(sumA, tap(a, index, weights));
    sumB = v128.add<i16>(sumB, tap(b, index, weights));
    v128.store(line, sumA);
    v128.store(next, sumB);
    line += 16;
    next += 16;
    table += GROUP_BYTES;
  }
}

/**
 * The first four samples of a group lie within 16 bytes of the source, and the last four within 16 other
 * bytes.
 */
function filterWideRow(source: usize, line: usize, groups: u32, table: usize): void {
  const one = i16x8.splat(256);
  const first = i64x2(-1, 0);
  const none = i8x16.splat(-1);
  for (let group: u32 = 0; group < groups; group++) {
    const near = v128.load(source + load<u32>(table));
    const far = v128.load(source + load<u32>(table, 4));
    const index = v128.load(table, GROUP_INDEX);
    let nearIndex = v128.bitselect(index, none, first);
    let farIndex = v128.bitselect(none, index, first);
    let sum = i16x8.splat(0);
    for (let at: usize = 0; at < 64; at += 16) {
      const samples = v128.or(v128.swizzle(near, nearIndex), v128.swizzle(far, farIndex));
      const weights = v128.load(table + at, GROUP_WEIGHTS);
      sum = v128.add<i16>(sum, i16x8.q15mulr_sat_s(samples, weights));
      nearIndex = i8x16.add_sat_u(nearIndex, one);
      farIndex = i8x16.add_sat_u(farIndex, one);
    }
    v128.store(line, sum);
    line += 16;
    table += GROUP_BYTES;
  }
}

/**
 * Resamples one plane.
 *
 * @param columns table with an entry for each eight samples of a target row
 * @param groups number of such entries, which is even
 * @param wide 1 if rows need {@link filterWideRow}
 * @param rows table with an entry for each target row
 * @param lines memory for eight rows between the passes, 16 bytes for each group
 * @param share 32767 overwrites the target; a smaller share mixes the result into it
 */
export function resamplePlane(
  source: usize,
  sourceStride: u32,
  columns: usize,
  groups: u32,
  wide: i32,
  rows: usize,
  rowCount: u32,
  target: usize,
  targetStride: u32,
  lines: usize,
  share: i32,
): void {
  const lineBytes: usize = groups * 16;
  const half = i16x8.splat(RESULT_HALF);
  const middle = i8x16.splat(MIDDLE);
  const weight = i16x8.splat(<i16>share);
  let filtered: i32 = 0;
  for (let row: u32 = 0; row < rowCount; row++) {
    const first = load<i32>(rows);
    if (filtered < first) filtered = first;
    while (filtered < first + TAPS) {
      const line = lineOf(lines, lineBytes, filtered);
      const from = source + <usize>filtered * sourceStride;
      if (wide) {
        filterWideRow(from, line, groups, columns);
        filtered++;
      } else {
        // The second row may lie beyond the last one. It is then not used.
        filterRows(
          from,
          sourceStride,
          line,
          lineOf(lines, lineBytes, filtered + 1),
          groups,
          columns,
        );
        filtered += 2;
      }
    }
    const weightA = v128.load16_splat(rows, ROW_WEIGHTS);
    const weightB = v128.load16_splat(rows, ROW_WEIGHTS + 2);
    const weightC = v128.load16_splat(rows, ROW_WEIGHTS + 4);
    const weightD = v128.load16_splat(rows, ROW_WEIGHTS + 6);
    let a = lineOf(lines, lineBytes, first);
    let b = lineOf(lines, lineBytes, first + 1);
    let c = lineOf(lines, lineBytes, first + 2);
    let d = lineOf(lines, lineBytes, first + 3);
    // Steps of 16 may write beyond the row, so the bytes after it are restored.
    const beyond = v128.load(target + targetStride);
    let to = target;
    for (let group: u32 = 0; group < groups; group += 2) {
      let low = i16x8.q15mulr_sat_s(v128.load(a), weightA);
      let high = i16x8.q15mulr_sat_s(v128.load(a, 16), weightA);
      low = v128.add<i16>(low, i16x8.q15mulr_sat_s(v128.load(b), weightB));
      high = v128.add<i16>(high, i16x8.q15mulr_sat_s(v128.load(b, 16), weightB));
      low = v128.add<i16>(low, i16x8.q15mulr_sat_s(v128.load(c), weightC));
      high = v128.add<i16>(high, i16x8.q15mulr_sat_s(v128.load(c, 16), weightC));
      low = v128.add<i16>(low, i16x8.q15mulr_sat_s(v128.load(d), weightD));
      high = v128.add<i16>(high, i16x8.q15mulr_sat_s(v128.load(d, 16), weightD));
      low = v128.shr<i16>(v128.add<i16>(low, half), RESULT_BITS);
      high = v128.shr<i16>(v128.add<i16>(high, half), RESULT_BITS);
      const made = v128.xor(i8x16.narrow_i16x8_s(low, high), middle);
      v128.store(to, share == WHOLE ? made : mixed(v128.load(to), made, weight));
      a += 32;
      b += 32;
      c += 32;
      d += 32;
      to += 2 * GROUP_SAMPLES;
    }
    rows += ROW_BYTES;
    target += targetStride;
    v128.store(target, beyond);
  }
}

function lineOf(lines: usize, lineBytes: usize, row: i32): usize {
  return lines + <usize>(row & (LINES - 1)) * lineBytes;
}

/** Converts samples to signed ones, in steps of 16. */
export function shift(samples: usize, bytes: u32): void {
  const middle = i8x16.splat(MIDDLE);
  for (const end = samples + bytes; samples < end; samples += 16) {
    v128.store(samples, v128.xor(v128.load(samples), middle));
  }
}

/**
 * Mixes `other` into `target`, in steps of 16 samples.
 *
 * @param share of the other, 0 to 32767
 */
export function mix(target: usize, other: usize, bytes: u32, share: i32): void {
  const weight = i16x8.splat(<i16>share);
  for (const end = target + bytes; target < end; target += 16) {
    v128.store(target, mixed(v128.load(target), v128.load(other), weight));
    other += 16;
  }
}

function mixed(from: v128, to: v128, weight: v128): v128 {
  const half = i16x8.splat(MIX_HALF);
  let low = v128.shl<i16>(v128.extend_low<u8>(from), MIX_BITS);
  let high = v128.shl<i16>(v128.extend_high<u8>(from), MIX_BITS);
  const lowTo = v128.shl<i16>(v128.extend_low<u8>(to), MIX_BITS);
  const highTo = v128.shl<i16>(v128.extend_high<u8>(to), MIX_BITS);
  low = v128.add<i16>(low, i16x8.q15mulr_sat_s(v128.sub<i16>(lowTo, low), weight));
  high = v128.add<i16>(high, i16x8.q15mulr_sat_s(v128.sub<i16>(highTo, high), weight));
  low = v128.shr<i16>(v128.add<i16>(low, half), MIX_BITS);
  high = v128.shr<i16>(v128.add<i16>(high, half), MIX_BITS);
  return i8x16.narrow_i16x8_u(low, high);
}
