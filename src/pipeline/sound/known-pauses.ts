import { createHash } from 'node:crypto';
import { findPauses } from '../../core/timing/voice-activity.js';
import { scopedKey } from '../../engine/files/cache-scope.js';

type Pauses = ReturnType<typeof findPauses>;

const MOST = 64;

/** By the hash of the sound, within the cache scope; the least recently used one first. */
const known = new Map<string, Pauses>();

/**
 * Finds the pauses of speech, or remembers them. An author previews the same sound with each change of a config, and
 * finding pauses takes much longer than comparing sounds.
 */
export function pausesOf(speech: Float32Array): Pauses {
  const { buffer, byteOffset, byteLength } = speech;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const key = scopedKey(createHash('sha256').update(bytes).digest('hex'));
  const pauses = known.get(key) ?? findPauses(speech);
  known.delete(key);
  known.set(key, pauses);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return pauses;
}
