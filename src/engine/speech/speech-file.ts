import { readHeaded, writeHeaded } from '../files/headed-file.js';
import type { CharacterTimes, SpokenAnswer } from './engines/speech-engine.js';

/** Writes a spoken sentence to a file: the times of its characters, and the sound as it came. */
export async function writeSpeechFile(path: string, { bytes, times }: SpokenAnswer): Promise<void> {
  await writeHeaded(path, { about: times, bytes });
}

/** @returns null for a damaged file */
export async function readSpeechFile(path: string): Promise<SpokenAnswer | null> {
  const file = await readHeaded<CharacterTimes | null>(path);
  return file && { bytes: file.bytes, times: file.about };
}
