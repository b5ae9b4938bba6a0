/**
 * The inner loops of the motion sampler, in AssemblyScript: pictures under affine maps.
 *
 * A picture is a pyramid. Level 0 is the picture, and each further level averages squares of 2x2 pixels. A pixel has
 * four bytes: Y, U, V, and alpha. They are premultiplied, with U and V as distances from 128, so that nothing bleeds
 * out of transparent pixels. Each level has a border, in which the edge repeats, or which is transparent.
 *
 * Pixels are summed as floats, four for each pixel of a line, before `finishRows` makes planes of two lines: 4:2:0, with
 * straight alpha.
 */

const BORDER: usize = 4;
/** Each phase has the weights of the first two taps and of the last two, and the same four weights as floats. */
const PHASE_BYTES: usize = 48;
const SECOND_WEIGHTS: usize = 16;
const FLOAT_WEIGHTS: usize = 32;
/** Positions are fixed point with 32 bits, of which the first 8 are the phase. */
const FRACTION: f64 = 4294967296.0;
const POSITION_BITS: i64 = 32;
const PHASE_SHIFT: i64 = 24;
const PHASE_MASK: i64 = 255;
/** Weights along rows are 14-bit fixed point. */
const UNIT: f32 = 1.0 / 16384.0;
const TRANSPARENT: u32 = 0x00808000;

/**
 * Unpacks planes into level 0 of a picture.
 *
 * @param half 1 if U and V have half the size, otherwise 0
 * @param alpha 1 if a plane of alpha follows, otherwise 0
 * @param target address of the first pixel inside of the border
 * @param stride bytes of a row of the target
 */
export function unpack(
  planes: usize,
  width: i32,
  height: i32,
  half: i32,
  alpha: i32,
  target: usize,
  stride: usize,
): void {
  const chromaWidth = width >> half;
  const u = planes + <usize>(width * height);
  const v = u + <usize>(chromaWidth * (height >> half));
  const a = v + <usize>(chromaWidth * (height >> half));
  for (let row = 0; row < height; row++) {
    const luma = planes + <usize>(row * width);
    const chroma = <usize>((row >> half) * chromaWidth);
    const to = target + <usize>row * stride;
    if (alpha) unpackRow(luma, u + chroma, v + chroma, a + <usize>(row * width), to, width, half);
    else unpackOpaqueRow(luma, u + chroma, v + chroma, to, width, half);
  }
}

/** Reads and writes up to 16 pixels beyond the row. */
function unpackOpaqueRow(luma: usize, u: usize, v: usize, to: usize, width: i32, half: i32): void {
  const opaque = i8x16.splat(-1);
  for (let x = 0; x < width; x += 16) {
    const y = v128.load(luma);
    let cb: v128;
    let cr: v128;
    if (half) {
      cb = v128.load64_zero(u);
      cr = v128.load64_zero(v);
      cb = v128.shuffle<u8>(cb, cb, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
      cr = v128.shuffle<u8>(cr, cr, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
      u += 8;
      v += 8;
    } else {
      cb = v128.load(u);
      cr = v128.load(v);
      u += 16;
      v += 16;
    }
    const yuLow = lowBytes(y, cb);
    const yuHigh = highBytes(y, cb);
    const vaLow = lowBytes(cr, opaque);
    const vaHigh = highBytes(cr, opaque);
    v128.store(to, lowPairs(yuLow, vaLow));
    v128.store(to, highPairs(yuLow, vaLow), 16);
    v128.store(to, lowPairs(yuHigh, vaHigh), 32);
    v128.store(to, highPairs(yuHigh, vaHigh), 48);
    luma += 16;
    to += 64;
  }
}

function lowBytes(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function highBytes(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

function lowPairs(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

function highPairs(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

function unpackRow(
  luma: usize,
  u: usize,
  v: usize,
  alpha: usize,
  to: usize,
  width: i32,
  half: i32,
): void {
  for (let x: i32 = 0; x < width; x++) {
    const a = <i32>load<u8>(alpha + x);
    const chroma = <usize>(x >> half);
    const y = divide255(<i32>load<u8>(luma + x) * a);
    // An offset keeps the distance from 128 above zero.
    const cb = divide255((<i32>load<u8>(u + chroma) - 128) * a + 32640);
    const cr = divide255((<i32>load<u8>(v + chroma) - 128) * a + 32640);
    store<u32>(to, y | (cb << 8) | (cr << 16) | (a << 24));
    to += 4;
  }
}

/** Rounds to the nearest. */
function divide255(value: i32): i32 {
  return (value + 127) / 255;
}

/**
 * Makes the border of a level.
 *
 * @param first address of the first pixel inside of the border
 * @param edge 1 repeats the edge, 0 is transparent
 */
export function fillBorder(first: usize, stride: usize, width: i32, height: i32, edge: i32): void {
  for (let row = 0; row < height; row++) {
    const start = first + <usize>row * stride;
    const end = start + ((<usize>width) << 2);
    const left = edge ? load<u32>(start) : TRANSPARENT;
    const right = edge ? load<u32>(end - 4) : TRANSPARENT;
    for (let x: usize = 0; x < 4 * BORDER; x += 4) {
      store<u32>(start - 4 * BORDER + x, left);
      store<u32>(end + x, right);
    }
  }
  const bytes = (<usize>width + 2 * BORDER) << 2;
  const top = first - 4 * BORDER;
  const bottom = top + <usize>(height - 1) * stride;
  for (let row: usize = 1; row <= BORDER; row++) {
    fillRow(top - row * stride, top, bytes, edge);
    fillRow(bottom + row * stride, bottom, bytes, edge);
  }
}

function fillRow(to: usize, from: usize, bytes: usize, edge: i32): void {
  if (edge) {
    memory.copy(to, from, bytes);
    return;
  }
  for (let x: usize = 0; x < bytes; x += 4) store<u32>(to + x, TRANSPARENT);
}

/**
 * Makes a level of half the size, rounded up, without its border. A last column or row is averaged with the border.
 */
export function halve(
  source: usize,
  sourceStride: usize,
  target: usize,
  targetStride: usize,
  width: i32,
  height: i32,
): void {
  for (let row = 0; row < height; row++) {
    let from = source + <usize>(2 * row) * sourceStride;
    let to = target + <usize>row * targetStride;
    for (let x = 0; x < width; x++) {
      const upper = v128.extend_low<u8>(v128.load64_zero(from));
      const lower = v128.extend_low<u8>(v128.load64_zero(from + sourceStride));
      const pair = v128.add<i16>(upper, lower);
      let sum = v128.add<i16>(pair, v128.shuffle<u64>(pair, pair, 1, 0));
      sum = v128.shr<u16>(v128.add<i16>(sum, i16x8.splat(2)), 2);
      store<u32>(to, i32x4.extract_lane(i8x16.narrow_i16x8_u(sum, sum), 0));
      from += 8;
      to += 4;
    }
  }
}

/**
 * Adds samples of a level to a line: the sample of pixel `x` lies at `u + x * du, v + x * dv`, in pixels of the level,
 * where whole numbers are the centers of pixels.
 *
 * @param first address of the first pixel of the level inside of the border
 * @param phases table of weights
 * @param line address of the pixel `from` in the line
 * @param share of the samples in the sum
 */
export function addSamples(
  first: usize,
  stride: usize,
  width: i32,
  height: i32,
  phases: usize,
  line: usize,
  from: i32,
  to: i32,
  u: f64,
  v: f64,
  du: f64,
  dv: f64,
  share: f32,
): void {
  let across = <i64>((u + <f64>from * du) * FRACTION);
  let down = <i64>((v + <f64>from * dv) * FRACTION);
  const acrossStep = <i64>(du * FRACTION);
  const downStep = <i64>(dv * FRACTION);
  // Half a phase, so that a position is rounded to the nearest.
  across += 1 << (PHASE_SHIFT - 1);
  down += 1 << (PHASE_SHIFT - 1);
  const right = (<i64>(width + 1)) << POSITION_BITS;
  const bottom = (<i64>(height + 1)) << POSITION_BITS;
  const least = (<i64>-3) << POSITION_BITS;
  const unit = f32x4.splat(share * UNIT);
  const base = first - stride - 4;
  for (let x = from; x < to; x++) {
    const px = min(right, max(least, across));
    const py = min(bottom, max(least, down));
    let at =
      base +
      <usize>(<isize>(py >> POSITION_BITS) * <isize>stride + ((<isize>(px >> POSITION_BITS)) << 2));
    const column = phases + <usize>((px >> PHASE_SHIFT) & PHASE_MASK) * PHASE_BYTES;
    const row = phases + <usize>((py >> PHASE_SHIFT) & PHASE_MASK) * PHASE_BYTES;
    const near = v128.load(column);
    const far = v128.load(column, SECOND_WEIGHTS);
    let sum = f32x4.mul(along(at, near, far), v128.load32_splat(row, FLOAT_WEIGHTS));
    at += stride;
    sum = f32x4.add(
      sum,
      f32x4.mul(along(at, near, far), v128.load32_splat(row, FLOAT_WEIGHTS + 4)),
    );
    at += stride;
    sum = f32x4.add(
      sum,
      f32x4.mul(along(at, near, far), v128.load32_splat(row, FLOAT_WEIGHTS + 8)),
    );
    at += stride;
    sum = f32x4.add(
      sum,
      f32x4.mul(along(at, near, far), v128.load32_splat(row, FLOAT_WEIGHTS + 12)),
    );
    v128.store(line, f32x4.add(v128.load(line), f32x4.mul(sum, unit)));
    line += 16;
    across += acrossStep;
    down += downStep;
  }
}

/**
 * The same as {@link addSamples} where all samples lie in one row, in less than half of the time: four rows become one, which
 * is then sampled.
 *
 * @param row memory for a pixel of each column of the level and of its border, {@link SUM_BYTES} each
 */
export function addRow(
  first: usize,
  stride: usize,
  width: i32,
  height: i32,
  phases: usize,
  line: usize,
  from: i32,
  to: i32,
  u: f64,
  v: f64,
  du: f64,
  share: f32,
  row: usize,
): void {
  const half: i64 = 1 << (PHASE_SHIFT - 1);
  const right = (<i64>(width + 1)) << POSITION_BITS;
  const least = (<i64>-3) << POSITION_BITS;
  const bottom = (<i64>(height + 1)) << POSITION_BITS;
  const exact = <i64>(v * FRACTION) + half;
  const py = min(bottom, max(least, exact));
  let across = <i64>((u + <f64>from * du) * FRACTION) + half;
  const step = <i64>(du * FRACTION);
  // The columns that samples reach, from the border on.
  const last = across + step * <i64>(to - from - 1);
  const start = <i32>(min(right, max(least, min(across, last))) >> POSITION_BITS) - 1;
  const end = <i32>(min(right, max(least, max(across, last))) >> POSITION_BITS) + 3;
  const weights = phases + <usize>((py >> PHASE_SHIFT) & PHASE_MASK) * PHASE_BYTES;
  let at =
    first + <usize>((<isize>(py >> POSITION_BITS) - 1) * <isize>stride + ((<isize>start) << 2));
  let made = row + ((<usize>(start + 4)) << 4);
  const near = v128.load64_splat(weights);
  const far = v128.load64_splat(weights, SECOND_WEIGHTS);
  const unit = f32x4.splat(share * UNIT);
  for (let x = start; x < end; x += 4) {
    const a = v128.load(at);
    const b = v128.load(at + stride);
    const c = v128.load(at + 2 * stride);
    const d = v128.load(at + 3 * stride);
    const upperLow = lowBytes(a, b);
    const upperHigh = highBytes(a, b);
    const lowerLow = lowBytes(c, d);
    const lowerHigh = highBytes(c, d);
    v128.store(
      made,
      down(v128.extend_low<u8>(upperLow), v128.extend_low<u8>(lowerLow), near, far, unit),
    );
    v128.store(
      made,
      down(v128.extend_high<u8>(upperLow), v128.extend_high<u8>(lowerLow), near, far, unit),
      16,
    );
    v128.store(
      made,
      down(v128.extend_low<u8>(upperHigh), v128.extend_low<u8>(lowerHigh), near, far, unit),
      32,
    );
    v128.store(
      made,
      down(v128.extend_high<u8>(upperHigh), v128.extend_high<u8>(lowerHigh), near, far, unit),
      48,
    );
    at += 16;
    made += 64;
  }
  for (let x = from; x < to; x++) {
    const px = min(right, max(least, across));
    const source = row + ((<usize>(<i32>(px >> POSITION_BITS) + 3)) << 4);
    const column = phases + <usize>((px >> PHASE_SHIFT) & PHASE_MASK) * PHASE_BYTES + FLOAT_WEIGHTS;
    let sum = f32x4.mul(v128.load(source), v128.load32_splat(column));
    sum = f32x4.add(sum, f32x4.mul(v128.load(source, 16), v128.load32_splat(column, 4)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(source, 32), v128.load32_splat(column, 8)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(source, 48), v128.load32_splat(column, 12)));
    v128.store(line, f32x4.add(v128.load(line), sum));
    line += 16;
    across += step;
  }
}

/** The weighted sum of a pixel of four rows. */
function down(upper: v128, lower: v128, near: v128, far: v128, unit: v128): v128 {
  const sum = v128.add<i32>(i32x4.dot_i16x8_s(upper, near), i32x4.dot_i16x8_s(lower, far));
  return f32x4.mul(f32x4.convert_i32x4_s(sum), unit);
}

/** The weighted sum of four pixels of a row, for each of their four bytes. */
function along(at: usize, near: v128, far: v128): v128 {
  const pixels = v128.load(at);
  const pairs = v128.shuffle<u8>(
    pixels,
    pixels,
    0,
    4,
    1,
    5,
    2,
    6,
    3,
    7,
    8,
    12,
    9,
    13,
    10,
    14,
    11,
    15,
  );
  return f32x4.convert_i32x4_s(
    v128.add<i32>(
      i32x4.dot_i16x8_s(v128.extend_low<u8>(pairs), near),
      i32x4.dot_i16x8_s(v128.extend_high<u8>(pairs), far),
    ),
  );
}

/**
 * Makes two rows of the planes Y and alpha and one of U and V of two lines, which are one after the other in memory. It works
 * in steps of eight pixels, and writes up to six samples beyond a row.
 *
 * @param cover for each pixel of the two lines, the share of it that shows, or 0 if all of them show
 */
export function finishRows(
  lines: usize,
  lineBytes: usize,
  width: i32,
  luma: usize,
  u: usize,
  v: usize,
  alpha: usize,
  opacity: f32,
  cover: usize,
): void {
  const whole = f32x4.splat(opacity);
  // What is written beyond the rows belongs to the next ones, and to other planes.
  const lumaEnd = v128.load64_zero(luma + 2 * width);
  const alphaEnd = v128.load64_zero(alpha + 2 * width);
  const uEnd = v128.load32_zero(u + (width >> 1));
  const vEnd = v128.load32_zero(v + (width >> 1));
  for (let x = 0; x < width; x += 8) {
    let sumU = f32x4.splat(0);
    let sumV = f32x4.splat(0);
    let sumA = f32x4.splat(0);
    for (let row: usize = 0; row < 2; row++) {
      const at = lines + ((<usize>x) << 4) + row * lineBytes;
      const shares = cover + ((<usize>x + row * width) << 2);
      const near = cover ? f32x4.mul(whole, v128.load(shares)) : whole;
      const far = cover ? f32x4.mul(whole, v128.load(shares, 16)) : whole;
      // Four pixels become one vector for each of their bytes.
      let a = v128.load(at);
      let b = v128.load(at, 16);
      let c = v128.load(at, 32);
      let d = v128.load(at, 48);
      let lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      let highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      let lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      let highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const y0 = v128.shuffle<u64>(lowAB, lowCD, 0, 2);
      const u0 = v128.shuffle<u64>(lowAB, lowCD, 1, 3);
      const v0 = v128.shuffle<u64>(highAB, highCD, 0, 2);
      const a0 = v128.shuffle<u64>(highAB, highCD, 1, 3);
      a = v128.load(at, 64);
      b = v128.load(at, 80);
      c = v128.load(at, 96);
      d = v128.load(at, 112);
      lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const y1 = v128.shuffle<u64>(lowAB, lowCD, 0, 2);
      const u1 = v128.shuffle<u64>(lowAB, lowCD, 1, 3);
      const v1 = v128.shuffle<u64>(highAB, highCD, 0, 2);
      const a1 = v128.shuffle<u64>(highAB, highCD, 1, 3);
      sumU = f32x4.add(sumU, pairSums(u0, u1));
      sumV = f32x4.add(sumV, pairSums(v0, v1));
      sumA = f32x4.add(sumA, pairSums(a0, a1));
      const to = <usize>x + row * width;
      v128.store64_lane(luma + to, toBytes(straight(y0, a0), straight(y1, a1)), 0);
      v128.store64_lane(alpha + to, toBytes(strong(a0, near), strong(a1, far)), 0);
    }
    // U and V are distances from 128 that are premultiplied: four pixels add four times 128.
    const four = f32x4.splat(512);
    const cb = f32x4.add(f32x4.splat(128), straight(f32x4.sub(sumU, four), sumA));
    const cr = f32x4.add(f32x4.splat(128), straight(f32x4.sub(sumV, four), sumA));
    v128.store32_lane(u + (x >> 1), toBytes(cb, cb), 0);
    v128.store32_lane(v + (x >> 1), toBytes(cr, cr), 0);
  }
  v128.store64_lane(luma + 2 * width, lumaEnd, 0);
  v128.store64_lane(alpha + 2 * width, alphaEnd, 0);
  v128.store32_lane(u + (width >> 1), uEnd, 0);
  v128.store32_lane(v + (width >> 1), vEnd, 0);
}

/** The sums of neighbors. */
function pairSums(a: v128, b: v128): v128 {
  return f32x4.add(v128.shuffle<f32>(a, b, 0, 2, 4, 6), v128.shuffle<f32>(a, b, 1, 3, 5, 7));
}

/** Values without the alpha by which they are multiplied, or 0 where it is nearly 0. */
function straight(values: v128, alpha: v128): v128 {
  const made = f32x4.div(f32x4.mul(values, f32x4.splat(255)), alpha);
  return v128.and(made, f32x4.gt(alpha, f32x4.splat(0.25)));
}

function strong(alpha: v128, share: v128): v128 {
  return f32x4.mul(f32x4.min(alpha, f32x4.splat(255)), share);
}

/** Rounds eight values to bytes, in the lower half. */
function toBytes(low: v128, high: v128): v128 {
  const half = f32x4.splat(0.5);
  const words = i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(low, half))),
    i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(high, half))),
  );
  return i8x16.narrow_i16x8_u(words, words);
}

/**
 * The share of each pixel of a row that lies within a rectangle with round corners and within a circle, both in
 * coordinates of the picture.
 *
 * @param shape as {@link CLIP_FLOATS} numbers: the center and half of the size of the rectangle, the radius of its corners,
 *   pixels of the target for one of the picture across, down, and on average, and the center and the radius of the circle,
 *   which is negative without one
 */
export function coverRow(
  cover: usize,
  from: i32,
  to: i32,
  u: f64,
  v: f64,
  du: f64,
  dv: f64,
  shape: usize,
): void {
  const cx = load<f32>(shape);
  const cy = load<f32>(shape, 4);
  const halfWidth = load<f32>(shape, 8);
  const halfHeight = load<f32>(shape, 12);
  const radius = load<f32>(shape, 16);
  const scaleX = load<f32>(shape, 20);
  const scaleY = load<f32>(shape, 24);
  const scale = load<f32>(shape, 28);
  const circleX = load<f32>(shape, 32);
  const circleY = load<f32>(shape, 36);
  const circle = load<f32>(shape, 40);
  cover += (<usize>from) << 2;
  for (let x = from; x < to; x++) {
    const px = <f32>(u + <f64>x * du);
    const py = <f32>(v + <f64>x * dv);
    let share: f32;
    const qx = abs(px - cx) - halfWidth;
    const qy = abs(py - cy) - halfHeight;
    if (radius > 0 && qx + radius > 0 && qy + radius > 0) {
      const distance = sqrt((qx + radius) * (qx + radius) + (qy + radius) * (qy + radius)) - radius;
      share = limit(0.5 - distance * scale);
    } else {
      // A picture that is smaller than a pixel covers less than the two edges say.
      share =
        min(limit(0.5 - qx * scaleX), 2 * halfWidth * scaleX) *
        min(limit(0.5 - qy * scaleY), 2 * halfHeight * scaleY);
    }
    if (circle >= 0) {
      const away = sqrt((px - circleX) * (px - circleX) + (py - circleY) * (py - circleY));
      share *= limit(0.5 + (circle - away) * scale);
    }
    store<f32>(cover, share);
    cover += 4;
  }
}

function limit(share: f32): f32 {
  return max<f32>(0, min<f32>(1, share));
}
