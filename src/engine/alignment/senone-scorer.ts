import { readFileSync } from 'node:fs';
import {
  CEPSTRA,
  STREAMS,
  WEIGHT_UNIT,
  type ModelDefinition,
  type ModelParameters,
} from '../../core/alignment/acoustic-model.js';
import { FEATURES } from '../../core/alignment/cepstra.js';

const PAGE_BYTES = 65_536;
/** Variances below this are taken for it, as a density would be a needle. */
const LEAST_VARIANCE = 1e-4;
/** Room for the sums' table, the scores of one mixture, and the top entries of all. */
const WORK_BYTES = 65_536;

interface Kernels {
  setModel(...values: number[]): void;
  setFrame(features: number): void;
  scoreSenones(list: number, count: number, target: number): void;
}

/** Scores senones, the states of phones, for one frame of features after another. */
export class SenoneScorer {
  /** Numbers of the senones to score; filled by the caller. */
  readonly list: Uint16Array;
  /** Their logarithmic likelihoods, after `score`. */
  readonly scores: Float32Array;
  private readonly frame: Float32Array;

  private constructor(
    private readonly kernels: Kernels,
    memory: WebAssembly.Memory,
    private readonly places: { frame: number; list: number; scores: number; senones: number },
  ) {
    const { buffer } = memory;
    this.frame = new Float32Array(buffer, places.frame, FEATURES);
    this.list = new Uint16Array(buffer, places.list, places.senones);
    this.scores = new Float32Array(buffer, places.scores, places.senones);
  }

  static async create(
    definition: ModelDefinition,
    parameters: ModelParameters,
  ): Promise<SenoneScorer> {
    const { codebooks, densities } = parameters;
    const gaussians = codebooks * STREAMS * densities;
    const senones = definition.senoneCount;
    const sizes = [
      gaussians * CEPSTRA * 4,
      gaussians * CEPSTRA * 4,
      gaussians * 4,
      senones * STREAMS * densities,
      senones,
      WORK_BYTES,
      FEATURES * 4,
      senones * 2,
      senones * 4,
    ];
    const places: number[] = [];
    let end = PAGE_BYTES;
    for (const size of sizes) {
      places.push(end);
      end += Math.ceil(size / 16) * 16;
    }
    const pages = Math.ceil(end / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 32_768, shared: true });
    const bytes = readFileSync(new URL('./senones.wasm', import.meta.url));
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
    const kernels = instance.exports as unknown as Kernels;
    const [means, precisions, offsets, weights, codebookOf, work, frame, list, scores] = places as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const { buffer } = memory;
    writeGaussians(parameters, {
      means: new Float32Array(buffer, means, gaussians * CEPSTRA),
      precisions: new Float32Array(buffer, precisions, gaussians * CEPSTRA),
      offsets: new Float32Array(buffer, offsets, gaussians),
    });
    writeWeights(parameters, senones, new Uint8Array(buffer, weights, sizes[3]));
    new Uint8Array(buffer, codebookOf, senones).set(definition.codebookOf);
    kernels.setModel(
      ...[codebooks, densities, means, precisions, offsets, weights],
      ...[WEIGHT_UNIT, codebookOf, work],
    );
    return new SenoneScorer(kernels, memory, { frame, list, scores, senones });
  }

  /** @param features `FEATURES` values */
  setFrame(features: Float32Array): void {
    this.frame.set(features);
    this.kernels.setFrame(this.places.frame);
  }

  /** Scores the first `count` senones of `list` into `scores`. */
  score(count: number): void {
    this.kernels.scoreSenones(this.places.list, count, this.places.scores);
  }
}

interface GaussianTables {
  readonly means: Float32Array;
  readonly precisions: Float32Array;
  readonly offsets: Float32Array;
}

/** Densities side by side, so that four are scored at once. */
function writeGaussians(parameters: ModelParameters, tables: GaussianTables): void {
  const { codebooks, densities, means, variances } = parameters;
  for (let mixture = 0; mixture < codebooks * STREAMS; mixture++) {
    for (let density = 0; density < densities; density++) {
      let offset = 0;
      for (let order = 0; order < CEPSTRA; order++) {
        const from = (mixture * densities + density) * CEPSTRA + order;
        const to = (mixture * CEPSTRA + order) * densities + density;
        const variance = Math.max(variances[from]!, LEAST_VARIANCE);
        tables.means[to] = means[from]!;
        tables.precisions[to] = 1 / (2 * variance);
        offset -= 0.5 * Math.log(2 * Math.PI * variance);
      }
      tables.offsets[mixture * densities + density] = offset;
    }
  }
}

function writeWeights(parameters: ModelParameters, senones: number, target: Uint8Array): void {
  const { densities, weights } = parameters;
  for (let row = 0; row < STREAMS * densities; row++) {
    for (let senone = 0; senone < senones; senone++) {
      target[senone * STREAMS * densities + row] = weights[row * senones + senone]!;
    }
  }
}
