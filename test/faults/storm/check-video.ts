import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface StoredFile {
  readonly kind: string;
  readonly sha256: string;
}

/** Downloads a video and counts its frames. Returns what is wrong with it, or null. */
export async function checkVideo(url: string, id: string, frames: number): Promise<string | null> {
  const [details, download] = await Promise.all([
    fetch(`${url}/videos/${id}`),
    fetch(`${url}/videos/${id}/download`),
  ]);
  const bytes = Buffer.from(await download.arrayBuffer());
  if (!details.ok || !download.ok) return `is answered with ${details.status}, ${download.status}`;
  const { data } = (await details.json()) as { data: { files: readonly StoredFile[] } };
  const promised = data.files.find(({ kind }) => kind === 'video')?.sha256;
  if (createHash('sha256').update(bytes).digest('hex') !== promised) return 'has other bytes';
  const counted = await countFrames(bytes);
  return counted === frames ? null : `has ${counted} frames instead of ${frames}`;
}

/** Decodes the picture, so that a file counts only if a player can show it. */
async function countFrames(bytes: Buffer): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'storm-'));
  try {
    const file = join(dir, 'video.mp4');
    await writeFile(file, bytes);
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-count_frames', '-select_streams', 'v'],
      ...['-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', file],
    ]);
    return Number(stdout.trim());
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
