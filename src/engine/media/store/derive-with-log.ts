import { readFile, rm, writeFile } from 'node:fs/promises';
import { ComplaintLog, type Complaints } from '../../ffmpeg/complaints.js';
import type { MediaStore, StoredSource } from './media-store.js';

/** A file that ffmpeg made of a source, and what it complained of meanwhile. */
export interface DerivedFile {
  readonly path: string;
  readonly complaints: Complaints;
}

/** A derived file as `MediaStore.derived` has it; what was said when it was made is kept beside it. */
export async function deriveWithLog(
  source: StoredSource,
  suffix: string,
  media: MediaStore,
  make: (path: string, complaints: ComplaintLog) => Promise<void>,
): Promise<DerivedFile> {
  let said: Complaints | null = null;
  const listening = async (path: string) => {
    const log = new ComplaintLog();
    await make(path, log);
    said = log.end();
  };
  const path = await media.derived(source, suffix, listening);
  const told = await media.derived(source, `${suffix}.said.json`, async (part) => {
    // The cache has lost it: it is to be heard again.
    if (said === null) await heardAgain(part, listening);
    await writeFile(part, JSON.stringify(said));
  });
  return { path, complaints: JSON.parse(await readFile(told, 'utf8')) as Complaints };
}

async function heardAgain(part: string, make: (path: string) => Promise<void>): Promise<void> {
  const scratch = `${part}.again`;
  try {
    await make(scratch);
  } finally {
    await rm(scratch, { force: true });
  }
}
