/**
 * The inner loops of the acoustic model in AssemblyScript: for each frame, find the four likeliest
 * Gaussians of every codebook and stream, then score senones from them.
 */

const STREAMS: i32 = 3;
const CEPSTRA: i32 = 13;
const TOP: i32 = 4;
/** An entry holds a score and the number of its density. */
const TOP_BYTES: usize = 8;
const LANES: i32 = 4;
/** Frames whose densities are scored together. */
const FRAMES: i32 = 8;
/** Bytes of the features of a frame. */
const FRAME_BYTES: usize = 156;
/** Sums of exponentials come from a table for differences up to 16, in steps of 1/64. */
const SUM_STEPS: f32 = 64;
const SUM_ENTRIES: i32 = 1024;

let codebooks: i32 = 0;
let densities: i32 = 0;
/** [codebook][stream][CEPSTRA][density] */
let means: usize = 0;
/** Laid out like the means: 1 / (2 * variance). */
let precisions: usize = 0;
/** [codebook][stream][density]: the initial value of the exponent. */
let offsets: usize = 0;
/** [senone][stream][density], bytes */
let weights: usize = 0;
let weightUnit: f32 = 0;
let codebookOf: usize = 0;
let sums: usize = 0;
let scores: usize = 0;
let tops: usize = 0;

export function setSizes(codebookCount: i32, densityCount: i32, unit: f32): void {
  codebooks = codebookCount;
  densities = densityCount;
  weightUnit = unit;
}

export function setGaussians(meansAt: usize, precisionsAt: usize, offsetsAt: usize): void {
  means = meansAt;
  precisions = precisionsAt;
  offsets = offsetsAt;
}

export function setSenones(weightsAt: usize, codebookOfAt: usize): void {
  weights = weightsAt;
  codebookOf = codebookOfAt;
}

/** Call `setSizes` first. */
export function setWorkArea(address: usize): void {
  sums = address;
  scores = sums + <usize>(SUM_ENTRIES * 4);
  tops = scores + <usize>(FRAMES * densities * 4);
  for (let index = 0; index < SUM_ENTRIES; index++) {
    const sum = <f32>Math.log(1 + Math.exp(-(<f64>index + 0.5) / <f64>SUM_STEPS));
    store<f32>(sums + <usize>(index * 4), sum);
  }
}

/** Finds the likeliest densities of `FRAMES` frames, each `STREAMS * CEPSTRA` features. */
export function setFrames(features: usize): void {
  for (let codebook = 0; codebook < codebooks; codebook++) {
    for (let stream = 0; stream < STREAMS; stream++) {
      const mixture = codebook * STREAMS + stream;
      scoreDensities(mixture, features + <usize>(stream * CEPSTRA * 4));
      for (let frame = 0; frame < FRAMES; frame++) {
        keepTop(topOf(frame, mixture), scores + <usize>(frame * densities * 4));
      }
    }
  }
}

function topOf(frame: i32, mixture: i32): usize {
  return tops + <usize>((frame * codebooks * STREAMS + mixture) * TOP) * TOP_BYTES;
}

/**
 * Scores four densities at a time in all frames. The tables are larger than the fast caches of a processor, so that
 * reading them once for each frame takes longer than the scores.
 */
function scoreDensities(mixture: i32, features: usize): void {
  const row = <usize>(densities * 4);
  const table = <usize>(mixture * CEPSTRA) * row;
  const first = offsets + <usize>mixture * row;
  for (let density = 0; density < densities; density += LANES) {
    const column = <usize>(density * 4);
    const start = v128.load(first + column);
    let mean = means + table + column;
    let precision = precisions + table + column;
    let value = features;
    let s0 = start;
    let s1 = start;
    let s2 = start;
    let s3 = start;
    let s4 = start;
    let s5 = start;
    let s6 = start;
    let s7 = start;
    for (let order = 0; order < CEPSTRA; order++) {
      const m = v128.load(mean);
      const p = v128.load(precision);
      s0 = lowered(s0, v128.load32_splat(value), m, p);
      s1 = lowered(s1, v128.load32_splat(value, FRAME_BYTES), m, p);
      s2 = lowered(s2, v128.load32_splat(value, 2 * FRAME_BYTES), m, p);
      s3 = lowered(s3, v128.load32_splat(value, 3 * FRAME_BYTES), m, p);
      s4 = lowered(s4, v128.load32_splat(value, 4 * FRAME_BYTES), m, p);
      s5 = lowered(s5, v128.load32_splat(value, 5 * FRAME_BYTES), m, p);
      s6 = lowered(s6, v128.load32_splat(value, 6 * FRAME_BYTES), m, p);
      s7 = lowered(s7, v128.load32_splat(value, 7 * FRAME_BYTES), m, p);
      mean += row;
      precision += row;
      value += 4;
    }
    let target = scores + column;
    v128.store(target, s0);
    v128.store((target += row), s1);
    v128.store((target += row), s2);
    v128.store((target += row), s3);
    v128.store((target += row), s4);
    v128.store((target += row), s5);
    v128.store((target += row), s6);
    v128.store((target += row), s7);
  }
}

function lowered(score: v128, value: v128, mean: v128, precision: v128): v128 {
  const distance = f32x4.sub(value, mean);
  return f32x4.sub(score, f32x4.mul(f32x4.mul(distance, distance), precision));
}

/** Stores the best four of the scores of a frame, the best one first. */
function keepTop(target: usize, from: usize): void {
  for (let rank = 0; rank < TOP; rank++) storeTop(target, rank, -f32.MAX_VALUE, 0);
  let least: f32 = -f32.MAX_VALUE;
  for (let density = 0; density < densities; density += LANES) {
    const at = from + <usize>(density * 4);
    if (!v128.any_true(f32x4.gt(v128.load(at), v128.splat<f32>(least)))) continue;
    for (let lane = 0; lane < LANES; lane++) {
      const score = load<f32>(at + <usize>(lane * 4));
      if (score <= least) continue;
      insertTop(target, score, density + lane);
      least = load<f32>(target + <usize>(TOP - 1) * TOP_BYTES);
    }
  }
}

/** Moves worse entries down to make room for a score that is among the best. */
function insertTop(target: usize, score: f32, density: i32): void {
  let rank = TOP - 1;
  while (rank > 0) {
    const above = target + <usize>(rank - 1) * TOP_BYTES;
    const aboveScore = load<f32>(above);
    if (score <= aboveScore) break;
    storeTop(target, rank, aboveScore, load<i32>(above, 4));
    rank--;
  }
  storeTop(target, rank, score, density);
}

function storeTop(target: usize, rank: i32, score: f32, density: i32): void {
  const entry = target + <usize>rank * TOP_BYTES;
  store<f32>(entry, score);
  store<i32>(entry, density, 4);
}

/** Computes logarithmic likelihoods of one of the frames for senones, which `list` holds as u16. */
export function scoreSenones(list: usize, count: i32, target: usize, frame: i32): void {
  for (let index = 0; index < count; index++) {
    const senone = <i32>load<u16>(list + <usize>(index * 2));
    const codebook = <i32>load<u8>(codebookOf + <usize>senone);
    let total: f32 = 0;
    for (let stream = 0; stream < STREAMS; stream++) {
      const top = topOf(frame, codebook * STREAMS + stream);
      const row = weights + <usize>((senone * STREAMS + stream) * densities);
      let sum = weighted(top, row);
      sum = added(sum, weighted(top + TOP_BYTES, row));
      sum = added(sum, weighted(top + 2 * TOP_BYTES, row));
      sum = added(sum, weighted(top + 3 * TOP_BYTES, row));
      total += sum;
    }
    store<f32>(target + <usize>(index * 4), total);
  }
}

function weighted(entry: usize, row: usize): f32 {
  const weight = <f32>load<u8>(row + <usize>load<i32>(entry, 4));
  return load<f32>(entry) - weight * weightUnit;
}

function added(a: f32, b: f32): f32 {
  const high = max(a, b);
  const step = (high - min(a, b)) * SUM_STEPS;
  if (step >= <f32>SUM_ENTRIES) return high;
  return high + load<f32>(sums + <usize>(<i32>step * 4));
}
