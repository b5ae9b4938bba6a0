import { readFileSync } from 'node:fs';
import {
  CEPSTRA,
  STREAMS,
  WEIGHT_UNIT,
  type ModelDefinition,
  type ModelParameters,
} from '../../core/alignment/sphinx-model.js';
import { FEATURES } from '../../core/alignment/cepstra.js';
import { alignUp } from '../../core/util/align.js';

const PAGE_BYTES = 65_536;
/** Smaller variances are raised to this, so that no density becomes a needle. */
const MIN_VARIANCE = 1e-4;
/** The table of sums. */
const SUM_BYTES = 4_096;
/** Frames that the kernels score together. */
const FRAMES = 8;
/** The best densities of a mixture: four scores with their numbers. */
const TOP_BYTES = 32;
const ALIGNMENT = 16;

interface Kernels {
  setSizes(codebooks: number, densities: number, weightUnit: number): void;
  setGaussians(means: number, precisions: number, offsets: number): void;
  setSenones(weights: number, codebookOf: number): void;
  setWorkArea(address: number): void;
  setFrames(features: number): void;
  scoreSenones(list: number, count: number, target: number, frame: number): void;
}

/** Sizes of the model's tables. */
interface TableSizes {
  readonly mixtures: number;
  readonly gaussians: number;
  readonly densities: number;
  readonly senones: number;
}

/** Addresses of the tables in the memory of the kernels. */
interface MemoryLayout {
  readonly means: number;
  readonly precisions: number;
  readonly offsets: number;
  readonly weights: number;
  readonly codebookOf: number;
  /** The table of sums, the scores of one mixture, and the best densities of all, in each frame. */
  readonly work: number;
  readonly frames: number;
  readonly list: number;
  readonly scores: number;
  /** Size of the memory. */
  readonly bytes: number;
}

/** Scores senones, the states of phones, for one frame of features after another. */
export class SenoneScorer {
  /** Numbers of the senones to score; filled by the caller. */
  readonly senones: Uint16Array;
  /** Their logarithmic likelihoods after `score`. */
  readonly scores: Float32Array;
  readonly framesAtOnce = FRAMES;
  private readonly frames: Float32Array;

  private constructor(
    private readonly kernels: Kernels,
    private readonly layout: MemoryLayout,
    { buffer }: WebAssembly.Memory,
    senoneCount: number,
  ) {
    this.frames = new Float32Array(buffer, layout.frames, FRAMES * FEATURES);
    this.senones = new Uint16Array(buffer, layout.list, senoneCount);
    this.scores = new Float32Array(buffer, layout.scores, senoneCount);
  }

  static async create(
    definition: ModelDefinition,
    parameters: ModelParameters,
  ): Promise<SenoneScorer> {
    const { codebooks, densities } = parameters;
    const senones = definition.senoneCount;
    const mixtures = codebooks * STREAMS;
    const sizes = { mixtures, gaussians: mixtures * densities, densities, senones };
    const layout = layOutMemory(sizes);
    const pages = Math.ceil(layout.bytes / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 32_768, shared: true });
    writeTables(memory, layout, sizes, { definition, parameters });
    const kernels = await loadKernels(memory);
    kernels.setSizes(codebooks, densities, WEIGHT_UNIT);
    kernels.setGaussians(layout.means, layout.precisions, layout.offsets);
    kernels.setSenones(layout.weights, layout.codebookOf);
    kernels.setWorkArea(layout.work);
    return new SenoneScorer(kernels, layout, memory, senones);
  }

  /** @param features `FEATURES` values of each of `framesAtOnce` frames */
  setFrames(features: Float32Array): void {
    this.frames.set(features);
    this.kernels.setFrames(this.layout.frames);
  }

  /** Scores the first `count` entries of `senones` in one of the frames into `scores`. */
  score(count: number, frame: number): void {
    this.kernels.scoreSenones(this.layout.list, count, this.layout.scores, frame);
  }
}

async function loadKernels(memory: WebAssembly.Memory): Promise<Kernels> {
  const bytes = readFileSync(new URL('./senones.wasm', import.meta.url));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as Kernels;
}

function layOutMemory({ mixtures, gaussians, densities, senones }: TableSizes): MemoryLayout {
  let end = PAGE_BYTES;
  const reserve = (bytes: number) => {
    const address = end;
    end += alignUp(bytes, ALIGNMENT);
    return address;
  };
  const addresses = {
    means: reserve(gaussians * CEPSTRA * 4),
    precisions: reserve(gaussians * CEPSTRA * 4),
    offsets: reserve(gaussians * 4),
    weights: reserve(senones * STREAMS * densities),
    codebookOf: reserve(senones),
    work: reserve(SUM_BYTES + FRAMES * (densities * 4 + mixtures * TOP_BYTES)),
    frames: reserve(FRAMES * FEATURES * 4),
    list: reserve(senones * 2),
    scores: reserve(senones * 4),
  };
  return { ...addresses, bytes: end };
}

function writeTables(
  { buffer }: WebAssembly.Memory,
  layout: MemoryLayout,
  { gaussians, densities, senones }: TableSizes,
  { definition, parameters }: { definition: ModelDefinition; parameters: ModelParameters },
): void {
  writeGaussians(parameters, {
    means: new Float32Array(buffer, layout.means, gaussians * CEPSTRA),
    precisions: new Float32Array(buffer, layout.precisions, gaussians * CEPSTRA),
    offsets: new Float32Array(buffer, layout.offsets, gaussians),
  });
  const weights = new Uint8Array(buffer, layout.weights, senones * STREAMS * densities);
  writeWeights(parameters, senones, weights);
  new Uint8Array(buffer, layout.codebookOf, senones).set(definition.codebookOf);
}

interface GaussianTables {
  readonly means: Float32Array;
  readonly precisions: Float32Array;
  readonly offsets: Float32Array;
}

/** Puts densities side by side, so that four are scored at once. */
function writeGaussians(parameters: ModelParameters, tables: GaussianTables): void {
  const { codebooks, densities, means, variances } = parameters;
  for (let mixture = 0; mixture < codebooks * STREAMS; mixture++) {
    for (let density = 0; density < densities; density++) {
      let offset = 0;
      for (let order = 0; order < CEPSTRA; order++) {
        const from = (mixture * densities + density) * CEPSTRA + order;
        const to = (mixture * CEPSTRA + order) * densities + density;
        const variance = Math.max(variances[from]!, MIN_VARIANCE);
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
