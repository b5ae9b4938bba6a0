import { readFile, writeFile } from 'node:fs/promises';
import { writeAtomically } from '../files/write-atomically.js';
import type { ProvenConfinements } from './confinement.js';
import { programIdentity } from './program-identity.js';

interface StoredConfinement {
  readonly identity: string;
  readonly confinement: readonly string[];
}

/**
 * Remembers in a file under which confinement an ffmpeg has run last.
 *
 * @param memory file in a folder of the service; undefined to remember nothing
 */
export async function loadProvenConfinements(
  programs: readonly string[],
  memory: string | undefined,
): Promise<ProvenConfinements> {
  if (memory === undefined) return { has: () => false, add: () => Promise.resolve() };
  const identity = await programIdentity(programs);
  const stored = await read(memory);
  return {
    has: (confinement) =>
      stored?.identity === identity &&
      JSON.stringify(stored.confinement) === JSON.stringify(confinement),
    // A folder that cannot be written to says nothing about ffmpeg. The next start tries again.
    add: (confinement) => write(memory, { identity, confinement }).catch(() => {}),
  };
}

async function read(memory: string): Promise<StoredConfinement | null> {
  try {
    return JSON.parse(await readFile(memory, 'utf8')) as StoredConfinement;
  } catch {
    // The file is missing or damaged, and is written again.
    return null;
  }
}

/** Written atomically, because other processes may read it. */
function write(memory: string, stored: StoredConfinement): Promise<void> {
  return writeAtomically(memory, (part) => writeFile(part, JSON.stringify(stored)));
}
