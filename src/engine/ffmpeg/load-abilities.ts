import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type BuildAbilities,
  describeBuild,
  probeAbilities,
  readVersion,
  versionIn,
} from './abilities.js';
import { buildFingerprint } from './build-fingerprint.js';
import { programIdentity } from './program-identity.js';
import { writeAtomically } from '../files/write-atomically.js';

/** What the programs support, without the limits of the machine. */
export interface ProbedAbilities extends BuildAbilities {
  readonly version: string;
  /** See {@link buildFingerprint}. */
  readonly fingerprint: string;
}

type ListName = 'filters' | 'encoders' | 'transitions' | 'frameModes';

interface StoredAbilities extends Readonly<Record<ListName, readonly string[]>> {
  readonly identity: string;
  readonly version: string;
  readonly fingerprint: string;
}

/** Changes with what the file contains. */
const FORMAT = 4;

/**
 * Finds out what an ffmpeg supports, and remembers it in a file as long as the programs and the libraries of
 * the system stay the same. Asking takes eight starts of ffmpeg, which is longer than a render from the cache.
 *
 * @param memory file in a folder of the service; undefined to remember nothing
 * @throws Error if a program does not run
 */
export async function loadAbilities(
  ffmpegPath: string,
  ffprobePath: string,
  memory: string | undefined,
): Promise<ProbedAbilities> {
  const identity = JSON.stringify([FORMAT, await programIdentity([ffmpegPath, ffprobePath])]);
  const stored = memory === undefined ? null : await read(memory);
  if (stored?.identity === identity) return fromStored(stored);
  const described = describeBuild(ffmpegPath);
  const [description, lists, build] = await Promise.all([
    described,
    probeAbilities(ffmpegPath),
    buildFingerprint(ffmpegPath, described),
    readVersion(ffprobePath),
  ]);
  const known = { version: versionIn(description), ...lists, fingerprint: build.text };
  // A folder that cannot be written to says nothing about ffmpeg. The next start asks again.
  if (memory !== undefined && build.isKnown) await write(memory, identity, known).catch(() => {});
  return known;
}

async function read(memory: string): Promise<StoredAbilities | null> {
  try {
    return JSON.parse(await readFile(memory, 'utf8')) as StoredAbilities;
  } catch {
    // The file is missing or damaged, and is written again.
    return null;
  }
}

/** Written atomically, because other processes may read it. */
async function write(memory: string, identity: string, known: ProbedAbilities): Promise<void> {
  const stored: StoredAbilities = {
    identity,
    version: known.version,
    fingerprint: known.fingerprint,
    filters: [...known.filters],
    encoders: [...known.encoders],
    transitions: [...known.transitions],
    frameModes: [...known.frameModes],
  };
  await mkdir(dirname(memory), { recursive: true });
  await writeAtomically(memory, (part) => writeFile(part, JSON.stringify(stored)));
}

function fromStored(stored: StoredAbilities): ProbedAbilities {
  const { version, fingerprint, filters, encoders, transitions, frameModes } = stored;
  return {
    version,
    fingerprint,
    filters: new Set(filters),
    encoders: new Set(encoders),
    transitions: new Set(transitions),
    frameModes: new Set(frameModes),
  };
}
