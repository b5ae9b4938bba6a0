import { mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BuildAbilities, probeAbilities, readVersion } from './abilities.js';

/** What the programs themselves said, without what the machine around them adds. */
export interface ProbedAbilities extends BuildAbilities {
  readonly version: string;
}

type ListName = 'filters' | 'encoders' | 'transitions';

interface StoredAbilities extends Readonly<Record<ListName, readonly string[]>> {
  readonly identity: string;
  readonly version: string;
}

/** Changes whenever the system's packages change a library, those of ffmpeg among them. */
const LOADER_CACHE = '/etc/ld.so.cache';

/**
 * What an ffmpeg can do, asked of it once and then remembered in a file for as long as the programs
 * and the system's libraries are the same: to ask takes five starts of it, which is more than a render
 * from the cache.
 *
 * @param memory file in a folder of the service's own; undefined: nothing is remembered
 * @throws Error when a program does not run
 */
export async function loadAbilities(
  ffmpegPath: string,
  ffprobePath: string,
  memory: string | undefined,
): Promise<ProbedAbilities> {
  const identity = await identityOf([ffmpegPath, ffprobePath, LOADER_CACHE]);
  const stored = memory === undefined ? null : await read(memory);
  if (stored?.identity === identity) return fromStored(stored);
  const [version, lists] = await Promise.all([
    readVersion(ffmpegPath),
    probeAbilities(ffmpegPath),
    readVersion(ffprobePath),
  ]);
  const known = { version, ...lists };
  if (memory !== undefined) await write(memory, identity, known);
  return known;
}

/** Where files really are, their lengths and when they were written; a missing one counts too. */
async function identityOf(paths: readonly string[]): Promise<string> {
  const files = paths.map(async (path) => {
    try {
      const real = await realpath(path);
      const { size, mtimeMs, ctimeMs } = await stat(real);
      return [real, size, mtimeMs, ctimeMs];
    } catch {
      return [path];
    }
  });
  return JSON.stringify(await Promise.all(files));
}

async function read(memory: string): Promise<StoredAbilities | null> {
  try {
    return JSON.parse(await readFile(memory, 'utf8')) as StoredAbilities;
  } catch {
    // Not there yet, or damaged: it is made anew.
    return null;
  }
}

/** Written beside and renamed, as other processes may read it. */
async function write(memory: string, identity: string, known: ProbedAbilities): Promise<void> {
  const stored: StoredAbilities = {
    identity,
    version: known.version,
    filters: [...known.filters],
    encoders: [...known.encoders],
    transitions: [...known.transitions],
  };
  await mkdir(dirname(memory), { recursive: true });
  const part = `${memory}.${process.pid}`;
  await writeFile(part, JSON.stringify(stored));
  await rename(part, memory);
}

function fromStored({ version, filters, encoders, transitions }: StoredAbilities): ProbedAbilities {
  return {
    version,
    filters: new Set(filters),
    encoders: new Set(encoders),
    transitions: new Set(transitions),
  };
}
