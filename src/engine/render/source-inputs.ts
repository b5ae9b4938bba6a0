import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PictureTraits, toneMapFile } from '../../core/render/picture-traits.js';
import { toneMapCube, type WideLight } from '../../core/render/tone-map.js';
import type { StoredSource } from '../media/media-store.js';
import { safeInputOptions } from '../media/formats.js';

/**
 * Options before a source whose pictures are read. What turns pictures upright is in the filtergraph:
 * which orientations ffmpeg honours by itself depends on its version.
 */
export function pictureInputOptions(
  { demuxer }: StoredSource,
  { decoder }: PictureTraits,
): string[] {
  return [
    ...(decoder === null ? [] : ['-c:v', decoder]),
    '-noautorotate',
    ...safeInputOptions(demuxer),
  ];
}

const cubes = new Map<WideLight, string>();

/** Writes the tables that pictures of such traits need into the folder ffmpeg runs in. */
export async function writeToneMaps(
  traits: readonly PictureTraits[],
  folder: string,
): Promise<void> {
  for (const light of new Set(traits.map((one) => one.light))) {
    if (light === null) continue;
    const cube = cubes.get(light) ?? toneMapCube(light);
    cubes.set(light, cube);
    // Others may work in the folder: the file appears whole.
    const part = join(folder, `${randomUUID()}.part`);
    await writeFile(part, cube);
    await rename(part, join(folder, toneMapFile(light)));
  }
}
