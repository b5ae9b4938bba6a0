/** Numbers that a seed determines (mulberry32), from 0 to below 1. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run. It is printed, and `HOSTILE_SEED` repeats it. */
export function fuzzSeed(name: string): number {
  const given = process.env['HOSTILE_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  process.stdout.write(`${name}: HOSTILE_SEED=${seed}\n`);
  return seed;
}

/** How many mutations are tried: `npm run test:hostile` tries more than `npm test`. */
export function fuzzCount(): number {
  return Number(process.env['HOSTILE_MUTATIONS'] ?? 100);
}

/**
 * Damages a file as transports and attackers do: flips bits, cuts, repeats, moves, and
 * overwrites parts, and sets numbers to their extremes.
 */
export function mutate(file: Uint8Array, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(file);
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) {
    if (bytes.length < 8) return bytes;
    bytes = MUTATIONS[Math.floor(random() * MUTATIONS.length)]!(bytes, random);
  }
  return bytes;
}

type Mutation = (bytes: Buffer, random: () => number) => Buffer;

const within = (length: number, random: () => number) => Math.floor(random() * length);

/** Structures stand at the beginning of most files. */
function place(bytes: Buffer, random: () => number): number {
  const reach = random() < 0.6 ? Math.min(bytes.length, 512) : bytes.length;
  return within(reach, random);
}

const EXTREMES = [
  0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
];

const flipBits: Mutation = (bytes, random) => {
  const ratio = 0.0001 + random() * 0.01;
  const flips = Math.max(1, Math.floor(bytes.length * ratio));
  for (let flip = 0; flip < flips; flip++) bytes[place(bytes, random)]! ^= 1 << within(8, random);
  return bytes;
};

const setExtreme: Mutation = (bytes, random) => {
  const at = Math.min(place(bytes, random), bytes.length - 4);
  const value = EXTREMES[within(EXTREMES.length, random)]!;
  if (random() < 0.5) bytes.writeUInt32BE(value, at);
  else bytes.writeUInt32LE(value, at);
  return bytes;
};

const cut: Mutation = (bytes, random) => bytes.subarray(0, within(bytes.length, random));

const repeat: Mutation = (bytes, random) => {
  const at = place(bytes, random);
  const part = bytes.subarray(at, at + 1 + within(64, random));
  const copies = Array.from({ length: 1 + within(200, random) }, () => part);
  return Buffer.concat([bytes.subarray(0, at), ...copies, bytes.subarray(at)]);
};

const remove: Mutation = (bytes, random) => {
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + within(200, random))]);
};

const zero: Mutation = (bytes, random) => {
  const at = place(bytes, random);
  return bytes.fill(0, at, Math.min(bytes.length, at + within(4096, random)));
};

const MUTATIONS: readonly Mutation[] = [flipBits, flipBits, setExtreme, cut, repeat, remove, zero];
