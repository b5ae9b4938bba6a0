import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { CharacterTimes, SpokenAnswer } from './engines/speech-engine.js';

const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 1 << 20;

interface Header {
  /** SHA-256 of the sound. */
  readonly digest: string;
  readonly times: CharacterTimes | null;
}

/** Writes a spoken sentence to a file: the length of a JSON header, the header, and the sound as it came. */
export async function writeSpeechFile(path: string, { bytes, times }: SpokenAnswer): Promise<void> {
  const header: Header = { digest: digestOf(bytes), times };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  await writeFile(path, Buffer.concat([length, json, bytes]));
}

/** @returns null for a damaged file */
export async function readSpeechFile(path: string): Promise<SpokenAnswer | null> {
  const file = await readFile(path);
  if (file.length < LENGTH_BYTES) return null;
  const length = file.readUInt32BE(0);
  if (length > MAX_HEADER_BYTES || LENGTH_BYTES + length > file.length) return null;
  try {
    const json = file.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
    const { digest, times } = JSON.parse(json) as Header;
    const bytes = file.subarray(LENGTH_BYTES + length);
    return digest === digestOf(bytes) ? { bytes, times } : null;
  } catch {
    return null;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
