/**
 * The inner loops of the acoustic model, in AssemblyScript: for each frame the four likeliest
 * Gaussians of every codebook and stream, and from these the scores of senones.
 */

const STREAMS: i32 = 3;
const CEPSTRA: i32 = 13;
const TOP: i32 = 4;
/** A top entry: score, then the number of its density. */
const TOP_BYTES: usize = 8;
const LANES: i32 = 4;
/** Sums of exponentials are looked up: differences up to 16, in steps of a 64th. */
const SUM_STEPS: f32 = 64;
const SUM_ENTRIES: i32 = 1024;

let codebooks: i32 = 0;
let densities: i32 = 0;
/** [codebook][stream][CEPSTRA][density] */
let means: usize = 0;
/** As the means: 1 / (2 * variance). */
let precisions: usize = 0;
/** [codebook][stream][density]: what the exponent starts from. */
let offsets: usize = 0;
/** [senone][stream][density], bytes */
let weights: usize = 0;
let weightUnit: f32 = 0;
let codebookOf: usize = 0;
let sums: usize = 0;
let scores: usize = 0;
let tops: usize = 0;

export function setModel(
  codebookCount: i32,
  densityCount: i32,
  meansAt: usize,
  precisionsAt: usize,
  offsetsAt: usize,
  weightsAt: usize,
  unit: f32,
  codebookOfAt: usize,
  workAt: usize,
): void {
  codebooks = codebookCount;
  densities = densityCount;
  means = meansAt;
  precisions = precisionsAt;
  offsets = offsetsAt;
  weights = weightsAt;
  weightUnit = unit;
  codebookOf = codebookOfAt;
  sums = workAt;
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

/** Sixteen densities at a time: four sums that do not wait for each other. */
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

/** The best four of the scores, in order. */
function keepTop(target: usize): void {
  let a: f32 = -f32.MAX_VALUE;
  let b: f32 = a;
  let c: f32 = a;
  let d: f32 = a;
  let ia: i32 = 0;
  let ib: i32 = 0;
  let ic: i32 = 0;
  let id: i32 = 0;
  for (let density = 0; density < densities; density++) {
    const score = load<f32>(scores + <usize>(density * 4));
    if (score <= d) continue;
    if (score > b) {
      d = c;
      id = ic;
      c = b;
      ic = ib;
      if (score > a) {
        b = a;
        ib = ia;
        a = score;
        ia = density;
      } else {
        b = score;
        ib = density;
      }
    } else if (score > c) {
      d = c;
      id = ic;
      c = score;
      ic = density;
    } else {
      d = score;
      id = density;
    }
  }
  store<f32>(target, a);
  store<i32>(target, ia, 4);
  store<f32>(target, b, 8);
  store<i32>(target, ib, 12);
  store<f32>(target, c, 16);
  store<i32>(target, ic, 20);
  store<f32>(target, d, 24);
  store<i32>(target, id, 28);
}

/** Logarithmic likelihoods of the frame for senones, by their numbers (u16). */
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
