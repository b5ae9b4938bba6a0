import { CEPSTRA, STREAMS } from './acoustic-model.js';

const LIFTER = 22;
export const FEATURES = CEPSTRA * STREAMS;

/**
 * Features of speech frames: liftered cepstra without their mean, their deltas and the deltas of those.
 *
 * @param melSpectrum logarithmic mel energies, `bands` for each frame of 10 ms
 * @returns `FEATURES` values for each frame
 */
export function speechFeatures(melSpectrum: Float32Array, bands: number): Float32Array {
  const frames = Math.floor(melSpectrum.length / bands);
  const cepstra = new Float32Array(frames * CEPSTRA);
  const basis = cosines(bands);
  const mean = new Float64Array(CEPSTRA);
  for (let frame = 0; frame < frames; frame++) {
    for (let order = 0; order < CEPSTRA; order++) {
      let sum = 0;
      for (let band = 0; band < bands; band++) {
        sum += melSpectrum[frame * bands + band]! * basis[order * bands + band]!;
      }
      cepstra[frame * CEPSTRA + order] = sum;
      mean[order]! += sum / frames;
    }
  }
  for (let index = 0; index < cepstra.length; index++) cepstra[index]! -= mean[index % CEPSTRA]!;
  return withDeltas(cepstra, frames);
}

/** Orthonormal DCT-II, each order weighted by a raised sine (Juang et al. 1987). */
function cosines(bands: number): Float32Array {
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

function withDeltas(cepstra: Float32Array, frames: number): Float32Array {
  const features = new Float32Array(frames * FEATURES);
  const at = (frame: number, order: number) =>
    cepstra[Math.min(frames - 1, Math.max(0, frame)) * CEPSTRA + order]!;
  for (let frame = 0; frame < frames; frame++) {
    const row = frame * FEATURES;
    for (let order = 0; order < CEPSTRA; order++) {
      features[row + order] = at(frame, order);
      features[row + CEPSTRA + order] = at(frame + 2, order) - at(frame - 2, order);
      features[row + 2 * CEPSTRA + order] =
        at(frame + 3, order) - at(frame - 1, order) - at(frame + 1, order) + at(frame - 3, order);
    }
  }
  return features;
}
