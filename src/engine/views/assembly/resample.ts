/**
 * The inner loops of the view sampler, in AssemblyScript: planes of 8-bit samples are resampled at
 * fractions of a sample, first along rows, then across them, with four taps each way.
 *
 * Samples are widened to 16 bits, times 128. Weights are fixed point of 14 bits, as one may be more than
 * 1 at an edge; `q15mulr` multiplies, halves and rounds in one step. So a sample is its value times 64
 * between the passes, and times 32 after both.
 */

/** Layout of the tables that `tap-tables.ts` writes. */
const GROUP_SAMPLES: u32 = 8;
const GROUP_BYTES: usize = 96;
const GROUP_INDEX: usize = 16;
const GROUP_WEIGHTS: usize = 32;
const ROW_BYTES: usize = 16;
const ROW_WEIGHTS: usize = 4;
const WIDE_BITS: i32 = 7;
const WIDE_HALF: i16 = 64;
const RESULT_BITS: i32 = 5;
const RESULT_HALF: i16 = 16;

/** Rows between the passes that are kept: as many as there are taps. */
const LINES: i32 = 4;

function tap(source: v128, index: v128, weights: v128): v128 {
  // An index of 255 beside each sample's own makes 16-bit lanes of bytes.
  return i16x8.q15mulr_sat_s(v128.shl<i16>(v128.swizzle(source, index), WIDE_BITS), weights);
}

/** Samples of one group lie within 16 bytes of the source. */
function filterRow(source: usize, line: usize, groups: u32, table: usize): void {
  const next = i16x8.splat(1);
  for (let group: u32 = 0; group < groups; group++) {
    const bytes = v128.load(source + load<u32>(table));
    let index = v128.load(table, GROUP_INDEX);
    let sum = tap(bytes, index, v128.load(table, GROUP_WEIGHTS));
    index = v128.add<i16>(index, next);
    sum = v128.add<i16>(sum, tap(bytes, index, v128.load(table, GROUP_WEIGHTS + 16)));
    index = v128.add<i16>(index, next);
    sum = v128.add<i16>(sum, tap(bytes, index, v128.load(table, GROUP_WEIGHTS + 32)));
    index = v128.add<i16>(index, next);
    sum = v128.add<i16>(sum, tap(bytes, index, v128.load(table, GROUP_WEIGHTS + 48)));
    v128.store(line, sum);
    line += 16;
    table += GROUP_BYTES;
  }
}

/** The first four samples of a group lie within 16 bytes of the source, the last four within others. */
function filterWideRow(source: usize, line: usize, groups: u32, table: usize): void {
  const next = i16x8.splat(1);
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
      const bytes = v128.or(v128.swizzle(near, nearIndex), v128.swizzle(far, farIndex));
      const wide = v128.shl<i16>(bytes, WIDE_BITS);
      sum = v128.add<i16>(sum, i16x8.q15mulr_sat_s(wide, v128.load(table + at, GROUP_WEIGHTS)));
      nearIndex = i8x16.add_sat_u(nearIndex, next);
      farIndex = i8x16.add_sat_u(farIndex, next);
    }
    v128.store(line, sum);
    line += 16;
    table += GROUP_BYTES;
  }
}

function across(at: usize, b: usize, c: usize, d: usize, weights: usize): v128 {
  let sum = i16x8.q15mulr_sat_s(v128.load(at), v128.load16_splat(weights));
  sum = v128.add<i16>(sum, i16x8.q15mulr_sat_s(v128.load(b), v128.load16_splat(weights, 2)));
  sum = v128.add<i16>(sum, i16x8.q15mulr_sat_s(v128.load(c), v128.load16_splat(weights, 4)));
  sum = v128.add<i16>(sum, i16x8.q15mulr_sat_s(v128.load(d), v128.load16_splat(weights, 6)));
  const half = i16x8.splat(RESULT_HALF);
  return v128.shr<i16>(v128.add<i16>(sum, half), RESULT_BITS);
}

/**
 * Resamples one plane. Both targets are written in steps of 16 samples, beyond the end of the last
 * row too.
 *
 * @param columns table with an entry for each eight samples of a target row
 * @param groups such entries; even
 * @param wide 1: rows need {@link filterWideRow}
 * @param rows table with an entry for each target row
 * @param lines room for four rows between the passes, 16 bytes for each group
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
): void {
  const lineBytes: usize = groups * 16;
  let filtered: i32 = 0;
  for (let row: u32 = 0; row < rowCount; row++) {
    const first = load<i32>(rows);
    if (filtered < first) filtered = first;
    for (; filtered < first + LINES; filtered++) {
      const line = lines + <usize>(filtered & (LINES - 1)) * lineBytes;
      const from = source + <usize>filtered * sourceStride;
      if (wide) filterWideRow(from, line, groups, columns);
      else filterRow(from, line, groups, columns);
    }
    let a = lines + <usize>(first & (LINES - 1)) * lineBytes;
    let b = lines + <usize>((first + 1) & (LINES - 1)) * lineBytes;
    let c = lines + <usize>((first + 2) & (LINES - 1)) * lineBytes;
    let d = lines + <usize>((first + 3) & (LINES - 1)) * lineBytes;
    let to = target;
    for (let group: u32 = 0; group < groups; group += 2) {
      const low = across(a, b, c, d, rows + ROW_WEIGHTS);
      const high = across(a + 16, b + 16, c + 16, d + 16, rows + ROW_WEIGHTS);
      v128.store(to, i8x16.narrow_i16x8_u(low, high));
      a += 32;
      b += 32;
      c += 32;
      d += 32;
      to += 2 * GROUP_SAMPLES;
    }
    rows += ROW_BYTES;
    target += targetStride;
  }
}

/**
 * Mixes `other` into `target`, in steps of 16 samples.
 *
 * @param share of the other, 0 to 32767
 */
export function mix(target: usize, other: usize, bytes: u32, share: i32): void {
  const weight = i16x8.splat(<i16>share);
  const half = i16x8.splat(WIDE_HALF);
  for (const end = target + bytes; target < end; target += 16) {
    const from = v128.load(target);
    const to = v128.load(other);
    let low = v128.shl<i16>(v128.extend_low<u8>(from), WIDE_BITS);
    let high = v128.shl<i16>(v128.extend_high<u8>(from), WIDE_BITS);
    const lowTo = v128.shl<i16>(v128.extend_low<u8>(to), WIDE_BITS);
    const highTo = v128.shl<i16>(v128.extend_high<u8>(to), WIDE_BITS);
    low = v128.add<i16>(low, i16x8.q15mulr_sat_s(v128.sub<i16>(lowTo, low), weight));
    high = v128.add<i16>(high, i16x8.q15mulr_sat_s(v128.sub<i16>(highTo, high), weight));
    low = v128.shr<i16>(v128.add<i16>(low, half), WIDE_BITS);
    high = v128.shr<i16>(v128.add<i16>(high, half), WIDE_BITS);
    v128.store(target, i8x16.narrow_i16x8_u(low, high));
    other += 16;
  }
}
