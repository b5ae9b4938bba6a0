import { readFile, rm, writeFile } from 'node:fs/promises';
import { ComplaintLog, type Complaints } from '../../ffmpeg/complaints.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaStore } from './media-store.js';

/** A file that ffmpeg made from a source, and the complaints of ffmpeg during that run. */
export interface DerivedFile {
  readonly path: string;
  readonly complaints: Complaints;
}

/** Derives a file as `MediaStore.derived` does, and caches the complaints of ffmpeg with it. */
export async function deriveWithLog(
  source: StoredSource,
  suffix: string,
  media: MediaStore,
  make: (path: string, complaints: ComplaintLog) => Promise<void>,
): Promise<DerivedFile> {
  let complaints: Complaints | null = null;
  const makeAndListen = async (path: string) => {
    const log = new ComplaintLog();
    await make(path, log);
    complaints = log.end();
  };
  const path = await media.derived(source, suffix, makeAndListen);
  const logPath = await media.derived(source, `${suffix}.said.json`, async (part) => {
    // The cache has the file but lost the complaints: make the file again to get them.
    if (complaints === null) await makeAndDiscard(part, makeAndListen);
    await writeFile(part, JSON.stringify(complaints));
  });
  return { path, complaints: JSON.parse(await readFile(logPath, 'utf8')) as Complaints };
}

async function makeAndDiscard(part: string, make: (path: string) => Promise<void>): Promise<void> {
  const scratch = `${part}.again`;
  try {
    await make(scratch);
  } finally {
    await rm(scratch, { force: true });
  }
}
