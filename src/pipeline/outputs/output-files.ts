import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OutputFile, OutputKind } from '../../core/job/output-file.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  srt: 'application/x-subrip',
  vtt: 'text/vtt; charset=utf-8',
  ass: 'text/x-ass; charset=utf-8',
  json: 'application/json',
};

/**
 * Describes a finished file, and flushes it to the disk.
 *
 * @param name the name of the file in the folder; its extension determines the content type
 */
export async function describeOutput(
  folder: string,
  name: string,
  kind: OutputKind,
): Promise<OutputFile> {
  const path = join(folder, name);
  const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (contentType === undefined) throw new Error(`The content type of ${name} is unknown.`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const { size } = await stat(path);
  return { name, kind, contentType, sizeBytes: size, sha256: hash.digest('hex') };
}
