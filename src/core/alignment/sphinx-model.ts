/**
 * The files of a CMU Sphinx acoustic model (phonetically tied mixtures): which senones a phone has
 * in its context, and the parameters of their Gaussian mixtures. Formats: the headers of the files
 * themselves, which describe their fields.
 */

/** Where in its word a phone stands; the numbers are those of the model definition. */
export const POSITION = { internal: 0, begin: 1, end: 2, single: 3 } as const;
export type Position = (typeof POSITION)[keyof typeof POSITION];

/** Emitting states of each phone. */
export const STATES = 3;
/** Streams of features: cepstra, their deltas, and the deltas of those. */
export const STREAMS = 3;
export const CEPSTRA = 13;

/** Phones and their states. */
export interface ModelDefinition {
  /** Names of the context-independent phones; their ids are the indices. */
  readonly phones: readonly string[];
  readonly silence: number;
  readonly senoneCount: number;
  /** For each senone, the phone whose codebook it uses. */
  readonly codebookOf: Uint8Array;
  /** Index of the phone's first senone in `senones`, in the nearest context that the model knows. */
  contextSequence(phone: number, left: number, right: number, position: Position): number;
  /** The same for the phone in any context. */
  contextFreeSequence(phone: number): number;
  /** Senone sequences, `STATES` each. */
  readonly senones: Uint16Array;
}

/** Gaussian mixtures and transitions, as plain numbers. */
export interface ModelParameters {
  readonly codebooks: number;
  readonly densities: number;
  /** [codebook][stream][density][CEPSTRA] */
  readonly means: Float32Array;
  readonly variances: Float32Array;
  /** [stream][density][senone], each -ln(weight) in units of `WEIGHT_UNIT`. */
  readonly weights: Uint8Array;
  /** [phone][STATES][STATES + 1], natural logarithms of probabilities. */
  readonly transitions: Float32Array;
}

/** Mixture weights are logarithms of base 1.0001, divided by 1024. */
export const WEIGHT_UNIT = 1024 * Math.log(1.0001);

const FIELDS_AT = 12;
const TREE_NODE_BYTES = 8;
const PHONE_BYTES = 12;

/**
 * Reads a binary model definition (`mdef`).
 *
 * @throws Error when the bytes are none
 */
export function parseModelDefinition(bytes: Uint8Array): ModelDefinition {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (readText(bytes, 0, 4) !== 'BMDF') throw new Error('This is not a binary model definition.');
  let at = FIELDS_AT + view.getInt32(8, true);
  const field = (index: number) => view.getInt32(at + index * 4, true);
  const [phoneCount, total, senoneCount] = [field(0), field(1), field(4)];
  const [sequences, treeNodes, silence] = [field(6), field(8), field(9)];
  at += 40;
  const phones: string[] = [];
  const namesAt = at;
  while (phones.length < phoneCount) {
    const end = bytes.indexOf(0, at);
    phones.push(readText(bytes, at, end - at));
    at = end + 1;
  }
  at = namesAt + Math.ceil((at - namesAt) / 4) * 4 + treeNodes * TREE_NODE_BYTES;
  const phonesAt = at;
  // The sequences begin behind their count.
  at += total * PHONE_BYTES + 4;
  const senones = Uint16Array.from({ length: sequences * STATES }, (_, index) =>
    view.getUint16(at + index * 2, true),
  );
  const codebookOf = new Uint8Array(senoneCount);
  const contexts = new Int32Array(4 * phoneCount ** 3).fill(-1);
  const plain = new Int32Array(phoneCount);
  const place = (phone: number, left: number, right: number, position: number) =>
    ((position * phoneCount + phone) * phoneCount + left) * phoneCount + right;
  for (let index = 0; index < total; index++) {
    const entry = phonesAt + index * PHONE_BYTES;
    const sequence = view.getInt32(entry, true);
    const isPlain = index < phoneCount;
    const phone = isPlain ? index : bytes[entry + 9]!;
    for (let state = 0; state < STATES; state++) {
      codebookOf[senones[sequence * STATES + state]!] = phone;
    }
    if (isPlain) plain[index] = sequence * STATES;
    else {
      contexts[place(phone, bytes[entry + 10]!, bytes[entry + 11]!, bytes[entry + 8]!)] =
        sequence * STATES;
    }
  }
  const sequenceOf = (phone: number, left: number, right: number, position: Position) => {
    for (const candidate of [position, POSITION.internal, POSITION.end, POSITION.begin]) {
      const found = contexts[place(phone, left, right, candidate)]!;
      if (found >= 0) return found;
    }
    return plain[phone]!;
  };
  const plainSequenceOf = (phone: number) => plain[phone]!;
  return { phones, silence, senoneCount, codebookOf, senones, contextSequence, contextFreeSequence };
}

/** The files of a model that hold its parameters. */
export interface ParameterFiles {
  readonly means: Uint8Array;
  readonly variances: Uint8Array;
  readonly weights: Uint8Array;
  readonly transitions: Uint8Array;
}

/** @throws Error when the files are not of such a model */
export function parseParameters(files: ParameterFiles): ModelParameters {
  const means = parseFloats(files.means, 3 + STREAMS);
  const [codebooks, streams, densities, length] = means.sizes;
  if (streams !== STREAMS || length !== CEPSTRA || !codebooks || !densities) {
    throw new Error('The acoustic model has other features than cepstra and their deltas.');
  }
  const variances = parseFloats(files.variances, 3 + STREAMS).values;
  return {
    codebooks,
    densities,
    means: means.values,
    variances,
    weights: parseWeights(files.weights, densities),
    transitions: logProbabilities(parseFloats(files.transitions, 3).values),
  };
}

/** Header, byte order, sizes, count, values, checksum. */
function parseFloats(bytes: Uint8Array, sizeCount: number) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = readText(bytes, 0, 200).indexOf('endhdr\n') + 7;
  if (at < 7 || view.getUint32(at, true) !== 0x11223344) {
    throw new Error('This is not a parameter file of an acoustic model.');
  }
  at += 4;
  const sizes = Array.from({ length: sizeCount }, (_, i) => view.getInt32(at + i * 4, true));
  at += sizeCount * 4;
  const count = view.getInt32(at, true);
  at += 4;
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + i * 4, true));
  return { sizes, values };
}

/** Header strings up to an empty one, rows, columns, and the weights of each stream and density. */
function parseWeights(bytes: Uint8Array, densities: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let length = view.getInt32(0, true); length > 0; length = view.getInt32(at, true)) {
    at += 4 + length;
  }
  const [rows, senones] = [view.getInt32(at + 4, true), view.getInt32(at + 8, true)];
  const size = STREAMS * rows * senones;
  if (rows !== densities || at + 12 + size > bytes.length) {
    throw new Error('The mixture weights of the acoustic model have another form than is read.');
  }
  return bytes.slice(at + 12, at + 12 + size);
}

/** Counts of transitions as logarithms of probabilities. */
function logProbabilities(counts: Float32Array): Float32Array {
  const columns = STATES + 1;
  return counts.map((count, index) => {
    const row = counts.subarray(index - (index % columns), index - (index % columns) + columns);
    const sum = row.reduce((total, value) => total + value, 0);
    return Math.log(Math.max(count / sum, 1e-10));
  });
}

function readText(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
