/**
 * Readers for the files of a CMU Sphinx acoustic model with phonetically tied mixtures: the senones of
 * each phone in its context, and the parameters of their Gaussian mixtures. The headers of the files
 * describe their fields.
 */

/** The position of a phone in its word, as numbered in the model definition. */
export const POSITION = { internal: 0, begin: 1, end: 2, single: 3 } as const;
export type Position = (typeof POSITION)[keyof typeof POSITION];

/** Emitting states of each phone. */
export const STATES = 3;
/** Streams of features: cepstra, their deltas and their double deltas. */
export const STREAMS = 3;
export const CEPSTRA = 13;

/** Phones and their states. */
export interface ModelDefinition {
  /** Names of the context-independent phones; the index is the ID of a phone. */
  readonly phones: readonly string[];
  readonly silence: number;
  readonly senoneCount: number;
  /** For each senone, the phone whose codebook it uses. */
  readonly codebookOf: Uint8Array;
  /** Index in `senones` of a phone's first senone, in the nearest context that the model has. */
  contextSequence(phone: number, left: number, right: number, position: Position): number;
  /** Index in `senones` of a phone's first senone, independent of context. */
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
const FIELD_COUNT = 10;
const TREE_NODE_BYTES = 8;
const PHONE_BYTES = 12;

/**
 * Reads a binary model definition (`mdef`).
 *
 * @throws Error when the bytes are not a binary model definition
 */
export function parseModelDefinition(bytes: Uint8Array): ModelDefinition {
  if (readText(bytes, 0, 4) !== 'BMDF') throw new Error('This is not a binary model definition.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view);
  const { names: phones, end } = readNames(bytes, header.end, header.phoneCount);
  const entriesAt = end + header.treeNodes * TREE_NODE_BYTES;
  // The number of sequences precedes the sequences.
  const senonesAt = entriesAt + header.entryCount * PHONE_BYTES + 4;
  const senones = new Uint16Array(header.sequences * STATES);
  for (let index = 0; index < senones.length; index++)
    senones[index] = view.getUint16(senonesAt + index * 2, true);
  const { silence, senoneCount } = header;
  const entries = { view, at: entriesAt, count: header.entryCount, phones: header.phoneCount };
  const codebookOf = new Uint8Array(senoneCount);
  const lookups = readEntries(entries, (phone, sequence) => {
    for (let state = 0; state < STATES; state++) codebookOf[senones[sequence + state]!] = phone;
  });
  return { phones, silence, senoneCount, codebookOf, senones, ...lookups };
}

function readHeader(view: DataView) {
  const start = FIELDS_AT + view.getInt32(8, true);
  const field = (index: number) => view.getInt32(start + index * 4, true);
  return {
    phoneCount: field(0),
    entryCount: field(1),
    senoneCount: field(4),
    sequences: field(6),
    treeNodes: field(8),
    silence: field(9),
    end: start + FIELD_COUNT * 4,
  };
}

/** Reads null-terminated names, which are padded to a multiple of four bytes. */
function readNames(bytes: Uint8Array, start: number, count: number) {
  const names: string[] = [];
  let at = start;
  while (names.length < count) {
    const end = bytes.indexOf(0, at);
    names.push(readText(bytes, at, end - at));
    at = end + 1;
  }
  return { names, end: start + Math.ceil((at - start) / 4) * 4 };
}

/** The phones of a model, first in any context, then in each that the model has. */
interface PhoneEntries {
  readonly view: DataView;
  readonly at: number;
  readonly count: number;
  /** The number of phones, which is that of the entries without a context. */
  readonly phones: number;
}

/** @param visit called with the phone of each entry, and the index of its first senone */
function readEntries(
  { view, at: start, count, phones }: PhoneEntries,
  visit: (phone: number, sequence: number) => void,
) {
  const inContext = new Int32Array(4 * phones ** 3).fill(-1);
  const contextFree = new Int32Array(phones);
  const indexOf = (phone: number, left: number, right: number, position: number) =>
    ((position * phones + phone) * phones + left) * phones + right;
  for (let index = 0; index < count; index++) {
    const at = start + index * PHONE_BYTES;
    const sequence = view.getInt32(at, true) * STATES;
    if (index < phones) {
      contextFree[index] = sequence;
      visit(index, sequence);
      continue;
    }
    const [position, phone] = [view.getUint8(at + 8), view.getUint8(at + 9)];
    const [left, right] = [view.getUint8(at + 10), view.getUint8(at + 11)];
    inContext[indexOf(phone, left, right, position)] = sequence;
    visit(phone, sequence);
  }
  const contextSequence = (phone: number, left: number, right: number, position: Position) => {
    for (const candidate of [position, POSITION.internal, POSITION.end, POSITION.begin]) {
      const sequence = inContext[indexOf(phone, left, right, candidate)]!;
      if (sequence >= 0) return sequence;
    }
    return contextFree[phone]!;
  };
  return { contextSequence, contextFreeSequence: (phone: number) => contextFree[phone]! };
}

/** The files of a model that hold its parameters. */
export interface ParameterFiles {
  readonly means: Uint8Array;
  readonly variances: Uint8Array;
  readonly weights: Uint8Array;
  readonly transitions: Uint8Array;
}

/** @throws Error when the files do not belong to a phonetically tied model with these features */
export function parseParameters(files: ParameterFiles): ModelParameters {
  const means = parseFloats(files.means, 3 + STREAMS);
  const [codebooks, streams, densities, length] = means.sizes;
  if (streams !== STREAMS || length !== CEPSTRA || !codebooks || !densities) {
    throw new Error(
      'The acoustic model does not use cepstra with deltas and double deltas as features.',
    );
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

/** Layout: header, byte order, sizes, count, values, checksum. */
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
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getFloat32(at + i * 4, true);
  return { sizes, values };
}

/** Layout: header strings up to an empty one, rows, columns, and the weights of each stream and density. */
function parseWeights(bytes: Uint8Array, densities: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let length = view.getInt32(0, true); length > 0; length = view.getInt32(at, true)) {
    at += 4 + length;
  }
  const [rows, senones] = [view.getInt32(at + 4, true), view.getInt32(at + 8, true)];
  const size = STREAMS * rows * senones;
  if (rows !== densities || at + 12 + size > bytes.length) {
    throw new Error('The mixture weights of the acoustic model have an unsupported layout.');
  }
  return bytes.slice(at + 12, at + 12 + size);
}

/** Turns counts of transitions into logarithms of probabilities. */
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
