import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
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
  const contentType = contentTypeOf(name);
  const hash = createHash('sha256');
  const file = await open(join(folder, name));
  try {
    const stream = file.createReadStream({ start: 0, autoClose: false });
    for await (const chunk of stream) hash.update(chunk as Buffer);
    await file.sync();
    const { size } = await file.stat();
    return { name, kind, contentType, sizeBytes: size, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

/** Writes a text as a file, flushes it to the disk, and describes it. */
export async function writeTextOutput(
  folder: string,
  name: string,
  kind: OutputKind,
  text: string,
): Promise<OutputFile> {
  const contentType = contentTypeOf(name);
  const bytes = Buffer.from(text);
  const file = await open(join(folder, name), 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, kind, contentType, sizeBytes: bytes.length, sha256 };
}

function contentTypeOf(name: string): string {
  const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (contentType === undefined) throw new Error(`The content type of ${name} is unknown.`);
  return contentType;
}
