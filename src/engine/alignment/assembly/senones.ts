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
  tops = scores + <usize>(densities * 4);
  for (let index = 0; index < SUM_ENTRIES; index++) {
    const sum = <f32>Math.log(1 + Math.exp(-(<f64>index + 0.5) / <f64>SUM_STEPS));
    store<f32>(sums + <usize>(index * 4), sum);
  }
}

/** Finds the likeliest densities of a frame, `STREAMS * CEPSTRA` features. */
export function setFrame(features: usize): void {
  for (let codebook = 0; codebook < codebooks; codebook++) {
    for (let stream = 0; stream < STREAMS; stream++) {
      const mixture = codebook * STREAMS + stream;
      scoreDensities(mixture, features + <usize>(stream * CEPSTRA * 4));
      keepTop(tops + <usize>(mixture * TOP) * TOP_BYTES);
    }
  }
}

/** Scores 16 densities at a time in four independent sums, so that no sum waits for another. */
function scoreDensities(mixture: i32, features: usize): void {
  const row = <usize>(densities * 4);
  const table = <usize>(mixture * CEPSTRA) * row;
  const first = offsets + <usize>mixture * row;
  for (let density = 0; density < densities; density += 4 * LANES) {
    const column = <usize>(density * 4);
    let a = v128.load(first + column);
    let b = v128.load(first + column, 16);
    let c = v128.load(first + column, 32);
    let d = v128.load(first + column, 48);
    let mean = means + table + column;
    let precision = precisions + table + column;
    for (let order = 0; order < CEPSTRA; order++) {
      const value = v128.load32_splat(features + <usize>(order * 4));
      let distance = f32x4.sub(value, v128.load(mean));
      a = f32x4.sub(a, f32x4.mul(f32x4.mul(distance, distance), v128.load(precision)));
      distance = f32x4.sub(value, v128.load(mean, 16));
      b = f32x4.sub(b, f32x4.mul(f32x4.mul(distance, distance), v128.load(precision, 16)));
      distance = f32x4.sub(value, v128.load(mean, 32));
      c = f32x4.sub(c, f32x4.mul(f32x4.mul(distance, distance), v128.load(precision, 32)));
      distance = f32x4.sub(value, v128.load(mean, 48));
      d = f32x4.sub(d, f32x4.mul(f32x4.mul(distance, distance), v128.load(precision, 48)));
      mean += row;
      precision += row;
    }
    v128.store(scores + column, a);
    v128.store(scores + column, b, 16);
    v128.store(scores + column, c, 32);
    v128.store(scores + column, d, 48);
  }
}

/** Stores the best four of the scores, the best one first. */
function keepTop(target: usize): void {
  for (let rank = 0; rank < TOP; rank++) storeTop(target, rank, -f32.MAX_VALUE, 0);
  let least: f32 = -f32.MAX_VALUE;
  for (let density = 0; density < densities; density++) {
    const score = load<f32>(scores + <usize>(density * 4));
    if (score <= least) continue;
    insertTop(target, score, density);
    least = load<f32>(target + <usize>(TOP - 1) * TOP_BYTES);
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

/** Computes logarithmic likelihoods of the frame for senones, which `list` holds as u16. */
export function scoreSenones(list: usize, count: i32, target: usize): void {
  for (let index = 0; index < count; index++) {
    const senone = <i32>load<u16>(list + <usize>(index * 2));
    const codebook = <i32>load<u8>(codebookOf + <usize>senone);
    let total: f32 = 0;
    for (let stream = 0; stream < STREAMS; stream++) {
      const top = tops + <usize>((codebook * STREAMS + stream) * TOP) * TOP_BYTES;
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
