import { CEPSTRA, STREAMS } from './sphinx-model.js';

const LIFTER = 22;
export const FEATURES = CEPSTRA * STREAMS;

/**
 * Computes liftered cepstra, `CEPSTRA` values for each frame.
 *
 * @param melSpectrum logarithmic mel energies, `bands` values for each frame of 10 ms
 */
export function lifteredCepstra(melSpectrum: Float32Array, bands: number): Float32Array {
  const frames = Math.floor(melSpectrum.length / bands);
  const cepstra = new Float32Array(frames * CEPSTRA);
  const basis = dctBasis(bands);
  for (let frame = 0; frame < frames; frame++) {
    for (let order = 0; order < CEPSTRA; order++) {
      let sum = 0;
      for (let band = 0; band < bands; band++) {
        sum += melSpectrum[frame * bands + band]! * basis[order * bands + band]!;
      }
      cepstra[frame * CEPSTRA + order] = sum;
    }
  }
  return cepstra;
}

/** Subtracts the mean of each order in place, which removes the effect of room and microphone. */
export function subtractMean(cepstra: Float32Array): Float32Array {
  const mean = new Float64Array(CEPSTRA);
  const frames = cepstra.length / CEPSTRA;
  cepstra.forEach((value, index) => (mean[index % CEPSTRA]! += value / frames));
  for (let index = 0; index < cepstra.length; index++) cepstra[index]! -= mean[index % CEPSTRA]!;
  return cepstra;
}

/** Writes the features of a frame: its cepstra, their deltas and their double deltas. */
export function writeFeatures(cepstra: Float32Array, frame: number, features: Float32Array): void {
  const last = cepstra.length / CEPSTRA - 1;
  const at = (offset: number, order: number) =>
    cepstra[Math.min(last, Math.max(0, frame + offset)) * CEPSTRA + order]!;
  for (let order = 0; order < CEPSTRA; order++) {
    features[order] = at(0, order);
    features[CEPSTRA + order] = at(2, order) - at(-2, order);
    features[2 * CEPSTRA + order] = at(3, order) - at(-1, order) - at(1, order) + at(-3, order);
  }
}

/** Orthonormal DCT-II with each order weighted by a raised sine (Juang et al. 1987). */
function dctBasis(bands: number): Float32Array {
  const basis = new Float32Array(CEPSTRA * bands);
  for (let order = 0; order < CEPSTRA; order++) {
    const scale = Math.sqrt((order === 0 ? 1 : 2) / bands);
    const lift = 1 + (LIFTER / 2) * Math.sin((order * Math.PI) / LIFTER);
    for (let band = 0; band < bands; band++) {
      basis[order * bands + band] =
        scale * lift * Math.cos((Math.PI * order * (band + 0.5)) / bands);
    }
  }
  return basis;
}
